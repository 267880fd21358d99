//! Names and values of headers.

use http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};

/// Headers that only the HTTP client can set. With another value, the service would read another request than the one that
/// was sent.
const OF_CONNECTION: [&str; 6] = [
    "connection",
    "keep-alive",
    "te",
    "trailer",
    "upgrade",
    "expect",
];

const OF_FRAMING: [&str; 2] = ["content-length", "transfer-encoding"];

/// Checks the name and value of a header.
pub(super) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name = HeaderName::try_from(name).map_err(|_| "is not a valid header name")?;
    if let Some(problem) = forbidden(name.as_str()) {
        return Err(problem);
    }
    line_break(value)?;
    // `HeaderValue` would send other characters as UTF-8, which servers interpret in different ways.
    let mut value = Some(value)
        .filter(|value| value.is_ascii())
        .and_then(|value| HeaderValue::from_str(value).ok())
        .ok_or("has a value with a character other than visible ASCII, space or tab")?;
    value.set_sensitive(name == AUTHORIZATION || name == COOKIE);
    Ok((name, value))
}

/// Checks a header that the document does not declare.
pub(super) fn by_hand(
    name: &str,
    value: &str,
    is_upload: bool,
) -> Result<(HeaderName, HeaderValue), &'static str> {
    if name.eq_ignore_ascii_case("content-encoding") && !is_upload && !value.is_empty() {
        return Err("describes a compression, but only bytes of your own can be compressed");
    }
    header(name, value)
}

/// A media type without its parameters, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Fails if a body cannot have a media type that is set by hand, because it is written as the `usual` one.
pub(super) fn contradiction(media_type: &str, usual: &str) -> Result<(), String> {
    let (own, usual) = (essence(media_type), essence(usual));
    if usual.starts_with("multipart/") {
        return Err(format!(
            "cannot be set for this call: the body is `{usual}`, whose boundary only the client knows"
        ));
    }
    let is_json = usual.ends_with("json") && own.contains("json");
    if own.is_empty() || own == usual || is_json {
        return Ok(());
    }
    Err(format!("is `{own}`, but the body is written as `{usual}`"))
}

/// The reason why a header of this name, in lower case, cannot be sent.
pub(super) fn forbidden(name: &str) -> Option<&'static str> {
    if OF_CONNECTION.contains(&name) {
        Some("belongs to the connection, so only the HTTP client can set it")
    } else if OF_FRAMING.contains(&name) {
        Some("belongs to the connection: the HTTP client counts the length of the body")
    } else if name == "host" {
        Some("is a part of the base URL")
    } else if name.starts_with("proxy-") {
        Some("belongs to the connection to a proxy, which `http_client` can set up")
    } else {
        None
    }
}

/// Fails for a string with a line break. Secrets that are read from files often end with one.
pub(super) fn line_break(text: &str) -> Result<(), &'static str> {
    match text.find(['\r', '\n']) {
        None => Ok(()),
        Some(at) if text[at..].trim().is_empty() => Err("ends with a line break"),
        Some(_) => Err("contains a line break"),
    }
}

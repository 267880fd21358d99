//! Bodies that the HTTP client does not decompress.

use super::DecodeError;

/// The error for a body that is compressed, with the text of the header that says so if there is one.
pub(super) fn compressed(encoding: &str, declared: Option<&str>) -> DecodeError {
    let feature = match encoding {
        "br" => Some(("brotli", cfg!(feature = "brotli"))),
        "gzip" => Some(("gzip", cfg!(feature = "gzip"))),
        "zstd" => Some(("zstd", cfg!(feature = "zstd"))),
        _ => None,
    };
    let advice = match feature {
        Some((feature, false)) => format!("the cargo feature `{feature}` makes it do so"),
        Some(_) => format!(
            "it only reads the header `Content-Encoding: {encoding}`, alone and in lower case"
        ),
        None => "one that does can be set with `http_client`".to_owned(),
    };
    let encoding = declared.unwrap_or(encoding);
    let message = format!(
        "the body is compressed as `{encoding}`, and the HTTP client does not decompress it; {advice}"
    );
    DecodeError::of_body(message, String::new())
}

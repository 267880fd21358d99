//! Raw responses, and decoding them.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use serde_core::de::DeserializeOwned;

use super::body_stream::BodyStream;
use super::corrected_json::corrected_json;
use super::lenient_json::{Missing, lenient_json};
use super::lossy_json::lossy_json;
use super::{RateLimit, json_path};

/// The compressions of bodies that HTTP registers.
const COMPRESSIONS: [&str; 7] = [
    "gzip",
    "x-gzip",
    "deflate",
    "br",
    "zstd",
    "compress",
    "x-compress",
];

const EMPTY_OBJECT: &[u8] = b"{}";

/// The result of [`Request::decode`](super::Request::decode).
pub type Decode<T> = Result<T, DecodeError>;

/// A response as it was received: status, headers and body. A clone shares the body.
#[derive(Clone)]
pub struct RawResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    /// The rest of the body if the response is read as a stream. The first user takes it.
    body_stream: Option<Arc<Mutex<Option<BodyStream>>>>,
    /// Whether it is one value of a stream.
    is_frame: bool,
    /// What happens if the body of an error lacks required members.
    pub(super) missing: Missing,
    /// A probable reason for an error, such as a wrong base URL.
    pub(super) hint: Option<Arc<str>>,
}

impl RawResponse {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self {
            status,
            headers,
            body,
            body_stream: None,
            is_frame: false,
            missing: Missing::Fails,
            hint: None,
        }
    }

    /// One value of a stream.
    pub(super) fn frame(status: StatusCode, data: Bytes) -> Self {
        Self {
            is_frame: true,
            ..Self::new(status, HeaderMap::new(), data)
        }
    }

    /// A response whose body is still arriving.
    pub(super) fn begun(status: StatusCode, headers: HeaderMap, body: BodyStream) -> Self {
        Self {
            body_stream: Some(Arc::new(Mutex::new(Some(body)))),
            ..Self::new(status, headers, Bytes::new())
        }
    }

    /// Takes the rest of the body.
    pub(super) fn take_body_stream(&self) -> Option<BodyStream> {
        let body_stream = self.body_stream.as_ref()?.lock();
        body_stream.unwrap_or_else(PoisonError::into_inner).take()
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The state of the service's rate limit, if the headers declare it.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::of(&self.headers)
    }

    /// The raw body; empty if it is read as a stream.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Decodes the body as JSON. `null` in place of an array or object counts as an empty one, and `5.0` as the
    /// integer 5. A blank body counts as an empty object, because services and proxies omit the body if nothing in it is
    /// required.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        let body: &[u8] = if self.is_blank() && !self.is_frame {
            EMPTY_OBJECT
        } else {
            &self.body
        };
        if let Ok(value) = serde_json::from_slice(body) {
            return Ok(value);
        }
        // Few texts need to be corrected, so this is only tried if the text cannot be decoded.
        let corrected = lossy_json(body);
        corrected_json(corrected.as_deref().unwrap_or(body)).map_err(|error| self.explained(error))
    }

    /// Decodes the body as an object. If the object has no required members, nobody needs the body, so it may also be
    /// `null`, `OK` or the like.
    pub(super) fn object<T: DeserializeOwned>(&self) -> Decode<T> {
        self.json().or_else(|error| {
            // A page of markup comes from somewhere else, such as a proxy that asks for a login.
            let first = self.body.trim_ascii_start().first();
            if self.is_frame || matches!(first, Some(b'{' | b'<')) || !self.is_readable() {
                return Err(error);
            }
            // A type that also accepts strings is not an object.
            let is_object = serde_json::from_slice::<T>(br#""""#).is_err();
            let empty = serde_json::from_slice(EMPTY_OBJECT).ok();
            empty.filter(|_| is_object).ok_or(error)
        })
    }

    pub(super) fn is_blank(&self) -> bool {
        self.body.trim_ascii().is_empty()
    }

    /// Whether the headers declare JSON, or the body begins like an object or an array.
    pub(super) fn is_json(&self) -> bool {
        let declared = self.headers.get(CONTENT_TYPE);
        let declared = declared.and_then(|value| value.to_str().ok());
        match declared.map(|value| value.split(';').next().unwrap_or_default().trim()) {
            Some(essence) => essence.ends_with("/json") || essence.ends_with("+json"),
            None => matches!(self.body.trim_ascii_start().first(), Some(b'{' | b'[')),
        }
    }

    /// For a body that is empty or compressed, this is the problem.
    fn explained(&self, mut error: DecodeError) -> DecodeError {
        if let Err(compressed) = self.expect_uncompressed() {
            return compressed;
        }
        if self.is_blank() {
            let status = self.status;
            error.0.message = match (self.is_frame, status) {
                (true, _) => "the data is empty".to_owned(),
                (_, StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT) => format!(
                    "the call succeeded, but status {} has no content, and the type of the response has required members",
                    status.as_u16()
                ),
                _ => "the call succeeded, but the body is empty".to_owned(),
            };
            error.0.excerpt.clear();
        }
        error
    }

    fn is_readable(&self) -> bool {
        std::str::from_utf8(&self.body).is_ok()
    }

    /// The compression of the body. The client asks for none, and the HTTP client hides the ones that it removes.
    fn compression(&self) -> Option<&'static str> {
        let declared = self.headers.get(CONTENT_ENCODING)?.to_str().ok()?;
        let mut encodings = declared.split(',').map(str::trim);
        encodings.find_map(|encoding| {
            let mut known = COMPRESSIONS.into_iter();
            known.find(|known| known.eq_ignore_ascii_case(encoding))
        })
    }

    /// Fails if the body is compressed.
    pub(super) fn expect_uncompressed(&self) -> Decode<()> {
        // Some services declare a compression that they do not apply.
        let is_text = self.body_stream.is_none() && self.is_readable();
        match self.compression().filter(|_| !is_text) {
            None => Ok(()),
            Some(encoding) => Err(DecodeError(Box::new(Problem {
                path: "$".to_owned(),
                excerpt: String::new(),
                message: format!(
                    "the body is compressed as `{encoding}`, which the request did not ask for; an HTTP client that \
                     decompresses it can be set with `http_client`"
                ),
            }))),
        }
    }

    /// Checks the declared media type.
    pub(super) fn expect_media_type(&self, expected: &str) -> Decode<()> {
        let Some(actual) = self.headers.get(CONTENT_TYPE) else {
            return Ok(());
        };
        let actual = String::from_utf8_lossy(actual.as_bytes());
        let essence = actual.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case(expected) {
            return Ok(());
        }
        Err(self.unexpected(&format!(
            "the media type is `{actual}` instead of `{expected}`"
        )))
    }

    fn unexpected(&self, message: &str) -> DecodeError {
        DecodeError(Box::new(Problem {
            path: "$".to_owned(),
            excerpt: self.excerpt(),
            message: message.to_owned(),
        }))
    }

    /// The beginning of the body, on one line.
    pub(super) fn excerpt(&self) -> String {
        match self.compression() {
            Some(encoding) if self.expect_uncompressed().is_err() => {
                format!("(a body compressed as `{encoding}`)")
            }
            _ => excerpt(&self.body),
        }
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &self.excerpt())
            .finish_non_exhaustive()
    }
}

/// Decodes the body of an error, as far as it matches; `None` if it does not begin like JSON or lacks a required member.
pub fn error_body<T: DeserializeOwned>(response: &RawResponse) -> Option<T> {
    lenient_json(&response.body, response.missing)
}

/// The error for a success that is none of the declared responses.
pub fn undocumented(response: &RawResponse) -> DecodeError {
    response.unexpected(
        "the call succeeded with a status that the document does not declare, and the body fits none of the declared \
         responses",
    )
}

/// Decodes JSON text. An error includes the path of the value.
pub(super) fn decode_json<T: DeserializeOwned>(text: &[u8]) -> Decode<T> {
    serde_json::from_slice(text).map_err(|error| DecodeError::new(text, &error))
}

/// JSON that does not match the document.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DecodeError(Box<Problem>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Problem {
    path: String,
    excerpt: String,
    message: String,
}

impl DecodeError {
    pub(super) fn new(text: &[u8], error: &serde_json::Error) -> Self {
        let location = json_path::locate(
            text,
            json_path::bytes_read(text, error.line(), error.column()),
        );
        let message = error.to_string();
        // The path replaces the position.
        let position = format!(" at line {} column {}", error.line(), error.column());
        Self(Box::new(Problem {
            path: location.path(),
            excerpt: excerpt(text.get(location.start..location.end).unwrap_or_default()),
            message: message
                .strip_suffix(&position)
                .unwrap_or(&message)
                .to_owned(),
        }))
    }

    /// The same error for a value inside of another.
    pub(super) fn below(mut self, path: &str) -> Self {
        self.0.path.replace_range(..1, path);
        self
    }

    /// The path of the value, as in `$.users[3].id`.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The beginning of that value.
    pub fn excerpt(&self) -> &str {
        &self.0.excerpt
    }

    /// The problem with it.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    pub(super) fn describe(&self, f: &mut fmt::Formatter<'_>, root: Root) -> fmt::Result {
        let Problem {
            path,
            excerpt,
            message,
        } = &*self.0;
        f.write_str(message)?;
        if root == Root::Named || path != "$" {
            write!(f, " at {}", shortened(path))?;
        }
        if excerpt.is_empty() {
            Ok(())
        } else {
            write!(f, ", near `{excerpt}`")
        }
    }
}

/// Whether the text of an error includes the path `$` of the whole JSON text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Root {
    Named,
    #[cfg_attr(
        not(feature = "call-json"),
        allow(dead_code, reason = "inputs are JSON with it only")
    )]
    Unnamed,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.describe(f, Root::Named)
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for DecodeError {}

/// The two ends of a path that would fill the screen.
fn shortened(path: &str) -> Cow<'_, str> {
    const LONGEST: usize = 120;
    let length = path.chars().count();
    if length <= LONGEST {
        return path.into();
    }
    let start: String = path.chars().take(LONGEST / 2).collect();
    let end: String = path.chars().skip(length - LONGEST / 2).collect();
    (start + "…" + &end).into()
}

/// The beginning of a text that may be long, binary or multi-line.
fn excerpt(text: &[u8]) -> String {
    one_line(text, 120)
}

/// The beginning of a text as one line, with at most this many characters.
pub(super) fn one_line(text: &[u8], length: usize) -> String {
    let beginning = String::from_utf8_lossy(&text[..text.len().min(4 * length)]);
    let mut words = String::new();
    for word in beginning
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
    {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    match words.char_indices().nth(length) {
        Some((end, _)) => words.truncate(end),
        None if text.len() <= 4 * length => return words,
        None => {}
    }
    words + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_short_line() {
        assert_eq!(
            excerpt(b"<html>\r\n  <b>\0Bad  gateway</b>\n"),
            "<html> <b> Bad gateway</b>"
        );
        assert_eq!(excerpt("ü".repeat(1000).as_bytes()).chars().count(), 121);
        assert_eq!(excerpt(&[0xff; 3]), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(excerpt(&[b' '; 1000]), "…");
    }

    #[test]
    fn a_long_path_is_shortened_in_messages() {
        let text = r#"{"level":"#.repeat(120) + "1" + &"}".repeat(120);
        let error = decode_json::<Vec<u8>>(text.as_bytes()).unwrap_err();
        let error = error.below(&format!("${}", ".level".repeat(120)));
        assert_eq!(error.path().len(), 721);
        let text = error.to_string();
        assert!(text.contains(" at $.level.level.") && text.len() < 500);
        assert!(text.contains("….level.level.level.") && text.contains(".level, near"));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let error = decode_json::<Vec<u8>>(b"[1,\"x\"]").unwrap_err();
        assert_eq!(
            error.to_string(),
            "invalid type: string \"x\", expected u8 at $[1], near `\"x\"`"
        );
        let response = |body: &'static str| {
            RawResponse::new(StatusCode::OK, HeaderMap::new(), Bytes::from(body))
        };
        let error = response("").json::<Vec<u8>>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the call succeeded, but the body is empty at $"
        );
        let error = response("{}").json::<Vec<u8>>().unwrap_err();
        assert!(error.to_string().ends_with(" at $, near `{}`"), "{error}");
    }
}

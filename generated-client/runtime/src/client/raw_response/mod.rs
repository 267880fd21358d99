//! Raw responses, and decoding them.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_core::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::beginning::{is_markup, is_page, text_start};
use super::body_stream::BodyStream;
use super::compression::compressed;
use super::corrected_json::corrected_json;
use super::decode_error::{decode_json, excerpt};
use super::header::essence;
use super::lenient_json::{Missing, Rest, lenient_json};
use super::lossy_json::lossy_json;
use super::turns::Turn;
use super::{DecodeError, ErrorBody, RateLimit, charset};

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

/// The first bytes of compressed bodies. Text cannot begin like this.
pub(super) const SIGNATURES: [(&str, &[u8]); 2] =
    [("gzip", &[0x1f, 0x8b]), ("zstd", &[0x28, 0xb5, 0x2f, 0xfd])];

const EMPTY_OBJECT: &[u8] = b"{}";

/// The result of [`Request::decode`](super::Request::decode).
pub type Decode<T> = Result<T, DecodeError>;

/// A response as it was received: status, headers and body. A clone shares the body.
#[derive(Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is known at another time"
)]
pub struct RawResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    /// The rest of the body if the response is read as a stream. The first user takes it.
    body_stream: Option<Arc<Mutex<Option<BodyStream>>>>,
    /// Whether it is one value of a stream.
    is_frame: bool,
    /// Whether the call may have changed something: its method is not `GET` or `HEAD`.
    pub(super) is_change: bool,
    /// Whether it is HTML or plain text, and the request accepts that.
    pub(super) is_accepted: bool,
    /// The treatment of required members that the body of an error lacks.
    pub(super) missing: Missing,
    /// A probable reason for an error, such as a wrong base URL.
    pub(super) hint: Option<Arc<str>>,
    /// Whether the base URL repeats the path, so that something else than the service has probably responded.
    pub(super) is_misdirected: bool,
    /// Where the problem of a fixture for an error is reported.
    #[cfg(feature = "testing")]
    pub(crate) fixture: Option<super::ErrorFixture>,
}

impl RawResponse {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self {
            status,
            headers,
            body,
            body_stream: None,
            is_frame: false,
            is_change: false,
            is_accepted: false,
            missing: Missing::Fails,
            hint: None,
            is_misdirected: false,
            #[cfg(feature = "testing")]
            fixture: None,
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

    /// Keeps the turn of the attempt until the body ends, if it is read as a stream. Otherwise it has ended.
    pub(super) fn hold(&self, turn: Turn) {
        let body_stream = self.body_stream.as_ref().map(|body| body.lock());
        let body_stream = body_stream.map(|body| body.unwrap_or_else(PoisonError::into_inner));
        if let Some(mut body_stream) = body_stream
            && let Some(body_stream) = &mut *body_stream
        {
            body_stream.hold(turn);
        }
    }

    /// Takes the rest of the body.
    pub(super) fn take_body_stream(&self) -> Option<BodyStream> {
        let body_stream = self.body_stream.as_ref()?.lock();
        body_stream.unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Whether the body is read while it arrives.
    pub(super) fn is_streamed(&self) -> bool {
        self.body_stream.is_some()
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

    /// Decodes the body as JSON, with these deviations from the type: `null` in place of an array or object counts as an
    /// empty one, and so do `[]` in place of an object and `{}` in place of an array; other items of arrays and values of maps
    /// that are `null` are left out if the type does not allow it; `5.0` counts as the integer 5. A blank body counts as an
    /// empty object, because services and proxies omit the body if nothing in it is required, and with the status 204 or 205
    /// also as an empty array. If the request accepts `text/plain` and the response is of that media type, the body is the value
    /// of a type that is a string.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        if let Some(string) = self.quoted()
            && let Ok(value) = serde_json::from_slice(&string)
            && serde_json::from_slice::<T>(b"0").is_err()
        {
            return Ok(value);
        }
        if self.is_blank() && !self.is_frame {
            let empty = if has_no_content(self.status) {
                corrected_json(EMPTY_OBJECT)
            } else {
                decode_json(EMPTY_OBJECT)
            };
            return empty.map_err(|error| self.explained(error));
        }
        let body = &*self.body;
        if let Ok(value) = serde_json::from_slice(body) {
            return Ok(value);
        }
        // Few texts need to be corrected, so this is only tried if the text cannot be decoded.
        let corrected = lossy_json(body);
        let text = corrected.as_deref().unwrap_or(body);
        let decoded = if self.is_frame && [&b"null"[..], b"[]"].contains(&text.trim_ascii()) {
            // A stream has no values that are left out, so this would be an invented one.
            decode_json(text)
        } else {
            corrected_json(text)
        };
        decoded.map_err(|error| self.explained(error))
    }

    /// The body as a JSON string, if it is text that the request accepts.
    fn quoted(&self) -> Option<Vec<u8>> {
        let is_text = self.is_accepted && self.is_plain_text() && self.compression().is_none();
        is_text.then(|| serde_json::to_vec(&self.text()).ok())?
    }

    /// Decodes the body as an object. If the call changed something, an error would hide that it did. So if the object has no
    /// required members, nobody needs the body: it may also be `OK` or the like, and members that do not fit are left out, as
    /// long as there are few.
    pub(super) fn object<T: DeserializeOwned>(&self) -> Decode<T> {
        self.json().or_else(|error| {
            let empty = serde_json::from_slice(EMPTY_OBJECT).ok();
            // A type that also accepts strings is not an object.
            let is_object = serde_json::from_slice::<T>(br#""""#).is_err();
            let empty = empty.filter(|_| is_object && self.may_be_unneeded());
            let value = match self.start().first() {
                Some(b'{') if empty.is_some() => {
                    let is_text = serde_json::from_slice::<IgnoredAny>(&self.body).is_err();
                    let lenient = lenient_json(&self.body, Missing::Fails, Rest::Fails);
                    lenient.or(empty.filter(|_| is_text))
                }
                _ => empty,
            };
            value.ok_or(error)
        })
    }

    /// The body of an error, as far as it fits the type.
    pub(super) fn lenient<T: DeserializeOwned>(&self) -> Option<T> {
        lenient_json(&self.body, self.missing, Rest::IsLeftOut)
    }

    /// The message of an error whose declared type does not say where it is.
    pub(super) fn usual_message(&self) -> Option<String> {
        let body: Value = self.lenient()?;
        ErrorBody::message(&body).map(str::to_owned)
    }

    /// Whether the body may be something else than a type describes if nothing in that type is required.
    fn may_be_unneeded(&self) -> bool {
        let start = self.start();
        // A list of something, or a page.
        let is_foreign = match start.first() {
            Some(b'[') => serde_json::from_slice::<Vec<Value>>(start).is_ok(),
            _ => self.is_page(),
        };
        self.is_change && !self.is_frame && !is_foreign && self.is_readable()
    }

    /// The text of the body, after a byte order mark and blanks.
    fn start(&self) -> &[u8] {
        text_start(&self.body)
    }

    /// Whether the headers declare HTML and the body begins like it.
    pub(super) fn is_html(&self) -> bool {
        // The body first, because most are something else.
        is_markup(&self.body) && self.media_type().is_some_and(|name| name.contains("html"))
    }

    /// Whether the body is HTML, or begins like a page of it, perhaps after a comment. A page comes from somewhere else, such as
    /// a proxy that asks for a login.
    pub(super) fn is_page(&self) -> bool {
        self.is_html() || is_page(&self.body)
    }

    /// Whether the headers declare plain text.
    pub(super) fn is_plain_text(&self) -> bool {
        let declared = self.headers.get(CONTENT_TYPE);
        declared.is_some_and(|declared| is_media_type(declared, "text/plain"))
    }

    pub(super) fn is_blank(&self) -> bool {
        self.start().is_empty()
    }

    /// Whether the headers declare JSON, or the body begins like an object or an array.
    pub(super) fn is_json(&self) -> bool {
        match self.media_type() {
            Some(declared) => declared.ends_with("/json") || declared.ends_with("+json"),
            None => matches!(self.start().first(), Some(b'{' | b'[')),
        }
    }

    /// The declared media type, without parameters and in lower case.
    fn media_type(&self) -> Option<String> {
        let declared = self.headers.get(CONTENT_TYPE)?.to_str().ok()?;
        Some(essence(declared))
    }

    /// For a body that is empty or compressed, this is the problem.
    fn explained(&self, error: DecodeError) -> DecodeError {
        if let Err(compressed) = self.expect_uncompressed() {
            return compressed;
        }
        if !self.is_blank() {
            return error;
        }
        let status = self.status.as_u16();
        let message = match (self.is_frame, self.status) {
            (true, _) => "the data is empty",
            (_, declared) if has_no_content(declared) => &format!(
                "the call succeeded, but status {status} has no content, and the type of the response has required members"
            ),
            _ => "the call succeeded, but the body is empty",
        };
        DecodeError::of_body(message, String::new())
    }

    fn is_readable(&self) -> bool {
        std::str::from_utf8(&self.body).is_ok()
    }

    /// The compression that the headers declare. The HTTP client hides the ones that it removes.
    fn declared_compression(&self) -> Option<&'static str> {
        let media_type = self.media_type().unwrap_or_default();
        let values = self.headers.get_all(CONTENT_ENCODING).iter();
        let declared = values.filter_map(|value| value.to_str().ok());
        let mut declared = declared.flat_map(|value| value.split(','));
        let known = declared.find_map(|encoding| {
            let mut known = COMPRESSIONS.into_iter();
            known.find(|known| known.eq_ignore_ascii_case(encoding.trim()))
        });
        // Some servers declare the compression of a file (`application/gzip`) as the one of the response.
        known.filter(|known| !media_type.contains(known.trim_start_matches("x-")))
    }

    /// The compression of text or JSON, which may begin like a compressed file.
    pub(super) fn compression(&self) -> Option<&'static str> {
        let found = SIGNATURES
            .iter()
            .find(|(_, signature)| self.body.starts_with(signature));
        let found = found.map(|(name, _)| *name);
        // Some services declare a compression that they do not apply.
        let is_text = self.body_stream.is_none() && self.is_readable();
        self.declared_compression().or(found).filter(|_| !is_text)
    }

    fn compressed(&self, encoding: &str) -> DecodeError {
        let values = self.headers.get_all(CONTENT_ENCODING).iter();
        let declared: Vec<_> = values.filter_map(|value| value.to_str().ok()).collect();
        let declared = declared.join(", ");
        compressed(
            encoding,
            Some(&*declared).filter(|declared| !declared.is_empty()),
        )
    }

    /// Fails if the body is compressed, although it is text or JSON.
    pub(super) fn expect_uncompressed(&self) -> Decode<()> {
        self.compression()
            .map_or(Ok(()), |encoding| Err(self.compressed(encoding)))
    }

    /// Fails if the headers declare that the bytes are compressed.
    pub(super) fn expect_plain_bytes(&self) -> Decode<()> {
        self.declared_compression()
            .map_or(Ok(()), |encoding| Err(self.compressed(encoding)))
    }

    /// Checks the declared media type.
    pub(super) fn expect_media_type(&self, expected: &str) -> Decode<()> {
        let Some(actual) = self.headers.get(CONTENT_TYPE) else {
            return Ok(());
        };
        if is_media_type(actual, expected) {
            return Ok(());
        }
        let actual = String::from_utf8_lossy(actual.as_bytes());
        Err(self.unexpected(&format!(
            "the media type is `{actual}` instead of `{expected}`"
        )))
    }

    /// Fails for a page of HTML in place of no content.
    pub(super) fn expect_no_page(&self) -> Decode<()> {
        if self.is_page() {
            return Err(self.unexpected("the body is a page of HTML instead of no content"));
        }
        Ok(())
    }

    /// Fails for HTML that the request does not accept.
    pub(super) fn expect_accepted(&self) -> Decode<()> {
        if self.is_html() && !self.is_accepted {
            let problem = "the body is HTML, which the request does not accept";
            return Err(self.unexpected(problem));
        }
        Ok(())
    }

    fn unexpected(&self, message: &str) -> DecodeError {
        DecodeError::of_body(message, self.excerpt())
    }

    /// The body as text, in the encoding that the headers declare.
    pub(super) fn text(&self) -> Cow<'_, str> {
        let declared = self.headers.get(CONTENT_TYPE);
        let declared = declared.and_then(|declared| declared.to_str().ok());
        charset::text(&self.body, declared.unwrap_or_default())
    }

    /// The beginning of the body, on one line.
    pub(super) fn excerpt(&self) -> String {
        match self.compression() {
            Some(encoding) => format!("(a body compressed as `{encoding}`)"),
            None => excerpt(self.text().as_bytes()),
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

/// The error for a success that is none of the declared responses.
pub fn undocumented(response: &RawResponse) -> DecodeError {
    response.unexpected(
        "the call succeeded with a status that the document does not declare, and the body fits none of the declared \
         responses",
    )
}

/// Whether a response with this status never has a body.
fn has_no_content(status: StatusCode) -> bool {
    [StatusCode::NO_CONTENT, StatusCode::RESET_CONTENT].contains(&status)
}

/// Whether a header declares a media type, perhaps with parameters.
fn is_media_type(declared: &HeaderValue, expected: &str) -> bool {
    let essence = declared.as_bytes().split(|byte| *byte == b';').next();
    essence.is_some_and(|essence| {
        essence
            .trim_ascii()
            .eq_ignore_ascii_case(expected.as_bytes())
    })
}

//! Raw responses, and decoding them.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use serde_core::Serialize;
use serde_core::de::{DeserializeOwned, IgnoredAny};

use super::body_stream::BodyStream;
use super::compression::compressed;
use super::corrected_json::corrected_json;
use super::decode_error::{decode_json, excerpt};
use super::lenient_json::{Missing, Rest, lenient_json};
use super::lossy_json::lossy_json;
use super::{DecodeError, RateLimit};

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
    /// Whether the request accepts HTML.
    pub(super) accepts_html: bool,
    /// The treatment of required members that the body of an error lacks.
    pub(super) missing: Missing,
    /// A probable reason for an error, such as a wrong base URL.
    pub(super) hint: Option<Arc<str>>,
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
            accepts_html: false,
            missing: Missing::Fails,
            hint: None,
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
    /// empty object, because services and proxies omit the body if nothing in it is required.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        if self.is_blank() && !self.is_frame {
            return decode_json(EMPTY_OBJECT).map_err(|error| self.explained(error));
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

    /// Decodes the body as an object. If the call changed something, an error would hide that it did. So if the object has no
    /// required members, nobody needs the body: it may also be `OK` or the like, and members that do not fit are left out, as
    /// long as there are few.
    pub(super) fn object<T: DeserializeOwned>(&self) -> Decode<T> {
        self.json().or_else(|error| {
            let empty = serde_json::from_slice(EMPTY_OBJECT).ok();
            // A type that also accepts strings is not an object.
            let is_object = serde_json::from_slice::<T>(br#""""#).is_err();
            let empty = empty.filter(|_| is_object && self.may_be_unneeded());
            let value = match self.body.trim_ascii_start().first() {
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

    fn lenient<T: DeserializeOwned>(&self) -> Option<T> {
        lenient_json(&self.body, self.missing, Rest::IsLeftOut)
    }

    /// Whether the body may be something else than a type describes if nothing in that type is required.
    fn may_be_unneeded(&self) -> bool {
        let start = self.body.trim_ascii_start();
        let is_foreign = match start.first() {
            Some(b'<') => self.is_page(),
            // A list of something.
            Some(b'[') => serde_json::from_slice::<Vec<serde_json::Value>>(start).is_ok(),
            _ => false,
        };
        self.is_change && !self.is_frame && !is_foreign && self.is_readable()
    }

    /// Whether the headers declare HTML and the body begins like it.
    pub(super) fn is_html(&self) -> bool {
        let text = self.body.strip_prefix(b"\xef\xbb\xbf");
        text.unwrap_or(&self.body).trim_ascii_start().first() == Some(&b'<')
            && self.media_type().is_some_and(|name| name.contains("html"))
    }

    /// Whether the body is HTML, or begins like a page of it, perhaps after a comment. A page comes from somewhere else, such as
    /// a proxy that asks for a login.
    fn is_page(&self) -> bool {
        const BEGINNING: usize = 1024;
        let start = &self.body[..self.body.len().min(BEGINNING)];
        let start = start.trim_ascii_start().to_ascii_lowercase();
        if self.is_html() || !start.starts_with(b"<") {
            return self.is_html();
        }
        let has = |with: &[u8]| start.windows(with.len()).any(|part| part == with);
        has(b"<html") || has(b"<!doctype html")
    }

    pub(super) fn is_blank(&self) -> bool {
        let text = self.body.strip_prefix(b"\xef\xbb\xbf");
        text.unwrap_or(&self.body).trim_ascii().is_empty()
    }

    /// Whether the headers declare JSON, or the body begins like an object or an array.
    pub(super) fn is_json(&self) -> bool {
        match self.media_type() {
            Some(declared) => declared.ends_with("/json") || declared.ends_with("+json"),
            None => matches!(self.body.trim_ascii_start().first(), Some(b'{' | b'[')),
        }
    }

    /// The declared media type, without parameters and in lower case.
    fn media_type(&self) -> Option<String> {
        let declared = self.headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let essence = declared.split(';').next().unwrap_or_default();
        Some(essence.trim().to_ascii_lowercase())
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
            (_, StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT) => &format!(
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

    /// Fails if the body is compressed, although it is text or JSON.
    pub(super) fn expect_uncompressed(&self) -> Decode<()> {
        self.compression()
            .map_or(Ok(()), |encoding| Err(compressed(encoding)))
    }

    /// Fails if the headers declare that the bytes are compressed.
    pub(super) fn expect_plain_bytes(&self) -> Decode<()> {
        self.declared_compression()
            .map_or(Ok(()), |encoding| Err(compressed(encoding)))
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

    /// Fails for a page of HTML in place of no content.
    pub(super) fn expect_no_page(&self) -> Decode<()> {
        if self.is_page() {
            return Err(self.unexpected("the body is a page of HTML instead of no content"));
        }
        Ok(())
    }

    /// Fails for HTML that the request does not accept.
    pub(super) fn expect_accepted(&self) -> Decode<()> {
        if self.is_html() && !self.accepts_html {
            let problem = "the body is HTML, which the request does not accept";
            return Err(self.unexpected(problem));
        }
        Ok(())
    }

    fn unexpected(&self, message: &str) -> DecodeError {
        DecodeError::of_body(message, self.excerpt())
    }

    /// The beginning of the body, on one line.
    pub(super) fn excerpt(&self) -> String {
        match self.compression() {
            Some(encoding) => format!("(a body compressed as `{encoding}`)"),
            None => excerpt(&self.body),
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
pub fn error_body<T: Serialize + DeserializeOwned>(response: &RawResponse) -> Option<T> {
    #[cfg(feature = "testing")]
    if let Some(fixture) = &response.fixture {
        fixture.check::<T>(response.body());
    }
    response.lenient()
}

/// The error for a success that is none of the declared responses.
pub fn undocumented(response: &RawResponse) -> DecodeError {
    response.unexpected(
        "the call succeeded with a status that the document does not declare, and the body fits none of the declared \
         responses",
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::{JsonObject, object};

    use super::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Report {
        count: Option<i64>,
        name: Option<String>,
        parts: Option<BTreeMap<String, i64>>,
    }

    object!(Report {
        optional count: "count",
        optional name: "name",
        optional parts: "parts",
    });

    fn response(is_change: bool, body: &str) -> RawResponse {
        let body = Bytes::from(body.to_owned());
        let mut response = RawResponse::new(StatusCode::OK, HeaderMap::new(), body);
        response.is_change = is_change;
        response
    }

    #[test]
    fn a_report_of_a_change_is_read_as_far_as_it_fits() {
        let named = Report {
            name: Some("n".to_owned()),
            ..Report::default()
        };
        for body in [
            r#"{"count": [], "name": "n"}"#,
            r#"{"name": "n", "parts": 1} OK"#,
            r#"{"name": "n", "count": 1e99, "parts"#,
        ] {
            let read = |is_change| response(is_change, body).object::<Report>();
            assert_eq!(read(true), Ok(named.clone()), "{body}");
            // Who only reads needs the response.
            assert!(read(false).is_err(), "{body}");
        }
        let parts = r#"{"parts": {"a": 1, "b": "x"}}"#;
        let report: Report = response(true, parts).object().unwrap();
        assert_eq!(report.parts, Some([("a".to_owned(), 1)].into()));
    }

    #[test]
    fn what_is_needed_stays_an_error() {
        for body in ["<html>", "<!DOCTYPE html><p>", "{\"a\": 1} x"] {
            assert!(response(true, body).object::<Vec<u8>>().is_err());
        }
        assert!(response(true, "<ok/>").object::<Report>().is_ok());
        assert!(response(false, "<ok/>").object::<Report>().is_err());
        assert!(response(true, "<HTML>").object::<Report>().is_err());
        assert!(response(true, "x").json::<JsonObject>().is_err());
    }

    #[test]
    fn an_empty_body_is_no_decode_error_with_a_path() {
        let error = response(false, " ").json::<Vec<u8>>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the call succeeded, but the body is empty"
        );
        let response = RawResponse::new(StatusCode::NO_CONTENT, HeaderMap::new(), Bytes::new());
        let error = response.json::<Vec<u8>>().unwrap_err();
        assert!(
            error.to_string().contains("status 204 has no content"),
            "{error}"
        );
    }
}

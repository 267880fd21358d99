//! The parts of a request that an operation fills in.

use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName};
use serde_core::Serialize;
use serde_json::Value;

use super::body::{Body, SentBody, object};
use super::pairs::{append, has_pair, name_of, with_cookies};
use super::percent::encode;
use super::style::Style;
use super::{EncodeError, Operation, SecuritySchemeKind, Upload, header};
use crate::model::json::{to_text, write_text};

/// The parts of a request. [`Request::encode`](super::Request::encode) adds each input in its place.
///
/// A value that is `None`, `null`, an empty array or an empty object is not sent; a path parameter must have a value. An empty
/// string is a value in queries, cookies and bodies, but not in paths and headers. The first input that cannot be sent is
/// kept as an error, and the call fails before anything is sent.
#[derive(Clone, Debug)]
pub struct RequestParts {
    pub(super) operation: Operation,
    /// The path template, in which `path` replaces each parameter.
    pub(super) path: String,
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    /// Headers of the client that this call does not send.
    pub(super) removed_headers: Vec<HeaderName>,
    cookies: String,
    /// A media type that is neither the default nor in the document. It is empty if there is to be none.
    pub(super) own_media_type: Option<String>,
    pub(super) body: Body,
    has_optional_body: bool,
    /// The properties that an optional body must have if it is sent.
    required_properties: &'static [&'static str],
    error: Option<EncodeError>,
    /// Memory for the JSON text of a value.
    text: Vec<u8>,
    #[cfg(feature = "testing")]
    pub(super) inputs: Option<super::Snapshot>,
}

impl RequestParts {
    pub(super) fn new(operation: Operation) -> Self {
        Self {
            operation,
            path: operation.path().to_owned(),
            query: String::new(),
            headers: HeaderMap::new(),
            removed_headers: Vec::new(),
            cookies: String::new(),
            own_media_type: None,
            body: Body::None,
            has_optional_body: false,
            required_properties: &[],
            error: None,
            text: Vec::new(),
            #[cfg(feature = "testing")]
            inputs: None,
        }
    }

    /// A path parameter in the default style, `simple`.
    pub fn path<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.path_styled(name, Style::SIMPLE, value);
    }

    /// A path parameter in another style.
    pub fn path_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        style: Style,
        value: &T,
    ) {
        if let Some(value) = self.value("path parameter", name, value) {
            self.add_path(name, style, &value);
        }
    }

    /// A query parameter in the default style, `form` and exploded.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.query_styled(name, Style::FORM, value);
    }

    /// A query parameter in another style.
    pub fn query_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        style: Style,
        value: &T,
    ) {
        if let Some(value) = self.value("query parameter", name, value) {
            self.add_query(name, style, &value);
        }
    }

    /// A header parameter in the default style, `simple`.
    pub fn header<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.header_styled(name, Style::SIMPLE, value);
    }

    /// A header parameter in another style.
    pub fn header_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        style: Style,
        value: &T,
    ) {
        // Some documents declare the length as a parameter. The HTTP client counts it.
        if name.eq_ignore_ascii_case("content-length") {
            return;
        }
        let value = self.value("header", name, value);
        if let Some(text) = value.and_then(|value| style.write_raw(name, &value)) {
            let added = match text.trim_matches([' ', '\t']) {
                // Most services treat it like a missing header, and proxies may drop it.
                "" => Err(EncodeError::new("header", name, "must not be empty")),
                _ => self.add_header(name, &text),
            };
            self.keep(added);
        }
    }

    /// A cookie in the default style, `form` and exploded.
    pub fn cookie<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.cookie_styled(name, Style::FORM, value);
    }

    /// A cookie in another style.
    pub fn cookie_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        style: Style,
        value: &T,
    ) {
        let value = self.value("cookie", name, value);
        if let Some(text) = value.and_then(|value| style.write(name, &value)) {
            append(&mut self.cookies, "; ", &text.replace('&', "; "));
        }
    }

    /// The accepted media types, unless JSON is the only one.
    pub fn accept(&mut self, media_types: &'static str) {
        let added = self.add_header(ACCEPT.as_str(), media_types);
        self.keep(added);
    }

    /// The media type of the body, if it is not the default for its kind.
    pub fn content_type(&mut self, media_type: &'static str) {
        let added = self.add_header(CONTENT_TYPE.as_str(), media_type);
        self.keep(added);
    }

    /// Starts a JSON object as the body; [`property`](Self::property) adds to it.
    pub fn object(&mut self) {
        self.body = Body::members(object);
    }

    /// The body is only sent if it has content.
    pub fn optional_body(&mut self) {
        self.has_optional_body = true;
    }

    /// The same, and content must include these properties.
    pub fn optional_body_with(&mut self, required: &'static [&'static str]) {
        self.optional_body();
        self.required_properties = required;
    }

    /// A property of a form in another style than the default.
    pub fn property_styled<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        style: Style,
        value: &T,
    ) {
        if let Some(json) = self.json_text("body property", name, value) {
            let added = self.body.set(name.into(), json, style);
            self.keep(added);
        }
    }

    /// Text as the whole body.
    pub fn text(&mut self, media_type: &'static str, text: Option<&String>) {
        if let Some(text) = text {
            self.body = Body::Bytes(media_type, text.as_str().into());
        }
    }

    /// Bytes as the whole body.
    pub fn bytes(&mut self, media_type: &'static str, bytes: Option<&Upload>) {
        if let Some(bytes) = bytes {
            self.body = Body::Bytes(media_type, bytes.clone());
        }
    }

    /// A member of the object in the body that is always sent: `None` as `null`.
    pub fn property<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.property_styled(name, Style::FIELD, value);
    }

    /// A member of the object in the body that may be absent: `None` is not sent.
    pub fn optional_property<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.property(name, value);
        }
    }

    /// JSON as the whole body.
    pub fn json<T: Serialize + ?Sized>(&mut self, body: &T) {
        if let Some(json) = self.json_text("body", "", body) {
            self.body = Body::Json(json);
        }
    }

    /// JSON as the whole body, which may be absent: `None` sends no body.
    pub fn optional_json<T: Serialize>(&mut self, body: &Option<T>) {
        if let Some(body) = body {
            self.json(body);
        }
    }

    /// Converts a value to one that is not generic. This goes through JSON text, so that types are compiled for one
    /// serializer only.
    pub(super) fn value<T: Serialize + ?Sized>(
        &mut self,
        part: &'static str,
        name: &str,
        value: &T,
    ) -> Option<Value> {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        text.reserve(64);
        let written = write_text(&mut text, value);
        let value = self.parsed(part, name, written, &text);
        self.text = text;
        value
    }

    fn parsed(
        &mut self,
        part: &'static str,
        name: &str,
        written: serde_json::Result<()>,
        text: &[u8],
    ) -> Option<Value> {
        if written.is_ok() && text == b"null" {
            return Some(Value::Null);
        }
        let value = written.and_then(|()| serde_json::from_slice(text));
        self.kept(part, name, value)
    }

    pub(super) fn json_text<T: Serialize + ?Sized>(
        &mut self,
        part: &'static str,
        name: &str,
        value: &T,
    ) -> Option<Vec<u8>> {
        self.kept(part, name, to_text(value))
    }

    fn kept<T>(
        &mut self,
        part: &'static str,
        name: &str,
        result: serde_json::Result<T>,
    ) -> Option<T> {
        result
            .map_err(|error| self.keep(Err(EncodeError::json(part, name, error))))
            .ok()
    }

    /// Keeps the first error.
    pub(super) fn keep(&mut self, result: Result<(), EncodeError>) {
        if let Err(error) = result {
            self.error.get_or_insert(error);
        }
    }

    fn add_path(&mut self, name: &'static str, style: Style, value: &Value) {
        let text = style.write(name, value).unwrap_or_default();
        // Servers and proxies drop empty segments and resolve dots, so another endpoint would respond.
        if matches!(text.as_str(), "" | "." | "..") {
            let problem = "must not be empty, `.` or `..`";
            return self.keep(Err(EncodeError::new("path parameter", name, problem)));
        }
        // Values are encoded, so they contain no braces.
        let mut from = 0;
        while let Some(start) = self.path[from..].find('{') {
            let start = from + start;
            let rest = &self.path[start + 1..];
            from = start + 1;
            if rest
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('}'))
            {
                self.path.replace_range(start..=from + name.len(), &text);
            }
        }
    }

    pub(super) fn add_query(&mut self, name: &str, style: Style, value: &Value) {
        if let Some(text) = style.write(name, value) {
            append(&mut self.query, "&", &text);
        }
    }

    /// Adds a query parameter that is already encoded, unless the caller has set one of the same name.
    pub(super) fn add_query_credential(&mut self, pair: &str) {
        if !has_pair(&self.query, '&', name_of(pair)) {
            append(&mut self.query, "&", pair);
        }
    }

    /// Adds a cookie that is already encoded, unless the caller has set one of the same name.
    pub(super) fn add_cookie_credential(&mut self, pair: &str) {
        if !self.has_cookie(name_of(pair)) {
            append(&mut self.cookies, "; ", pair);
        }
    }

    fn has_cookie(&self, name: &str) -> bool {
        has_pair(&self.cookies, ';', name) || has_pair(self.cookies_by_hand(), ';', name)
    }

    /// The header of the call, otherwise of the client.
    fn cookies_by_hand(&self) -> &str {
        let header = self.headers.get(COOKIE);
        header
            .and_then(|header| header.to_str().ok())
            .unwrap_or_default()
    }

    pub(super) fn add_header(&mut self, name: &str, value: &str) -> Result<(), EncodeError> {
        let (name, value) = header::header(name, value)
            .map_err(|problem| EncodeError::new("header", name, problem))?;
        self.headers.insert(name, value);
        Ok(())
    }

    /// Whether the caller has added a credential of this kind by hand.
    pub(super) fn contains(&self, kind: SecuritySchemeKind) -> bool {
        match kind {
            SecuritySchemeKind::Query(name) => has_pair(&self.query, '&', &encode(name)),
            SecuritySchemeKind::Cookie(name) => self.has_cookie(&encode(name)),
            _ => kind
                .header()
                .is_some_and(|name| self.headers.contains_key(name)),
        }
    }

    /// Returns the parts, unless one of them cannot be sent.
    pub(super) fn checked(mut self) -> Result<Self, EncodeError> {
        self.error.take().map_or(Ok(self), Err)
    }

    fn missing_property(&self) -> Option<&'static str> {
        let mut required = self.required_properties.iter().copied();
        required.find(|name| !self.body.contains(name))
    }

    /// Returns the headers, including the cookies, and the body with its media type if there is one.
    pub(super) fn finish(mut self) -> Result<(HeaderMap, Option<SentBody>), EncodeError> {
        if !self.cookies.is_empty() {
            let cookies = with_cookies(self.cookies_by_hand(), &self.cookies);
            self.add_header(COOKIE.as_str(), &cookies)?;
        }
        if self.has_optional_body && self.body.is_empty() {
            self.body = Body::None;
        } else if let Some(name) = self.missing_property() {
            let problem = "is required if any field of the body is set";
            return Err(EncodeError::new("body property", name, problem));
        }
        let body = self.body.finish()?;
        if let (Some(own), Some((usual, _))) = (&self.own_media_type, &body) {
            let problem = header::contradiction(own, usual.to_str().unwrap_or_default());
            problem
                .map_err(|problem| EncodeError::new("header", CONTENT_TYPE.as_str(), problem))?;
        }
        Ok((self.headers, body))
    }
}

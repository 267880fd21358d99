//! A request as it is sent: its parts, with additions by the client and the call.

use std::sync::Arc;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use reqwest::{Request, Url};

use super::error::Failure;
use super::header::essence;
use super::payload::Payload;
use super::random;
use super::security_scheme::Applied;
use super::settings::Settings;
use super::token_source::TokenSource;
use super::{
    CallSettings, ClientCore, ClientHeader, ConfigError, EncodeError, RequestParts, SecurityScheme,
    SecuritySchemeKind, trace_headers,
};

/// The longest URL that the `http` crate accepts, in bytes.
const LONGEST_URL: usize = 65_000;

/// The reason why a request cannot be sent.
pub(super) enum Unsent {
    Config(ConfigError),
    Encode(EncodeError),
}

impl From<ConfigError> for Unsent {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<EncodeError> for Unsent {
    fn from(error: EncodeError) -> Self {
        Self::Encode(error)
    }
}

impl From<Unsent> for Failure {
    fn from(unsent: Unsent) -> Self {
        match unsent {
            Unsent::Config(error) => Self::Config(error),
            Unsent::Encode(error) => Self::Encode(error),
        }
    }
}

/// A request that can be sent, and sent again unless its body contains a stream.
pub(super) struct PreparedRequest {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    /// The source of its bearer token, if that is not in the headers.
    pub(super) token_source: Option<Arc<TokenSource>>,
    body: Option<Payload>,
    /// Whether it can be repeated as it is, with its idempotency key if it needs one.
    pub(super) is_idempotent: bool,
    /// Whether its idempotency key is one of the caller.
    pub(super) has_own_key: bool,
    #[cfg(feature = "testing")]
    pub(super) inputs: Option<super::Snapshot>,
}

impl PreparedRequest {
    pub(super) fn new(
        client: &ClientCore,
        mut parts: RequestParts,
        settings: &CallSettings,
    ) -> Result<Self, Unsent> {
        let shared = client.settings();
        parts.add_settings(settings)?;
        let mut headers = shared.headers.clone();
        for header in shared.api.headers {
            if !parts.operation.takes(header) {
                headers.remove(header.name);
            }
        }
        let mut removed = std::mem::take(&mut parts.removed_headers);
        let is_emptied = |header: &&ClientHeader| {
            is_removed(&removed, header.name) && (!header.required || parts.operation.takes(header))
        };
        if let Some(header) = shared.api.headers.iter().find(is_emptied) {
            let setting = shared.names.header(header);
            return Err(setting.invalid("is empty in this call").into());
        }
        remove(&mut headers, &removed);
        if let Some(cookies) = headers.remove(COOKIE) {
            // A header of the call takes its place, but the inputs and the credential are added to it.
            parts.headers.entry(COOKIE).or_insert(cookies);
        }
        let given = |scheme: &SecurityScheme| {
            let header = match scheme.kind {
                SecuritySchemeKind::Cookie(_) => Some(COOKIE.as_str()),
                kind => kind.header(),
            };
            parts.contains(scheme.kind)
                || header
                    .is_some_and(|name| headers.contains_key(name) || is_removed(&removed, name))
        };
        let has_header =
            |name: &str| headers.contains_key(name) || parts.headers.contains_key(name);
        let credentials = shared.credentials_of(parts.operation, &has_header, &given)?;
        let mut token_source = None;
        for credential in credentials {
            match credential {
                Applied::Header(name, _) if is_removed(&removed, name.as_str()) => {}
                Applied::Header(name, value) => {
                    headers.insert(name, value.clone());
                }
                Applied::From(_) if is_removed(&removed, AUTHORIZATION.as_str()) => {}
                Applied::From(source) => {
                    headers.remove(AUTHORIZATION);
                    token_source = Some(source.clone());
                }
                Applied::Query(pair) => parts.add_query_credential(pair),
                Applied::Cookie(_) if is_removed(&removed, COOKIE.as_str()) => {}
                Applied::Cookie(pair) => parts.add_cookie_credential(pair),
            }
        }
        let url = url(shared, &parts)?;
        let method = parts.operation.method().clone();
        let operation = parts.operation;
        let key = operation.idempotency_key();
        #[cfg(feature = "testing")]
        let inputs = parts.inputs.take();
        let (extra_headers, body) = parts.finish()?;
        let is_empty = body.as_ref().is_none_or(|(_, body)| body.is_empty());
        if is_empty && [Method::POST, Method::PUT, Method::PATCH].contains(&method) {
            // The length is explicit, because some servers reject requests without it.
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let body = body.map(|(media_type, body)| {
            headers.insert(CONTENT_TYPE, media_type);
            body
        });
        headers.extend(extra_headers);
        let has_own_key = key.is_some_and(|name| headers.contains_key(name));
        // The generator has checked the name.
        if let Some(Ok(name)) = key.map(HeaderName::try_from)
            && let Ok(key) = HeaderValue::try_from(random::token())
        {
            // One of the caller's own says that this call repeats an earlier one.
            headers.entry(name).or_insert(key);
        }
        // Such as the content type. The cookies are those of the inputs.
        removed.retain(|name| *name != COOKIE);
        remove(&mut headers, &removed);
        let has_key = key.is_none_or(|name| headers.contains_key(name));
        Ok(Self {
            method,
            url,
            // A header of the call replaces the token.
            token_source: token_source.filter(|_| !headers.contains_key(AUTHORIZATION)),
            headers,
            body,
            is_idempotent: operation.is_idempotent() && has_key,
            has_own_key,
            #[cfg(feature = "testing")]
            inputs,
        })
    }

    pub(super) fn is_repeatable(&self) -> bool {
        self.body.as_ref().is_none_or(Payload::is_repeatable)
    }

    /// The length of the body in bytes, if it is in memory.
    pub(super) fn body_size(&self) -> Option<u64> {
        self.body.as_ref().map_or(Some(0), Payload::length)
    }

    /// Whether sending the request takes no time worth mentioning.
    pub(super) fn is_sent_at_once(&self) -> bool {
        self.body.as_ref().is_none_or(Payload::is_small)
    }

    /// Whether one of the accepted media types is HTML, or a range that contains it.
    pub(super) fn accepts_html(&self) -> bool {
        self.accepted()
            .any(|range| range.contains("html") || ["*/*", "text/*"].contains(&&*range))
    }

    /// Whether one of the accepted media types is plain text.
    pub(super) fn accepts_plain_text(&self) -> bool {
        self.accepted().any(|range| range == "text/plain")
    }

    /// The accepted media types and ranges, without parameters and in lower case.
    fn accepted(&self) -> impl Iterator<Item = String> {
        let accepted = self.headers.get_all(ACCEPT).iter();
        let accepted = accepted.filter_map(|value| value.to_str().ok());
        let ranges = accepted.flat_map(|value| value.split(','));
        ranges.map(essence)
    }

    /// The request to its own URL or to the target of a redirect, with these headers.
    pub(super) async fn to(
        &self,
        url: Url,
        own: &HeaderMap,
        settings: &Settings,
    ) -> Result<Request, Unsent> {
        let mut request = Request::new(self.method.clone(), url);
        let headers = request.headers_mut();
        headers.clone_from(own);
        if let Some(function) = &settings.trace_headers {
            trace_headers::add(function, headers)?;
        }
        if let Some(body) = &self.body {
            *request.body_mut() = Some(body.open(settings.max_request_body).await?);
        }
        Ok(request)
    }
}

fn remove(headers: &mut HeaderMap, removed: &[HeaderName]) {
    for name in removed {
        headers.remove(name);
    }
}

fn is_removed(removed: &[HeaderName], name: &str) -> bool {
    removed.iter().any(|removed| *removed == *name)
}

fn url(settings: &Settings, parts: &RequestParts) -> Result<Url, EncodeError> {
    // Without the slash, the path would become part of the host name.
    if !parts.operation.path().starts_with('/') {
        return Err(EncodeError::new(
            "path",
            parts.operation.path(),
            "must start with `/`",
        ));
    }
    // Two parameters in one segment can form `.` or `..` together. Few paths have a segment that begins with a dot.
    let has_dots = parts.path.as_bytes().windows(2).any(|pair| pair == b"/.");
    if has_dots
        && parts
            .path
            .split('/')
            .any(|segment| matches!(segment, "." | ".."))
    {
        return Err(EncodeError::new(
            "path",
            &parts.path,
            "must not have a segment `.` or `..`",
        ));
    }
    let base_url = settings.base_url_of(parts.operation);
    // The host is not parsed again for each call, because that costs as much as everything else in a request.
    let mut url = if *base_url == settings.base_url {
        settings.parsed_base_url.clone()
    } else {
        Url::parse(&base_url).map_err(|error| {
            let problem = format!("is not a valid URL: {error}");
            EncodeError::new("server", &base_url, problem)
        })?
    };
    let path = parts.path.split('#').next().unwrap_or_default();
    // The path of a document may contain a query.
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    match url.path().trim_end_matches('/') {
        "" => url.set_path(path),
        base => {
            let path = [base, path].concat();
            url.set_path(&path);
        }
    }
    match (query, parts.query.as_str()) {
        ("", "") => {}
        (query, "") | ("", query) => url.set_query(Some(query)),
        (first, second) => url.set_query(Some(&[first, "&", second].concat())),
    }
    expect_short(&url, "path", parts.operation.path())?;
    Ok(url)
}

/// Fails if a URL is too long, with the part of the request that makes it so.
pub(super) fn expect_short(url: &Url, part: &'static str, name: &str) -> Result<(), EncodeError> {
    let length = url.as_str().len();
    if length > LONGEST_URL {
        let problem =
            format!("makes a URL of {length} bytes, more than the limit of {LONGEST_URL}");
        return Err(EncodeError::new(part, name, problem));
    }
    Ok(())
}

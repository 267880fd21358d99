//! Sending: the one place that talks to the network. Nothing in it is generic.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_TYPE, HeaderValue, LOCATION};
use http::{HeaderMap, Method, StatusCode};
use reqwest::{Body, Request, Url};
use serde_json::Value;

use super::style::Style;
use super::{Answer, Client, EncodeError, Parts, TransportError};

/// How many redirects a call follows: as many as `reqwest` and `curl` would.
const MAX_REDIRECTS: usize = 10;

/// What holds for one call only.
#[derive(Clone, Default)]
pub(crate) struct Options {
    pub(super) timeout: Option<Duration>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) properties: Vec<(String, Value)>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("timeout", &self.timeout)
            // A header may hold a credential.
            .field(
                "headers",
                &self
                    .headers
                    .iter()
                    .map(|(name, _)| name)
                    .collect::<Vec<_>>(),
            )
            .field("query", &self.query)
            .field("properties", &self.properties)
            .finish()
    }
}

/// A call without the type of its answer.
pub(super) type Exchange = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + Send>>;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failure {
    Encode(EncodeError),
    Transport(TransportError),
    Timeout(Duration),
    TooLarge(u64),
}

impl From<EncodeError> for Failure {
    fn from(error: EncodeError) -> Self {
        Self::Encode(error)
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Self::Transport(TransportError::new(error))
    }
}

/// Makes a request of its parts, to be sent when the future is polled.
pub(super) fn start(
    client: &Client,
    parts: Result<Parts, EncodeError>,
    options: &Options,
) -> Exchange {
    let request = parts.and_then(|parts| request(client, parts, options));
    let timeout = options.timeout.unwrap_or(client.settings().timeout);
    let client = client.clone();
    Box::pin(async move {
        // Retries go around `attempt`, within the timeout.
        let answer = attempt(&client, request?);
        tokio::time::timeout(timeout, answer)
            .await
            .unwrap_or(Err(Failure::Timeout(timeout)))
    })
}

fn request(client: &Client, mut parts: Parts, options: &Options) -> Result<Request, EncodeError> {
    let settings = client.settings();
    for (name, value) in &options.query {
        parts.add_query(name, Style::FORM, &Value::from(value.as_str()));
    }
    for (name, value) in &options.headers {
        parts.add_header(name, value)?;
    }
    for (name, value) in &options.properties {
        parts.add_extra_property(name, value)?;
    }
    let url = url(&settings.base_url, &parts)?;
    let mut request = Request::new(parts.operation.method().into(), url);
    let (headers, body) = parts.finish()?;
    *request.headers_mut() = settings.headers.clone();
    if let Some(body) = body {
        let limit = settings.max_request_body;
        if body.len() as u64 > limit {
            return Err(EncodeError::new(
                "body",
                "",
                &format!("has {} bytes, more than the limit of {limit}", body.len()),
            ));
        }
        request
            .headers_mut()
            .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        *request.body_mut() = Some(Body::from(body));
    }
    request.headers_mut().extend(headers);
    Ok(request)
}

fn url(base_url: &str, parts: &Parts) -> Result<Url, EncodeError> {
    // Without the slash it would continue the name of the host.
    if !parts.operation.path().starts_with('/') {
        return Err(EncodeError::new(
            "path",
            parts.operation.path(),
            "must start with `/`",
        ));
    }
    // Two parameters in one segment can make dots that neither of them is.
    if parts
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
    let query = if parts.query.is_empty() { "" } else { "?" };
    let text = format!("{base_url}{}{query}{}", parts.path, parts.query);
    Url::parse(&text)
        .map_err(|error| EncodeError::new("path", &parts.path, &format!("makes no URL: {error}")))
}

/// Sends a request, follows redirects within its origin, and reads the answer.
async fn attempt(client: &Client, mut request: Request) -> Result<Answer, Failure> {
    let settings = client.settings();
    let mut redirects = 0;
    loop {
        let again = request.try_clone();
        let method = request.method().clone();
        let url = request.url().clone();
        let response = settings.http.execute(request).await?;
        let target = redirect(&method, &url, response.status(), response.headers());
        match (target, again) {
            (Some(target), Some(again)) if redirects < MAX_REDIRECTS => {
                redirects += 1;
                request = again;
                *request.url_mut() = target;
            }
            _ => return read(response, settings.max_response_body).await,
        }
    }
}

/// Where to send the same request again. Another origin gets nothing: the headers hold the credentials.
fn redirect(method: &Method, from: &Url, status: StatusCode, headers: &HeaderMap) -> Option<Url> {
    let same_request = match status.as_u16() {
        307 | 308 => true,
        // These make a GET of anything else, which would be another operation.
        301..=303 => matches!(*method, Method::GET | Method::HEAD),
        _ => false,
    };
    let location = headers
        .get(LOCATION)
        .filter(|_| same_request)?
        .to_str()
        .ok()?;
    from.join(location).ok().filter(|target| {
        target.origin() == from.origin()
            && target.username().is_empty()
            && target.password().is_none()
    })
}

async fn read(mut response: reqwest::Response, limit: u64) -> Result<Answer, Failure> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    if response
        .content_length()
        .is_some_and(|length| length > limit)
    {
        return Err(Failure::TooLarge(limit));
    }
    let mut body = BytesMut::new();
    while let Some(chunk) = response.chunk().await? {
        if (body.len() + chunk.len()) as u64 > limit {
            return Err(Failure::TooLarge(limit));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer::new(status, headers, Bytes::from(body)))
}

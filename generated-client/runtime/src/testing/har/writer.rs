//! Writing exchanges as a HAR file.

use http::header::LOCATION;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};

use crate::client::base64_encoded;
use crate::testing::recording::NOT_READ;
use crate::testing::{Exchange, ReceivedResponse, SentRequest};

/// Writes what a client's `record_to` has passed on as the text of a HAR file, which [`Service::from_har`] reads.
///
/// Only headers that describe the message are there, because others may contain credentials; a `location` has no query. Everything
/// else is as it was sent and received, such as a key in the query, and personal data in bodies. Where the program gave a call up or
/// did not read a body to its end, the recording hangs. Any other exchange without a complete response becomes a lost connection.
/// Times are not recorded.
///
/// [`Service::from_har`]: crate::testing::Service::from_har
pub fn har<'e>(exchanges: impl IntoIterator<Item = &'e Exchange>) -> String {
    let entries: Vec<Value> = exchanges.into_iter().map(entry).collect();
    let log = json!({"log": {
        "version": "1.2",
        "creator": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
        "entries": entries,
    }});
    format!("{log:#}\n")
}

fn entry(exchange: &Exchange) -> Value {
    let is_kept = exchange
        .problem
        .as_deref()
        .is_none_or(|problem| problem == NOT_READ);
    let kept = exchange.response.as_ref().filter(|_| is_kept);
    let mut entry = json!({
        "comment": exchange.request.operation.id(),
        "startedDateTime": "1970-01-01T00:00:00.000Z",
        "time": 0,
        "request": request(&exchange.request),
        "response": kept.map_or_else(no_response, response),
        "cache": {},
        "timings": {"send": 0, "wait": 0, "receive": 0},
    });
    if let Some(problem) = &exchange.problem {
        entry["response"]["comment"] = problem.as_str().into();
    }
    entry
}

fn request(sent: &SentRequest) -> Value {
    let query = sent.url.query_pairs();
    let query = query.map(|(name, value)| json!({"name": name, "value": value}));
    let mut request = json!({
        "method": sent.method.as_str(),
        "url": sent.url.as_str(),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers(&sent.headers),
        "queryString": query.collect::<Value>(),
        "headersSize": -1,
        "bodySize": sent.body.len(),
    });
    if !sent.body.is_empty() {
        // The format has no place for other bytes.
        let text = String::from_utf8_lossy(&sent.body);
        request["postData"] = json!({"mimeType": media_type(&sent.headers), "text": text});
    }
    request
}

fn response(received: &ReceivedResponse) -> Value {
    let body = received.body();
    let mut content = json!({"size": body.len(), "mimeType": media_type(&received.headers)});
    match str::from_utf8(&body) {
        Ok(text) => content["text"] = text.into(),
        Err(_) => {
            content["text"] = base64_encoded(&body).into();
            content["encoding"] = "base64".into();
        }
    }
    json!({
        "status": received.status.as_u16(),
        "statusText": "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers(&received.headers),
        "content": content,
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": body.len(),
    })
}

/// The response of browsers if there is none.
fn no_response() -> Value {
    json!({
        "status": 0,
        "statusText": "",
        "httpVersion": "",
        "cookies": [],
        "headers": [],
        "content": {"size": 0, "mimeType": ""},
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": -1,
    })
}

fn headers(headers: &HeaderMap) -> Value {
    let headers = headers
        .iter()
        .filter(|(name, value)| is_kept(name) && !value.is_sensitive());
    let text = |name: &HeaderName, value: &HeaderValue| {
        let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
        if name == LOCATION {
            without_credentials(&text)
        } else {
            text
        }
    };
    headers
        .map(|(name, value)| json!({"name": name.as_str(), "value": text(name, value)}))
        .collect()
}

/// The target of a redirect or a link to a file, which may be signed.
fn without_credentials(location: &str) -> String {
    let location = location.split(['?', '#']).next().unwrap_or_default();
    match location.split_once("//") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            let host = host.rsplit('@').next().unwrap_or_default();
            format!("{scheme}//{host}/{path}")
        }
        None => location.to_owned(),
    }
}

/// Whether a header describes the message. Any other may contain a credential, and recordings are found without their headers.
fn is_kept(name: &HeaderName) -> bool {
    const KEPT: [&str; 11] = [
        "accept",
        "content-disposition",
        "content-language",
        "content-type",
        // `retry-after` may be relative to it.
        "date",
        "etag",
        "last-modified",
        "location",
        "request-id",
        "retry-after",
        "x-request-id",
    ];
    let name = name.as_str();
    KEPT.contains(&name) || name.starts_with("ratelimit-")
}

fn media_type(headers: &HeaderMap) -> &str {
    let value = headers.get(http::header::CONTENT_TYPE);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

//! Recordings in the format HAR 1.2.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::scenario::Scenario;
use crate::wire::Wire;

/// Everything but unreserved characters.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The recording of a scenario. Times are not recorded.
pub fn har(scenario: &Scenario, exchanges: &[Wire], origin: &str) -> String {
    let entries: Vec<Value> = exchanges.iter().map(entry).collect();
    let log = json!({"log": {
        "version": "1.2",
        "creator": {"name": "botpress-runtime", "version": env!("CARGO_PKG_VERSION"), "comment": origin},
        "comment": scenario.title,
        "entries": entries,
    }});
    format!("{log:#}\n")
}

fn entry(wire: &Wire) -> Value {
    let headers = |headers: &[(String, String)]| -> Value {
        let headers = headers.iter();
        headers
            .map(|(name, value)| json!({"name": name, "value": value}))
            .collect()
    };
    let encoded = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    let path: Vec<String> = wire.path.iter().map(|step| encoded(step)).collect();
    let query = wire.query.iter();
    let query: Vec<String> = query
        .map(|(name, value)| encoded(name) + "=" + &encoded(value))
        .collect();
    let mut url = format!("{}/{}", wire.base_url, path.join("/"));
    if !query.is_empty() {
        url = url + "?" + &query.join("&");
    }
    let media_type = |headers: &[(String, String)]| {
        let mut headers = headers.iter();
        let value = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        value.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let text = |body: &[u8]| String::from_utf8_lossy(body).into_owned();
    let mut entry = json!({
        "comment": format!("step {}, {}", wire.step, wire.operation),
        "startedDateTime": "1970-01-01T00:00:00.000Z",
        "time": 0,
        "request": {
            "method": wire.method,
            "url": url,
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": headers(&wire.headers),
            "queryString": [],
            "headersSize": -1,
            "bodySize": wire.body.len(),
        },
        "response": {
            "status": wire.status,
            "statusText": "",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": headers(&wire.response_headers),
            "content": {
                "size": wire.response_body.len(),
                "mimeType": media_type(&wire.response_headers),
                "text": text(&wire.response_body),
            },
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": wire.response_body.len(),
        },
        "cache": {},
        "timings": {"send": 0, "wait": 0, "receive": 0},
    });
    if !wire.unknown.is_empty() {
        let unknown = format!("unknown to the document: {}", wire.unknown.join(" "));
        entry["response"]["content"]["comment"] = unknown.into();
    }
    if !wire.body.is_empty() {
        entry["request"]["postData"] = json!({
            "mimeType": media_type(&wire.headers),
            "text": text(&wire.body),
        });
    }
    entry
}

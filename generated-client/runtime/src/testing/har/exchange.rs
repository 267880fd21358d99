//! An exchange: a request to compare others with, and the reply to it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use reqwest::Url;
use serde_json::Value;

use super::HarError;
use super::difference::json_differences;
use super::reader::At;
use crate::client::base64_decoded;
use crate::testing::recording::{NO_RESPONSE_YET, NOT_READ};
use crate::testing::{Reply, SentRequest};

/// Headers that describe the transfer. Recorded content is neither compressed nor chunked.
const TRANSFER: [&str; 4] = [
    "connection",
    "content-encoding",
    "content-length",
    "transfer-encoding",
];

/// A form is encoded as the query of a URL is.
const ANY: &str = "http://localhost/";

pub(super) struct Exchange {
    /// `entry 2 (a comment)`
    pub(super) name: String,
    pub(super) request: RequestKey,
    /// `Err` is the reason why there is no reply.
    pub(super) reply: Result<Reply, &'static str>,
}

impl Exchange {
    pub(super) fn read(entry: &At<'_>) -> Result<Self, HarError> {
        let request = entry.member("request")?;
        let url = request.member("url")?;
        let parsed = Url::parse(url.text()?);
        let parsed = parsed.map_err(|error| url.error(&format!("is not a URL: {error}")))?;
        let body = request.optional("postData");
        let (media_type, body) = match &body {
            Some(body) => (body.text_or_empty("mimeType")?, posted(body)?),
            None => ("", String::new()),
        };
        let method = request.member("method")?.text()?;
        let key = RequestKey::new(method, &parsed, media_type, body.as_bytes());
        let mut name = format!("{method} {}", parsed.path());
        let comment = entry.text_or_empty("comment")?;
        if !comment.is_empty() {
            let _ = write!(name, " ({comment})");
        }
        Ok(Self {
            name: format!("{}, {name},", entry.place()),
            request: key,
            reply: reply(&entry.member("response")?)?,
        })
    }
}

/// The body of a request: its text, or the fields of a form.
fn posted(body: &At<'_>) -> Result<String, HarError> {
    let (text, params) = (body.text_or_empty("text")?, body.optional("params"));
    let params = params.filter(|_| text.is_empty());
    let Some(params) = params else {
        return Ok(text.to_owned());
    };
    let mut pairs = Vec::new();
    for field in params.items()? {
        let name = field.member("name")?.text()?.to_owned();
        pairs.push((name, field.text_or_empty("value")?.to_owned()));
    }
    Ok(form(pairs))
}

/// The text of a form. The values of a name keep their order.
fn form(mut pairs: Vec<(String, String)>) -> String {
    pairs.sort_by(|(name, _), (other, _)| name.cmp(other));
    let mut url = Url::parse(ANY).expect("it is a URL");
    url.query_pairs_mut().extend_pairs(pairs);
    url.query().unwrap_or_default().to_owned()
}

/// The same for the body of a request.
fn sorted(body: &[u8]) -> String {
    let mut url = Url::parse(ANY).expect("it is a URL");
    url.set_query(Some(&String::from_utf8_lossy(body)));
    form(url.query_pairs().into_owned().collect())
}

/// The reply of a response.
fn reply(response: &At<'_>) -> Result<Result<Reply, &'static str>, HarError> {
    // Browsers write 0 if there was no response, and other programs -1 or null.
    let Some(at) = response.optional("status").filter(|at| !at.is(&[0, -1])) else {
        // `har` writes why there was none.
        let is_given_up = response.text_or_empty("comment")? == NO_RESPONSE_YET;
        return Ok(Ok(if is_given_up {
            Reply::hang()
        } else {
            Reply::lost_connection()
        }));
    };
    let status = at.number()?;
    let valid = u16::try_from(status)
        .ok()
        .filter(|status| (100..1000).contains(status));
    let status = valid.ok_or_else(|| at.error("is not an HTTP status"))?;
    let mut reply = Reply::new(status);
    let (mut has_media_type, mut is_encoded) = (false, false);
    for (at, name, value) in response.headers()? {
        is_encoded |= name.eq_ignore_ascii_case("content-encoding");
        // HTTP/2 has fields such as `:status`.
        if name.starts_with(':')
            || TRANSFER
                .iter()
                .any(|transfer| name.eq_ignore_ascii_case(transfer))
        {
            continue;
        }
        // Chrome joins the values of headers with the same name by line breaks.
        for value in value.split('\n') {
            let parsed = (HeaderName::try_from(name), HeaderValue::try_from(value));
            let (Ok(parsed), Ok(_)) = parsed else {
                return Err(at.error("is not a valid header"));
            };
            has_media_type |= parsed == CONTENT_TYPE;
            reply = reply.header(name, value);
        }
    }
    let Some(content) = response.optional("content") else {
        return Ok(Ok(reply));
    };
    let media_type = content.text_or_empty("mimeType")?;
    if !has_media_type && !media_type.is_empty() {
        reply = reply.of_media_type(media_type);
    }
    let text = content.text_or_empty("text")?;
    let size = content.optional("size").and_then(|size| size.number().ok());
    if content.optional("text").is_none() && size.unwrap_or(0) > 0 {
        return Ok(Err(
            "its response has no `content.text`: export the file with content",
        ));
    }
    let body = match content.text_or_empty("encoding")? {
        "base64" => {
            let body = base64_decoded(text);
            body.ok_or_else(|| content.error("has text that is not Base64"))?
        }
        "" => text.as_bytes().to_vec(),
        _ => return Err(content.error("has an `encoding` other than `base64`")),
    };
    if is_encoded && is_compressed(&body) {
        return Ok(Err(
            "its `content.text` is still compressed: export the file with decoded content",
        ));
    }
    if !body.is_empty() {
        reply = reply.chunk(body);
    }
    if response.text_or_empty("comment")? == NOT_READ {
        reply = reply.then_hang();
    }
    Ok(Ok(reply))
}

/// Whether bytes are those of gzip or of Zstandard.
fn is_compressed(body: &[u8]) -> bool {
    body.starts_with(b"\x1f\x8b") || body.starts_with(b"\x28\xb5\x2f\xfd")
}

/// The parts of a request by which it is found. Headers and the host are not among them, because they depend on settings.
pub(super) struct RequestKey {
    method: String,
    /// The segments of the path, decoded.
    path: Vec<String>,
    /// The query parameters, decoded. The values of a name keep their order.
    query: BTreeMap<String, Vec<String>>,
    body: Body,
}

#[derive(PartialEq)]
enum Body {
    Json(Value),
    Other(Vec<u8>),
    /// A form whose boundary is different each time.
    Multipart,
}

impl RequestKey {
    fn new(method: &str, url: &Url, media_type: &str, body: &[u8]) -> Self {
        let mut query = BTreeMap::<String, Vec<String>>::new();
        for (name, value) in url.query_pairs() {
            query
                .entry(name.into_owned())
                .or_default()
                .push(value.into_owned());
        }
        let decoded = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().into_owned();
        let is_multipart = media_type.starts_with("multipart/");
        let is_form = media_type.starts_with("application/x-www-form-urlencoded");
        let json = serde_json::from_slice(body).ok();
        Self {
            // Browsers send, and export, `patch` as it is written.
            method: method.to_ascii_uppercase(),
            path: url.path().split('/').skip(1).map(decoded).collect(),
            query,
            body: match json {
                _ if is_multipart => Body::Multipart,
                _ if is_form => Body::Other(sorted(body).into_bytes()),
                // Some clients send an empty object where there is no body.
                Some(Value::Object(members)) if members.is_empty() => Body::Other(Vec::new()),
                Some(json) => Body::Json(json),
                None => Body::Other(body.to_owned()),
            },
        }
    }

    pub(super) fn of(sent: &SentRequest) -> Self {
        let media_type = sent.header("content-type").unwrap_or_default();
        Self::new(sent.method.as_str(), &sent.url, media_type, &sent.body)
    }

    /// How much another request differs, and the first difference.
    pub(super) fn difference(&self, sent: &Self) -> Option<(usize, String)> {
        let mut distance = 0;
        let mut first = None;
        let mut differ = |weight: usize, text: String| {
            distance += weight;
            first.get_or_insert(text);
        };
        if self.method != sent.method {
            differ(
                10,
                format!("method {} instead of {}", self.method, sent.method),
            );
        }
        if self.path != sent.path {
            let pairs = self.path.iter().zip(&sent.path);
            let different = pairs.filter(|(recorded, sent)| recorded != sent).count();
            let missing = self.path.len().abs_diff(sent.path.len());
            let [recorded, sent] = [self, sent].map(|key| key.path.join("/"));
            differ(
                5 * (different + missing),
                format!("path /{recorded} instead of /{sent}"),
            );
        }
        let names = self.query.keys().chain(
            sent.query
                .keys()
                .filter(|name| !self.query.contains_key(*name)),
        );
        for name in names {
            let [recorded, sent] =
                [self, sent].map(|key| key.query.get(name).map(|values| values.join(", ")));
            if recorded != sent {
                let [recorded, sent] = [recorded, sent]
                    .map(|value| value.map_or("none".to_owned(), |value| format!("`{value}`")));
                differ(
                    1,
                    format!("query parameter `{name}`: {recorded} instead of {sent}"),
                );
            }
        }
        match (&self.body, &sent.body) {
            (Body::Json(recorded), Body::Json(sent)) => {
                for difference in json_differences(recorded, sent) {
                    differ(1, format!("body {difference}"));
                }
            }
            (recorded, sent) if recorded == sent => {}
            (recorded, sent) => {
                let [recorded, sent] = [recorded, sent].map(Body::shown);
                differ(1, format!("body {recorded} instead of {sent}"));
            }
        }
        first.map(|first| (distance, first))
    }
}

impl Body {
    fn shown(&self) -> String {
        match self {
            Self::Json(json) => json.to_string(),
            Self::Other(bytes) if bytes.is_empty() => "none".to_owned(),
            Self::Other(bytes) => format!("`{}`", String::from_utf8_lossy(bytes)),
            Self::Multipart => "of a form".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_form_is_found_by_its_fields_in_any_order() {
        let form = "application/x-www-form-urlencoded";
        let fields = json!([{"name": "b", "value": "x y"}, {"name": "a", "value": "1"}]);
        let url = "https://a.example/f";
        let entry = |body: Value| json!({"request": {"method": "POST", "url": url, "postData": body}, "response": {"status": 200}});
        let sent = Url::parse(url).unwrap();
        let sent = RequestKey::new("POST", &sent, form, b"a=1&b=x%20y");
        for body in [
            json!({"mimeType": form, "params": fields}),
            json!({"mimeType": form, "text": "b=x+y&a=1", "params": []}),
        ] {
            let entry = entry(body);
            let exchange = Exchange::read(&At::root(&entry)).unwrap();
            assert_eq!(exchange.request.difference(&sent), None);
        }
    }
}

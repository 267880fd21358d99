//! Exchanges as they are written: without what belongs to the recording program.

use anyhow::{Context, Result};
use botpress_runtime::testing::Exchange;

/// A request and its response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wire {
    /// The `operationId`.
    pub operation: String,
    /// The step of the scenario.
    pub step: usize,
    /// The method.
    pub method: String,
    /// The URL up to the path of the operation.
    pub base_url: String,
    /// The segments of the path below it, decoded.
    pub path: Vec<String>,
    /// The parameters, decoded.
    pub query: Vec<(String, String)>,
    /// The headers of the request.
    pub headers: Vec<(String, String)>,
    /// The body of the request.
    pub body: Vec<u8>,
    /// The status.
    pub status: u16,
    /// The headers of the response.
    pub response_headers: Vec<(String, String)>,
    /// The body of the response.
    pub response_body: Vec<u8>,
    /// JSON pointers to the members of the response that the document does not know.
    pub unknown: Vec<String>,
}

impl Wire {
    /// The exchange. Fails if there is no complete response.
    pub fn of(step: usize, exchange: &Exchange, base_url: &str) -> Result<Self> {
        let request = &exchange.request;
        let id = request.operation.id();
        let response = exchange
            .response
            .as_ref()
            .filter(|_| exchange.problem.is_none());
        let response = response.with_context(|| {
            let problem = exchange.problem.as_deref().unwrap_or_default();
            format!("step {step}, {id}: {problem}")
        })?;
        let url = request.url.as_str();
        let target = url.strip_prefix(base_url).unwrap_or(request.url.path());
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let path = path.split('/').skip(1).map(|segment| {
            let segment = percent_encoding::percent_decode_str(segment);
            segment.decode_utf8_lossy().into_owned()
        });
        let query = request.url.query_pairs();
        Ok(Self {
            operation: id.to_owned(),
            step,
            method: request.method.to_string(),
            base_url: base_url.to_owned(),
            path: path.collect(),
            query: query
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
            headers: headers(
                request
                    .headers
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_bytes())),
            ),
            body: request.body.to_vec(),
            status: response.status.as_u16(),
            response_headers: headers(
                response
                    .headers
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_bytes())),
            ),
            response_body: response.body().to_vec(),
            unknown: Vec::new(),
        })
    }
}

fn headers<'h>(headers: impl Iterator<Item = (&'h str, &'h [u8])>) -> Vec<(String, String)> {
    let text = |value| String::from_utf8_lossy(value).into_owned();
    headers
        .map(|(name, value)| (name.to_owned(), text(value)))
        .collect()
}

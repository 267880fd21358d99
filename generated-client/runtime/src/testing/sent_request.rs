//! Requests as they were sent, for assertions.

use std::future::poll_fn;
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Method};
use http_body::Body as _;
use reqwest::Url;
use serde_json::Value;

use crate::Operation;

/// A call that the service has seen: its inputs, and the request that they became.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SeenCall<R> {
    /// The inputs.
    pub request: R,
    /// The request as it was sent.
    pub sent: SentRequest,
}

/// A request as it was sent. Headers that belong to a connection, such as `Host` and `Content-Length`, are not part of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SentRequest {
    /// The operation.
    pub operation: Operation,
    /// The HTTP method.
    pub method: Method,
    /// The URL with its query.
    pub url: Url,
    /// The headers, including those of the client.
    pub headers: HeaderMap,
    /// The body; empty if there is none.
    pub body: Bytes,
}

impl SentRequest {
    /// Reads the body of a request, and what else is sent.
    pub(super) async fn receive(
        operation: Operation,
        mut request: reqwest::Request,
    ) -> reqwest::Result<Self> {
        let mut body = BytesMut::new();
        if let Some(sent) = request.body_mut() {
            while let Some(frame) =
                poll_fn(|context| Pin::new(&mut *sent).poll_frame(context)).await
            {
                if let Ok(chunk) = frame?.into_data() {
                    body.extend_from_slice(&chunk);
                }
            }
        }
        Ok(Self {
            operation,
            method: request.method().clone(),
            url: request.url().clone(),
            headers: request.headers().clone(),
            body: body.freeze(),
        })
    }

    /// The value of a header; `None` if there is none or if it is not text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The first value of a query parameter.
    pub fn query(&self, name: &str) -> Option<String> {
        let mut pairs = self.url.query_pairs();
        let pair = pairs.find(|(known, _)| known == name);
        pair.map(|(_, value)| value.into_owned())
    }

    /// The body as JSON.
    ///
    /// # Panics
    ///
    /// If it is not JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        match serde_json::from_slice(&self.body) {
            Ok(json) => json,
            Err(error) => panic!("the body is not JSON: {error}"),
        }
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/analytics`

use crate::types::ServiceError;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::track_analytics`](crate::Client::track_analytics).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TrackAnalytics {
    /// Name of the event. 1 to 200 characters.
    pub name: String,
    /// How many occurrences to add. At least 1.
    pub count: i64,
}

impl TrackAnalytics {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>, count: i64) -> Self {
        Self {
            name: name.into(),
            count,
        }
    }
}

impl Request for TrackAnalytics {
    type Response = TrackAnalyticsResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("trackAnalytics", "/v1/chat/analytics");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("name", &self.name);
        parts.property("count", &self.count);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for TrackAnalytics {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            name: input.required("name")?,
            count: input.required("count")?,
        })
    }
}

/// Empty: the event is counted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TrackAnalyticsResponse {}

object!(TrackAnalyticsResponse {});

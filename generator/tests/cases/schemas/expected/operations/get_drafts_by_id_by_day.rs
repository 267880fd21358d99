// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /drafts/{id}/{day}`

use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Date, Operation, Request, Value};

/// Inputs of [`Client::get_drafts_by_id_by_day`](crate::Client::get_drafts_by_id_by_day).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetDraftsByIdByDay {
    /// `id`
    pub id: String,
    /// `day`
    pub day: Date,
}

impl GetDraftsByIdByDay {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<String>, day: Date) -> Self {
        Self { id: id.into(), day }
    }
}

impl Request for GetDraftsByIdByDay {
    type Response = Vec<String>;
    type Error = Value;

    const OPERATION: Operation = Operation::get("getDraftsByIdByDay", "/drafts/{id}/{day}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path("id", &self.id);
        parts.path("day", &self.day);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for GetDraftsByIdByDay {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            day: input.required("day")?,
        })
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /files`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoMap, Operation, Request, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::send_parts`](crate::Client::send_parts).
///
/// A [`SendPartsCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendParts {
    /// `table`
    pub table: String,
    /// `rows`
    pub rows: Vec<i64>,
    /// All other fields of the form.
    pub additional_properties: Option<BTreeMap<String, Vec<openapi_client_runtime::Upload>>>,
}

impl SendParts {
    /// Creates a value with the required fields.
    pub fn new(table: impl Into<String>, rows: impl IntoIterator<Item = i64>) -> Self {
        Self {
            table: table.into(),
            rows: rows.into_iter().collect(),
            additional_properties: None,
        }
    }
}

impl Request for SendParts {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("sendParts", "/files");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.multipart_mixed();
        parts.part("table", "text/csv", &self.table);
        parts.part("rows", "application/json", &self.rows);
        parts.file_members(
            "application/octet-stream",
            self.additional_properties.iter().flatten().flat_map(|(name, files)| files.iter().map(move |file| (name, file))),
        );
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendParts {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            table: input.required("table")?,
            rows: input.required("rows")?,
            additional_properties: input.optional("additionalProperties")?,
        })
    }
}

/// A call of [`Client::send_parts`](crate::Client::send_parts).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SendPartsCall = Call<SendParts>;

impl Call<SendParts> {
    /// All other fields of the form.
    pub fn additional_properties<M>(
        mut self,
        additional_properties: impl IntoMap<Vec<openapi_client_runtime::Upload>, M>,
    ) -> Self {
        self.request.additional_properties = Some(additional_properties.into_map());
        self
    }
}

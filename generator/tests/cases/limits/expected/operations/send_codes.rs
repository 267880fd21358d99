// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /codes`

#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, union};
use openapi_client_runtime::{IntoList, Operation, Request};

/// Inputs of [`Client::send_codes`](crate::Client::send_codes).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendCodes {
    /// A page, by number or by id.
    pub page: SendCodesPage,
    /// `body`. 1 to 3 items. Each: exactly 4 characters.
    pub body: Vec<String>,
}

impl SendCodes {
    /// Creates a value with the required fields.
    pub fn new<M>(page: impl Into<SendCodesPage>, body: impl IntoList<String, M>) -> Self {
        Self {
            page: page.into(),
            body: body.into_list(),
        }
    }
}

impl Request for SendCodes {
    type Response = Vec<String>;
    type Error = openapi_client_runtime::Value;

    const OPERATION: Operation = Operation::post("sendCodes", "/codes");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query("page", &self.page);
        parts.json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendCodes {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            page: input.required("page")?,
            body: input.required("body")?,
        })
    }
}

/// `page`: one of several types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendCodesPage {
    /// `integer`. 1 to 3.
    Integer(i64),
    /// `string`
    String(String),
    /// A value that this version does not know, unchanged.
    Unlisted(openapi_client_runtime::Value),
}

union!(SendCodesPage {
    Integer(i64),
    String(String),
    ..Unlisted
});

impl From<i64> for SendCodesPage {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for SendCodesPage {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for SendCodesPage {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

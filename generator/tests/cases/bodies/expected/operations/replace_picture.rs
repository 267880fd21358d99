// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /picture`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Binary, Operation, Request, Value};

/// Inputs of [`Client::replace_picture`](crate::Client::replace_picture).
///
/// A [`ReplacePictureCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReplacePicture {
    /// `body`
    pub body: Option<openapi_client_runtime::Upload>,
}

impl ReplacePicture {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ReplacePicture {
    type Response = Binary;
    type Error = Value;

    const OPERATION: Operation = Operation::put("replacePicture", "/picture");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("image/png");
        parts.bytes("image/png", self.body.as_ref());
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReplacePicture {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            body: input.optional("body")?,
        })
    }
}

/// A call of [`Client::replace_picture`](crate::Client::replace_picture).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ReplacePictureCall = Call<ReplacePicture>;

impl Call<ReplacePicture> {
    /// `body`
    pub fn body(mut self, body: impl Into<openapi_client_runtime::Upload>) -> Self {
        self.request.body = Some(body.into());
        self
    }
}

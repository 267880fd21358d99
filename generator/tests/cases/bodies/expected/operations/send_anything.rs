// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PATCH /files`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Operation, Request, Value};

/// Inputs of [`Client::send_anything`](crate::Client::send_anything).
///
/// A [`SendAnythingCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendAnything {
    /// `body`
    pub body: Option<JsonObject>,
}

impl SendAnything {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for SendAnything {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::patch("sendAnything", "/files");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.multipart();
        parts.optional_body();
        parts.members(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendAnything {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            body: input.optional("body")?,
        })
    }
}

/// A call of [`Client::send_anything`](crate::Client::send_anything).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SendAnythingCall = Call<SendAnything>;

impl Call<SendAnything> {
    /// `body`
    pub fn body<M>(mut self, body: impl IntoJsonObject<M>) -> Self {
        self.request.body = Some(body.into_json_object());
        self
    }
}

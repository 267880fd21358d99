// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /shapes`

use crate::Call;
use crate::types::Shape;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::send_shapes`](crate::Client::send_shapes).
///
/// A [`SendShapesCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendShapes {
    /// `near`
    pub near: Option<Shape>,
    /// `shape`
    pub shape: Shape,
}

impl SendShapes {
    /// Creates a value with the required fields.
    pub fn new(shape: impl Into<Shape>) -> Self {
        Self {
            near: None,
            shape: shape.into(),
        }
    }
}

impl Request for SendShapes {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("sendShapes", "/shapes");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.query_styled("near", Style::DEEP_OBJECT, &self.near);
        parts.multipart();
        parts.property("shape", &self.shape);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendShapes {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            near: input.optional("near")?,
            shape: input.required("shape")?,
        })
    }
}

/// A call of [`Client::send_shapes`](crate::Client::send_shapes).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SendShapesCall = Call<SendShapes>;

impl Call<SendShapes> {
    /// `near`
    pub fn near(mut self, near: impl Into<Shape>) -> Self {
        self.request.near = Some(near.into());
        self
    }
}

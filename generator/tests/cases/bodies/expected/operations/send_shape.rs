// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /shapes`

use crate::Call;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Operation, Request, Value};

/// Inputs of [`Client::send_shape`](crate::Client::send_shape).
///
/// A [`SendShapeCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendShape {
    /// Identifies the type: `circle` or `square`.
    pub kind: String,
    /// `r`
    pub r: Option<i64>,
    /// `size`
    pub size: Option<i64>,
    /// All other fields of the form.
    pub additional_properties: Option<JsonObject>,
}

impl SendShape {
    /// Creates a value with the required fields.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            r: None,
            size: None,
            additional_properties: None,
        }
    }
}

impl Request for SendShape {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::put("sendShape", "/shapes");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.form();
        parts.property("kind", &self.kind);
        parts.optional_property("r", &self.r);
        parts.optional_property("size", &self.size);
        parts.members(&self.additional_properties);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SendShape {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            kind: input.required("kind")?,
            r: input.optional("r")?,
            size: input.optional("size")?,
            additional_properties: input.optional("additionalProperties")?,
        })
    }
}

/// A call of [`Client::send_shape`](crate::Client::send_shape).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type SendShapeCall = Call<SendShape>;

impl Call<SendShape> {
    /// `r`
    pub fn r(mut self, r: i64) -> Self {
        self.request.r = Some(r);
        self
    }

    /// `size`
    pub fn size(mut self, size: i64) -> Self {
        self.request.size = Some(size);
        self
    }

    /// All other fields of the form.
    pub fn additional_properties<M>(
        mut self,
        additional_properties: impl IntoJsonObject<M>,
    ) -> Self {
        self.request.additional_properties = Some(additional_properties.into_json_object());
        self
    }
}

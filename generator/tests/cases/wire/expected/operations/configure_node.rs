// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /nodes/{id}`

use crate::types::{NodeId, Problem};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, IntoList, JsonObject, Operation, Request, Value};

/// Inputs of [`Client::configure_node`](crate::Client::configure_node).
#[deprecated]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConfigureNode {
    /// `id`
    pub id: NodeId,
    /// `body`
    pub body: ConfigureNodeBody,
}

impl ConfigureNode {
    /// Creates a value with the required fields.
    pub fn new(id: impl Into<NodeId>, body: ConfigureNodeBody) -> Self {
        Self {
            id: id.into(),
            body,
        }
    }
}

impl Request for ConfigureNode {
    type Response = Value;
    type Error = Problem;

    const OPERATION: Operation = Operation::put("configureNode", "/nodes/{id}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, application/problem+json");
        parts.path("id", &self.id);
        parts.json(&self.body);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ConfigureNode {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            body: input.object(&[])?,
        })
    }
}

/// `body`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConfigureNodeBody {
    /// `text`
    pub text: String,
    /// `count`
    pub count: i64,
    /// `ratio`
    pub ratio: f64,
    /// `flag`
    pub flag: bool,
    /// `list`
    pub list: Vec<String>,
    /// `free`
    pub free: Option<JsonObject>,
}

object!(ConfigureNodeBody {
    required text: "text",
    required count: "count",
    required ratio: "ratio",
    required flag: "flag",
    required list: "list",
    optional free: "free",
});

impl ConfigureNodeBody {
    /// Creates a value with the required fields.
    pub fn new<M>(
        text: impl Into<String>,
        count: i64,
        ratio: impl Into<f64>,
        flag: bool,
        list: impl IntoList<String, M>,
    ) -> Self {
        Self {
            text: text.into(),
            count,
            ratio: ratio.into(),
            flag,
            list: list.into_list(),
            free: None,
        }
    }

    /// `free`
    #[must_use]
    pub fn free<M>(mut self, free: impl IntoJsonObject<M>) -> Self {
        self.free = Some(free.into_json_object());
        self
    }
}

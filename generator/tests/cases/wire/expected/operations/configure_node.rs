// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /nodes/{id}`

use crate::runtime::{Answer, Decode, Encode, JsonObject, Operation, Parts, Request, Value, into_list, into_map, object};
#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::types::{NodeId, Problem};

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
    /// Starts with what is required.
    pub fn new(id: impl Into<NodeId>, body: ConfigureNodeBody) -> Self {
        Self { id: id.into(), body }
    }
}

impl Request for ConfigureNode {
    type Response = Value;
    type Error = Problem;

    const OPERATION: Operation = Operation::put("configureNode", "/nodes/{id}");

    fn encode(&self, parts: &mut Parts) -> Encode {
        parts.path("id", &self.id)?;
        parts.json(&self.body)
    }

    fn decode(answer: &Answer) -> Decode<Self::Response> {
        answer.json()
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ConfigureNode {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.required("id")?,
            body: input.object(&["a", "b", "c", "d", "e", "f"])?,
        })
    }
}

/// `configureNode body`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConfigureNodeBody {
    /// `a`
    pub a: String,
    /// `b`
    pub b: i64,
    /// `c`
    pub c: f64,
    /// `d`
    pub d: bool,
    /// `e`
    pub e: Vec<String>,
    /// `f`
    pub f: Option<JsonObject>,
}

object!(ConfigureNodeBody {
    required a: "a",
    required b: "b",
    required c: "c",
    required d: "d",
    required e: "e",
    optional f: "f",
});

impl ConfigureNodeBody {
    /// Starts with what is required.
    pub fn new(
        a: impl Into<String>,
        b: i64,
        c: f64,
        d: bool,
        e: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            a: a.into(),
            b,
            c,
            d,
            e: into_list(e),
            f: None,
        }
    }

    /// `f`
    #[must_use]
    pub fn f(
        mut self,
        f: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.f = Some(into_map(f));
        self
    }
}

//! `POST /v1/chat/states/{type}/{id}/{name}`

use crate::runtime::{
    Answer, Call, Decode, Encode, JsonObject, Nullable, Operation, Parts, Request, object,
};
#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::types::{ErrorBody, State, StateType};

/// Inputs of [`Client::set_state`](crate::Client::set_state).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetState {
    /// `type`
    pub type_: StateType,
    /// `id`
    pub id: String,
    /// `name`
    pub name: String,
    /// `payload`
    pub payload: Option<JsonObject>,
    /// `expiry`
    pub expiry: Option<Nullable<i64>>,
}

impl SetState {
    /// Starts with what is required.
    pub fn new(
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        payload: Option<JsonObject>,
    ) -> Self {
        Self {
            type_: type_.into(),
            id: id.into(),
            name: name.into(),
            payload,
            expiry: None,
        }
    }
}

impl Request for SetState {
    type Response = SetStateResponse;
    type Error = ErrorBody;

    const OPERATION: Operation = Operation::post("setState", "/v1/chat/states/{type}/{id}/{name}");

    fn encode(&self, parts: &mut Parts) -> Encode {
        parts.object();
        parts.path("type", &self.type_)?;
        parts.path("id", &self.id)?;
        parts.path("name", &self.name)?;
        parts.property("payload", &self.payload)?;
        parts.optional_property("expiry", &self.expiry)?;
        Ok(())
    }

    fn decode(answer: &Answer) -> Decode<Self::Response> {
        answer.json()
    }
}

#[cfg(feature = "call-json")]
impl FromInput for SetState {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            id: input.required("id")?,
            name: input.required("name")?,
            payload: input.nullable("payload")?,
            expiry: input.optional_nullable("expiry")?,
        })
    }
}

impl Call<SetState> {
    /// `expiry`
    pub fn expiry(mut self, expiry: impl Into<i64>) -> Self {
        self.request.expiry = Some(Nullable::Value(expiry.into()));
        self
    }
    /// `expiry`
    pub fn expiry_null(mut self) -> Self {
        self.request.expiry = Some(Nullable::Null);
        self
    }
}

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStateResponse {
    /// `state`
    pub state: State,
}

object!(SetStateResponse {
    required state: "state",
});

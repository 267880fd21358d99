// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/observations`

use crate::Call;
use crate::types::{ConversationId, EventId, MessageId, ServiceError, UserId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Operation, Request};

/// Inputs of [`Client::capture_observation`](crate::Client::capture_observation).
///
/// A [`CaptureObservationCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CaptureObservation {
    /// Id that the caller gives the observation, for example that of an llmz context. It may occur
    /// more than once: nothing enforces or guarantees that it is unique.
    pub id: Option<String>,
    /// Name of the observation.
    pub name: String,
    /// Value of the observation.
    pub data: JsonObject,
    /// Id of a message that the observation relates to.
    pub message_id: Option<MessageId>,
    /// Id of an event that the observation relates to.
    pub event_id: Option<EventId>,
    /// Id of a conversation that the observation relates to.
    pub conversation_id: Option<ConversationId>,
    /// Id of a user that the observation relates to.
    pub user_id: Option<UserId>,
    /// Id of an error that the observation relates to.
    pub error_id: Option<String>,
    /// Id of a trace that the observation relates to.
    pub trace_id: Option<String>,
}

impl CaptureObservation {
    /// Creates a value with the required fields.
    pub fn new<M>(name: impl Into<String>, data: impl IntoJsonObject<M>) -> Self {
        Self {
            id: None,
            name: name.into(),
            data: data.into_json_object(),
            message_id: None,
            event_id: None,
            conversation_id: None,
            user_id: None,
            error_id: None,
            trace_id: None,
        }
    }
}

impl Request for CaptureObservation {
    type Response = CaptureObservationResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("captureObservation", "/v1/chat/observations");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.optional_property("id", &self.id);
        parts.property("name", &self.name);
        parts.property("data", &self.data);
        parts.optional_property("messageId", &self.message_id);
        parts.optional_property("eventId", &self.event_id);
        parts.optional_property("conversationId", &self.conversation_id);
        parts.optional_property("userId", &self.user_id);
        parts.optional_property("errorId", &self.error_id);
        parts.optional_property("traceId", &self.trace_id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CaptureObservation {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            id: input.optional("id")?,
            name: input.required("name")?,
            data: input.required("data")?,
            message_id: input.optional("messageId")?,
            event_id: input.optional("eventId")?,
            conversation_id: input.optional("conversationId")?,
            user_id: input.optional("userId")?,
            error_id: input.optional("errorId")?,
            trace_id: input.optional("traceId")?,
        })
    }
}

/// A call of [`Client::capture_observation`](crate::Client::capture_observation).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type CaptureObservationCall = Call<CaptureObservation>;

impl Call<CaptureObservation> {
    /// Id that the caller gives the observation, for example that of an llmz context. It may occur
    /// more than once: nothing enforces or guarantees that it is unique.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.request.id = Some(id.into());
        self
    }

    /// Id of a message that the observation relates to.
    pub fn message_id(mut self, message_id: impl Into<MessageId>) -> Self {
        self.request.message_id = Some(message_id.into());
        self
    }

    /// Id of an event that the observation relates to.
    pub fn event_id(mut self, event_id: impl Into<EventId>) -> Self {
        self.request.event_id = Some(event_id.into());
        self
    }

    /// Id of a conversation that the observation relates to.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Id of a user that the observation relates to.
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }

    /// Id of an error that the observation relates to.
    pub fn error_id(mut self, error_id: impl Into<String>) -> Self {
        self.request.error_id = Some(error_id.into());
        self
    }

    /// Id of a trace that the observation relates to.
    pub fn trace_id(mut self, trace_id: impl Into<String>) -> Self {
        self.request.trace_id = Some(trace_id.into());
        self
    }
}

/// Empty: the observation is recorded.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CaptureObservationResponse {}

object!(CaptureObservationResponse {});

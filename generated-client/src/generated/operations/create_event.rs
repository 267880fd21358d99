// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /v1/chat/events`

use crate::Call;
use crate::types::{ConversationId, Event, MessageId, Schedule, ServiceError, UserId, WorkflowId};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, object};
use openapi_client_runtime::{IntoJsonObject, JsonObject, Operation, Request};

/// Inputs of [`Client::create_event`](crate::Client::create_event).
///
/// A [`CreateEventCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateEvent {
    /// Name of the kind of event. At most 200 characters.
    pub type_: String,
    /// Content of the event. The integration that is installed on the bot defines it, or the API
    /// does if this is one of the default events.
    pub payload: JsonObject,
    /// Time to send at, if not at once: either `dateTime` or `delay` is needed.
    pub schedule: Option<Schedule>,
    /// Id of a conversation to link the event with. 28 to 36 characters.
    pub conversation_id: Option<ConversationId>,
    /// Id of a user to link the event with. 28 to 36 characters.
    pub user_id: Option<UserId>,
    /// Id of a workflow to link the event with. 28 to 36 characters.
    pub workflow_id: Option<WorkflowId>,
    /// Id of a message to link the event with. 28 to 36 characters.
    pub message_id: Option<MessageId>,
}

impl CreateEvent {
    /// Creates a value with the required fields.
    pub fn new<M>(type_: impl Into<String>, payload: impl IntoJsonObject<M>) -> Self {
        Self {
            type_: type_.into(),
            payload: payload.into_json_object(),
            schedule: None,
            conversation_id: None,
            user_id: None,
            workflow_id: None,
            message_id: None,
        }
    }
}

impl Request for CreateEvent {
    type Response = CreateEventResponse;
    type Error = ServiceError;

    const OPERATION: Operation = Operation::post("createEvent", "/v1/chat/events");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.object();
        parts.property("type", &self.type_);
        parts.property("payload", &self.payload);
        parts.optional_property("schedule", &self.schedule);
        parts.optional_property("conversationId", &self.conversation_id);
        parts.optional_property("userId", &self.user_id);
        parts.optional_property("workflowId", &self.workflow_id);
        parts.optional_property("messageId", &self.message_id);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for CreateEvent {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            type_: input.required("type")?,
            payload: input.required("payload")?,
            schedule: input.optional("schedule")?,
            conversation_id: input.optional("conversationId")?,
            user_id: input.optional("userId")?,
            workflow_id: input.optional("workflowId")?,
            message_id: input.optional("messageId")?,
        })
    }
}

/// A call of [`Client::create_event`](crate::Client::create_event).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type CreateEventCall = Call<CreateEvent>;

impl Call<CreateEvent> {
    /// Time to send at, if not at once: either `dateTime` or `delay` is needed.
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.request.schedule = Some(schedule);
        self
    }

    /// Id of a conversation to link the event with. 28 to 36 characters.
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }

    /// Id of a user to link the event with. 28 to 36 characters.
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }

    /// Id of a workflow to link the event with. 28 to 36 characters.
    pub fn workflow_id(mut self, workflow_id: impl Into<WorkflowId>) -> Self {
        self.request.workflow_id = Some(workflow_id.into());
        self
    }

    /// Id of a message to link the event with. 28 to 36 characters.
    pub fn message_id(mut self, message_id: impl Into<MessageId>) -> Self {
        self.request.message_id = Some(message_id.into());
        self
    }
}

/// The new [`Event`](crate::types::Event).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateEventResponse {
    /// Something that happened or was done.
    pub event: Event,
}

object!(CreateEventResponse {
    required event: "event",
});

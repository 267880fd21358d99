//! `POST /v1/chat/events`

use crate::runtime::{
    Answer, Call, Decode, Encode, JsonObject, Operation, Parts, Request, Value, object,
};
#[cfg(feature = "call-json")]
use crate::runtime::{FromInput, Input, InputError};
use crate::types::{ConversationId, ErrorBody, Event, Schedule, UserId};

/// Inputs of [`Client::create_event`](crate::Client::create_event).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateEvent {
    /// `type`
    pub type_: String,
    /// `payload`
    pub payload: JsonObject,
    /// `schedule`
    pub schedule: Option<Schedule>,
    /// `conversationId`
    pub conversation_id: Option<ConversationId>,
    /// `userId`
    pub user_id: Option<UserId>,
    /// `workflowId`
    pub workflow_id: Option<String>,
    /// `messageId`
    pub message_id: Option<String>,
}

impl CreateEvent {
    /// Starts with what is required.
    pub fn new(
        type_: impl Into<String>,
        payload: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        Self {
            type_: type_.into(),
            payload: payload
                .into_iter()
                .map(|(k, v)| (k.into(), v.into()))
                .collect(),
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
    type Error = ErrorBody;

    const OPERATION: Operation = Operation::post("createEvent", "/v1/chat/events");

    fn encode(&self, parts: &mut Parts) -> Encode {
        parts.object();
        parts.property("type", &self.type_)?;
        parts.property("payload", &self.payload)?;
        parts.optional_property("schedule", &self.schedule)?;
        parts.optional_property("conversationId", &self.conversation_id)?;
        parts.optional_property("userId", &self.user_id)?;
        parts.optional_property("workflowId", &self.workflow_id)?;
        parts.optional_property("messageId", &self.message_id)?;
        Ok(())
    }

    fn decode(answer: &Answer) -> Decode<Self::Response> {
        answer.json()
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

impl Call<CreateEvent> {
    /// `schedule`
    pub fn schedule(mut self, schedule: impl Into<Schedule>) -> Self {
        self.request.schedule = Some(schedule.into());
        self
    }
    /// `conversationId`
    pub fn conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.request.conversation_id = Some(conversation_id.into());
        self
    }
    /// `userId`
    pub fn user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.request.user_id = Some(user_id.into());
        self
    }
    /// `workflowId`
    pub fn workflow_id(mut self, workflow_id: impl Into<String>) -> Self {
        self.request.workflow_id = Some(workflow_id.into());
        self
    }
    /// `messageId`
    pub fn message_id(mut self, message_id: impl Into<String>) -> Self {
        self.request.message_id = Some(message_id.into());
        self
    }
}

/// Docs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateEventResponse {
    /// `event`
    pub event: Event,
}

object!(CreateEventResponse {
    required event: "event",
});

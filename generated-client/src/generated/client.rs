// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{
    AddParticipant, CallAction, CancelScheduledEvent, CaptureObservation, ConfigureIntegration,
    CreateConversation, CreateEvent, CreateMessage, CreateUser, CreateWorkflow, DeleteConversation,
    DeleteMessage, DeleteUser, DeleteWorkflow, GetConversation, GetEvent, GetMessage,
    GetOrCreateConversation, GetOrCreateMessage, GetOrCreateUser, GetOrCreateWorkflow,
    GetOrSetState, GetParticipant, GetState, GetUser, GetWorkflow, ImportMessages,
    InitializeIncomingMessage, ListConversations, ListEvents, ListMessages, ListParticipants,
    ListTagValues, ListTagValuesType, ListUsers, ListWorkflows, PatchState, RemoveParticipant,
    SetState, SetStateExpiry, TrackAnalytics, UpdateConversation, UpdateMessage, UpdateUser,
    UpdateWorkflow,
};
use crate::types::{
    BotId, ConversationId, EventId, ImportedMessage, InitialWorkflowStatus, IntegrationId,
    MessageId, StateType, UserId, WorkflowId,
};
use openapi_client_runtime::codegen::{
    Api, ClientHeader, SecurityScheme, SecuritySchemeKind, Setting, client,
};
use openapi_client_runtime::{ConfigError, IntoJsonObject, IntoMap, IntoNullableJsonObject};

/// Botpress Runtime API: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Botpress Runtime API",
    version: "1.82.0",
    base_url: Setting {
        value: Some("https://api.botpress.cloud"),
        env: Some("BP_API_URL"),
    },
    security_schemes: &[
        SecurityScheme {
            name: "BearerAuth",
            setting: "token",
            kind: SecuritySchemeKind::Bearer,
            env: Some("BP_TOKEN"),
        },
    ],
    security: &[&["BearerAuth"]],
    headers: &[
        ClientHeader {
            name: "x-bot-id",
            setting: "bot_id",
            env: Some("BP_BOT_ID"),
            required: true,
        },
        ClientHeader {
            name: "x-integration-id",
            setting: "integration_id",
            env: Some("BP_INTEGRATION_ID"),
            required: false,
        },
        ClientHeader {
            name: "x-integration-alias",
            setting: "integration_alias",
            env: None,
            required: false,
        },
    ],
};

client!(API, super::by_name, tokens);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with settings from the environment: `BP_TOKEN`, `BP_BOT_ID`,
    /// `BP_INTEGRATION_ID`, `BP_API_URL`.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }

    /// Returns a client with another `x-bot-id` and the same connections.
    pub fn with_bot_id(&self, bot_id: impl Into<BotId>) -> Result<Self, ConfigError> {
        self.with_header("x-bot-id", bot_id.into())
    }

    /// Returns a client with another `x-integration-id` and the same connections.
    pub fn with_integration_id(
        &self,
        integration_id: impl Into<IntegrationId>,
    ) -> Result<Self, ConfigError> {
        self.with_header("x-integration-id", integration_id.into())
    }

    /// Returns a client with another `x-integration-alias` and the same connections.
    pub fn with_integration_alias(
        &self,
        integration_alias: impl Into<String>,
    ) -> Result<Self, ConfigError> {
        self.with_header("x-integration-alias", integration_alias.into())
    }
}

/// # Conversations
impl Client {
    /// Creates a [`Conversation`](crate::types::Conversation). It needs the tags that its
    /// integration requires; the integration defines which ones these are. To reuse a conversation
    /// that exists already, call
    /// [`getOrCreateConversation`](crate::Client::get_or_create_conversation).
    ///
    /// `POST /v1/chat/conversations`
    ///
    /// - `channel`: Name of the channel that the conversation takes place in.
    /// - `tags`: Tags of the new conversation, by name.
    ///
    /// Optional inputs: [`CreateConversationCall`](crate::operations::CreateConversationCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.create_conversation("channel", [("priority", "high")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_conversation<M>(
        &self,
        channel: impl Into<String>,
        tags: impl IntoMap<String, M>,
    ) -> Call<CreateConversation> {
        self.call(CreateConversation::new(channel, tags))
    }

    /// Lists [`Conversation`](crate::types::Conversation) objects, the most recent first. The
    /// response holds one page of them. Tags, participants, integration, channel and creation time
    /// narrow the list down.
    ///
    /// `GET /v1/chat/conversations`
    ///
    /// Optional inputs: [`ListConversationsCall`](crate::operations::ListConversationsCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let items = client.list_conversations().collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_conversations(&self) -> Call<ListConversations> {
        self.call(ListConversations::new())
    }

    /// Returns a [`Conversation`](crate::types::Conversation) by its id. Fails with
    /// `ResourceNotFound` if it does not exist.
    ///
    /// `GET /v1/chat/conversations/{id}`
    ///
    /// - `id`: Id of the conversation to return.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_conversation("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_conversation(&self, id: impl Into<ConversationId>) -> Call<GetConversation> {
        self.call(GetConversation::new(id))
    }

    /// Changes a [`Conversation`](crate::types::Conversation). Only what the body sets changes;
    /// everything else stays as it is.
    ///
    /// `PUT /v1/chat/conversations/{id}`
    ///
    /// - `id`: Id of the conversation to change.
    ///
    /// Optional inputs: [`UpdateConversationCall`](crate::operations::UpdateConversationCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.update_conversation("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_conversation(&self, id: impl Into<ConversationId>) -> Call<UpdateConversation> {
        self.call(UpdateConversation::new(id))
    }

    /// Deletes a [`Conversation`](crate::types::Conversation) and its messages for good. The
    /// messages are deleted at once, and there is no way to restore anything.
    ///
    /// `DELETE /v1/chat/conversations/{id}`
    ///
    /// - `id`: Id of the conversation to delete.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.delete_conversation("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_conversation(&self, id: impl Into<ConversationId>) -> Call<DeleteConversation> {
        self.call(DeleteConversation::new(id))
    }

    /// Returns the [`Conversation`](crate::types::Conversation) that has the given tags, or creates
    /// it. `discriminateByTags` limits the comparison to some of the tags. If the conversation
    /// exists, the tags in the body update its tags. `meta.created` says which of the two happened.
    ///
    /// `POST /v1/chat/conversations/get-or-create`
    ///
    /// - `channel`: Name of the channel that the conversation takes place in.
    /// - `tags`: Tags of the conversation, by name. They are compared with those of each existing
    ///   conversation, and set on the conversation that is returned.
    ///
    /// Optional inputs: [`GetOrCreateConversationCall`](crate::operations::GetOrCreateConversationCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .get_or_create_conversation("channel", [("priority", "high")])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_or_create_conversation<M>(
        &self,
        channel: impl Into<String>,
        tags: impl IntoMap<String, M>,
    ) -> Call<GetOrCreateConversation> {
        self.call(GetOrCreateConversation::new(channel, tags))
    }

    /// Lists the participants of a [`Conversation`](crate::types::Conversation). The response holds
    /// one page of them, as users.
    ///
    /// `GET /v1/chat/conversations/{id}/participants`
    ///
    /// - `id`: Id of the conversation whose participants are listed.
    ///
    /// Optional inputs: [`ListParticipantsCall`](crate::operations::ListParticipantsCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let items = client.list_participants("id").collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_participants(&self, id: impl Into<ConversationId>) -> Call<ListParticipants> {
        self.call(ListParticipants::new(id))
    }

    /// Adds a user to the participants of a [`Conversation`](crate::types::Conversation). It does
    /// not create the user.
    ///
    /// `POST /v1/chat/conversations/{id}/participants`
    ///
    /// - `id`: Id of the conversation that gets the participant.
    /// - `user_id`: Id of the user to add.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_participant("id", "userId").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_participant(
        &self,
        id: impl Into<ConversationId>,
        user_id: impl Into<UserId>,
    ) -> Call<AddParticipant> {
        self.call(AddParticipant::new(id, user_id))
    }

    /// Returns one participant of a [`Conversation`](crate::types::Conversation). Fails with
    /// `ResourceNotFound` if there is no such participant.
    ///
    /// `GET /v1/chat/conversations/{id}/participants/{userId}`
    ///
    /// - `id`: Id of the conversation.
    /// - `user_id`: Id of the participant, who is a user.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_participant("id", "userId").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_participant(
        &self,
        id: impl Into<ConversationId>,
        user_id: impl Into<UserId>,
    ) -> Call<GetParticipant> {
        self.call(GetParticipant::new(id, user_id))
    }

    /// Removes a user from the participants of a [`Conversation`](crate::types::Conversation). It
    /// does not delete the user.
    ///
    /// `DELETE /v1/chat/conversations/{id}/participants/{userId}`
    ///
    /// - `id`: Id of the conversation that loses the participant.
    /// - `user_id`: Id of the user to remove.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.remove_participant("id", "userId").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn remove_participant(
        &self,
        id: impl Into<ConversationId>,
        user_id: impl Into<UserId>,
    ) -> Call<RemoveParticipant> {
        self.call(RemoveParticipant::new(id, user_id))
    }
}

/// # Events
impl Client {
    /// Creates an [`Event`](crate::types::Event). Its required content depends on the integration
    /// that defines it. With `schedule` it is sent later, and
    /// [`cancelScheduledEvent`](crate::Client::cancel_scheduled_event) can cancel it until then.
    ///
    /// `POST /v1/chat/events`
    ///
    /// - `type_`: Name of the kind of event.
    /// - `payload`: Content of the event. The integration that is installed on the bot defines it,
    ///   or the API does if this is one of the default events.
    ///
    /// Optional inputs: [`CreateEventCall`](crate::operations::CreateEventCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.create_event("type", [("name", "value")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_event<M>(
        &self,
        type_: impl Into<String>,
        payload: impl IntoJsonObject<M>,
    ) -> Call<CreateEvent> {
        self.call(CreateEvent::new(type_, payload))
    }

    /// Lists [`Event`](crate::types::Event) objects, the most recent first. The response holds one
    /// page of them. Type, status and what the events are linked to narrow the list down.
    ///
    /// `GET /v1/chat/events`
    ///
    /// Optional inputs: [`ListEventsCall`](crate::operations::ListEventsCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let items = client.list_events().collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_events(&self) -> Call<ListEvents> {
        self.call(ListEvents::new())
    }

    /// Returns an [`Event`](crate::types::Event) by its id. Fails with `ResourceNotFound` if it
    /// does not exist.
    ///
    /// `GET /v1/chat/events/{id}`
    ///
    /// - `id`: Id of the event to return.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_event("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_event(&self, id: impl Into<EventId>) -> Call<GetEvent> {
        self.call(GetEvent::new(id))
    }

    /// Cancels a scheduled [`Event`](crate::types::Event) for good. The event must have the status
    /// `scheduled`.
    ///
    /// `DELETE /v1/chat/events/scheduled/{id}`
    ///
    /// - `id`: Id of the event to cancel.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.cancel_scheduled_event("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn cancel_scheduled_event(&self, id: impl Into<EventId>) -> Call<CancelScheduledEvent> {
        self.call(CancelScheduledEvent::new(id))
    }
}

/// # Messages
impl Client {
    /// Creates a [`Message`](crate::types::Message). It needs the tags that its integration
    /// requires; the integration defines which ones these are. With `schedule` it is sent later. To
    /// avoid creating a message twice, call
    /// [`getOrCreateMessage`](crate::Client::get_or_create_message).
    ///
    /// `POST /v1/chat/messages`
    ///
    /// - `payload`: Content of the message: a text, image, choice, dropdown, card, carousel, file,
    ///   audio, video or location. [`Message`](crate::types::Message) shows the payload of each
    ///   type.
    /// - `user_id`: Id of the user that the message belongs to.
    /// - `conversation_id`: Id of the conversation that the message is part of.
    /// - `type_`: Type of the message, which determines the content of its payload.
    /// - `tags`: Tags of the message, by name. Only tags that the bot declares are available. An
    ///   empty value unsets a tag.
    ///
    /// Optional inputs: [`CreateMessageCall`](crate::operations::CreateMessageCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::runtime::json_object;
    ///
    /// let response = client
    ///     .create_message(
    ///         json_object!({"text": "Hello"}),
    ///         "userId",
    ///         "conversationId",
    ///         "text",
    ///         [("priority", "high")],
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_message<M, M2>(
        &self,
        payload: impl IntoJsonObject<M>,
        user_id: impl Into<UserId>,
        conversation_id: impl Into<ConversationId>,
        type_: impl Into<String>,
        tags: impl IntoMap<String, M2>,
    ) -> Call<CreateMessage> {
        self.call(CreateMessage::new(payload, user_id, conversation_id, type_, tags))
    }

    /// Lists [`Message`](crate::types::Message) objects, the most recent first. The response holds
    /// one page of them. Conversation, tags and creation time narrow the list down.
    ///
    /// `GET /v1/chat/messages`
    ///
    /// Optional inputs: [`ListMessagesCall`](crate::operations::ListMessagesCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let items = client.list_messages().collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_messages(&self) -> Call<ListMessages> {
        self.call(ListMessages::new())
    }

    /// Returns the [`Message`](crate::types::Message) that has the given tags, or creates it.
    /// `discriminateByTags` limits the comparison to some of the tags. If the message exists, its
    /// tags and its payload are updated where the body sets them. `meta.created` says which of the
    /// two happened.
    ///
    /// `POST /v1/chat/messages/get-or-create`
    ///
    /// - `user_id`: Id of the user that the message belongs to.
    /// - `conversation_id`: Id of the conversation that the message is part of.
    /// - `type_`: Type of the message, which determines the content of its payload.
    /// - `tags`: Tags of the message, by name. Only tags that the bot declares are available. An
    ///   empty value unsets a tag.
    ///
    /// Optional inputs: [`GetOrCreateMessageCall`](crate::operations::GetOrCreateMessageCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .get_or_create_message("userId", "conversationId", "text", [("priority", "high")])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_or_create_message<M>(
        &self,
        user_id: impl Into<UserId>,
        conversation_id: impl Into<ConversationId>,
        type_: impl Into<String>,
        tags: impl IntoMap<String, M>,
    ) -> Call<GetOrCreateMessage> {
        self.call(GetOrCreateMessage::new(user_id, conversation_id, type_, tags))
    }

    /// Returns a [`Message`](crate::types::Message) by its id. Fails with `ResourceNotFound` if it
    /// does not exist.
    ///
    /// `GET /v1/chat/messages/{id}`
    ///
    /// - `id`: Id of the message to return.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_message("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_message(&self, id: impl Into<MessageId>) -> Call<GetMessage> {
        self.call(GetMessage::new(id))
    }

    /// Changes the tags and the payload of a [`Message`](crate::types::Message). Its type cannot be
    /// changed. The other side is not notified: when an integration updates an incoming message,
    /// the bot is not invoked, and when a bot updates an outgoing message, the integration is not
    /// invoked.
    ///
    /// `PUT /v1/chat/messages/{id}`
    ///
    /// - `id`: Id of the message to change.
    /// - `tags`: Tags to change, by name. Only tags that the bot declares are available. An empty
    ///   value unsets a tag.
    ///
    /// Optional inputs: [`UpdateMessageCall`](crate::operations::UpdateMessageCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.update_message("id", [("priority", "high")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_message<M>(
        &self,
        id: impl Into<MessageId>,
        tags: impl IntoMap<String, M>,
    ) -> Call<UpdateMessage> {
        self.call(UpdateMessage::new(id, tags))
    }

    /// Deletes a [`Message`](crate::types::Message) for good. There is no way to restore it.
    ///
    /// `DELETE /v1/chat/messages/{id}`
    ///
    /// - `id`: Id of the message to delete.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.delete_message("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_message(&self, id: impl Into<MessageId>) -> Call<DeleteMessage> {
        self.call(DeleteMessage::new(id))
    }

    /// Imports each [`Message`](crate::types::Message) that has no match among the existing ones. A
    /// message that has one is returned and not created again. If a part of the messages fails, the
    /// call answers with an error that lists the rest in `resolvedMessages` and the failed ones in
    /// `failedMessages`. This operation is experimental.
    ///
    /// `POST /v1/chat/messages/import-messages`
    ///
    /// - `messages`: Messages to import.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::runtime::Timestamp;
    /// use botpress_runtime::runtime::json_object;
    /// use botpress_runtime::types::ImportedMessage;
    ///
    /// let response = client
    ///     .import_messages(
    ///         [ImportedMessage::new(json_object!({"text": "Hello"}), "userId", "conversationId", "text", [("priority", "high")], "2026-01-31T09:30:00Z".parse::<Timestamp>()?, ["value"])],
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn import_messages(
        &self,
        messages: impl IntoIterator<Item = ImportedMessage>,
    ) -> Call<ImportMessages> {
        self.call(ImportMessages::new(messages))
    }
}

/// # Initialize incoming message
impl Client {
    /// Sets up a user and a conversation and sends a message to the conversation. User and
    /// conversation are given by id, or described by tags and created if they are missing. This
    /// operation is experimental.
    ///
    /// `POST /v1/chat/initialize-incoming-message`
    ///
    /// Optional inputs: [`InitializeIncomingMessageCall`](crate::operations::InitializeIncomingMessageCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.initialize_incoming_message().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn initialize_incoming_message(&self) -> Call<InitializeIncomingMessage> {
        self.call(InitializeIncomingMessage::new())
    }
}

/// # Users
impl Client {
    /// Creates a [`User`](crate::types::User). It needs the tags that its integration requires; the
    /// integration defines which ones these are. To reuse a user that exists already, call
    /// [`getOrCreateUser`](crate::Client::get_or_create_user).
    ///
    /// `POST /v1/chat/users`
    ///
    /// - `tags`: Tags of the new user, by name.
    ///
    /// Optional inputs: [`CreateUserCall`](crate::operations::CreateUserCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.create_user([("priority", "high")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_user<M>(&self, tags: impl IntoMap<String, M>) -> Call<CreateUser> {
        self.call(CreateUser::new(tags))
    }

    /// Lists [`User`](crate::types::User) objects, the most recent first. The response holds one
    /// page of them. Conversation, tags and the time of creation or update narrow the list down.
    ///
    /// `GET /v1/chat/users`
    ///
    /// Optional inputs: [`ListUsersCall`](crate::operations::ListUsersCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let items = client.list_users().collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_users(&self) -> Call<ListUsers> {
        self.call(ListUsers::new())
    }

    /// Returns a [`User`](crate::types::User) by its id. Fails with `ResourceNotFound` if it does
    /// not exist.
    ///
    /// `GET /v1/chat/users/{id}`
    ///
    /// - `id`: Id of the user to return.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_user("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_user(&self, id: impl Into<UserId>) -> Call<GetUser> {
        self.call(GetUser::new(id))
    }

    /// Changes a [`User`](crate::types::User). Only what the body sets changes; everything else
    /// stays as it is.
    ///
    /// `PUT /v1/chat/users/{id}`
    ///
    /// - `id`: Id of the user to change.
    ///
    /// Optional inputs: [`UpdateUserCall`](crate::operations::UpdateUserCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.update_user("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_user(&self, id: impl Into<UserId>) -> Call<UpdateUser> {
        self.call(UpdateUser::new(id))
    }

    /// Deletes a [`User`](crate::types::User) for good. There is no way to restore it.
    ///
    /// `DELETE /v1/chat/users/{id}`
    ///
    /// - `id`: Id of the user to delete.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.delete_user("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_user(&self, id: impl Into<UserId>) -> Call<DeleteUser> {
        self.call(DeleteUser::new(id))
    }

    /// Returns the [`User`](crate::types::User) that has the given tags, or creates it.
    /// `discriminateByTags` limits the comparison to some of the tags. If the user exists, the
    /// `name`, `pictureUrl`, `attributes` and `tags` in the body update it. `meta.created` says
    /// which of the two happened.
    ///
    /// `POST /v1/chat/users/get-or-create`
    ///
    /// - `tags`: Tags of the user, by name. They are compared with those of each existing user, and
    ///   set on the user that is returned.
    ///
    /// Optional inputs: [`GetOrCreateUserCall`](crate::operations::GetOrCreateUserCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_or_create_user([("priority", "high")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_or_create_user<M>(&self, tags: impl IntoMap<String, M>) -> Call<GetOrCreateUser> {
        self.call(GetOrCreateUser::new(tags))
    }
}

/// # States
impl Client {
    /// Changes the expiry of a [`State`](crate::types::State). It does not touch the payload.
    ///
    /// `POST /v1/chat/states/{type}/{id}/{name}/expiry`
    ///
    /// - `type_`: Kind of resource that the state belongs to.
    /// - `id`: Id of the resource that the state belongs to: for example the bot, the user or the
    ///   conversation.
    /// - `name`: Name of the state, as the definition of the bot declares it.
    /// - `expiry`: How long the state may lie idle before it expires, in milliseconds. By default,
    ///   it does not expire.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::types::StateType;
    ///
    /// let response = client
    ///     .set_state_expiry(StateType::Conversation, "id", "name", None)
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn set_state_expiry(
        &self,
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        expiry: Option<i64>,
    ) -> Call<SetStateExpiry> {
        self.call(SetStateExpiry::new(type_, id, name, expiry))
    }

    /// Returns a [`State`](crate::types::State) by its type, id and name. Fails with
    /// `ResourceNotFound` if it does not exist; [`getOrSetState`](crate::Client::get_or_set_state)
    /// creates it instead.
    ///
    /// `GET /v1/chat/states/{type}/{id}/{name}`
    ///
    /// - `type_`: Kind of resource that the state belongs to.
    /// - `id`: Id of the resource that the state belongs to: for example the bot, the user or the
    ///   conversation.
    /// - `name`: Name of the state, as the definition of the bot declares it.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::types::StateType;
    ///
    /// let response = client.get_state(StateType::Conversation, "id", "name").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_state(
        &self,
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
    ) -> Call<GetState> {
        self.call(GetState::new(type_, id, name))
    }

    /// Sets a [`State`](crate::types::State), overwriting the one that is there. To change only
    /// parts of the payload, call [`patchState`](crate::Client::patch_state).
    ///
    /// `POST /v1/chat/states/{type}/{id}/{name}`
    ///
    /// - `type_`: Kind of resource that the state belongs to.
    /// - `id`: Id of the resource that the state belongs to: for example the bot, the user or the
    ///   conversation.
    /// - `name`: Name of the state, as the definition of the bot declares it.
    /// - `payload`: Content of the state, as the bot defines it.
    ///
    /// Optional inputs: [`SetStateCall`](crate::operations::SetStateCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::types::StateType;
    ///
    /// let response = client
    ///     .set_state(StateType::Conversation, "id", "name", [("name", "value")])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn set_state<M>(
        &self,
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        payload: impl IntoNullableJsonObject<M>,
    ) -> Call<SetState> {
        self.call(SetState::new(type_, id, name, payload))
    }

    /// Changes the parts of a [`State`](crate::types::State) that the body sets. To overwrite the
    /// state as a whole, call [`setState`](crate::Client::set_state).
    ///
    /// `PATCH /v1/chat/states/{type}/{id}/{name}`
    ///
    /// - `type_`: Kind of resource that the state belongs to.
    /// - `id`: Id of the resource that the state belongs to: for example the bot, the user or the
    ///   conversation.
    /// - `name`: Name of the state, as the definition of the bot declares it.
    /// - `payload`: Content of the state, as the bot defines it.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::types::StateType;
    ///
    /// let response = client
    ///     .patch_state(StateType::Conversation, "id", "name", [("name", "value")])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn patch_state<M>(
        &self,
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        payload: impl IntoJsonObject<M>,
    ) -> Call<PatchState> {
        self.call(PatchState::new(type_, id, name, payload))
    }

    /// Returns a [`State`](crate::types::State), or creates it if it does not exist. The payload
    /// and expiry in the body are those of the new state.
    ///
    /// `POST /v1/chat/states/{type}/{id}/{name}/get-or-set`
    ///
    /// - `type_`: Kind of resource that the state belongs to.
    /// - `id`: Id of the resource that the state belongs to: for example the bot, the user or the
    ///   conversation.
    /// - `name`: Name of the state, as the definition of the bot declares it.
    /// - `payload`: Content of the state, as the bot defines it.
    ///
    /// Optional inputs: [`GetOrSetStateCall`](crate::operations::GetOrSetStateCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::types::StateType;
    ///
    /// let response = client
    ///     .get_or_set_state(StateType::Conversation, "id", "name", [("name", "value")])
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_or_set_state<M>(
        &self,
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        payload: impl IntoJsonObject<M>,
    ) -> Call<GetOrSetState> {
        self.call(GetOrSetState::new(type_, id, name, payload))
    }
}

/// # Actions
impl Client {
    /// Runs an action and returns its output.
    ///
    /// `POST /v1/chat/actions`
    ///
    /// - `type_`: Name of the action to run.
    /// - `input`: Data for the action.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.call_action("type", [("name", "value")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn call_action<M>(
        &self,
        type_: impl Into<String>,
        input: impl IntoJsonObject<M>,
    ) -> Call<CallAction> {
        self.call(CallAction::new(type_, input))
    }
}

/// # Integrations
impl Client {
    /// Configures the integration that makes the call. It is meant for integrations: they configure
    /// themselves with it.
    ///
    /// `POST /v1/chat/integrations/configure`
    ///
    /// Optional inputs: [`ConfigureIntegrationCall`](crate::operations::ConfigureIntegrationCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.configure_integration().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn configure_integration(&self) -> Call<ConfigureIntegration> {
        self.call(ConfigureIntegration::new())
    }
}

/// # Workflows
impl Client {
    /// Creates a [`Workflow`](crate::types::Workflow). To reuse a workflow that exists already,
    /// call [`getOrCreateWorkflow`](crate::Client::get_or_create_workflow).
    ///
    /// `POST /v1/chat/workflows`
    ///
    /// - `name`: Name of the kind of workflow.
    /// - `status`: Status that a workflow starts with.
    ///
    /// Optional inputs: [`CreateWorkflowCall`](crate::operations::CreateWorkflowCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::types::InitialWorkflowStatus;
    ///
    /// let response = client.create_workflow("name", InitialWorkflowStatus::Pending).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_workflow(
        &self,
        name: impl Into<String>,
        status: impl Into<InitialWorkflowStatus>,
    ) -> Call<CreateWorkflow> {
        self.call(CreateWorkflow::new(name, status))
    }

    /// Lists [`Workflow`](crate::types::Workflow) objects, the most recent first. The response
    /// holds one page of them. Tags, name, status and what the workflows belong to narrow the list
    /// down.
    ///
    /// `GET /v1/chat/workflows`
    ///
    /// Optional inputs: [`ListWorkflowsCall`](crate::operations::ListWorkflowsCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let items = client.list_workflows().collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_workflows(&self) -> Call<ListWorkflows> {
        self.call(ListWorkflows::new())
    }

    /// Returns a [`Workflow`](crate::types::Workflow) by its id. Fails with `ResourceNotFound` if
    /// it does not exist.
    ///
    /// `GET /v1/chat/workflows/{id}`
    ///
    /// - `id`: Id of the workflow to return.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_workflow("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_workflow(&self, id: impl Into<WorkflowId>) -> Call<GetWorkflow> {
        self.call(GetWorkflow::new(id))
    }

    /// Changes a [`Workflow`](crate::types::Workflow). Only what the body sets changes; everything
    /// else stays as it is.
    ///
    /// `PUT /v1/chat/workflows/{id}`
    ///
    /// - `id`: Id of the workflow to change.
    ///
    /// Optional inputs: [`UpdateWorkflowCall`](crate::operations::UpdateWorkflowCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.update_workflow("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_workflow(&self, id: impl Into<WorkflowId>) -> Call<UpdateWorkflow> {
        self.call(UpdateWorkflow::new(id))
    }

    /// Deletes a [`Workflow`](crate::types::Workflow) for good. There is no way to restore it.
    ///
    /// `DELETE /v1/chat/workflows/{id}`
    ///
    /// - `id`: Id of the workflow to delete.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.delete_workflow("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_workflow(&self, id: impl Into<WorkflowId>) -> Call<DeleteWorkflow> {
        self.call(DeleteWorkflow::new(id))
    }

    /// Returns the [`Workflow`](crate::types::Workflow) that has the given tags, or creates it.
    /// `discriminateByTags` and `discriminateByStatusGroup` decide which existing workflow is a
    /// match. The response does not tell which of the two happened.
    ///
    /// `POST /v1/chat/workflows/get-or-create`
    ///
    /// - `name`: Name of the kind of workflow.
    /// - `status`: Status that a workflow starts with.
    ///
    /// Optional inputs: [`GetOrCreateWorkflowCall`](crate::operations::GetOrCreateWorkflowCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::types::InitialWorkflowStatus;
    ///
    /// let response = client
    ///     .get_or_create_workflow("name", InitialWorkflowStatus::Pending)
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_or_create_workflow(
        &self,
        name: impl Into<String>,
        status: impl Into<InitialWorkflowStatus>,
    ) -> Call<GetOrCreateWorkflow> {
        self.call(GetOrCreateWorkflow::new(name, status))
    }
}

/// # Tags
impl Client {
    /// Lists the values that a tag of the bot has. The response holds one page of them.
    ///
    /// `GET /v1/chat/tags/{key}/values`
    ///
    /// - `key`: Name of the tag.
    /// - `type_`: Kind of objects whose tag is meant.
    ///
    /// Optional inputs: [`ListTagValuesCall`](crate::operations::ListTagValuesCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use botpress_runtime::operations::ListTagValuesType;
    ///
    /// let items = client
    ///     .list_tag_values("key", ListTagValuesType::User)
    ///     .collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_tag_values(
        &self,
        key: impl Into<String>,
        type_: impl Into<ListTagValuesType>,
    ) -> Call<ListTagValues> {
        self.call(ListTagValues::new(key, type_))
    }
}

/// # Analytics
impl Client {
    /// Counts occurrences of an event in the analytics of the bot.
    ///
    /// `POST /v1/chat/analytics`
    ///
    /// - `name`: Name of the event.
    /// - `count`: How many occurrences to add.
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.track_analytics("name", 1).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn track_analytics(&self, name: impl Into<String>, count: i64) -> Call<TrackAnalytics> {
        self.call(TrackAnalytics::new(name, count))
    }
}

/// # Observations
impl Client {
    /// Records an observation that was made while the bot ran. Observations of integrations are not
    /// supported yet.
    ///
    /// `POST /v1/chat/observations`
    ///
    /// - `name`: Name of the observation.
    /// - `data`: Value of the observation.
    ///
    /// Optional inputs: [`CaptureObservationCall`](crate::operations::CaptureObservationCall)
    ///
    /// Errors: [`ServiceError`](crate::types::ServiceError). Retried only on the statuses 425 and
    /// 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: botpress_runtime::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.capture_observation("name", [("name", "value")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn capture_observation<M>(
        &self,
        name: impl Into<String>,
        data: impl IntoJsonObject<M>,
    ) -> Call<CaptureObservation> {
        self.call(CaptureObservation::new(name, data))
    }
}

impl ClientBuilder {
    /// Id of the bot that the call is about.
    ///
    /// Header `x-bot-id`; environment variable `BP_BOT_ID`.
    pub fn bot_id(self, bot_id: impl Into<BotId>) -> Self {
        self.header("x-bot-id", bot_id.into())
    }

    /// Id of the integration that the call is made for.
    ///
    /// Header `x-integration-id`; environment variable `BP_INTEGRATION_ID`.
    pub fn integration_id(self, integration_id: impl Into<IntegrationId>) -> Self {
        self.header("x-integration-id", integration_id.into())
    }

    /// Alias of the integration that the call is made for.
    ///
    /// Header `x-integration-alias`.
    pub fn integration_alias(self, integration_alias: impl Into<String>) -> Self {
        self.header("x-integration-alias", integration_alias.into())
    }
}

impl<R> Call<R> {
    /// Sends this `x-bot-id` with this call, in place of the client's.
    pub fn with_bot_id(self, bot_id: impl Into<BotId>) -> Self {
        self.with_header("x-bot-id", bot_id.into())
    }

    /// Sends this `x-integration-id` with this call, in place of the client's.
    pub fn with_integration_id(self, integration_id: impl Into<IntegrationId>) -> Self {
        self.with_header("x-integration-id", integration_id.into())
    }

    /// Sends this `x-integration-alias` with this call, in place of the client's.
    pub fn with_integration_alias(self, integration_alias: impl Into<String>) -> Self {
        self.with_header("x-integration-alias", integration_alias.into())
    }
}

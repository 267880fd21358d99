//! Stand-in.
use crate::operations::{CreateEvent, DeleteConversation, ListConversations, SetState, UpdateUser};
use crate::runtime::{
    Api, Call, Client, ClientBuilder, ClientHeader, ConfigError, JsonObject, Setting, Value,
};
use crate::types::{BotId, ConversationId, IntegrationId, StateType, UserId};

/// What the client knows of the API as a whole.
pub const API: Api = Api {
    title: "Botpress Runtime API",
    version: "1.82.0",
    base_url: Setting {
        value: Some("https://api.botpress.cloud"),
        env: Some("BP_API_URL"),
    },
    token: Some(Setting {
        value: None,
        env: Some("BP_TOKEN"),
    }),
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
    #[cfg(feature = "call-json")]
    operations: crate::operations::OPERATIONS,
};

impl Client {
    /// Starts a client with the defaults of the API.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(&API)
    }

    /// Reads `BP_TOKEN`, `BP_BOT_ID`, `BP_INTEGRATION_ID` and `BP_API_URL` from the environment.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }

    /// Starts an event. `POST /v1/chat/events`
    pub fn create_event(
        &self,
        type_: impl Into<String>,
        payload: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Call<CreateEvent> {
        self.call(CreateEvent::new(type_, payload))
    }

    /// Deletes a conversation. `DELETE /v1/chat/conversations/{id}`
    pub fn delete_conversation(&self, id: impl Into<ConversationId>) -> Call<DeleteConversation> {
        self.call(DeleteConversation::new(id))
    }

    /// Lists conversations. `GET /v1/chat/conversations`
    pub fn list_conversations(&self) -> Call<ListConversations> {
        self.call(ListConversations::new())
    }

    /// Sets a state. `POST /v1/chat/states/{type}/{id}/{name}`
    pub fn set_state(
        &self,
        type_: impl Into<StateType>,
        id: impl Into<String>,
        name: impl Into<String>,
        payload: Option<JsonObject>,
    ) -> Call<SetState> {
        self.call(SetState::new(type_, id, name, payload))
    }

    /// Updates a user. `PUT /v1/chat/users/{id}`
    pub fn update_user(&self, id: impl Into<UserId>) -> Call<UpdateUser> {
        self.call(UpdateUser::new(id))
    }
}

impl ClientBuilder {
    /// Bot id (`x-bot-id`).
    pub fn bot_id(self, bot_id: impl Into<BotId>) -> Self {
        self.header("x-bot-id", bot_id.into())
    }

    /// Integration id (`x-integration-id`).
    pub fn integration_id(self, integration_id: impl Into<IntegrationId>) -> Self {
        self.header("x-integration-id", integration_id.into())
    }

    /// Integration alias (`x-integration-alias`).
    pub fn integration_alias(self, integration_alias: impl Into<String>) -> Self {
        self.header("x-integration-alias", integration_alias.into())
    }
}

impl<R> Call<R> {
    /// Sends another `x-bot-id` with this call.
    pub fn with_bot_id(self, bot_id: impl Into<BotId>) -> Self {
        self.with_header("x-bot-id", bot_id.into())
    }
}

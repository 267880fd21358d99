// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{CreateTicket, PutNode, SetState};
use crate::types::{Channel, Priority, UserId};
use openapi_client_runtime::codegen::{Api, Setting, client};
use openapi_client_runtime::{ConfigError, IntoJsonObject, IntoList, IntoNullableJsonObject};

/// Arguments: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Arguments",
    version: "1",
    base_url: Setting {
        value: Some("https://example.org"),
        env: None,
    },
    security_schemes: &[],
    security: &[],
    headers: &[],
};

client!(API, super::by_name);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with the defaults of the document. No setting has an environment variable.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }
}

/// # Tickets
impl Client {
    /// Creates a ticket.
    ///
    /// `POST /tickets`
    ///
    /// Optional inputs: [`CreateTicketCall`](crate::operations::CreateTicketCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::runtime::json_object;
    /// use crate::types::Priority;
    ///
    /// client
    ///     .create_ticket(
    ///         json_object!({"text": "Shall we?", "sizes": [1, 2.5, {"a": null}], "last": true}),
    ///         Priority::N1,
    ///         [("priority", "high")],
    ///         ["value"],
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_ticket<MM, M2, M3>(
        &self,
        payload: impl IntoJsonObject<MM>,
        priority: impl Into<Priority>,
        tags: impl openapi_client_runtime::IntoMap<String, M2>,
        watchers: impl IntoList<UserId, M3>,
    ) -> Call<CreateTicket> {
        self.call(CreateTicket::new(payload, priority, tags, watchers))
    }
}

/// # Nodes
impl Client {
    /// Stores a node.
    ///
    /// `PUT /nodes`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.put_node([("name", "value")], None).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_node<MM>(
        &self,
        config: impl IntoNullableJsonObject<MM>,
        label: Option<String>,
    ) -> Call<PutNode> {
        self.call(PutNode::new(config, label))
    }
}

/// # States
impl Client {
    /// Sets a state.
    ///
    /// `PUT /states/{kind}`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Channel;
    ///
    /// let response = client.set_state(Channel::Email, [("name", "value")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn set_state<MM>(
        &self,
        kind: impl Into<Channel>,
        body: impl IntoJsonObject<MM>,
    ) -> Call<SetState> {
        self.call(SetState::new(kind, body))
    }
}

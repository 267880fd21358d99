// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{
    ConfigureNode, ConfigureNodeBody, CreateNode, DeleteNode, GetStatus, ListNodes, UpdateNode,
};
use crate::types::{Node, NodeId};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{
    Api, ClientHeader, SecurityScheme, SecuritySchemeKind, Setting, client,
};

/// Wire: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Wire",
    version: "1.0.0",
    base_url: Setting {
        value: Some("https://eu.example.org/api"),
        env: Some("WIRE_URL"),
    },
    security_schemes: &[
        SecurityScheme {
            name: "token",
            setting: "token",
            kind: SecuritySchemeKind::Bearer,
            env: Some("WIRE_TOKEN"),
        },
    ],
    security: &[&["token"]],
    headers: &[
        ClientHeader {
            name: "X-Tenant-Id",
            setting: "tenant_id",
            env: Some("WIRE_TENANT"),
            required: true,
        },
    ],
};

client!(API, super::by_name, tokens);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with settings from the environment: `WIRE_TOKEN`, `WIRE_TENANT`,
    /// `WIRE_URL`.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }

    /// Returns a client with another `X-Tenant-Id` and the same connections.
    pub fn with_tenant_id(
        &self,
        tenant_id: impl Into<String>,
    ) -> Result<Self, ConfigError> {
        self.with_header("X-Tenant-Id", tenant_id.into())
    }
}

/// # Nodes
impl Client {
    /// Lists nodes.
    ///
    /// `GET /nodes`
    ///
    /// Optional inputs: [`ListNodesCall`](crate::operations::ListNodesCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let items = client.list_nodes().collect_up_to(100).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_nodes(&self) -> Call<ListNodes> {
        self.call(ListNodes::new())
    }

    /// `POST /nodes`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary,
    /// with the same key in the header `Idempotency-Key`. Set that header with `with_header` to
    /// repeat the call yourself.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Kind;
    /// use crate::types::Node;
    ///
    /// let response = client.create_node(Node::new("id", Kind::Leaf)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_node(&self, node: Node) -> Call<CreateNode> {
        self.call(CreateNode::new(node))
    }

    /// `PATCH /nodes/{id}`
    ///
    /// Optional inputs: [`UpdateNodeCall`](crate::operations::UpdateNodeCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried only on the statuses 425 and 429, and if
    /// no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.update_node("node_7", None).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_node(&self, id: impl Into<NodeId>, parent: Option<NodeId>) -> Call<UpdateNode> {
        self.call(UpdateNode::new(id, parent))
    }

    /// Needs more than five inputs, so that the body is one argument.
    ///
    /// `PUT /nodes/{id}`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::operations::ConfigureNodeBody;
    ///
    /// let response = client
    ///     .configure_node(
    ///         "node_7",
    ///         ConfigureNodeBody::new("text", 1, 1.5, true, ["value"]),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated]
    pub fn configure_node(
        &self,
        id: impl Into<NodeId>,
        body: ConfigureNodeBody,
    ) -> Call<ConfigureNode> {
        self.call(ConfigureNode::new(id, body))
    }

    /// `DELETE /nodes/{id}`
    ///
    /// Optional inputs: [`DeleteNodeCall`](crate::operations::DeleteNodeCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.delete_node("node_7").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_node(&self, id: impl Into<NodeId>) -> Call<DeleteNode> {
        self.call(DeleteNode::new(id))
    }
}

/// # Status
impl Client {
    /// Takes no tenant, unlike the other operations.
    ///
    /// `GET /status`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.get_status().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_status(&self) -> Call<GetStatus> {
        self.call(GetStatus::new())
    }
}

impl ClientBuilder {
    /// Whose nodes.
    ///
    /// Header `X-Tenant-Id`; environment variable `WIRE_TENANT`.
    pub fn tenant_id(self, tenant_id: impl Into<String>) -> Self {
        self.header("X-Tenant-Id", tenant_id.into())
    }
}

impl<R> Call<R> {
    /// Sends this `X-Tenant-Id` with this call, in place of the client's.
    pub fn with_tenant_id(self, tenant_id: impl Into<String>) -> Self {
        self.with_header("X-Tenant-Id", tenant_id.into())
    }
}

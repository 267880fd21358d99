// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{OrderRequest, ReadOrder, ReadOrderId};
use crate::types::Order;
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, Setting, client};

/// Modern: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Modern",
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

impl Client {
    /// Everything that OpenAPI 3.1 expresses differently from 3.0.
    ///
    /// `POST /orders`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Line;
    /// use crate::types::Order;
    /// use crate::types::OrderKind;
    ///
    /// let response = client
    ///     .order(Order::new(OrderKind::Order, None, [Line::new("item")]))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn order(&self, order: Order) -> Call<OrderRequest> {
        self.call(OrderRequest::new(order))
    }

    /// Reads an order.
    ///
    /// `GET /orders/{id}`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client, id: crate::operations::ReadOrderId) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// // `id` is a `crate::operations::ReadOrderId`.
    /// let response = client.read_order(id).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn read_order(&self, id: impl Into<ReadOrderId>) -> Call<ReadOrder> {
        self.call(ReadOrder::new(id))
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{GetValue, SendCodes, SendCodesPage, StreamNumbers};
use openapi_client_runtime::codegen::{Api, Setting, client};
use openapi_client_runtime::{ConfigError, IntoList};

/// Limits: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Limits",
    version: "1",
    base_url: Setting {
        value: Some("https://example.org"),
        env: None,
    },
    security_schemes: &[],
    security: &[],
    headers: &[],
};

client!(API, super::by_name, streams);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with the defaults of the document. No setting has an environment variable.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }
}

/// # Codes
impl Client {
    /// Sends codes.
    ///
    /// `POST /codes`
    ///
    /// - `page`: A page, by number or by id.
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client, page: crate::operations::SendCodesPage) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// // `page` is a `crate::operations::SendCodesPage`.
    /// let response = client.send_codes(page, ["value"]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_codes<M>(
        &self,
        page: impl Into<SendCodesPage>,
        body: impl IntoList<String, M>,
    ) -> Call<SendCodes> {
        self.call(SendCodes::new(page, body))
    }
}

/// # Values
impl Client {
    /// Streams numbers.
    ///
    /// `GET /values`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut values = client.stream_numbers().await?;
    /// while let Some(value) = values.try_next().await? {
    ///     println!("{value:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn stream_numbers(&self) -> Call<StreamNumbers> {
        self.call(StreamNumbers::new())
    }
}

/// # Value
impl Client {
    /// Gets a value.
    ///
    /// `GET /value`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_value().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_value(&self) -> Call<GetValue> {
        self.call(GetValue::new())
    }
}

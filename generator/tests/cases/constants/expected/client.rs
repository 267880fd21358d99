// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{GetComponent, PutRatio};
use crate::types::Ratio;
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, Setting, client};

/// Constants: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Constants",
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
    /// Reads a component.
    ///
    /// `GET /components`
    ///
    /// Optional inputs: [`GetComponentCall`](crate::operations::GetComponentCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_component().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_component(&self) -> Call<GetComponent> {
        self.call(GetComponent::new())
    }

    /// Keeps a ratio.
    ///
    /// `PUT /components`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Ratio;
    ///
    /// client.put_ratio(Ratio::new(1.5)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_ratio(&self, ratio: Ratio) -> Call<PutRatio> {
        self.call(PutRatio::new(ratio))
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{Builder, ReplaceParts, ReplaceThing, ReplaceThingType, ThingRequest};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, ClientHeader, Setting, client};

/// Names: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Names",
    version: "1.0.0",
    base_url: Setting { value: None, env: None },
    security_schemes: &[],
    security: &[],
    headers: &[
        ClientHeader {
            name: "x-env",
            setting: "env",
            env: None,
            required: false,
        },
        ClientHeader {
            name: "x-wrong",
            setting: "wrong",
            env: None,
            required: false,
        },
        ClientHeader {
            name: "x-retry",
            setting: "retry_header",
            env: None,
            required: false,
        },
    ],
};

client!(API, super::by_name);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with the defaults of the document. No setting has an environment variable.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }

    /// Returns a client with another `x-env` and the same connections.
    pub fn with_env(&self, env: impl Into<String>) -> Result<Self, ConfigError> {
        self.with_header("x-env", env.into())
    }

    /// Returns a client with another `x-wrong` and the same connections.
    pub fn with_wrong(&self, wrong: impl Into<String>) -> Result<Self, ConfigError> {
        self.with_header("x-wrong", wrong.into())
    }

    /// Returns a client with another `x-retry` and the same connections.
    pub fn with_retry_header(
        &self,
        retry_header: impl Into<String>,
    ) -> Result<Self, ConfigError> {
        self.with_header("x-retry", retry_header.into())
    }
}

/// # Things
impl Client {
    /// Replaces a [`Thing`](crate::types::Thing); see elsewhere and a\[0\].
    ///
    /// `PUT /things/{id}/{type}`
    ///
    /// Optional inputs: [`ReplaceThingCall`](crate::operations::ReplaceThingCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::operations::ReplaceThingType;
    ///
    /// let response = client.replace_thing("id", ReplaceThingType::Empty).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_thing(
        &self,
        id: impl Into<String>,
        type_: impl Into<ReplaceThingType>,
    ) -> Call<ReplaceThing> {
        self.call(ReplaceThing::new(id, type_))
    }
}

/// # Builder
impl Client {
    /// `GET /builder`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.builder_().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn builder_(&self) -> Call<Builder> {
        self.call(Builder::new())
    }
}

/// # Parts
impl Client {
    /// Text that turns  around, and a component that has a property of the parameter's name.
    ///
    /// `PUT /parts/{of}`
    ///
    /// Optional inputs: [`ReplacePartsCall`](crate::operations::ReplacePartsCall)
    ///
    /// Errors: [`Failure`](crate::types::Failure). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.replace_parts("of").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_parts(&self, of: impl Into<String>) -> Call<ReplaceParts> {
        self.call(ReplaceParts::new(of))
    }
}

/// # Requests
impl Client {
    /// `GET /requests`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.thing().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn thing(&self) -> Call<ThingRequest> {
        self.call(ThingRequest::new())
    }
}

/// # Clients
impl Client {
    /// `GET /clients`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.client().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn client(&self) -> Call<crate::operations::Client> {
        self.call(crate::operations::Client::new())
    }
}

impl ClientBuilder {
    /// `x-env`
    ///
    /// Header `x-env`.
    pub fn env(self, env: impl Into<String>) -> Self {
        self.header("x-env", env.into())
    }

    /// `x-wrong`
    ///
    /// Header `x-wrong`.
    pub fn wrong(self, wrong: impl Into<String>) -> Self {
        self.header("x-wrong", wrong.into())
    }

    /// `x-retry`
    ///
    /// Header `x-retry`.
    pub fn retry_header(self, retry_header: impl Into<String>) -> Self {
        self.header("x-retry", retry_header.into())
    }
}

impl<R> Call<R> {
    /// Sends this `x-env` with this call, in place of the client's.
    pub fn with_env(self, env: impl Into<String>) -> Self {
        self.with_header("x-env", env.into())
    }

    /// Sends this `x-wrong` with this call, in place of the client's.
    pub fn with_wrong(self, wrong: impl Into<String>) -> Self {
        self.with_header("x-wrong", wrong.into())
    }

    /// Sends this `x-retry` with this call, in place of the client's.
    pub fn with_retry_header(self, retry_header: impl Into<String>) -> Self {
        self.with_header("x-retry", retry_header.into())
    }
}

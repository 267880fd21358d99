// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{Basic, General, Optional, Public};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, SecurityScheme, SecuritySchemeKind, Setting, client};

/// Security: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Security",
    version: "1",
    base_url: Setting { value: None, env: None },
    security_schemes: &[
        SecurityScheme {
            name: "token",
            setting: "token",
            kind: SecuritySchemeKind::Bearer,
            env: None,
        },
        SecurityScheme {
            name: "key",
            setting: "key",
            kind: SecuritySchemeKind::Query("api_key"),
            env: Some("SECURITY_KEY"),
        },
        SecurityScheme {
            name: "app",
            setting: "app",
            kind: SecuritySchemeKind::Header("X-App"),
            env: None,
        },
        SecurityScheme {
            name: "login",
            setting: "login",
            kind: SecuritySchemeKind::Basic,
            env: None,
        },
        SecurityScheme {
            name: "session",
            setting: "session",
            kind: SecuritySchemeKind::Cookie("sid"),
            env: None,
        },
    ],
    security: &[&["token"], &["key", "app"]],
    headers: &[],
};

client!(API, super::by_name, tokens);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with settings from the environment: `SECURITY_KEY`.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }
}

/// # General
impl Client {
    /// `GET /general`
    ///
    /// Credentials: [`token`](crate::ClientBuilder::token), or [`key`](crate::ClientBuilder::key)
    /// and [`app`](crate::ClientBuilder::app).
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.general().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn general(&self) -> Call<General> {
        self.call(General::new())
    }
}

/// # Public
impl Client {
    /// `GET /public`
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.public().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn public(&self) -> Call<Public> {
        self.call(Public::new())
    }
}

/// # Basic
impl Client {
    /// `GET /basic`
    ///
    /// Credentials: [`login`](crate::ClientBuilder::login), or
    /// [`session`](crate::ClientBuilder::session).
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.basic().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn basic(&self) -> Call<Basic> {
        self.call(Basic::new())
    }
}

/// # Optional
impl Client {
    /// `GET /optional`
    ///
    /// Credentials, which are optional: [`token`](crate::ClientBuilder::token).
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.optional().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn optional(&self) -> Call<Optional> {
        self.call(Optional::new())
    }
}

impl ClientBuilder {
    /// Key in the query parameter `api_key`. Environment variable `SECURITY_KEY`.
    pub fn key(self, key: impl Into<String>) -> Self {
        self.credential("key", key)
    }

    /// Key in the header `X-App`.
    pub fn app(self, key: impl Into<String>) -> Self {
        self.credential("app", key)
    }

    /// User name and password of the security scheme `login`.
    pub fn login(self, user: &str, password: &str) -> Self {
        self.basic_credential("login", user, password)
    }

    /// Key in the cookie `sid`.
    pub fn session(self, key: impl Into<String>) -> Self {
        self.credential("session", key)
    }
}

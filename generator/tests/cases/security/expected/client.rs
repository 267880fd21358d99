// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{Basic, General, Public};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, Credential, CredentialKind, Setting, client};

/// The Security as a whole: base URL, security schemes, common headers.
pub static API: Api = Api {
    title: "Security",
    version: "1",
    base_url: Setting { value: None, env: None },
    credentials: &[
        Credential {
            name: "token",
            kind: CredentialKind::Bearer,
            env: None,
        },
        Credential {
            name: "key",
            kind: CredentialKind::Query("api_key"),
            env: Some("SECURITY_KEY"),
        },
        Credential {
            name: "app",
            kind: CredentialKind::Header("X-App"),
            env: None,
        },
        Credential {
            name: "login",
            kind: CredentialKind::Basic,
            env: None,
        },
        Credential {
            name: "session",
            kind: CredentialKind::Cookie("sid"),
            env: None,
        },
    ],
    security: &[&["token"], &["key", "app"]],
    headers: &[],
};

client!(API, super::by_name);

impl Client {
    /// A client that is configured by the environment: `SECURITY_KEY`.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }

    /// `GET /general`
    pub fn general(&self) -> Call<General> {
        self.call(General::new())
    }

    /// `GET /public`
    pub fn public(&self) -> Call<Public> {
        self.call(Public::new())
    }

    /// `GET /basic`
    pub fn basic(&self) -> Call<Basic> {
        self.call(Basic::new())
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

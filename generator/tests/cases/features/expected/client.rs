// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

#[cfg(any(feature = "default2", feature = "grosse"))]
use crate::operations::DropAll;
use crate::operations::GetStatus;
#[cfg(feature = "users")]
use crate::operations::GetUser;
#[cfg(feature = "admin-tools2")]
use crate::operations::ListAudits;
#[cfg(any(feature = "admin-tools", feature = "users"))]
use crate::operations::{SetUser, SetUserAsCsv};
use crate::types::TenantId;
#[cfg(any(feature = "admin-tools", feature = "users"))]
use crate::types::UserId;
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, ClientHeader, Setting, client};

/// Features: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Features",
    version: "1",
    base_url: Setting { value: None, env: None },
    security_schemes: &[],
    security: &[],
    headers: &[
        ClientHeader {
            name: "x-tenant",
            setting: "tenant",
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

    /// Returns a client with another `x-tenant` and the same connections.
    pub fn with_tenant(&self, tenant: impl Into<TenantId>) -> Result<Self, ConfigError> {
        self.with_header("x-tenant", tenant.into())
    }
}

/// # Users
impl Client {
    /// `GET /users/{id}`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_user("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "users")]
    pub fn get_user(&self, id: impl Into<UserId>) -> Call<GetUser> {
        self.call(GetUser::new(id))
    }

    /// `PUT /users/{id}`
    ///
    /// Optional inputs: [`SetUserCall`](crate::operations::SetUserCall)
    ///
    /// The document declares the body as optional, although its schema has required properties.
    /// `user` sets it.
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::User;
    ///
    /// let response = client.set_user("id").user(User::new("id")).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(any(feature = "admin-tools", feature = "users"))]
    pub fn set_user(&self, id: impl Into<UserId>) -> Call<SetUser> {
        self.call(SetUser::new(id))
    }

    /// The body is sent as `text/csv`.
    ///
    /// `PUT /users/{id}`
    ///
    /// Optional inputs: [`SetUserAsCsvCall`](crate::operations::SetUserAsCsvCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.set_user_as_csv("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(any(feature = "admin-tools", feature = "users"))]
    pub fn set_user_as_csv(&self, id: impl Into<UserId>) -> Call<SetUserAsCsv> {
        self.call(SetUserAsCsv::new(id))
    }
}

/// # Admin tools
impl Client {
    /// `GET /audits`
    ///
    /// Optional inputs: [`ListAuditsCall`](crate::operations::ListAuditsCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_audits().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "admin-tools2")]
    pub fn list_audits(&self) -> Call<ListAudits> {
        self.call(ListAudits::new())
    }
}

/// # Größe!
impl Client {
    /// `DELETE /größe`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.drop_all().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(any(feature = "default2", feature = "grosse"))]
    pub fn drop_all(&self) -> Call<DropAll> {
        self.call(DropAll::new())
    }
}

/// # Status
impl Client {
    /// `GET /status`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_status().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_status(&self) -> Call<GetStatus> {
        self.call(GetStatus::new())
    }
}

impl ClientBuilder {
    /// `x-tenant`
    ///
    /// Header `x-tenant`.
    pub fn tenant(self, tenant: impl Into<TenantId>) -> Self {
        self.header("x-tenant", tenant.into())
    }
}

impl<R> Call<R> {
    /// Sends this `x-tenant` with this call, in place of the client's.
    pub fn with_tenant(self, tenant: impl Into<TenantId>) -> Self {
        self.with_header("x-tenant", tenant.into())
    }
}

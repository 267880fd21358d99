// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::api::operations::{GetAccount, SetBalance, Transfer};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, SecurityScheme, SecuritySchemeKind, Setting, client};

/// Control: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Control",
    version: "1",
    base_url: Setting { value: None, env: None },
    security_schemes: &[
        SecurityScheme {
            name: "key",
            setting: "key",
            kind: SecuritySchemeKind::Header("x-key"),
            env: None,
        },
        SecurityScheme {
            name: "other",
            setting: "other",
            kind: SecuritySchemeKind::Basic,
            env: None,
        },
    ],
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

/// # Accounts
impl Client {
    /// `GET /accounts/{address}`
    ///
    /// Optional inputs: [`GetAccountCall`](crate::api::operations::GetAccountCall)
    ///
    /// Sends no credentials.
    ///
    /// Errors: [`Problem`](crate::api::types::Problem) (status 404). Retried after failures that
    /// may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::api::Client, address: std::net::Ipv4Addr) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// // `address` is a `std::net::Ipv4Addr`.
    /// let response = client.get_account(address).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_account(&self, address: std::net::Ipv4Addr) -> Call<GetAccount> {
        self.call(GetAccount::new(address))
    }

    /// `PUT /accounts/{address}`
    ///
    /// Optional inputs: [`SetBalanceCall`](crate::api::operations::SetBalanceCall)
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::api::Client, address: std::net::Ipv4Addr, body: crate::money::Amount) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// // `address` is a `std::net::Ipv4Addr`.
    /// // `body` is a `crate::money::Amount`.
    /// let response = client.set_balance(address, body).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn set_balance(
        &self,
        address: std::net::Ipv4Addr,
        body: crate::money::Amount,
    ) -> Call<SetBalance> {
        self.call(SetBalance::new(address, body))
    }
}

/// # Transfers
impl Client {
    /// `POST /transfers`
    ///
    /// - `amount`: An amount of money.
    ///
    /// Optional inputs: [`TransferCall`](crate::api::operations::TransferCall)
    ///
    /// Credentials: [`key`](crate::api::ClientBuilder::key).
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::api::Client, amount: crate::money::Amount) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// // `amount` is a `crate::money::Amount`.
    /// let response = client.transfer(amount).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn transfer(&self, amount: crate::money::Amount) -> Call<Transfer> {
        self.call(Transfer::new(amount))
    }
}

impl ClientBuilder {
    /// Key in the header `x-key`.
    pub fn key(self, key: impl Into<String>) -> Self {
        self.credential("key", key)
    }

    /// User name and password of the security scheme `other`.
    pub fn other(self, user: &str, password: &str) -> Self {
        self.basic_credential("other", user, password)
    }
}

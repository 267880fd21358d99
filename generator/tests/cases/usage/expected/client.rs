// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::usage::operations::{
    Attach, AttachLater, CreateOrder, DownloadInvoice, ExportPrices, FollowQueue, ReplaceDraft,
    ReplaceOrder, UploadInvoice, WatchPrices,
};
use openapi_client_runtime::codegen::{Api, SecurityScheme, SecuritySchemeKind, Setting, client};
use openapi_client_runtime::{ConfigError, Upload};

/// Invoices: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Invoices",
    version: "1",
    base_url: Setting {
        value: Some("https://example.com"),
        env: None,
    },
    security_schemes: &[
        SecurityScheme {
            name: "account",
            setting: "account",
            kind: SecuritySchemeKind::Header("Authorization"),
            env: None,
        },
        SecurityScheme {
            name: "Tenant key",
            setting: "tenant_key",
            kind: SecuritySchemeKind::Query("key"),
            env: None,
        },
        SecurityScheme {
            name: "user",
            setting: "user",
            kind: SecuritySchemeKind::Basic,
            env: None,
        },
        SecurityScheme {
            name: "session",
            setting: "token",
            kind: SecuritySchemeKind::Bearer,
            env: None,
        },
    ],
    security: &[],
    headers: &[],
};

client!(API, super::by_name, tokens, streams);

#[cfg(feature = "testing")]
openapi_client_runtime::codegen::testable!(Client, ClientBuilder, include_str!("operations.json"));

impl Client {
    /// Creates a client with the defaults of the document. No setting has an environment variable.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }
}

/// # Prices
impl Client {
    /// `GET /prices`
    ///
    /// Sends no credentials.
    ///
    /// Errors: [`Problem`](crate::usage::types::Problem). Retried after failures that may be
    /// temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut events = client.watch_prices().await?;
    /// while let Some(event) = events.try_next().await? {
    ///     println!("{:?}", event.data);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn watch_prices(&self) -> Call<WatchPrices> {
        self.call(WatchPrices::new())
    }
}

/// # Queue
impl Client {
    /// `GET /queue/{name}`
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use golden_cases::usage::operations::FollowQueueResponse;
    ///
    /// if let FollowQueueResponse::Ok(mut events) = client.follow_queue("name").await? {
    ///     while let Some(event) = events.try_next().await? {
    ///         println!("{:?}", event.data);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn follow_queue(&self, name: impl Into<String>) -> Call<FollowQueue> {
        self.call(FollowQueue::new(name))
    }
}

/// # Export
impl Client {
    /// `GET /export`
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut values = client.export_prices().await?;
    /// while let Some(value) = values.try_next().await? {
    ///     println!("{value:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn export_prices(&self) -> Call<ExportPrices> {
        self.call(ExportPrices::new())
    }
}

/// # Invoices
impl Client {
    /// `GET /invoices/{id}`
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.download_invoice("id").await?;
    /// std::fs::write("path/to/file", response.as_bytes())?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn download_invoice(&self, id: impl Into<String>) -> Call<DownloadInvoice> {
        self.call(DownloadInvoice::new(id))
    }

    /// `PUT /invoices/{id}`
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use golden_cases::runtime::Upload;
    ///
    /// client.upload_invoice("id", Upload::from_path("path/to/file")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn upload_invoice(
        &self,
        id: impl Into<String>,
        body: impl Into<Upload>,
    ) -> Call<UploadInvoice> {
        self.call(UploadInvoice::new(id, body))
    }

    /// `PUT /invoices/{id}/draft`
    ///
    /// Optional inputs: [`ReplaceDraftCall`](crate::usage::operations::ReplaceDraftCall)
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use golden_cases::runtime::Upload;
    ///
    /// client.replace_draft("id").body(Upload::from_path("path/to/file")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_draft(&self, id: impl Into<String>) -> Call<ReplaceDraft> {
        self.call(ReplaceDraft::new(id))
    }

    /// `POST /invoices/{id}/attachments`
    ///
    /// Sends no credentials.
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use golden_cases::runtime::Upload;
    ///
    /// client.attach("id", Upload::from_path("path/to/file"), "title").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn attach(
        &self,
        id: impl Into<String>,
        file: impl Into<Upload>,
        title: impl Into<String>,
    ) -> Call<Attach> {
        self.call(Attach::new(id, file, title))
    }

    /// `PUT /invoices/{id}/attachments`
    ///
    /// Optional inputs: [`AttachLaterCall`](crate::usage::operations::AttachLaterCall)
    ///
    /// Sends no credentials.
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use golden_cases::runtime::Upload;
    ///
    /// client.attach_later("id").file(Upload::from_path("path/to/file")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn attach_later(&self, id: impl Into<String>) -> Call<AttachLater> {
        self.call(AttachLater::new(id))
    }
}

/// # Orders
impl Client {
    /// `POST /orders`
    ///
    /// Optional inputs: [`CreateOrderCall`](crate::usage::operations::CreateOrderCall)
    ///
    /// The document declares the body as optional, although its schema has required properties.
    /// `new_order` sets it.
    ///
    /// Credentials: [`account`](crate::usage::ClientBuilder::account) and
    /// [`tenant_key`](crate::usage::ClientBuilder::tenant_key), or
    /// [`user`](crate::usage::ClientBuilder::user).
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use golden_cases::usage::types::Line;
    /// use golden_cases::usage::types::NewOrder;
    ///
    /// let response = client
    ///     .create_order()
    ///     .new_order(NewOrder::new("customer", [Line::new("product")]))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_order(&self) -> Call<CreateOrder> {
        self.call(CreateOrder::new())
    }

    /// `PUT /orders`
    ///
    /// Optional inputs: [`ReplaceOrderCall`](crate::usage::operations::ReplaceOrderCall)
    ///
    /// Credentials, which are optional: [`token`](crate::usage::ClientBuilder::token).
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::usage::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client
    ///     .replace_order()
    ///     .number(1)
    ///     .street_and_number_and_city("street_and_number_and_city")
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_order(&self) -> Call<ReplaceOrder> {
        self.call(ReplaceOrder::new())
    }
}

impl ClientBuilder {
    /// A JWT, such as `Bearer {token}`.
    ///
    /// Key in the header `Authorization`, sent as it is: it begins with `Bearer` or the like if the
    /// service expects that.
    pub fn account(self, key: impl Into<String>) -> Self {
        self.credential("account", key)
    }

    /// The key of a tenant:
    /// ```text
    /// not closed
    /// ```
    ///
    /// Key in the query parameter `key`.
    pub fn tenant_key(self, key: impl Into<String>) -> Self {
        self.credential("Tenant key", key)
    }

    /// User name and password of the security scheme `user`.
    pub fn user(self, user: &str, password: &str) -> Self {
        self.basic_credential("user", user, password)
    }
}

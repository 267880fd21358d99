// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{AddPictures, Chat, ExportTicks, FollowLog, ReadFile, WatchTicks, WriteFile};
use openapi_client_runtime::codegen::{Api, Setting, client};
use openapi_client_runtime::{ConfigError, Upload};

/// Streams: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Streams",
    version: "1",
    base_url: Setting { value: None, env: None },
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

/// # Ticks
impl Client {
    /// Prices of a symbol, as they change.
    ///
    /// `GET /ticks/{symbol}`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut events = client.watch_ticks("symbol").await?;
    /// while let Some(event) = events.try_next().await? {
    ///     println!("{:?}", event.data);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn watch_ticks(&self, symbol: impl Into<String>) -> Call<WatchTicks> {
        self.call(WatchTicks::new(symbol))
    }
}

/// # Log
impl Client {
    /// `GET /log`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::operations::FollowLogResponse;
    ///
    /// if let FollowLogResponse::Ok(mut events) = client.follow_log().await? {
    ///     while let Some(event) = events.try_next().await? {
    ///         println!("{:?}", event.data);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn follow_log(&self) -> Call<FollowLog> {
        self.call(FollowLog::new())
    }
}

/// # Chat
impl Client {
    /// `POST /chat`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut events = client.chat("text").await?;
    /// while let Some(event) = events.try_next().await? {
    ///     println!("{:?}", event.data);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn chat(&self, text: impl Into<String>) -> Call<Chat> {
        self.call(Chat::new(text))
    }
}

/// # Export
impl Client {
    /// `GET /export`
    ///
    /// Errors: [`ExportTicksError`](crate::operations::ExportTicksError) (status 503, any other).
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let mut values = client.export_ticks().await?;
    /// while let Some(value) = values.try_next().await? {
    ///     println!("{value:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn export_ticks(&self) -> Call<ExportTicks> {
        self.call(ExportTicks::new())
    }
}

/// # Files
impl Client {
    /// `GET /files/{name}`
    ///
    /// Errors: [`Problem`](crate::types::Problem). Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.read_file("name").await?;
    /// std::fs::write("path/to/file", response.as_bytes())?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn read_file(&self, name: impl Into<String>) -> Call<ReadFile> {
        self.call(ReadFile::new(name))
    }

    /// `PUT /files/{name}`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::runtime::Upload;
    ///
    /// client.write_file("name", Upload::from_path("path/to/file")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn write_file(&self, name: impl Into<String>, body: impl Into<Upload>) -> Call<WriteFile> {
        self.call(WriteFile::new(name, body))
    }
}

/// # Albums
impl Client {
    /// `POST /albums`
    ///
    /// Optional inputs: [`AddPicturesCall`](crate::operations::AddPicturesCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::runtime::Upload;
    ///
    /// client
    ///     .add_pictures("title", Upload::from_path("path/to/file"))
    ///     .preview(Upload::from_path("path/to/file"))
    ///     .note(Upload::from_path("path/to/file"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_pictures(
        &self,
        title: impl Into<String>,
        cover: impl Into<Upload>,
    ) -> Call<AddPictures> {
        self.call(AddPictures::new(title, cover))
    }
}

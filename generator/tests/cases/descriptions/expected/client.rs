// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::descriptions::operations::{PlainRequest, Tricks};
use openapi_client_runtime::ConfigError;
use openapi_client_runtime::codegen::{Api, Setting, client};

/// Texts compile_error!(): base URL, security schemes and common headers.
static API: Api = Api {
    title: "Texts compile_error!()",
    version: "1",
    base_url: Setting {
        value: Some("https://texts.test"),
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

/// # Plain
impl Client {
    /// Harmless texts
    ///
    /// Links to [a schema](crate::descriptions::types::Plain), [the
    /// manual](https://texts.test/manual "Manual"),
    /// [another](<https://texts.test/ref>), an [address](mailto:help@texts.test),
    /// <https://texts.test/a_b?c=>\[d\] and nothing.
    ///
    /// 1. Numbered, with code:
    ///
    ///    ```json
    ///    {"a": [1]}
    ///    ```
    ///
    ///    More, and indented code:
    ///
    ///    ```text
    ///    curl https://texts.test
    ///    ```
    ///
    /// 2. An \<optional\> thing on two lines.
    ///
    /// > A quotation that is longer than one line of generated code may be, so that it has to be
    /// > broken into two of them
    ///
    /// | Name | Meaning |
    /// |------|---------|
    /// | `a`  | \[b\]     |
    ///
    /// - \[x\] done
    /// - \[ \] open
    ///
    /// A footnote[^1].
    ///
    /// [^1]: At the end.
    ///
    /// `GET /plain`
    ///
    /// Optional inputs: [`PlainRequestCall`](crate::descriptions::operations::PlainRequestCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::descriptions::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.plain().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn plain(&self) -> Call<PlainRequest> {
        self.call(PlainRequest::new())
    }
}

/// # Tricks
impl Client {
    /// ```text
    /// compile_error!()
    ///
    /// <pre>
    ///
    ///     compile_error!()
    ///
    /// ```
    /// compile_error!()
    /// ```text
    /// </pre>
    /// ```
    ///
    /// `POST /tricks`
    ///
    /// Optional inputs: [`TricksCall`](crate::descriptions::operations::TricksCall)
    ///
    /// The document declares the body as optional, although its schema has required properties.
    /// `body` sets it.
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```no_run
    /// # async fn example(client: golden_cases::descriptions::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use golden_cases::descriptions::operations::TricksBody;
    /// use golden_cases::descriptions::types::Kind;
    ///
    /// client.tricks().body(TricksBody::new(Kind::A)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn tricks(&self) -> Call<Tricks> {
        self.call(Tricks::new())
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{
    Attach, MergePatch, ReplacePicture, SendAnything, SendFields, SendFiles, SendForm, SendMap,
    SendParts, SendShape, SendShapes, Styles, UnlistedMembers, Upload, WriteNote,
};
use crate::types::Shape;
use openapi_client_runtime::codegen::{Api, Setting, client};
use openapi_client_runtime::{ConfigError, IntoList, IntoMap};

/// Bodies: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Bodies",
    version: "1",
    base_url: Setting { value: None, env: None },
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

/// # Form
impl Client {
    /// `POST /form`
    ///
    /// Optional inputs: [`SendFormCall`](crate::operations::SendFormCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.send_form("name").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_form(&self, name: impl Into<String>) -> Call<SendForm> {
        self.call(SendForm::new(name))
    }
}

/// # Upload
impl Client {
    /// `POST /upload`
    ///
    /// Optional inputs: [`UploadCall`](crate::operations::UploadCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.upload(crate::runtime::Upload::from_path("path/to/file")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn upload(&self, file: impl Into<openapi_client_runtime::Upload>) -> Call<Upload> {
        self.call(Upload::new(file))
    }
}

/// # Shapes
impl Client {
    /// `POST /shapes`
    ///
    /// Optional inputs: [`SendShapesCall`](crate::operations::SendShapesCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Circle;
    /// use crate::types::Shape;
    ///
    /// client.send_shapes(Shape::Circle(Circle::new())).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_shapes(&self, shape: impl Into<Shape>) -> Call<SendShapes> {
        self.call(SendShapes::new(shape))
    }

    /// `PUT /shapes`
    ///
    /// - `kind`: Identifies the type: `circle` or `square`.
    ///
    /// Optional inputs: [`SendShapeCall`](crate::operations::SendShapeCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.send_shape("kind").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_shape(&self, kind: impl Into<String>) -> Call<SendShape> {
        self.call(SendShape::new(kind))
    }
}

/// # Map
impl Client {
    /// `POST /map`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.send_map([("name", "value")]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_map<M>(&self, body: impl IntoMap<String, M>) -> Call<SendMap> {
        self.call(SendMap::new(body))
    }

    /// `PUT /map`
    ///
    /// Optional inputs: [`SendFieldsCall`](crate::operations::SendFieldsCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.send_fields().name("name").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_fields(&self) -> Call<SendFields> {
        self.call(SendFields::new())
    }
}

/// # Attachments
impl Client {
    /// `POST /attachments`
    ///
    /// Optional inputs: [`AttachCall`](crate::operations::AttachCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.attach().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn attach(&self) -> Call<Attach> {
        self.call(Attach::new())
    }
}

/// # Files
impl Client {
    /// `POST /files`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.send_files([("name", crate::runtime::Upload::from_path("path/to/file"))]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_files<M>(
        &self,
        body: impl IntoMap<openapi_client_runtime::Upload, M>,
    ) -> Call<SendFiles> {
        self.call(SendFiles::new(body))
    }

    /// `PUT /files`
    ///
    /// Optional inputs: [`SendPartsCall`](crate::operations::SendPartsCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.send_parts("table", [1]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_parts(
        &self,
        table: impl Into<String>,
        rows: impl IntoIterator<Item = i64>,
    ) -> Call<SendParts> {
        self.call(SendParts::new(table, rows))
    }

    /// `PATCH /files`
    ///
    /// Optional inputs: [`SendAnythingCall`](crate::operations::SendAnythingCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.send_anything().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_anything(&self) -> Call<SendAnything> {
        self.call(SendAnything::new())
    }
}

/// # Note
impl Client {
    /// `PUT /note`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.write_note("body").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn write_note(&self, body: impl Into<String>) -> Call<WriteNote> {
        self.call(WriteNote::new(body))
    }
}

/// # Picture
impl Client {
    /// `PUT /picture`
    ///
    /// Optional inputs: [`ReplacePictureCall`](crate::operations::ReplacePictureCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .replace_picture()
    ///     .body(crate::runtime::Upload::from_path("path/to/file"))
    ///     .await?;
    /// std::fs::write("path/to/file", response.as_bytes())?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_picture(&self) -> Call<ReplacePicture> {
        self.call(ReplacePicture::new())
    }
}

/// # Patch
impl Client {
    /// `PATCH /patch`
    ///
    /// Optional inputs: [`MergePatchCall`](crate::operations::MergePatchCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.merge_patch().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn merge_patch(&self) -> Call<MergePatch> {
        self.call(MergePatch::new())
    }
}

/// # Unlisted
impl Client {
    /// A body that may be absent, but whose members are only valid together.
    ///
    /// `POST /unlisted`
    ///
    /// Optional inputs: [`UnlistedMembersCall`](crate::operations::UnlistedMembersCall)
    ///
    /// The document declares the body as optional, although its schema has required properties.
    /// `body` sets it.
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::operations::UnlistedMembers2;
    ///
    /// client.unlisted_members().body(UnlistedMembers2::new("d")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn unlisted_members(&self) -> Call<UnlistedMembers> {
        self.call(UnlistedMembers::new())
    }
}

/// # Styles
impl Client {
    /// `GET /styles/{matrix}/{label}/{list}`
    ///
    /// Optional inputs: [`StylesCall`](crate::operations::StylesCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.styles(["value"], 1, [1]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn styles<M>(
        &self,
        matrix: impl IntoList<String, M>,
        label: i64,
        list: impl IntoIterator<Item = i64>,
    ) -> Call<Styles> {
        self.call(Styles::new(matrix, label, list))
    }
}

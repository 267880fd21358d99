// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{MergePatch, ReplacePicture, SendForm, Styles, Upload, WriteNote};
use openapi_client_runtime::codegen::{Api, Setting, client};
use openapi_client_runtime::{ConfigError, IntoList};

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
    pub fn send_form(&self, name: impl Into<String>) -> Call<SendForm> {
        self.call(SendForm::new(name))
    }
}

/// # Upload
impl Client {
    /// `POST /upload`
    ///
    /// Optional inputs: [`UploadCall`](crate::operations::UploadCall)
    pub fn upload(&self, file: impl Into<openapi_client_runtime::Upload>) -> Call<Upload> {
        self.call(Upload::new(file))
    }
}

/// # Note
impl Client {
    /// `PUT /note`
    pub fn write_note(&self, body: impl Into<String>) -> Call<WriteNote> {
        self.call(WriteNote::new(body))
    }
}

/// # Picture
impl Client {
    /// `PUT /picture`
    ///
    /// Optional inputs: [`ReplacePictureCall`](crate::operations::ReplacePictureCall)
    pub fn replace_picture(&self) -> Call<ReplacePicture> {
        self.call(ReplacePicture::new())
    }
}

/// # Patch
impl Client {
    /// `PATCH /patch`
    ///
    /// Optional inputs: [`MergePatchCall`](crate::operations::MergePatchCall)
    pub fn merge_patch(&self) -> Call<MergePatch> {
        self.call(MergePatch::new())
    }
}

/// # Styles
impl Client {
    /// `GET /styles/{matrix}/{label}/{list}`
    ///
    /// Optional inputs: [`StylesCall`](crate::operations::StylesCall)
    pub fn styles<M>(
        &self,
        matrix: impl IntoList<String, M>,
        label: i64,
        list: impl IntoIterator<Item = i64>,
    ) -> Call<Styles> {
        self.call(Styles::new(matrix, label, list))
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{
    AddPet, AddPetAsForm, AddPetAsMultipart, AddPetAsPng, AddPetAsXml, GetLatest, GetLog,
    HasSettings, Note, NoteAsForm, PutSettings, ResetLatest,
};
use crate::types::{Pet, Settings};
use openapi_client_runtime::codegen::{Api, Setting, client};
use openapi_client_runtime::{ConfigError, Upload};

/// Choices: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Choices",
    version: "1",
    base_url: Setting {
        value: Some("https://example.org"),
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

/// # Pets
impl Client {
    /// Adds a pet.
    ///
    /// `POST /pets`
    ///
    /// Optional inputs: [`AddPetCall`](crate::operations::AddPetCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem) (status 400). Retried only on the statuses 425
    /// and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Pet;
    ///
    /// let response = client.add_pet(Pet::new("name")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_pet(&self, pet: Pet) -> Call<AddPet> {
        self.call(AddPet::new(pet))
    }

    /// Adds a pet.
    ///
    /// The body is sent as `application/xml`.
    ///
    /// `POST /pets`
    ///
    /// Optional inputs: [`AddPetAsXmlCall`](crate::operations::AddPetAsXmlCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem) (status 400). Retried only on the statuses 425
    /// and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_pet_as_xml("body").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_pet_as_xml(&self, body: impl Into<String>) -> Call<AddPetAsXml> {
        self.call(AddPetAsXml::new(body))
    }

    /// Adds a pet.
    ///
    /// The body is sent as `application/x-www-form-urlencoded`.
    ///
    /// `POST /pets`
    ///
    /// Optional inputs: [`AddPetAsFormCall`](crate::operations::AddPetAsFormCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem) (status 400). Retried only on the statuses 425
    /// and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_pet_as_form("name", "secret").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_pet_as_form(
        &self,
        name: impl Into<String>,
        secret: impl Into<String>,
    ) -> Call<AddPetAsForm> {
        self.call(AddPetAsForm::new(name, secret))
    }

    /// Adds a pet.
    ///
    /// The body is sent as `multipart/form-data`.
    ///
    /// `POST /pets`
    ///
    /// Optional inputs: [`AddPetAsMultipartCall`](crate::operations::AddPetAsMultipartCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem) (status 400). Retried only on the statuses 425
    /// and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::runtime::Upload;
    ///
    /// let response = client.add_pet_as_multipart(Upload::from_path("path/to/file")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_pet_as_multipart(&self, picture: impl Into<Upload>) -> Call<AddPetAsMultipart> {
        self.call(AddPetAsMultipart::new(picture))
    }

    /// Adds a pet.
    ///
    /// The body is sent as `image/png`.
    ///
    /// `POST /pets`
    ///
    /// Optional inputs: [`AddPetAsPngCall`](crate::operations::AddPetAsPngCall)
    ///
    /// Errors: [`Problem`](crate::types::Problem) (status 400). Retried only on the statuses 425
    /// and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::runtime::Upload;
    ///
    /// let response = client.add_pet_as_png(Upload::from_path("path/to/file")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_pet_as_png(&self, body: impl Into<Upload>) -> Call<AddPetAsPng> {
        self.call(AddPetAsPng::new(body))
    }
}

/// # Latest
impl Client {
    /// Is in another version of the API.
    ///
    /// `POST /latest`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.reset_latest().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn reset_latest(&self) -> Call<ResetLatest> {
        self.call(ResetLatest::new())
    }

    /// `GET /latest`
    ///
    /// Optional inputs: [`GetLatestCall`](crate::operations::GetLatestCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_latest().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_latest(&self) -> Call<GetLatest> {
        self.call(GetLatest::new())
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
    /// let response = client.get_log().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_log(&self) -> Call<GetLog> {
        self.call(GetLog::new())
    }
}

/// # Settings
impl Client {
    /// Stores settings on another server.
    ///
    /// `PUT /settings/{id}`
    ///
    /// Optional inputs: [`PutSettingsCall`](crate::operations::PutSettingsCall)
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Settings;
    ///
    /// client.put_settings("id", Settings::new("id")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_settings(&self, id: impl Into<String>, settings: Settings) -> Call<PutSettings> {
        self.call(PutSettings::new(id, settings))
    }

    /// Whether there are any.
    ///
    /// `HEAD /settings/{id}`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.has_settings("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn has_settings(&self, id: impl Into<String>) -> Call<HasSettings> {
        self.call(HasSettings::new(id))
    }
}

/// # Notes
impl Client {
    /// Takes a note, or none.
    ///
    /// `POST /notes`
    ///
    /// Optional inputs: [`NoteCall`](crate::operations::NoteCall)
    ///
    /// The document declares the body as optional, although its schema has required properties.
    /// `body` sets it.
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::operations::NoteBody;
    ///
    /// client.note().body(NoteBody::new("text")).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn note(&self) -> Call<Note> {
        self.call(Note::new())
    }

    /// Takes a note, or none.
    ///
    /// The body is sent as `application/x-www-form-urlencoded`.
    ///
    /// `POST /notes`
    ///
    /// Optional inputs: [`NoteAsFormCall`](crate::operations::NoteAsFormCall)
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// client.note_as_form().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn note_as_form(&self) -> Call<NoteAsForm> {
        self.call(NoteAsForm::new())
    }
}

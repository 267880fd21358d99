// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{Park, Plant, PullRequest};
use crate::runtime::{Api, Call, Client, ClientBuilder, ConfigError, Setting};
use crate::types::{OpenPull, Tree, Vehicle};

/// What a client of the Composed has to know of it as a whole.
pub static API: Api = Api {
    title: "Composed",
    version: "1",
    base_url: Setting {
        value: Some("https://example.org"),
        env: None,
    },
    credentials: &[],
    security: &[],
    headers: &[],
    #[cfg(feature = "call-json")]
    operations: super::by_name::OPERATIONS,
    #[cfg(feature = "call-json")]
    schemas: &super::by_name::SCHEMAS,
};

impl Client {
    /// Configures a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(&API)
    }

    /// Starts a client with what the document says; there is no environment variable for any
    /// setting.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::builder().with_env().build()
    }

    /// Plants a tree, which grows.
    ///
    /// `POST /trees`
    pub fn plant(&self, tree: Tree) -> Call<Plant> {
        self.call(Plant::new(tree))
    }

    /// Asks for a change.
    ///
    /// `POST /pulls`
    pub fn pull(&self, open_pull: OpenPull) -> Call<PullRequest> {
        self.call(PullRequest::new(open_pull))
    }

    /// Parks a vehicle of some kind.
    ///
    /// `POST /vehicles`
    pub fn park(&self, vehicle: Vehicle) -> Call<Park> {
        self.call(Park::new(vehicle))
    }
}

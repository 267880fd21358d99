// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::operations::{AddPet, AddShipment, FindPet, GetDraftsByIdByDay, ReplaceThing};
use crate::types::{Pet, Shipment, Thing};
use openapi_client_runtime::codegen::{Api, Setting, client};
use openapi_client_runtime::{ConfigError, Date};

/// Schemas: base URL, security schemes and common headers.
static API: Api = Api {
    title: "Schemas",
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

/// # Pets
impl Client {
    /// `POST /pets`
    pub fn add_pet(&self, pet: impl Into<Pet>) -> Call<AddPet> {
        self.call(AddPet::new(pet))
    }

    /// `GET /pets/{id}`
    pub fn find_pet(&self, id: i32) -> Call<FindPet> {
        self.call(FindPet::new(id))
    }
}

/// # Things
impl Client {
    /// `PUT /things`
    pub fn replace_thing(&self, thing: Thing) -> Call<ReplaceThing> {
        self.call(ReplaceThing::new(thing))
    }
}

/// # Shipments
impl Client {
    /// `POST /shipments`
    pub fn add_shipment(&self, shipment: impl Into<Shipment>) -> Call<AddShipment> {
        self.call(AddShipment::new(shipment))
    }
}

/// # Drafts
impl Client {
    /// It has no id, so it is named for its content.
    ///
    /// `GET /drafts/{id}/{day}`
    pub fn get_drafts_by_id_by_day(
        &self,
        id: impl Into<String>,
        day: Date,
    ) -> Call<GetDraftsByIdByDay> {
        self.call(GetDraftsByIdByDay::new(id, day))
    }
}

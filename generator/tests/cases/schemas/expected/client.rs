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
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Dog;
    /// use crate::types::Pet;
    ///
    /// let response = client.add_pet(Pet::Dog(Dog::new("name"))).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_pet(&self, pet: impl Into<Pet>) -> Call<AddPet> {
        self.call(AddPet::new(pet))
    }

    /// `GET /pets/{id}`
    ///
    /// Errors: [`FindPetError`](crate::operations::FindPetError) (status 404, 4xx, any other).
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// let response = client.find_pet(1).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn find_pet(&self, id: i32) -> Call<FindPet> {
        self.call(FindPet::new(id))
    }
}

/// # Things
impl Client {
    /// `PUT /things`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Thing;
    ///
    /// let response = client.replace_thing(Thing::new(1)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_thing(&self, thing: Thing) -> Call<ReplaceThing> {
        self.call(ReplaceThing::new(thing))
    }
}

/// # Shipments
impl Client {
    /// `POST /shipments`
    ///
    /// Retried only on the statuses 425 and 429, and if no connection can be made.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::types::Letter;
    /// use crate::types::Shipment;
    ///
    /// client.add_shipment(Shipment::Letter(Letter::new(1))).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_shipment(&self, shipment: impl Into<Shipment>) -> Call<AddShipment> {
        self.call(AddShipment::new(shipment))
    }
}

/// # Drafts
impl Client {
    /// It has no id, so it is named for its content.
    ///
    /// `GET /drafts/{id}/{day}`
    ///
    /// Retried after failures that may be temporary.
    ///
    /// ```ignore
    /// # async fn example(client: crate::Client) -> std::result::Result<(), Box<dyn std::error::Error>> {
    /// use crate::runtime::Date;
    ///
    /// let response = client.get_drafts_by_id_by_day("id", "2026-01-31".parse::<Date>()?).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_drafts_by_id_by_day(
        &self,
        id: impl Into<String>,
        day: Date,
    ) -> Call<GetDraftsByIdByDay> {
        self.call(GetDraftsByIdByDay::new(id, day))
    }
}

//! Two clients that the build script generates: one at `crate::api`, one in a module among others.

include!(concat!(env!("OUT_DIR"), "/api.rs"));

/// Clients of other services.
pub mod clients {
    include!(concat!(env!("OUT_DIR"), "/clients/shop.rs"));
}

use api::types::Pet;
use api::{Client, Error};

/// The pets that are for sale, by name.
pub async fn names_for_sale(client: &Client) -> Result<Vec<String>, Error> {
    let pets = client.list_pets().for_sale(true).await?;
    Ok(pets.into_iter().map(|Pet { name, .. }| name).collect())
}

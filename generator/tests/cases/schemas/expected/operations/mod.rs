// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Pets
//!
//! - [`add_pet`](crate::Client::add_pet):
//!   `POST /pets`
//! - [`find_pet`](crate::Client::find_pet):
//!   `GET /pets/{id}`
//!
//! # Things
//!
//! - [`replace_thing`](crate::Client::replace_thing):
//!   `PUT /things`
//!
//! # Shipments
//!
//! - [`add_shipment`](crate::Client::add_shipment):
//!   `POST /shipments`
//!
//! # Drafts
//!
//! - [`get_drafts_by_id_by_day`](crate::Client::get_drafts_by_id_by_day):
//!   It has no id, so it is named for its content.

mod add_pet;
mod add_shipment;
mod find_pet;
mod get_drafts_by_id_by_day;
mod replace_thing;

pub use add_pet::AddPet;
pub use add_shipment::AddShipment;
pub use find_pet::{FindPet, FindPetError, FindPetResponse};
pub use get_drafts_by_id_by_day::GetDraftsByIdByDay;
pub use replace_thing::ReplaceThing;

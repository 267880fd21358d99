// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

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

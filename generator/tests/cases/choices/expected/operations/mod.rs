// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Pets
//!
//! - [`add_pet`](crate::Client::add_pet):
//!   Adds a pet.
//! - [`add_pet_as_xml`](crate::Client::add_pet_as_xml):
//!   Adds a pet.
//! - [`add_pet_as_form`](crate::Client::add_pet_as_form):
//!   Adds a pet.
//! - [`add_pet_as_multipart`](crate::Client::add_pet_as_multipart):
//!   Adds a pet.
//! - [`add_pet_as_png`](crate::Client::add_pet_as_png):
//!   Adds a pet.
//!
//! # Latest
//!
//! - [`reset_latest`](crate::Client::reset_latest):
//!   Is in another version of the API.
//! - [`get_latest`](crate::Client::get_latest):
//!   `GET /latest`
//!
//! # Log
//!
//! - [`get_log`](crate::Client::get_log):
//!   `GET /log`
//!
//! # Settings
//!
//! - [`put_settings`](crate::Client::put_settings):
//!   Stores settings on another server.
//! - [`has_settings`](crate::Client::has_settings):
//!   Whether there are any.
//!
//! # Notes
//!
//! - [`note`](crate::Client::note):
//!   Takes a note, or none.
//! - [`note_as_form`](crate::Client::note_as_form):
//!   Takes a note, or none.

mod add_pet;
mod add_pet_as_form;
mod add_pet_as_multipart;
mod add_pet_as_png;
mod add_pet_as_xml;
mod get_latest;
mod get_log;
mod has_settings;
mod note;
mod note_as_form;
mod put_settings;
mod reset_latest;

pub use add_pet::{AddPet, AddPetCall, AddPetResponse};
pub use add_pet_as_form::{AddPetAsForm, AddPetAsFormCall};
pub use add_pet_as_multipart::{AddPetAsMultipart, AddPetAsMultipartCall};
pub use add_pet_as_png::{AddPetAsPng, AddPetAsPngCall};
pub use add_pet_as_xml::{AddPetAsXml, AddPetAsXmlCall};
pub use get_latest::{GetLatest, GetLatestCall, GetLatestResponse};
pub use get_log::GetLog;
pub use has_settings::HasSettings;
pub use note::{Note, NoteBody, NoteCall};
pub use note_as_form::{NoteAsForm, NoteAsFormCall};
pub use put_settings::{PutSettings, PutSettingsCall};
pub use reset_latest::ResetLatest;

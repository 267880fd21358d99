// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod add_pet;
mod add_pet_as_form;
mod add_pet_as_multipart;
mod add_pet_as_png;
mod add_pet_as_xml;
mod get_latest;
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
pub use has_settings::HasSettings;
pub use note::{Note, NoteBody, NoteCall};
pub use note_as_form::{NoteAsForm, NoteAsFormCall};
pub use put_settings::{PutSettings, PutSettingsCall};
pub use reset_latest::ResetLatest;

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod merge_patch;
mod replace_picture;
mod send_anything;
mod send_fields;
mod send_files;
mod send_form;
mod send_map;
mod send_parts;
mod styles;
mod upload;
mod write_note;

pub use merge_patch::{MergePatch, MergePatchCall};
pub use replace_picture::{ReplacePicture, ReplacePictureCall};
pub use send_anything::{SendAnything, SendAnythingCall};
pub use send_fields::{SendFields, SendFieldsCall};
pub use send_files::SendFiles;
pub use send_form::{SendForm, SendFormCall, SendFormCard, SendFormCardOwner};
pub use send_map::SendMap;
pub use send_parts::{SendParts, SendPartsCall};
pub use styles::{Styles, StylesCall};
pub use upload::{Upload, UploadAbout, UploadCall};
pub use write_note::WriteNote;

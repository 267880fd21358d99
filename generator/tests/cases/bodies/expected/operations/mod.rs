// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod merge_patch;
mod replace_picture;
mod send_form;
mod styles;
mod upload;
mod write_note;

pub use merge_patch::MergePatch;
pub use replace_picture::ReplacePicture;
pub use send_form::{SendForm, SendFormCard, SendFormCardOwner};
pub use styles::Styles;
pub use upload::{Upload, UploadAbout};
pub use write_note::WriteNote;

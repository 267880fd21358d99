// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod merge_patch;
mod replace_picture;
mod send_form;
mod styles;
mod upload;
mod write_note;

pub use merge_patch::{MergePatch, MergePatchCall};
pub use replace_picture::{ReplacePicture, ReplacePictureCall};
pub use send_form::{SendForm, SendFormCall, SendFormCard, SendFormCardOwner};
pub use styles::{Styles, StylesCall};
pub use upload::{Upload, UploadAbout, UploadCall};
pub use write_note::WriteNote;

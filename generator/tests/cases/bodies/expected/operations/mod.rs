// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Form
//!
//! - [`send_form`](crate::Client::send_form):
//!   `POST /form`
//!
//! # Upload
//!
//! - [`upload`](crate::Client::upload):
//!   `POST /upload`
//!
//! # Shapes
//!
//! - [`send_shapes`](crate::Client::send_shapes):
//!   `POST /shapes`
//! - [`send_shape`](crate::Client::send_shape):
//!   `PUT /shapes`
//!
//! # Map
//!
//! - [`send_map`](crate::Client::send_map):
//!   `POST /map`
//! - [`send_fields`](crate::Client::send_fields):
//!   `PUT /map`
//!
//! # Attachments
//!
//! - [`attach`](crate::Client::attach):
//!   `POST /attachments`
//!
//! # Files
//!
//! - [`send_files`](crate::Client::send_files):
//!   `POST /files`
//! - [`send_parts`](crate::Client::send_parts):
//!   `PUT /files`
//! - [`send_anything`](crate::Client::send_anything):
//!   `PATCH /files`
//!
//! # Note
//!
//! - [`write_note`](crate::Client::write_note):
//!   `PUT /note`
//!
//! # Picture
//!
//! - [`replace_picture`](crate::Client::replace_picture):
//!   `PUT /picture`
//!
//! # Patch
//!
//! - [`merge_patch`](crate::Client::merge_patch):
//!   `PATCH /patch`
//!
//! # Unlisted
//!
//! - [`unlisted_members`](crate::Client::unlisted_members):
//!   A body that may be absent, but whose members are only valid together.
//!
//! # Styles
//!
//! - [`styles`](crate::Client::styles):
//!   `GET /styles/{matrix}/{label}/{list}`

mod attach;
mod merge_patch;
mod replace_picture;
mod send_anything;
mod send_fields;
mod send_files;
mod send_form;
mod send_map;
mod send_parts;
mod send_shape;
mod send_shapes;
mod styles;
mod unlisted_members;
mod upload;
mod write_note;

pub use attach::{Attach, AttachCall};
pub use merge_patch::{MergePatch, MergePatchCall};
pub use replace_picture::{ReplacePicture, ReplacePictureCall};
pub use send_anything::{SendAnything, SendAnythingCall};
pub use send_fields::{SendFields, SendFieldsCall};
pub use send_files::SendFiles;
pub use send_form::{SendForm, SendFormCall, SendFormCard, SendFormCardOwner};
pub use send_map::SendMap;
pub use send_parts::{SendParts, SendPartsCall};
pub use send_shape::{SendShape, SendShapeCall};
pub use send_shapes::{SendShapes, SendShapesCall};
pub use styles::{Styles, StylesCall};
pub use unlisted_members::{UnlistedMembers, UnlistedMembers2, UnlistedMembersCall};
pub use upload::{Upload, UploadAbout, UploadCall};
pub use write_note::WriteNote;

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod plain;
mod tricks;

pub use plain::{PlainRequest, PlainRequestCall};
pub use tricks::{Tricks, TricksBody, TricksCall};

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod kind;
mod plain;

pub use kind::Kind;
pub use plain::Plain;

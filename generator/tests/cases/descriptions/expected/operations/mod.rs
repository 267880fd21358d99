// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::descriptions::Client) that call them:
//!
//! # Plain
//!
//! - [`plain`](crate::descriptions::Client::plain):
//!   Harmless texts
//!
//! # Tricks
//!
//! - [`tricks`](crate::descriptions::Client::tricks):
//!   `POST /tricks`

mod plain;
mod tricks;

pub use plain::{PlainRequest, PlainRequestCall};
pub use tricks::{Tricks, TricksBody, TricksCall};

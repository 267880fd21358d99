// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # General
//!
//! - [`general`](crate::Client::general):
//!   `GET /general`
//!
//! # Public
//!
//! - [`public`](crate::Client::public):
//!   `GET /public`
//!
//! # Basic
//!
//! - [`basic`](crate::Client::basic):
//!   `GET /basic`
//!
//! # Optional
//!
//! - [`optional`](crate::Client::optional):
//!   `GET /optional`

mod basic;
mod general;
mod optional;
mod public;

pub use basic::Basic;
pub use general::General;
pub use optional::Optional;
pub use public::Public;

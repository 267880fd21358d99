// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.
//!
//! The methods of the [`Client`](crate::Client) that call them:
//!
//! # Things
//!
//! - [`replace_thing`](crate::Client::replace_thing):
//!   Replaces a [`Thing`](crate::types::Thing); see elsewhere and a\[0\].
//!
//! # Builder
//!
//! - [`builder_`](crate::Client::builder_):
//!   `GET /builder`
//!
//! # Parts
//!
//! - [`replace_parts`](crate::Client::replace_parts):
//!   Text that turns  around, and a component that has a property of the parameter's name.
//!
//! # Requests
//!
//! - [`thing`](crate::Client::thing):
//!   `GET /requests`
//!
//! # Clients
//!
//! - [`client`](crate::Client::client):
//!   `GET /clients`

mod builder;
mod client;
mod replace_parts;
mod replace_thing;
mod thing;

pub use builder::Builder;
pub use client::Client;
pub use replace_parts::{ReplaceParts, ReplacePartsCall};
pub use replace_thing::{ReplaceThing, ReplaceThingCall, ReplaceThingType, ReplaceThingZone};
pub use thing::ThingRequest;

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod builder;
mod client;
mod replace_parts;
mod replace_thing;
mod thing;

pub use builder::Builder;
pub use client::Client;
pub use replace_parts::{ReplaceParts, ReplacePartsCall};
pub use replace_thing::{ReplaceThing, ReplaceThingCall, ReplaceThingType};
pub use thing::ThingRequest;

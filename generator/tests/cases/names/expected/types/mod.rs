// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod as_ref;
mod call;
mod client_builder;
mod failure;
mod option2;
mod request;
mod request_parts;
mod ri_ben;
mod thing;

pub use as_ref::AsRef;
pub use call::Call;
pub use client_builder::ClientBuilder;
pub use failure::Failure;
pub use option2::Option2;
pub use request::Request;
pub use request_parts::RequestParts;
pub use ri_ben::RiBen;
pub use thing::{Thing, ThingKind};

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Generated from the document of the Names 1.0.0.

#![allow(deprecated, reason = "what is deprecated is still sent and read")]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = "links are spelled out, so that they hold wherever the docs are shown"
)]

#[cfg(feature = "call-json")]
mod by_name;
mod client;
pub mod operations;
pub mod types;

#[cfg(feature = "call-json")]
pub use by_name::operations;
pub use client::{API, Call, Client, ClientBuilder};

/// Why a call failed, with the body that this API gives to errors.
pub type Error<E = openapi_client_runtime::Value> = openapi_client_runtime::Error<E>;

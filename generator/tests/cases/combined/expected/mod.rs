// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Generated from Combined 1.

#![allow(deprecated, reason = "deprecated members are still sent and read")]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = "links are explicit, so that they also work where the docs are re-exported"
)]

pub mod types;

/// The version of the document that this module was generated from.
pub const API_VERSION: &str = "1";

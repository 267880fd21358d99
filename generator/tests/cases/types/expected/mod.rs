// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Generated from Types 1.

#![allow(deprecated, reason = "deprecated members are still sent and read")]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = "links are explicit, so that they also work where the docs are re-exported"
)]

pub mod types;

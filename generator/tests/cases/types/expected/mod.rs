// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Generated from the document of the Types 1.

#![allow(deprecated, reason = "what is deprecated is still sent and read")]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = "links are spelled out, so that they hold wherever the docs are shown"
)]

pub mod types;

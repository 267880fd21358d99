//! The part of an API client that is the same for every API.
//!
//! Clients that [openapi-rust-client](https://crates.io/crates/openapi-rust-client) generates depend on it and re-export
//! it as their module `runtime`: use it from there, so that both have the same version.
//!
//! # Features
//!
//! All of them only add something, so several clients in one program can share this crate.
//!
//! - `client`: calls. Without it there are only the types that models are made of.
//! - `rustls`: TLS. Without it only `http://` base URLs can be reached.
//! - `call-json`: operations by name, JSON in and JSON out.
//! - `streams`: responses that are read value by value: server-sent events, JSON Lines and JSON text sequences.
//! - `forms`: bodies that are forms, with files or without.

#![cfg_attr(
    not(all(feature = "forms", feature = "streams")),
    allow(dead_code, reason = "some helpers serve these features only")
)]

#[cfg(feature = "client")]
mod client;
#[doc(hidden)]
pub mod codegen;
mod model;

pub use model::{JsonObject, Nullable, Timestamp, UnknownValue};

#[cfg(feature = "client")]
pub use client::{
    ApiError, Attempt, Binary, ByteStream, CallFuture, ConfigError, DecodeError, EncodeError,
    Error, ErrorKind, Items, Json, Operation, Pages, Paginated, RateLimit, RawResponse, Request,
    Response, RetryPolicy, Text, TransportError, Upload, UploadError,
};
#[cfg(feature = "streams")]
pub use client::{EventStream, JsonStream, ServerSentEvent};
#[cfg(feature = "call-json")]
pub use client::{InputError, JsonCallError, NamedOperation};

pub use jiff::civil::Date;
pub use serde_json::Value;

// Crates whose types are part of this interface.
#[cfg(feature = "client")]
pub use {bytes, http, reqwest};
pub use {jiff, serde_json};

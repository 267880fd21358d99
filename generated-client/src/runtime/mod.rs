//! What is the same for every operation: sending, encoding, decoding, errors, pages.
//!
//! It knows no operation. Generated code tells it of an API by one constant of [`Api`] and, for each operation, by a
//! type that implements [`Request`]; a [`Client`] makes a [`Call`] of it, which is sent when it is awaited.

mod answer;
mod api;
mod api_error;
mod base64;
mod body;
#[cfg(feature = "call-json")]
mod by_name;
mod call;
mod checks;
mod client;
mod collect;
mod config;
pub(crate) mod content;
mod credential;
mod error;
mod json;
mod json_path;
mod loss;
mod nullable;
pub(crate) mod object;
mod page;
mod parts;
mod rate_limit;
mod repair;
mod retry;
mod send;
pub(crate) mod string;
mod style;
mod timestamp;
pub(crate) mod union;

pub use answer::{Answer, Decode, DecodeError};
pub use api::{Api, ClientHeader, Method, Operation, Security, Setting};
pub use api_error::ApiError;
#[cfg(feature = "call-json")]
pub use by_name::{FromInput, Input, InputError, JsonCallError, NamedOperation, Schemas};
pub use call::{Call, CallFuture, CallResult, Request, Response};
pub use client::Client;
pub use collect::{into_list, into_map};
pub use config::{ClientBuilder, ConfigError};
pub use content::{Binary, FromAnswer, Json, Text};
pub use credential::{Credential, CredentialKind};
pub use error::{DecodeFailure, EncodeError, Error, ErrorBody, ErrorKind, TransportError};
pub use nullable::Nullable;
pub use object::{Member, Object, ObjectReader, ObjectWriter};
pub use page::{Collect, Items, Pages, Paginated, TryNext};
pub use parts::Parts;
pub use rate_limit::RateLimit;
pub use retry::{Attempt, RetryPolicy};
pub use style::Style;
pub use timestamp::Timestamp;
pub use union::{Union, UnionReader};

// Which of the macros are used depends on the document.
#[allow(
    unused_imports,
    reason = "a document may have no object, no enum, no typed id or no union, and answer with one type only"
)]
pub(crate) use {
    content::{answers, errors},
    object::object,
    string::{open_enum, string_newtype},
    union::union,
};

pub use http::{HeaderMap, StatusCode};
pub use jiff;
pub use jiff::civil::Date;
pub use reqwest;
pub use serde_json::{Value, json};

/// A JSON object of any members.
pub type JsonObject = serde_json::Map<String, Value>;

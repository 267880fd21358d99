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
mod config;
pub(crate) mod content;
mod credential;
mod error;
mod json_path;
mod model;
mod page;
mod parts;
mod rate_limit;
mod repair;
mod retry;
mod send;
mod style;

pub use answer::{Answer, Decode, DecodeError};
pub use api::{Api, ClientHeader, Method, Operation, Security, Setting};
pub use api_error::ApiError;
#[cfg(feature = "call-json")]
pub use by_name::{FromInput, Input, InputError, JsonCallError, NamedOperation, Schemas};
pub use call::{Call, CallFuture, CallResult, Request, Response};
pub use client::Client;
pub use config::{ClientBuilder, ConfigError};
pub use content::{Binary, FromAnswer, Json, Text};
pub use credential::{Credential, CredentialKind};
pub use error::{DecodeFailure, EncodeError, Error, ErrorBody, ErrorKind, TransportError};
pub use model::*;
pub use page::{Collect, Items, Pages, Paginated, TryNext};
pub use parts::Parts;
pub use rate_limit::RateLimit;
pub use retry::{Attempt, RetryPolicy};
pub use style::Style;

#[allow(unused_imports, reason = "a document may answer with one type only")]
pub(crate) use content::{answers, errors};

pub use http::{HeaderMap, StatusCode};
pub use reqwest;

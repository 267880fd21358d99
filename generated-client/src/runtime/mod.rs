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
mod byte_stream;
mod call;
mod checks;
mod client;
mod config;
pub(crate) mod content;
mod credential;
mod error;
mod event_stream;
mod file_chunks;
mod incoming;
mod json_path;
mod json_stream;
mod model;
mod multipart;
mod page;
mod parts;
mod payload;
mod rate_limit;
mod repair;
mod retry;
mod send;
mod sequence;
mod style;
mod upload;

pub use answer::{Answer, Decode, DecodeError};
pub use api::{Api, ClientHeader, Method, Operation, Security, Setting};
pub use api_error::ApiError;
#[cfg(feature = "call-json")]
pub use by_name::{FromInput, Input, InputError, JsonCallError, NamedOperation, Schemas};
pub use byte_stream::ByteStream;
pub use call::{Call, CallFuture, CallResult, Request, Response};
pub use client::Client;
pub use config::{ClientBuilder, ConfigError};
pub use content::{Binary, FromAnswer, Json, Text};
pub use credential::{Credential, CredentialKind};
pub use error::{DecodeFailure, EncodeError, Error, ErrorBody, ErrorKind, TransportError};
pub use event_stream::{EventStream, ServerSentEvent};
pub use json_stream::JsonStream;
pub use model::*;
pub use page::{Collect, Items, Pages, Paginated, TryNext};
pub use parts::Parts;
pub use payload::UploadError;
pub use rate_limit::RateLimit;
pub use retry::{Attempt, RetryPolicy};
pub use style::Style;
pub use upload::Upload;

#[allow(unused_imports, reason = "a document may answer with one type only")]
pub(crate) use content::{answers, errors};

pub use bytes::Bytes;
pub use http::{HeaderMap, StatusCode};
pub use reqwest;

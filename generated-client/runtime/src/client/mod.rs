//! Calls: configuring a client, sending, decoding, errors, retries, pages, streams.
//!
//! It knows no operation. Generated code describes an API by one constant of [`Api`] and each operation by a type that
//! implements [`Request`].

mod answer;
mod api;
mod api_error;
mod base64;
mod body;
mod builder;
#[cfg(feature = "call-json")]
mod by_name;
mod byte_stream;
mod call;
mod call_settings;
mod checks;
mod client_core;
mod content;
mod credential;
mod define;
mod error;
#[cfg(feature = "streams")]
mod event_stream;
mod failure;
mod file_chunks;
#[cfg(feature = "forms")]
mod form;
mod incoming;
mod json_path;
#[cfg(feature = "streams")]
mod json_stream;
#[cfg(feature = "forms")]
mod multipart;
mod page;
mod parts;
mod payload;
mod prepared_request;
mod rate_limit;
mod repair;
mod retry;
mod send;
#[cfg(feature = "streams")]
mod sequence;
mod style;
mod upload;

use crate::model::Model;
use crate::{Date, JsonObject, Nullable, Timestamp, Value};

pub use answer::{Answer, Decode, DecodeError, error_body, undocumented};
pub use api::{Api, ClientHeader, Method, Operation, Security, Setting};
pub use api_error::ApiError;
pub use builder::{BuilderCore, ConfigError};
#[cfg(feature = "call-json")]
pub use by_name::{
    FromInput, Input, InputError, JsonCallError, NamedOperation, Schemas, call_json,
};
pub use byte_stream::{ByteStream, byte_stream};
pub use call::{CallFuture, CallResult, Request, Response, send, send_with_response};
pub use call_settings::CallSettings;
pub use client_core::ClientCore;
pub use content::{Binary, FromAnswer, Json, Text};
pub use credential::{Credential, CredentialKind};
pub use error::{DecodeFailure, EncodeError, Error, ErrorBody, ErrorKind, TransportError};
pub use page::{Collect, Items, Pages, Paginated, TryNext, collect, items, pages};
pub use parts::Parts;
pub use payload::UploadError;
pub use rate_limit::RateLimit;
pub use retry::{Attempt, RetryPolicy};
pub use style::Style;
pub use upload::Upload;
#[cfg(feature = "streams")]
pub use {
    event_stream::{EventStream, ServerSentEvent, event_stream},
    json_stream::JsonStream,
};

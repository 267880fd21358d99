//! Calls: configuring a client, sending, decoding, errors, retries, pages, streams.
//!
//! It does not depend on a particular API. Generated code describes an API by one constant of [`Api`], and each operation
//! by a type that implements [`Request`].

mod api;
mod api_error;
mod arriving;
mod attempt;
mod background;
mod base64;
mod beginning;
#[cfg(feature = "blocking")]
mod blocking;
mod body;
mod body_stream;
mod broken_json;
mod build;
mod builder;
#[cfg(feature = "call-json")]
mod by_name;
mod by_status;
mod byte_stream;
mod call;
mod call_settings;
mod call_summary;
mod charset;
mod client_core;
mod collect;
mod compression;
mod config_error;
mod content;
mod corrected_json;
mod credentials;
mod deadline;
mod decode_error;
mod define;
mod define_blocking;
mod define_hooks;
mod define_http;
mod define_limits;
mod define_parts;
mod encode_error;
mod error;
mod error_body;
#[cfg(feature = "testing")]
mod error_fixture;
mod error_text;
#[cfg(feature = "streams")]
mod event_stream;
mod file_chunks;
#[cfg(feature = "forms")]
mod form;
#[cfg(feature = "streams")]
mod framed_stream;
mod header;
mod hook_error;
mod http_client;
mod http_settings;
mod items;
mod json_object;
mod json_path;
#[cfg(feature = "streams")]
mod json_stream;
mod lenient_json;
mod loopback;
mod lossy_json;
#[cfg(feature = "forms")]
mod multipart;
mod next_attempt;
mod pace;
mod page;
mod pairs;
mod payload;
mod percent;
mod permit;
mod prepared_request;
mod proxy;
mod random;
mod rate_limit;
mod rate_window;
mod raw_response;
mod request_parts;
mod retry;
mod retry_budget;
mod retry_class;
mod retry_policy;
mod security_scheme;
mod send;
mod settings;
mod style;
mod token_source;
mod tokio_runtime;
#[cfg_attr(not(feature = "tracing"), path = "untraced.rs")]
mod trace;
mod trace_headers;
#[cfg(feature = "testing")]
mod transport;
mod transport_error;
mod turns;
#[cfg(feature = "testing")]
mod unconnected;
mod upload;
mod validate;

use crate::model::Model;
use crate::{Date, JsonObject, Nullable, Timestamp, Value};

pub use api::{Api, ClientHeader, Idempotency, Operation, Security, Setting};
pub use api_error::ApiError;
pub use attempt::{Attempt, NotRetried};
#[cfg(feature = "blocking")]
pub use blocking::Blocking;
#[cfg(all(feature = "blocking", feature = "call-json"))]
pub use blocking::wait_json;
pub use builder::BuilderCore;
#[cfg(feature = "call-json")]
pub use by_name::{
    FromInput, Input, InputError, JsonCallError, NamedOperation, Schemas, call_json,
};
pub use by_status::is_of_class;
pub use byte_stream::{ByteStream, byte_stream};
pub use call::{CallFuture, Request, Response, send, send_with_response};
pub use call_settings::CallSettings;
pub use client_core::ClientCore;
pub use collect::{CollectError, collect};
pub use config_error::ConfigError;
pub use content::{Binary, FromResponse, Json, Reading, Text};
pub use decode_error::DecodeError;
pub use encode_error::EncodeError;
pub use error::{Error, ErrorKind};
pub use error_body::{ErrorBody, error_body, error_status};
pub use hook_error::{HookError, HookResult};
pub use items::{Items, items};
pub use next_attempt::NextAttempt;
pub use page::{Pages, Paginated, pages};
pub use payload::UploadError;
pub use rate_limit::RateLimit;
pub use raw_response::{Decode, RawResponse, undocumented};
pub use request_parts::RequestParts;
pub use retry_policy::RetryPolicy;
pub use security_scheme::{SecurityScheme, SecuritySchemeKind};
pub use style::Style;
pub use token_source::Token;
pub use tokio_runtime::RuntimeError;
pub use transport_error::TransportError;
pub use upload::Upload;
#[cfg(feature = "testing")]
pub(crate) use {
    base64::{decode as base64_decoded, encode as base64_encoded},
    decode_error::decode_json,
    error::Failure,
    error_fixture::{ErrorFixture, expect_all_members, expect_listed},
    transport::{Executed, Snapshot, Transport},
    unconnected::{LostConnection, lost_connection, no_connection},
};
#[cfg(feature = "streams")]
pub use {
    event_stream::{EventStream, ServerSentEvent, event_stream},
    json_stream::JsonStream,
};

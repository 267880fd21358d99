//! The interface for generated code.
//!
//! It is compatible with code from generators of the same minor version, such as 0.1; anything here may change with the
//! next minor version. Other code should not use it.

pub use serde_core;

pub use crate::model::{
    Member, Model, Object, ObjectReader, ObjectWriter, Union, UnionReader, into_list, into_map,
    read_object, read_string, read_union, unknown_value, write_object,
};
pub use crate::{object, open_enum, string_newtype, union};

#[cfg(feature = "client")]
pub use crate::client::{
    Api, BuilderCore, CallSettings, ClientCore, ClientHeader, Decode, ErrorBody, FromResponse,
    RequestParts, Security, SecurityScheme, SecuritySchemeKind, Setting, Style, byte_stream,
    collect, error_body, items, pages, send, send_with_response, undocumented,
};
#[cfg(feature = "client")]
pub use crate::{client, errors, responses};

#[cfg(feature = "call-json")]
pub use crate::client::{FromInput, Input, InputError, Schemas, call_json};

#[cfg(feature = "streams")]
pub use crate::client::event_stream;

//! The interface for generated code.
//!
//! It is compatible with code from generators of the same minor version, such as 0.1; anything here may change with the
//! next minor version. The same holds for every item of this crate that is hidden in the docs. Other code should not use them.

pub use {serde_core, serde_json};

pub use crate::model::{
    Member, Model, Object, ObjectReader, ObjectWriter, Union, UnionReader, read_number,
    read_object, read_string, read_union, unknown_number, unknown_value, unlisted_boolean,
    write_object, write_variant,
};
pub use crate::{boolean_constant, object, open_enum, open_integer_enum, string_newtype, union};

#[cfg(feature = "client")]
pub use crate::client::{
    Api, BuilderCore, CallSettings, ClientCore, ClientHeader, Decode, ErrorBody, FromResponse,
    Idempotency, Reading, RequestParts, Security, SecurityScheme, SecuritySchemeKind, Setting,
    Style, byte_stream, collect, error_body, error_status, is_of_class, items, pages, send,
    send_with_response, undocumented,
};
#[cfg(feature = "client")]
pub use crate::{client, errors, responses};

#[cfg(feature = "call-json")]
pub use crate::client::{FromInput, Input, InputError, Schemas, call_json};

#[cfg(all(feature = "blocking", feature = "call-json"))]
pub use crate::client::wait_json;

#[cfg(feature = "streams")]
pub use crate::client::event_stream;

#[cfg(feature = "testing")]
pub use crate::{testable, testing::Schemas as SampleSchemas};

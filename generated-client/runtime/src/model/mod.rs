//! The building blocks of an API's types: objects, enums, ids, unions, timestamps, explicit `null`, and their JSON forms.
//!
//! This module is independent of sending and receiving.

mod collect;
pub(crate) mod dropped_members;
pub(crate) mod json;
mod nullable;
mod number;
mod object;
mod string;
mod timestamp;
mod union;
mod unlisted;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::Value;

pub use collect::{into_list, into_map};
pub use nullable::Nullable;
#[cfg(feature = "client")]
pub(crate) use number::whole;
pub use number::{UnknownNumber, read_number, unknown_number, unlisted_boolean};
pub use object::{Member, Object, ObjectReader, ObjectWriter, read_object, write_object};
pub use string::{UnknownValue, read_string, unknown_value};
pub use timestamp::Timestamp;
pub use union::{Union, UnionReader, read_union};

/// A JSON object with any members.
pub type JsonObject = serde_json::Map<String, Value>;

/// A type of the API. Generated code implements it.
pub trait Model: Serialize + DeserializeOwned {}

//! The building blocks of an API's types: objects, enums, ids, unions, timestamps, explicit `null`, and their JSON forms.
//!
//! This module is independent of sending and receiving.

mod argument;
pub(crate) mod dropped_members;
mod find_member;
pub(crate) mod json;
mod json_object;
mod nullable;
mod number;
pub(crate) mod object;
mod string;
mod timestamp;
mod union;
pub(crate) mod unlisted;
mod when_some;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

pub use argument::{IntoJsonObject, IntoList, IntoMap, IntoNullableJsonObject};
pub use json_object::JsonObject;
pub use nullable::Nullable;
#[cfg(feature = "client")]
pub(crate) use number::whole;
pub use number::{UnknownNumber, read_number, unknown_number, unlisted_boolean};
pub use object::{Member, Object, ObjectReader, ObjectWriter, read_object, write_object};
pub use string::{UnknownValue, read_string, unknown_value};
pub use timestamp::Timestamp;
pub use union::{Union, UnionReader, read_union, write_variant};
pub use when_some::{IntoOption, WhenSome};

/// A type of the API. Generated code implements it.
pub trait Model: Serialize + DeserializeOwned {}

//! What the types of an API are made of: objects, enums, ids, unions, times, null beside absent, and how all that is JSON.
//!
//! It knows nothing of sending and receiving. A crate that has types alone has this as its whole runtime.

mod collect;
pub(crate) mod json;
pub(crate) mod loss;
mod nullable;
pub(crate) mod object;
pub(crate) mod string;
mod timestamp;
pub(crate) mod union;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

pub use collect::{into_list, into_map};
pub use nullable::Nullable;
pub use object::{Member, Object, ObjectReader, ObjectWriter};
pub use timestamp::Timestamp;
pub use union::{Union, UnionReader};

// Which of the macros are used depends on the document.
#[allow(
    unused_imports,
    reason = "a document may have no object, no enum, no typed id or no union"
)]
pub(crate) use {
    object::object,
    string::{open_enum, string_newtype},
    union::union,
};

pub use jiff;
pub use jiff::civil::Date;
pub use serde_json::{Value, json};

/// A JSON object of any members.
pub type JsonObject = serde_json::Map<String, Value>;

/// A type of the API. Generated code implements it.
pub trait Model: Serialize + DeserializeOwned {}

//! A value that may be `null`, where `null` and absent have different meanings.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// A value or `null`.
///
/// A member that may also be absent is an `Option<Nullable<T>>` with three states: `None`,
/// `Some(Nullable::Null)` and `Some(Nullable::Value(…))`:
///
/// ```
/// # use openapi_client_runtime::Nullable;
/// fn describe(name: Option<Nullable<String>>) -> String {
///     match name {
///         None => "the service did not say".to_owned(),
///         Some(Nullable::Null) => "there is no name".to_owned(),
///         Some(Nullable::Value(name)) => name,
///     }
/// }
/// assert_eq!(describe(Some(Nullable::Value("Ada".to_owned()))), "Ada");
///
/// // Where the difference does not matter:
/// let name = Some(Nullable::Value(7)).and_then(Nullable::into_value);
/// assert_eq!(name, Some(7));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// An explicit `null`.
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Whether this is an explicit `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// A reference to the value.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

/// Accepts a string literal.
impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

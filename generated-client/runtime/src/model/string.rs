//! Strings with a type of their own: [`open_enum!`] and [`string_newtype!`].

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, Visitor};

use super::unlisted;

/// Reads a string as a type that can be made from one.
pub fn read_string<'de, T: for<'a> From<&'a str>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(StringVisitor(PhantomData))
}

struct StringVisitor<T>(PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        #[cfg(feature = "testing")]
        unlisted::refuse::<T, E>(value)?;
        Ok(value.into())
    }
}

/// A string that an enum of an API does not list, for example because the service is newer than the client.
///
/// It cannot be created directly, so that a listed value is always its own variant: `Kind::from("big")` is `Kind::Big`, and
/// `Kind::from("new")` is `Kind::Unlisted(…)`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// The value as it goes over the wire.
    pub fn as_str(&self) -> &str {
        #[cfg(feature = "testing")]
        unlisted::note_written(&self.0);
        &self.0
    }
}

/// For the code of `open_enum!`, after it has looked for the value among the listed ones.
pub fn unknown_value(value: &str, listed: usize) -> UnknownValue {
    unlisted::note(listed);
    UnknownValue(value.into())
}

impl AsRef<str> for UnknownValue {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Implements the traits that all string types share.
#[doc(hidden)]
#[macro_export]
macro_rules! string_type {
    ($type:ident) => {
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::str::FromStr for $type {
            type Err = ::std::convert::Infallible;

            // Not `Self::Err`, which may be a variant.
            fn from_str(value: &str) -> ::core::result::Result<Self, ::std::convert::Infallible> {
                ::core::result::Result::Ok(value.into())
            }
        }

        impl ::core::convert::From<&$type> for $type {
            fn from(value: &$type) -> Self {
                value.clone()
            }
        }

        impl ::core::convert::From<&::std::string::String> for $type {
            fn from(value: &::std::string::String) -> Self {
                value.as_str().into()
            }
        }

        impl ::core::cmp::PartialEq<str> for $type {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $type {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl ::core::cmp::PartialEq<::std::string::String> for $type {
            fn eq(&self, other: &::std::string::String) -> bool {
                self.as_str() == other
            }
        }

        impl $crate::codegen::serde_core::Serialize for $type {
            fn serialize<S: $crate::codegen::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::codegen::Model for $type {}

        impl<'de> $crate::codegen::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: $crate::codegen::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::codegen::read_string(deserializer)
            }
        }
    };
}

/// Makes an enum of strings that keeps values it does not list:
/// `open_enum!(Name { Variant: "value", ..CatchAll })`, where `CatchAll(UnknownValue)` is the last variant of the enum.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($type:ident { $($variant:ident: $value:literal,)* ..$other:ident }) => {
        impl $type {
            /// The values that this crate knows.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$other(value) => value.as_str(),
                }
            }
        }

        impl ::core::convert::From<&str> for $type {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::$other($crate::codegen::unknown_value(value, Self::VALUES.len())),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $type {
            fn from(value: ::std::string::String) -> Self {
                value.as_str().into()
            }
        }

        $crate::string_type!($type);
    };
}

/// Defines a newtype around a string, `struct Name(String)`, that converts from and to strings but not to other newtypes.
#[doc(hidden)]
#[macro_export]
macro_rules! string_newtype {
    ($type:ident) => {
        impl $type {
            /// Wraps a string, which is not checked.
            pub fn new(value: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(value.into())
            }

            /// The string.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The string, owned.
            pub fn into_string(self) -> ::std::string::String {
                self.0
            }
        }

        impl ::core::convert::From<&str> for $type {
            fn from(value: &str) -> Self {
                Self(value.to_owned())
            }
        }

        impl ::core::convert::From<::std::string::String> for $type {
            fn from(value: ::std::string::String) -> Self {
                Self(value)
            }
        }

        impl ::core::convert::From<$type> for ::std::string::String {
            fn from(value: $type) -> Self {
                value.0
            }
        }

        impl ::core::convert::From<&$type> for ::std::string::String {
            fn from(value: &$type) -> Self {
                value.0.clone()
            }
        }

        impl ::std::borrow::Borrow<str> for $type {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        $crate::string_type!($type);
    };
}

//! Numbers and booleans with a type of their own: [`open_integer_enum!`] and [`boolean_constant!`].

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, Visitor};
use serde_json::Number;

use super::unlisted;

/// A number that an enum of an API does not list, for example because the service is newer than the client.
///
/// Like an [`UnknownValue`](crate::UnknownValue), it cannot be created directly.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownNumber(Number);

impl UnknownNumber {
    /// The number as it goes over the wire.
    pub fn as_number(&self) -> &Number {
        #[cfg(feature = "testing")]
        unlisted::note_written(&self.0);
        &self.0
    }
}

impl fmt::Display for UnknownNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for UnknownNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// For the code of `open_integer_enum!`, after it has looked for the number among the listed ones.
pub fn unknown_number(number: Number, listed: usize) -> UnknownNumber {
    unlisted::note(listed);
    UnknownNumber(number)
}

/// For the code of `boolean_constant!`.
pub fn unlisted_boolean() {
    unlisted::note(1);
}

/// Reads a number as a type that can be made from one. `2.0` is the same as `2`.
pub fn read_number<'de, T: From<Number>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let visitor = NumberVisitor(PhantomData);
    // Binary formats do not say which kind of number follows.
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(visitor)
    } else {
        deserializer.deserialize_i64(visitor)
    }
}

struct NumberVisitor<T>(PhantomData<T>);

impl<T: From<Number>> Visitor<'_> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        Ok(Number::from(value).into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        Ok(Number::from(value).into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        let number = whole(value).map(Number::from);
        let number = number.or_else(|| Number::from_f64(value));
        let number = number.ok_or_else(|| E::custom("the number is not finite"))?;
        Ok(number.into())
    }
}

/// The integer that a number is equal to.
pub(crate) fn whole(number: f64) -> Option<i64> {
    // Beyond this, doubles have gaps.
    let is_exact = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is an exact integer")]
    is_exact.then_some(number as i64)
}

/// Makes an enum of integers that keeps numbers it does not list:
/// `open_integer_enum!(Name { N1: 1, ..CatchAll })`, where `CatchAll(UnknownNumber)` is the last variant of the enum.
#[doc(hidden)]
#[macro_export]
macro_rules! open_integer_enum {
    ($type:ident { $($variant:ident: $value:literal,)* ..$other:ident }) => {
        impl $type {
            /// The values that this crate knows.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// The number as it goes over the wire, if it is an integer.
            pub fn as_i64(&self) -> ::core::option::Option<i64> {
                match self {
                    $(Self::$variant => ::core::option::Option::Some($value),)*
                    Self::$other(value) => value.as_number().as_i64(),
                }
            }
        }

        impl ::core::convert::From<i64> for $type {
            fn from(value: i64) -> Self {
                $crate::codegen::serde_json::Number::from(value).into()
            }
        }

        impl ::core::convert::From<$crate::codegen::serde_json::Number> for $type {
            fn from(value: $crate::codegen::serde_json::Number) -> Self {
                match value.as_i64() {
                    $(::core::option::Option::Some($value) => Self::$variant,)*
                    _ => Self::$other($crate::codegen::unknown_number(value, Self::VALUES.len())),
                }
            }
        }

        impl ::core::convert::From<&$type> for $type {
            fn from(value: &$type) -> Self {
                value.clone()
            }
        }

        impl ::core::cmp::PartialEq<i64> for $type {
            fn eq(&self, other: &i64) -> bool {
                self.as_i64() == ::core::option::Option::Some(*other)
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(Self::$variant => <i64 as ::std::fmt::Display>::fmt(&$value, f),)*
                    Self::$other(value) => ::std::fmt::Display::fmt(value, f),
                }
            }
        }

        impl $crate::codegen::serde_core::Serialize for $type {
            fn serialize<S: $crate::codegen::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant => serializer.serialize_i64($value),)*
                    Self::$other(value) => {
                        $crate::codegen::serde_core::Serialize::serialize(value.as_number(), serializer)
                    }
                }
            }
        }

        impl $crate::codegen::Model for $type {}

        impl<'de> $crate::codegen::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: $crate::codegen::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::codegen::read_number(deserializer)
            }
        }
    };
}

/// Makes an enum of a boolean of which a document lists only one value: `boolean_constant!(Name { True: true, ..False })`.
#[doc(hidden)]
#[macro_export]
macro_rules! boolean_constant {
    ($type:ident { $variant:ident: $value:literal, ..$other:ident }) => {
        impl $type {
            /// The value as it goes over the wire.
            pub fn as_bool(self) -> bool {
                match self {
                    Self::$variant => $value,
                    Self::$other => !$value,
                }
            }
        }

        impl ::core::convert::From<bool> for $type {
            fn from(value: bool) -> Self {
                if value == $value {
                    Self::$variant
                } else {
                    $crate::codegen::unlisted_boolean();
                    Self::$other
                }
            }
        }

        impl ::core::convert::From<$type> for bool {
            fn from(value: $type) -> Self {
                value.as_bool()
            }
        }

        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.as_bool(), f)
            }
        }

        impl $crate::codegen::serde_core::Serialize for $type {
            fn serialize<S: $crate::codegen::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_bool(self.as_bool())
            }
        }

        impl $crate::codegen::Model for $type {}

        impl<'de> $crate::codegen::serde_core::Deserialize<'de> for $type {
            fn deserialize<D: $crate::codegen::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <bool as $crate::codegen::serde_core::Deserialize>::deserialize(deserializer)
                    .map(::core::convert::From::from)
            }
        }
    };
}

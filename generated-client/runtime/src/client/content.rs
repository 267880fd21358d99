//! What answers of success hold: JSON of a type, text, bytes, or nothing.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;

use bytes::Bytes;
use serde_core::de::DeserializeOwned;
use serde_core::ser::SerializeMap;
use serde_core::{Serialize, Serializer};

use super::base64::encode;
use super::{Answer, Date, Decode, JsonObject, Model, Nullable, Timestamp, Value};

/// What an answer of success becomes.
pub trait FromAnswer: Sized {
    /// Whether the body of an answer with this status is read as it comes, after the call.
    fn is_streamed(_status: u16) -> bool {
        false
    }

    /// Reads an answer.
    fn from_answer(answer: &Answer) -> Decode<Self>;
}

/// Nothing is expected, so anything will do.
impl FromAnswer for () {
    fn from_answer(_: &Answer) -> Decode<()> {
        Ok(())
    }
}

impl<T: Model> FromAnswer for T {
    #[inline]
    fn from_answer(answer: &Answer) -> Decode<Self> {
        answer.json()
    }
}

macro_rules! json {
    ($($type:ty),*) => {
        $(impl FromAnswer for $type {
            #[inline]
            fn from_answer(answer: &Answer) -> Decode<Self> {
                answer.json()
            }
        })*
    };
}

json!(
    bool, i8, i16, i32, i64, u8, u16, u32, u64, f64, String, Timestamp, Date, Value, JsonObject
);

impl<T: DeserializeOwned> FromAnswer for Vec<T> {
    fn from_answer(answer: &Answer) -> Decode<Self> {
        answer.json()
    }
}

impl<T: DeserializeOwned> FromAnswer for BTreeMap<String, T> {
    fn from_answer(answer: &Answer) -> Decode<Self> {
        answer.json()
    }
}

impl<T: DeserializeOwned> FromAnswer for Nullable<T> {
    fn from_answer(answer: &Answer) -> Decode<Self> {
        answer.json()
    }
}

/// JSON of a type that is not this crate's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Json<T>(pub T);

impl<T> Json<T> {
    /// The value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned> FromAnswer for Json<T> {
    fn from_answer(answer: &Answer) -> Decode<Self> {
        answer.json().map(Self)
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A text that is no JSON. Bytes that are no UTF-8 become `U+FFFD`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    /// The text as a string.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl FromAnswer for Text {
    fn from_answer(answer: &Answer) -> Decode<Self> {
        Ok(Self(String::from_utf8_lossy(answer.body()).into_owned()))
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Bytes of any kind. As JSON, they are an object with the member `base64`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Binary(Bytes);

impl Binary {
    /// The bytes.
    pub fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl From<Bytes> for Binary {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl FromAnswer for Binary {
    fn from_answer(answer: &Answer) -> Decode<Self> {
        Ok(Self(answer.body().clone()))
    }
}

impl Deref for Binary {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({} bytes)", self.0.len())
    }
}

impl Serialize for Binary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("base64", &encode(&self.0))?;
        map.end()
    }
}

/// Makes an enum of what an operation answers with, by status: `answers!(Name { 200 => Ok(Thing), 204 => NoContent(()), … })`.
#[doc(hidden)]
#[macro_export]
macro_rules! answers {
    ($answers:ident { $($status:pat => $variant:ident($type:ty)),* $(,)? }) => {
        impl $crate::codegen::FromAnswer for $answers {
            fn is_streamed(status: u16) -> bool {
                match status {
                    $($status => <$type as $crate::codegen::FromAnswer>::is_streamed(status),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have an answer")]
                    _ => false,
                }
            }

            fn from_answer(answer: &$crate::Answer) -> $crate::codegen::Decode<Self> {
                match answer.status().as_u16() {
                    $($status => <$type as $crate::codegen::FromAnswer>::from_answer(answer).map(Self::$variant),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have an answer")]
                    _ => ::core::result::Result::Err($crate::codegen::undocumented(answer)),
                }
            }
        }

        impl $crate::codegen::serde_core::Serialize for $answers {
            fn serialize<S: $crate::codegen::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                }
            }
        }
    };
}

/// Makes an enum of the bodies that errors of an operation have, by status: `errors!(Name { 404 => NotFound(Missing), _ => Default(Problem) })`.
#[doc(hidden)]
#[macro_export]
macro_rules! errors {
    ($errors:ident { $($status:pat => $variant:ident($type:ty)),* $(,)? }) => {
        impl $crate::ErrorBody for $errors {
            fn from_answer(answer: &$crate::Answer) -> ::core::option::Option<Self> {
                match answer.status().as_u16() {
                    $($status => <$type as $crate::ErrorBody>::from_answer(answer).map(Self::$variant),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have a body")]
                    _ => ::core::option::Option::None,
                }
            }

            fn status(&self) -> ::core::option::Option<u16> {
                match self {
                    $(Self::$variant(body) => $crate::ErrorBody::status(body),)*
                }
            }

            fn message(&self) -> ::core::option::Option<&str> {
                match self {
                    $(Self::$variant(body) => $crate::ErrorBody::message(body),)*
                }
            }

            fn kind(&self) -> ::core::option::Option<&str> {
                match self {
                    $(Self::$variant(body) => $crate::ErrorBody::kind(body),)*
                }
            }
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros are for public types")]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;
    use crate::ErrorBody;

    #[derive(Debug, PartialEq)]
    enum Answers {
        Ok(Vec<i64>),
        Accepted(Text),
        NoContent(()),
    }

    answers!(Answers { 200 => Ok(Vec<i64>), 202 => Accepted(Text), 204 => NoContent(()) });

    #[derive(Debug, PartialEq)]
    enum Errors {
        NotFound(Value),
        ClientError(Value),
    }

    errors!(Errors { 404 => NotFound(Value), 400..=499 => ClientError(Value) });

    fn answer(status: u16, body: &'static str) -> Answer {
        let status = StatusCode::from_u16(status).unwrap();
        Answer::new(status, HeaderMap::new(), Bytes::from(body))
    }

    #[test]
    fn the_status_decides_what_an_answer_is() {
        let read = |status, body| Answers::from_answer(&answer(status, body));
        assert_eq!(read(200, "[1]"), Ok(Answers::Ok(vec![1])));
        assert_eq!(
            read(202, "[1]"),
            Ok(Answers::Accepted(Text("[1]".to_owned())))
        );
        assert_eq!(read(204, ""), Ok(Answers::NoContent(())));
        assert!(read(200, "x").is_err());
        let error = read(206, "[1]").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("the document has no answer of this status"),
            "{error}"
        );
        assert_eq!(
            serde_json::to_string(&read(204, "").unwrap()).unwrap(),
            "null"
        );
    }

    #[test]
    fn the_status_decides_what_an_error_is() {
        let read = |status, body| Errors::from_answer(&answer(status, body));
        let missing = read(404, r#"{"message":"gone"}"#).unwrap();
        assert!(matches!(missing, Errors::NotFound(_)));
        assert_eq!(missing.message(), Some("gone"));
        assert!(matches!(read(418, "1"), Some(Errors::ClientError(_))));
        assert_eq!(read(500, "1"), None);
        assert_eq!(read(404, "<html>"), None);
    }

    #[test]
    fn bytes_as_json() {
        let binary = Binary::from_answer(&answer(200, "a\u{fffd}")).unwrap();
        assert_eq!(
            serde_json::to_string(&binary).unwrap(),
            r#"{"base64":"Ye+/vQ=="}"#
        );
    }
}

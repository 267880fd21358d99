//! The content of successful responses: JSON, text, bytes, or nothing.

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use serde_core::de::DeserializeOwned;
use serde_core::ser::SerializeMap;
use serde_core::{Serialize, Serializer};

use super::base64::encode;
use super::{
    Date, Decode, DecodeError, JsonObject, Model, Nullable, RawResponse, Timestamp, Value,
};

/// A type that a successful response can be decoded to.
///
/// The types of an API implement it. [`Json`] wraps types of other crates; [`Text`] and [`Binary`] are for bodies that are
/// not JSON.
pub trait FromResponse: Sized {
    /// Whether the body of a response with this status is read as a stream, after the call.
    #[doc(hidden)]
    fn is_streamed(_status: u16) -> bool {
        false
    }

    /// Whether a response whose status the document does not declare may be of this type, if it can be decoded as it.
    #[doc(hidden)]
    fn is_plausible(_response: &RawResponse) -> bool {
        true
    }

    /// Decodes a response.
    fn from_response(response: &RawResponse) -> Result<Self, DecodeError>;
}

/// No content is expected, so any content is accepted.
impl FromResponse for () {
    fn is_plausible(response: &RawResponse) -> bool {
        response.is_blank()
    }

    fn from_response(_: &RawResponse) -> Decode<()> {
        Ok(())
    }
}

impl<T: Model> FromResponse for T {
    #[inline]
    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.object()
    }
}

macro_rules! json {
    ($($type:ty),*) => {
        $(impl FromResponse for $type {
            #[inline]
            fn from_response(response: &RawResponse) -> Decode<Self> {
                response.json()
            }
        })*
    };
}

json!(
    bool, i8, i16, i32, i64, u8, u16, u32, u64, f64, String, Timestamp, Date, Value, JsonObject
);

impl<T: DeserializeOwned> FromResponse for Vec<T> {
    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.json()
    }
}

impl<T: DeserializeOwned> FromResponse for BTreeMap<String, T> {
    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.json()
    }
}

impl<T: DeserializeOwned> FromResponse for Nullable<T> {
    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.json()
    }
}

/// JSON of a type that is defined outside of the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Json<T>(pub T);

impl<T> Json<T> {
    /// The value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned> FromResponse for Json<T> {
    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.json().map(Self)
    }
}

impl<T> AsRef<T> for Json<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Text that is not JSON. Invalid UTF-8 is replaced by `U+FFFD`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl FromResponse for Text {
    fn is_plausible(response: &RawResponse) -> bool {
        !response.is_blank() && !response.is_json()
    }

    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.expect_uncompressed()?;
        Ok(Self(String::from_utf8_lossy(response.body()).into_owned()))
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
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

/// Bytes of any kind. In JSON they are an object with the member `base64`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Binary(Bytes);

impl Binary {
    /// The bytes. A clone shares them.
    pub fn as_bytes(&self) -> &Bytes {
        &self.0
    }

    /// The bytes, owned.
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

impl FromResponse for Binary {
    fn is_plausible(response: &RawResponse) -> bool {
        !response.is_blank() && !response.is_json()
    }

    fn from_response(response: &RawResponse) -> Decode<Self> {
        Ok(Self(response.body().clone()))
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
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

/// Makes an enum of the responses of an operation, by status: `responses!(Name { 200 => Ok(Thing), 204 => NoContent(()), …
/// })`. A success with a status that is not declared is the first response that it can be decoded as.
#[doc(hidden)]
#[macro_export]
macro_rules! responses {
    ($responses:ident { $($status:pat => $variant:ident($type:ty)),* $(,)? }) => {
        impl $crate::codegen::FromResponse for $responses {
            fn is_streamed(status: u16) -> bool {
                match status {
                    $($status => <$type as $crate::codegen::FromResponse>::is_streamed(status),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have a response")]
                    _ => true $(&& <$type as $crate::codegen::FromResponse>::is_streamed(status))*,
                }
            }

            fn from_response(response: &$crate::RawResponse) -> $crate::codegen::Decode<Self> {
                match response.status().as_u16() {
                    $($status => <$type as $crate::codegen::FromResponse>::from_response(response).map(Self::$variant),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have a response")]
                    _ => {
                        // The call took effect, so another status must not make it look like a failure.
                        for is_last_resort in [false, true] {
                            $(if is_last_resort || <$type as $crate::codegen::FromResponse>::is_plausible(response) {
                                let decoded = <$type as $crate::codegen::FromResponse>::from_response(response);
                                if let ::core::result::Result::Ok(value) = decoded {
                                    return ::core::result::Result::Ok(Self::$variant(value));
                                }
                            })*
                        }
                        ::core::result::Result::Err($crate::codegen::undocumented(response))
                    }
                }
            }
        }

        impl $crate::codegen::serde_core::Serialize for $responses {
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

/// Makes an enum of the error bodies of an operation, by status: `errors!(Name { 404 => NotFound(Missing), _ =>
/// Default(Problem) })`.
#[doc(hidden)]
#[macro_export]
macro_rules! errors {
    ($errors:ident { $($status:pat => $variant:ident($type:ty)),* $(,)? }) => {
        impl $crate::codegen::ErrorBody for $errors {
            fn from_response(response: &$crate::RawResponse) -> ::core::option::Option<Self> {
                match response.status().as_u16() {
                    $($status => <$type as $crate::codegen::ErrorBody>::from_response(response).map(Self::$variant),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have a body")]
                    _ => ::core::option::Option::None,
                }
            }

            fn status(&self) -> ::core::option::Option<u16> {
                match self {
                    $(Self::$variant(body) => $crate::codegen::ErrorBody::status(body),)*
                }
            }

            fn message(&self) -> ::core::option::Option<&str> {
                match self {
                    $(Self::$variant(body) => $crate::codegen::ErrorBody::message(body),)*
                }
            }

            fn kind(&self) -> ::core::option::Option<&str> {
                match self {
                    $(Self::$variant(body) => $crate::codegen::ErrorBody::kind(body),)*
                }
            }
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros are for public types")]
mod tests {
    use http::header::CONTENT_ENCODING;
    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::*;
    use crate::codegen::ErrorBody;

    #[derive(Debug, PartialEq)]
    enum Responses {
        Ok(Vec<i64>),
        Accepted(Text),
        NoContent(()),
    }

    #[derive(Debug, PartialEq)]
    enum Typed {
        NoContent(()),
        Created(Vec<i64>),
    }

    responses!(Typed { 200 => NoContent(()), 201 => Created(Vec<i64>) });

    #[derive(Debug, PartialEq)]
    enum Lists {
        Numbers(Vec<i64>),
        Texts(Vec<String>),
    }

    responses!(Lists { 200 => Numbers(Vec<i64>), 201 => Texts(Vec<String>) });

    responses!(Responses { 200 => Ok(Vec<i64>), 202 => Accepted(Text), 204 => NoContent(()) });

    #[derive(Debug, PartialEq)]
    enum Errors {
        NotFound(Value),
        ClientError(Value),
    }

    errors!(Errors { 404 => NotFound(Value), 400..=499 => ClientError(Value) });

    fn response(status: u16, body: &'static str) -> RawResponse {
        let status = StatusCode::from_u16(status).unwrap();
        RawResponse::new(status, HeaderMap::new(), Bytes::from(body))
    }

    #[test]
    fn the_status_decides_what_a_response_is() {
        let read = |status, body| Responses::from_response(&response(status, body));
        assert_eq!(read(200, "[1]"), Ok(Responses::Ok(vec![1])));
        assert_eq!(
            read(202, "[1]"),
            Ok(Responses::Accepted(Text("[1]".to_owned())))
        );
        assert_eq!(read(204, ""), Ok(Responses::NoContent(())));
        assert!(read(200, "x").is_err());
        assert_eq!(
            serde_json::to_string(&read(204, "").unwrap()).unwrap(),
            "null"
        );
    }

    #[test]
    fn a_success_with_an_undeclared_status_is_the_first_response_that_fits() {
        let read = |body| Responses::from_response(&response(206, body));
        assert_eq!(read("[1]"), Ok(Responses::Ok(vec![1])));
        assert_eq!(read(""), Ok(Responses::NoContent(())));
        let text = Responses::Accepted(Text("later".to_owned()));
        assert_eq!(read("later"), Ok(text));
        assert!(!Responses::is_streamed(206));
    }

    #[test]
    fn an_undeclared_status_is_an_error_only_if_no_response_fits() {
        let read = |body| Typed::from_response(&response(206, body));
        assert_eq!(read("[1]"), Ok(Typed::Created(vec![1])));
        assert_eq!(read(r#"{"a":1}"#), Ok(Typed::NoContent(())));
        let error = Lists::from_response(&response(206, "{}")).unwrap_err();
        let message = "the call succeeded with a status that the document does not declare, and the body fits none of the \
                       declared responses";
        assert_eq!(error.message(), message);
    }

    #[test]
    fn a_compressed_text_is_an_error() {
        let headers: HeaderMap = [(CONTENT_ENCODING, HeaderValue::from_static("identity, zstd"))]
            .into_iter()
            .collect();
        let read = |body: &'static [u8]| {
            let response = RawResponse::new(StatusCode::OK, headers.clone(), body.into());
            Text::from_response(&response)
        };
        assert!(read(b"\x28\xb5\x2f\xfd").is_err());
        assert_eq!(read(b"").unwrap().as_str(), "");
    }

    #[test]
    fn the_status_decides_what_an_error_is() {
        let read = |status, body| Errors::from_response(&response(status, body));
        let missing = read(404, r#"{"message":"gone"}"#).unwrap();
        assert!(matches!(missing, Errors::NotFound(_)));
        assert_eq!(missing.message(), Some("gone"));
        assert!(matches!(read(418, "1"), Some(Errors::ClientError(_))));
        assert_eq!(read(500, "1"), None);
        assert_eq!(read(404, "<html>"), None);
    }

    #[test]
    fn bytes_are_base64_in_json() {
        let binary = Binary::from_response(&response(200, "a\u{fffd}")).unwrap();
        assert_eq!(
            serde_json::to_string(&binary).unwrap(),
            r#"{"base64":"Ye+/vQ=="}"#
        );
    }
}

//! The content of successful responses: JSON, text, bytes, or nothing.

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use serde_core::de::DeserializeOwned;
use serde_core::ser::SerializeMap;
use serde_core::{Serialize, Serializer};

use super::base64::encode;
use super::raw_response::undocumented;
use super::{
    Date, Decode, DecodeError, JsonObject, Model, Nullable, RawResponse, Timestamp, Value,
};

/// A type that a successful response can be decoded to.
///
/// The types of an API implement it. [`Json`] wraps types of other crates; [`Text`] and [`Binary`] are for bodies that are
/// not JSON.
pub trait FromResponse: Sized {
    /// How the body of a response with this status is read.
    #[doc(hidden)]
    fn reading(_status: u16) -> Reading {
        Reading::Whole
    }

    /// Whether a response whose status the document does not declare may be of this type, if it can be decoded as it.
    #[doc(hidden)]
    fn is_plausible(response: &RawResponse) -> bool {
        !response.is_blank()
    }

    /// Decodes a response.
    fn from_response(response: &RawResponse) -> Result<Self, DecodeError>;

    /// Decodes a response whose status the document does not declare. Fails rather than lose the body.
    #[doc(hidden)]
    fn from_undeclared(response: &RawResponse) -> Result<Self, DecodeError> {
        Self::from_response(response)
    }
}

/// How the body of a successful response is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As a whole, or the call fails.
    Whole,
    /// After the call.
    AsStream,
    /// As far as it arrives, because nobody needs it.
    IfItArrives,
}

impl Reading {
    /// How the body of a response is read that may be of several types.
    pub fn of_any(types: &[Self]) -> Self {
        let all_streams = types.iter().all(|reading| *reading == Self::AsStream);
        if all_streams {
            Self::AsStream
        } else {
            Self::Whole
        }
    }
}

/// No content is expected, so any content is accepted but a page of HTML, which another server has sent.
impl FromResponse for () {
    fn reading(_: u16) -> Reading {
        Reading::IfItArrives
    }

    fn is_plausible(response: &RawResponse) -> bool {
        response.is_blank()
    }

    fn from_response(response: &RawResponse) -> Decode<()> {
        response.expect_no_page()
    }

    fn from_undeclared(response: &RawResponse) -> Decode<()> {
        if response.is_blank() {
            Ok(())
        } else {
            Err(undocumented(response))
        }
    }
}

impl<T: Model> FromResponse for T {
    #[inline]
    fn from_response(response: &RawResponse) -> Decode<Self> {
        response.object()
    }

    #[inline]
    fn from_undeclared(response: &RawResponse) -> Decode<Self> {
        response.json()
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

/// Text that is not JSON: UTF-8, or Latin-1 or UTF-16 if the response declares it. Other bytes become `U+FFFD`. HTML in place of another declared media type is an error, and so
/// it is for [`Binary`].
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
        response.expect_accepted()?;
        Ok(Self(response.text().into_owned()))
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
        response.expect_plain_bytes()?;
        response.expect_accepted()?;
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

#[cfg(test)]
mod tests {
    use http::header::CONTENT_ENCODING;
    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::*;

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
    fn bytes_are_base64_in_json() {
        let binary = Binary::from_response(&RawResponse::new(
            StatusCode::OK,
            HeaderMap::new(),
            "a\u{fffd}".into(),
        ))
        .unwrap();
        assert_eq!(
            serde_json::to_string(&binary).unwrap(),
            r#"{"base64":"Ye+/vQ=="}"#
        );
    }
}

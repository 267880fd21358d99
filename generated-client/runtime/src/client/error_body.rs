//! The bodies of error responses.

use std::fmt;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use serde_json::Value;

use super::RawResponse;
use crate::model::json::to_text;

/// The body of an error response, as the document declares it.
///
/// The text of an [`Error`](super::Error) and its methods, such as [`is_not_found`](super::Error::is_not_found), use these methods.
pub trait ErrorBody: fmt::Debug + Send + Sync + Sized + 'static {
    /// Reads the body of a response; `None` if it does not begin like JSON, lacks a member that the document requires, or has
    /// members, but none that the document describes like this. Other deviations from the document are accepted.
    fn from_response(response: &RawResponse) -> Option<Self>;

    /// The status in the body. It takes precedence over the HTTP status, which a proxy may have changed.
    fn status(&self) -> Option<u16> {
        None
    }

    /// The service's message. If the type does not say where it is, the text of the error has the member `message`.
    fn message(&self) -> Option<&str> {
        None
    }

    /// The service's name for this kind of error.
    fn kind(&self) -> Option<&str> {
        None
    }

    /// The service's id of this one error, which its support asks for.
    fn id(&self) -> Option<&str> {
        None
    }
}

/// For documents that do not declare error bodies.
impl ErrorBody for Value {
    fn from_response(response: &RawResponse) -> Option<Self> {
        error_body(response)
    }

    fn message(&self) -> Option<&str> {
        self.get("message").and_then(Value::as_str)
    }
}

/// Decodes the body of an error, as far as it matches; `None` if it does not begin like JSON, lacks a required member, or if
/// nothing of it matches.
pub fn error_body<T: Serialize + DeserializeOwned>(response: &RawResponse) -> Option<T> {
    #[cfg(feature = "testing")]
    if let Some(fixture) = &response.fixture {
        fixture.check::<T>(response.body());
    }
    let body: T = response.lenient()?;
    let given: Option<Value> = response.lenient();
    let kept = to_text(&body).and_then(|text| serde_json::from_slice(&text));
    let is_lost = given.zip(kept.ok()).is_some_and(is_lost);
    (!is_lost).then_some(body)
}

/// Whether all members of an object are lost in what was read of it. Then it is not of the type, but for example the error of
/// a framework, whose status the document does not declare.
fn is_lost((given, kept): (Value, Value)) -> bool {
    let (Value::Object(given), Value::Object(kept)) = (given, kept) else {
        return false;
    };
    let mut members = given
        .iter()
        .filter(|(_, value)| !value.is_null())
        .peekable();
    members.peek().is_some() && members.all(|(name, _)| !kept.contains_key(name))
}

/// The status that a member of an error body states, if it is a status of errors: 400 to 599.
pub fn error_status<T: TryInto<u16>>(member: Option<T>) -> Option<u16> {
    let status = member?.try_into().ok();
    status.filter(|status| (400..600).contains(status))
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;
    use crate::object;

    #[derive(Clone, Debug, PartialEq)]
    struct Invalid {
        detail: Option<Vec<String>>,
        code: Option<i64>,
    }

    object!(Invalid {
        optional detail: "detail",
        optional code: "code",
    });

    #[test]
    fn a_body_of_which_nothing_fits_is_not_of_the_declared_type() {
        let read = |body: &'static str| {
            let response = RawResponse::new(StatusCode::NOT_FOUND, HeaderMap::new(), body.into());
            error_body::<Invalid>(&response)
        };
        let invalid = |detail: Option<&[&str]>, code| {
            let detail = detail.map(|items| items.iter().map(ToString::to_string).collect());
            Some(Invalid { detail, code })
        };
        // The 404 of a framework, in an operation that only declares its 422.
        assert_eq!(read(r#"{"detail": "Item not found"}"#), None);
        assert_eq!(read(r#"{"message": "m"}"#), None);
        assert_eq!(read(r#"{"detail": ["d"]}"#), invalid(Some(&["d"]), None));
        assert_eq!(
            read(r#"{"detail": "d", "code": "7"}"#),
            invalid(None, Some(7))
        );
        for nothing in ["{}", r#"{"detail": null}"#] {
            assert_eq!(read(nothing), invalid(None, None));
        }
    }
}

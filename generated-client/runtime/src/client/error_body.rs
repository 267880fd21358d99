//! The bodies of error responses.

use std::fmt;

use serde_json::Value;

use super::RawResponse;
use super::raw_response::error_body;

/// The body of an error response, as the document declares it.
///
/// The text of an [`Error`](super::Error) and its methods, such as [`is_not_found`](super::Error::is_not_found), use these methods.
pub trait ErrorBody: fmt::Debug + Send + Sync + Sized + 'static {
    /// Reads the body of a response; `None` if it does not begin like JSON or lacks a member that the document requires.
    /// Other deviations from the document are accepted.
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

/// The status that a member of an error body states, if it is a status of errors: 400 to 599.
pub fn error_status<T: TryInto<u16>>(member: Option<T>) -> Option<u16> {
    let status = member?.try_into().ok();
    status.filter(|status| (400..600).contains(status))
}

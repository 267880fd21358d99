//! Errors that the service reports.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use http::header::LOCATION;
use http::{HeaderMap, StatusCode};

use super::broken_json::is_cut_off;
use super::decode_error::one_line;
use super::error_body::error_status;
use super::lenient_json::Missing;
use super::{ErrorBody, RawResponse};

/// The longest message of the service that is included in the text of an error, in characters. The body has all of it.
const LONGEST_MESSAGE: usize = 500;

/// The same for the type and the id of an error.
const LONGEST_NAME: usize = 100;

/// An error response of the service.
#[derive(Clone)]
pub struct ApiError<E> {
    /// Read from the body at the start, so that it is still known when the type of the body is not.
    status: u16,
    id: Option<String>,
    summary: String,
    body: Option<E>,
    response: RawResponse,
}

impl<E: ErrorBody> ApiError<E> {
    pub(crate) fn new(response: RawResponse) -> Self {
        let body = E::from_response(&response);
        // A body that lacks a required member may still have others that explain the error.
        let partial = || {
            let mut response = response.clone();
            response.missing = Missing::IsEmpty;
            E::from_response(&response)
        };
        let partial = body.is_none().then(partial).flatten();
        let known = body.as_ref().or(partial.as_ref());
        // Only a status for errors can be the status of this one. A body that a proxy has cut off is less reliable than HTTP.
        let stated = error_status(known.and_then(E::status));
        let stated = stated.filter(|_| !is_cut_off(response.body()));
        let is_text = |text: &&str| !text.is_empty();
        let kind = known.and_then(E::kind).filter(is_text);
        let declared = known.and_then(E::message);
        let usual = declared.is_none().then(|| response.usual_message());
        let usual = usual.flatten();
        let message = declared.or(usual.as_deref()).filter(is_text);
        let id = known.and_then(E::id).filter(is_text);
        let summary = summary(&response, stated, kind, message, id);
        Self {
            status: stated.unwrap_or(response.status().as_u16()),
            id: id.map(str::to_owned),
            summary,
            body,
            response,
        }
    }
}

impl<E> ApiError<E> {
    /// The status: the one in the body if it is 400 to 599 and the body is not cut off, otherwise the HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The HTTP status.
    pub fn http_status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The decoded body; `None` if it is not JSON, such as HTML from a proxy, if it lacks a required member, or if none of its
    /// members fits the declared type. JSON that is not quite valid or that was cut off is read as far as possible.
    pub fn body(&self) -> Option<&E> {
        self.body.as_ref()
    }

    /// The service's id of this error, which its support asks for.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Whether the service itself has responded, as far as can be seen, and not a proxy or another server: a page of HTML is of
    /// the service only if the request accepts it, and at a base URL that repeats the path, only the declared body is.
    pub(super) fn is_of_service(&self) -> bool {
        let is_foreign_page = self.response.is_page() && !self.response.is_accepted;
        !is_foreign_page && (self.body.is_some() || !self.response.is_misdirected)
    }

    /// The raw body as text.
    pub fn text(&self) -> Cow<'_, str> {
        self.response.text()
    }

    /// The raw response.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }

    /// The same error with a body of another type.
    pub(super) fn with_body<F>(self, body: Option<F>) -> ApiError<F> {
        let Self {
            status,
            id,
            summary,
            response,
            ..
        } = self;
        ApiError {
            status,
            id,
            summary,
            body,
            response,
        }
    }
}

impl<E> fmt::Display for ApiError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.summary)
    }
}

impl<E: fmt::Debug> fmt::Debug for ApiError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("body", &self.body)
            .field("response", &self.response)
            .finish_non_exhaustive()
    }
}

impl<E: fmt::Debug> StdError for ApiError<E> {}

/// `404 Not Found`, or only the number if it has no name.
pub(super) fn status_text(status: StatusCode) -> String {
    match status.canonical_reason() {
        Some(reason) => format!("{} {reason}", status.as_str()),
        None => status.as_str().to_owned(),
    }
}

/// One line with the status and the most informative part of the response.
fn summary(
    response: &RawResponse,
    stated: Option<u16>,
    kind: Option<&str>,
    message: Option<&str>,
    id: Option<&str>,
) -> String {
    let http = response.status();
    let kind = kind.map(|kind| one_line(kind.as_bytes(), LONGEST_NAME));
    let mut line = match (&kind, stated.filter(|stated| *stated != http.as_u16())) {
        (Some(kind), None) => format!("{} {kind}", http.as_str()),
        (Some(kind), Some(stated)) => format!("{stated} {kind} (HTTP status {})", http.as_str()),
        (None, None) => status_text(http),
        (None, Some(stated)) => format!("{stated} (HTTP status {})", status_text(http)),
    };
    let location = response
        .headers()
        .get(LOCATION)
        .filter(|_| http.is_redirection());
    let detail = match (message, location) {
        (Some(message), _) => one_line(message.as_bytes(), LONGEST_MESSAGE),
        (None, Some(location)) => format!(
            "redirect not followed: {}",
            one_line(location.as_bytes(), LONGEST_MESSAGE)
        ),
        (None, None) => response.excerpt(),
    };
    if !detail.is_empty() {
        line.push_str(": ");
        line.push_str(&detail);
    }
    let id = id.filter(|id| !line.contains(id));
    let id = id.map(|id| format!("id {}", one_line(id.as_bytes(), LONGEST_NAME)));
    let notes: Vec<&str> = response
        .hint
        .as_deref()
        .into_iter()
        .chain(id.as_deref())
        .collect();
    if !notes.is_empty() {
        line = format!("{line} ({})", notes.join("; "));
    }
    line
}

#[cfg(test)]
mod tests {
    use crate::client::error_body::error_body;
    use crate::{JsonObject, Value, object};

    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Plain {
        title: Option<String>,
    }

    object!(Plain {
        optional title: "title",
    });

    impl ErrorBody for Plain {
        fn from_response(response: &RawResponse) -> Option<Self> {
            error_body(response)
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    struct Titled(JsonObject);

    impl ErrorBody for Titled {
        fn from_response(response: &RawResponse) -> Option<Self> {
            error_body(response).map(Self)
        }

        fn message(&self) -> Option<&str> {
            self.0.get("title")?.as_str()
        }
    }

    fn text<E: ErrorBody>(body: &'static str) -> String {
        let response = RawResponse::new(StatusCode::FORBIDDEN, HeaderMap::new(), body.into());
        ApiError::<E>::new(response).to_string()
    }

    #[test]
    fn a_declared_error_has_the_same_message_as_an_undeclared_one() {
        let body = r#"{"title": "t", "message": "m", "errors": [1]}"#;
        assert_eq!(text::<Value>(body), "403 Forbidden: m");
        assert_eq!(text::<Plain>(body), "403 Forbidden: m");
        assert_eq!(text::<Titled>(body), "403 Forbidden: t");
        assert_eq!(text::<Titled>(r#"{"message": "m"}"#), "403 Forbidden: m");
        for other in [r#"{"message": {}}"#, r#"{"message": ""}"#, r#"["message"]"#] {
            assert_eq!(text::<Plain>(other), text::<Value>(other));
        }
    }
}

//! The enums of the responses and errors of an operation, by status.

use super::RawResponse;

/// Whether a function accepts a status of the same class as a response: 2xx or 3xx.
pub fn is_of_class(response: &RawResponse, accepts: fn(u16) -> bool) -> bool {
    let first = response.status().as_u16() / 100 * 100;
    (first..first + 100).any(accepts)
}

/// Makes an enum of the responses of an operation, by status: `responses!(Name { 200 => Ok(Thing), 204 => NoContent(()), …
/// })`. A success with a status that is not declared is the first response of its class (2xx, 3xx) that the body can be
/// decoded as. Nothing of the body is lost.
#[doc(hidden)]
#[macro_export]
macro_rules! responses {
    ($responses:ident { $($status:pat => $variant:ident($type:ty)),* $(,)? }) => {
        impl $crate::codegen::FromResponse for $responses {
            fn reading(status: u16) -> $crate::codegen::Reading {
                match status {
                    $($status => <$type as $crate::codegen::FromResponse>::reading(status),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have a response")]
                    _ => $crate::codegen::Reading::of_any(&[
                        $(<$type as $crate::codegen::FromResponse>::reading(status)),*
                    ]),
                }
            }

            fn from_response(response: &$crate::RawResponse) -> $crate::codegen::Decode<Self> {
                match response.status().as_u16() {
                    $($status => <$type as $crate::codegen::FromResponse>::from_response(response).map(Self::$variant),)*
                    #[allow(unreachable_patterns, reason = "all statuses may have a response")]
                    _ => {
                        // The call took effect, so another status must not make it look like a failure.
                        for is_last_resort in [false, true] {
                            $(if $crate::codegen::is_of_class(response, |status| ::core::matches!(status, $status))
                                && (is_last_resort || <$type as $crate::codegen::FromResponse>::is_plausible(response))
                            {
                                let decoded = <$type as $crate::codegen::FromResponse>::from_undeclared(response);
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

            fn id(&self) -> ::core::option::Option<&str> {
                match self {
                    $(Self::$variant(body) => $crate::codegen::ErrorBody::id(body),)*
                }
            }
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros are for public types")]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, StatusCode};

    use crate::Value;
    use crate::client::{ErrorBody, FromResponse, RawResponse, Reading, Text};

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

    fn text(text: &'static str) -> Text {
        Text::from_response(&response(200, text)).unwrap()
    }

    fn response(status: u16, body: &'static str) -> RawResponse {
        let status = StatusCode::from_u16(status).unwrap();
        RawResponse::new(status, HeaderMap::new(), Bytes::from(body))
    }

    #[test]
    fn the_status_decides_what_a_response_is() {
        let read = |status, body| Responses::from_response(&response(status, body));
        assert_eq!(read(200, "[1]"), Ok(Responses::Ok(vec![1])));
        assert_eq!(read(202, "[1]"), Ok(Responses::Accepted(text("[1]"))));
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
        assert_eq!(read("later"), Ok(Responses::Accepted(text("later"))));
        assert_eq!(Responses::reading(206), Reading::Whole);
        assert_eq!(Responses::reading(204), Reading::IfItArrives);
    }

    #[derive(Debug, PartialEq)]
    enum Redirected {
        Ok(Vec<i64>),
        Redirect(()),
    }

    responses!(Redirected { 200 => Ok(Vec<i64>), 300..=308 => Redirect(()) });

    #[test]
    fn an_undeclared_status_is_not_a_response_of_another_class() {
        let read = |status, body| Redirected::from_response(&response(status, body));
        assert_eq!(read(302, ""), Ok(Redirected::Redirect(())));
        assert_eq!(read(201, "[1]"), Ok(Redirected::Ok(vec![1])));
        // No content is an empty list, as it is without other responses.
        assert_eq!(read(204, ""), Ok(Redirected::Ok(Vec::new())));
        for (status, body) in [(206, ""), (206, " "), (204, r#"{"a":1}"#), (204, "x")] {
            let error = read(status, body).unwrap_err();
            assert!(error.message().starts_with("the call succeeded"), "{error}");
        }
    }

    #[test]
    fn content_is_never_lost_as_no_content() {
        let read = |body| Typed::from_response(&response(206, body));
        assert_eq!(read("[1]"), Ok(Typed::Created(vec![1])));
        assert_eq!(read(""), Ok(Typed::NoContent(())));
        for body in [r#"{"a":1}"#, "OK", "null,", "0"] {
            assert!(read(body).is_err(), "{body}");
        }
    }

    #[test]
    fn an_undeclared_status_is_an_error_only_if_no_response_fits() {
        let error = Lists::from_response(&response(206, r#"{"a":1}"#)).unwrap_err();
        let message = "the call succeeded with a status that the document does not declare, and the body fits none of the \
                       declared responses";
        assert_eq!(error.message(), message);
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
}

//! Operations of a service.

use super::{Api, Constraints, Property, Security, Type};
use crate::method::Method;
use crate::source::Pointer;

/// An operation in [`Api::operations`](super::Api::operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct OperationId(pub(crate) usize);

#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The `operationId`, or the one that is derived for an operation without one.
    pub(crate) id: String,
    /// Identifies it in other versions of the document: its `operationId`, or its route if it has none.
    pub(crate) key: String,
    pub(crate) method: Method,
    /// The path template, with `{name}`s.
    pub(crate) path: String,
    pub(crate) tags: Vec<String>,
    pub(crate) docs: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    /// Media types that a body of this kind may be sent as; the first is the default. Empty if there is no choice.
    pub(crate) media_types: Vec<String>,
    /// The operation of which this is a variant with another kind of body.
    pub(crate) variant_of: Option<OperationId>,
    /// Success responses, by status; one if they are all the same.
    pub(crate) successes: Vec<Response>,
    /// Statuses of redirects that are responses, and so are not followed.
    pub(crate) redirects: Vec<u16>,
    /// Error responses with a body, by status; one if they are all the same.
    pub(crate) errors: Vec<Response>,
    /// Media types of all responses, if there are others than JSON.
    pub(crate) accepts: Vec<String>,
    /// Security requirements, if they differ from those of the API.
    pub(crate) security: Option<Security>,
    /// A base URL that differs from that of the API.
    pub(crate) server: Option<String>,
    pub(crate) idempotency: Idempotency,
    pub(crate) paging: DeclaredPaging,
    /// Its location in the document.
    pub(crate) at: Pointer,
}

impl Operation {
    /// `GET /v1/users`
    pub(crate) fn route(&self) -> String {
        format!("{} {}", self.method.name().to_uppercase(), self.path)
    }

    /// Its security requirements, or those of the API.
    pub(crate) fn security_in<'a>(&'a self, api: &'a Api) -> &'a Security {
        self.security.as_ref().unwrap_or(&api.security)
    }

    /// The path without the names of its parameters: `/v1/users/{}`.
    pub(crate) fn template(&self) -> String {
        without_names(&self.path)
    }

    /// The properties that a body of properties must have if it is sent; `None` if there is no such body, or it is always sent.
    pub(crate) fn required_if_sent(&self) -> Option<&[String]> {
        match &self.body {
            Some(Body::Properties {
                required: false,
                required_if_sent,
                ..
            }) => Some(required_if_sent),
            _ => None,
        }
    }

    /// Whether a header holds the key by which repetitions are recognized.
    pub(crate) fn has_key_in(&self, header: &str) -> bool {
        matches!(&self.idempotency, Idempotency::Key(name) if name.eq_ignore_ascii_case(header))
    }

    /// Whether a request can be repeated without another effect.
    pub(crate) fn is_idempotent(&self) -> bool {
        match self.idempotency {
            Idempotency::OfMethod => self.method.is_idempotent(),
            Idempotency::Declared(is_idempotent) => is_idempotent,
            Idempotency::Key(_) => true,
        }
    }

    /// Whether a successful response may have content.
    pub(crate) fn has_content(&self) -> bool {
        let mut contents = self.successes.iter().map(|response| &response.content);
        contents.any(|content| !matches!(content, Content::Nothing))
    }

    /// The type of its JSON response, if there is no other response.
    pub(crate) fn response(&self) -> Option<&Type> {
        match self.successes.as_slice() {
            [only] => only.content.json(),
            _ => None,
        }
    }

    /// The type of its error bodies, if they all have the same.
    pub(crate) fn error(&self) -> Option<&Type> {
        match self.errors.as_slice() {
            [only] => only.content.json(),
            _ => None,
        }
    }
}

/// The names of the parameters of a path.
pub(crate) fn template_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// A path, or the start of one, without the names of its parameters.
pub(crate) fn without_names(path: &str) -> String {
    let mut parts = path.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.split_once('}').map_or(part, |(_, after)| after);
        text.push_str("{}");
        text.push_str(after);
    }
    text
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) location: ParameterLocation,
    /// `None` if it is the default for the location.
    pub(crate) style: Option<Style>,
    /// Everything that parameters and the properties of a body have in common.
    pub(crate) property: Property,
    /// Environment variable with the value of a header that belongs to the client.
    pub(crate) environment: Option<String>,
    /// Its location in the document.
    pub(crate) at: Pointer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ParameterLocation {
    Path,
    Query,
    Header,
    Cookie,
}

impl ParameterLocation {
    pub(crate) fn name(self) -> &'static str {
        match self {
            ParameterLocation::Path => "path",
            ParameterLocation::Query => "query",
            ParameterLocation::Header => "header",
            ParameterLocation::Cookie => "cookie",
        }
    }
}

/// The style of a parameter, if it is not OpenAPI's default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) kind: StyleKind,
    pub(crate) explode: bool,
    /// Whether reserved characters such as `/` are sent as they are.
    pub(crate) allow_reserved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StyleKind {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    /// `tags.color=red`
    DotObject,
    /// As JSON text.
    Json,
}

#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// An inline object, whose properties become inputs like the parameters.
    Properties {
        properties: Vec<Property>,
        /// The map of all other properties of a form, if it may have others.
        rest: Option<Box<Property>>,
        /// Whether a body is sent even if none of them is set.
        required: bool,
        /// The names of those that a body must have if it is sent only with some of them.
        required_if_sent: Vec<String>,
        format: BodyFormat,
        /// The location of the object's schema.
        at: Pointer,
    },
    /// A value of a type.
    Whole {
        ty: Type,
        required: bool,
        docs: Option<String>,
        constraints: Constraints,
        format: BodyFormat,
    },
}

/// The format of a body.
#[derive(Clone, Debug)]
pub(crate) enum BodyFormat {
    /// JSON, under this media type.
    Json(String),
    /// `application/x-www-form-urlencoded`, with the styles of properties that differ from the default.
    Form(Vec<(String, Style)>),
    /// A multipart body, with the media types of properties that differ from the default, and that of files with other names.
    Multipart(MultipartKind, Vec<(String, String)>, Option<String>),
    /// Text of this media type.
    Text(String),
    /// Bytes of this media type.
    Binary(String),
}

/// The subtype of a multipart media type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MultipartKind {
    FormData,
    Mixed,
    Related,
}

/// A response of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) status: Status,
    pub(crate) content: Content,
    /// The constraints of JSON, or of each value of a stream.
    pub(crate) constraints: Constraints,
    pub(crate) docs: Option<String>,
}

/// The statuses of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Code(u16),
    /// `4` for 400 to 499.
    Class(u8),
    /// All statuses that are not listed.
    Default,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    Nothing,
    Json(Type),
    /// Text of this media type.
    Text(String),
    /// Bytes of this media type.
    Binary(String),
    /// Server-sent events with this media type, and the type of their data.
    Events(String, Type),
    /// JSON Lines or a JSON text sequence, with this media type and the type of each value.
    Lines(String, Type),
}

impl Content {
    /// Whether it is read incrementally.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self, Content::Events(..) | Content::Lines(..))
    }

    /// The type of the value, or of each value in a stream.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match self {
            Content::Json(ty) | Content::Events(_, ty) | Content::Lines(_, ty) => Some(ty),
            Content::Nothing | Content::Text(_) | Content::Binary(_) => None,
        }
    }

    /// The type of a JSON body.
    pub(crate) fn json(&self) -> Option<&Type> {
        match self {
            Content::Json(ty) => Some(ty),
            _ => None,
        }
    }
}

/// Whether a repeated request has the same effect as a single one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Idempotency {
    /// The method says it.
    OfMethod,
    /// The document says it.
    Declared(bool),
    /// With a key in this header.
    Key(String),
}

/// The pagination that a document declares for an operation.
#[derive(Clone, Debug)]
pub(crate) enum DeclaredPaging {
    Undeclared,
    /// There is none, or it is not valid.
    Off,
    Token(TokenPaging),
}

/// Pagination by a token in each response that is sent with the next request.
#[derive(Clone, Debug)]
pub(crate) struct TokenPaging {
    /// Name of the query parameter that takes the token.
    pub(crate) parameter: String,
    /// The path of properties to the token in the response: `meta`, `nextToken`.
    pub(crate) next: Vec<String>,
    /// The property of the response that holds the items.
    pub(crate) items: String,
    /// The location of the extension in the document.
    pub(crate) at: Pointer,
}

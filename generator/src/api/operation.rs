//! Operations: what can be asked of a service.

use super::{Property, Security, Type};
use crate::method::Method;
use crate::source::Pointer;

/// An operation in [`Api::operations`](super::Api::operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct OperationId(pub(crate) usize);

#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The `operationId`.
    pub(crate) id: String,
    pub(crate) method: Method,
    /// The path template, with `{name}`s.
    pub(crate) path: String,
    pub(crate) tags: Vec<String>,
    pub(crate) docs: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    /// Media types that a body of this kind may be sent as, the first one if nothing else is said. Empty if there is no choice.
    pub(crate) media_types: Vec<String>,
    /// The operation that this one is, but for the kind of its body.
    pub(crate) variant_of: Option<OperationId>,
    /// Answers of success, by status; one if they are all the same.
    pub(crate) successes: Vec<Answer>,
    /// Answers of failure that have a body, by status; one if they are all the same.
    pub(crate) errors: Vec<Answer>,
    /// Media types of all answers, if these are not only JSON as usual.
    pub(crate) accepts: Vec<String>,
    /// Other credentials than the API asks for in general.
    pub(crate) security: Option<Security>,
    /// A base URL of its own.
    pub(crate) server: Option<String>,
    pub(crate) paging: Option<TokenPaging>,
}

impl Operation {
    /// The JSON that it answers with, if that is all it answers with.
    pub(crate) fn answer(&self) -> Option<&Type> {
        match self.successes.as_slice() {
            [only] => only.content.json(),
            _ => None,
        }
    }

    /// The type of its error bodies, if they are all of one.
    pub(crate) fn error(&self) -> Option<&Type> {
        match self.errors.as_slice() {
            [only] => only.content.json(),
            _ => None,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) place: ParameterPlace,
    /// `None` where it is the default of the place.
    pub(crate) style: Option<Style>,
    /// What is the same for parameters and for the properties of a body.
    pub(crate) property: Property,
    /// Environment variable that a header which belongs to the client is taken from.
    pub(crate) environment: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ParameterPlace {
    Path,
    Query,
    Header,
    Cookie,
}

impl ParameterPlace {
    pub(crate) fn name(self) -> &'static str {
        match self {
            ParameterPlace::Path => "path",
            ParameterPlace::Query => "query",
            ParameterPlace::Header => "header",
            ParameterPlace::Cookie => "cookie",
        }
    }
}

/// How a parameter's value is written where it is not as OpenAPI has it by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) kind: StyleKind,
    pub(crate) explode: bool,
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
    /// An object that is written inline: its properties stand beside the parameters.
    Properties {
        properties: Vec<Property>,
        /// Whether there is a body even if none of them is given.
        required: bool,
        encoding: Encoding,
    },
    /// A value of a type.
    Whole {
        ty: Type,
        required: bool,
        docs: Option<String>,
        encoding: Encoding,
    },
}

/// How a body is written.
#[derive(Clone, Debug)]
pub(crate) enum Encoding {
    /// JSON, under this media type.
    Json(String),
    /// `application/x-www-form-urlencoded`, with the styles of properties that have another than the default.
    Form(Vec<(String, Style)>),
    /// `multipart/form-data`, with the media types of properties that have another than the default.
    Multipart(Vec<(String, String)>),
    /// A text of this media type.
    Text(String),
    /// Bytes of this media type.
    Binary(String),
}

/// What an operation answers with a status.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: Status,
    pub(crate) content: Content,
    pub(crate) docs: Option<String>,
}

/// The statuses that an answer stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Code(u16),
    /// `4` for 400 to 499.
    Class(u8),
    /// All that are not listed.
    Default,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    Nothing,
    Json(Type),
    /// A text of this media type.
    Text(String),
    /// Bytes of this media type.
    Binary(String),
    /// Server-sent events, under this media type, and what their data is.
    Events(String, Type),
    /// JSON texts one after the other, under this media type, and what each of them is.
    Lines(String, Type),
}

impl Content {
    /// Whether it is read as it comes.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self, Content::Events(..) | Content::Lines(..))
    }

    /// The type of what is read, at once or one after the other.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match self {
            Content::Json(ty) | Content::Events(_, ty) | Content::Lines(_, ty) => Some(ty),
            Content::Nothing | Content::Text(_) | Content::Binary(_) => None,
        }
    }

    /// The type of JSON.
    pub(crate) fn json(&self) -> Option<&Type> {
        match self {
            Content::Json(ty) => Some(ty),
            _ => None,
        }
    }
}

/// An answer that is continued by asking again with the token that it gave.
#[derive(Clone, Debug)]
pub(crate) struct TokenPaging {
    /// Name of the query parameter that takes the token.
    pub(crate) parameter: String,
    /// Properties that lead to the token in the answer: `meta`, `nextToken`.
    pub(crate) next: Vec<String>,
    /// The property of the answer that has the items.
    pub(crate) items: String,
    /// Where the document says so.
    pub(crate) at: Pointer,
}

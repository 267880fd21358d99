//! Operations: what can be asked of a service.

use super::{Property, Type};

/// An operation in [`Api::operations`](super::Api::operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct OperationId(pub(crate) usize);

#[derive(Debug)]
pub(crate) struct Operation {
    /// The `operationId`.
    pub(crate) id: String,
    pub(crate) method: Method,
    /// The path template, with `{name}`s.
    pub(crate) path: String,
    pub(crate) docs: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) success: SuccessAnswer,
    pub(crate) error: ErrorAnswer,
    pub(crate) paging: Option<TokenPaging>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    /// All of them, by the names that a path item has them under.
    pub(crate) const ALL: [(&'static str, Method); 8] = [
        ("get", Method::Get),
        ("put", Method::Put),
        ("post", Method::Post),
        ("delete", Method::Delete),
        ("options", Method::Options),
        ("head", Method::Head),
        ("patch", Method::Patch),
        ("trace", Method::Trace),
    ];

    pub(crate) fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, method)| *method == self)
            .map_or("get", |(name, _)| name)
    }
}

#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) place: ParameterPlace,
    pub(crate) style: Style,
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

/// How a parameter's value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As OpenAPI has it where nothing is said.
    Default,
    /// `tags.color=red`
    DotObject,
}

#[derive(Debug)]
pub(crate) enum Body {
    /// A JSON object that is written inline: its properties stand beside the parameters.
    Properties(Vec<Property>),
    /// JSON of a type.
    Json {
        ty: Type,
        required: bool,
        docs: Option<String>,
    },
}

#[derive(Debug)]
pub(crate) enum SuccessAnswer {
    Json(Type),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ErrorAnswer {
    /// The document does not say what errors look like.
    Unknown,
    Json(Type),
}

/// An answer that is continued by asking again with the token that it gave.
#[derive(Debug)]
pub(crate) struct TokenPaging {
    /// Name of the query parameter that takes the token.
    pub(crate) parameter: String,
    /// Properties that lead to the token in the answer: `meta`, `nextToken`.
    pub(crate) next: Vec<String>,
    /// The property of the answer that has the items.
    pub(crate) items: String,
}

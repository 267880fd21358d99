// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `PUT /parts/{of}`

use crate::types::{Failure, RequestParts};
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{IntoList, Operation};

/// Inputs of [`Client::replace_parts`](crate::Client::replace_parts).
///
/// A [`ReplacePartsCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplaceParts {
    /// `of`
    pub of: String,
    /// `with_header`
    pub with_header: Option<String>,
    /// `new`
    pub new: Option<String>,
    /// `into_list`
    pub into_list: Option<Vec<String>>,
    /// `body`
    pub request_parts: Option<RequestParts>,
}

impl ReplaceParts {
    /// Creates a value with the required fields.
    pub fn new(of: impl Into<String>) -> Self {
        Self {
            of: of.into(),
            with_header: None,
            new: None,
            into_list: None,
            request_parts: None,
        }
    }
}

impl openapi_client_runtime::Request for ReplaceParts {
    type Response = RequestParts;
    type Error = Failure;

    const OPERATION: Operation = Operation::put("replaceParts", "/parts/{of}");

    #[inline]
    fn encode(&self, parts: &mut openapi_client_runtime::codegen::RequestParts) {
        parts.path("of", &self.of);
        parts.query("with_header", &self.with_header);
        parts.query("new", &self.new);
        parts.query("into_list", &self.into_list);
        parts.optional_json(&self.request_parts);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReplaceParts {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            of: input.required("path.of")?,
            with_header: input.optional("with_header")?,
            new: input.optional("query.new")?,
            into_list: input.optional("into_list")?,
            request_parts: input.optional_object(&[("of", "body.of"), ("new", "body.new")])?,
        })
    }
}

/// A call of [`Client::replace_parts`](crate::Client::replace_parts).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ReplacePartsCall = crate::Call<ReplaceParts>;

impl crate::Call<ReplaceParts> {
    /// `with_header`
    pub fn with_header_(mut self, with_header: impl Into<String>) -> Self {
        self.request.with_header = Some(with_header.into());
        self
    }

    /// `new`
    pub fn new(mut self, new: impl Into<String>) -> Self {
        self.request.new = Some(new.into());
        self
    }

    /// `into_list`
    pub fn into_list<M>(mut self, into_list: impl IntoList<String, M>) -> Self {
        self.request.into_list = Some(into_list.into_list());
        self
    }

    /// `body`
    pub fn request_parts(mut self, request_parts: RequestParts) -> Self {
        self.request.request_parts = Some(request_parts);
        self
    }
}

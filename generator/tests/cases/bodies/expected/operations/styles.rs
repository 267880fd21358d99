// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /styles/{matrix}/{label}/{list}`

use crate::Call;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style, into_list, into_map};
use openapi_client_runtime::{Operation, Request, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::styles`](crate::Client::styles).
///
/// A [`StylesCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Styles {
    /// `matrix`
    pub matrix: Vec<String>,
    /// `label`
    pub label: i64,
    /// `list`
    pub list: Vec<i64>,
    /// `joined`
    pub joined: Option<Vec<String>>,
    /// `spaced`
    pub spaced: Option<Vec<String>>,
    /// `piped`
    pub piped: Option<Vec<String>>,
    /// `deep`
    pub deep: Option<BTreeMap<String, String>>,
    /// `json`
    pub json: Option<BTreeMap<String, i64>>,
    /// `x-pairs`
    pub x_pairs: Option<BTreeMap<String, String>>,
    /// `crumb`
    pub crumb: Option<String>,
}

impl Styles {
    /// Creates a value with the required fields.
    pub fn new(
        matrix: impl IntoIterator<Item = impl Into<String>>,
        label: i64,
        list: impl IntoIterator<Item = i64>,
    ) -> Self {
        Self {
            matrix: into_list(matrix),
            label,
            list: into_list(list),
            joined: None,
            spaced: None,
            piped: None,
            deep: None,
            json: None,
            x_pairs: None,
            crumb: None,
        }
    }
}

impl Request for Styles {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::get("styles", "/styles/{matrix}/{label}/{list}");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.path_styled("matrix", Style::MATRIX_EXPLODED, &self.matrix);
        parts.path_styled("label", Style::LABEL, &self.label);
        parts.path("list", &self.list);
        parts.query_styled("joined", Style::FORM_JOINED, &self.joined);
        parts.query_styled("spaced", Style::SPACE_DELIMITED, &self.spaced);
        parts.query_styled("piped", Style::PIPE_DELIMITED, &self.piped);
        parts.query_styled("deep", Style::DEEP_OBJECT, &self.deep);
        parts.query_styled("json", Style::JSON, &self.json);
        parts.header_styled("x-pairs", Style::SIMPLE_EXPLODED, &self.x_pairs);
        parts.cookie("crumb", &self.crumb);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for Styles {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            matrix: input.required("matrix")?,
            label: input.required("label")?,
            list: input.required("list")?,
            joined: input.optional("joined")?,
            spaced: input.optional("spaced")?,
            piped: input.optional("piped")?,
            deep: input.optional("deep")?,
            json: input.optional("json")?,
            x_pairs: input.optional("x-pairs")?,
            crumb: input.optional("crumb")?,
        })
    }
}

/// A call of [`Client::styles`](crate::Client::styles).
pub type StylesCall = Call<Styles>;

impl Call<Styles> {
    /// `joined`
    pub fn joined(mut self, joined: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request.joined = Some(into_list(joined));
        self
    }

    /// `spaced`
    pub fn spaced(mut self, spaced: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request.spaced = Some(into_list(spaced));
        self
    }

    /// `piped`
    pub fn piped(mut self, piped: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request.piped = Some(into_list(piped));
        self
    }

    /// `deep`
    pub fn deep(
        mut self,
        deep: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.request.deep = Some(into_map(deep));
        self
    }

    /// `json`
    pub fn json(mut self, json: impl IntoIterator<Item = (impl Into<String>, i64)>) -> Self {
        self.request.json = Some(into_map(json));
        self
    }

    /// `x-pairs`
    pub fn x_pairs(
        mut self,
        x_pairs: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.request.x_pairs = Some(into_map(x_pairs));
        self
    }

    /// `crumb`
    pub fn crumb(mut self, crumb: impl Into<String>) -> Self {
        self.request.crumb = Some(crumb.into());
        self
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `GET /styles/{matrix}/{label}/{list}`

use crate::Call;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::codegen::{RequestParts, Style};
use openapi_client_runtime::{IntoList, IntoMap, Operation, Request, Value};
use std::collections::BTreeMap;

/// Inputs of [`Client::styles`](crate::Client::styles).
///
/// A [`StylesCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
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
    /// `raw`
    pub raw: Option<String>,
    /// `raws`
    pub raws: Option<Vec<String>>,
    /// `x-pairs`
    pub x_pairs: Option<BTreeMap<String, String>>,
    /// `crumb`
    pub crumb: Option<String>,
}

impl Styles {
    /// Creates a value with the required fields.
    pub fn new<M>(
        matrix: impl IntoList<String, M>,
        label: i64,
        list: impl IntoIterator<Item = i64>,
    ) -> Self {
        Self {
            matrix: matrix.into_list(),
            label,
            list: list.into_iter().collect(),
            joined: None,
            spaced: None,
            piped: None,
            deep: None,
            json: None,
            raw: None,
            raws: None,
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
        parts.query_styled("raw", Style::FORM.with_reserved(), &self.raw);
        parts.query_styled("raws", Style::FORM_JOINED.with_reserved(), &self.raws);
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
            raw: input.optional("raw")?,
            raws: input.optional("raws")?,
            x_pairs: input.optional("x-pairs")?,
            crumb: input.optional("crumb")?,
        })
    }
}

/// A call of [`Client::styles`](crate::Client::styles).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type StylesCall = Call<Styles>;

impl Call<Styles> {
    /// `joined`
    pub fn joined<M>(mut self, joined: impl IntoList<String, M>) -> Self {
        self.request.joined = Some(joined.into_list());
        self
    }

    /// `spaced`
    pub fn spaced<M>(mut self, spaced: impl IntoList<String, M>) -> Self {
        self.request.spaced = Some(spaced.into_list());
        self
    }

    /// `piped`
    pub fn piped<M>(mut self, piped: impl IntoList<String, M>) -> Self {
        self.request.piped = Some(piped.into_list());
        self
    }

    /// `deep`
    pub fn deep<M>(mut self, deep: impl IntoMap<String, M>) -> Self {
        self.request.deep = Some(deep.into_map());
        self
    }

    /// `json`
    pub fn json<M>(mut self, json: impl IntoMap<i64, M>) -> Self {
        self.request.json = Some(json.into_map());
        self
    }

    /// `raw`
    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.request.raw = Some(raw.into());
        self
    }

    /// `raws`
    pub fn raws<M>(mut self, raws: impl IntoList<String, M>) -> Self {
        self.request.raws = Some(raws.into_list());
        self
    }

    /// `x-pairs`
    pub fn x_pairs<M>(mut self, x_pairs: impl IntoMap<String, M>) -> Self {
        self.request.x_pairs = Some(x_pairs.into_map());
        self
    }

    /// `crumb`
    pub fn crumb(mut self, crumb: impl Into<String>) -> Self {
        self.request.crumb = Some(crumb.into());
        self
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /pets`

use crate::Call;
use crate::operations::AddPetResponse;
use crate::types::Problem;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request};

/// Inputs of [`Client::add_pet_as_form`](crate::Client::add_pet_as_form).
///
/// A [`AddPetAsFormCall`] sets the optional ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPetAsForm {
    /// `dry`
    pub dry: Option<bool>,
    /// The service gives it. Only in responses.
    pub id: Option<i64>,
    /// `name`
    pub name: String,
    /// `secret`. Only in requests.
    pub secret: String,
    /// `default`
    pub default: Option<String>,
    /// `1st`
    pub n1st: Option<bool>,
}

impl AddPetAsForm {
    /// Creates a value with the required fields.
    pub fn new(name: impl Into<String>, secret: impl Into<String>) -> Self {
        Self {
            dry: None,
            id: None,
            name: name.into(),
            secret: secret.into(),
            default: None,
            n1st: None,
        }
    }
}

impl Request for AddPetAsForm {
    type Response = AddPetResponse;
    type Error = Problem;

    const OPERATION: Operation = Operation::post("addPetAsForm", "/pets");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.accept("application/json, text/plain, application/problem+json");
        parts.query("dry", &self.dry);
        parts.form();
        parts.optional_property("id", &self.id);
        parts.property("name", &self.name);
        parts.property("secret", &self.secret);
        parts.optional_property("default", &self.default);
        parts.optional_property("1st", &self.n1st);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for AddPetAsForm {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            dry: input.optional("dry")?,
            id: input.optional("id")?,
            name: input.required("name")?,
            secret: input.required("secret")?,
            default: input.optional("default")?,
            n1st: input.optional("1st")?,
        })
    }
}

/// A call of [`Client::add_pet_as_form`](crate::Client::add_pet_as_form).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type AddPetAsFormCall = Call<AddPetAsForm>;

impl Call<AddPetAsForm> {
    /// `dry`
    pub fn dry(mut self, dry: bool) -> Self {
        self.request.dry = Some(dry);
        self
    }

    /// The service gives it. Only in responses.
    pub fn id(mut self, id: i64) -> Self {
        self.request.id = Some(id);
        self
    }

    /// `default`
    pub fn default(mut self, default: impl Into<String>) -> Self {
        self.request.default = Some(default.into());
        self
    }

    /// `1st`
    pub fn n1st(mut self, n1st: bool) -> Self {
        self.request.n1st = Some(n1st);
        self
    }
}

//! The model of an API: what the emitted code is written from. Nothing of OpenAPI's syntax and nothing of Rust's is in it.

mod input;
mod operation;
mod reach;
mod types;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use input::{Input, InputPlace};
pub(crate) use operation::{
    Answer, Body, Content, Encoding, Operation, OperationId, Parameter, ParameterPlace, Status,
    Style, StyleKind, TokenPaging,
};
pub(crate) use types::{
    Enumeration, EnumerationValue, ErrorMembers, Foreign, Limits, Object, Property, Shape, Type,
    TypeDef, TypeHome, TypeId, Union, Variant, Width,
};

/// All that a document says about an API.
#[derive(Debug, Default)]
pub(crate) struct Api {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) description: String,
    pub(crate) server: Server,
    /// The security schemes.
    pub(crate) credentials: Vec<Credential>,
    /// What operations ask for that do not say it themselves.
    pub(crate) security: Security,
    pub(crate) types: Vec<TypeDef>,
    pub(crate) operations: Vec<Operation>,
    /// Which type a component schema became, by its name in lower case: descriptions link to schemas by name.
    pub(crate) links: BTreeMap<String, TypeId>,
    /// Crates that the code needs beside those of the runtime.
    pub(crate) dependencies: BTreeMap<String, Dependency>,
}

/// A crate that a type comes from which the document names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dependency {
    /// The version that is wanted, as `Cargo.toml` has it.
    pub version: String,
    /// Features that are wanted.
    pub features: BTreeSet<String>,
}

impl Api {
    /// Whether anything can be asked of the service, so that there is more than types.
    pub(crate) fn has_client(&self) -> bool {
        !self.operations.is_empty()
    }

    pub(crate) fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// The object that a type is, if it is one.
    pub(crate) fn object(&self, ty: &Type) -> Option<&Object> {
        match (ty, ty.named().map(|id| &self.type_def(id).shape)) {
            (Type::Named(_), Some(Shape::Object(object))) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// How many operations the document has: those that differ in the kind of their body only are one.
    pub(crate) fn declared_operations(&self) -> usize {
        let operations = self.operations.iter();
        operations
            .filter(|operation| operation.variant_of.is_none())
            .count()
    }

    pub(crate) fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }

    pub(crate) fn operation_ids(&self) -> impl Iterator<Item = OperationId> + use<> {
        (0..self.operations.len()).map(OperationId)
    }
}

/// Where the service is.
#[derive(Debug, Default)]
pub(crate) struct Server {
    pub(crate) url: Option<String>,
    pub(crate) environment: Option<String>,
}

/// The names of security schemes that go together, by alternative.
pub(crate) type Security = Vec<Vec<String>>;

/// What a security scheme asks for.
#[derive(Debug)]
pub(crate) struct Credential {
    pub(crate) name: String,
    pub(crate) kind: CredentialKind,
    pub(crate) environment: Option<String>,
}

#[derive(Debug)]
pub(crate) enum CredentialKind {
    Bearer,
    Basic,
    Header(String),
    Query(String),
    Cookie(String),
}

//! The model of an API that code is emitted from. It contains no OpenAPI syntax and no Rust syntax.

mod input;
mod operation;
mod reach;
mod types;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use crate::format::IntegerFormat;
pub(crate) use input::{Input, InputLocation};
pub(crate) use operation::{
    Body, BodyFormat, Content, DeclaredPaging, Idempotency, MultipartKind, Operation, OperationId,
    Parameter, ParameterLocation, Response, Status, Style, StyleKind, TokenPaging, template_names,
    without_names,
};
pub(crate) use types::{
    Constant, ConstantKind, Constraints, DefinedIn, Enumeration, EnumerationValue, ErrorMembers,
    ExternalType, Object, Property, Shape, TagForm, Type, TypeDef, TypeId, Union, Variant,
};

/// Everything that a document says about an API.
#[derive(Debug, Default)]
pub(crate) struct Api {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) description: String,
    pub(crate) external_docs: Option<ExternalDocs>,
    pub(crate) server: Server,
    /// The security schemes.
    pub(crate) security_schemes: Vec<SecurityScheme>,
    /// The requirements of operations that declare none themselves.
    pub(crate) security: Security,
    pub(crate) types: BTreeMap<TypeId, TypeDef>,
    pub(crate) operations: Vec<Operation>,
    /// The descriptions of tags.
    pub(crate) tags: BTreeMap<String, String>,
    /// The types of component schemas, by lower-case schema name: descriptions link to schemas by name.
    pub(crate) links: BTreeMap<String, TypeId>,
    /// Crates that the code needs in addition to the runtime.
    pub(crate) dependencies: BTreeMap<String, Dependency>,
}

/// The place of further documentation.
#[derive(Debug)]
pub(crate) struct ExternalDocs {
    pub(crate) description: Option<String>,
    /// An address with `http` or `https`.
    pub(crate) url: String,
}

/// A crate that contains a type named by `x-rust-type`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dependency {
    /// The required version, as in `Cargo.toml`.
    pub version: String,
    /// The required features.
    pub features: BTreeSet<String>,
    /// The JSON pointer of the first `x-rust-type` that names the crate.
    pub pointer: String,
}

impl Api {
    /// Whether there are operations, so that a client is generated.
    pub(crate) fn has_client(&self) -> bool {
        !self.operations.is_empty()
    }

    /// Whether a security scheme takes a bearer token.
    pub(crate) fn takes_token(&self) -> bool {
        let mut schemes = self.security_schemes.iter();
        schemes.any(|scheme| matches!(scheme.kind, SecuritySchemeKind::Bearer))
    }

    pub(crate) fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[&id]
    }

    /// Identifies a type in other versions of the document: its name, or its location, which begins with the operation.
    pub(crate) fn type_key(&self, id: TypeId) -> String {
        let def = self.type_def(id);
        let mut at = def;
        while let DefinedIn::Type(outer) = at.defined_in {
            at = self.type_def(outer);
        }
        if let DefinedIn::Operation(operation) = at.defined_in {
            let operation = self.operation(operation);
            if let Some(location) = def.key.strip_prefix(&operation.id) {
                return format!("{}{location}", operation.key);
            }
        }
        def.key.clone()
    }

    /// The definition of a type that is an object; `None` if it is not an object.
    pub(crate) fn object(&self, ty: &Type) -> Option<&Object> {
        match (ty, ty.named().map(|id| &self.type_def(id).shape)) {
            (Type::Named(_), Some(Shape::Object(object))) => Some(object),
            _ => None,
        }
    }

    /// Whether a value of the type is any text.
    pub(crate) fn is_text(&self, ty: &Type) -> bool {
        let shape = ty.named().map(|id| &self.type_def(id).shape);
        matches!(
            (ty, shape),
            (Type::String, _) | (Type::Named(_), Some(Shape::StringNewtype))
        )
    }

    pub(crate) fn type_ids(&self) -> impl Iterator<Item = TypeId> + '_ {
        self.types.keys().copied()
    }

    /// The number of operations in the document: variants for other kinds of bodies are not counted.
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

/// The server of the service.
#[derive(Debug, Default)]
pub(crate) struct Server {
    pub(crate) url: Option<String>,
    pub(crate) environment: Option<String>,
}

/// Alternatives, each of which is a list of security schemes that are required together.
pub(crate) type Security = Vec<Vec<String>>;

/// A security scheme.
#[derive(Debug)]
pub(crate) struct SecurityScheme {
    pub(crate) name: String,
    pub(crate) kind: SecuritySchemeKind,
    pub(crate) docs: Option<String>,
    pub(crate) environment: Option<String>,
}

#[derive(Debug)]
pub(crate) enum SecuritySchemeKind {
    Bearer,
    Basic,
    Header(String),
    Query(String),
    Cookie(String),
}

impl SecuritySchemeKind {
    /// Whether it is a key in the header `Authorization`, whose value usually begins with the name of a scheme.
    pub(crate) fn is_authorization(&self) -> bool {
        matches!(self, Self::Header(header) if header.eq_ignore_ascii_case("authorization"))
    }
}

//! The keywords of a schema. This is the only list of them: what the other modules need to know about a keyword is
//! declared here.

use super::node::Child;
use Holds::{List, Map, One};
use Role::{Annotation, Composition, Constraint, Definitions, Identifier, Structure, Type};

/// Keywords that hold alternatives.
pub(crate) const UNIONS: [&str; 2] = ["oneOf", "anyOf"];

/// Bounds, each with the keyword that makes it exclusive: a flag in OpenAPI 3.0, a bound of its own in JSON Schema.
pub(crate) const BOUNDS: [(&str, &str); 2] = [
    ("minimum", "exclusiveMinimum"),
    ("maximum", "exclusiveMaximum"),
];

/// A keyword of a schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keyword {
    pub(crate) name: &'static str,
    /// Whether it belongs to OpenAPI 3.0. The others are rewritten or dropped before a document is lowered.
    pub(crate) is_openapi: bool,
    pub(crate) role: Role,
    /// How it holds other schemas, if it does.
    pub(super) holds: Option<Holds>,
    /// Whether its value is arbitrary JSON, in which nothing is a schema or a reference.
    pub(super) is_data: bool,
    /// The types of values that it applies to; empty if it applies to all.
    pub(super) types: &'static [&'static str],
    /// Whether docs and JSON schemas of the generated code repeat it.
    pub(crate) is_documented: bool,
}

/// The part that a keyword has in a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Identifies the schema or its dialect.
    Identifier,
    /// Holds schemas for references.
    Definitions,
    /// Describes values without restricting them.
    Annotation,
    /// Applies other schemas to the same value.
    Composition,
    /// Names a type, or the property that distinguishes types.
    Type,
    /// Determines the generated type together with `type`, or without it.
    Structure,
    /// Restricts values without changing their type.
    Constraint,
}

/// How a field holds objects of a known kind.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    One,
    List,
    /// By any name.
    Map,
    /// By any name that is not an extension.
    Named,
}

const NUMBERS: &[&str] = &["integer", "number"];
/// With the type of a file in Swagger.
const STRINGS: &[&str] = &["string", "file"];
const ARRAYS: &[&str] = &["array"];
const OBJECTS: &[&str] = &["object"];

/// All keywords. Documented ones appear in docs and JSON schemas in this order.
pub(crate) static KEYWORDS: &[Keyword] = &[
    openapi("$ref", Composition),
    openapi("type", Type),
    openapi("allOf", Composition).holds(List),
    openapi("anyOf", Composition).holds(List),
    openapi("oneOf", Composition).holds(List),
    openapi("discriminator", Type),
    openapi("not", Constraint).holds(One),
    // Objects.
    openapi("properties", Structure).holds(Map).of(OBJECTS),
    openapi("additionalProperties", Structure)
        .holds(One)
        .of(OBJECTS),
    openapi("required", Structure).of(OBJECTS),
    // Arrays.
    openapi("items", Structure).holds(One).of(ARRAYS),
    // Annotations.
    openapi("title", Annotation),
    openapi("description", Annotation),
    openapi("example", Annotation).data().documented(),
    openapi("deprecated", Annotation),
    openapi("externalDocs", Annotation),
    openapi("xml", Annotation),
    openapi("nullable", Annotation),
    // Constraints, and other keywords that docs repeat.
    openapi("minLength", Constraint).of(STRINGS).documented(),
    openapi("maxLength", Constraint).of(STRINGS).documented(),
    openapi("minItems", Constraint).of(ARRAYS).documented(),
    openapi("maxItems", Constraint).of(ARRAYS).documented(),
    openapi("minProperties", Constraint)
        .of(OBJECTS)
        .documented(),
    openapi("maxProperties", Constraint)
        .of(OBJECTS)
        .documented(),
    openapi("minimum", Constraint).of(NUMBERS).documented(),
    openapi("exclusiveMinimum", Constraint).of(NUMBERS),
    openapi("maximum", Constraint).of(NUMBERS).documented(),
    openapi("exclusiveMaximum", Constraint).of(NUMBERS),
    openapi("multipleOf", Constraint).of(NUMBERS).documented(),
    openapi("uniqueItems", Constraint).of(ARRAYS).documented(),
    openapi("enum", Structure).data().documented(),
    openapi("pattern", Constraint).of(STRINGS).documented(),
    // A format of numbers applies to those instead.
    openapi("format", Structure).of(STRINGS).documented(),
    openapi("default", Annotation).data().documented(),
    openapi("readOnly", Annotation).documented(),
    openapi("writeOnly", Annotation).documented(),
    // Identifiers of JSON Schema.
    json_schema("$id", Identifier),
    json_schema("$schema", Identifier),
    json_schema("$anchor", Identifier),
    json_schema("$dynamicAnchor", Identifier),
    json_schema("$recursiveAnchor", Identifier),
    json_schema("$vocabulary", Identifier),
    json_schema("$comment", Identifier),
    // Other keywords of JSON Schema.
    json_schema("prefixItems", Structure).holds(List).of(ARRAYS),
    json_schema("additionalItems", Structure)
        .holds(One)
        .of(ARRAYS),
    json_schema("contains", Constraint).holds(One).of(ARRAYS),
    json_schema("minContains", Constraint).of(ARRAYS),
    json_schema("maxContains", Constraint).of(ARRAYS),
    json_schema("unevaluatedItems", Structure)
        .holds(One)
        .of(ARRAYS),
    json_schema("unevaluatedProperties", Structure)
        .holds(One)
        .of(OBJECTS),
    json_schema("patternProperties", Structure)
        .holds(Map)
        .of(OBJECTS),
    json_schema("propertyNames", Constraint)
        .holds(One)
        .of(OBJECTS),
    json_schema("dependencies", Constraint)
        .holds(Map)
        .of(OBJECTS),
    json_schema("dependentRequired", Constraint).of(OBJECTS),
    json_schema("dependentSchemas", Composition)
        .holds(Map)
        .of(OBJECTS),
    json_schema("if", Composition).holds(One),
    json_schema("then", Composition).holds(One),
    json_schema("else", Composition).holds(One),
    json_schema("contentEncoding", Structure).of(STRINGS),
    json_schema("contentMediaType", Structure).of(STRINGS),
    json_schema("contentSchema", Structure)
        .holds(One)
        .of(STRINGS),
    json_schema("const", Structure).data(),
    json_schema("examples", Annotation).data(),
    json_schema("$defs", Definitions).holds(Map),
    json_schema("definitions", Definitions).holds(Map),
    json_schema("$dynamicRef", Composition),
    // Extensions under which the upgrade keeps what OpenAPI 3.0 has no keyword for.
    json_schema("x-contentSchema", Structure).holds(One),
    json_schema("x-$defs", Definitions).holds(Map),
    json_schema("x-definitions", Definitions).holds(Map),
];

/// The keyword of this name.
pub(crate) fn keyword(name: &str) -> Option<&'static Keyword> {
    KEYWORDS.iter().find(|keyword| keyword.name == name)
}

const fn openapi(name: &'static str, role: Role) -> Keyword {
    Keyword {
        name,
        is_openapi: true,
        role,
        holds: None,
        is_data: false,
        types: &[],
        is_documented: false,
    }
}

const fn json_schema(name: &'static str, role: Role) -> Keyword {
    Keyword {
        is_openapi: false,
        ..openapi(name, role)
    }
}

impl Keyword {
    const fn holds(self, holds: Holds) -> Self {
        Self {
            holds: Some(holds),
            ..self
        }
    }

    const fn of(self, types: &'static [&'static str]) -> Self {
        Self { types, ..self }
    }

    const fn data(self) -> Self {
        Self {
            is_data: true,
            ..self
        }
    }

    const fn documented(self) -> Self {
        Self {
            is_documented: true,
            ..self
        }
    }

    /// Whether it applies to values of this type.
    pub(crate) fn applies_to(&self, ty: &str) -> bool {
        self.types.is_empty() || self.types.contains(&ty)
    }

    /// The form of its value while the rest of the schema is read; `None` if it is read with the schema.
    pub(crate) fn child(&self) -> Option<Child> {
        match self.holds {
            Some(Holds::One) => Some(Child::Object),
            Some(_) => Some(Child::Empty),
            None => self.is_data.then_some(Child::Left),
        }
    }
}

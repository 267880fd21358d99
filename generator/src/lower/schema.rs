//! Schema to type.

use openapiv3::{
    AdditionalProperties, AnySchema, ReferenceOr, SchemaKind, StringFormat, VariantOrUnknownOrEmpty,
};

use super::types::Scope;
use super::{Lowering, limits};
use crate::api::{Enumeration, EnumerationValue, Limits, Shape, Type, TypeDef, TypeHome, TypeId};
use crate::document::{Child, Node, Pointer};

/// A schema's keywords that hold schemas.
const CHILDREN: &[(&str, Child)] = &[
    ("properties", Child::Empty),
    ("items", Child::Object),
    ("additionalProperties", Child::Object),
    ("allOf", Child::Empty),
    ("oneOf", Child::Empty),
    ("anyOf", Child::Empty),
    ("not", Child::Object),
    ("example", Child::Left),
];

/// The other keywords of OpenAPI 3.0; anything else is told, for it might have been meant to do something.
const KEYWORDS: &[&str] = &[
    "$ref",
    "title",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "enum",
    "type",
    "description",
    "format",
    "default",
    "nullable",
    "discriminator",
    "readOnly",
    "writeOnly",
    "xml",
    "externalDocs",
    "deprecated",
];

/// Levels of schemas in one another.
const DEEPEST: usize = 100;

/// What a schema says of a value.
#[derive(Clone, Debug)]
pub(super) struct Lowered {
    pub(super) ty: Type,
    pub(super) nullable: bool,
    pub(super) docs: Option<String>,
    pub(super) deprecated: bool,
    pub(super) limits: Limits,
}

impl Lowered {
    fn plain(ty: Type) -> Self {
        Self {
            ty,
            nullable: false,
            docs: None,
            deprecated: false,
            limits: Limits::default(),
        }
    }

    /// The type of an item or map value.
    fn item(self) -> Type {
        if self.nullable {
            Type::Nullable(Box::new(self.ty))
        } else {
            self.ty
        }
    }
}

impl<'d> Lowering<'_, 'd> {
    /// A schema where it is used.
    pub(super) fn schema(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Lowered> {
        if node.reference().is_some() {
            let target = node.clone().resolve(self.reporter)?;
            // What a definition says of itself is said there.
            return self.definition(&target).map(|lowered| Lowered {
                docs: None,
                limits: Limits::default(),
                ..lowered
            });
        }
        self.nested(node, scope, None)
    }

    /// A schema inside of others, of which there may not be too many. The outermost one ends with the objects put off.
    fn nested(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        definition: Option<&Pointer>,
    ) -> Option<Lowered> {
        if self.depth >= DEEPEST {
            self.reporter.error(
                "too-deep",
                &node.pointer,
                "schemas are nested too deep here",
            );
            return None;
        }
        self.depth += 1;
        let lowered = self.inline(node, scope, definition);
        if self.depth == 1 {
            self.read_pending();
        }
        self.depth -= 1;
        lowered
    }

    /// A schema that is referred to from elsewhere, which makes it one type however often it is used.
    pub(super) fn definition(&mut self, node: &Node<'d>) -> Option<Lowered> {
        let node = node.clone().resolve(self.reporter)?;
        match self.types.definition(&node.pointer) {
            Some(Some(known)) => return Some(known.clone()),
            Some(None) => {
                let message = "this refers to itself with no object in between";
                self.reporter
                    .error("circular-schema", &node.pointer, message);
                return None;
            }
            None => self.types.set_definition(node.pointer.clone(), None),
        }
        let name = node.pointer.steps().last().cloned().unwrap_or_default();
        let scope = Scope {
            name,
            home: TypeHome::Own,
        };
        let lowered = self.nested(&node, &scope, Some(&node.pointer))?;
        self.types
            .set_definition(node.pointer.clone(), Some(lowered.clone()));
        Some(lowered)
    }

    fn inline(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        definition: Option<&Pointer>,
    ) -> Option<Lowered> {
        self.warn_of_unknown_keywords(node);
        let schema: openapiv3::Schema = node.read(CHILDREN, self.reporter)?;
        let data = &schema.schema_data;
        let lowered = Lowered {
            nullable: data.nullable,
            docs: data.description.clone(),
            deprecated: data.deprecated,
            limits: limits::of(node.value),
            ..Lowered::plain(Type::Any)
        };
        let ty = match &schema.schema_kind {
            SchemaKind::Type(openapiv3::Type::Boolean(_)) => Type::Boolean,
            SchemaKind::Type(openapiv3::Type::Integer(_)) => Type::Integer,
            SchemaKind::Type(openapiv3::Type::Number(_)) => Type::Number,
            SchemaKind::Type(openapiv3::Type::String(string)) => {
                if let Some(name) = node.text("x-rust-newtype") {
                    let scope = Scope {
                        name: name.to_owned(),
                        home: TypeHome::Own,
                    };
                    let docs = definition.and(lowered.docs.as_deref());
                    Type::Named(self.named(node, &scope, true, docs, Shape::Text)?)
                } else if !string.enumeration.is_empty() {
                    return self.enumeration(node, scope, definition, &string.enumeration, lowered);
                } else if string.format == VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) {
                    Type::Timestamp
                } else {
                    Type::Text
                }
            }
            SchemaKind::Type(openapiv3::Type::Array(_)) => {
                Type::Array(Box::new(match node.get("items") {
                    Some(items) => self.schema(&items, &scope.join("item"))?.item(),
                    None => Type::Any,
                }))
            }
            SchemaKind::Type(openapiv3::Type::Object(object)) => self.object_type(
                node,
                scope,
                definition,
                object.additional_properties.as_ref(),
                &lowered,
            )?,
            SchemaKind::Any(any)
                if any.typ.is_none() && !any.properties.is_empty() && is_plain(any) =>
            {
                self.object_type(
                    node,
                    scope,
                    definition,
                    any.additional_properties.as_ref(),
                    &lowered,
                )?
            }
            SchemaKind::Any(any) if any.typ.is_none() && is_plain(any) => Type::Any,
            SchemaKind::AllOf { all_of } if all_of.len() == 1 => {
                let only = node.get("allOf")?.items().into_iter().next()?;
                let inner = self.schema(&only, scope)?;
                return Some(Lowered {
                    nullable: lowered.nullable || inner.nullable,
                    ty: inner.ty,
                    ..lowered
                });
            }
            _ => {
                self.unsupported(node);
                return None;
            }
        };
        // The length of a text says nothing about the instant that it stands for.
        let limits = if ty == Type::Timestamp {
            Limits::default()
        } else {
            lowered.limits
        };
        Some(Lowered {
            ty,
            limits,
            ..lowered
        })
    }

    fn object_type(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        definition: Option<&Pointer>,
        additional: Option<&AdditionalProperties>,
        lowered: &Lowered,
    ) -> Option<Type> {
        let has_properties = !node
            .get("properties")
            .is_none_or(|properties| properties.members().is_empty());
        match additional {
            Some(AdditionalProperties::Schema(_)) if !has_properties => {
                let values = self.schema(&node.get("additionalProperties")?, &scope.join("value"))?.item();
                return Some(if values == Type::Any { Type::FreeObject } else { Type::Map(Box::new(values)) });
            }
            None | Some(AdditionalProperties::Any(true)) if !has_properties => return Some(Type::FreeObject),
            Some(AdditionalProperties::Schema(_) | AdditionalProperties::Any(true)) => self.reporter.warning(
                "additional-properties",
                &node.pointer.join("additionalProperties"),
                "members that are not listed in `properties` are skipped when an answer is decoded, and can't be sent",
                "list the properties, or make it a map by removing `properties`",
            ),
            None | Some(AdditionalProperties::Any(false)) => {}
        }
        self.object(node, scope, definition, lowered)
    }

    /// Defines a type, or finds the one that was given the same name before.
    pub(super) fn named(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        given: bool,
        docs: Option<&str>,
        shape: Shape,
    ) -> Option<TypeId> {
        if given {
            match self.types.given(&scope.name, &shape) {
                Ok(Some(id)) => {
                    self.types.add_docs(id, docs);
                    return Some(id);
                }
                Ok(None) => {}
                Err(()) => {
                    self.name_conflict(node, &scope.name);
                    return None;
                }
            }
        }
        let id = self.types.reserve();
        if given {
            self.types.give(&scope.name, id);
        }
        let def = TypeDef {
            name: scope.name.clone(),
            home: scope.home,
            docs: docs.map(str::to_owned),
            deprecated: node.flag("deprecated") && scope.home == TypeHome::Own,
            shape,
        };
        self.types.define(id, def);
        Some(id)
    }

    pub(super) fn name_conflict(&self, node: &Node<'d>, name: &str) {
        let message = format!("another schema of another shape is called `{name}` already");
        let help = "give one of them another `x-rust-name`";
        self.reporter
            .error_with_help("name-conflict", &node.pointer, message, help);
    }

    /// The scope of a type that is about to be named, and whether the document gave it that name.
    pub(super) fn naming(
        node: &Node<'d>,
        scope: &Scope,
        definition: Option<&Pointer>,
    ) -> (Scope, bool) {
        match node.text("x-rust-name") {
            Some(name) => (
                Scope {
                    name: name.to_owned(),
                    home: TypeHome::Own,
                },
                true,
            ),
            None => (
                scope.clone(),
                definition.is_some_and(Pointer::is_component_schema),
            ),
        }
    }

    fn enumeration(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        definition: Option<&Pointer>,
        values: &[Option<String>],
        lowered: Lowered,
    ) -> Option<Lowered> {
        let docs = node.get("x-enum-descriptions");
        let describe = |value: &str, index: usize| {
            let docs = docs.as_ref()?;
            docs.text(value)
                .or_else(|| docs.value.get(index)?.as_str())
                .map(str::to_owned)
        };
        let mut listed: Vec<EnumerationValue> = Vec::new();
        for (index, value) in values.iter().enumerate() {
            if let Some(value) = value
                && listed.iter().all(|known| known.value != *value)
            {
                listed.push(EnumerationValue {
                    value: value.clone(),
                    docs: describe(value, index),
                });
            }
        }
        let nullable = lowered.nullable || values.contains(&None);
        let (scope, given) = Self::naming(node, scope, definition);
        let shape = Shape::Enumeration(Enumeration { values: listed });
        let id = self.named(node, &scope, given, lowered.docs.as_deref(), shape)?;
        Some(Lowered {
            ty: Type::Named(id),
            nullable,
            ..lowered
        })
    }

    fn unsupported(&self, node: &Node<'d>) {
        let of = ["allOf", "oneOf", "anyOf", "not"]
            .into_iter()
            .find(|keyword| node.get(keyword).is_some());
        let (at, message) = match (of, node.text("type")) {
            (Some(keyword), _) => (
                node.pointer.join(keyword),
                format!("`{keyword}` is not supported yet"),
            ),
            (
                None,
                Some(known @ ("string" | "number" | "integer" | "boolean" | "array" | "object")),
            ) => (
                node.pointer.clone(),
                format!("this combination of keywords on type `{known}` is not supported"),
            ),
            (None, Some(unknown)) => (
                node.pointer.join("type"),
                format!("`{unknown}` is no type of OpenAPI 3.0"),
            ),
            (None, None) => (
                node.pointer.clone(),
                "this combination of keywords is not supported".to_owned(),
            ),
        };
        let help =
            "replace the schema with an overlay, for instance by one without it (any JSON value)";
        self.reporter
            .error_with_help("unsupported-schema", &at, message, help);
    }

    fn warn_of_unknown_keywords(&self, node: &Node<'d>) {
        for (key, _) in node.members() {
            let known = key.starts_with("x-")
                || KEYWORDS.contains(&key)
                || CHILDREN.iter().any(|(child, _)| *child == key);
            if !known {
                self.reporter.warning(
                    "unknown-keyword",
                    &node.pointer.join(key),
                    format!("`{key}` is no keyword of a schema in OpenAPI 3.0 and does nothing"),
                    "remove it, or mend its spelling",
                );
            }
        }
    }
}

/// Whether nothing but a list of properties, or nothing at all, is said.
fn is_plain(any: &AnySchema) -> bool {
    let compositions: [&Vec<ReferenceOr<openapiv3::Schema>>; 3] =
        [&any.one_of, &any.all_of, &any.any_of];
    compositions.iter().all(|list| list.is_empty())
        && any.not.is_none()
        && any.items.is_none()
        && any.enumeration.is_empty()
}

//! The properties of an object that is composed of subschemas.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::Lowering;
use super::composed::Part;
use super::keywords::Kind;
use super::schema::Lowered;
use super::types::{Definition, Scope};
use crate::api::{Property, Shape, Type, TypeHome, Width};
use crate::diagnostics::{Code, Help};
use crate::document::Node;

/// The type of a property that two subschemas describe.
enum Choice {
    /// The type in the subschema that was read first.
    Known,
    /// The type in the other subschema.
    Other,
    /// Neither: a type that accepts the values of both.
    Wider(Type),
}

/// A subschema's description of a property.
#[derive(Clone, Copy)]
struct Said<'s, 'd> {
    ty: &'s Type,
    schema: &'s Node<'d>,
    /// Whether the subschema is one of several alternatives.
    optional: bool,
}

/// The members of an object.
struct Members<'d> {
    names: HashSet<&'d str>,
    required: HashSet<&'d str>,
    /// Whether it explicitly allows additional ones.
    is_open: bool,
}

impl<'d> Lowering<'_, 'd> {
    /// The properties of all subschemas. A property in several of them is required if one of them requires it, and must match all
    /// of them.
    pub(super) fn properties_of_parts(
        &mut self,
        parts: &[Part<'d>],
        scope: &Scope,
    ) -> Option<Vec<Property>> {
        let required = self.required_of(parts);
        let others = parts.split_last().map_or(parts, |(_, others)| others);
        for part in others {
            if !part.node.pointer.is_component_schema() {
                let message = "`x-rust-type` has no effect on a subschema of an object, which is not a separate type";
                self.warn_of_rust_type(Some(&part.node), message);
            }
        }
        let mut properties: Vec<Property> = Vec::new();
        let mut schemas: Vec<(Node<'d>, bool)> = Vec::new();
        let mut complete = true;
        for part in parts {
            let of_other = self.scope_of_part(part, parts);
            let scope = of_other.as_ref().unwrap_or(scope);
            for (name, schema) in part.node.members_of("properties") {
                let Some(lowered) = self.schema(&schema, &scope.join(name)) else {
                    complete = false;
                    continue;
                };
                let property = lowered.property(name, required.contains(name));
                match properties.iter().position(|known| known.name == name) {
                    None => {
                        properties.push(property);
                        schemas.push((schema, part.optional));
                    }
                    Some(at)
                        if part.optional
                            && self
                                .types
                                .merge(&properties[at].ty, &property.ty, scope.home) => {}
                    Some(at) => {
                        let said = (schema, part.optional);
                        self.refine(&mut properties[at], &mut schemas[at], property, said);
                    }
                }
            }
        }
        // A property that could not be read is not missing.
        if complete {
            self.add_unlisted(parts, &mut properties);
        }
        complete.then_some(properties)
    }

    /// The names of the properties that every value has.
    fn required_of(&self, parts: &[Part<'d>]) -> HashSet<&'d str> {
        let names = |optional: bool| {
            let parts = parts.iter().filter(move |part| part.optional == optional);
            let names = parts.flat_map(|part| part.node.list("required"));
            names.filter_map(Value::as_str)
        };
        let choices = parts
            .iter()
            .flat_map(|part| ["oneOf", "anyOf"].map(|keyword| part.node.items_of(keyword)));
        let choices: Vec<_> = choices.filter(|choice| !choice.is_empty()).collect();
        // A property that every alternative requires is required.
        let is_always = |name: &&str| {
            choices.iter().any(|choice| {
                let mut alternatives = choice.iter();
                alternatives.all(|alternative| self.requires(alternative, name))
            })
        };
        names(false).chain(names(true).filter(is_always)).collect()
    }

    /// The scope of a subschema from another definition: its types are named for that definition, and shared with it.
    fn scope_of_part(&mut self, part: &Part<'d>, parts: &[Part<'d>]) -> Option<Scope> {
        let pointer = &part.node.pointer;
        let is_own = parts.last().is_some_and(|own| own.node.pointer == *pointer);
        if is_own || !pointer.is_component_schema() {
            return None;
        }
        let is_open = matches!(self.types.definition(pointer), Some(Definition::Open));
        let known = (!is_open).then(|| self.definition(&part.node))??;
        Some(Scope {
            name: pointer.steps().last().cloned().unwrap_or_default(),
            home: TypeHome::Type(known.ty.named()?),
        })
    }

    /// Adds properties that are required but not described. They may be anything, and they are optional, because listing them as
    /// required may be a mistake.
    fn add_unlisted(&self, parts: &[Part<'d>], properties: &mut Vec<Property>) {
        let mut additional = parts
            .iter()
            .filter_map(|part| part.node.get("additionalProperties"));
        if additional.any(|additional| *additional.value != Value::Bool(false)) {
            return; // One of the undescribed properties.
        }
        let parts = parts.iter().filter(|part| !part.optional);
        let required = parts.flat_map(|part| {
            let names = part.node.list("required").iter().enumerate();
            names.map(move |(index, name)| (part, index, name))
        });
        for (part, index, name) in required {
            let Some(text) = name.as_str() else {
                continue;
            };
            if properties.iter().any(|property| property.name == text) {
                continue;
            }
            let schema = &part.node.pointer;
            let help = Help::new("list it in `properties`");
            let help = help.update(schema, json!({"properties": {text: {}}}));
            self.reporter.warning(
                Code::RequiredUnlisted,
                &schema.join("required").join(index.to_string()),
                format!("`{text}` is required but not listed in `properties`: it is optional, and any JSON value is accepted"),
                help,
            );
            properties.push(Property {
                demanded: true,
                ..Lowered::of(Type::Any).property(text, false)
            });
        }
    }

    /// Merges two subschemas' descriptions of a property.
    fn refine(
        &self,
        known: &mut Property,
        known_schema: &mut (Node<'d>, bool),
        other: Property,
        schema: (Node<'d>, bool),
    ) {
        let docs = other.docs.clone().or(known.docs.take());
        let of_known = Said {
            ty: &known.ty,
            schema: &known_schema.0,
            optional: known_schema.1,
        };
        let of_other = Said {
            ty: &other.ty,
            schema: &schema.0,
            optional: schema.1,
        };
        match self.choose(of_known, of_other) {
            Choice::Known => {}
            Choice::Other => {
                *known = other;
                *known_schema = schema;
            }
            Choice::Wider(ty) => {
                let wide = match ty {
                    Type::FreeObject => "any JSON object",
                    Type::Array(_) => "a list of anything",
                    _ => "any JSON value",
                };
                self.reporter.warning(
                    Code::PropertyConflict,
                    &schema.0.pointer,
                    format!(
                        "subschemas disagree on the type of `{}`: {wide} is accepted",
                        other.name
                    ),
                    "use the same type in all of them",
                );
                known.nullable |= other.nullable;
                known.ty = ty;
            }
        }
        known.docs = docs;
    }

    fn choose(&self, known: Said<'_, 'd>, other: Said<'_, 'd>) -> Choice {
        // A value must match all subschemas, so the narrower of two types applies. An alternative may not apply at all.
        let all_hold = !known.optional && !other.optional;
        let [of_known, of_other] = if all_hold {
            [Choice::Known, Choice::Other]
        } else {
            [Choice::Other, Choice::Known]
        };
        match (known.ty, other.ty) {
            (_, Type::Any) => return Choice::Known,
            (Type::Any, _) => return Choice::Other,
            (known, other) if known == other => return Choice::Other,
            (Type::Text, Type::Timestamp | Type::Date)
            | (Type::Number | Type::Integer(Width::I64), Type::Integer(_)) => return of_other,
            (Type::Timestamp | Type::Date, Type::Text)
            | (Type::Integer(_), Type::Number | Type::Integer(Width::I64)) => return of_known,
            _ => {}
        }
        if let (Some(known), Some(other)) = (self.listed(known.ty), self.listed(other.ty)) {
            // Unlisted values are accepted anyway.
            return if known > other {
                Choice::Known
            } else {
                Choice::Other
            };
        }
        if let (Some(known_members), Some(other_members)) =
            (self.members(known.schema), self.members(other.schema))
        {
            let holds = |one: &Members<'d>, another: &Members<'d>| {
                let is_wide_enough = one.is_open || !another.is_open;
                let demands_less = all_hold || one.required.is_subset(&another.required);
                is_wide_enough && demands_less && another.names.is_subset(&one.names)
            };
            return if holds(&other_members, &known_members) {
                Choice::Other
            } else if holds(&known_members, &other_members) {
                Choice::Known
            } else {
                Choice::Wider(Type::FreeObject)
            };
        }
        if let (Type::Array(known_item), Type::Array(other_item)) = (known.ty, other.ty)
            && let (Some(known_schema), Some(other_schema)) =
                (self.items(known.schema), self.items(other.schema))
        {
            let known = Said {
                ty: known_item,
                schema: &known_schema,
                ..known
            };
            let other = Said {
                ty: other_item,
                schema: &other_schema,
                ..other
            };
            return match self.choose(known, other) {
                Choice::Wider(item) => Choice::Wider(Type::Array(Box::new(item))),
                choice => choice,
            };
        }
        Choice::Wider(Type::Any)
    }

    /// The number of values listed for a string; `None` if the type is not a string.
    fn listed(&self, ty: &Type) -> Option<usize> {
        match ty {
            Type::Text => Some(0),
            Type::Named(id) => match self.types.shape(*id)? {
                Shape::Enumeration(enumeration) => Some(enumeration.values.len()),
                Shape::Text => Some(0),
                Shape::Object(_) | Shape::Union(_) => None,
            },
            _ => None,
        }
    }

    /// The members of an object; `None` if the schema is not an object.
    fn members(&self, schema: &Node<'d>) -> Option<Members<'d>> {
        let schema = self.target(schema)?;
        if self.kind(&schema)? != Kind::Object {
            return None;
        }
        let parts = self.parts(&schema)?;
        let properties = parts
            .iter()
            .flat_map(|part| part.node.members_of("properties"));
        let mut additional = parts
            .iter()
            .filter_map(|part| part.node.get("additionalProperties"));
        Some(Members {
            names: properties.map(|(name, _)| name).collect(),
            required: self.required_of(&parts),
            is_open: additional.any(|additional| *additional.value != Value::Bool(false)),
        })
    }

    fn items(&self, schema: &Node<'d>) -> Option<Node<'d>> {
        self.target(schema)?.get("items")
    }
}

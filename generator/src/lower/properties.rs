//! The properties of an object that is put together from parts.

use std::collections::{BTreeSet, HashSet};

use serde_json::{Value, json};

use super::Lowering;
use super::composed::Part;
use super::keywords::Kind;
use super::schema::Lowered;
use super::types::{Definition, Scope};
use crate::api::{Property, Shape, Type, TypeHome};
use crate::diagnostics::{Code, Help};
use crate::document::Node;

/// What a property is that two parts describe.
enum Choice {
    /// What the part says that was read first.
    Known,
    /// What the other one says.
    Other,
    /// Neither: the type takes whatever fits both.
    Wider(Type),
}

impl<'d> Lowering<'_, 'd> {
    /// The properties of all parts. Where several have one, it is required if one of them says so, and it is what all of
    /// them say.
    pub(super) fn properties_of_parts(
        &mut self,
        parts: &[Part<'d>],
        scope: &Scope,
    ) -> Option<Vec<Property>> {
        let required = self.required_of(parts);
        let others = parts.split_last().map_or(parts, |(_, others)| others);
        for part in others {
            if !part.node.pointer.is_component_schema() {
                let message = "a part of an object has no type of its own, so this does nothing";
                self.warn_of_rust_type(Some(&part.node), message);
            }
        }
        let mut properties: Vec<Property> = Vec::new();
        let mut schemas: Vec<Node<'d>> = Vec::new();
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
                        schemas.push(schema);
                    }
                    Some(at)
                        if part.optional && self.types.merge(&properties[at].ty, &property.ty) => {}
                    Some(at) => {
                        self.refine(&mut properties[at], &mut schemas[at], property, schema);
                    }
                }
            }
        }
        // What could not be read is no missing one.
        if complete {
            self.add_unlisted(parts, &mut properties);
        }
        complete.then_some(properties)
    }

    /// The names of properties that every value has.
    fn required_of(&self, parts: &[Part<'d>]) -> HashSet<&'d str> {
        let names = |optional: bool| {
            let parts = parts.iter().filter(move |part| part.optional == optional);
            let names = parts.flat_map(|part| part.node.items_of("required"));
            names.filter_map(|name| name.value.as_str())
        };
        let choices = parts
            .iter()
            .flat_map(|part| ["oneOf", "anyOf"].map(|keyword| part.node.items_of(keyword)));
        let choices: Vec<_> = choices.filter(|choice| !choice.is_empty()).collect();
        // It makes no difference which alternative it is.
        let is_always = |name: &&str| {
            choices.iter().any(|choice| {
                let mut alternatives = choice.iter();
                alternatives.all(|alternative| self.requires(alternative, name))
            })
        };
        names(false).chain(names(true).filter(is_always)).collect()
    }

    /// What is written in another definition is named for that one, and is the same type there and here.
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

    /// A property that is required and described nowhere may be anything. It is not demanded: that it is listed may as well be
    /// a mistake.
    fn add_unlisted(&self, parts: &[Part<'d>], properties: &mut Vec<Property>) {
        let mut additional = parts
            .iter()
            .filter_map(|part| part.node.get("additionalProperties"));
        if additional.any(|additional| *additional.value != Value::Bool(false)) {
            return; // It is one of those.
        }
        let parts = parts.iter().filter(|part| !part.optional);
        for name in parts.flat_map(|part| part.node.items_of("required")) {
            let Some(text) = name.value.as_str() else {
                continue;
            };
            if properties.iter().any(|property| property.name == text) {
                continue;
            }
            let mut help = Help::new("list it in `properties`");
            if let Some(schema) = name.pointer.parent().and_then(|list| list.parent()) {
                help = help.update(&schema, json!({"properties": {text: {}}}));
            }
            self.reporter.warning(
                Code::RequiredUnlisted,
                &name.pointer,
                format!("`{text}` is required but not listed in `properties`: it may be left out, and any JSON value is taken for it"),
                help,
            );
            properties.push(Property {
                demanded: true,
                ..Lowered::of(Type::Any).property(text, false)
            });
        }
    }

    /// What two parts say of a property.
    fn refine(
        &self,
        known: &mut Property,
        known_schema: &mut Node<'d>,
        other: Property,
        schema: Node<'d>,
    ) {
        let docs = other.docs.clone().or(known.docs.take());
        match self.choose((&known.ty, known_schema), (&other.ty, &schema)) {
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
                    &schema.pointer,
                    format!(
                        "`{}` is something else in another part of this schema: {wide} is taken for it",
                        other.name
                    ),
                    "say the same in all parts",
                );
                known.nullable |= other.nullable;
                known.ty = ty;
            }
        }
        known.docs = docs;
    }

    fn choose(&self, known: (&Type, &Node<'d>), other: (&Type, &Node<'d>)) -> Choice {
        match (known.0, other.0) {
            (_, Type::Any) => return Choice::Known,
            // A type of the user's stands for whatever else is said.
            (Type::Any, _) | (_, Type::Foreign(_)) => return Choice::Other,
            (Type::Foreign(_), _) => return Choice::Known,
            (known, other) if known == other => return Choice::Other,
            // Every integer is a number.
            (Type::Integer(_), Type::Number) => return Choice::Known,
            (Type::Number, Type::Integer(_)) => return Choice::Other,
            _ => {}
        }
        if let (Some(known), Some(other)) = (self.listed(known.0), self.listed(other.0)) {
            // Values that are not listed are taken anyhow.
            return if known > other {
                Choice::Known
            } else {
                Choice::Other
            };
        }
        if let (Some(known), Some(other)) = (self.names(known.1), self.names(other.1)) {
            return if other.is_subset(&known) {
                Choice::Known
            } else if known.is_subset(&other) {
                Choice::Other
            } else {
                Choice::Wider(Type::FreeObject)
            };
        }
        if let (Type::Array(known_item), Type::Array(other_item)) = (known.0, other.0)
            && let (Some(known), Some(other)) = (self.items(known.1), self.items(other.1))
        {
            return match self.choose((known_item, &known), (other_item, &other)) {
                Choice::Wider(item) => Choice::Wider(Type::Array(Box::new(item))),
                choice => choice,
            };
        }
        Choice::Wider(Type::Any)
    }

    /// How many values are listed for a text; `None` if it is none.
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

    /// The names of an object's properties; `None` if it is none.
    fn names(&self, schema: &Node<'d>) -> Option<BTreeSet<&'d str>> {
        let schema = self.target(schema)?;
        if self.kind(&schema)? != Kind::Object {
            return None;
        }
        let parts = self.parts(&schema)?;
        let properties = parts
            .iter()
            .flat_map(|part| part.node.members_of("properties"));
        Some(properties.map(|(name, _)| name).collect())
    }

    fn items(&self, schema: &Node<'d>) -> Option<Node<'d>> {
        self.target(schema)?.get("items")
    }
}

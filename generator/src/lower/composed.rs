//! `allOf`, and lists of alternatives beside properties: schemas that are put together from parts.

use std::collections::HashSet;

use super::keywords::Kind;
use super::rust_type::is_foreign;
use super::schema::{Lowered, Site};
use super::types::Scope;
use super::{Lowering, limits};
use crate::api::{Property, Type, TypeHome};
use crate::document::{Node, Pointer};

/// A schema that says something of an object, alone or with others.
#[derive(Clone)]
pub(super) struct Part<'d> {
    pub(super) node: Node<'d>,
    /// Whether it is one of several alternatives, so that nothing of it must be there.
    optional: bool,
}

impl Part<'_> {
    /// Whether it says that the value is an object.
    fn is_object(&self) -> bool {
        ["properties", "additionalProperties"]
            .iter()
            .any(|keyword| self.node.get(keyword).is_some())
            || self.node.text("type") == Some("object")
    }
}

impl<'d> Lowering<'_, 'd> {
    /// What kind of value a schema speaks of, its parts included.
    pub(super) fn kind(&self, node: &Node<'d>) -> Kind {
        if is_foreign(node) {
            return Kind::Foreign;
        }
        self.plain_kind(node)
    }

    /// The same, whatever type of the user's stands for it.
    pub(super) fn plain_kind(&self, node: &Node<'d>) -> Kind {
        if !is_composed(node) {
            return Kind::of(node);
        }
        if self.only_part(node).is_none() && self.parts(node).iter().any(Part::is_object) {
            Kind::Object
        } else {
            Kind::Composed
        }
    }

    /// The part that a schema with an `allOf` stands for, if nothing beside that part says more than what is to be told of it.
    fn only_part(&self, node: &Node<'d>) -> Option<Node<'d>> {
        let own = [
            "properties",
            "additionalProperties",
            "required",
            "oneOf",
            "anyOf",
        ];
        if own.iter().any(|keyword| node.get(keyword).is_some()) {
            return None;
        }
        let members = node.items_of("allOf");
        let mut telling = members.iter().filter(|member| {
            let resolved = (*member).clone().resolve(self.reporter);
            resolved.is_none_or(|resolved| is_telling(&resolved))
        });
        match (telling.next(), telling.next(), members.as_slice()) {
            (Some(only), None, _) | (None, _, [only]) => Some(only.clone()),
            _ => None,
        }
    }

    /// What a schema stands for: `$ref`s and parts without anything beside them are followed.
    pub(super) fn target(&self, node: &Node<'d>) -> Option<Node<'d>> {
        let mut node = node.clone().resolve(self.reporter)?;
        let mut seen = HashSet::new();
        while is_composed(&node)
            && seen.insert(node.pointer.clone())
            && let Some(part) = self.only_part(&node)
        {
            node = part.resolve(self.reporter)?;
        }
        Some(node)
    }

    /// The schema itself, those in its `allOf`, and so on; alternatives only beside others.
    pub(super) fn parts(&self, node: &Node<'d>) -> Vec<Part<'d>> {
        let mut parts = Vec::new();
        self.collect(node, false, &mut HashSet::new(), &mut parts);
        parts
    }

    fn collect(
        &self,
        node: &Node<'d>,
        optional: bool,
        seen: &mut HashSet<Pointer>,
        parts: &mut Vec<Part<'d>>,
    ) {
        let Some(node) = node.clone().resolve(self.reporter) else {
            return;
        };
        // What contains itself says nothing more the second time.
        if !seen.insert(node.pointer.clone()) {
            return;
        }
        for member in node.items_of("allOf") {
            self.collect(&member, optional, seen, parts);
        }
        for keyword in ["oneOf", "anyOf"] {
            for member in node.items_of(keyword) {
                self.collect(&member, true, seen, parts);
            }
        }
        parts.push(Part { node, optional });
    }

    /// The properties of all parts. Where several have one, it is required if one of them says so, and what the last one says
    /// of it holds.
    pub(super) fn properties_of_parts(
        &mut self,
        parts: &[Part<'d>],
        scope: &Scope,
    ) -> Option<Vec<Property>> {
        let required: HashSet<&str> = parts
            .iter()
            .filter(|part| !part.optional)
            .flat_map(|part| part.node.items_of("required"))
            .filter_map(|name| name.value.as_str())
            .collect();
        let others = parts.split_last().map_or(parts, |(_, others)| others);
        for part in others {
            if !part.node.pointer.is_component_schema() {
                let message = "a part of an object has no type of its own, so this does nothing";
                self.warn_of_rust_type(Some(&part.node), message);
            }
        }
        let choices = parts
            .iter()
            .flat_map(|part| ["oneOf", "anyOf"].map(|keyword| part.node.items_of(keyword)));
        let choices: Vec<_> = choices.collect();
        // It makes no difference which alternative it is.
        let is_always = |name: &str| {
            choices.iter().any(|choice| {
                let mut alternatives = choice.iter();
                !choice.is_empty()
                    && alternatives.all(|alternative| self.requires(alternative, name))
            })
        };
        let always: HashSet<String> = parts
            .iter()
            .filter(|part| part.optional)
            .flat_map(|part| part.node.items_of("required"))
            .filter_map(|name| name.value.as_str())
            .filter(|name| is_always(name))
            .map(str::to_owned)
            .collect();
        let mut properties: Vec<Property> = Vec::new();
        let mut complete = true;
        for part in parts {
            let of_other = self.scope_of_part(part, parts);
            let scope = of_other.as_ref().unwrap_or(scope);
            for (name, schema) in part.node.members_of("properties") {
                let Some(lowered) = self.schema(&schema, &scope.join(name)) else {
                    complete = false;
                    continue;
                };
                let is_required = required.contains(name) || always.contains(name);
                let property = lowered.property(name, is_required);
                match properties.iter_mut().find(|known| known.name == name) {
                    None => properties.push(property),
                    Some(known) => self.refine(known, property, &schema),
                }
            }
        }
        self.add_unlisted(parts, &mut properties);
        complete.then_some(properties)
    }

    /// What is written in another definition is named for that one, and is the same type there and here.
    fn scope_of_part(&mut self, part: &Part<'d>, parts: &[Part<'d>]) -> Option<Scope> {
        let pointer = &part.node.pointer;
        let is_own = parts.last().is_some_and(|own| own.node.pointer == *pointer);
        // A file is no text in a form, so its types are not those of JSON.
        if is_own || self.in_multipart || !pointer.is_component_schema() {
            return None;
        }
        let is_open = matches!(self.types.definition(pointer), Some(None));
        let known = (!is_open).then(|| self.definition(&part.node))??;
        Some(Scope {
            name: pointer.steps().last().cloned().unwrap_or_default(),
            home: TypeHome::Type(known.ty.named()?),
        })
    }

    /// A property that is required and described nowhere may be anything. It is not demanded: that it is listed may as well be
    /// a mistake.
    fn add_unlisted(&self, parts: &[Part<'d>], properties: &mut Vec<Property>) {
        let parts = parts.iter().filter(|part| !part.optional);
        for name in parts.flat_map(|part| part.node.items_of("required")) {
            let Some(text) = name.value.as_str() else {
                continue;
            };
            if properties.iter().any(|property| property.name == text) {
                continue;
            }
            self.reporter.warning(
                "required-unlisted",
                &name.pointer,
                format!("`{text}` is required but not listed in `properties`: it may be left out, and any JSON value is taken for it"),
                "list it in `properties`",
            );
            properties.push(Property {
                demanded: true,
                ..Lowered::of(Type::Any).property(text, false)
            });
        }
    }

    fn refine(&self, known: &mut Property, other: Property, schema: &Node<'d>) {
        if other.ty == Type::Any {
            known.docs = other.docs.or(known.docs.take());
            return;
        }
        if known.ty != other.ty && known.ty != Type::Any {
            self.reporter.warning(
                "property-conflict",
                &schema.pointer,
                format!(
                    "`{}` is of another type in another part of this schema; this one is taken",
                    other.name
                ),
                "say the same in all parts, or give the property a schema with an overlay",
            );
        }
        let docs = known.docs.take();
        *known = Property {
            docs: other.docs.or(docs),
            ..other
        };
    }

    /// A composed schema that is no object: one of its parts says what it is.
    pub(super) fn alias_of_part(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: Lowered,
    ) -> Option<Lowered> {
        if let Some(only) = self.only_part(node) {
            let lowered = self.with_notes(node, &only, lowered);
            return self.alias(&only, site, lowered);
        }
        let mut typed = Vec::new();
        for member in node.items_of("allOf") {
            let resolved = member.clone().resolve(self.reporter)?;
            if self.kind(&resolved) != Kind::Any {
                typed.push(member);
            }
        }
        let beside = Kind::beside(node);
        let Some(only) = typed.first() else {
            return self.of_kind(beside, node, site, lowered);
        };
        if typed.len() > 1 {
            self.reporter.warning(
                "all-of",
                &node.pointer.join("allOf"),
                "several parts of this schema say what the value is; the first one is taken",
                "keep one of them with an overlay",
            );
        }
        self.alias(only, site, lowered)
    }

    /// What the parts beside the one that counts tell of it.
    fn with_notes(&self, node: &Node<'d>, only: &Node<'d>, mut lowered: Lowered) -> Lowered {
        let others = node.items_of("allOf").into_iter();
        let others = others.filter(|member| member.pointer != only.pointer);
        for note in others.filter_map(|member| member.resolve(self.reporter)) {
            lowered.nullable |= note.flag("nullable");
            lowered.deprecated |= note.flag("deprecated");
            lowered.limits = lowered.limits.with_access_of(limits::of(note.value));
            let docs = note.text("description").map(str::to_owned);
            lowered.docs = lowered.docs.or(docs);
        }
        lowered
    }

    /// A schema that stands for another.
    pub(super) fn alias(
        &mut self,
        other: &Node<'d>,
        site: Site<'_>,
        outer: Lowered,
    ) -> Option<Lowered> {
        let inner = self.schema(other, site.scope)?;
        Some(Lowered {
            ty: inner.ty,
            nullable: outer.nullable || inner.nullable,
            docs: outer.docs.or(inner.docs),
            deprecated: outer.deprecated || inner.deprecated,
            limits: inner.limits.with_access_of(outer.limits),
        })
    }

    /// Whether every value of the schema has this property.
    pub(super) fn requires(&self, schema: &Node<'d>, property: &str) -> bool {
        self.parts(schema)
            .iter()
            .filter(|part| !part.optional)
            .flat_map(|part| part.node.items_of("required"))
            .any(|name| name.value.as_str() == Some(property))
    }

    /// The strings that a property of a schema is one of.
    pub(super) fn values_of(&self, schema: &Node<'d>, property: &str) -> Vec<String> {
        let parts = self.parts(schema);
        let schemas = parts
            .iter()
            .filter_map(|part| part.node.get("properties")?.get(property));
        let mut values: Vec<String> = Vec::new();
        for schema in schemas.filter_map(|schema| schema.resolve(self.reporter)) {
            let listed = schema.items_of("enum");
            let listed: Vec<String> = listed
                .iter()
                .filter_map(|value| value.value.as_str().map(str::to_owned))
                .collect();
            if !listed.is_empty() {
                values = listed;
            }
        }
        values
    }
}

/// Whether a schema says what a value is, and not only what is to be told of it.
fn is_telling(schema: &Node<'_>) -> bool {
    const TELLING: [&str; 9] = [
        "properties",
        "additionalProperties",
        "required",
        "items",
        "enum",
        "format",
        "allOf",
        "oneOf",
        "anyOf",
    ];
    TELLING.iter().any(|keyword| schema.get(keyword).is_some())
}

/// Whether a schema is put together from others that bear on the same value. A list of alternatives alone is a union.
fn is_composed(node: &Node<'_>) -> bool {
    !node.items_of("allOf").is_empty()
        || (Kind::of(node) == Kind::Union && !node.members_of("properties").is_empty())
}

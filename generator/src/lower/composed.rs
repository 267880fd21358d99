//! `allOf`, and alternatives in addition to properties: schemas that are composed of subschemas.

use std::collections::HashSet;
use std::rc::Rc;

use super::keywords::Kind;
use super::rust_type::is_foreign;
use super::schema::{Lowered, Site};
use super::{Lowering, limits};
use crate::diagnostics::{Code, Help};
use crate::document::Node;
use crate::source::Pointer;

/// Maximum number of schemas that one schema may be composed of.
const MOST_PARTS: usize = 300;

/// Siblings of `allOf` that make a schema more than one of its subschemas.
const OWN: [&str; 9] = [
    "properties",
    "additionalProperties",
    "required",
    "oneOf",
    "anyOf",
    "enum",
    "items",
    "discriminator",
    "x-error-body",
];

/// A subschema that describes an object, alone or with others.
#[derive(Clone)]
pub(super) struct Part<'d> {
    pub(super) node: Node<'d>,
    /// Whether it is one of several alternatives, so that nothing in it is required.
    pub(super) optional: bool,
}

impl Part<'_> {
    /// Whether it requires the value to be an object.
    pub(super) fn is_object(&self) -> bool {
        ["properties", "additionalProperties"]
            .iter()
            .any(|keyword| self.node.has(keyword))
            || self.node.text("type") == Some("object")
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The kind of value that a schema and its subschemas describe. `None` if there are too many of them.
    pub(super) fn kind(&self, node: &Node<'d>) -> Option<Kind> {
        if is_foreign(node) {
            return Some(Kind::Foreign);
        }
        self.plain_kind(node)
    }

    /// The same, ignoring `x-rust-type`.
    pub(super) fn plain_kind(&self, node: &Node<'d>) -> Option<Kind> {
        if !is_composed(node) {
            return Some(Kind::of(node));
        }
        let is_object =
            self.only_part(node).is_none() && self.parts(node)?.iter().any(Part::is_object);
        Some(if is_object {
            Kind::Object
        } else {
            Kind::Composed
        })
    }

    /// The only subschema that a schema with an `allOf` stands for, if the others are just annotations.
    fn only_part(&self, node: &Node<'d>) -> Option<Node<'d>> {
        if OWN.iter().any(|keyword| node.has(keyword)) {
            return None;
        }
        let members = node.items_of("allOf");
        let mut typed: Vec<(&Node<'d>, Node<'d>)> = Vec::new();
        for member in &members {
            let Some(resolved) = member.clone().resolve(self.reporter) else {
                return Some(member.clone());
            };
            let is_typed = is_composed(&resolved) || Kind::of(&resolved) != Kind::Any;
            if is_typed || is_foreign(&resolved) {
                typed.push((member, resolved));
            } else if resolved.has_items("required") {
                return None;
            }
        }
        // A `type` alone adds nothing to a subschema with more keywords.
        let telling = typed.iter().filter(|(_, resolved)| is_telling(resolved));
        let telling: Vec<_> = telling.map(|(member, _)| *member).collect();
        let is_same = |kind: Kind| typed.iter().all(|(_, other)| Kind::of(other) == kind);
        let named = typed
            .iter()
            .find(|(member, _)| member.reference().is_some());
        match (telling.as_slice(), named.or(typed.first())) {
            ([only], _) => Some((*only).clone()),
            ([], Some((member, resolved))) if is_same(Kind::of(resolved)) => {
                Some((*member).clone())
            }
            _ => None,
        }
    }

    /// The schema that a schema stands for: follows `$ref`s, and `allOf`s with only one relevant subschema.
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

    /// The schemas in its `allOf`, recursively, then the schema itself; alternatives only in addition to others. `None` if there
    /// are too many: this is reported for the first such schema, and no composed schema is read after that.
    pub(super) fn parts(&self, node: &Node<'d>) -> Option<Rc<[Part<'d>]>> {
        if self.too_many_parts.get() {
            return None;
        }
        if let Some(known) = self.parts.borrow().get(&node.pointer) {
            return Some(Rc::clone(known));
        }
        let mut parts = Vec::new();
        let mut seen = HashSet::new();
        self.collect(node, false, &mut seen, &mut parts);
        if seen.len() <= MOST_PARTS {
            let parts = Rc::from(parts);
            let mut known = self.parts.borrow_mut();
            known.insert(node.pointer.clone(), Rc::clone(&parts));
            return Some(parts);
        }
        self.too_many_parts.set(true);
        self.reporter.error(
            Code::TooDeep,
            &node.pointer,
            format!("this schema combines more than {MOST_PARTS} schemas"),
            "use fewer schemas in `allOf`, `oneOf` and `anyOf`",
        );
        None
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
        // A schema that contains itself adds nothing the second time.
        if seen.len() > MOST_PARTS || !seen.insert(node.pointer.clone()) {
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

    /// A composed schema that is not an object: one of its subschemas determines the type.
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
            if self.kind(&resolved)? != Kind::Any {
                typed.push(member);
            }
        }
        let beside = Kind::beside(node);
        let is_told = beside != Kind::Any && is_telling_beside(node);
        let Some(only) = typed.first().filter(|_| !is_told) else {
            return self.of_kind(beside, node, site, lowered);
        };
        if let Some(second) = typed.get(1) {
            self.reporter.warning(
                Code::AllOf,
                &node.pointer.join("allOf"),
                "`allOf` combines incompatible types; using the first",
                Help::new("keep one of them").remove_at(&second.pointer),
            );
        }
        self.alias(only, site, lowered)
    }

    /// Adds the annotations of the other subschemas.
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

    /// A schema that is an alias of another.
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
        let parts = self.parts(schema).unwrap_or_default();
        let mandatory = parts.iter().filter(|part| !part.optional);
        mandatory
            .flat_map(|part| part.node.list("required"))
            .any(|name| name.as_str() == Some(property))
    }

    /// The string values that a property of a schema may have.
    pub(super) fn values_of(&self, schema: &Node<'d>, property: &str) -> Vec<String> {
        let parts = self.parts(schema).unwrap_or_default();
        let schemas = parts
            .iter()
            .filter_map(|part| part.node.get("properties")?.get(property));
        let mut values: Vec<String> = Vec::new();
        for schema in schemas.filter_map(|schema| schema.resolve(self.reporter)) {
            let listed = schema.list("enum").iter();
            let listed: Vec<String> = listed
                .filter_map(|value| value.as_str().map(str::to_owned))
                .collect();
            if !listed.is_empty() {
                values = listed;
            }
        }
        values
    }
}

/// Whether a schema determines the type of a value, and does not merely annotate it.
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
    TELLING.iter().any(|keyword| schema.has(keyword))
}

/// The same for the siblings of `allOf`.
fn is_telling_beside(schema: &Node<'_>) -> bool {
    ["items", "enum", "format"]
        .iter()
        .any(|keyword| schema.has(keyword))
}

/// Whether a schema combines several schemas for the same value. A list of alternatives alone is a union.
fn is_composed(node: &Node<'_>) -> bool {
    node.has_items("allOf") || (Kind::of(node) == Kind::Union && node.has_members("properties"))
}

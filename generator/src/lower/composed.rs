//! `allOf`, and alternatives in addition to properties: schemas that are composed of subschemas.

use std::collections::HashSet;
use std::rc::Rc;

use serde_json::Value;

use super::enumeration::string_of;
use super::keywords::ValueKind;
use super::rust_type::is_external;
use super::schema::{LoweredSchema, Site};
use super::{Lowering, constraints};
use crate::api::Type;
use crate::diagnostics::{Code, Help, Reported};
use crate::document::{Node, Role, UNIONS, keyword};
use crate::source::Pointer;

/// Maximum number of schemas that one schema may be composed of.
const MOST_SUBSCHEMAS: usize = 300;

/// The schemas that a collection has come to.
#[derive(Default)]
struct Seen {
    schemas: HashSet<Pointer>,
    /// References to them. Schemas that contain each other refer to the same ones again and again.
    references: HashSet<String>,
}

/// A subschema that describes an object, alone or with others.
#[derive(Clone)]
pub(super) struct Subschema<'d> {
    pub(super) node: Node<'d>,
    /// Whether it is one of several alternatives, so that nothing in it is required.
    pub(super) optional: bool,
}

impl Subschema<'_> {
    /// Whether it requires the value to be an object.
    pub(super) fn is_object(&self) -> bool {
        ["properties", "additionalProperties"]
            .iter()
            .any(|keyword| self.node.has(keyword))
            || self.node.string("type") == Some("object")
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The kind of value that a schema and its subschemas describe.
    pub(super) fn kind(&self, node: &Node<'d>) -> Result<ValueKind, Reported> {
        if is_external(node) {
            return Ok(ValueKind::External);
        }
        self.plain_kind(node)
    }

    /// The same, ignoring `x-rust-type`.
    pub(super) fn plain_kind(&self, node: &Node<'d>) -> Result<ValueKind, Reported> {
        if !is_composed(node) {
            return Ok(ValueKind::of(node));
        }
        if self.is_described_union(node) {
            return Ok(ValueKind::Union);
        }
        let is_object = self.transparent_target(node).is_none()
            && self.subschemas(node)?.iter().any(Subschema::is_object);
        Ok(if is_object {
            ValueKind::Object
        } else {
            ValueKind::Composed
        })
    }

    /// Whether a schema is a list of alternatives of which not all are objects, with nothing but annotations in its `allOf`.
    fn is_described_union(&self, node: &Node<'d>) -> bool {
        let kind = |schema: Node<'d>| {
            let schema = schema.resolve(self.reporter).ok()?;
            let is_plain =
                !is_composed(&schema) && !is_external(&schema) && !schema.has("required");
            is_plain.then(|| ValueKind::of(&schema))
        };
        let is_other =
            |kind| !matches!(kind, ValueKind::Any | ValueKind::Object | ValueKind::Union);
        let mut parts = node.items_of("allOf").into_iter();
        let mut alternatives = UNIONS.iter().flat_map(|key| node.items_of(key));
        ValueKind::of_siblings(node) == ValueKind::Any
            && alternatives.any(|alternative| kind(alternative).is_some_and(is_other))
            && parts.all(|part| kind(part) == Some(ValueKind::Any))
    }

    /// The only subschema that a schema with an `allOf` stands for, if the others are just annotations.
    pub(super) fn transparent_target(&self, node: &Node<'d>) -> Option<Node<'d>> {
        if has_siblings(node) {
            return None;
        }
        let members = node.items_of("allOf");
        let mut typed: Vec<(&Node<'d>, Node<'d>)> = Vec::new();
        for member in &members {
            let Ok(resolved) = member.clone().resolve(self.reporter) else {
                return Some(member.clone());
            };
            let is_typed = is_composed(&resolved) || ValueKind::of(&resolved) != ValueKind::Any;
            if is_typed && !self.only_restricts(&resolved) || is_external(&resolved) {
                typed.push((member, resolved));
            } else if resolved.has_items("required") {
                return None;
            }
        }
        // A `type` alone adds nothing to a subschema with more keywords.
        let decisive = typed
            .iter()
            .filter(|(_, resolved)| determines_type_of_value(resolved));
        let decisive: Vec<_> = decisive.map(|(member, _)| *member).collect();
        let is_same = |kind: ValueKind| typed.iter().all(|(_, other)| ValueKind::of(other) == kind);
        let named = typed
            .iter()
            .find(|(member, _)| member.reference().is_some());
        match (decisive.as_slice(), named.or(typed.first())) {
            ([only], _) => Some((*only).clone()),
            ([], Some((member, resolved))) if is_same(ValueKind::of(resolved)) => {
                Some((*member).clone())
            }
            _ => None,
        }
    }

    /// Whether a schema is a list of alternatives without types, which restrict the values of another schema.
    fn only_restricts(&self, node: &Node<'d>) -> bool {
        let is_untyped = |alternative: Node<'d>| {
            let resolved = alternative.resolve(self.reporter);
            resolved.is_ok_and(|alternative| {
                let kind = ValueKind::of(&alternative);
                kind == ValueKind::Any && !is_composed(&alternative) && !is_external(&alternative)
            })
        };
        let mut alternatives = UNIONS
            .iter()
            .flat_map(|keyword| node.items_of(keyword))
            .peekable();
        alternatives.peek().is_some()
            && ValueKind::of_siblings(node) == ValueKind::Any
            && !node.has_items("allOf")
            && alternatives.all(is_untyped)
    }

    /// The schema that a schema stands for: follows `$ref`s, and `allOf`s with only one relevant subschema.
    pub(super) fn target(&self, node: &Node<'d>) -> Result<Node<'d>, Reported> {
        let mut target = node.clone().resolve(self.reporter)?;
        let mut seen = HashSet::new();
        while is_composed(&target)
            && seen.insert(target.pointer.clone())
            && let Some(subschema) = self.transparent_target(&target)
        {
            if let Some(reported) = self.too_many_subschemas.get() {
                return Err(reported);
            }
            if seen.len() > MOST_SUBSCHEMAS {
                return Err(self.report_too_many(node));
            }
            target = subschema.resolve(self.reporter)?;
        }
        Ok(target)
    }

    /// The schemas in its `allOf`, recursively, then the schema itself; alternatives only in addition to others. Too
    /// many of them are reported for the first such schema, and no composed schema is read after that.
    pub(super) fn subschemas(&self, node: &Node<'d>) -> Result<Rc<[Subschema<'d>]>, Reported> {
        if let Some(reported) = self.too_many_subschemas.get() {
            return Err(reported);
        }
        if let Some(known) = self.subschemas.borrow().get(&node.pointer) {
            return Ok(Rc::clone(known));
        }
        let mut subschemas = Vec::new();
        let mut seen = Seen::default();
        self.collect(node, false, &mut seen, &mut subschemas);
        if seen.schemas.len() <= MOST_SUBSCHEMAS {
            let subschemas = Rc::from(subschemas);
            let mut known = self.subschemas.borrow_mut();
            known.insert(node.pointer.clone(), Rc::clone(&subschemas));
            return Ok(subschemas);
        }
        Err(self.report_too_many(node))
    }

    fn report_too_many(&self, node: &Node<'d>) -> Reported {
        let reported = self.reporter.error(
            Code::TooDeep,
            &node.pointer,
            format!("this schema combines more than {MOST_SUBSCHEMAS} schemas"),
            "use fewer schemas in `allOf`, `oneOf` and `anyOf`",
        );
        self.too_many_subschemas.set(Some(reported));
        reported
    }

    fn collect(
        &self,
        node: &Node<'d>,
        optional: bool,
        seen: &mut Seen,
        subschemas: &mut Vec<Subschema<'d>>,
    ) {
        if let Some(reference) = node.reference()
            && !seen.references.insert(reference.to_owned())
        {
            return;
        }
        let Ok(node) = node.clone().resolve(self.reporter) else {
            return;
        };
        // A schema that contains itself adds nothing the second time.
        if seen.schemas.len() > MOST_SUBSCHEMAS || !seen.schemas.insert(node.pointer.clone()) {
            return;
        }
        for member in node.items_of("allOf") {
            self.collect(&member, optional, seen, subschemas);
        }
        for keyword in UNIONS {
            for member in node.items_of(keyword) {
                self.collect(&member, true, seen, subschemas);
            }
        }
        subschemas.push(Subschema { node, optional });
    }

    /// A composed schema that is not an object: one of its subschemas determines the type.
    pub(super) fn alias_of_subschema(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        if let Some(only) = self.transparent_target(node) {
            self.note_alias(node, &only);
            let lowered = self.with_notes(node, &only, lowered);
            let found = self.alias(&only, site, lowered.clone())?;
            return self.with_own_type(node, site, found, lowered);
        }
        let mut typed = Vec::new();
        for member in node.items_of("allOf") {
            let resolved = member.clone().resolve(self.reporter)?;
            if self.kind(&resolved)? != ValueKind::Any && !self.only_restricts(&resolved) {
                typed.push(member);
            }
        }
        let siblings = ValueKind::of_siblings(node);
        let is_determined = siblings != ValueKind::Any && siblings_determine_type(node);
        let Some((only, others)) = typed.split_first().filter(|_| !is_determined) else {
            return self.of_kind(siblings, node, site, lowered);
        };
        if let [first, _, ..] = typed.as_slice()
            && let Some(values) = self.common_values(&typed)
        {
            let all_of_first = self.common_values(std::slice::from_ref(first));
            if all_of_first.is_some_and(|first| first.len() == values.len()) {
                return self.alias(first, site, lowered);
            }
            return self.enumeration(node, site, values, lowered);
        }
        let mut found = self.alias(only, site, lowered.clone())?;
        for other in others {
            let lowered = self.alias(other, site, found.clone())?;
            match self.narrower(&found.ty, &lowered.ty) {
                Some(ty) => found = LoweredSchema { ty, ..lowered },
                None if is_named_list(&found.ty) && is_named_list(&lowered.ty) => {
                    return self.of_kind(ValueKind::Array, node, site, found);
                }
                None => {
                    self.reporter.warning(
                        Code::AllOf,
                        &node.pointer.join("allOf"),
                        "`allOf` combines incompatible types; using the first",
                        Help::new("keep one of them").remove_at(&other.pointer),
                    );
                    break;
                }
            }
        }
        self.with_own_type(node, site, found, lowered)
    }

    /// A type that subschemas determine, if the schema itself has a type, too.
    fn with_own_type(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        found: LoweredSchema,
        outer: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let own = match ValueKind::of_siblings(node) {
            kind @ (ValueKind::Integer | ValueKind::Number) => {
                self.of_kind(kind, node, site, outer)?.ty
            }
            ValueKind::String => Type::String,
            ValueKind::Boolean => Type::Boolean,
            _ => return Ok(found),
        };
        let ty = self.narrower(&found.ty, &own).unwrap_or_else(|| {
            self.reporter.warning(
                Code::AllOf,
                &node.pointer.join("type"),
                "this is not the type of the schemas in `allOf`; using theirs",
                "remove it, or fix it",
            );
            found.ty.clone()
        });
        Ok(LoweredSchema { ty, ..found })
    }

    /// Adds the annotations of the other subschemas.
    pub(super) fn with_notes(
        &self,
        node: &Node<'d>,
        only: &Node<'d>,
        mut lowered: LoweredSchema,
    ) -> LoweredSchema {
        let others = node.items_of("allOf").into_iter();
        let others = others.filter(|member| member.pointer != only.pointer);
        for note in others.filter_map(|member| member.resolve(self.reporter).ok()) {
            lowered.nullable |= note.flag("nullable");
            lowered.deprecated |= note.flag("deprecated");
            lowered.constraints = constraints::of(note.value).and(lowered.constraints);
            let docs = note.string("description").map(str::to_owned);
            lowered.docs = lowered.docs.or(docs);
        }
        lowered
    }

    /// A schema that is an alias of another.
    pub(super) fn alias(
        &mut self,
        other: &Node<'d>,
        site: Site<'_>,
        outer: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let inner = self.schema(other, site.scope)?;
        Ok(LoweredSchema {
            ty: inner.ty,
            nullable: outer.nullable || inner.nullable,
            docs: outer.docs.or(inner.docs),
            deprecated: outer.deprecated || inner.deprecated,
            constraints: inner.constraints.and(outer.constraints),
        })
    }

    /// The properties that every value of the schema has.
    pub(super) fn required(&self, schema: &Node<'d>) -> HashSet<&'d str> {
        let subschemas = self.subschemas(schema).unwrap_or_default();
        let mandatory = subschemas.iter().filter(|subschema| !subschema.optional);
        let names = mandatory.flat_map(|subschema| subschema.node.list("required"));
        names.filter_map(Value::as_str).collect()
    }

    /// The schemas for a property of a schema, with those in their `allOf`.
    pub(super) fn schemas_of(&self, schema: &Node<'d>, property: &str) -> Vec<Subschema<'d>> {
        let subschemas = self.subschemas(schema).unwrap_or_default();
        let mut schemas = Vec::new();
        for Subschema { node, optional } in subschemas.iter() {
            let schema = node.get("properties").and_then(|all| all.get(property));
            let all = schema.map_or_else(Vec::new, |schema| self.all_of(schema));
            schemas.extend(all.into_iter().map(|node| Subschema {
                node,
                optional: *optional,
            }));
        }
        schemas
    }

    /// A schema with those in its `allOf`, recursively.
    fn all_of(&self, schema: Node<'d>) -> Vec<Node<'d>> {
        let mut seen = HashSet::new();
        let mut open = vec![schema];
        let mut all = Vec::new();
        while let Some(schema) = open.pop() {
            let Ok(schema) = schema.resolve(self.reporter) else {
                continue;
            };
            if seen.len() < MOST_SUBSCHEMAS && seen.insert(schema.pointer.clone()) {
                open.extend(schema.items_of("allOf").into_iter().rev());
                all.push(schema);
            }
        }
        all
    }

    /// The values that a property of a schema may have, as strings: those that all of its schemas list, or those of any
    /// alternative.
    pub(super) fn values_of(&self, schema: &Node<'d>, property: &str) -> Vec<String> {
        let schemas = self.schemas_of(schema, property);
        let lists = |optional: bool| {
            let schemas = schemas
                .iter()
                .filter(move |schema| schema.optional == optional);
            let lists = schemas.map(|schema| schema.node.list("enum"));
            let lists = lists.map(|list| list.iter().filter_map(string_of).collect());
            lists.filter(|values: &Vec<String>| !values.is_empty())
        };
        let of_all = lists(false).reduce(|mut known, other| {
            let listed: HashSet<&String> = other.iter().collect();
            known.retain(|value| listed.contains(value));
            if known.is_empty() { other } else { known }
        });
        of_all.unwrap_or_else(|| {
            let mut seen = HashSet::new();
            let values = lists(true).flatten();
            values.filter(|value| seen.insert(value.clone())).collect()
        })
    }
}

/// Whether `allOf` has siblings that make a schema more than one of its subschemas.
fn has_siblings(schema: &Node<'_>) -> bool {
    schema.keys().any(|key| match key {
        "allOf" | "format" => false,
        "discriminator" | "x-error-body" => true,
        key => determines_type(key),
    })
}

/// Whether a schema determines the type of a value, and does not merely annotate it.
fn determines_type_of_value(schema: &Node<'_>) -> bool {
    schema.keys().any(determines_type)
}

fn determines_type(key: &str) -> bool {
    let is_structural = |role| matches!(role, Role::Structure | Role::Composition);
    keyword(key).is_some_and(|keyword| keyword.is_openapi && is_structural(keyword.role))
}

fn is_named_list(ty: &Type) -> bool {
    matches!(ty, Type::Array(_)) && ty.named().is_some()
}

/// Whether siblings of `allOf` determine the type of a value.
fn siblings_determine_type(schema: &Node<'_>) -> bool {
    ["items", "enum", "format"]
        .iter()
        .any(|keyword| schema.has(keyword))
}

/// Whether a schema combines several schemas for the same value. A list of alternatives alone is a union.
fn is_composed(node: &Node<'_>) -> bool {
    node.has_items("allOf")
        || (ValueKind::of(node) == ValueKind::Union && node.has_members("properties"))
}

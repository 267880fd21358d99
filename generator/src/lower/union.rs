//! `oneOf` and `anyOf`: values of one of several types.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::enumeration::{Values, constants};
use super::keywords::ValueKind;
use super::schema::{LoweredSchema, Site};
use super::types::Scope;
use super::{Lowering, rust_type};
use crate::api::{DefinedIn, IntegerFormat, Shape, TagForm, Type, TypeDef, Union, Variant};
use crate::diagnostics::Reported;
use crate::document::{Node, Role, UNIONS, keyword};

/// Properties in the key of an alternative without a name: keys are parts of other keys, so they must not be long.
const MOST_KEY_PROPERTIES: usize = 6;

/// A schema in the list, with its resolved `$ref`.
pub(super) struct Alternative<'d> {
    pub(super) node: Node<'d>,
    pub(super) resolved: Node<'d>,
}

impl Alternative<'_> {
    /// Whether it is a string type of its own.
    fn is_newtype(&self) -> bool {
        self.resolved.string("x-rust-newtype").is_some()
    }
}

impl<'d> Lowering<'_, 'd> {
    pub(super) fn union(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let lowered = self.with_notes(node, node, lowered);
        self.one_of(members(node), node, site, lowered)
    }

    /// Reads a value that matches one of several schemas inside a node.
    pub(super) fn one_of(
        &mut self,
        schemas: Vec<Node<'d>>,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        self.open_unions.push(node.pointer.clone());
        let lowered = self.choice(schemas, node, site, lowered);
        self.open_unions.pop();
        lowered
    }

    fn choice(
        &mut self,
        schemas: Vec<Node<'d>>,
        node: &Node<'d>,
        site: Site<'_>,
        mut lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let mut alternatives = self.alternatives(schemas, node, &mut lowered)?;
        let all = alternatives.len();
        alternatives.retain(|alternative| !is_null(&alternative.resolved));
        lowered.nullable |= alternatives.len() < all;
        // A schema that only constrains a value is not an alternative type.
        alternatives.retain(|alternative| !is_limit(&alternative.resolved));

        let kinds: Vec<ValueKind> = alternatives
            .iter()
            .map(|alternative| self.kind(&alternative.resolved))
            .collect::<Result<_, _>>()?;
        let sibling_kind = ValueKind::of_siblings(node);
        let restricts = kinds.contains(&ValueKind::Any) && sibling_kind != ValueKind::Any;
        if self.shares_content(node, &kinds) {
            return self.of_kind(sibling_kind, node, site, lowered);
        }
        match alternatives.as_slice() {
            [] => return self.of_kind(sibling_kind, node, site, lowered),
            [only] if !restricts && !self.lacks_tag(node, only) => {
                self.note_mapping(node, &only.resolved);
                return self.alias(&only.node, site, lowered);
            }
            _ if kinds.contains(&ValueKind::Any) => {
                return self.restricted(&alternatives, node, site, lowered);
            }
            _ if kinds.iter().all(|kind| *kind == ValueKind::String)
                && !alternatives.iter().any(Alternative::is_newtype) =>
            {
                return self.strings(node, site, &alternatives, lowered);
            }
            _ if kinds.iter().all(|kind| *kind == ValueKind::Integer) => {
                if let Some(values) = numbers(&alternatives) {
                    return self.enumeration(node, site, values, lowered);
                }
                let ty = Type::Integer(IntegerFormat::I64);
                return Ok(lowered.one_of(ty, &alternatives));
            }
            _ if kinds
                .iter()
                .all(|kind| matches!(kind, ValueKind::Integer | ValueKind::Number)) =>
            {
                return Ok(lowered.one_of(Type::Number, &alternatives));
            }
            _ => {}
        }
        self.enum_of_types(node, site, &alternatives, lowered)
    }

    /// Reads alternatives without types of their own: they restrict values of the type next to them.
    fn restricted(
        &mut self,
        alternatives: &[Alternative<'d>],
        node: &Node<'d>,
        site: Site<'_>,
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        self.check_restrictions(node);
        let kind = ValueKind::of_siblings(node);
        let has_values = |alternative: &Alternative<'d>| alternative.resolved.has_items("enum");
        if kind == ValueKind::String
            && !node.has_items("enum")
            && alternatives.iter().any(has_values)
        {
            return self.strings(node, site, alternatives, lowered);
        }
        self.of_kind(kind, node, site, lowered)
    }

    /// The schemas in a list, with resolved `$ref`s. A union among them that is currently being read is replaced by its own
    /// alternatives: a union that directly contained itself would be decoded forever. So is one whose alternatives only the
    /// discriminator of this one distinguishes.
    fn alternatives(
        &self,
        schemas: Vec<Node<'d>>,
        of: &Node<'d>,
        lowered: &mut LoweredSchema,
    ) -> Result<Vec<Alternative<'d>>, Reported> {
        let mut alternatives = Vec::new();
        let mut seen = HashSet::from([of.pointer.clone()]);
        let mut seen_references = HashSet::new();
        let mut schemas = VecDeque::from(schemas);
        let mut is_circle = false;
        while let Some(node) = schemas.pop_front() {
            // Unions that contain each other list the same schemas again and again.
            if let Some(reference) = node.reference()
                && !seen_references.insert(reference.to_owned())
            {
                continue;
            }
            let resolved = node.clone().resolve(self.reporter)?;
            let target = self.target(&resolved)?;
            let is_open = self.open_unions.contains(&target.pointer);
            if !is_open && !self.needs_discriminator_of(of, &node, &target) {
                alternatives.push(Alternative { node, resolved });
                continue;
            }
            is_circle |= is_open;
            if seen.insert(target.pointer.clone()) {
                lowered.nullable |= target.flag("nullable");
                for member in members(&target).into_iter().rev() {
                    schemas.push_front(member);
                }
            }
        }
        if is_circle && alternatives.is_empty() {
            self.circular(of);
        }
        Ok(alternatives)
    }

    /// Merges strings into one type: an enumeration is open, so it accepts any other string too.
    fn strings(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        alternatives: &[Alternative<'d>],
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let schemas = alternatives.iter().map(|alternative| &alternative.resolved);
        let lists = schemas.filter(|schema| schema.has("enum"));
        let values = lists.map(|schema| self.strings_of(schema)).reduce(joined);
        match values {
            Some(values) => self.enumeration(node, site, values, lowered),
            None => Ok(lowered.one_of(Type::String, alternatives)),
        }
    }

    fn enum_of_types(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        alternatives: &[Alternative<'d>],
        lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        let (scope, is_explicit) = Self::naming(node, site);
        let Some(pointer) = site.definition else {
            let (union, nullable) = self.variants(node, &scope, alternatives)?;
            let docs = lowered.docs.as_deref();
            let shape = Shape::Union(union);
            let id = self.named(node, &scope, is_explicit, docs, shape)?;
            return Ok(LoweredSchema {
                ty: Type::Named(id),
                nullable: lowered.nullable || nullable,
                ..lowered
            });
        };
        let id = self.reserve(node, pointer, &scope, is_explicit, &lowered)?;
        let inner = scope.within(DefinedIn::Type(id));
        let (union, nullable) = self.variants(node, &inner, alternatives)?;
        let def = TypeDef {
            name: scope.name,
            key: scope.key,
            defined_in: DefinedIn::OwnFile,
            docs: lowered.docs.clone(),
            deprecated: lowered.deprecated,
            shape: Shape::Union(union),
            at: node.pointer.clone(),
        };
        self.types.define(id, def);
        Ok(LoweredSchema {
            ty: Type::Named(id),
            nullable: lowered.nullable || nullable,
            ..lowered
        })
    }

    /// The variants, and whether one of them is nullable.
    fn variants(
        &mut self,
        node: &Node<'d>,
        scope: &Scope,
        alternatives: &[Alternative<'d>],
    ) -> Result<(Union, bool), Reported> {
        let discriminator = self.discriminator(node, alternatives);
        let mut variants: Vec<Variant> = Vec::new();
        let mut nullable = false;
        let mut unnamed = HashMap::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let values = discriminator
                .as_ref()
                .map(|found| found.values[index].clone());
            let values = values.unwrap_or_default();
            let is_rest = values.is_empty()
                && discriminator
                    .as_ref()
                    .is_some_and(|found| self.is_for_the_rest(alternative, &found.name));
            let (name, key) = match self.variant_name(alternative, &values) {
                Some(name) => (name.clone(), name),
                None => (
                    format!("variant {}", index + 1),
                    key_of_unnamed(alternative, &mut unnamed),
                ),
            };
            let lowered = self.schema(&alternative.node, &scope.join_as(&name, &key))?;
            nullable |= lowered.nullable;
            let constraints = lowered.constraints.without_access();
            match variants.iter_mut().find(|variant| variant.ty == lowered.ty) {
                Some(same) => {
                    same.values.extend(values);
                    same.is_rest |= is_rest;
                    if !same.constraints.contains(&constraints) {
                        same.constraints.push(constraints);
                    }
                }
                None => variants.push(Variant {
                    name,
                    key,
                    ty: lowered.ty,
                    constraints: vec![constraints],
                    values,
                    is_rest,
                }),
            }
        }
        let discriminator = discriminator.map(|found| found.name);
        Ok((
            Union {
                variants,
                discriminator,
                // Only one that the document declares; `tags` decides on the form.
                written_as: node.has("discriminator").then_some(TagForm::String),
            },
            nullable,
        ))
    }
}

impl LoweredSchema {
    /// A value of this type that meets the constraints of one of the alternatives.
    fn one_of(self, ty: Type, alternatives: &[Alternative<'_>]) -> Self {
        let alternatives = alternatives.iter();
        let schemas: Vec<&Value> = alternatives.map(|other| other.resolved.value).collect();
        Self {
            ty,
            constraints: self.constraints.with_alternatives(&schemas),
            ..self
        }
    }
}

/// The key of an alternative without a name: its properties, and a number if earlier ones have the same. Some properties are
/// enough.
fn key_of_unnamed(alternative: &Alternative<'_>, earlier: &mut HashMap<String, usize>) -> String {
    let schema = &alternative.resolved;
    let parts = schema.items_of("allOf");
    let references = parts.iter().filter_map(Node::reference);
    let schemas = [schema].into_iter().chain(&parts);
    let names = schemas.flat_map(|schema| schema.members_of("properties"));
    let names = names.map(|(name, _)| name).chain(references);
    let names: BTreeSet<&str> = names.collect();
    let names: Vec<&str> = names.into_iter().take(MOST_KEY_PROPERTIES).collect();
    let key = format!("variant with {}", names.join(", "));
    let count = earlier.entry(key.clone()).or_default();
    *count += 1;
    match *count {
        1 => key,
        count => format!("{key} {count}"),
    }
}

/// The integers of all alternatives, if each of them lists some.
fn numbers(alternatives: &[Alternative<'_>]) -> Option<Values> {
    let values = alternatives
        .iter()
        .map(|alternative| constants(&alternative.resolved, ValueKind::Integer));
    let values: Option<Vec<Values>> = values.collect();
    values?.into_iter().reduce(joined)
}

fn joined(mut values: Values, others: Values) -> Values {
    values.extend(others);
    values
}

/// The schemas that a union lists.
pub(super) fn members<'d>(union: &Node<'d>) -> Vec<Node<'d>> {
    let lists = UNIONS.iter();
    lists.flat_map(|keyword| union.items_of(keyword)).collect()
}

fn is_null(schema: &Node<'_>) -> bool {
    let values = schema.list("enum");
    let only_null = !values.is_empty() && values.iter().all(Value::is_null);
    schema.string("type") == Some("null") || only_null
}

/// Whether a schema only constrains a value, without a type: `{required: [a]}`, `{not: …}`.
fn is_limit(schema: &Node<'_>) -> bool {
    let is_limit = |key: &str| match key {
        "required" | "title" | "description" => true,
        key => keyword(key).is_some_and(|keyword| {
            keyword.is_openapi && keyword.role == Role::Constraint && keyword.applies_to("object")
        }),
    };
    let mut keywords = schema.keys().peekable();
    keywords.peek().is_some() && keywords.all(is_limit)
}

impl<'d> Lowering<'_, 'd> {
    /// Words for the name of an alternative, if anything but its position tells it from others.
    fn variant_name(&self, alternative: &Alternative<'d>, values: &[String]) -> Option<String> {
        let schema = &alternative.resolved;
        if alternative.node.reference().is_some() {
            return Some(schema.pointer.steps().last().cloned().unwrap_or_default());
        }
        if let Some(title) = schema.string("title").filter(|title| title.len() <= 40) {
            return Some(title.to_owned());
        }
        let is_plain = || !schema.has("properties") && !schema.has("allOf");
        let word = match self.kind(schema) {
            Ok(ValueKind::String) => "string",
            Ok(ValueKind::Integer) => "integer",
            Ok(ValueKind::Number) => "number",
            Ok(ValueKind::Boolean) => "boolean",
            Ok(ValueKind::Array) => "list",
            Ok(ValueKind::Composed) if ValueKind::of_siblings(schema) == ValueKind::Array => "list",
            Ok(ValueKind::External) => rust_type::name(schema)?,
            Ok(ValueKind::Object) if is_plain() => "map",
            _ => match values {
                [value] => return Some(value.clone()),
                _ => return None,
            },
        };
        Some(word.to_owned())
    }
}

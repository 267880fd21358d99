//! `oneOf` and `anyOf`: values of one of several types.

use std::collections::{BTreeSet, HashSet, VecDeque};

use serde_json::Value;

use super::keywords::Kind;
use super::schema::{Lowered, Site};
use super::types::Scope;
use super::{Lowering, rust_type};
use crate::api::{Shape, Type, TypeDef, TypeHome, Union, Variant, Width};
use crate::document::Node;

/// A schema in the list, with its resolved `$ref`.
struct Alternative<'d> {
    node: Node<'d>,
    resolved: Node<'d>,
}

impl<'d> Lowering<'_, 'd> {
    pub(super) fn union(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: Lowered,
    ) -> Option<Lowered> {
        self.one_of(members(node), node, site, lowered)
    }

    /// Reads a value that matches one of several schemas inside a node.
    pub(super) fn one_of(
        &mut self,
        schemas: Vec<Node<'d>>,
        node: &Node<'d>,
        site: Site<'_>,
        lowered: Lowered,
    ) -> Option<Lowered> {
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
        mut lowered: Lowered,
    ) -> Option<Lowered> {
        let mut alternatives = self.alternatives(schemas, node, &mut lowered)?;
        let all = alternatives.len();
        alternatives.retain(|alternative| !is_null(&alternative.resolved));
        lowered.nullable |= alternatives.len() < all;
        // A schema that only constrains a value is not an alternative type.
        alternatives.retain(|alternative| !is_limit(&alternative.resolved));

        let kinds: Vec<Kind> = alternatives
            .iter()
            .map(|alternative| self.kind(&alternative.resolved))
            .collect::<Option<_>>()?;
        match alternatives.as_slice() {
            [] => {
                let kind = Kind::beside(node);
                return self.of_kind(kind, node, site, lowered);
            }
            [only] => return self.alias(&only.node, site, lowered),
            _ if kinds.contains(&Kind::Any) => return Some(lowered),
            _ if kinds.iter().all(|kind| *kind == Kind::Text) => {
                if let Some(text) = self.texts(node, site, &alternatives, &lowered) {
                    return text;
                }
            }
            _ if kinds.iter().all(|kind| *kind == Kind::Integer) => {
                let ty = Type::Integer(Width::I64);
                return Some(Lowered { ty, ..lowered });
            }
            _ if kinds
                .iter()
                .all(|kind| matches!(kind, Kind::Integer | Kind::Number)) =>
            {
                let ty = Type::Number;
                return Some(Lowered { ty, ..lowered });
            }
            _ => {}
        }
        self.enum_of_types(node, site, &alternatives, lowered)
    }

    /// The schemas in a list, with resolved `$ref`s. A union among them that is currently being read is replaced by its own
    /// alternatives: a union that directly contained itself would be decoded forever.
    fn alternatives(
        &self,
        schemas: Vec<Node<'d>>,
        of: &Node<'d>,
        lowered: &mut Lowered,
    ) -> Option<Vec<Alternative<'d>>> {
        let mut alternatives = Vec::new();
        let mut seen = HashSet::from([of.pointer.clone()]);
        let mut schemas = VecDeque::from(schemas);
        let mut is_circle = false;
        while let Some(node) = schemas.pop_front() {
            let resolved = node.clone().resolve(self.reporter)?;
            let target = self.target(&resolved)?;
            if !self.open_unions.contains(&target.pointer) {
                alternatives.push(Alternative { node, resolved });
                continue;
            }
            is_circle = true;
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
        Some(alternatives)
    }

    /// Merges strings into one type: an enumeration is open, so it accepts any other string too.
    ///
    /// `None` if one of them is more than a string.
    #[expect(
        clippy::option_option,
        reason = "a schema may be of another kind, and it may be invalid"
    )]
    fn texts(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        alternatives: &[Alternative<'d>],
        lowered: &Lowered,
    ) -> Option<Option<Lowered>> {
        let schemas: Vec<Node<'d>> = alternatives
            .iter()
            .map(|alternative| alternative.resolved.clone())
            .collect();
        if schemas
            .iter()
            .any(|schema| schema.text("x-rust-newtype").is_some())
        {
            return None;
        }
        let has_values = |schema: &&Node<'d>| schema.has("enum");
        let lists: Vec<Node<'d>> = schemas.iter().filter(has_values).cloned().collect();
        if lists.is_empty() {
            let ty = Type::Text;
            return Some(Some(Lowered {
                ty,
                ..lowered.clone()
            }));
        }
        Some(self.enumeration(node, site, &lists, lowered.clone()))
    }

    fn enum_of_types(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        alternatives: &[Alternative<'d>],
        lowered: Lowered,
    ) -> Option<Lowered> {
        let (scope, given) = Self::naming(node, site);
        let Some(pointer) = site.definition else {
            let before = self.types.count();
            let (union, nullable) = self.variants(node, &scope, alternatives)?;
            let docs = lowered.docs.as_deref();
            let shape = Shape::Union(union);
            let id = self.named_inline(before, node, &scope, given, docs, shape)?;
            return Some(Lowered {
                ty: Type::Named(id),
                nullable: lowered.nullable || nullable,
                ..lowered
            });
        };
        let id = self.reserve(node, pointer, &scope, given, &lowered)?;
        let inner = Scope {
            name: scope.name.clone(),
            home: TypeHome::Type(id),
        };
        let (union, nullable) = self.variants(node, &inner, alternatives)?;
        let def = TypeDef {
            name: scope.name,
            home: TypeHome::Own,
            docs: lowered.docs.clone(),
            deprecated: lowered.deprecated,
            shape: Shape::Union(union),
        };
        self.types.define(id, def);
        Some(Lowered {
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
    ) -> Option<(Union, bool)> {
        let tag = self.tag(node, alternatives);
        let mut variants: Vec<Variant> = Vec::new();
        let mut nullable = false;
        for (index, alternative) in alternatives.iter().enumerate() {
            let tags = tag.as_ref().map(|tag| tag.values[index].clone());
            let tags = tags.unwrap_or_default();
            let name = self.variant_name(alternative, &tags, index);
            let lowered = self.schema(&alternative.node, &scope.join(&name))?;
            nullable |= lowered.nullable;
            match variants.iter_mut().find(|variant| variant.ty == lowered.ty) {
                Some(same) => same.tags.extend(tags),
                None => variants.push(Variant {
                    name,
                    ty: lowered.ty,
                    tags,
                }),
            }
        }
        let tag = tag.map(|tag| tag.name);
        Some((Union { variants, tag }, nullable))
    }
}

/// The schemas that a union lists.
fn members<'d>(union: &Node<'d>) -> Vec<Node<'d>> {
    let lists = ["oneOf", "anyOf"].iter();
    lists.flat_map(|keyword| union.items_of(keyword)).collect()
}

fn is_null(schema: &Node<'_>) -> bool {
    let values = schema.list("enum");
    let only_null = !values.is_empty() && values.iter().all(Value::is_null);
    schema.text("type") == Some("null") || only_null
}

/// Whether a schema only constrains a value, without a type: `{required: [a]}`, `{not: …}`.
fn is_limit(schema: &Node<'_>) -> bool {
    let limits = [
        "required",
        "not",
        "minProperties",
        "maxProperties",
        "description",
        "title",
    ];
    let mut keywords = schema.keys().peekable();
    keywords.peek().is_some() && keywords.all(|keyword| limits.contains(&keyword))
}

/// The property that distinguishes the alternatives of a union.
struct Tag {
    name: String,
    /// Its values, by alternative.
    values: Vec<Vec<String>>,
}

impl<'d> Lowering<'_, 'd> {
    fn variant_name(&self, alternative: &Alternative<'d>, tags: &[String], index: usize) -> String {
        let schema = &alternative.resolved;
        if alternative.node.reference().is_some() {
            return schema.pointer.steps().last().cloned().unwrap_or_default();
        }
        if let Some(title) = schema.text("title").filter(|title| title.len() <= 40) {
            return title.to_owned();
        }
        let is_plain = || !schema.has("properties") && !schema.has("allOf");
        let word = match self.kind(schema) {
            Some(Kind::Text) => "string",
            Some(Kind::Integer) => "integer",
            Some(Kind::Number) => "number",
            Some(Kind::Boolean) => "boolean",
            Some(Kind::Array) => "list",
            Some(Kind::Foreign) => match rust_type::name(schema) {
                Some(name) => name,
                None => return format!("variant {}", index + 1),
            },
            Some(Kind::Object) if is_plain() => "map",
            _ => match tags {
                [tag] => return tag.clone(),
                _ => return format!("variant {}", index + 1),
            },
        };
        word.to_owned()
    }

    fn tag(&self, node: &Node<'d>, alternatives: &[Alternative<'d>]) -> Option<Tag> {
        match node.get("discriminator") {
            Some(discriminator) => self.declared_tag(&discriminator, alternatives),
            None => self.implied_tag(alternatives),
        }
    }

    fn declared_tag(
        &self,
        discriminator: &Node<'d>,
        alternatives: &[Alternative<'d>],
    ) -> Option<Tag> {
        let name = discriminator.text("propertyName")?;
        let mapping = discriminator.members_of("mapping");
        let values = alternatives.iter().map(|alternative| {
            let schema = alternative.resolved.pointer.steps().last()?;
            let reference = alternative.node.reference()?;
            let mapped = mapping.iter().filter(|(_, target)| {
                let target = target.value.as_str().unwrap_or_default();
                target == reference || target == *schema || target.ends_with(&format!("/{schema}"))
            });
            let mapped: Vec<String> = mapped.map(|(value, _)| (*value).to_owned()).collect();
            if mapped.is_empty() {
                // Without a mapping, the value is the name of the schema, unless the schema lists other values.
                let listed = self.values_of(&alternative.resolved, name);
                return Some(if listed.is_empty() {
                    vec![schema.clone()]
                } else {
                    listed
                });
            }
            Some(mapped)
        });
        let inline = |index: usize| self.values_of(&alternatives[index].resolved, name);
        let values = values
            .enumerate()
            .map(|(index, values)| values.unwrap_or_else(|| inline(index)));
        let tag = Tag {
            name: name.to_owned(),
            values: values.collect(),
        };
        // An alternative without a value would never be chosen.
        tag.values
            .iter()
            .all(|values| !values.is_empty())
            .then_some(tag)
    }

    /// A property that every alternative requires, with values that no other alternative has.
    fn implied_tag(&self, alternatives: &[Alternative<'d>]) -> Option<Tag> {
        let parts = self.parts(&alternatives.first()?.resolved)?;
        let properties = parts.iter().filter_map(|part| part.node.get("properties"));
        let mut names = properties.flat_map(|properties| properties.keys());
        names.find_map(|name| {
            let values: Vec<Vec<String>> = alternatives
                .iter()
                .map(|alternative| {
                    if self.requires(&alternative.resolved, name) {
                        self.values_of(&alternative.resolved, name)
                    } else {
                        Vec::new()
                    }
                })
                .collect();
            let mut seen = BTreeSet::new();
            let distinct = values.iter().all(|values| {
                !values.is_empty() && values.iter().all(|value| seen.insert(value.clone()))
            });
            distinct.then(|| Tag {
                name: name.to_owned(),
                values,
            })
        })
    }
}

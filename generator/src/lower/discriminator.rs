//! The property that distinguishes the alternatives of a union.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Value, json};

use super::Lowering;
use super::composed::Subschema;
use super::enumeration::string_of;
use super::keywords::ValueKind;
use super::schema::DEEPEST;
use super::tags;
use super::union::{Alternative, members};
use crate::api::{Property, Type};
use crate::diagnostics::{Code, Help};
use crate::document::{Node, UNIONS};
use crate::source::Pointer;

/// The property that distinguishes the alternatives of a union.
pub(super) struct Discriminator {
    pub(super) name: String,
    /// Its values, by alternative.
    pub(super) values: Vec<Vec<String>>,
}

impl<'d> Lowering<'_, 'd> {
    pub(super) fn discriminator(
        &self,
        node: &Node<'d>,
        alternatives: &[Alternative<'d>],
    ) -> Option<Discriminator> {
        match node.get("discriminator") {
            Some(discriminator) => self.declared_discriminator(&discriminator, alternatives),
            None => self.implied_discriminator(alternatives),
        }
    }

    fn declared_discriminator(
        &self,
        discriminator: &Node<'d>,
        alternatives: &[Alternative<'d>],
    ) -> Option<Discriminator> {
        let name = discriminator.string("propertyName")?;
        if let Some(default) = discriminator.get("defaultMapping") {
            let message = "`defaultMapping` is not supported: a value that the mapping does not know is kept as JSON";
            let help = Help::new("no action needed if that is enough").remove();
            self.reporter
                .warning(Code::DroppedKeyword, &default.pointer, message, help);
        }
        let mapping = Mapping::of(discriminator);
        let mut search = Search::new(name);
        let values = alternatives.iter().map(|alternative| {
            search.seen.clear();
            self.tags_of(&alternative.node, &[&mapping], &mut search)
        });
        let values: Vec<Vec<String>> = values.collect();
        self.check_mapping(discriminator, &search.names);
        if values.iter().all(Vec::is_empty) {
            let message =
                format!("no alternative has a value for `{name}`, so it does not tell them apart");
            let help = "move the alternatives to `components.schemas`, or list values in each of them: `properties: {name: {enum: [value]}}`";
            self.reporter
                .warning(Code::DroppedKeyword, &discriminator.pointer, message, help);
            return None;
        }
        Some(Discriminator {
            name: name.to_owned(),
            values,
        })
    }

    /// Whether an alternative of a union with a discriminator, which has no value of its own, is for the values of no other: an
    /// object without a name. One whose tag may be null is for that.
    pub(super) fn is_for_the_rest(&self, alternative: &Alternative<'d>, tag: &str) -> bool {
        let kind = self.kind(&alternative.resolved);
        let may_be_object = matches!(
            kind,
            Ok(ValueKind::Object | ValueKind::Union | ValueKind::Composed | ValueKind::External)
        );
        may_be_object && !self.may_be_null(&alternative.resolved, tag)
    }

    /// Whether the discriminator of a union is not a property of its only alternative, so that nothing but the union can write it.
    pub(super) fn lacks_tag(&self, node: &Node<'d>, only: &Alternative<'d>) -> bool {
        let tag = |schema: &Node<'d>| schema.get("discriminator")?.string("propertyName");
        let kind = self.kind(&only.resolved);
        let may_lack = matches!(kind, Ok(ValueKind::Object | ValueKind::Union));
        tag(node).is_some_and(|name| {
            may_lack
                && only.node.reference().is_some()
                && tag(&only.resolved) != Some(name)
                && self.schemas_of(&only.resolved, name).is_empty()
        })
    }

    /// Whether the discriminator of a union, which is mapped to the alternatives of a union in it, is all that distinguishes those.
    pub(super) fn needs_discriminator_of(
        &self,
        outer: &Node<'d>,
        inner: &Node<'d>,
        target: &Node<'d>,
    ) -> bool {
        let Some(discriminator) = outer.get("discriminator") else {
            return false;
        };
        if !matches!(self.kind(target), Ok(ValueKind::Union)) || target.has("discriminator") {
            return false;
        }
        let mapping = Mapping::of(&discriminator);
        let names = self.names_of(inner).map(|(names, _)| names);
        if !mapping.values_of(&names.unwrap_or_default()).is_empty() {
            return false;
        }
        let resolved = |node: Node<'d>| {
            let resolved = node.clone().resolve(self.reporter).ok()?;
            Some(Alternative { node, resolved })
        };
        let alternatives = members(target).into_iter().filter_map(resolved);
        let alternatives: Vec<Alternative<'d>> = alternatives.collect();
        let is_of = |kinds: &[ValueKind]| {
            let mut schemas = alternatives.iter();
            schemas.any(|schema| {
                self.kind(&schema.resolved)
                    .is_ok_and(|kind| kinds.contains(&kind))
            })
        };
        is_of(&[ValueKind::Object, ValueKind::Union])
            && !is_of(&[ValueKind::Any])
            && self
                .implied_discriminator(&alternatives)
                .is_none_or(|own| Some(own.name.as_str()) != discriminator.string("propertyName"))
    }

    /// The discriminator of a schema that is a part of another object, and the values that it may have.
    pub(super) fn tags_of_part(&self, part: &Node<'d>) -> Option<(&'d str, Vec<String>)> {
        let discriminator = part.get("discriminator")?;
        let name = discriminator.string("propertyName")?;
        let mapping = Mapping::of(&discriminator);
        let mut search = Search::new(name);
        let members = members(part).into_iter();
        let tags = members.flat_map(|member| self.tags_of(&member, &[&mapping], &mut search));
        let tags: Vec<String> = tags.collect();
        if !tags.is_empty() {
            return Some((name, tags));
        }
        let keys = discriminator.members_of("mapping").into_iter();
        Some((name, keys.map(|(key, _)| key.to_owned()).collect()))
    }

    /// Adds the discriminators of subschemas that none of them declares, and the values of others to their docs. That of the object
    /// itself, if it has no alternatives, is for the schemas that include it.
    pub(super) fn add_discriminators(
        &self,
        subschemas: &[Subschema<'d>],
        required: &HashSet<&'d str>,
        listed: &mut HashSet<&'d str>,
        properties: &mut Vec<Property>,
    ) {
        let (own, others) = subschemas.split_last().unzip();
        let own = own.filter(|own| has_alternatives(&own.node));
        for subschema in others.into_iter().flatten().chain(own) {
            let node = &subschema.node;
            let discriminator = node.get("discriminator");
            let name = discriminator.and_then(|found| found.string("propertyName"));
            let is_known = name.is_some_and(|name| listed.contains(name));
            if is_known && !has_alternatives(node) {
                continue; // Listing the values for each of many children would take long.
            }
            let Some((name, values)) = self.tags_of_part(node) else {
                continue;
            };
            let property = tags::property(name, &values);
            if listed.insert(name) {
                let required = required.contains(name);
                properties.push(Property {
                    required,
                    ..property
                });
            } else if let Some(declared) = properties.iter_mut().find(|known| known.name == name)
                && declared.ty == Type::String
            {
                declared.docs = declared.docs.take().or(property.docs);
            }
        }
    }

    /// Makes the discriminators of alternatives required, because the properties alone do not say which one is sent.
    pub(super) fn require_discriminators(
        &self,
        subschemas: &[Subschema<'d>],
        properties: &mut [Property],
    ) {
        let choices = subschemas.iter().map(|subschema| &subschema.node);
        let choices = choices.filter(|node| has_alternatives(node));
        for (name, _) in choices.filter_map(|node| self.tags_of_part(node)) {
            let mut properties = properties.iter_mut();
            if let Some(property) = properties.find(|property| property.name == name) {
                property.required = true;
            }
        }
    }

    /// The values of a discriminator that select a schema: those that are mapped to it or to its own alternatives, or else those
    /// that it lists, or else its name. The mappings are those of the unions around it, from the outermost one.
    fn tags_of(
        &self,
        node: &Node<'d>,
        mappings: &[&Mapping<'d>],
        search: &mut Search<'_>,
    ) -> Vec<String> {
        let Some((names, schema)) = self.names_of(node) else {
            return Vec::new();
        };
        if search.depth == DEEPEST || !search.seen.insert(schema.pointer.clone()) {
            return Vec::new();
        }
        let mapped = mappings.iter().map(|mapping| mapping.values_of(&names));
        let mapped = mapped.into_iter().find(|values| !values.is_empty());
        let mapped = mapped.unwrap_or_default().into_iter();
        let mut tags: Vec<String> = mapped
            .map(|value| self.as_sent(value, &schema, search.tag))
            .collect();
        let own_name = names.last().cloned();
        search.names.extend(names);
        if matches!(self.kind(&schema), Ok(ValueKind::Union)) {
            let discriminator = schema.get("discriminator");
            let own = discriminator.filter(|own| own.string("propertyName") == Some(search.tag));
            let own = own.as_ref().map(Mapping::of);
            let mut inner = mappings.to_vec();
            let has_default = search.has_default;
            if tags.is_empty() {
                inner.extend(&own);
            } else {
                search.has_default = false;
            }
            search.depth += 1;
            for member in members(&schema) {
                for tag in self.tags_of(&member, &inner, search) {
                    if !tags.contains(&tag) {
                        tags.push(tag);
                    }
                }
            }
            search.depth -= 1;
            search.has_default = has_default;
        }
        if tags.is_empty() && search.has_default {
            tags = self.values_of(&schema, search.tag);
            if tags.is_empty() {
                tags.extend(own_name);
            }
        }
        tags
    }

    /// The names by which a mapping may refer to a schema, and the schema: those of the reference to it, and its own. An `allOf`
    /// around a reference changes nothing.
    fn names_of(&self, node: &Node<'d>) -> Option<(Vec<String>, Node<'d>)> {
        let mut reference = node.clone();
        let mut seen = HashSet::new();
        while reference.reference().is_none() && seen.insert(reference.pointer.clone()) {
            match self.transparent_target(&reference) {
                Some(target) if reference.has_items("allOf") => reference = target,
                _ => return Some((Vec::new(), reference)),
            }
        }
        let schema = reference.clone().resolve(self.reporter).ok()?;
        let written = reference.reference().map(last_segment)?;
        let own = schema.pointer.steps().last()?;
        Some((vec![written.to_owned(), own.clone()], schema))
    }

    /// The key of a mapping in the form in which values are compared. Keys are strings, but the property may be a number, for which
    /// `2.0` is the same as `2`, or a boolean.
    fn as_sent(&self, key: &str, schema: &Node<'d>, property: &str) -> String {
        let number = || string_of(&serde_json::from_str::<serde_json::Number>(key).ok()?.into());
        let schemas = self.schemas_of(schema, property);
        let of_kind = |schema: &Subschema<'d>| match self.kind(&schema.node).ok()? {
            ValueKind::Integer | ValueKind::Number => number(),
            ValueKind::Boolean => Some(key.to_ascii_lowercase()),
            _ => None,
        };
        schemas
            .iter()
            .find_map(of_kind)
            .unwrap_or_else(|| key.to_owned())
    }

    /// Reports values that are mapped to something other than the alternatives, and their own alternatives.
    fn check_mapping(&self, discriminator: &Node<'d>, names: &HashSet<String>) {
        for (value, target) in discriminator.members_of("mapping") {
            let text = target.value.as_str().unwrap_or_default();
            let name = last_segment(text);
            if names.contains(name) {
                continue;
            }
            let schemas = Pointer::root().join("components").join("schemas");
            let pointer = Pointer::from_fragment(text).unwrap_or_else(|| schemas.join(name));
            let (message, help) = if discriminator.other(&pointer).is_some() {
                let message = format!(
                    "`{value}` is mapped to a schema that is not one of the alternatives, so it is not known"
                );
                let help =
                    "add the schema to the alternatives, or remove the value from the mapping";
                (message, Help::new(help).remove())
            } else {
                let message = format!(
                    "`{value}` is mapped to `{text}`, which does not exist, so it is not known"
                );
                // Sorted, because a set has no order.
                let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
                let help = match self.reporter.nearest(name, names) {
                    Some(near) => {
                        let near = format!("{}{near}", &text[..text.len() - name.len()]);
                        Help::new(format!("fix the mapping (did you mean `{near}`?)"))
                            .update(&discriminator.pointer.join("mapping"), json!({value: near}))
                    }
                    None => Help::new("fix the mapping, or remove the value from it").remove(),
                };
                (message, help)
            };
            let at = &target.pointer;
            self.reporter
                .warning(Code::UnresolvedReference, at, message, help);
        }
    }

    /// A property that every alternative requires, with values that no other alternative has. For one of them, the value may be
    /// null, which is the absence of a tag.
    fn implied_discriminator(&self, alternatives: &[Alternative<'d>]) -> Option<Discriminator> {
        let first = &alternatives.first()?.resolved;
        if !first.has("required") && !first.has("allOf") {
            return None;
        }
        let subschemas = self.subschemas(first).ok()?;
        let properties = subschemas
            .iter()
            .filter_map(|subschema| subschema.node.get("properties"));
        let alternatives = alternatives.iter().map(|alternative| &alternative.resolved);
        let required = alternatives.clone().map(|schema| self.required(schema));
        let required = required.reduce(|all, required| &all & &required)?;
        let names = properties.flat_map(|properties| properties.keys());
        let mut names = names.filter(|name| required.contains(name));
        names.find_map(|name| {
            let mut seen = BTreeSet::new();
            let mut are_distinct = |schema: &Node<'d>| {
                let values = self.values_of(schema, name);
                let null = self.may_be_null(schema, name).then_some(None);
                let all: Vec<Option<String>> =
                    values.iter().cloned().map(Some).chain(null).collect();
                let are_new = !all.is_empty() && all.into_iter().all(|value| seen.insert(value));
                are_new.then_some(values)
            };
            let values: Option<Vec<Vec<String>>> =
                alternatives.clone().map(&mut are_distinct).collect();
            let is_tag = |values: &Vec<Vec<String>>| values.iter().any(|values| !values.is_empty());
            Some(Discriminator {
                name: name.to_owned(),
                values: values.filter(is_tag)?,
            })
        })
    }

    /// Whether null is one of the values that an enumeration of a property lists.
    fn may_be_null(&self, schema: &Node<'d>, property: &str) -> bool {
        let schemas = self.schemas_of(schema, property);
        let lists_null =
            |schema: &Subschema<'d>| schema.node.list("enum").iter().any(Value::is_null);
        schemas.iter().any(lists_null)
    }
}

fn has_alternatives(node: &Node<'_>) -> bool {
    UNIONS.iter().any(|keyword| node.has_items(keyword))
}

/// The values in the mapping of a discriminator, by the name of their schema.
pub(super) struct Mapping<'d>(HashMap<&'d str, Vec<&'d str>>);

impl<'d> Mapping<'d> {
    pub(super) fn of(discriminator: &Node<'d>) -> Self {
        let mut values: HashMap<&'d str, Vec<&'d str>> = HashMap::new();
        for (value, target) in discriminator.members_of("mapping") {
            let target = target.value.as_str().unwrap_or_default();
            values.entry(last_segment(target)).or_default().push(value);
        }
        Self(values)
    }

    /// The values of a schema with some names.
    pub(super) fn values_of(&self, names: &[String]) -> Vec<&'d str> {
        let unique: BTreeSet<&String> = names.iter().collect();
        let values = unique
            .into_iter()
            .filter_map(|name| self.0.get(name.as_str()));
        values.flatten().copied().collect()
    }
}

/// The search for the values of a discriminator in an alternative, and in its own alternatives.
struct Search<'a> {
    tag: &'a str,
    /// The schemas that it has come to in this alternative.
    seen: HashSet<Pointer>,
    /// The names of those in all alternatives.
    names: HashSet<String>,
    depth: usize,
    /// Whether a schema that nothing is mapped to has other values.
    has_default: bool,
}

impl<'a> Search<'a> {
    fn new(tag: &'a str) -> Self {
        Self {
            tag,
            seen: HashSet::new(),
            names: HashSet::new(),
            depth: 0,
            has_default: true,
        }
    }
}

/// The name at the end of a reference, or a name alone.
fn last_segment(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or_default()
}

//! The property that distinguishes the alternatives of a union.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Lowering;
use super::composed::Subschema;
use super::enumeration::string_of;
use super::keywords::ValueKind;
use super::union::Alternative;
use crate::diagnostics::{Code, Help};
use crate::document::{Node, UNIONS};

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
        let mapping = discriminator.members_of("mapping");
        if let Some(default) = discriminator.get("defaultMapping") {
            let message = "`defaultMapping` is not supported: a value that the mapping does not know is kept as JSON";
            let help = Help::new("no action needed if that is enough").remove();
            self.reporter
                .warning(Code::DroppedKeyword, &default.pointer, message, help);
        }
        self.check_mapping(&mapping, alternatives);
        let values = alternatives.iter().map(|alternative| {
            let schema = alternative.resolved.pointer.steps().last()?;
            alternative.node.reference()?;
            let mapped = mapping
                .iter()
                .filter(|(_, target)| leads_to(target, alternative));
            let mapped = mapped.map(|(value, _)| self.as_sent(value, &alternative.resolved, name));
            let mapped: Vec<String> = mapped.collect();
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
        let values: Vec<Vec<String>> = values.collect();
        // An alternative without a value would never be chosen, unless its tag may be null, which is not listed as a value.
        let mut all = values.iter().zip(alternatives);
        let are_known = all.all(|(values, alternative)| {
            !values.is_empty() || self.may_be_null(&alternative.resolved, name)
        });
        are_known.then(|| Discriminator {
            name: name.to_owned(),
            values,
        })
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

    /// Reports values that are mapped to something other than the alternatives.
    fn check_mapping(&self, mapping: &[(&'d str, Node<'d>)], alternatives: &[Alternative<'d>]) {
        // A value may belong to an alternative of an alternative.
        let is_union = |alternative: &Alternative<'d>| {
            UNIONS.iter().any(|key| alternative.resolved.has_items(key))
        };
        if alternatives.iter().any(is_union) {
            return;
        }
        for (value, target) in mapping {
            if !alternatives
                .iter()
                .any(|alternative| leads_to(target, alternative))
            {
                let message = format!(
                    "`{value}` is mapped to a schema that is not one of the alternatives, so it is not known"
                );
                let help = Help::new(
                    "add the schema to the alternatives, or remove the value from the mapping",
                );
                self.reporter
                    .warning(Code::UnresolvedReference, &target.pointer, message, help);
            }
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

/// Whether an entry of a mapping names an alternative, by a reference or by its name.
fn leads_to(target: &Node<'_>, alternative: &Alternative<'_>) -> bool {
    let target = target.value.as_str().unwrap_or_default();
    let Some(schema) = alternative.resolved.pointer.steps().last() else {
        return false;
    };
    let is_name = || {
        let start = target.strip_suffix(schema.as_str());
        start.is_some_and(|start| start.is_empty() || start.ends_with('/'))
    };
    let reference = alternative.node.reference();
    reference.is_some_and(|reference| target == reference || is_name())
}

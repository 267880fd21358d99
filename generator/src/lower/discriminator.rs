//! The property that distinguishes the alternatives of a union.

use std::collections::BTreeSet;

use super::union::Alternative;
use super::{Lowering, fields};
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
        self.check_fields(discriminator, &fields::DISCRIMINATOR);
        let name = discriminator.string("propertyName")?;
        let mapping = discriminator.members_of("mapping");
        self.check_mapping(&mapping, alternatives);
        let values = alternatives.iter().map(|alternative| {
            let schema = alternative.resolved.pointer.steps().last()?;
            alternative.node.reference()?;
            let mapped = mapping
                .iter()
                .filter(|(_, target)| leads_to(target, alternative));
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
        let discriminator = Discriminator {
            name: name.to_owned(),
            values: values.collect(),
        };
        // An alternative without a value would never be chosen.
        discriminator
            .values
            .iter()
            .all(|values| !values.is_empty())
            .then_some(discriminator)
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

    /// A property that every alternative requires, with values that no other alternative has.
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
            let values = alternatives
                .clone()
                .map(|schema| self.values_of(schema, name));
            let values: Vec<Vec<String>> = values.collect();
            let mut seen = BTreeSet::new();
            let distinct = values.iter().all(|values| {
                !values.is_empty() && values.iter().all(|value| seen.insert(value.clone()))
            });
            distinct.then(|| Discriminator {
                name: name.to_owned(),
                values,
            })
        })
    }
}

/// Whether an entry of a mapping names an alternative, by a reference or by its name.
fn leads_to(target: &Node<'_>, alternative: &Alternative<'_>) -> bool {
    let target = target.value.as_str().unwrap_or_default();
    let Some(schema) = alternative.resolved.pointer.steps().last() else {
        return false;
    };
    alternative.node.reference().is_some_and(|reference| {
        target == reference || target == *schema || target.ends_with(&format!("/{schema}"))
    })
}

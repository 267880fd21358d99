//! Enumerations for a property that several subschemas describe.

use std::collections::HashSet;

use super::Lowering;
use super::types::Scope;
use crate::api::{ConstantKind, Enumeration, EnumerationValue, Shape, Type, TypeDef};
use crate::diagnostics::{Code, Help};
use crate::document::Node;

/// Maximum number of nested schemas that are compared for one property.
const MOST_COMPARED: usize = 100;

impl<'d> Lowering<'_, 'd> {
    /// The enumeration of a property with values of two others: those that are in both if both hold, or those of either for
    /// alternatives. `None` if these are not enumerations of the same kind.
    pub(super) fn shared_values(
        &mut self,
        (known, other): (&Type, &Type),
        all_hold: bool,
        scope: &Scope,
        schema: &Node<'d>,
    ) -> Option<Type> {
        if let (Type::Array(known), Type::Array(other)) = (known, other) {
            let item = self.shared_values((known, other), all_hold, scope, schema)?;
            return Some(Type::Array(Box::new(item)));
        }
        let (known_set, other_set) = (self.enumeration_of(known)?, self.enumeration_of(other)?);
        if known_set.kind != other_set.kind {
            return None;
        }
        let mut values = either(&known_set, &other_set);
        if all_hold {
            let is_common =
                |value: &EnumerationValue| lists(&known_set, value) && lists(&other_set, value);
            if values.iter().any(is_common) {
                values.retain(is_common);
            } else {
                self.warn_of_disjoint(schema);
            }
        }
        let combined = Enumeration {
            kind: known_set.kind,
            values,
        };
        if combined == other_set {
            return Some(other.clone());
        }
        if combined == known_set {
            return Some(known.clone());
        }
        if combined.kind == ConstantKind::Boolean {
            return Some(Type::Boolean);
        }
        // The type of an earlier combination is used for nothing else.
        let own = known.named().filter(|id| self.combined.contains(id));
        let id = own.unwrap_or_else(|| self.types.reserve());
        self.combined.insert(id);
        let def = TypeDef {
            name: scope.name.clone(),
            key: scope.key.clone(),
            defined_in: scope.defined_in,
            docs: None,
            deprecated: false,
            shape: Shape::Enumeration(combined),
            at: schema.pointer.clone(),
        };
        self.types.define(id, def);
        Some(Type::Named(id))
    }

    /// Reports values of nested properties that are not in the type of the property: it is that of only one of its schemas.
    pub(super) fn check_nested_values(&self, used: &Node<'d>, unused: &Node<'d>, all_hold: bool) {
        let mut seen = HashSet::new();
        let mut open = vec![(used.clone(), unused.clone())];
        while let Some((used, unused)) = open.pop() {
            let (Ok(used), Ok(unused)) = (self.target(&used), self.target(&unused)) else {
                continue;
            };
            if used.pointer == unused.pointer
                || seen.len() == MOST_COMPARED
                || !seen.insert(used.pointer.clone())
            {
                continue;
            }
            let (Some(of_used), Some(of_unused)) =
                (self.property_set(&used), self.property_set(&unused))
            else {
                continue;
            };
            let mut names: Vec<&str> = of_used
                .names
                .intersection(&of_unused.names)
                .copied()
                .collect();
            names.sort_unstable();
            for name in names {
                let values = |schema| HashSet::<String>::from_iter(self.values_of(schema, name));
                let (of_used, of_unused) = (values(&used), values(&unused));
                let is_right = if all_hold {
                    of_used.is_subset(&of_unused)
                } else {
                    of_unused.is_subset(&of_used)
                };
                if !is_right && !of_used.is_empty() && !of_unused.is_empty() {
                    self.warn_of_nested_values(name, &used, &unused);
                }
                let of = |schema: &Node<'d>| schema.get("properties")?.get(name);
                open.extend(of(&used).zip(of(&unused)));
            }
        }
    }

    fn warn_of_nested_values(&self, name: &str, used: &Node<'d>, unused: &Node<'d>) {
        let message = format!(
            "subschemas list different values for `{name}`: the type has those at {}",
            used.pointer.to_fragment()
        );
        let help = Help::new("list the same values in all of them; other values are `Unlisted`");
        self.reporter
            .warning(Code::PropertyConflict, &unused.pointer, message, help);
    }

    fn enumeration_of(&self, ty: &Type) -> Option<Enumeration> {
        let Type::Named(id) = ty else { return None };
        match self.types.shape(*id)? {
            Shape::Enumeration(enumeration) => Some(enumeration.clone()),
            _ => None,
        }
    }

    fn warn_of_disjoint(&self, schema: &Node<'d>) {
        self.reporter.warning(
            Code::PropertyConflict,
            &schema.pointer,
            "subschemas list different values for this property: the values of all are accepted",
            Help::new("list the same values, or use `oneOf`"),
        );
    }
}

fn lists(enumeration: &Enumeration, value: &EnumerationValue) -> bool {
    let mut values = enumeration.values.iter();
    values.any(|listed| listed.value == value.value)
}

/// The values of two enumerations.
fn either(known: &Enumeration, other: &Enumeration) -> Vec<EnumerationValue> {
    let others = other.values.iter().filter(|value| !lists(known, value));
    known.values.iter().chain(others).cloned().collect()
}

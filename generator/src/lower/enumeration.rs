//! Enumerations of strings.

use super::Lowering;
use super::schema::{Lowered, Site};
use crate::api::{Enumeration, EnumerationValue, Shape, Type};
use crate::diagnostics::Code;
use crate::document::Node;

impl<'d> Lowering<'_, 'd> {
    /// The values of one or several schemas, under the name of `node`.
    pub(super) fn enumeration(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        schemas: &[Node<'d>],
        lowered: Lowered,
    ) -> Option<Lowered> {
        let mut listed: Vec<EnumerationValue> = Vec::new();
        let mut nullable = lowered.nullable;
        for schema in schemas {
            let docs = schema.get("x-enum-descriptions");
            let describe = |value: &str, index: usize| {
                let docs = docs.as_ref()?;
                docs.text(value)
                    .or_else(|| docs.value.get(index)?.as_str())
                    .map(str::to_owned)
            };
            for (index, value) in schema.items_of("enum").into_iter().enumerate() {
                let Some(text) = value.value.as_str() else {
                    nullable |= value.value.is_null();
                    self.check_value(&value);
                    continue;
                };
                if listed.iter().all(|known| known.value != text) {
                    listed.push(EnumerationValue {
                        value: text.to_owned(),
                        docs: describe(text, index),
                    });
                }
            }
        }
        let (scope, given) = Self::naming(node, site);
        let shape = Shape::Enumeration(Enumeration { values: listed });
        let id = self.named(node, &scope, given, lowered.docs.as_deref(), shape)?;
        Some(Lowered {
            ty: Type::Named(id),
            nullable,
            ..lowered
        })
    }

    /// Reports values that are not strings: YAML reads some unquoted words as numbers and booleans.
    fn check_value(&self, value: &Node<'d>) {
        if !value.value.is_null() {
            self.reporter.warning(
                Code::EnumValue,
                &value.pointer,
                format!("enum value `{}` is not a string", value.value),
                "put it in quotes",
            );
        }
    }
}

//! Enumerations of strings and numbers, and boolean constants.

use std::collections::HashSet;

use serde_json::Value;

use super::Lowering;
use super::keywords::ValueKind;
use super::schema::{LoweredSchema, Site};
use crate::api::{Constant, ConstantKind, Enumeration, EnumerationValue, Shape, Type};
use crate::diagnostics::{Code, Reported};
use crate::document::Node;
use crate::source::whole;

/// The values that a schema lists.
pub(super) struct Values {
    kind: ConstantKind,
    listed: Vec<EnumerationValue>,
    /// The listed values, to find duplicates.
    known: HashSet<Constant>,
    has_null: bool,
}

impl Values {
    fn new(kind: ConstantKind) -> Self {
        Self {
            kind,
            listed: Vec::new(),
            known: HashSet::new(),
            has_null: false,
        }
    }

    /// Adds values, except those that are already listed.
    pub(super) fn extend(&mut self, others: Self) {
        self.has_null |= others.has_null;
        for other in others.listed {
            self.add(other);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.listed.len()
    }

    /// The values that are also in another list of the same kind; `None` if there are none.
    fn common(mut self, other: &Self) -> Option<Self> {
        if self.kind != other.kind {
            return None;
        }
        self.listed
            .retain(|value| other.known.contains(&value.value));
        self.known.retain(|value| other.known.contains(value));
        self.has_null &= other.has_null;
        (!self.listed.is_empty()).then_some(self)
    }

    fn add(&mut self, value: EnumerationValue) {
        if self.known.insert(value.value.clone()) {
            self.listed.push(value);
        }
    }
}

/// The values of a schema for numbers or booleans, if they are worth a type: integers, or one of the two booleans.
///
/// Other numbers are compared too rarely to be written as names.
pub(super) fn constants(schema: &Node<'_>, kind: ValueKind) -> Option<Values> {
    let mut values = Values::new(if kind == ValueKind::Boolean {
        ConstantKind::Boolean
    } else {
        ConstantKind::Integer
    });
    for (index, value) in schema.list("enum").iter().enumerate() {
        let constant = match value {
            Value::Null => {
                values.has_null = true;
                continue;
            }
            Value::Bool(boolean) if kind == ValueKind::Boolean => Constant::Boolean(*boolean),
            Value::Number(_) if kind != ValueKind::Boolean => Constant::Integer(integer(value)?),
            _ => return None,
        };
        values.add(described(schema, constant, index));
    }
    let most = if kind == ValueKind::Boolean {
        1
    } else {
        usize::MAX
    };
    (1..=most).contains(&values.listed.len()).then_some(values)
}

/// An integer, which may be written with a fraction of zero.
fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| whole(value.as_f64()?))
}

/// A string, number or boolean as a string, by which the variants of a union are distinguished. `2.0` is the same as `2`.
pub(super) fn string_of(value: &Value) -> Option<String> {
    match value {
        Value::String(string) => Some(string.clone()),
        Value::Bool(boolean) => Some(boolean.to_string()),
        Value::Number(number) => {
            Some(integer(value).map_or_else(|| number.to_string(), |whole| whole.to_string()))
        }
        _ => None,
    }
}

/// The extensions for docs of values: of OpenAPI Generator, and of Redocly.
const DOCS: [&str; 2] = ["x-enum-descriptions", "x-enumDescriptions"];

/// The extensions for names of values: of OpenAPI Generator, and of NSwag.
const NAMES: [&str; 2] = ["x-enum-varnames", "x-enumNames"];

/// A value with its docs, by value or in the order of the values, and its name, in their order.
fn described(schema: &Node<'_>, value: Constant, index: usize) -> EnumerationValue {
    let of = |extensions: [&str; 2], text: &dyn Fn(&Value) -> Option<String>| {
        extensions
            .iter()
            .find_map(|key| text(schema.value.get(*key)?))
    };
    let at_index = |list: &Value| list.get(index)?.as_str().map(str::to_owned);
    let by_value = |docs: &Value| Some(docs.get(value.to_string())?.as_str()?.to_owned());
    EnumerationValue {
        docs: of(DOCS, &|docs| by_value(docs).or_else(|| at_index(docs))),
        name: of(NAMES, &at_index),
        value,
    }
}

impl<'d> Lowering<'_, 'd> {
    /// The values that a schema for strings lists.
    pub(super) fn strings_of(&self, schema: &Node<'d>) -> Values {
        let mut values = Values::new(ConstantKind::String);
        for (index, value) in schema.items_of("enum").into_iter().enumerate() {
            match value.value.as_str() {
                Some(string) => {
                    values.add(described(
                        schema,
                        Constant::String(string.to_owned()),
                        index,
                    ));
                }
                None if value.value.is_null() => values.has_null = true,
                None => self.warn_of_value(&value, "a string", "put it in quotes"),
            }
        }
        values
    }

    /// The values that all of several enumerations list; `None` if one of the schemas is not an enumeration, or if no value is in
    /// all of them.
    pub(super) fn common_values(&self, schemas: &[Node<'d>]) -> Option<Values> {
        let values = schemas.iter().map(|schema| {
            let schema = self.target(schema).ok()?;
            match ValueKind::of(&schema) {
                ValueKind::String if schema.has_items("enum") => Some(self.strings_of(&schema)),
                kind @ (ValueKind::Integer | ValueKind::Number) => constants(&schema, kind),
                _ => None,
            }
        });
        let values: Option<Vec<Values>> = values.collect();
        let mut values = values?.into_iter();
        let first = values.next()?;
        values.try_fold(first, |common, other| common.common(&other))
    }

    /// A type for the values, under the name of `node`.
    pub(super) fn enumeration(
        &mut self,
        node: &Node<'d>,
        site: Site<'_>,
        values: Values,
        mut lowered: LoweredSchema,
    ) -> Result<LoweredSchema, Reported> {
        // The docs of the type list the values.
        lowered.constraints.own.remove("enum");
        let (scope, is_explicit) = Self::naming(node, site);
        let shape = Shape::Enumeration(Enumeration {
            kind: values.kind,
            values: values.listed,
        });
        let id = self.named(node, &scope, is_explicit, lowered.docs.as_deref(), shape)?;
        Ok(LoweredSchema {
            ty: Type::Named(id),
            nullable: lowered.nullable || values.has_null,
            ..lowered
        })
    }

    /// Reports the values that keep an enumeration of integers or booleans from having a type.
    pub(super) fn check_values(&self, schema: &Node<'d>, kind: ValueKind) {
        for value in schema.items_of("enum") {
            let (fits, what) = match kind {
                ValueKind::Boolean => (value.value.is_boolean(), "a boolean"),
                ValueKind::Integer => (value.value.is_number(), "an integer"),
                _ => (value.value.is_number(), "a number"),
            };
            if !fits && !value.value.is_null() {
                let help =
                    "the listed values are not known by name: remove it, or correct the `type`";
                self.warn_of_value(&value, what, help);
            }
        }
    }

    /// Reports a value of another type. YAML reads some unquoted words as numbers and booleans.
    fn warn_of_value(&self, value: &Node<'d>, what: &str, help: &'static str) {
        self.reporter.warning(
            Code::EnumValue,
            &value.pointer,
            format!("enum value `{}` is not {what}", value.value),
            help,
        );
    }
}

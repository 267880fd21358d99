//! Limits of values, and their defaults.

use serde_json::{Map, Value};

use super::{Both, ChangeKind, Differences, Side};
use crate::api::{Constraints, Property};
use crate::lower::constraints_of;
use crate::source::Pointer;

/// The values that a change of limits affects.
#[derive(Clone, Copy)]
pub(super) struct Effect {
    /// Programs send such values.
    pub(super) is_sent: bool,
    /// Programs receive such values.
    pub(super) is_received: bool,
    /// The values have the same type in both versions.
    pub(super) is_same_type: bool,
}

impl Differences<'_> {
    /// Compares the limits of a value. Only for values that are sent does a tighter limit affect programs.
    pub(super) fn limits(
        &mut self,
        item: &str,
        limits: (&Constraints, &Constraints),
        effect: Effect,
        at: &Both,
    ) {
        self.limits_of(item, (&limits.0.own, &limits.1.own), effect, at);
        self.limits_of(item, (&limits.0.each, &limits.1.each), effect, at);
    }

    /// Compares the limits of schemas that no property repeats: those of named types and of whole bodies.
    pub(super) fn limits_of_schemas(&mut self, item: &str, effect: Effect, at: &Both) {
        let limits = |side: &Side<'_>, at: &Pointer| {
            let mut limits = side.limits_at(at);
            let schema = at.find(side.document.root().value);
            let closed = schema.and_then(|schema| schema.get("additionalProperties"));
            if let Some(closed) = closed.filter(|closed| **closed == Value::Bool(false)) {
                let keyword = "additionalProperties".to_owned();
                limits.own.insert(keyword, closed.clone());
            }
            limits
        };
        let limits = (limits(self.old, &at.old), limits(self.new, &at.new));
        self.limits(item, (&limits.0, &limits.1), effect, at);
    }

    /// The limits of a property in both versions. Those of a named type are its own, unless the type is named in one version only.
    pub(super) fn limits_of_properties(
        &self,
        old: &Property,
        new: &Property,
        at: &Both,
    ) -> [Constraints; 2] {
        let named = |side: &Side<'_>, property: &Property| {
            let id = property.ty.named()?;
            let at = &side.api.type_def(id).at;
            at.is_component_schema().then(|| side.limits_at(at))
        };
        let mut limits = [&old.constraints, &new.constraints].map(Clone::clone);
        match (named(self.old, old), named(self.new, new)) {
            (Some(named), None) => limits[0].own.extend(named.own),
            (None, Some(named)) => limits[1].own.extend(named.own),
            _ => {}
        }
        for (limits, (side, at)) in limits
            .iter_mut()
            .zip([(self.old, &at.old), (self.new, &at.new)])
        {
            // A parameter has a schema of its own.
            let excluded = side.excluded_at(at);
            let excluded = excluded.or_else(|| side.excluded_at(&at.join("schema")));
            limits.own.extend(excluded);
        }
        limits
    }

    fn limits_of(
        &mut self,
        item: &str,
        (old, new): (&Map<String, Value>, &Map<String, Value>),
        effect: Effect,
        at: &Both,
    ) {
        let mut keywords: Vec<&String> = old.keys().chain(new.keys()).collect();
        keywords.sort();
        keywords.dedup();
        for keyword in keywords {
            let values = (old.get(keyword), new.get(keyword));
            if values.0 == values.1 {
                continue;
            }
            let kind = match keyword.as_str() {
                // The type of the value says it.
                "format" if !effect.is_same_type => continue,
                "default" if effect.is_sent => ChangeKind::Default,
                "example" => ChangeKind::Description,
                "readOnly" if effect.is_sent && is_true(values.1) => ChangeKind::ReadOnly,
                "writeOnly" if effect.is_received && is_true(values.1) => ChangeKind::WriteOnly,
                // Programs cannot send properties that they do not know.
                "default" | "readOnly" | "writeOnly" | "additionalProperties" => ChangeKind::Limit,
                // Values of types are compared as variants.
                "enum"
                    if values.0.is_some_and(all_strings) || values.1.is_some_and(all_strings) =>
                {
                    continue;
                }
                _ if effect.is_sent && !is_looser(keyword, values) => ChangeKind::LimitTightened,
                _ => ChangeKind::Limit,
            };
            let text = |value: Option<&Value>| match value {
                Some(value) => format!("{keyword}: {value}"),
                None => format!("no {keyword}"),
            };
            self.differs(kind, item, (text(values.0), text(values.1)), at);
        }
    }
}

impl Side<'_> {
    /// The limits of a schema that are not compared as its values or with the properties that have it.
    fn limits_at(&self, at: &Pointer) -> Constraints {
        let schema = at.find(self.document.root().value);
        let mut limits = schema.map(constraints_of).unwrap_or_default();
        for keyword in ["enum", "readOnly", "writeOnly"] {
            limits.own.remove(keyword);
        }
        limits.own.extend(self.excluded_at(at));
        limits
    }

    /// The values that a schema excludes, which docs do not repeat.
    fn excluded_at(&self, at: &Pointer) -> Option<(String, Value)> {
        let schema = at.find(self.document.root().value)?;
        Some(("not".to_owned(), schema.get("not")?.clone()))
    }
}

fn is_true(value: Option<&Value>) -> bool {
    value == Some(&Value::Bool(true))
}

fn all_strings(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|values| values.iter().all(Value::is_string))
}

/// Whether everything that was accepted still is.
fn is_looser(keyword: &str, (old, new): (Option<&Value>, Option<&Value>)) -> bool {
    let (Some(old), Some(new)) = (old, new) else {
        // A keyword that is gone restricts nothing.
        return new.is_none() || *new.unwrap_or(&Value::Null) == Value::Bool(false);
    };
    match keyword {
        "maxLength" | "maxItems" | "maxProperties" | "maximum" | "exclusiveMaximum" => {
            new.as_f64() >= old.as_f64()
        }
        "minLength" | "minItems" | "minProperties" | "minimum" | "exclusiveMinimum" => {
            new.as_f64() <= old.as_f64()
        }
        "multipleOf" => match (old.as_f64(), new.as_f64()) {
            (Some(old), Some(new)) => new != 0.0 && (old / new).fract() == 0.0,
            _ => false,
        },
        "enum" => match (old.as_array(), new.as_array()) {
            (Some(old), Some(new)) => old.iter().all(|value| new.contains(value)),
            _ => false,
        },
        "uniqueItems" => *new == Value::Bool(false),
        _ => false,
    }
}

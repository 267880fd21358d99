//! Limits of values, and their defaults.

use serde_json::{Map, Value};

use super::{Both, ChangeKind, Differences};
use crate::api::Constraints;

/// The values that a change of limits affects.
#[derive(Clone, Copy)]
pub(super) struct Effect {
    /// Programs send such values.
    pub(super) is_sent: bool,
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
                // A change of direction changes the fields, which are compared themselves.
                "default" | "readOnly" | "writeOnly" => ChangeKind::Limit,
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

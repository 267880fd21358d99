//! Values in examples: those of the document, or others that fit.

use serde_json::{Map, Value};

use crate::api::{Constraints, Enumeration, IntegerFormat, Property};

/// A text if the document has none.
pub(super) const ANY_TEXT: &str = "\"value\"";

/// The longest text of the document in an example.
const MOST_CHARACTERS: usize = 40;

/// The longest object of the document in an example, in characters.
const LONGEST_OBJECT: usize = 80;

/// The text that the document has as an example, or else the name of the input, if they are harmless in a doc comment.
pub(super) fn text(example: Option<&Value>, name: Option<&str>) -> String {
    let text = example.and_then(Value::as_str).and_then(literal);
    let text = text.or_else(|| literal(name?));
    text.unwrap_or_else(|| ANY_TEXT.to_owned())
}

/// A short text as code, if it is harmless in a doc comment.
pub(super) fn literal(text: &str) -> Option<String> {
    let is_plain = |char: char| char.is_alphanumeric() || char == ' ' || char.is_ascii_graphic();
    let is_short = text.chars().count() <= MOST_CHARACTERS;
    (is_short && text.chars().all(is_plain)).then(|| format!("{text:?}"))
}

/// The content of a `json_object!`, if it is short and harmless.
pub(super) fn object_literal(example: &Value) -> Option<String> {
    let object = example.as_object().filter(|object| !object.is_empty());
    let literal = object.and_then(|_| json_literal(example));
    literal.filter(|literal| literal.chars().count() <= LONGEST_OBJECT)
}

fn json_literal(value: &Value) -> Option<String> {
    Some(match value {
        Value::String(text) => literal(text)?,
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(json_literal).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::Object(members) => {
            let members = members.iter();
            let members = members
                .map(|(name, value)| Some(format!("{}: {}", literal(name)?, json_literal(value)?)));
            let members: Option<Vec<String>> = members.collect();
            format!("{{{}}}", members?.join(", "))
        }
        Value::Number(number) if !number.is_f64() && number.as_i64().is_none() => return None,
        other => other.to_string(),
    })
}

/// What the document says about the value of an input.
#[derive(Clone, Copy, Default)]
pub(super) struct Hints<'a> {
    pub(super) example: Option<&'a Value>,
    pub(super) name: Option<&'a str>,
    pub(super) limits: Option<&'a Map<String, Value>>,
    /// The constraints of the items, if it is a list or a map.
    pub(super) each: Option<&'a Constraints>,
}

impl<'a> Hints<'a> {
    pub(super) fn of(property: &'a Property) -> Self {
        let constraints = &property.constraints;
        Self {
            example: constraints.own.get("example"),
            name: Some(&property.name),
            limits: Some(&constraints.own),
            each: constraints.each.as_deref(),
        }
    }

    /// A number within the limits, as near as possible to this one.
    fn within(&self, usual: f64) -> f64 {
        let limit = |keyword| self.limits?.get(keyword)?.as_f64();
        let least = limit("minimum").or_else(|| Some(limit("exclusiveMinimum")? + 1.0));
        let most = limit("maximum").or_else(|| Some(limit("exclusiveMaximum")? - 1.0));
        let number = least.map_or(usual, |least| usual.max(least));
        most.map_or(number, |most| number.min(most))
    }
}

pub(super) fn number(hints: &Hints<'_>) -> f64 {
    let example = hints.example.and_then(Value::as_f64);
    example.unwrap_or_else(|| hints.within(1.5))
}

pub(super) fn integer(format: IntegerFormat, hints: &Hints<'_>) -> String {
    let fits = match format {
        IntegerFormat::I64 => |_: i64| true,
        IntegerFormat::I32 => |number| i32::try_from(number).is_ok(),
        IntegerFormat::U64 => |number| number >= 0,
        IntegerFormat::U32 => |number| u32::try_from(number).is_ok(),
        _ => |_| false,
    };
    let example = hints.example.and_then(Value::as_i64);
    let within = || {
        let number = hints.within(1.0);
        // Such as `1e3`, which is an integer.
        let text = format!("{number:.0}");
        text.parse().ok().filter(|_| number.fract() == 0.0)
    };
    let number = example.or_else(within).filter(|number| fits(*number));
    number.unwrap_or(1).to_string()
}

/// The index of the value that the document has as an example, or of the first one.
pub(super) fn listed(enumeration: &Enumeration, example: Option<&Value>) -> usize {
    let mut values = enumeration.values.iter();
    let example = example.and_then(Value::as_str);
    let index =
        example.and_then(|example| values.position(|value| value.value.to_string() == example));
    index.unwrap_or_default()
}

//! Extensions that are misspelled, or have no effect where they are or with their value.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::grammar::ObjectKind;
use crate::diagnostics::{Code, Reporter, nearest};
use crate::source::Pointer;

/// An extension that the generator reads.
struct Extension {
    name: &'static str,
    /// The objects that it works in, and their name in messages.
    kinds: &'static [ObjectKind],
    place: &'static str,
    /// The form of its value.
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    String,
    Strings,
    /// By value, or in the order of the values.
    Descriptions,
    Object,
    ObjectOrFalse,
    /// Whether something holds, or the header that makes it so.
    Idempotency,
    /// Another module checks the value.
    Other,
}

impl Form {
    fn fits(self, value: &Value) -> bool {
        let is_text = |value: &Value| value.is_string() || value.is_null();
        match self {
            Self::String => value.as_str().is_some_and(|text| !text.trim().is_empty()),
            Self::Strings => value
                .as_array()
                .is_some_and(|items| items.iter().all(is_text)),
            Self::Descriptions => match value {
                Value::Array(items) => items.iter().all(is_text),
                Value::Object(members) => members.values().all(is_text),
                _ => false,
            },
            Self::Object => value.is_object(),
            Self::ObjectOrFalse => value.is_object() || *value == Value::Bool(false),
            Self::Idempotency => {
                value.is_boolean() || value.get("header").is_some_and(Value::is_string)
            }
            Self::Other => true,
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::String => "a string that is not empty",
            Self::Strings => "an array of strings",
            Self::Descriptions => "an array of strings, or an object with a string for each value",
            Self::Object | Self::Other => "an object",
            Self::Idempotency => "true, false, or an object with the name of a `header`",
            Self::ObjectOrFalse => "an object with `token` and `next`, or false",
        }
    }
}

const fn of_schemas(name: &'static str, form: Form) -> Extension {
    Extension {
        name,
        kinds: &[ObjectKind::Schema],
        place: "a schema",
        form,
    }
}

const EXTENSIONS: [Extension; 12] = [
    Extension {
        name: "x-env",
        kinds: &[
            ObjectKind::Server,
            ObjectKind::SecurityScheme,
            ObjectKind::Parameter,
        ],
        place: "the first server of the document, a security scheme or a header parameter",
        form: Form::Other,
    },
    of_schemas("x-error-body", Form::Object),
    of_schemas("x-enum-descriptions", Form::Descriptions),
    of_schemas("x-enum-varnames", Form::Strings),
    of_schemas("x-enumDescriptions", Form::Descriptions),
    of_schemas("x-enumNames", Form::Strings),
    Extension {
        name: "x-idempotent",
        kinds: &[ObjectKind::Operation],
        place: "an operation",
        form: Form::Idempotency,
    },
    Extension {
        name: "x-paging",
        kinds: &[ObjectKind::Operation],
        place: "an operation",
        form: Form::ObjectOrFalse,
    },
    of_schemas("x-rust-name", Form::String),
    of_schemas("x-rust-newtype", Form::String),
    of_schemas("x-rust-type", Form::Other),
    Extension {
        name: "x-style",
        kinds: &[ObjectKind::Parameter],
        place: "a query parameter",
        form: Form::String,
    },
];

/// Reports extensions without effect.
pub(super) fn check(root: &Value, reporter: &Reporter) {
    ObjectKind::Document.walk(root, &mut Pointer::root(), &mut |kind, members, at| {
        if EXTENSIONS
            .iter()
            .any(|extension| extension.kinds.contains(&kind))
        {
            check_members(kind, members, at, reporter);
        }
        true
    });
}

fn check_members(
    kind: ObjectKind,
    members: &Map<String, Value>,
    at: &Pointer,
    reporter: &Reporter,
) {
    for (key, value) in members.iter().filter(|(key, _)| key.starts_with("x-")) {
        let known = EXTENSIONS.iter().find(|extension| extension.name == key);
        let (code, message, help) = match known {
            Some(Extension { kinds, place, .. })
                if !kinds.contains(&kind) || key == "x-env" && !is_setting(kind, members, at) =>
            {
                (
                    Code::UnknownKeyword,
                    format!("`{key}` has no effect here"),
                    format!("move it to {place}, or remove it"),
                )
            }
            Some(Extension { form, .. }) if !form.fits(value) => (
                Code::Invalid,
                format!("`{key}` must be {}", form.in_words()),
                "it has no effect: fix its value, or remove it if it is meant for another tool"
                    .to_owned(),
            ),
            Some(Extension {
                form: Form::Strings,
                ..
            }) => {
                check_names(key, value, members, at, reporter);
                continue;
            }
            Some(_) => continue,
            None => {
                // The prefix must not count as a similarity.
                let names = EXTENSIONS.iter().map(|extension| &extension.name[2..]);
                let Some(near) = nearest(&key[2..], names) else {
                    continue;
                };
                (
                    Code::UnknownKeyword,
                    format!("unknown extension `{key}`; did you mean `x-{near}`?"),
                    "no action needed if it is meant for another tool; otherwise fix its spelling"
                        .to_owned(),
                )
            }
        };
        reporter.warning(code, &at.join(key.as_str()), message, help);
    }
}

/// Reports names of values that cannot be meant: their number is wrong, or two values have the same one.
fn check_names(
    key: &str,
    names: &Value,
    members: &Map<String, Value>,
    at: &Pointer,
    reporter: &Reporter,
) {
    let (Some(names), Some(values)) = (
        names.as_array(),
        members.get("enum").and_then(Value::as_array),
    ) else {
        return;
    };
    let at = at.join(key);
    // Null is not a variant, so it needs no name.
    let last = values.iter().rposition(|value| !value.is_null());
    let fewest = last.map_or(0, |last| last + 1);
    if !(fewest..=values.len()).contains(&names.len()) {
        let (count, expected) = (names.len(), values.len());
        let message = format!("`{key}` has {count} names for {expected} values");
        let help = "write one name for each value, in the order of the values, or null for none";
        reporter.warning(Code::EnumValue, &at, message, help);
    }
    let mut seen = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        let (Some(name), Some(value)) = (name.as_str(), values.get(index)) else {
            continue;
        };
        let is_taken = *seen.entry(name).or_insert(value) != value;
        let begins_with_digit = name.starts_with(|first: char| first.is_ascii_digit());
        let (message, help) = if is_taken {
            (
                format!("two values have the name `{name}`, so one of them gets a number"),
                "give each value its own name",
            )
        } else if begins_with_digit && !name.contains(char::is_whitespace) {
            (
                format!("the name `{name}` begins with a digit, so it gets a letter before it"),
                "write a name that begins with a letter",
            )
        } else {
            continue;
        };
        reporter.warning(Code::EnumValue, &at.join(index.to_string()), message, help);
    }
}

/// Whether an object is a setting of the client, or can be one.
fn is_setting(kind: ObjectKind, members: &Map<String, Value>, at: &Pointer) -> bool {
    match kind {
        ObjectKind::Server => at.steps() == ["servers", "0"],
        ObjectKind::Parameter => members.get("in").and_then(Value::as_str) == Some("header"),
        _ => true,
    }
}

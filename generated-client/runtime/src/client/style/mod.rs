//! Conversion of parameter values to text: the styles of OpenAPI, and `name.key=value` for objects.

use std::borrow::Cow;

use serde_json::Value;

use super::percent::{encode, encode_with_reserved};

/// The way a parameter that is an array or an object is written.
///
/// The constants are the styles of OpenAPI, with and without `explode`, and [`Style::DOT_OBJECT`], which is an extension.
/// `null`, empty arrays and empty objects are not sent. Values that are nested too deeply for a style are sent as JSON
/// text, except for arrays of scalars in the objects of [`Style::FORM`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Style {
    /// The prefix of the text.
    prefix: &'static str,
    /// Whether the parameter's name precedes the value.
    named: bool,
    /// The separator of items that are written separately; `None` writes them as one value.
    exploded: Option<&'static str>,
    /// The separator of items within one value.
    joiner: &'static str,
    /// The names of an exploded object's members.
    members: Members,
    /// Whether the value is always one JSON text.
    json: bool,
    /// Whether reserved characters are written as they are.
    reserved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Members {
    /// `key=value`
    Plain,
    /// `name[key]=value`
    Brackets,
    /// `name.key=value`
    Dots,
    /// `name={"key":"value"}`
    Json,
}

impl Style {
    /// `a,b` and `key,value`: the default of path and header parameters.
    pub const SIMPLE: Self = Self {
        prefix: "",
        named: false,
        exploded: None,
        joiner: ",",
        members: Members::Plain,
        json: false,
        reserved: false,
    };
    /// `a,b` and `key=value`.
    pub const SIMPLE_EXPLODED: Self = Self {
        exploded: Some(","),
        ..Self::SIMPLE
    };
    /// `.a,b` and `.key,value`.
    pub const LABEL: Self = Self {
        prefix: ".",
        ..Self::SIMPLE
    };
    /// `.a.b` and `.key=value`.
    pub const LABEL_EXPLODED: Self = Self {
        exploded: Some("."),
        ..Self::LABEL
    };
    /// `;name=a,b` and `;name=key,value`.
    pub const MATRIX: Self = Self {
        prefix: ";",
        named: true,
        ..Self::SIMPLE
    };
    /// `;name=a;name=b` and `;key=value`.
    pub const MATRIX_EXPLODED: Self = Self {
        exploded: Some(";"),
        ..Self::MATRIX
    };
    /// `name=a&name=b` and `key=value`, or `key=a&key=b`: the default of query and cookie parameters.
    pub const FORM: Self = Self {
        named: true,
        exploded: Some("&"),
        ..Self::SIMPLE
    };
    /// `name=a,b` and `name=key,value`.
    pub const FORM_JOINED: Self = Self {
        exploded: None,
        ..Self::FORM
    };
    /// `name=a%20b`.
    pub const SPACE_DELIMITED: Self = Self {
        joiner: "%20",
        ..Self::FORM_JOINED
    };
    /// `name=a|b`, with the bar percent-encoded.
    pub const PIPE_DELIMITED: Self = Self {
        joiner: "%7C",
        ..Self::FORM_JOINED
    };
    /// `name[key]=value`, with the brackets percent-encoded.
    pub const DEEP_OBJECT: Self = Self {
        members: Members::Brackets,
        ..Self::FORM
    };
    /// `name.key=value`.
    pub const DOT_OBJECT: Self = Self {
        members: Members::Dots,
        ..Self::FORM
    };

    /// `name=a&name=b`, but `name={"key":"value"}` for objects: the default of the properties of forms.
    pub const FIELD: Self = Self {
        members: Members::Json,
        ..Self::FORM
    };

    /// `name={"key":"value"}`, with the JSON percent-encoded.
    pub const JSON: Self = Self {
        json: true,
        ..Self::FORM
    };
    /// `{"key":"value"}` without the name, for paths and headers.
    pub const JSON_VALUE: Self = Self {
        named: false,
        ..Self::JSON
    };

    /// The same style with reserved characters such as `/` and `:` as they are, except for those that would end the value:
    /// `&`, `#`, `+`, `%`, `[` and `]`.
    #[must_use]
    pub const fn with_reserved(self) -> Self {
        Self {
            reserved: true,
            ..self
        }
    }

    /// Writes a value, percent-encoded; `None` if there is nothing to send.
    pub(super) fn write(self, name: &str, value: &Value) -> Option<String> {
        let encode = if self.reserved {
            encode_with_reserved
        } else {
            encode
        };
        self.write_with(name, value, encode)
    }

    /// Writes a value as it is, for a place without percent-encoding.
    pub(super) fn write_raw(self, name: &str, value: &Value) -> Option<String> {
        self.write_with(name, value, str::to_owned)
    }

    fn write_with(self, name: &str, value: &Value, encode: fn(&str) -> String) -> Option<String> {
        let name = if self.named {
            encode(name)
        } else {
            String::new()
        };
        if self.json || self.members == Members::Json && value.is_object() {
            return (!value.is_null()).then(|| self.item(&name, encode(&value.to_string())));
        }
        if is_scalar(value) && !value.is_null() {
            let item = self.item(&name, encode(&plain_text(value)));
            return Some(self.prefixed(item));
        }
        let mut items = Vec::new();
        if matches!(self.members, Members::Plain | Members::Json) {
            self.flat(&name, self.pairs(value, encode), &mut items);
        } else {
            self.nested(&name, value, encode, &mut items);
        }
        let separator = self.exploded.unwrap_or_default();
        (!items.is_empty()).then(|| self.prefixed(items.join(separator)))
    }

    fn prefixed(self, text: String) -> String {
        match self.prefix {
            "" => text,
            prefix => [prefix, &text].concat(),
        }
    }

    fn flat(self, name: &str, pairs: Vec<(Option<String>, String)>, items: &mut Vec<String>) {
        if self.exploded.is_some() {
            for (key, value) in pairs {
                items.push(match key {
                    Some(key) => [&key, "=", &value].concat(),
                    None => self.item(name, value),
                });
            }
        } else if !pairs.is_empty() {
            let mut texts = Vec::new();
            for (key, value) in pairs {
                texts.extend(key);
                texts.push(value);
            }
            items.push(self.item(name, texts.join(self.joiner)));
        }
    }

    /// The items of an array, the members of an object with their keys, or a single value; `null` is left out.
    fn pairs(self, value: &Value, encode: fn(&str) -> String) -> Vec<(Option<String>, String)> {
        let mut pairs = Vec::new();
        let mut push = |key: Option<&String>, value: &Value| {
            if !value.is_null() {
                pairs.push((key.map(|key| encode(key)), encode(&plain_text(value))));
            }
        };
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    match value {
                        // As for a parameter of its own. The other styles have no such convention.
                        Value::Array(items) if self.is_form() && items.iter().all(is_scalar) => {
                            for item in items {
                                push(Some(key), item);
                            }
                        }
                        value => push(Some(key), value),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| push(None, value)),
            scalar => push(None, scalar),
        }
        pairs
    }

    /// Whether each item is a pair of a query.
    fn is_form(self) -> bool {
        self.exploded == Self::FORM.exploded
    }

    fn item(self, name: &str, value: String) -> String {
        match self.named {
            // RFC 6570 writes `;name` for an empty value, but `name=` in a query.
            true if value.is_empty() && self.prefix == ";" => name.to_owned(),
            true => [name, "=", &value].concat(),
            false => value,
        }
    }

    /// Writes nested objects, with each level named after the one above.
    fn nested(
        self,
        name: &str,
        value: &Value,
        encode: fn(&str) -> String,
        items: &mut Vec<String>,
    ) {
        let member = |key: &str| match self.members {
            Members::Brackets => format!("{name}{}{}{}", encode("["), encode(key), encode("]")),
            _ => format!("{name}.{}", encode(key)),
        };
        match value {
            Value::Null => {}
            Value::Object(members) => {
                for (key, value) in members {
                    self.nested(&member(key), value, encode, items);
                }
            }
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    // Brackets come from frameworks that number the items; there is no such convention for dots.
                    let name = if self.members == Members::Brackets {
                        &member(&index.to_string())
                    } else {
                        name
                    };
                    self.nested(name, value, encode, items);
                }
            }
            scalar => items.push(format!("{name}={}", encode(&plain_text(scalar)))),
        }
    }
}

fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::Array(_) | Value::Object(_))
}

/// A value as text: a string without its quotes, anything else as JSON.
pub(super) fn plain_text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => text.into(),
        value => value.to_string().into(),
    }
}

#[cfg(test)]
mod tests;

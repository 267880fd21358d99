//! A node of the document together with where it is.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Document, Pointer};
use crate::diagnostics::Reporter;

/// References that may follow one another before something else comes.
const LONGEST_CHAIN: usize = 50;

/// A value of the document and the way to it.
#[derive(Clone, Debug)]
pub(crate) struct Node<'d> {
    pub(super) document: &'d Document,
    pub(crate) value: &'d Value,
    pub(crate) pointer: Pointer,
}

impl<'d> Node<'d> {
    pub(crate) fn get(&self, key: &str) -> Option<Node<'d>> {
        let value = self.value.as_object()?.get(key)?;
        Some(Node {
            document: self.document,
            value,
            pointer: self.pointer.join(key),
        })
    }

    /// The members of an object, in the document's order; none if it is no object.
    pub(crate) fn members(&self) -> Vec<(&'d str, Node<'d>)> {
        let members = self.value.as_object().into_iter().flatten();
        let node = |(key, value): (&'d String, &'d Value)| {
            let pointer = self.pointer.join(key.as_str());
            (
                key.as_str(),
                Node {
                    document: self.document,
                    value,
                    pointer,
                },
            )
        };
        members.map(node).collect()
    }

    /// The items of an array; none if it is no array.
    pub(crate) fn items(&self) -> Vec<Node<'d>> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        let node = |(index, value): (usize, &'d Value)| {
            let pointer = self.pointer.join(index.to_string());
            Node {
                document: self.document,
                value,
                pointer,
            }
        };
        items.map(node).collect()
    }

    /// The members of the object under a key; none if there is no such.
    pub(crate) fn members_of(&self, key: &str) -> Vec<(&'d str, Node<'d>)> {
        self.get(key).map(|node| node.members()).unwrap_or_default()
    }

    /// The items of the array under a key; none if there is no such.
    pub(crate) fn items_of(&self, key: &str) -> Vec<Node<'d>> {
        self.get(key).map(|node| node.items()).unwrap_or_default()
    }

    pub(crate) fn text(&self, key: &str) -> Option<&'d str> {
        self.value.get(key)?.as_str()
    }

    pub(crate) fn flag(&self, key: &str) -> bool {
        self.value
            .get(key)
            .and_then(Value::as_bool)
            .unwrap_or(false)
    }

    pub(crate) fn reference(&self) -> Option<&'d str> {
        self.text("$ref")
    }

    /// Follows `$ref`s until there is none. What leads nowhere, or round in a circle, is reported.
    pub(crate) fn resolve(self, reporter: &Reporter) -> Option<Node<'d>> {
        self.resolve_until(|_| false, reporter)
    }

    /// The same, up to a node that says enough.
    pub(crate) fn resolve_until(
        self,
        says_enough: impl Fn(&Node<'d>) -> bool,
        reporter: &Reporter,
    ) -> Option<Node<'d>> {
        let mut seen = HashSet::new();
        let mut node = self;
        while let Some(reference) = node.reference().filter(|_| !says_enough(&node)) {
            if !seen.insert(node.pointer.clone()) || seen.len() > LONGEST_CHAIN {
                let message =
                    format!("`{reference}` leads in a circle, or through too many others");
                reporter.error_with_help(
                    "circular-reference",
                    &node.pointer.join("$ref"),
                    message,
                    "refer to a definition",
                );
                return None;
            }
            node = node.follow(reference, reporter)?;
        }
        Some(node)
    }

    fn follow(&self, reference: &str, reporter: &Reporter) -> Option<Node<'d>> {
        let at = self.pointer.join("$ref");
        let Some(pointer) = Pointer::from_fragment(reference) else {
            let message = format!("`{reference}` is no pointer in this document");
            reporter.error_with_help(
                "unresolved-reference",
                &at,
                message,
                "define it in `components`, and mend the `$ref`",
            );
            return None;
        };
        let target = self.document.node(&pointer);
        if target.is_none() {
            let message = format!("`{reference}` does not exist in this document");
            reporter.error_with_help(
                "unresolved-reference",
                &at,
                message,
                "define it, or mend the `$ref`",
            );
        }
        target
    }

    /// Reads this node as one of the types of `openapiv3`. The members in `children` are left out (or empty where they
    /// must be there): they are nodes of their own, read when the walk comes to them. So a mistake is told where it is, and a
    /// deep document costs no more than a flat one.
    pub(crate) fn read<T: DeserializeOwned>(
        &self,
        children: &[(&str, Child)],
        reporter: &Reporter,
    ) -> Option<T> {
        let Some(members) = self.value.as_object() else {
            reporter.error("invalid", &self.pointer, "an object is expected here");
            return None;
        };
        let mut shallow = Map::new();
        for (key, value) in members {
            match children.iter().find(|(child, _)| child == key) {
                None => shallow.insert(key.clone(), value.clone()),
                Some((_, Child::Left)) => continue,
                Some((_, Child::Empty)) => shallow.insert(key.clone(), emptied(value)),
                Some((_, Child::Object)) => shallow.insert(key.clone(), empty(value)),
            };
        }
        loop {
            let error = match serde_json::from_value(Value::Object(shallow.clone())) {
                Ok(read) => return Some(read),
                Err(error) => error.to_string(),
            };
            let filler = FILLERS.iter().find(|(key, _)| is_missing(&error, key));
            if let Some((key, text)) = filler {
                reporter.warning(
                    "missing",
                    &self.pointer,
                    format!("OpenAPI asks for `{key}` here"),
                    format!("add `{key}` with an overlay"),
                );
                shallow.insert(
                    (*key).to_owned(),
                    text.map_or_else(empty_object, Value::from),
                );
                continue;
            }
            // The types are flattened, so that the error does not tell the member: it is the one without which there is another
            // error, or none.
            let without = |key: &str| {
                let mut others = shallow.clone();
                others.shift_remove(key);
                let read = serde_json::from_value::<T>(Value::Object(others));
                read.err().map(|error| error.to_string())
            };
            let mut keys = shallow.keys();
            let culprit = keys
                .find(|key| without(key).as_ref() != Some(&error))
                .cloned();
            let at = culprit.as_ref();
            let at = at.map_or(self.pointer.clone(), |key| self.pointer.join(key.as_str()));
            let message = format!("this is not as OpenAPI 3.0 has it: {error}");
            let help = "mend it, or replace it with an overlay";
            let can_miss = |key: &String| {
                let is_filled = FILLERS.iter().any(|(filled, _)| filled == key);
                is_filled || without(key).is_none_or(|error| !is_missing(&error, key))
            };
            let Some(key) = culprit.filter(can_miss) else {
                reporter.error_with_help("invalid", &at, message, help);
                return None;
            };
            reporter.warning("invalid", &at, format!("{message}; it is ignored"), help);
            shallow.shift_remove(&key);
        }
    }

    /// The members of what has to be an object.
    pub(crate) fn expect_members(&self, reporter: &Reporter) -> Vec<(&'d str, Node<'d>)> {
        if !self.value.is_object() {
            reporter.error("invalid", &self.pointer, "an object is expected here");
        }
        self.members()
    }

    /// The items of what has to be an array.
    pub(crate) fn expect_items(&self, reporter: &Reporter) -> Vec<Node<'d>> {
        if !self.value.is_array() {
            reporter.error("invalid", &self.pointer, "an array is expected here");
        }
        self.items()
    }
}

/// What has to be there, and nothing is lost by doing without: a text, or else an object.
const FILLERS: [(&str, Option<&str>); 4] = [
    ("description", Some("")),
    ("title", Some("")),
    ("version", Some("")),
    ("content", None),
];

fn is_missing(error: &str, key: &str) -> bool {
    error == format!("missing field `{key}`")
}

fn empty_object() -> Value {
    Value::Object(Map::new())
}

/// What stands for a child while its parent is read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Child {
    /// Nothing.
    Left,
    /// An empty object.
    Object,
    /// The same array or object with empty objects in it.
    Empty,
}

/// An object loses its members; anything else stays, to be judged where it stands.
fn empty(value: &Value) -> Value {
    if value.is_object() {
        empty_object()
    } else {
        value.clone()
    }
}

fn emptied(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(empty).collect()),
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| (key.clone(), empty(value)));
            Value::Object(members.collect())
        }
        other => other.clone(),
    }
}

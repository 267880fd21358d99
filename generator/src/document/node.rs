//! A node of the document, together with its location.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::Document;
use super::keyword::{Role, keyword};
use super::near::{DEFINE, meant, smallest};
use crate::diagnostics::{Code, Help, IGNORED, Reported, Reporter};
use crate::source::Pointer;

/// Help for circular references.
const DEFINITION: &str = "make one of the references point to a definition";

/// Maximum length of a chain of references.
const LONGEST_CHAIN: usize = 50;

/// A value of the document, and the pointer to it.
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

    /// The value of an extension that counts only where it is trusted: in overlays, or in the whole document if the options say so.
    pub(crate) fn trusted(&self, extension: &str) -> Option<Node<'d>> {
        let node = self.get(extension)?;
        let (source, pointer) = self.origin_of(&node.pointer);
        self.document
            .trust
            .includes(source, &pointer)
            .then_some(node)
    }

    /// The source of a node of the same document, and the pointer in it. Copies of a node have the same.
    pub(crate) fn origin_of(&self, pointer: &Pointer) -> (usize, Pointer) {
        self.document.origins.of(pointer)
    }

    /// The keys of an object; empty if the node is not an object.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        let members = self.value.as_object().into_iter().flatten();
        members.map(|(key, _)| key.as_str())
    }

    /// Whether there is a value under a key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    /// Whether there is a non-empty object under a key.
    pub(crate) fn has_members(&self, key: &str) -> bool {
        let members = self.value.get(key).and_then(Value::as_object);
        members.is_some_and(|members| !members.is_empty())
    }

    /// Whether there is a non-empty array under a key.
    pub(crate) fn has_items(&self, key: &str) -> bool {
        !self.list(key).is_empty()
    }

    /// The values in the array under a key; empty if there is no such array. Reporting one of them needs a node, which costs more.
    pub(crate) fn list(&self, key: &str) -> &'d [Value] {
        let items = self.value.get(key).and_then(Value::as_array);
        items.map_or(&[], Vec::as_slice)
    }

    /// The members of an object, in document order; empty if the node is not an object.
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

    /// The items of an array; empty if the node is not an array.
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

    /// The members of the object under a key; empty if there is no such object.
    pub(crate) fn members_of(&self, key: &str) -> Vec<(&'d str, Node<'d>)> {
        self.get(key).map(|node| node.members()).unwrap_or_default()
    }

    /// The number of members of the object under a key.
    pub(crate) fn member_count(&self, key: &str) -> usize {
        let members = self.value.get(key).and_then(Value::as_object);
        members.map_or(0, serde_json::Map::len)
    }

    /// The items of the array under a key; empty if there is no such array.
    pub(crate) fn items_of(&self, key: &str) -> Vec<Node<'d>> {
        self.get(key).map(|node| node.items()).unwrap_or_default()
    }

    pub(crate) fn string(&self, key: &str) -> Option<&'d str> {
        self.value.get(key)?.as_str()
    }

    pub(crate) fn flag(&self, key: &str) -> bool {
        self.value
            .get(key)
            .and_then(Value::as_bool)
            .unwrap_or(false)
    }

    pub(crate) fn reference(&self) -> Option<&'d str> {
        self.string("$ref")
    }

    /// Follows `$ref`s to the end of the chain. Reports references that are unresolved or circular.
    pub(crate) fn resolve(self, reporter: &Reporter) -> Result<Node<'d>, Reported> {
        self.resolve_until(|_| false, reporter)
    }

    /// The same, but stops at the first node for which `says_enough` holds.
    pub(crate) fn resolve_until(
        self,
        says_enough: impl Fn(&Node<'d>) -> bool,
        reporter: &Reporter,
    ) -> Result<Node<'d>, Reported> {
        let mut seen = HashSet::new();
        let mut node = self;
        while let Some(reference) = node.reference().filter(|_| !says_enough(&node)) {
            if !seen.insert(node.pointer.clone()) || seen.len() > LONGEST_CHAIN {
                let message = format!(
                    "`{reference}` is circular, or leads through too many other references"
                );
                let at = node.pointer.join("$ref");
                return Err(reporter.error(Code::CircularReference, &at, message, DEFINITION));
            }
            node.check_siblings(reporter);
            node.check_flags(reporter);
            node = node.follow(reference, reporter)?;
        }
        Ok(node)
    }

    /// Reports what is ignored next to a `$ref`. Annotations are harmless, or are read where a schema is used.
    fn check_siblings(&self, reporter: &Reporter) {
        let is_kept = |key: &&str| {
            let is_annotation = keyword(key).is_some_and(|known| known.role == Role::Annotation);
            let is_extension = key.starts_with("x-") && *key != "x-rust-newtype";
            is_extension || is_annotation || ["$ref", "summary"].contains(key)
        };
        for key in self.keys().filter(|key| !is_kept(key)) {
            reporter.warning(
                Code::RefSibling,
                &self.pointer.join(key),
                format!("`{key}` next to `$ref` has no effect"),
                Help::new("move it to the target of the `$ref`; a schema can have both in `allOf`")
                    .remove(),
            );
        }
    }

    /// Reports flags next to a `$ref` that are not booleans. Elsewhere, reading the schema reports them.
    fn check_flags(&self, reporter: &Reporter) {
        for key in ["nullable", "deprecated", "readOnly", "writeOnly"] {
            if let Some(flag) = self.get(key).filter(|flag| !flag.value.is_boolean()) {
                let message = format!("`{key}` is not a boolean; it is ignored");
                let help = Help::new("use `true` or `false`, or remove it").remove();
                reporter.warning(Code::Invalid, &flag.pointer, message, help);
            }
        }
    }

    fn follow(&self, reference: &str, reporter: &Reporter) -> Result<Node<'d>, Reported> {
        let at = self.pointer.join("$ref");
        let Some(pointer) = Pointer::from_fragment(reference) else {
            let message = format!("`{reference}` is not a pointer in this document");
            let help = "define it in `components`, and fix the `$ref`";
            return Err(reporter.error(Code::UnresolvedReference, &at, message, help));
        };
        if let Some(target) = self.document.node(&pointer) {
            return Ok(target);
        }
        let message = format!("`{reference}` does not exist in this document");
        let near = self.nearest(&pointer, reporter);
        let help = match near.map(|near| near.to_fragment()) {
            Some(near) => Help::new(meant(&near)).update(&self.pointer, json!({"$ref": near})),
            None => match smallest(&pointer) {
                Some(definition) => Help::new(DEFINE).update(&Pointer::root(), definition),
                None => Help::new(DEFINE),
            },
        };
        Err(reporter.error(Code::UnresolvedReference, &at, message, help))
    }

    /// Reads this node as one of the types of `openapiv3`. The members in `children` are left out (or empty where they are
    /// required): they are separate nodes, read when the walk reaches them. So an error is reported where it is, and a deep document
    /// costs no more than a flat one.
    pub(crate) fn read<T: DeserializeOwned>(
        &self,
        children: &[(&str, Child)],
        reporter: &Reporter,
    ) -> Result<T, Reported> {
        let Some(members) = self.value.as_object() else {
            return Err(self.report_expected("an object", &empty_object(), reporter));
        };
        let mut shallow = Map::new();
        for (key, value) in members {
            match children.iter().find(|(child, _)| child == key) {
                None => shallow.insert(key.clone(), value.clone()),
                Some((_, Child::Left)) => continue,
                Some((_, Child::Empty)) => shallow.insert(key.clone(), emptied(value)),
                Some((_, Child::Object | Child::Filled)) => {
                    shallow.insert(key.clone(), empty(value))
                }
            };
        }
        for (key, _) in children
            .iter()
            .filter(|(_, child)| matches!(child, Child::Filled))
        {
            let entry = shallow.entry((*key).to_owned());
            entry.or_insert_with(empty_object);
        }
        loop {
            let error = match T::deserialize(&shallow) {
                Ok(read) => return Ok(read),
                Err(error) => error.to_string(),
            };
            let filler = FILLERS
                .iter()
                .find(|(key, _)| is_missing(&error, key) && !shallow.contains_key(*key));
            if let Some((key, text)) = filler {
                let filler = text.map_or_else(empty_object, Value::from);
                reporter.warning(
                    Code::Missing,
                    &self.pointer,
                    format!("missing `{key}`, which OpenAPI requires"),
                    Help::new(format!("add `{key}`")).update(&self.pointer, member(key, &filler)),
                );
                shallow.insert((*key).to_owned(), filler);
                continue;
            }
            // The types are flattened, so the error does not name the member: it is the one without which there is a different
            // error, or none.
            let without = |key: &str| {
                let mut others = shallow.clone();
                others.shift_remove(key);
                let read = T::deserialize(&others);
                read.err().map(|error| error.to_string())
            };
            // Without its tag, a tagged type cannot be read at all, so that says nothing about the tag.
            let is_fine = |key: &&String| {
                let left = without(key);
                left.is_none_or(|left| left != error && !is_missing(&left, key))
            };
            let differs = |key: &&String| without(key).as_ref() != Some(&error);
            let culprit = shallow.keys().find(is_fine);
            let culprit = culprit.or_else(|| shallow.keys().find(differs)).cloned();
            let can_miss = |key: &String| {
                let is_filled = FILLERS.iter().any(|(filled, _)| filled == key);
                is_filled || without(key).is_none_or(|error| !is_missing(&error, key))
            };
            let Some(key) = culprit else {
                let message = format!("this is not valid in OpenAPI: {error}");
                return Err(reporter.error(Code::Invalid, &self.pointer, message, "fix it"));
            };
            let at = self.pointer.join(key.as_str());
            let error = in_words_of_json(&error);
            let message = format!("`{key}` is not valid in OpenAPI: {error}");
            if !can_miss(&key) {
                return Err(reporter.error(Code::Invalid, &at, message, "fix it"));
            }
            let help = Help::new("fix it, or remove it").remove();
            reporter.warning(Code::Invalid, &at, message + IGNORED, help);
            shallow.shift_remove(&key);
        }
    }

    fn report_expected(&self, what: &str, empty: &Value, reporter: &Reporter) -> Reported {
        let found = kind(self.value);
        let message = format!("expected {what}, found {found}");
        let mut help = Help::new(format!("make it {what}, or remove it"));
        if let (Some(owner), Some(key)) = (self.pointer.parent(), self.pointer.steps().last()) {
            help = help.update(&owner, member(key, empty));
        }
        reporter.error(Code::Invalid, &self.pointer, message, help)
    }

    /// The members of a node that must be an object.
    pub(crate) fn expect_members(&self, reporter: &Reporter) -> Vec<(&'d str, Node<'d>)> {
        if !self.value.is_object() {
            self.report_expected("an object", &empty_object(), reporter);
        }
        self.members()
    }

    /// The items of a node that must be an array.
    pub(crate) fn expect_items(&self, reporter: &Reporter) -> Vec<Node<'d>> {
        if !self.value.is_array() {
            self.report_expected("an array", &json!([]), reporter);
        }
        self.items()
    }

    /// The items of a node that must be an array of names. For a single name, an array with it is proposed.
    pub(crate) fn expect_names(&self, reporter: &Reporter) -> Vec<Node<'d>> {
        if !self.value.is_array() {
            let name: Vec<&str> = self.value.as_str().into_iter().collect();
            self.report_expected("an array of names", &json!(name), reporter);
        }
        self.items()
    }
}

/// Required members that the generator can do without, with a default: a string, or else an object.
const FILLERS: [(&str, Option<&str>); 6] = [
    ("openIdConnectUrl", Some("")),
    ("description", Some("")),
    ("title", Some("")),
    ("version", Some("")),
    ("content", None),
    ("responses", None),
];

/// An error of serde, in JSON's terms instead of Rust's.
fn in_words_of_json(error: &str) -> String {
    const WORDS: [(&str, &str); 9] = [
        ("expected variant identifier", "expected a string"),
        ("expected a JSON number", "expected a number"),
        (
            "data did not match any variant of untagged enum AdditionalProperties",
            "expected a boolean or a schema",
        ),
        ("invalid type: map", "invalid type: object"),
        ("invalid type: sequence", "invalid type: array"),
        ("expected a map", "expected an object"),
        ("expected a sequence", "expected an array"),
        ("expected usize", "expected an integer"),
        ("expected f64", "expected a number"),
    ];
    let (error, of_struct) = match error.split_once(", expected struct ") {
        Some((error, _)) => (error, ", expected an object"),
        None => (error, ""),
    };
    let words = WORDS.iter();
    words.fold(error.to_owned() + of_struct, |error, (rust, json)| {
        error.replace(rust, json)
    })
}

fn is_missing(error: &str, key: &str) -> bool {
    error == format!("missing field `{key}`")
}

/// An object with one member.
fn member(key: &str, value: &Value) -> Value {
    json!({ key: value })
}

fn empty_object() -> Value {
    Value::Object(Map::new())
}

/// The placeholder for a child while its parent is read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Child {
    /// Nothing.
    Left,
    /// An empty object.
    Object,
    /// An empty object, even if there is no child.
    Filled,
    /// The same array or object, with empty objects in it.
    Empty,
}

/// Empties an object. Any other value is kept, so that it is reported where it appears.
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

/// The kind of a value, with its article.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

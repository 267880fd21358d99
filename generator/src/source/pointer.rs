//! JSON pointers (RFC 6901), written as URI fragments.

use std::fmt;

use serde_json::Value;

use super::NodeKind;

/// The path from the root of a document to a node.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pointer(Vec<String>);

impl Pointer {
    pub(crate) fn root() -> Self {
        Self::default()
    }

    /// Reads the fragment of a `$ref`: `#/components/schemas/User`.
    pub(crate) fn from_fragment(reference: &str) -> Option<Self> {
        let path = reference.strip_prefix('#')?;
        if path.is_empty() {
            return Some(Self::root());
        }
        let steps = path.strip_prefix('/')?.split('/');
        let steps = steps.map(|step| percent_decoded(step).replace("~1", "/").replace("~0", "~"));
        Some(Self(steps.collect()))
    }

    /// This pointer as the fragment of a `$ref`, which parses back to the same pointer.
    pub(crate) fn to_fragment(&self) -> String {
        self.to_string().replace('%', "%25")
    }

    /// This pointer as a JSONPath (RFC 9535), as in the targets of overlays: `$.paths['/users'].get`. `kinds` are the kinds of the
    /// nodes on the path, from the root on.
    pub(crate) fn to_json_path(&self, kinds: &[NodeKind]) -> String {
        let steps = self.0.iter().zip(kinds).map(|(step, around)| {
            if *around == NodeKind::Array {
                format!("[{step}]")
            } else {
                json_path_member(step)
            }
        });
        "$".to_owned() + &steps.collect::<String>()
    }

    /// The same in this document, with parameters selected by their names: another version of the document may have others before
    /// them.
    pub(crate) fn to_json_path_in(&self, root: &Value) -> Option<String> {
        let (mut path, mut value, mut last) = ("$".to_owned(), root, "");
        for step in &self.0 {
            path += &match value {
                Value::Array(items) => {
                    let index = step.parse().ok()?;
                    let parameter = (last == "parameters").then(|| parameter(items, index));
                    parameter.flatten().unwrap_or_else(|| format!("[{step}]"))
                }
                _ => json_path_member(step),
            };
            value = child(value, step)?;
            last = step;
        }
        Some(path)
    }

    /// The kinds of the nodes on the path through a value, from the root on; `None` if a node is missing.
    pub(crate) fn kinds(&self, root: &Value) -> Option<Vec<NodeKind>> {
        let kind = |value: &Value| match value {
            Value::Object(_) => NodeKind::Object,
            Value::Array(_) => NodeKind::Array,
            _ => NodeKind::Scalar,
        };
        let mut kinds = vec![kind(root)];
        let mut value = root;
        for step in &self.0 {
            value = child(value, step)?;
            kinds.push(kind(value));
        }
        Some(kinds)
    }

    pub(crate) fn push(&mut self, step: impl Into<String>) {
        self.0.push(step.into());
    }

    pub(crate) fn pop(&mut self) -> Option<String> {
        self.0.pop()
    }

    pub(crate) fn ends_with(&self, step: &str) -> bool {
        self.0.last().is_some_and(|last| last == step)
    }

    /// This pointer, extended by more steps.
    pub(crate) fn extended(&self, steps: &[impl AsRef<str>]) -> Self {
        let more = steps.iter().map(|step| step.as_ref().to_owned());
        Self(self.0.iter().cloned().chain(more).collect())
    }

    /// The node of a value that it points to.
    pub(crate) fn find<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        self.0
            .iter()
            .try_fold(root, |value, step| child(value, step))
    }

    pub(crate) fn find_mut<'v>(&self, root: &'v mut Value) -> Option<&'v mut Value> {
        self.0.iter().try_fold(root, |value, step| match value {
            Value::Object(members) => members.get_mut(step),
            Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    pub(crate) fn join(&self, step: impl Into<String>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    pub(crate) fn parent(&self) -> Option<Self> {
        let (_, steps) = self.0.split_last()?;
        Some(Self(steps.to_vec()))
    }

    pub(crate) fn steps(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        for step in &self.0 {
            write!(f, "/{}", step.replace('~', "~0").replace('/', "~1"))?;
        }
        Ok(())
    }
}

fn child<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.get(step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    }
}

/// The step of a JSONPath to a parameter that no other has the name of.
fn parameter(items: &[Value], index: usize) -> Option<String> {
    let text = |item: &Value, key: &str| item.get(key)?.as_str().map(str::to_owned);
    let mut filter = Vec::new();
    let mut others: Vec<&Value> = items.iter().collect();
    for key in ["name", "in"] {
        let value = text(items.get(index)?, key)?;
        others.retain(|other| text(other, key).as_ref() == Some(&value));
        filter.push(format!("@.{key} == '{}'", escaped(&value)));
        if others.len() == 1 {
            return Some(format!("[?{}]", filter.join(" && ")));
        }
    }
    None
}

/// The step of a JSONPath to a member of an object: `.get` or `['/users']`.
pub fn json_path_member(name: &str) -> String {
    if is_short_name(name) {
        format!(".{name}")
    } else {
        format!("['{}']", escaped(name))
    }
}

/// Whether a name needs no quotes in a JSONPath. Non-ASCII letters are allowed without quotes too, but not in all tools.
fn is_short_name(name: &str) -> bool {
    let is_word = |char: char| char.is_ascii_alphanumeric() || char == '_';
    name.chars().all(is_word) && name.starts_with(|char: char| !char.is_ascii_digit())
}

/// A name, escaped for single quotes in a JSONPath.
fn escaped(name: &str) -> String {
    let escape = |char: char| match char {
        '\'' | '\\' => format!("\\{char}"),
        '\u{0}'..'\u{20}' => format!("\\u{:04x}", u32::from(char)),
        _ => char.to_string(),
    };
    name.chars().map(escape).collect()
}

/// Decodes percent-encoding such as `%7B`; invalid escapes are kept as they are.
pub(crate) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = (bytes[at] == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten();
        let byte = escape
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_and_written() {
        let pointer = Pointer::from_fragment("#/paths/~1users~1%7Bid%7D/get").unwrap();
        assert_eq!(pointer.steps(), ["paths", "/users/{id}", "get"]);
        assert_eq!(pointer.to_string(), "#/paths/~1users~1{id}/get");
        assert_eq!(Pointer::from_fragment("other.yaml#/x"), None);
        assert_eq!(
            Pointer::from_fragment("#/a~01/50%").unwrap().steps(),
            ["a~1", "50%"]
        );
        let odd = Pointer::root().join("50%25/~1");
        assert_eq!(Pointer::from_fragment(&odd.to_fragment()), Some(odd));
    }

    #[test]
    fn json_paths_select_parameters_by_their_names() {
        let root = serde_json::json!({"parameters": [
            {"name": "id", "in": "path"},
            {"name": "id", "in": "query"},
            {"name": "it's", "in": "query", "enum": [{}]},
            {"name": "twice", "in": "query"},
            {"name": "twice", "in": "query"},
            {"$ref": "#/x"},
        ]});
        let path = |pointer: &str| {
            let pointer = Pointer::from_fragment(pointer).unwrap();
            pointer.to_json_path_in(&root).unwrap()
        };
        assert_eq!(
            path("#/parameters/1"),
            "$.parameters[?@.name == 'id' && @.in == 'query']"
        );
        assert_eq!(
            path("#/parameters/2/enum/0"),
            "$.parameters[?@.name == 'it\\'s'].enum[0]"
        );
        assert_eq!(path("#/parameters/3"), "$.parameters[3]");
        assert_eq!(path("#/parameters/5"), "$.parameters[5]");
    }

    #[test]
    fn json_paths_quote_unusual_names() {
        let root = serde_json::json!({
            "a": [{}], "b": {"0": {}}, "it's": 1, "paths": {"/users/{id}": {"200": 1}}
        });
        let path = |pointer: &str| {
            let pointer = Pointer::from_fragment(pointer).unwrap();
            pointer.to_json_path(&pointer.kinds(&root).unwrap())
        };
        assert_eq!(path("#"), "$");
        assert_eq!(
            path("#/paths/~1users~1{id}/200"),
            "$.paths['/users/{id}']['200']"
        );
        assert_eq!(path("#/a/0"), "$.a[0]");
        assert_eq!(path("#/b/0"), "$.b['0']");
        assert_eq!(path("#/it's"), "$['it\\'s']");
    }
}

//! The path of the value at an offset in a JSON text.
//!
//! A decoder that tracks its path compiles every type twice. Instead, `serde_json` reports where it stopped, and this
//! module walks the text up to that byte when there is an error to explain.

use std::fmt::Write as _;

use serde_core::de::IgnoredAny;

use crate::model::json;

/// A value in a JSON text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Location {
    /// The way to the value, from the whole text.
    pub(super) steps: Vec<Step>,
    /// The offset of its first byte.
    pub(super) start: usize,
    /// The offset after its last byte.
    pub(super) end: usize,
}

/// One step from a value to a value in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    Index(usize),
    Name(String),
}

impl Location {
    /// The path of the value.
    pub(super) fn path(&self) -> String {
        path(&self.steps)
    }
}

/// The path of a value, as in `$.users[3].id`.
pub(super) fn path(steps: &[Step]) -> String {
    let mut path = String::from("$");
    for step in steps {
        // Writing to a string cannot fail.
        let _ = match step {
            Step::Index(index) => write!(path, "[{index}]"),
            Step::Name(name) => write!(path, "{}", json::step(name)),
        };
    }
    path
}

/// Converts the line and column of `serde_json` to the number of bytes that it had read.
pub(super) fn bytes_read(text: &[u8], line: usize, column: usize) -> usize {
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    lines
        .take(line.saturating_sub(1))
        .map(<[u8]>::len)
        .sum::<usize>()
        + column
}

/// Finds the value at which a decoder stopped after reading this many bytes: the value that ends there, otherwise the next
/// one.
pub(super) fn locate(text: &[u8], read: usize) -> Location {
    let mut walk = Walk {
        open: Vec::new(),
        value: 0,
    };
    let mut at = 0;
    while at < read.min(text.len()) {
        at = walk.token(text, at, read);
    }
    walk.location(text)
}

/// An array or object that contains the current position.
struct Container {
    start: usize,
    child: Child,
}

/// The current or next child of a container.
enum Child {
    Index(usize),
    /// The name of an object's member is not read yet.
    Unnamed,
    Named(String),
    /// The container is complete.
    None,
}

struct Walk {
    open: Vec<Container>,
    /// The offset of the current or next value.
    value: usize,
}

impl Walk {
    /// Reads the token at `at` and returns the offset of the next one.
    fn token(&mut self, text: &[u8], at: usize, read: usize) -> usize {
        let last = self.open.last_mut();
        match (text[at], last) {
            (b'{', _) => self.open.push(Container {
                start: at,
                child: Child::Unnamed,
            }),
            (b'[', _) => {
                self.open.push(Container {
                    start: at,
                    child: Child::Index(0),
                });
                self.value = skip_space(text, at + 1);
            }
            (b'}' | b']', Some(container)) if at + 1 >= read => container.child = Child::None,
            (b'}' | b']', _) => drop(self.open.pop()),
            (
                b',',
                Some(Container {
                    child: Child::Index(index),
                    ..
                }),
            ) => {
                *index += 1;
                self.value = skip_space(text, at + 1);
            }
            (b',', Some(container)) => container.child = Child::Unnamed,
            (b':', _) => self.value = skip_space(text, at + 1),
            (
                b'"',
                Some(Container {
                    child: child @ Child::Unnamed,
                    ..
                }),
            ) => {
                let end = string_end(text, at);
                *child = Child::Named(unquote(&text[at..end]));
                return end;
            }
            (b'"', _) => return string_end(text, at),
            _ => {}
        }
        at + 1
    }

    fn location(self, text: &[u8]) -> Location {
        let is_nested = !self.open.is_empty();
        let mut steps = Vec::new();
        let mut start = self.value;
        for container in self.open {
            match container.child {
                Child::Index(index) => steps.push(Step::Index(index)),
                Child::Named(name) => steps.push(Step::Name(name)),
                Child::Unnamed | Child::None => start = container.start,
            }
        }
        // The error may be in text after the outermost value.
        let end = if is_nested {
            value_end(text, start)
        } else {
            None
        };
        Location {
            steps,
            start,
            end: end.unwrap_or(text.len()),
        }
    }
}

/// The offset after the value that begins at `start`, if there is one.
fn value_end(text: &[u8], start: usize) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_slice(text.get(start..)?).into_iter();
    let IgnoredAny = values.next()?.ok()?;
    Some(start + values.byte_offset())
}

fn skip_space(text: &[u8], at: usize) -> usize {
    at + text[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count()
}

/// The offset after the closing quote of the string that begins at `start`.
fn string_end(text: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < text.len() && text[at] != b'"' {
        at += if text[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(text.len())
}

fn unquote(quoted: &[u8]) -> String {
    serde_json::from_slice(quoted)
        .unwrap_or_else(|_| String::from_utf8_lossy(&quoted[1..]).into_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_core::de::DeserializeOwned;

    use super::*;

    #[track_caller]
    fn check<T: DeserializeOwned>(text: &str, path: &str, start: &str) {
        let error = serde_json::from_str::<T>(text)
            .err()
            .expect("must not decode");
        let location = locate(
            text.as_bytes(),
            bytes_read(text.as_bytes(), error.line(), error.column()),
        );
        assert_eq!(location.path(), path, "{error}");
        assert!(
            text[location.start..].starts_with(start),
            "{error}: {location:?}"
        );
    }

    #[test]
    fn finds_the_value_that_did_not_decode() {
        type Map<T> = BTreeMap<String, T>;
        check::<Vec<Map<u8>>>(r#"[{"a":1},{"b" : 2, "c": "x"}]"#, "$[1].c", r#""x""#);
        check::<Vec<Map<u8>>>("[{\"a\":1},\n {\"b\":2,\n \"c\": 256}]", "$[1].c", "256");
        check::<Map<Map<u8>>>(
            r#"{"ok":{},"a.b \"x\"":{"c":null}}"#,
            r#"$["a.b \"x\""].c"#,
            "null",
        );
        check::<Map<u8>>(r#"{"a": {"b": 1}}"#, "$.a", "{");
        check::<Map<Vec<u8>>>(r#"{"a": [1, [2]]}"#, "$.a[1]", "[2");
        check::<Vec<u8>>("[ {}]", "$[0]", "{");
        check::<u8>(" [1]", "$", "");
        check::<Map<(u8, u8)>>(r#"{"z": [1, 2], "a": [1]}"#, "$.a", "[1]");
        check::<Map<Vec<bool>>>(r#"{"a": [true, false, 1]}"#, "$.a[2]", "1");
        check::<Map<bool>>(r#"{"a": "]}{[\\\"," , "b": true}"#, "$.a", "\"");
        check::<Vec<u8>>("7", "$", "7");
    }

    #[test]
    fn is_near_where_the_text_is_no_json() {
        check::<Vec<u8>>("<html>", "$", "<");
        check::<BTreeMap<String, Vec<u8>>>(r#"{"a": [1, 2"#, "$.a[1]", "2");
        check::<BTreeMap<String, u8>>(r#"{"a": 1, "b"#, "$.b", "");
        let empty = locate(b"", 0);
        assert_eq!((empty.path().as_str(), empty.start), ("$", 0));
    }

    #[test]
    fn a_value_ends_where_it_ends() {
        let value = |text: &'static str, read| {
            let location = locate(text.as_bytes(), read);
            &text[location.start..location.end]
        };
        assert_eq!(value(r#"{"a":[{"b":7.0}}"#, 14), "7.0");
        assert_eq!(value(r#"[{"b":"x]\""} ]"#, 12), "\"x]\\\"\"");
        assert_eq!(value(r#"{"a":[1, {}], "b": 1}"#, 12), "[1, {}]");
        assert_eq!(value("null and void", 5), "null and void");
        assert_eq!(value(r#"{"a": [1, 2"#, 11), "2");
    }

    #[test]
    fn never_panics() {
        let text = br#"{"a":[1,{"b":"\"x\\"}],"":null,"c":[[],{}]}"#;
        for end in 0..=text.len() {
            for at in 0..=end + 1 {
                locate(&text[..end], at);
            }
        }
    }
}

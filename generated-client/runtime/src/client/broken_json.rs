//! Reading JSON texts that are not valid: as far as they go.

use std::fmt::Write as _;

use serde_json::{Map, Number, Value};

use super::lossy_json::lossy_json;

/// The depth at which reading ends, the same as in `serde_json`.
const MAX_DEPTH: usize = 127;

/// Reads an object, or an array of objects, up to the place where it makes no sense. Words and numbers that JSON does not
/// have, such as `NaN` and `1e999`, are null, strings may contain line breaks, and text after the value is ignored. A value
/// that is cut off is left out. The text may also be UTF-16. Returns `None` for other texts.
pub(super) fn broken_json(text: &[u8]) -> Option<Value> {
    read(text).map(|(value, _)| value)
}

/// Whether a text begins like JSON, but ends within a value.
pub(super) fn is_cut_off(text: &[u8]) -> bool {
    read(text).is_some_and(|(_, is_cut_off)| is_cut_off)
}

fn read(text: &[u8]) -> Option<(Value, bool)> {
    let text = from_utf16(text).unwrap_or_else(|| text.to_vec());
    let text = lossy_json(&text).unwrap_or(text);
    let text = str::from_utf8(&text).ok()?.trim_start();
    let mut start = text.chars().filter(|char| !char.is_whitespace());
    // Other texts may begin like this: `[Error] …`.
    match (start.next()?, start.next()) {
        ('{', Some('"' | '}') | None) | ('[', Some('{')) => {}
        _ => return None,
    }
    let mut reader = Reader {
        rest: text,
        is_cut_off: None,
    };
    let value = reader.value(0)?;
    Some((value, reader.is_cut_off.unwrap_or_default()))
}

/// Decodes UTF-16, with a byte order mark or without.
fn from_utf16(text: &[u8]) -> Option<Vec<u8>> {
    let (is_big, text) = match text {
        [0xfe, 0xff, text @ ..] => (true, text),
        [0xff, 0xfe, text @ ..] => (false, text),
        [0, b'{' | b'[', ..] => (true, text),
        [b'{' | b'[', 0, ..] => (false, text),
        _ => return None,
    };
    let unit = |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if is_big {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        }
    };
    let units: Vec<u16> = text.chunks_exact(2).map(unit).collect();
    Some(String::from_utf16_lossy(&units).into_bytes())
}

struct Reader<'a> {
    /// Empty after a place that makes no sense.
    rest: &'a str,
    /// Whether the text ended within a value, rather than at a place that makes no sense, if it is over.
    is_cut_off: Option<bool>,
}

impl Reader<'_> {
    /// Reads a value; `None` if it is cut off.
    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_space();
        match self.rest.chars().next().unwrap_or_default() {
            '\0' => self.give_up(),
            '{' | '[' if depth > MAX_DEPTH => self.give_up(),
            '{' => Some(self.object(depth)),
            '[' => Some(self.array(depth)),
            '"' => self.string().map(Value::String),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Value {
        let mut members = Map::new();
        self.skip(1);
        while !self.ends_with('}') {
            let Some(name) = self.name() else { break };
            let Some(value) = self.value(depth + 1) else {
                break;
            };
            members.insert(name, value);
            if !self.continues('}') {
                break;
            }
        }
        Value::Object(members)
    }

    fn array(&mut self, depth: usize) -> Value {
        let mut items = Vec::new();
        self.skip(1);
        while !self.ends_with(']') {
            let Some(item) = self.value(depth + 1) else {
                break;
            };
            items.push(item);
            if !self.continues(']') {
                break;
            }
        }
        Value::Array(items)
    }

    /// The name of a member and the colon after it.
    fn name(&mut self) -> Option<String> {
        let name = if self.rest.starts_with('"') {
            self.string()
        } else {
            self.give_up()
        };
        self.skip_space();
        match self.rest.strip_prefix(':') {
            Some(rest) => self.rest = rest,
            None => return self.give_up(),
        }
        name
    }

    fn string(&mut self) -> Option<String> {
        let mut is_escaped = false;
        let end = self.rest[1..].find(|char| {
            let is_end = char == '"' && !is_escaped;
            is_escaped = char == '\\' && !is_escaped;
            is_end
        });
        let Some(end) = end else {
            return self.give_up_at_end();
        };
        let (string, rest) = self.rest.split_at(end + 2);
        self.rest = rest;
        let mut escaped = String::new();
        for char in string.chars() {
            if char < ' ' {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\u{:04x}", u32::from(char));
            } else {
                escaped.push(char);
            }
        }
        let value = serde_json::from_slice(escaped.as_bytes());
        // An escape that JSON does not have stays as it is.
        Some(value.unwrap_or_else(|_| string[1..string.len() - 1].to_owned()))
    }

    /// A number or a word. At the end of the text, it may be cut off.
    fn word(&mut self) -> Option<Value> {
        let ends = |char: char| !(char.is_ascii_alphanumeric() || "+-._".contains(char));
        let end = match self.rest.find(ends) {
            Some(0) => return self.give_up(),
            Some(end) => end,
            None => return self.give_up_at_end(),
        };
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(match word {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => {
                serde_json::from_slice::<Number>(word.as_bytes()).map_or(Value::Null, Value::Number)
            }
        })
    }

    /// Whether the object or array ends here. This reads its end.
    fn ends_with(&mut self, end: char) -> bool {
        self.skip_space();
        let rest = self.rest.strip_prefix(end);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Whether there is another member or item, or the end.
    fn continues(&mut self, end: char) -> bool {
        self.skip_space();
        match self.rest.strip_prefix(',') {
            Some(rest) => self.rest = rest,
            None if self.rest.starts_with(end) => {}
            None => return self.give_up::<()>().is_some(),
        }
        true
    }

    fn give_up<T>(&mut self) -> Option<T> {
        self.is_cut_off.get_or_insert(self.rest.is_empty());
        self.rest = "";
        None
    }

    /// Gives up because the text ends within a value.
    fn give_up_at_end<T>(&mut self) -> Option<T> {
        self.rest = "";
        self.give_up()
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Value) {
        assert_eq!(broken_json(text.as_bytes()), Some(expected), "{text}");
    }

    #[test]
    fn words_and_numbers_that_json_does_not_have_are_null() {
        check(
            r#"{"a": NaN, "b": -Infinity, "c": 1e999, "d": undefined, "e": 1, "f": 01}"#,
            json!({"a": null, "b": null, "c": null, "d": null, "e": 1, "f": null}),
        );
    }

    #[test]
    fn strings_may_contain_any_character() {
        check(
            "{\"a\": \"x\ny\t\u{1}\", \"b\": \"\\x\", \"c\": \"\\\"\\ud83d\"}",
            json!({"a": "x\ny\t\u{1}", "b": "\\x", "c": "\"\u{fffd}"}),
        );
    }

    #[test]
    fn text_after_the_value_is_ignored() {
        for after in ["x", "{\"a\": 2}", "\n<html>", ","] {
            check(&format!("{{\"a\": 1}} {after}"), json!({"a": 1}));
        }
        check(
            r#"{"a": [1, 2,], "b": {"c": 3,},}"#,
            json!({"a": [1, 2], "b": {"c": 3}}),
        );
        check(r#"{"a": 1 "b": 2}"#, json!({"a": 1}));
    }

    #[test]
    fn a_value_that_is_cut_off_is_left_out() {
        let text = r#"{"a": 404, "b": [true, {"c": "d"}]}"#;
        let expected = [
            (3..10, json!({})),
            (10..17, json!({"a": 404})),
            (17..22, json!({"a": 404, "b": []})),
            (22..24, json!({"a": 404, "b": [true]})),
            (24..32, json!({"a": 404, "b": [true, {}]})),
            (32..35, json!({"a": 404, "b": [true, {"c": "d"}]})),
        ];
        for (lengths, expected) in expected {
            for length in lengths {
                check(&text[..length], expected.clone());
            }
        }
    }

    #[test]
    fn a_text_is_cut_off_before_its_value_ends() {
        let text = r#"{"a": 404, "b": [true, {"c": "d"}]}"#;
        for length in 1..text.len() {
            assert!(is_cut_off(&text.as_bytes()[..length]), "{length}");
        }
        for complete in [
            text,
            r#"{"a": NaN} x"#,
            r#"{"a": 1, /* b */ "c": 2}"#,
            r#"{"a": 1 "b"}"#,
            "<html>",
            "{}",
            "1",
        ] {
            assert!(!is_cut_off(complete.as_bytes()), "{complete}");
        }
    }

    #[test]
    fn utf_16_is_read() {
        for mark in ["", "\u{feff}"] {
            let units: Vec<u16> = format!("{mark}{{\"a\": \"ü😀\"}}").encode_utf16().collect();
            let big = units.iter().flat_map(|unit| unit.to_be_bytes());
            let little = units.iter().flat_map(|unit| unit.to_le_bytes());
            for text in [big.collect::<Vec<_>>(), little.collect()] {
                assert_eq!(broken_json(&text), Some(json!({"a": "ü😀"})));
            }
        }
    }

    #[test]
    fn other_texts_are_not_json() {
        for text in [
            "",
            " ",
            "<html>",
            "404 page",
            "[Error] {\"a\": 1}",
            "{a}",
            "\"a",
            "[]",
        ] {
            assert_eq!(broken_json(text.as_bytes()), None, "{text}");
        }
        let deep = "{\"a\":".repeat(100_000);
        assert!(broken_json(deep.as_bytes()).is_some());
    }
}

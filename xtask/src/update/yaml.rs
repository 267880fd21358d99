//! Writes YAML that is pleasant to read and compare: blocks, two spaces for each level, and quotation marks where they are needed.

use serde_json::{Map, Value};

/// The longest line of a text that is folded.
const WIDTH: usize = 100;

/// The members of an object, one after the other.
pub(super) fn members(members: &Map<String, Value>) -> String {
    let mut out = String::new();
    mapping(&mut out, members, 0);
    out
}

/// An item of a list.
pub(super) fn item(value: &Value, indent: usize) -> String {
    let mut out = String::new();
    sequence(&mut out, std::slice::from_ref(value), indent);
    " ".repeat(indent) + &out
}

/// Writes the members of an object. The caller has written the indent of the first one.
fn mapping(out: &mut String, members: &Map<String, Value>, indent: usize) {
    for (index, (key, value)) in members.iter().enumerate() {
        if index > 0 {
            out.push_str(&" ".repeat(indent));
        }
        let key = inline(key);
        out.push_str(&key);
        out.push(':');
        match value {
            Value::Object(members) if !members.is_empty() => {
                out.push('\n');
                out.push_str(&" ".repeat(indent + 2));
                mapping(out, members, indent + 2);
            }
            Value::Array(items) if !items.is_empty() => {
                out.push('\n');
                out.push_str(&" ".repeat(indent + 2));
                sequence(out, items, indent + 2);
            }
            _ => {
                out.push(' ');
                let column = indent + key.chars().count() + 2;
                out.push_str(&scalar(value, indent + 2, column));
                out.push('\n');
            }
        }
    }
}

/// Writes the items of a list. The caller has written the indent of the first one.
fn sequence(out: &mut String, items: &[Value], indent: usize) {
    for (index, value) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str("- ");
        match value {
            Value::Object(members) if !members.is_empty() => mapping(out, members, indent + 2),
            Value::Array(items) if !items.is_empty() => sequence(out, items, indent + 2),
            _ => {
                out.push_str(&scalar(value, indent + 2, indent + 2));
                out.push('\n');
            }
        }
    }
}

fn scalar(value: &Value, indent: usize, column: usize) -> String {
    match value {
        Value::String(text) => string(text, indent, column),
        // Numbers, booleans, null, `[]` and `{}` are the same in JSON.
        other => other.to_string(),
    }
}

/// A text as the value of a member. `indent` is that of further lines, and `column` is where it starts.
fn string(text: &str, indent: usize, column: usize) -> String {
    let is_clean = !text.contains(|each: char| is_special(each) && each != '\n');
    if is_clean && text.contains('\n') && is_literal(text) {
        let (chomping, text) = match text.strip_suffix('\n') {
            Some(text) => ("", text),
            None => ("-", text),
        };
        return format!("|{chomping}{}", lines(text.split('\n'), indent));
    }
    let is_one_line = is_clean && !text.contains('\n');
    let is_foldable = is_one_line && text.trim() == text && !text.contains("  ");
    if is_foldable && text.contains(' ') && column + inline(text).chars().count() > WIDTH {
        let folded = fold(text, WIDTH.saturating_sub(indent).max(WIDTH / 2));
        return format!(">-{}", lines(folded.iter().map(String::as_str), indent));
    }
    inline(text)
}

/// The lines of a block, each after a line break.
fn lines<'t>(lines: impl Iterator<Item = &'t str>, indent: usize) -> String {
    let indent = " ".repeat(indent);
    let lines = lines.map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("\n{indent}{line}"),
    });
    lines.collect()
}

/// Whether a text with line breaks is the same in a literal block.
fn is_literal(text: &str) -> bool {
    let has_clear_ends = !text.starts_with([' ', '\n']) && !text.ends_with("\n\n");
    has_clear_ends && text != "\n" && text.split('\n').all(|line| line.trim_end() == line)
}

/// Breaks a text at single spaces.
fn fold(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text on one line.
fn inline(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else if text.contains(is_special) {
        let quoted = Value::from(text).to_string();
        let escape = |each: char| match each {
            '\u{7f}'.. if is_special(each) => format!("\\u{:04x}", u32::from(each)),
            each => each.to_string(),
        };
        quoted.chars().map(escape).collect()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// Characters that are only safe as escapes: control characters, and what some readers take for a line break or a byte order mark.
fn is_special(each: char) -> bool {
    each.is_control() || matches!(each, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether all versions of YAML read a text as this string if it has no quotation marks.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "yes", "n", "no", "true", "false", "on", "off", "null"];
    let is_start = |each: char| each.is_alphabetic() || each == '/' || each == '$' || each == '_';
    let is_version = text.split('.').count() == 3
        && text
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_version {
        return true;
    }
    text.starts_with(is_start)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(is_special)
        && !WORDS.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use openapi_rust_client_generator::Source;
    use serde_json::json;

    #[test]
    fn every_value_is_read_back() {
        let long = "word ".repeat(40);
        let texts = [
            "",
            " ",
            "a",
            "a b",
            "/a/{b}",
            "200",
            "1e3",
            "0x1f",
            "1_000",
            "2020-01-01",
            "12:30",
            "1.2.3",
            "1.2",
            "1..2",
            "1.2.3.4",
            "yes",
            "No",
            "~",
            "null",
            "-",
            "- a",
            "?",
            "a:",
            "a: b",
            "a #b",
            "#a",
            "'",
            "\"",
            "it's",
            "\\",
            "!",
            "&a",
            "*a",
            "%",
            "@",
            "`",
            "{",
            "[a]",
            ",",
            "=",
            ".inf",
            "a\nb",
            "a\nb\n",
            "a\nb\n\n",
            "\n",
            "\na",
            " a\nb",
            "a\n  b\n\nc",
            "a \nb",
            "a\tb",
            "\t",
            "a\r\nb",
            "\u{0}\u{1f}\u{7f}",
            "\u{85}\u{a0}\u{2028}\u{feff}",
            "日本 😀",
            "---",
            "...",
            "a  b",
            long.trim(),
            &long,
            "null b",
            &format!("# {}", long.trim()),
            &format!("a{}b", " ".repeat(120)),
            &format!("a: {}", long.trim()),
            &format!("{}\n\n- {}", long.trim(), long.trim()),
            &"x".repeat(300),
            &"日本語".repeat(60),
        ];
        for text in texts {
            let value =
                json!({"a": {text: [text, [text, [], {}], {"k": text, text: {}}]}, "b": text});
            let written = members(value.as_object().unwrap());
            assert_eq!(
                Source::new("x", &written).to_json(),
                Some(value),
                "{written}"
            );
        }
        let value =
            json!({"a": [0, -1, 1.5, 1e100, u64::MAX, true, null], "b": {"c": [{"d": [[1]]}]}});
        let written = members(value.as_object().unwrap());
        assert_eq!(
            Source::new("x", &written).to_json(),
            Some(value),
            "{written}"
        );
    }

    #[test]
    fn texts_look_as_they_are_written_by_hand() {
        let long = "Creates a conversation, or returns the one that has these tags already, if there is one.";
        let value = json!({
            "paths": {"/a/{id}": {"get": {"tags": ["x-y"], "responses": {"200": {"$ref": "#/a"}}}}},
            "description": format!("{long} {long}"),
            "list": [{"name": "a", "in": "query"}],
            "lines": "one\n\n- two: 2",
        });
        let expected = "paths:
  /a/{id}:
    get:
      tags:
        - x-y
      responses:
        '200':
          $ref: '#/a'
description: >-
  Creates a conversation, or returns the one that has these tags already, if there is one. Creates a
  conversation, or returns the one that has these tags already, if there is one.
list:
  - name: a
    in: query
lines: |-
  one

  - two: 2
";
        assert_eq!(members(value.as_object().unwrap()), expected);
        assert_eq!(
            item(&json!({"a": 1, "b": ["c"]}), 2),
            "  - a: 1\n    b:\n      - c\n"
        );
    }
}

//! Text to value. Both formats are parsed to a `serde_json::Value`, and both reject duplicate keys.

use std::cell::{Cell, RefCell};
use std::path::Path;

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::tree::{TOO_MANY, Tree};
use super::yaml::too_deep;
use super::{Lines, Pointer, Source};

/// Maximum nesting depth of objects and arrays, in both formats.
pub(super) const DEEPEST: usize = 128;

/// Maximum number of nodes that aliases may add to those that are written out.
const MOST_REPEATED: usize = 1_000_000;

/// The reason why a text could not be parsed.
#[derive(Clone, Debug)]
pub(crate) enum ParseError {
    /// The text is not valid JSON or YAML.
    Syntax {
        /// The format that the text is not in; `None` if the text exceeds a limit.
        format: Option<&'static str>,
        message: String,
        line: usize,
        column: usize,
    },
    /// An object has this key more than once.
    DuplicateKey(Pointer),
}

/// The format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Yaml,
}

impl Format {
    /// Braces are valid in YAML too, but JSON is parsed faster, and its parser gives better error messages.
    pub(super) fn of(source: &Source) -> Self {
        let text = source.text.trim_start_matches('\u{feff}').trim_start();
        let extension = Path::new(&source.name).extension();
        let is_yaml = extension.is_some_and(|extension| extension == "yaml" || extension == "yml");
        if text.starts_with(['{', '[']) && !is_yaml {
            Self::Json
        } else {
            Self::Yaml
        }
    }
}

/// Parses a source.
pub(crate) fn parse(source: &Source) -> Result<Value, ParseError> {
    let text = source.text.trim_start_matches('\u{feff}');
    let budget = Cell::new(text.len().saturating_add(MOST_REPEATED));
    let duplicate = RefCell::default();
    let tree = |merges| Tree {
        budget: &budget,
        merges,
        duplicate: &duplicate,
    };
    let value = match Format::of(source) {
        Format::Json => {
            let mut json = serde_json::Deserializer::from_str(text);
            let value = tree(false).deserialize(&mut json);
            let value = value.and_then(|value| json.end().map(|()| value));
            value.map_err(|error| of_json(&error, text))
        }
        Format::Yaml => {
            // The YAML parser takes time quadratic in the depth, so it never sees a deeply nested text.
            if let Some(position) = too_deep(text, DEEPEST) {
                return Err(syntax("YAML", position, TOO_DEEP));
            }
            let value = tree(true).deserialize(serde_yaml::Deserializer::from_str(text));
            value.map_err(|error| of_yaml(&error, text))
        }
    };
    value.map_err(|error| {
        let steps = duplicate.take();
        if steps.is_empty() {
            return error;
        }
        let root = Pointer::root();
        ParseError::DuplicateKey(
            steps
                .iter()
                .rev()
                .fold(root, |at, step| at.join(step.as_str())),
        )
    })
}

fn of_json(error: &serde_json::Error, text: &str) -> ParseError {
    // This parser counts bytes.
    let (line, column) = (error.line(), error.column());
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let at = before.map(str::len).sum::<usize>() + column.saturating_sub(1);
    let message = error.to_string();
    let place = format!(" at line {line} column {column}");
    let message = message.strip_suffix(&place).unwrap_or(&message);
    syntax("JSON", Lines::of(text).position(at), message)
}

fn of_yaml(error: &serde_yaml::Error, text: &str) -> ParseError {
    let message = error.to_string();
    // An invalid character is reported only by its byte offset.
    if let Some((message, byte)) = message.rsplit_once(" at position ")
        && let Ok(byte) = byte.parse()
    {
        return syntax("YAML", Lines::of(text).position(byte), message);
    }
    // This parser recognizes more line breaks than others do.
    let at = error.location().map_or(0, |at| at.index());
    syntax("YAML", Lines::of(text).position(at), &message)
}

/// With [`DEEPEST`].
const TOO_DEEP: &str =
    "objects and arrays are nested more than 128 levels deep, or contain themselves";

fn syntax(format: &'static str, (line, column): (usize, usize), message: &str) -> ParseError {
    // The parsers report their own limits: reword those errors.
    let is_too_deep = message == TOO_DEEP || message.contains("recursion limit exceeded");
    let (format, message) = if is_too_deep {
        (None, TOO_DEEP)
    } else if message.contains("repetition limit exceeded") || message.contains(TOO_MANY) {
        (None, TOO_MANY)
    } else {
        (Some(format), message)
    };
    ParseError::Syntax {
        format,
        message: message.to_owned(),
        line,
        column,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Positions;
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> Result<Value, String> {
        parse(&Source::new("x", text)).map_err(|error| format!("{error:?}"))
    }

    #[test]
    fn yaml_and_json_give_the_same_value() {
        let value = json!({"responses": {"200": {"x": [1, 2.5, null, true, "on"]}}});
        assert_eq!(
            read("responses:\n  200:\n    x: [1, 2.5, null, true, on]\n"),
            Ok(value.clone())
        );
        assert_eq!(read(&format!("\u{feff}{value}")), Ok(value));
    }

    #[test]
    fn anchors_are_followed_and_crlf_is_white_space() {
        assert_eq!(
            read("a: &x {b: 1}\r\nc: *x\r\n"),
            Ok(json!({"a": {"b": 1}, "c": {"b": 1}}))
        );
    }

    #[test]
    fn keys_are_kept_as_written() {
        assert_eq!(
            read(
                "{200: a, 0x10: b, 1e3: c, 1.10: d, yes: e, ~: f, True: g, 2020-01-01: h}"
                    .replacen('{', "x: {", 1)
                    .as_str()
            ),
            Ok(
                json!({"x": {"200": "a", "0x10": "b", "1e3": "c", "1.10": "d", "yes": "e", "~": "f", "True": "g", "2020-01-01": "h"}})
            )
        );
    }

    #[test]
    fn words_and_dates_are_strings_and_numbers_are_numbers() {
        assert_eq!(
            read(
                "a: [yes, No, on, off, y, 2020-01-01, 1_000, 0123, 0x10, 1e3, 18446744073709551615, 1e400]"
            ),
            Ok(json!({"a": [
                "yes", "No", "on", "off", "y", "2020-01-01", "1_000", "0123", 16, 1000.0, 18_446_744_073_709_551_615_u64, "1e400"
            ]}))
        );
        assert_eq!(
            read("a: 100000000000000000000"),
            Ok(json!({"a": 100_000_000_000_000_000_000.0}))
        );
        assert!(
            read("a: .inf")
                .unwrap_err()
                .contains("is not a JSON number")
        );
    }

    #[test]
    fn merge_keys_add_missing_members() {
        assert_eq!(
            read(
                "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {<<: *a, y: 5}\nd:\n  w: 0\n  <<: [*a, *b]\n  v: 1\ne: {<<: 1}\n"
            ),
            Ok(json!({
                "a": {"x": 1, "y": 2},
                "b": {"y": 3, "z": 4},
                "c": {"x": 1, "y": 5},
                "d": {"w": 0, "x": 1, "y": 2, "z": 4, "v": 1},
                "e": {"<<": 1}
            }))
        );
        assert_eq!(
            read("{\"<<\": {\"a\": 1}}"),
            Ok(json!({"<<": {"a": 1}})),
            "JSON has no merge keys"
        );
    }

    #[test]
    fn endless_expansion_is_rejected() {
        let line = |index: usize| {
            let before = index.checked_sub(1);
            let before = before.map_or("x, ".to_owned(), |before| format!("*a{before}, "));
            format!("a{index}: &a{index} [{}]\n", before.repeat(9))
        };
        let laughs: Vec<String> = (0..12).map(line).collect();
        assert!(read(&laughs.concat()).unwrap_err().contains("aliases"));
        // Many aliases of one long list: few expansions, much text.
        let long = format!(
            "l: &l [{}]\nm: [{}]\n",
            "x, ".repeat(30_000),
            "*l, ".repeat(90)
        );
        assert!(read(&long).unwrap_err().contains("aliases"));
        assert!(
            read("a: &a [*a]\n")
                .unwrap_err()
                .contains("more than 128 levels")
        );
    }

    #[test]
    fn deeply_nested_texts_are_rejected_quickly() {
        let deep = 100_000;
        for text in [
            "[".repeat(deep),
            format!("a: {}{}", "{a: ".repeat(deep), "}".repeat(deep)),
            format!("a: {}", "[".repeat(deep)),
            format!("{}x", "- ".repeat(deep)),
            (0..2000)
                .map(|level| format!("{}a:\n", " ".repeat(level)))
                .collect::<Vec<_>>()
                .concat(),
            format!("{{\"a\": {}1{}}}", "[".repeat(deep), "]".repeat(deep)),
        ] {
            assert!(read(&text).unwrap_err().contains("more than 128 levels"));
        }
        let fine = format!("a: {}1{}", "[".repeat(120), "]".repeat(120));
        assert!(read(&fine).is_ok());
        // Brackets in a string are not nesting.
        assert!(read(&format!("a: '{}'", "[".repeat(5000))).is_ok());
    }

    #[test]
    fn duplicate_keys_are_rejected_with_their_position() {
        let place = |text: &str| {
            let source = Source::new("x", text);
            let Err(ParseError::DuplicateKey(pointer)) = parse(&source) else {
                return None;
            };
            let at = Positions::of(&source, [&pointer]).nearest(&pointer);
            Some((at.line, at.column, pointer.to_string()))
        };
        let yaml = "a: 1\nb:\n  c: 1\n  c: 2\n";
        assert_eq!(place(yaml), Some((4, 3, "#/b/c".to_owned())));
        let yaml = "responses:\n  200: x\n  '200': y\n";
        assert_eq!(place(yaml), Some((3, 3, "#/responses/200".to_owned())));
        let json = "{\"a\": 1,\n \"a\": 2}";
        assert_eq!(place(json), Some((2, 2, "#/a".to_owned())));
        let two = "a: 1\n---\na: 2\n";
        assert_eq!(place(two), None, "two documents have no duplicate key");
    }
}

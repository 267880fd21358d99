//! JSON that does not match the document: the problem, and its location.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use serde_core::de::DeserializeOwned;

use super::{Decode, json_path};

/// Decodes JSON text. An error includes the path of the value.
pub(crate) fn decode_json<T: DeserializeOwned>(text: &[u8]) -> Decode<T> {
    serde_json::from_slice(text).map_err(|error| DecodeError::new(text, &error))
}

/// JSON that does not match the document.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DecodeError(Box<Problem>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Problem {
    path: String,
    excerpt: String,
    message: String,
    /// Whether it is not about the JSON in the body, so that a path makes no sense.
    is_of_body: bool,
}

impl DecodeError {
    /// A problem with the body as a whole.
    pub(super) fn of_body(message: impl Into<String>, excerpt: String) -> Self {
        Self(Box::new(Problem {
            path: "$".to_owned(),
            excerpt,
            message: message.into(),
            is_of_body: true,
        }))
    }

    pub(super) fn new(text: &[u8], error: &serde_json::Error) -> Self {
        let location = json_path::locate(
            text,
            json_path::bytes_read(text, error.line(), error.column()),
        );
        let message = error.to_string();
        // The path replaces the position.
        let position = format!(" at line {} column {}", error.line(), error.column());
        Self(Box::new(Problem {
            path: location.path(),
            excerpt: excerpt(text.get(location.start..location.end).unwrap_or_default()),
            message: message
                .strip_suffix(&position)
                .unwrap_or(&message)
                .to_owned(),
            is_of_body: false,
        }))
    }

    /// The same error for a value inside of another.
    pub(super) fn below(mut self, path: &str) -> Self {
        self.0.path.replace_range(..1, path);
        self.0.is_of_body = false;
        self
    }

    /// The same error at another path.
    pub(super) fn at(mut self, path: String) -> Self {
        self.0.path = path;
        self
    }

    /// The path of the value, as in `$.users[3].id`.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The beginning of that value.
    pub fn excerpt(&self) -> &str {
        &self.0.excerpt
    }

    /// The problem with it.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    pub(super) fn describe(&self, f: &mut fmt::Formatter<'_>, root: Root) -> fmt::Result {
        let Problem {
            path,
            excerpt,
            message,
            is_of_body,
        } = &*self.0;
        f.write_str(message)?;
        if !is_of_body && (root == Root::Named || path != "$") {
            write!(f, " at {}", shortened(path))?;
        }
        if excerpt.is_empty() {
            Ok(())
        } else {
            write!(f, ", near `{excerpt}`")
        }
    }
}

/// Whether the text of an error includes the path `$` of the whole JSON text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Root {
    Named,
    #[cfg_attr(
        not(feature = "call-json"),
        allow(dead_code, reason = "inputs are JSON with it only")
    )]
    Unnamed,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.describe(f, Root::Named)
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for DecodeError {}

/// The two ends of a path that would fill the screen.
fn shortened(path: &str) -> Cow<'_, str> {
    const LONGEST: usize = 120;
    let length = path.chars().count();
    if length <= LONGEST {
        return path.into();
    }
    let start: String = path.chars().take(LONGEST / 2).collect();
    let end: String = path.chars().skip(length - LONGEST / 2).collect();
    (start + "…" + &end).into()
}

/// Whether a character is shown as itself: not a control character, and none that changes the direction of the text after it.
pub(super) fn is_visible(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The beginning of a text that may be long, binary or multi-line.
pub(super) fn excerpt(text: &[u8]) -> String {
    one_line(text, 120)
}

/// The beginning of a text as one line, with at most this many characters.
pub(super) fn one_line(text: &[u8], length: usize) -> String {
    let beginning = String::from_utf8_lossy(&text[..text.len().min(4 * length)]);
    let mut words = String::new();
    for word in beginning
        .split(|c: char| c.is_whitespace() || !is_visible(c))
        .filter(|word| !word.is_empty())
    {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    match words.char_indices().nth(length) {
        Some((end, _)) => words.truncate(end),
        None if text.len() <= 4 * length => return words,
        None => {}
    }
    words + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_short_line() {
        assert_eq!(
            excerpt(b"<html>\r\n  <b>\0Bad  gateway</b>\n"),
            "<html> <b> Bad gateway</b>"
        );
        assert_eq!(excerpt("ü".repeat(1000).as_bytes()).chars().count(), 121);
        assert_eq!(excerpt(&[0xff; 3]), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(excerpt(&[b' '; 1000]), "…");
        assert_eq!(excerpt("no\u{202e}lla\u{2069}!".as_bytes()), "no lla !");
    }

    #[test]
    fn a_long_path_is_shortened_in_messages() {
        let text = r#"{"level":"#.repeat(120) + "1" + &"}".repeat(120);
        let error = decode_json::<Vec<u8>>(text.as_bytes()).unwrap_err();
        let error = error.below(&format!("${}", ".level".repeat(120)));
        assert_eq!(error.path().len(), 721);
        let text = error.to_string();
        assert!(text.contains(" at $.level.level.") && text.len() < 500);
        assert!(text.contains("….level.level.level.") && text.contains(".level, near"));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let error = decode_json::<Vec<u8>>(b"[1,\"x\"]").unwrap_err();
        assert_eq!(
            error.to_string(),
            "invalid type: string \"x\", expected u8 at $[1], near `\"x\"`"
        );
        let error = decode_json::<Vec<u8>>(b"{}").unwrap_err();
        assert!(error.to_string().ends_with(" at $, near `{}`"), "{error}");
    }
}

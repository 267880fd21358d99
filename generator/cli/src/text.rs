//! The text of files, and text of documents on a line.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow, bail};

pub(crate) fn read_text(path: &Path) -> Result<String> {
    decoded(fs::read(path)?)
}

/// The text of a file.
pub fn decoded(bytes: Vec<u8>) -> Result<String> {
    // A document starts with two ASCII characters, so that a zero byte among the first two indicates UTF-16.
    if matches!(
        bytes.as_slice(),
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, ..] | [_, 0, ..]
    ) {
        bail!("the file is in UTF-16; save it in UTF-8");
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        anyhow!("the file is not valid UTF-8 in line {line}")
    })
}

/// Text of a document on one line. Characters that break the line, control a terminal or reorder the text are escaped, such as
/// `\\n` and `\\u{1b}`.
pub fn one_line(text: &str) -> String {
    let changes_line = |char: char| {
        char.is_control()
            || matches!(
                char,
                '\u{61c}'
                    | '\u{200b}'..='\u{200f}'
                    | '\u{2028}'..='\u{202e}'
                    | '\u{2066}'..='\u{2069}'
                    | '\u{feff}'
            )
    };
    let mut line = String::with_capacity(text.len());
    for char in text.chars() {
        if changes_line(char) {
            line.extend(char.escape_default());
        } else {
            line.push(char);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_characters_that_change_the_line_are_escaped() {
        assert_eq!(one_line("a\r\nb\tc\u{1b}[31m"), r"a\r\nb\tc\u{1b}[31m");
        assert_eq!(
            one_line("\u{9b}\u{202e}\u{2028}"),
            r"\u{9b}\u{202e}\u{2028}"
        );
        assert_eq!(one_line(r"`é 日本 😀` \n"), r"`é 日本 😀` \n");
    }
}

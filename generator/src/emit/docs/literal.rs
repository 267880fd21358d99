//! Markdown that shows given text as it is.

use std::fmt::Write as _;

/// A fence for a code block with this text.
pub(super) fn fence(text: &str) -> String {
    let runs = text.split(|char| char != '`').map(str::len);
    "`".repeat(runs.max().unwrap_or_default().max(2) + 1)
}

/// One line of prose that shows the text.
pub(super) fn literal(text: &str) -> String {
    let text = text.trim();
    let mut result = String::with_capacity(text.len());
    let mut previous = ' ';
    let mut rest = text;
    if starts_block(rest) {
        result.push('\\');
    }
    while let Some(char) = rest.chars().next() {
        if let Some(url) = url_at_start(rest) {
            // Writing to a string can't fail.
            let _ = write!(result, "<{url}>");
            rest = &rest[url.len()..];
            previous = ' ';
            continue;
        }
        rest = &rest[char.len_utf8()..];
        // An underscore inside of a word means nothing.
        let in_word =
            char == '_' && previous.is_alphanumeric() && rest.starts_with(char::is_alphanumeric);
        if matches!(
            char,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|'
        ) && !in_word
        {
            result.push('\\');
        }
        result.push(char);
        previous = char;
    }
    result
}

/// Whether a line starts a heading, or its first character is the marker of a list item.
fn starts_block(line: &str) -> bool {
    line.starts_with(['#', '-', '+', '='])
}

/// The address at the start of a text, without the punctuation of a sentence after it.
pub(super) fn url_at_start(text: &str) -> Option<&str> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let scheme = text.len() - host.len();
    let end = host
        .find(|char: char| char.is_whitespace() || "<>()[]\"'`\\".contains(char))
        .unwrap_or(host.len());
    let url = text[..scheme + end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    (url.len() > scheme).then_some(url)
}

//! Conversion of descriptions to doc comments.
//!
//! OpenAPI descriptions and doc comments are both CommonMark, but rustdoc interprets more of it: code blocks are tests,
//! `[words]` are links to items, and HTML reaches the page as it is. A description comes from a stranger and must not do
//! any of this. [`review`](review::review) finds the places to change with the parser that rustdoc uses. A description
//! becomes a doc comment when nothing is left to change, or else it is shown verbatim.

mod links;
mod literal;
mod review;
mod wrap;

#[cfg(test)]
mod tests;

use links::Links;
pub(super) use links::without_dead_links;
use review::review;

use super::WIDTH;

/// How often Markdown is changed before it is shown verbatim. Most needs one round, and another if it is wrapped.
const ROUNDS: usize = 6;

/// The lines of a doc comment for a description, indented by `indent`. `link` returns the path of the item for the target
/// of a link.
pub(super) fn lines(
    markdown: &str,
    indent: usize,
    link: &dyn Fn(&str) -> Option<String>,
) -> Vec<String> {
    // `/// ` takes four columns.
    let width = WIDTH - indent - 4;
    let text = tidy(&visible(markdown));
    let text = if is_plain(&text) {
        wrap::wrapped(&text, &[], width).unwrap_or(text)
    } else {
        safe(&text, width, &mut Links::new(link)).unwrap_or_else(|| verbatim(&text))
    };
    text.lines().map(str::to_owned).collect()
}

/// Changes Markdown until the review finds nothing more to change.
fn safe(text: &str, width: usize, links: &mut Links<'_>) -> Option<String> {
    let mut text = text.to_owned();
    let mut is_wrapped = false;
    for _ in 0..ROUNDS {
        let review = review(&text, links);
        if !review.edits.is_empty() {
            text = tidy(&review.applied(&text));
        } else if is_wrapped {
            return review::is_safe_without_extensions(&text).then_some(text);
        } else {
            is_wrapped = true;
            match wrap::wrapped(&text, &review.unbreakable, width) {
                Some(wrapped) => text = wrapped,
                None => return review::is_safe_without_extensions(&text).then_some(text),
            }
        }
    }
    None
}

/// Shows Markdown as it is, in a code block.
fn verbatim(text: &str) -> String {
    let fence = literal::fence(text);
    format!("{fence}text\n{text}\n{fence}")
}

/// Whether Markdown can't contain code blocks, links, HTML or addresses, like most descriptions. It needs no parser.
fn is_plain(markdown: &str) -> bool {
    let has_markup = |pair: &[u8]| {
        matches!(pair[0], b'[' | b']' | b'<' | b'\\')
            || matches!(pair, b"  " | b"``" | b"~~" | b"//")
    };
    !markdown.as_bytes().windows(2).any(has_markup) && !markdown.ends_with(['[', ']', '<', '\\'])
}

/// Whether Markdown may contain code blocks or HTML, which do not end where a sentence ends.
pub(super) fn has_blocks(markdown: &str) -> bool {
    let marks = ["```", "~~~", "<", "\n    ", "\n\t"];
    marks.iter().any(|mark| markdown.contains(mark))
}

/// Text without control characters, and with spaces for tabs.
fn visible(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut column = 0;
    for char in markdown.chars() {
        match char {
            '\n' => {
                text.push('\n');
                column = 0;
            }
            '\t' => {
                let width = 4 - column % 4;
                text.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            char if char.is_control() || turns_text(char) => {}
            char => {
                text.push(char);
                column += 1;
            }
        }
    }
    text
}

/// Characters that change the order in which text is displayed. The compiler rejects them in comments.
fn turns_text(char: char) -> bool {
    matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text without spaces at the ends of lines, and without blank lines around it. Its first line is not indented, so that
/// rustdoc does not shift the others.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.trim().lines() {
        tidy.push_str(line.trim_end());
        tidy.push('\n');
    }
    tidy.pop();
    tidy
}

//! Conversion of descriptions to doc comments.
//!
//! OpenAPI descriptions and doc comments are both CommonMark, but rustdoc interprets more of it: code blocks are tests,
//! and `[words]` are links to items. The parser that rustdoc uses finds these places, and only they are changed.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::WIDTH;

/// Languages of code blocks that rustdoc shows but does not run.
const LANGUAGES: &[&str] = &[
    "bash",
    "css",
    "csv",
    "curl",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "python",
    "sh",
    "shell",
    "sql",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
];

/// The lines of a doc comment for a description, indented by `indent`. `link` returns the path of the item for the target
/// of a link.
pub(super) fn lines(
    markdown: &str,
    indent: usize,
    link: &dyn Fn(&str) -> Option<String>,
) -> Vec<String> {
    let text: String = markdown
        .chars()
        .filter(|char| *char == '\n' || *char == '\t' || !(char.is_control() || turns_text(*char)))
        .collect();
    let text = rustdoc(text.trim(), link);
    // `/// ` takes four columns.
    wrapped(&text, WIDTH - indent - 4)
}

/// Characters that change the order in which text is displayed. The compiler rejects them in comments.
fn turns_text(char: char) -> bool {
    matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn rustdoc(markdown: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    if is_plain(markdown) {
        return markdown.to_owned();
    }
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut inside_link = 0_usize;
    let mut code_block: Option<(Range<usize>, String)> = None;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                inside_link += 1;
                if link_type == LinkType::Inline
                    && let Some(edit) = link_edit(&markdown[range.clone()], &dest_url, link)
                {
                    edits.push((range, edit));
                }
            }
            Event::Start(Tag::Image { .. }) => inside_link += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => inside_link -= 1,
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info
                        .split([' ', ',', '{'])
                        .next()
                        .unwrap_or_default()
                        .to_lowercase(),
                    CodeBlockKind::Indented => String::new(),
                };
                let language = if LANGUAGES.contains(&language.as_str()) {
                    language
                } else {
                    "text".to_owned()
                };
                code_block = Some((
                    line_start(markdown, range.start)..range.end,
                    format!("```{language}\n"),
                ));
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((range, code)) = code_block.take() {
                    let after = if markdown[range.clone()].ends_with('\n') {
                        "\n"
                    } else {
                        ""
                    };
                    edits.push((range, format!("{}\n```{after}", code.trim_end())));
                }
            }
            Event::Text(text) => match &mut code_block {
                Some((_, code)) => code.push_str(&text.replace("```", "'''")),
                None if inside_link == 0 => edits.extend(text_edits(markdown, range)),
                None => {}
            },
            Event::Html(_) | Event::InlineHtml(_) => {
                let html = &markdown[range.clone()];
                let is_break = html.to_lowercase().starts_with("<br");
                let shown = if is_break {
                    " ".to_owned()
                } else {
                    html.replace('<', "\\<").replace('>', "\\>")
                };
                edits.push((range, shown));
            }
            _ => {}
        }
    }
    apply(markdown, edits)
}

/// Whether a text is one line without links, code, HTML or addresses, as most descriptions are. It needs no parser.
fn is_plain(markdown: &str) -> bool {
    !markdown.contains(['\n', '\t', '`', '~', '[', ']', '<', '>', '\\', '&'])
        && !markdown.contains("http")
}

/// Replaces the targets of links by items of the crate. A link without a known target becomes plain text.
fn link_edit(source: &str, target: &str, link: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let end = source.rfind("](")?;
    let text = source.get(1..end)?;
    let Some(path) = link(target) else {
        return Some(text.to_owned());
    };
    let ident = path.rsplit("::").next().unwrap_or_default();
    let text = if text == ident {
        format!("`{text}`")
    } else {
        text.to_owned()
    };
    Some(format!("[{text}]({path})"))
}

/// Escapes brackets that are not links, and marks URLs as rustdoc requires.
fn text_edits(markdown: &str, range: Range<usize>) -> Vec<(Range<usize>, String)> {
    let text = &markdown[range.clone()];
    let mut edits = Vec::new();
    let mut rest = 0;
    for (at, _) in text.match_indices("http") {
        let url: &str = text[at..]
            .split(|char: char| char.is_whitespace() || "<>()[]\"'`".contains(char))
            .next()
            .unwrap_or_default();
        let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let marked = at > 0 && text[..at].ends_with('<');
        if at >= rest && !marked && (url.starts_with("http://") || url.starts_with("https://")) {
            rest = at + url.len();
            edits.push((range.start + at..range.start + rest, format!("<{url}>")));
        }
    }
    for (at, bracket) in text.match_indices(['[', ']']) {
        let at = range.start + at;
        let escaped = markdown[..at].ends_with('\\');
        let inside = edits.iter().any(|(range, _)| range.contains(&at));
        if !escaped && !inside {
            edits.push((at..at + 1, format!("\\{bracket}")));
        }
    }
    edits
}

/// Applies the edits that do not overlap an earlier one.
fn apply(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut result = String::new();
    let mut done = 0;
    for (range, edit) in edits {
        if range.start >= done {
            result.push_str(&text[done..range.start]);
            result.push_str(&edit);
            done = range.end;
        }
    }
    result.push_str(&text[done..]);
    result
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Breaks long lines of prose. Code and tables are unchanged.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        let line = line.trim_end();
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code
            || line.chars().count() <= width
            || line.trim_start().starts_with(['|', '`', '#'])
        {
            lines.push(line.to_owned());
        } else {
            wrap(line, width, &mut lines);
        }
    }
    lines
}

fn wrap(line: &str, width: usize, lines: &mut Vec<String>) {
    let words_start = line.len() - line.trim_start().len();
    let marker = list_marker(&line[words_start..]);
    let hanging = " ".repeat(words_start + marker);
    let mut current = line[..words_start + marker].to_owned();
    let mut is_empty = true;
    for word in line[words_start + marker..]
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        let fits = current.chars().count() + 1 + word.chars().count() <= width;
        // A line must not start with text that CommonMark reads as a list item, heading or quotation.
        if !is_empty && !fits && !starts_block(word) {
            lines.push(std::mem::replace(&mut current, hanging.clone()));
            is_empty = true;
        }
        let gap = if is_empty { "" } else { " " };
        // Writing to a string can't fail.
        let _ = write!(current, "{gap}{word}");
        is_empty = false;
    }
    lines.push(current);
}

/// The length of `- `, `* ` or `1. ` in front of a list item.
fn list_marker(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].get(..2) {
        Some(". " | ") ") if digits > 0 => digits + 2,
        Some("- " | "* " | "+ ") if digits == 0 => 2,
        _ => 0,
    }
}

fn starts_block(word: &str) -> bool {
    let is_number = word.ends_with(['.', ')'])
        && word[..word.len() - 1]
            .bytes()
            .all(|byte| byte.is_ascii_digit());
    is_number
        || word.starts_with(['#', '>', '|', '='])
        || ["-", "*", "+"].contains(&word)
        || word.starts_with("---")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doc(markdown: &str) -> String {
        let link =
            |target: &str| (target == "#schema_user").then(|| "crate::types::User".to_owned());
        lines(markdown, 0, &link).join("\n")
    }

    #[test]
    fn links_to_schemas_lead_to_types_and_others_become_text() {
        assert_eq!(
            doc("The [User](#schema_user), its [Users](#schema_user)."),
            "The [`User`](crate::types::User), its [Users](crate::types::User)."
        );
        assert_eq!(
            doc("See [an error](#errors) and [Tags](/docs/tags)."),
            "See an error and Tags."
        );
        assert_eq!(doc("See [x](https://a.b/c)."), "See [x](https://a.b/c).");
    }

    #[test]
    fn nothing_is_taken_for_an_item_or_a_tag() {
        assert_eq!(
            doc("With [\"bar\",\"baz\"] or a[0]."),
            "With \\[\"bar\",\"baz\"\\] or a\\[0\\]."
        );
        assert_eq!(doc("A `[x]` stays."), "A `[x]` stays.");
        assert_eq!(doc("Send <token> here<br>now"), "Send \\<token\\> here now");
        assert_eq!(
            doc("At https://a.b/c?d=1. And <https://x.y>."),
            "At <https://a.b/c?d=1>. And <https://x.y>."
        );
    }

    #[test]
    fn code_is_never_a_test() {
        assert_eq!(
            doc("Say:\n\n    panic!()\n\nor\n\n```\nlet x;\n```"),
            "Say:\n\n```text\npanic!()\n```\n\nor\n\n```text\nlet x;\n```"
        );
        assert_eq!(doc("```rust\nboom()\n```"), "```text\nboom()\n```");
        assert_eq!(doc("```json\n{}\n```"), "```json\n{}\n```");
    }

    #[test]
    fn long_lines_are_broken_between_words() {
        let long = format!("- {}", "word ".repeat(40));
        let lines = lines(&long, 4, &|_| None);
        assert!(
            lines.len() == 3 && lines.iter().all(|line| line.len() <= 92),
            "{lines:?}"
        );
        assert!(lines[1].starts_with("  word"));
        let dash = format!("{} - and so on, which is not a list", "x".repeat(95));
        assert!(
            doc(&dash).lines().all(|line| !line.starts_with('-')),
            "{}",
            doc(&dash)
        );
    }
}

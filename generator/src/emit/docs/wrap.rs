//! The layout of prose: long lines are broken, and blank lines do not repeat.

use std::fmt::Write as _;
use std::ops::Range;

/// Markdown with lines of at most `width` columns, if it is not laid out like that already. Lines in the `unbreakable` ranges
/// are unchanged.
pub(super) fn wrapped(text: &str, unbreakable: &[Range<usize>], width: usize) -> Option<String> {
    let is_long = |line: &str| line.len() > width && line.chars().count() > width;
    if !text.contains("\n\n\n") && (text.len() <= width || !text.lines().any(is_long)) {
        return None;
    }
    let mut lines: Vec<String> = Vec::new();
    let mut ranges = unbreakable.iter().peekable();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        while ranges.next_if(|range| range.end <= start).is_some() {}
        let is_unbreakable = ranges.peek().is_some_and(|range| range.start <= end);
        let is_heading = line.trim_start().starts_with(['|', '#']);
        let repeats_gap = line.is_empty() && lines.last().is_some_and(String::is_empty);
        if is_unbreakable || !is_long(line) || is_heading || is_code(line) {
            if is_unbreakable || !repeats_gap {
                lines.push(line.to_owned());
            }
        } else {
            wrap(line, width, &mut lines);
        }
        start = end + 1;
    }
    Some(lines.join("\n"))
}

/// Whether a line is nothing but code, such as the route of an operation.
fn is_code(line: &str) -> bool {
    let code = line
        .strip_prefix('`')
        .and_then(|rest| rest.strip_suffix('`'));
    code.is_some_and(|code| !code.contains('`'))
}

fn wrap(line: &str, width: usize, lines: &mut Vec<String>) {
    let quotation = line.len() - line.trim_start_matches([' ', '>']).len();
    let start = quotation + list_marker(&line[quotation..]);
    if start > width / 2 {
        // The prefix would fill each line again.
        return lines.push(line.to_owned());
    }
    let hanging = format!("{:start$}", &line[..quotation]);
    let mut current = line[..start].to_owned();
    let mut columns = start;
    let mut is_empty = true;
    for word in line[start..].split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        let fits = columns + 1 + length <= width;
        if !is_empty && !fits && !starts_block(word) {
            lines.push(std::mem::replace(&mut current, hanging.clone()));
            columns = start;
            is_empty = true;
        }
        let gap = if is_empty { "" } else { " " };
        // Writing to a string can't fail.
        let _ = write!(current, "{gap}{word}");
        columns += gap.len() + length;
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

/// Whether a line that starts with this word is a list item, heading, table, quotation or code.
fn starts_block(word: &str) -> bool {
    let is_number = word.ends_with(['.', ')'])
        && word[..word.len() - 1]
            .bytes()
            .all(|byte| byte.is_ascii_digit());
    is_number
        || word.starts_with(['#', '>', '|', '='])
        || ["-", "*", "+"].contains(&word)
        || ["---", "```", "~~~", "[^"]
            .iter()
            .any(|start| word.starts_with(start))
}

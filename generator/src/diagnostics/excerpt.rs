//! The source lines that contain problems.

use std::ops::Range;

use crate::source::{Lines, nth};

/// Maximum number of characters of a line to show. A whole document may be one line.
const WIDTH: usize = 120;

/// Characters to show before the position of the problem in a line that is cut.
const BEFORE: usize = 40;

const CUT: char = '…';

/// A line of a source, for display. A long line is cut around the position of the problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Excerpt {
    /// The line, with `…` where it is cut.
    pub text: String,
    /// The byte range of the problem in the text. It is empty at the end of a line.
    pub marked: Range<usize>,
}

impl Excerpt {
    /// The text around a line and column, with `length` characters marked.
    pub(super) fn of(lines: &mut Lines<'_>, line: usize, column: usize, length: usize) -> Self {
        let text = lines.line(line);
        let at = lines.offset(line, column, text);
        let (before, after) = text.split_at(at);
        let after_mark = nth(after, length.max(1));
        if nth(text, WIDTH) == text.len() {
            return Excerpt {
                text: text.to_owned(),
                marked: at..at + after_mark,
            };
        }
        let from = before
            .char_indices()
            .rev()
            .nth(BEFORE - 1)
            .map_or(0, |(from, _)| from);
        let shown = &text[from..];
        let shown = &shown[..nth(shown, WIDTH)];
        let to = from + shown.len();
        let mut cut = String::with_capacity(shown.len() + 2 * CUT.len_utf8());
        cut.extend((from > 0).then_some(CUT));
        let mark = cut.len() + at - from;
        cut.push_str(shown);
        let marked = mark..(mark + after_mark).min(cut.len());
        cut.extend((to < text.len()).then_some(CUT));
        Excerpt { text: cut, marked }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text, with brackets around the marked part.
    fn shown(text: &str, line: usize, column: usize, length: usize) -> String {
        let Excerpt { text, marked } = Excerpt::of(&mut Lines::of(text), line, column, length);
        let (before, rest) = text.split_at(marked.start);
        let (marked, after) = rest.split_at(marked.len());
        format!("{before}[{marked}]{after}")
    }

    #[test]
    fn a_short_line_is_shown_as_it_is() {
        let text = "\u{feff}a: 1\r\n\tключ: 2\rc: 3\n";
        assert_eq!(shown(text, 1, 1, 1), "[a]: 1");
        assert_eq!(shown(text, 2, 2, 4), "\t[ключ]: 2");
        assert_eq!(shown(text, 3, 4, 9), "c: [3]");
    }

    #[test]
    fn positions_outside_the_text_are_moved_to_its_ends() {
        assert_eq!(shown("a: 1", 1, 50, 3), "a: 1[]");
        assert_eq!(shown("a: 1", 7, 2, 3), "[]");
        assert_eq!(shown("", 1, 1, 1), "[]");
    }

    #[test]
    fn a_long_line_is_cut_around_the_problem() {
        let text = "{\"é\": 1},\t".repeat(100);
        let cut = shown(&text, 1, 502, 3);
        assert_eq!(cut.chars().count(), WIDTH + "…[]…".chars().count(), "{cut}");
        assert!(cut.contains("{[\"é\"]: 1},\t{"), "{cut}");
        assert!(cut.starts_with('…') && cut.ends_with('…'), "{cut}");

        let start = shown(&text, 1, 2, 3);
        assert!(
            start.starts_with("{[\"é\"]: 1}") && start.ends_with('…'),
            "{start}"
        );
        let end = shown(&text, 1, 992, 3);
        assert!(
            end.starts_with('…') && end.ends_with("{[\"é\"]: 1},\t"),
            "{end}"
        );
    }

    #[test]
    fn the_mark_ends_where_the_line_is_cut() {
        let text = format!("{}{}", "a".repeat(100), "é".repeat(300));
        let cut = shown(&text, 1, 101, 250);
        assert_eq!(
            cut,
            format!("…{}[{}]…", "a".repeat(BEFORE), "é".repeat(WIDTH - BEFORE))
        );
    }

    #[test]
    fn many_problems_in_one_line_take_linear_time() {
        let text = "é{},".repeat(200_000);
        let mut lines = Lines::of(&text);
        for index in 0..200_000 {
            let excerpt = Excerpt::of(&mut lines, 1, index * 4 + 2, 2);
            assert_eq!(&excerpt.text[excerpt.marked], "{}");
        }
    }
}

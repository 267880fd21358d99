//! The lines that problems are in.

use std::ops::Range;

/// Characters of a line that are shown. A document may be one line.
const WIDTH: usize = 120;

/// Characters before the place in a line that is cut.
const BEFORE: usize = 40;

const CUT: char = '…';

/// A line of a source, fit to be shown: a long one is cut around the place of the problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Excerpt {
    /// The line, with `…` for what is cut off.
    pub text: String,
    /// Where the place is in the text, in bytes. It is empty at the end of a line.
    pub marked: Range<usize>,
}

/// The lines of a source, asked for one after the other.
#[derive(Debug)]
pub(crate) struct Lines<'s> {
    text: &'s str,
    starts: Vec<usize>,
    /// The place that was asked for last: line, column and offset.
    last: (usize, usize, usize),
}

impl<'s> Lines<'s> {
    pub(crate) fn of(text: &'s str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let bytes = text.as_bytes();
        let ends = (0..bytes.len()).filter(|at| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = [0].into_iter().chain(ends.map(|end| end + 1)).collect();
        Self {
            text,
            starts,
            last: (0, 0, 0),
        }
    }

    /// The line and column, both from 1, of a byte of the text without a byte order mark.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[line - 1];
        let before = &self.text.as_bytes()[start..at.min(self.text.len())];
        let characters = before.iter().filter(|byte| *byte & 0xC0 != 0x80);
        (line, characters.count() + 1)
    }

    /// What is around a place, given by its line and column, and how many characters are marked.
    pub(super) fn excerpt(&mut self, line: usize, column: usize, length: usize) -> Excerpt {
        let text = self.line(line);
        let at = self.offset(line, column, text);
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

    fn line(&self, line: usize) -> &'s str {
        let index = line.saturating_sub(1);
        let offset = |index: usize| self.starts.get(index).copied().unwrap_or(self.text.len());
        self.text[offset(index)..offset(index + 1)].trim_end_matches(['\n', '\r'])
    }

    /// How many bytes of the line come before a column. Places are mostly asked for from the top to the bottom: thousands in
    /// one line are found by going through it once.
    fn offset(&mut self, line: usize, column: usize, text: &str) -> usize {
        let (known, from) = match self.last {
            (at, known, offset) if at == line && known <= column => (known, offset),
            _ => (1, 0),
        };
        let offset = from + nth(&text[from..], column.saturating_sub(known));
        self.last = (line, column, offset);
        offset
    }
}

/// The bytes that so many characters take, or all of them.
fn nth(text: &str, characters: usize) -> usize {
    text.char_indices()
        .nth(characters)
        .map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text, with brackets around what is marked.
    fn shown(text: &str, line: usize, column: usize, length: usize) -> String {
        let Excerpt { text, marked } = Lines::of(text).excerpt(line, column, length);
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
    fn places_outside_of_the_text_are_at_its_ends() {
        assert_eq!(shown("a: 1", 1, 50, 3), "a: 1[]");
        assert_eq!(shown("a: 1", 7, 2, 3), "[]");
        assert_eq!(shown("", 1, 1, 1), "[]");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
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
    fn bytes_have_a_line_and_a_column() {
        let lines = Lines::of("\u{feff}é: 1\r\nключ: 2\n");
        assert_eq!(lines.position(0), (1, 1));
        assert_eq!(lines.position("é".len()), (1, 2));
        assert_eq!(lines.position("é: 1\r\nключ".len()), (2, 5));
        assert_eq!(lines.position(100), (3, 1));
    }

    #[test]
    fn what_is_marked_ends_where_the_line_is_cut() {
        let text = format!("{}{}", "a".repeat(100), "é".repeat(300));
        let cut = shown(&text, 1, 101, 250);
        assert_eq!(
            cut,
            format!("…{}[{}]…", "a".repeat(BEFORE), "é".repeat(WIDTH - BEFORE))
        );
    }

    #[test]
    fn many_places_in_one_line() {
        let text = "é{},".repeat(200_000);
        let mut lines = Lines::of(&text);
        for index in 0..200_000 {
            let excerpt = lines.excerpt(1, index * 4 + 2, 2);
            assert_eq!(&excerpt.text[excerpt.marked], "{}");
        }
    }
}

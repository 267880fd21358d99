//! The lines of a text.

/// The lines of a source, for lookups that are mostly in order.
#[derive(Debug)]
pub(crate) struct Lines<'s> {
    text: &'s str,
    starts: Vec<usize>,
    /// The last lookup: line, column and offset.
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

    /// The line and column, both from 1, of a byte offset in the text without its byte order mark.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[line - 1];
        let before = &self.text.as_bytes()[start..at.min(self.text.len())];
        let characters = before.iter().filter(|byte| *byte & 0xC0 != 0x80);
        (line, characters.count() + 1)
    }

    /// A line by its number, from 1, without its end; empty if there is no such line.
    pub(crate) fn line(&self, line: usize) -> &'s str {
        let index = line.saturating_sub(1);
        let offset = |index: usize| self.starts.get(index).copied().unwrap_or(self.text.len());
        self.text[offset(index)..offset(index + 1)].trim_end_matches(['\n', '\r'])
    }

    /// The number of bytes of a line before a column. Lookups are mostly in order, so thousands of them in one line need only one
    /// pass over it.
    pub(crate) fn offset(&mut self, line: usize, column: usize, text: &str) -> usize {
        let (known, from) = match self.last {
            (at, known, offset) if at == line && known <= column => (known, offset),
            _ => (1, 0),
        };
        let offset = from + nth(&text[from..], column.saturating_sub(known));
        self.last = (line, column, offset);
        offset
    }
}

/// The length in bytes of the first `characters` characters, or of the whole text if it is shorter.
pub(crate) fn nth(text: &str, characters: usize) -> usize {
    text.char_indices()
        .nth(characters)
        .map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_a_line_and_a_column() {
        let lines = Lines::of("\u{feff}é: 1\r\nключ: 2\n");
        assert_eq!(lines.position(0), (1, 1));
        assert_eq!(lines.position("é".len()), (1, 2));
        assert_eq!(lines.position("é: 1\r\nключ".len()), (2, 5));
        assert_eq!(lines.position(100), (3, 1));
    }
}

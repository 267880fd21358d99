//! Finds nodes in a JSON text without building a tree. Nodes that are not wanted are skipped.

use std::borrow::Cow;

use super::Below;
use super::positions::{Found, NodeKind, Position};

/// Records the positions of the wanted nodes, as far as the text is valid JSON.
pub(super) fn find(text: &str, wanted: &mut Below<Found>) {
    let scanner = &mut Scanner {
        text,
        at: 0,
        wanted,
        known: (0, Position::new(1, 1)),
    };
    // A syntax error ends the walk; nodes before it are found.
    let _ = scanner.item(0);
}

struct Scanner<'t, 'w> {
    text: &'t str,
    /// The offset of the next byte.
    at: usize,
    wanted: &'w mut Below<Found>,
    /// The offset of a byte before that, and its position.
    known: (usize, Position),
}

/// The text is not valid JSON from here on.
struct InvalidJson;

impl<'t> Scanner<'t, '_> {
    fn peek(&self) -> Result<u8, InvalidJson> {
        self.text
            .as_bytes()
            .get(self.at)
            .copied()
            .ok_or(InvalidJson)
    }

    /// Skips white space, and returns the byte after it.
    fn next(&mut self) -> Result<u8, InvalidJson> {
        while self.peek()?.is_ascii_whitespace() {
            self.at += 1;
        }
        self.peek()
    }

    /// Reads a value without a key. Its position is where it starts.
    fn item(&mut self, node: usize) -> Result<(), InvalidJson> {
        let kind = kind(self.next()?);
        let start = self.at;
        let text = self.text(kind);
        if kind == NodeKind::Scalar {
            self.scalar()?;
        }
        let end = self.at.max(start + 1);
        let position = self.position(start, end);
        self.wanted.set(
            node,
            Found {
                position,
                kind,
                text,
            },
        );
        self.inside(node, kind)
    }

    /// Reads a value to its end.
    fn inside(&mut self, node: usize, kind: NodeKind) -> Result<(), InvalidJson> {
        match kind {
            _ if self.wanted.is_leaf(node) => self.skip(),
            NodeKind::Object => self.members(node),
            NodeKind::Array => self.items(node),
            NodeKind::Scalar | NodeKind::Alias => self.skip(),
        }
    }

    fn members(&mut self, node: usize) -> Result<(), InvalidJson> {
        self.at += 1;
        loop {
            match self.next()? {
                b'}' => break,
                b',' => {
                    self.at += 1;
                    continue;
                }
                b'"' => {}
                _ => return Err(InvalidJson),
            }
            let start = self.at;
            let key = self.key()?;
            let end = self.at;
            if self.next()? != b':' {
                return Err(InvalidJson);
            }
            self.at += 1;
            let kind = kind(self.next()?);
            match self.wanted.next(node, &key) {
                Some(member) => {
                    let position = self.position(start, end);
                    let text = self.text(kind);
                    self.wanted.set(
                        member,
                        Found {
                            position,
                            kind,
                            text,
                        },
                    );
                    self.inside(member, kind)?;
                }
                None => self.skip()?,
            }
        }
        self.at += 1;
        Ok(())
    }

    fn items(&mut self, node: usize) -> Result<(), InvalidJson> {
        self.at += 1;
        let mut index = 0_usize;
        while self.next()? != b']' {
            match self.wanted.next(node, &index.to_string()) {
                Some(item) => self.item(item)?,
                None => self.skip()?,
            }
            if self.next()? == b',' {
                self.at += 1;
            }
            index += 1;
        }
        self.at += 1;
        Ok(())
    }

    /// Skips to the comma or bracket after a value.
    fn skip(&mut self) -> Result<(), InvalidJson> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.string()?,
                b',' | b'}' | b']' if depth == 0 => return Ok(()),
                b'{' | b'[' => (depth, self.at) = (depth + 1, self.at + 1),
                b'}' | b']' => (depth, self.at) = (depth - 1, self.at + 1),
                _ => self.at += 1,
            }
        }
    }

    /// The text of a scalar that starts here.
    fn text(&self, kind: NodeKind) -> Option<String> {
        let ends = |char: char| char.is_ascii_whitespace() || ",]}".contains(char);
        let rest = self.text.get(self.at..)?;
        let text = rest.split(ends).next()?;
        (kind == NodeKind::Scalar).then(|| text.to_owned())
    }

    fn scalar(&mut self) -> Result<(), InvalidJson> {
        if self.peek()? == b'"' {
            return self.string();
        }
        let rest = &self.text.as_bytes()[self.at..];
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b",]}".contains(byte);
        self.at += rest.iter().position(ends).unwrap_or(rest.len());
        Ok(())
    }

    /// Skips the string that starts here.
    fn string(&mut self) -> Result<(), InvalidJson> {
        self.at += 1;
        loop {
            let rest = self.text.as_bytes().get(self.at..).ok_or(InvalidJson)?;
            let stop = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'));
            self.at += stop.ok_or(InvalidJson)?;
            match self.peek()? {
                b'"' => break,
                _ => self.at += 2,
            }
        }
        self.at += 1;
        Ok(())
    }

    fn key(&mut self) -> Result<Cow<'t, str>, InvalidJson> {
        let start = self.at;
        self.string()?;
        let quoted = &self.text[start..self.at];
        if quoted.contains('\\') {
            return serde_json::from_str(quoted)
                .map(Cow::Owned)
                .map_err(|_| InvalidJson);
        }
        Ok(Cow::Borrowed(&quoted[1..quoted.len() - 1]))
    }

    /// The position of a range of bytes, which must not start before the last such range.
    fn position(&mut self, start: usize, end: usize) -> Position {
        let (from, mut position) = self.known;
        let bytes = self.text.as_bytes();
        for at in from..start {
            let ends_line = match bytes[at] {
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                byte => byte == b'\n',
            };
            if ends_line {
                (position.line, position.column) = (position.line + 1, 1);
            } else if is_character(bytes[at]) {
                position.column += 1;
            }
        }
        self.known = (start, position);
        let characters = bytes[start..end].iter().filter(|byte| is_character(**byte));
        position.length = characters.count().max(1);
        position
    }
}

fn kind(first: u8) -> NodeKind {
    match first {
        b'{' => NodeKind::Object,
        b'[' => NodeKind::Array,
        _ => NodeKind::Scalar,
    }
}

/// Whether this is the first byte of a character.
fn is_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

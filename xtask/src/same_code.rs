//! Whether two Rust texts say the same, however they are laid out.
//!
//! The generator formats with prettyplease, the files on disk went through rustfmt; the two break lines in different
//! places. Telling them equal without running rustfmt is what makes a regeneration without changes fast. So an answer
//! of "different" may be wrong, it only costs the run; an answer of "same" may not.

/// Whether `a` and `b` differ at most in white space and in commas before a closing bracket.
pub(crate) fn same_code(a: &str, b: &str) -> bool {
    Significant::new(a).eq(Significant::new(b))
}

/// The tokens of a text without the commas that only follow from its layout.
struct Significant<'a> {
    tokens: std::iter::Peekable<Tokens<'a>>,
    last: &'a [u8],
    open: Vec<Bracket>,
}

/// An open `(`, `[` or `{`.
#[derive(Default)]
struct Bracket {
    /// A `(` that may start a tuple: `(a,)` is another thing than `(a)`, which it is not in a call.
    is_tuple: bool,
    /// How many `<` are open in it. Where they compare instead, too many are counted, never too few.
    angles: usize,
    has_comma: bool,
}

impl<'a> Significant<'a> {
    fn new(text: &'a str) -> Self {
        let tokens = Tokens {
            rest: text.as_bytes(),
        };
        Self {
            tokens: tokens.peekable(),
            last: b"",
            open: Vec::new(),
        }
    }

    /// Whether a comma that `following` follows could be left out.
    fn is_layout(&self, following: &[u8]) -> bool {
        match following {
            b"]" | b"}" | b">" => true,
            b")" => self
                .open
                .last()
                .is_some_and(|open| !open.is_tuple || open.has_comma),
            _ => false,
        }
    }
}

impl<'a> Iterator for Significant<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let token = self.tokens.next()?;
        let following = self.tokens.peek().map_or(&b""[..], |token| token.text);
        if token.text == b"," && self.is_layout(following) {
            return self.next();
        }
        let last = std::mem::replace(&mut self.last, token.text);
        match (token.text, self.open.last_mut()) {
            (b"(" | b"[" | b"{", _) => {
                let is_tuple = token.text == b"(" && !(token.glued && ends_callee(last));
                self.open.push(Bracket {
                    is_tuple,
                    ..Bracket::default()
                });
            }
            (b")" | b"]" | b"}", _) => {
                self.open.pop();
            }
            (b"<", Some(open)) => open.angles += 1,
            (b">", Some(open)) if last != b"-" => open.angles = open.angles.saturating_sub(1),
            (b",", Some(open)) if open.angles == 0 => open.has_comma = true,
            _ => {}
        }
        Some(token.text)
    }
}

/// Both formatters write a call's `(` right behind the callee, and a tuple's behind a space or an operator.
fn ends_callee(token: &[u8]) -> bool {
    token
        .last()
        .is_some_and(|byte| is_word(*byte) || matches!(byte, b'>' | b')' | b']' | b'!' | b'?'))
}

struct Token<'a> {
    text: &'a [u8],
    /// Whether no white space precedes it.
    glued: bool,
}

/// Words, literals, comments and operator characters, without the white space between them.
struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let trimmed = self.rest.trim_ascii_start();
        let glued = trimmed.len() == self.rest.len();
        if trimmed.is_empty() {
            return None;
        }
        let (text, rest) = trimmed.split_at(length(trimmed).min(trimmed.len()));
        self.rest = rest;
        // A line comment reaches to the end of its line; rustfmt cuts spaces there.
        Some(Token {
            text: text.trim_ascii_end(),
            glued,
        })
    }
}

/// Length of the token that starts `text`, which is not empty; may reach beyond the text when its end is missing.
fn length(text: &[u8]) -> usize {
    match text {
        [b'/', b'/', ..] => text
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(text.len()),
        [b'/', b'*', ..] => block_comment(text),
        [b'"', ..] | [b'\'', b'\\', ..] => quoted(text),
        [b'\'', ..] => character(text).unwrap_or(1),
        // Operators count as single characters, so that the `>>` of two generics may be torn apart; but these two
        // have another meaning with a space in between.
        [b'&', b'&', ..] | [b'|', b'|', ..] => 2,
        _ => match text
            .iter()
            .position(|byte| !is_word(*byte))
            .unwrap_or(text.len())
        {
            0 => 1,
            word => raw_string(text, word).unwrap_or(word),
        },
    }
}

/// Letters, digits and all that is not ASCII.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

/// Block comments nest.
fn block_comment(text: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        match &text[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// A string or an escaped character, up to the quote that it starts with.
fn quoted(text: &[u8]) -> usize {
    let mut at = 1;
    while at < text.len() && text[at] != text[0] {
        at += if text[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

/// `'x'`, and `None` for a lifetime.
fn character(text: &[u8]) -> Option<usize> {
    let continued = text
        .get(2..)?
        .iter()
        .take_while(|byte| (0x80..0xc0).contains(*byte))
        .count();
    (text.get(2 + continued) == Some(&b'\'')).then_some(3 + continued)
}

/// `r"…"`, `br#"…"#` and the like, behind a prefix of `word` bytes.
fn raw_string(text: &[u8], word: usize) -> Option<usize> {
    let (prefix, rest) = text.split_at(word);
    if !matches!(prefix, b"r" | b"br" | b"cr") {
        return None;
    }
    let hashes = rest.iter().take_while(|byte| **byte == b'#').count();
    if rest.get(hashes) != Some(&b'"') {
        return None;
    }
    let start = hashes + 1;
    let end = (start..rest.len()).find(|at| {
        rest[*at] == b'"'
            && rest[at + 1..]
                .iter()
                .take_while(|byte| **byte == b'#')
                .count()
                >= hashes
    });
    Some(word + end.map_or(rest.len(), |end| end + 1 + hashes))
}

#[cfg(test)]
mod tests;

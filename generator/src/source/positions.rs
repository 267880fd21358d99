//! Where in a text the nodes of its document stand.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

use super::Pointer;

/// Where a node starts: line and column, both from 1, and how many characters its key or value has in that line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) length: usize,
}

impl Position {
    pub(crate) fn new(line: usize, column: usize) -> Self {
        Self {
            line,
            column,
            length: 1,
        }
    }
}

impl From<Span> for Position {
    fn from(span: Span) -> Self {
        let start = Self::new(span.start.line(), span.start.col() + 1);
        let is_line = span.end.line() == start.line;
        Self {
            length: if is_line { span.len().max(1) } else { 1 },
            ..start
        }
    }
}

/// The positions of the nodes of a source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions {
    found: HashMap<Pointer, Position>,
    repeated: Option<Pointer>,
}

impl Positions {
    /// Where each node starts. Needs a parse of its own, which only a run with problems pays for.
    pub(crate) fn of(text: &str, deepest: usize) -> Self {
        let mut positions = Self::default();
        positions.found.insert(Pointer::root(), Position::new(1, 1));
        let mut open: Vec<Open> = Vec::new();
        for event in Parser::new_from_str(text.trim_start_matches('\u{feff}')) {
            // What comes before a mistake in the text can be located all the same.
            let Ok((event, span)) = event else { break };
            if matches!(event, Event::DocumentEnd) || open.len() > deepest {
                break;
            }
            step(&event, span, &mut open, &mut positions);
        }
        positions
    }

    /// The first key that its object has already.
    pub(crate) fn repeated(&self) -> Option<&Pointer> {
        self.repeated.as_ref()
    }

    /// Of the node, or of the nearest one around it: an overlay adds nodes that stand in no file.
    pub(crate) fn nearest(&self, pointer: &Pointer) -> Position {
        let mut at = Some(pointer.clone());
        while let Some(pointer) = at {
            if let Some(position) = self.found.get(&pointer) {
                return *position;
            }
            at = pointer.parent();
        }
        Position::new(1, 1)
    }
}

/// Where a text in YAML comes to have more than so many levels.
pub(super) fn too_deep(text: &str, deepest: usize) -> Option<(usize, usize)> {
    // The look at the text is cheap, and hardly a document needs more than that.
    if looked_at(text) <= deepest {
        return None;
    }
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text.trim_start_matches('\u{feff}')) {
        let (event, position) = match event {
            Ok((event, span)) => (event, (span.start.line(), span.start.col() + 1)),
            // This parser has a limit of its own.
            Err(error) if error.info().contains("recursion limit") => {
                return Some((error.marker().line(), error.marker().col() + 1));
            }
            Err(_) => return None,
        };
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > deepest {
            return Some(position);
        }
    }
    None
}

/// How many levels a text may have at most, taking every bracket, space and dash for one.
fn looked_at(text: &str) -> usize {
    let (mut most, mut brackets, mut indent) = (0_usize, 0_usize, 0_usize);
    let mut at_start = true;
    for byte in text.bytes() {
        match byte {
            b'\n' | b'\r' => (indent, at_start) = (0, true),
            b' ' | b'-' | b'?' if at_start => indent += 1,
            b'[' | b'{' => (brackets, at_start) = (brackets + 1, false),
            b']' | b'}' => (brackets, at_start) = (brackets.saturating_sub(1), false),
            _ => at_start = false,
        }
        most = most.max(brackets + indent);
    }
    most
}

/// A mapping or sequence that the walk is inside of.
struct Open {
    pointer: Pointer,
    next: Next,
}

enum Next {
    Key,
    Value(Pointer),
    Item(usize),
}

fn step(event: &Event<'_>, span: Span, open: &mut Vec<Open>, positions: &mut Positions) {
    let position = Position::from(span);
    if matches!(event, Event::MappingEnd | Event::SequenceEnd) {
        open.pop();
        return;
    }
    let starts_node = matches!(
        event,
        Event::Scalar(..) | Event::Alias(_) | Event::MappingStart(..) | Event::SequenceStart(..)
    );
    if !starts_node {
        return;
    }
    let pointer = match open.last_mut() {
        None => Pointer::root(),
        Some(Open { pointer, next }) => match std::mem::replace(next, Next::Key) {
            Next::Key => {
                let key = if let Event::Scalar(key, ..) = event {
                    key.as_ref()
                } else {
                    ""
                };
                let pointer = pointer.join(key);
                // The key says more than the value, which may start a line later.
                if positions.found.insert(pointer.clone(), position).is_some() {
                    positions.repeated.get_or_insert(pointer.clone());
                }
                *next = Next::Value(pointer);
                return;
            }
            Next::Value(pointer) => pointer,
            Next::Item(index) => {
                *next = Next::Item(index + 1);
                pointer.join(index.to_string())
            }
        },
    };
    positions.found.entry(pointer.clone()).or_insert(position);
    match event {
        Event::MappingStart(..) => open.push(Open {
            pointer,
            next: Next::Key,
        }),
        Event::SequenceStart(..) => open.push(Open {
            pointer,
            next: Next::Item(0),
        }),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, pointer: &str) -> (usize, usize) {
        let found = Positions::of(text, 100).nearest(&Pointer::from_fragment(pointer).unwrap());
        (found.line, found.column)
    }

    #[test]
    fn a_node_is_found_by_its_key() {
        let text = "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      parameters:\n        - name: x\n        - name: y\n";
        assert_eq!(position(text, "#/paths/~1a/get"), (4, 5));
        assert_eq!(position(text, "#/paths/~1a/get/parameters/1/name"), (7, 11));
        assert_eq!(
            position(text, "#/paths/~1a/get/parameters/1/schema/type"),
            (7, 11)
        );
    }

    #[test]
    fn json_is_located_too() {
        assert_eq!(
            position("{\n\t\"paths\": {\"/a\": []}\n}", "#/paths/~1a"),
            (2, 12)
        );
    }

    #[test]
    fn a_broken_text_is_located_as_far_as_it_goes() {
        assert_eq!(position("a:\n  b: 1\nc: [", "#/a/b"), (2, 3));
    }
}

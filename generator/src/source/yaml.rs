//! Positions of nodes in a YAML text, and its nesting depth, from the parser's events.

use saphyr_parser::{Event, Parser, Span};

use super::Below;
use super::parse::DEEPEST;
use super::positions::{Found, NodeKind, Position};

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

/// Records the positions of the wanted nodes, as far as the text is valid YAML.
pub(super) fn find(text: &str, wanted: &mut Below<Found>) {
    let mut walk = Walk {
        wanted,
        open: Vec::new(),
        skipped: 0,
    };
    for event in Parser::new_from_str(text) {
        // A syntax error ends the walk; nodes before it are found.
        let Ok((event, span)) = event else { break };
        if matches!(event, Event::DocumentEnd) || walk.open.len() + walk.skipped > DEEPEST {
            break;
        }
        walk.step(&event, span);
    }
}

struct Walk<'w> {
    wanted: &'w mut Below<Found>,
    /// The open mappings and sequences that contain wanted nodes.
    open: Vec<Open>,
    /// The number of open mappings and sequences inside them that contain none.
    skipped: usize,
}

struct Open {
    node: usize,
    next: Next,
}

enum Next {
    Key,
    Value(Option<usize>),
    Item(usize),
}

impl Walk<'_> {
    fn step(&mut self, event: &Event<'_>, span: Span) {
        let kind = match event {
            Event::MappingStart(..) => NodeKind::Object,
            Event::SequenceStart(..) => NodeKind::Array,
            Event::Scalar(..) => NodeKind::Scalar,
            Event::Alias(_) => NodeKind::Alias,
            Event::MappingEnd | Event::SequenceEnd => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                } else {
                    self.open.pop();
                }
                return;
            }
            _ => return,
        };
        let text = match event {
            Event::Scalar(text, ..) => Some(text.to_string()),
            _ => None,
        };
        let is_open = matches!(kind, NodeKind::Object | NodeKind::Array);
        if self.skipped > 0 {
            self.skipped += usize::from(is_open);
            return;
        }
        match self.node(event, span) {
            Some(node) => {
                let position = self.wanted.get(node).map(|found| found.position);
                let position = position.unwrap_or_else(|| span.into());
                self.wanted.set(
                    node,
                    Found {
                        position,
                        kind,
                        text,
                    },
                );
                match kind {
                    NodeKind::Object => self.open.push(Open {
                        node,
                        next: Next::Key,
                    }),
                    NodeKind::Array => self.open.push(Open {
                        node,
                        next: Next::Item(0),
                    }),
                    NodeKind::Scalar | NodeKind::Alias => {}
                }
            }
            None => self.skipped += usize::from(is_open),
        }
    }

    /// The node that starts here, if it is wanted. The position of a key is recorded, but a key is not a node.
    fn node(&mut self, event: &Event<'_>, span: Span) -> Option<usize> {
        let Some(Open { node, next }) = self.open.last_mut() else {
            return Some(0);
        };
        match *next {
            Next::Key => {
                let member = match event {
                    Event::Scalar(key, ..) => self.wanted.next(*node, key),
                    _ => None,
                };
                if let Some(member) = member {
                    let (position, kind) = (span.into(), NodeKind::Scalar);
                    let text = None;
                    self.wanted.set(
                        member,
                        Found {
                            position,
                            kind,
                            text,
                        },
                    );
                }
                *next = Next::Value(member);
                None
            }
            Next::Value(member) => {
                *next = Next::Key;
                member
            }
            Next::Item(index) => {
                *next = Next::Item(index + 1);
                self.wanted.next(*node, &index.to_string())
            }
        }
    }
}

/// The position where a YAML text exceeds the maximum nesting depth.
pub(super) fn too_deep(text: &str, deepest: usize) -> Option<(usize, usize)> {
    // This estimate is cheap, and few documents need more than that.
    if looked_at(text) <= deepest {
        return None;
    }
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text.trim_start_matches('\u{feff}')) {
        let (event, position) = match event {
            Ok((event, span)) => (event, (span.start.line(), span.start.col() + 1)),
            // This parser has its own limit.
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

/// An upper bound of the nesting depth: every bracket, space and dash is counted as a level.
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

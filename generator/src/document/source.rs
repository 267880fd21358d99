//! A text, and where in it the nodes of its document stand.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

use super::Pointer;

/// A text in YAML or JSON, with the name that problems are reported under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Usually the path of the file, as the user gave it.
    pub name: String,
    /// What the file says.
    pub text: String,
}

impl Source {
    /// A text under a name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
        }
    }

    /// Where each node starts. Needs a parse of its own, which only a run with problems pays for.
    pub(crate) fn positions(&self) -> Positions {
        let mut positions = Positions::default();
        positions.found.insert(Pointer::root(), (1, 1));
        let mut open: Vec<Open> = Vec::new();
        for event in Parser::new_from_str(self.text.trim_start_matches('\u{feff}')) {
            // What comes before a mistake in the text can be located all the same.
            let Ok((event, span)) = event else { break };
            step(&event, span, &mut open, &mut positions);
        }
        positions
    }
}

/// Line and column of the nodes of a source, both from 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions {
    found: HashMap<Pointer, (usize, usize)>,
    repeated: Option<Pointer>,
}

impl Positions {
    /// The first key that its object has already.
    pub(crate) fn repeated(&self) -> Option<&Pointer> {
        self.repeated.as_ref()
    }

    /// Of the node, or of the nearest one around it: an overlay adds nodes that stand in no file.
    pub(crate) fn nearest(&self, pointer: &Pointer) -> (usize, usize) {
        let mut at = Some(pointer.clone());
        while let Some(pointer) = at {
            if let Some(position) = self.found.get(&pointer) {
                return *position;
            }
            at = pointer.parent();
        }
        (1, 1)
    }
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
    let position = (span.start.line(), span.start.col() + 1);
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
        Source::new("x", text)
            .positions()
            .nearest(&Pointer::from_fragment(pointer).unwrap())
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

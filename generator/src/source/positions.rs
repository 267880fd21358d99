//! Where in a text some nodes of its tree are.

use super::{Below, Format, Pointer, Source, json, yaml};

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

/// The kind of a value, as far as ways through it need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    Scalar,
    /// What an alias stands for, which is written elsewhere.
    Alias,
}

/// A node that was found. Its key says more than its value, which may start a line later.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) position: Position,
    pub(super) kind: Kind,
}

/// The positions of the nodes that somebody asked for, and of those around them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions(Below<Found>);

impl Positions {
    /// Finds some nodes of a source in one look at its text, which goes over all the others.
    pub(crate) fn of<'p>(source: &Source, wanted: impl IntoIterator<Item = &'p Pointer>) -> Self {
        let mut found = Below::default();
        found.reserve(&Pointer::root());
        for pointer in wanted {
            found.reserve(pointer);
        }
        let text = source.text.trim_start_matches('\u{feff}');
        match Format::of(source) {
            Format::Json => json::find(text, &mut found),
            Format::Yaml => yaml::find(text, &mut found),
        }
        Self(found)
    }

    /// Of a node that was asked for, or of the nearest one around it: an overlay adds nodes that are in no file.
    pub(crate) fn nearest(&self, pointer: &Pointer) -> Position {
        let found = self
            .0
            .above(pointer)
            .filter(|(_, rest)| rest.len() < pointer.steps().len());
        found
            .last()
            .map_or(Position::new(1, 1), |(found, _)| found.position)
    }

    /// The kinds of the nodes on the way to one that was asked for, from the root to itself; `None` if it is not in the text.
    pub(crate) fn kinds(&self, pointer: &Pointer) -> Option<Vec<Kind>> {
        let kinds = self.0.above(pointer).map(|(found, _)| found.kind);
        let kinds: Vec<Kind> = kinds.take_while(|kind| *kind != Kind::Alias).collect();
        (kinds.len() > pointer.steps().len()).then_some(kinds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, pointer: &str) -> (Positions, Pointer) {
        let pointer = Pointer::from_fragment(pointer).unwrap();
        (Positions::of(&Source::new("x", text), [&pointer]), pointer)
    }

    fn position(text: &str, pointer: &str) -> (usize, usize) {
        let (positions, pointer) = find(text, pointer);
        let found = positions.nearest(&pointer);
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
        let text = "{\n\t\"paths\": {\"/a\": [], \"\\u00e9\\\"\": [1, {\"é\": {}}, \"x\"]}\r\n}";
        assert_eq!(position(text, "#"), (1, 1));
        assert_eq!(position(text, "#/paths/~1a"), (2, 12));
        assert_eq!(position(text, "#/paths/é\""), (2, 22));
        assert_eq!(position(text, "#/paths/é\"/1/é"), (2, 39));
        assert_eq!(position(text, "#/paths/é\"/2"), (2, 49));
        assert_eq!(position(text, "#/paths/é\"/3"), (2, 22));
    }

    #[test]
    fn a_broken_text_is_located_as_far_as_it_goes() {
        assert_eq!(position("a:\n  b: 1\nc: [", "#/a/b"), (2, 3));
        assert_eq!(position("{\"a\":\n {\"b\": 1, c", "#/a/b"), (2, 3));
        assert_eq!(position("{\"a\": \"\\", "#/a/b"), (1, 2));
    }

    #[test]
    fn both_formats_tell_what_is_on_the_way() {
        use Kind::{Alias, Array, Object, Scalar};

        let kinds = |text: &str, pointer: &str| {
            let (positions, pointer) = find(text, pointer);
            positions.kinds(&pointer)
        };
        for text in ["{\"a\": [1, {\"b\": []}]}", "a:\n- 1\n- b: []\n"] {
            assert_eq!(kinds(text, "#"), Some(vec![Object]));
            assert_eq!(kinds(text, "#/a/0"), Some(vec![Object, Array, Scalar]));
            let to_b = vec![Object, Array, Object, Array];
            assert_eq!(kinds(text, "#/a/1/b"), Some(to_b));
            assert_eq!(kinds(text, "#/a/1/c"), None);
        }
        let aliased = "a: &x {b: {}}\nc: *x\n";
        assert_eq!(kinds(aliased, "#/a/b"), Some(vec![Object, Object, Object]));
        for below in ["#/c", "#/c/b"] {
            assert_eq!(kinds(aliased, below), None, "{Alias:?}");
        }
    }
}

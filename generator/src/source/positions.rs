//! Positions of nodes in a text.

use super::{Below, Format, Pointer, Source, json, yaml};

/// The start of a node: line and column, both from 1, and the length of its key or value in that line, in characters.
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

/// The kind of a value, as far as paths through it depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NodeKind {
    Object,
    Array,
    Scalar,
    /// An alias of a value that is written elsewhere.
    Alias,
}

/// A node that was found. Its position is that of its key, since its value may start a line later.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) position: Position,
    pub(super) kind: NodeKind,
    /// The text of a scalar, without the quotation marks of YAML.
    pub(super) text: Option<String>,
}

/// The positions of the nodes that were asked for, and of their parents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions(Below<Found>);

impl Positions {
    /// Finds some nodes of a source in one pass over its text, skipping all others.
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

    /// The position of a node, or of its nearest parent in the text: overlays add nodes that are not in any file.
    pub(crate) fn nearest(&self, pointer: &Pointer) -> Position {
        let found = self
            .0
            .above(pointer)
            .filter(|(_, rest)| rest.len() < pointer.steps().len());
        found
            .last()
            .map_or(Position::new(1, 1), |(found, _)| found.position)
    }

    /// The text of a number, a boolean or null as it is written: `1.10`, not `1.1`.
    pub(crate) fn text(&self, pointer: &Pointer) -> Option<&str> {
        let (found, rest) = self.0.nearest(pointer)?;
        found.text.as_deref().filter(|_| rest.is_empty())
    }

    /// The kinds of the nodes on the path to a node, from the root to the node itself; `None` if it is not in the text.
    pub(crate) fn kinds(&self, pointer: &Pointer) -> Option<Vec<NodeKind>> {
        let kinds = self.0.above(pointer).map(|(found, _)| found.kind);
        let kinds: Vec<NodeKind> = kinds.take_while(|kind| *kind != NodeKind::Alias).collect();
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
    fn nodes_before_a_syntax_error_are_found() {
        assert_eq!(position("a:\n  b: 1\nc: [", "#/a/b"), (2, 3));
        assert_eq!(position("{\"a\":\n {\"b\": 1, c", "#/a/b"), (2, 3));
        assert_eq!(position("{\"a\": \"\\", "#/a/b"), (1, 2));
    }

    #[test]
    fn scalars_are_found_as_they_are_written() {
        let text = |text: &str, pointer: &str| {
            let (positions, pointer) = find(text, pointer);
            positions.text(&pointer).map(str::to_owned)
        };
        for document in [
            "{\"a\": [1.10, 1e3 ], \"b\": 007}",
            "a: [1.10, 1e3 ]\nb: 007\n",
        ] {
            assert_eq!(text(document, "#/a/0").as_deref(), Some("1.10"));
            assert_eq!(text(document, "#/a/1").as_deref(), Some("1e3"));
            assert_eq!(text(document, "#/b").as_deref(), Some("007"));
            assert_eq!(text(document, "#/a"), None);
            assert_eq!(text(document, "#/b/c"), None);
        }
    }

    #[test]
    fn both_formats_give_the_kinds_on_the_path() {
        use NodeKind::{Alias, Array, Object, Scalar};

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

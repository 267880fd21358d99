//! Where the nodes of a document come from, once files are put into one another and schemas are rewritten.

use std::collections::HashMap;

use super::Pointer;

/// Something for each of some nodes, which holds for what is below them as well.
#[derive(Clone, Debug)]
pub(super) struct Below<T>(HashMap<Vec<String>, T>);

impl<T> Default for Below<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Below<T> {
    pub(super) fn insert(&mut self, at: &Pointer, value: T) {
        self.0.insert(at.steps().to_vec(), value);
    }

    /// The nearest node at or above the pointer, and the steps from there.
    pub(super) fn nearest<'p>(&self, pointer: &'p Pointer) -> Option<(&T, &'p [String])> {
        if self.0.is_empty() {
            return None;
        }
        let steps = pointer.steps();
        (0..=steps.len()).rev().find_map(|length| {
            let found = self.0.get(&steps[..length])?;
            Some((found, &steps[length..]))
        })
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.values_mut()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Below<Pointer> {
    /// Where the pointer leads from the point of view of the other side.
    pub(super) fn follow(&self, pointer: &Pointer) -> Pointer {
        match self.nearest(pointer) {
            Some((there, rest)) => there.extended(rest),
            None => pointer.clone(),
        }
    }
}

/// For each node of a document: the source it was written in, and where.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    /// What was put in from other files, or copied.
    pub(super) embedded: Below<(usize, Pointer)>,
    /// From the nodes of the document as it is to those before it was rewritten.
    pub(super) moved: Below<Pointer>,
}

impl Origins {
    /// The number of the source, and the pointer there.
    pub(crate) fn of(&self, pointer: &Pointer) -> (usize, Pointer) {
        let before = self.moved.follow(pointer);
        match self.embedded.nearest(&before) {
            Some(((source, there), rest)) => (*source, there.extended(rest)),
            None => (0, before),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_node_above_decides() {
        let pointer = |text: &str| Pointer::from_fragment(text).unwrap();
        let mut origins = Origins::default();
        origins
            .embedded
            .insert(&pointer("#/a"), (1, pointer("#/x")));
        origins
            .embedded
            .insert(&pointer("#/a/b"), (2, pointer("#")));
        origins
            .moved
            .insert(&pointer("#/a/c/0"), pointer("#/a/b/q"));
        let of = |text: &str| {
            let (source, pointer) = origins.of(&pointer(text));
            (source, pointer.to_string())
        };
        assert_eq!(of("#/b"), (0, "#/b".to_owned()));
        assert_eq!(of("#/a"), (1, "#/x".to_owned()));
        assert_eq!(of("#/a/d/e"), (1, "#/x/d/e".to_owned()));
        assert_eq!(of("#/a/b/e"), (2, "#/e".to_owned()));
        assert_eq!(of("#/a/c/0/z"), (2, "#/q/z".to_owned()));
    }
}

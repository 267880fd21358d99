//! The origins of a document's nodes, after files are bundled and schemas are rewritten.

use std::collections::HashMap;

use super::Pointer;

/// Values for some nodes, each of which also applies to all nodes below.
#[derive(Clone, Debug)]
pub(crate) struct Below<T>(Vec<Step<T>>);

/// A step of a pointer, with the indices of the steps after it. The first one is the root.
#[derive(Clone, Debug)]
struct Step<T> {
    value: Option<T>,
    next: HashMap<String, usize>,
}

impl<T> Step<T> {
    fn new() -> Self {
        Self {
            value: None,
            next: HashMap::new(),
        }
    }
}

impl<T> Default for Below<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Below<T> {
    pub(crate) fn insert(&mut self, at: &Pointer, value: T) {
        let index = self.reserve(at);
        self.set(index, value);
    }

    /// Reserves an index for a node, whose value can be set later. The index of the root is 0 once anything is reserved.
    pub(super) fn reserve(&mut self, at: &Pointer) -> usize {
        if self.0.is_empty() {
            self.0.push(Step::new());
        }
        let mut index = 0;
        for step in at.steps() {
            let count = self.0.len();
            index = *self.0[index].next.entry(step.clone()).or_insert(count);
            if index == count {
                self.0.push(Step::new());
            }
        }
        index
    }

    pub(super) fn get(&self, index: usize) -> Option<&T> {
        self.0[index].value.as_ref()
    }

    pub(super) fn set(&mut self, index: usize, value: T) {
        self.0[index].value = Some(value);
    }

    /// The index of the node one step further, if there is one.
    pub(super) fn next(&self, index: usize, step: &str) -> Option<usize> {
        self.0[index].next.get(step).copied()
    }

    /// Whether there are no nodes below this one.
    pub(super) fn is_leaf(&self, index: usize) -> bool {
        self.0[index].next.is_empty()
    }

    /// The values at or above the pointer, from the root on, each with the remaining steps.
    pub(crate) fn above<'p>(
        &self,
        pointer: &'p Pointer,
    ) -> impl Iterator<Item = (&T, &'p [String])> {
        let steps = pointer.steps();
        let mut index = (!self.0.is_empty()).then_some(0);
        let mut length = 0;
        let nodes = std::iter::from_fn(move || {
            let node = &self.0[index?];
            let rest = &steps[length..];
            index = rest.first().and_then(|step| node.next.get(step).copied());
            length += 1;
            Some((node, rest))
        });
        nodes.filter_map(|(node, rest)| Some((node.value.as_ref()?, rest)))
    }

    /// The nearest value at or above the pointer, and the remaining steps.
    pub(crate) fn nearest<'p>(&self, pointer: &'p Pointer) -> Option<(&T, &'p [String])> {
        self.above(pointer).last()
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().filter_map(|node| node.value.as_mut())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Below<Pointer> {
    /// Translates the pointer to the other side.
    pub(crate) fn follow(&self, pointer: &Pointer) -> Pointer {
        match self.nearest(pointer) {
            Some((there, rest)) => there.extended(rest),
            None => pointer.clone(),
        }
    }
}

/// The source of each node of a document, and its location there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    /// The origins of nodes that were bundled from other files, or copied.
    pub(crate) embedded: Below<(usize, Pointer)>,
    /// Maps the nodes of the document to those before it was rewritten.
    pub(crate) moved: Below<Pointer>,
}

impl Origins {
    /// The index of the source, and the pointer in it.
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

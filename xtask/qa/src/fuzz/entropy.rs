//! Choices that are read from bytes. The same bytes give the same choices, and a coverage-guided fuzzer could supply them.

use arbitrary::Unstructured;

/// The number of bytes for the choices of a case. Once they are used up, every choice is the first one.
const BYTES: usize = 4096;

/// The bytes that determine a case.
pub(super) fn bytes(seed: u64, number: u64) -> Vec<u8> {
    // Cases with neighbouring numbers or seeds must not look alike.
    let mut seeds = fastrand::Rng::with_seed(seed);
    let mut random = fastrand::Rng::with_seed(seeds.u64(..) ^ number);
    let mut bytes = vec![0; BYTES];
    random.fill(&mut bytes);
    bytes
}

pub(super) struct Entropy<'b>(Unstructured<'b>);

impl<'b> Entropy<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    /// Whether there are bytes left for choices.
    pub(super) fn has_more(&self) -> bool {
        !self.0.is_empty()
    }

    /// A number below `end`, or 0 if `end` is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let last = end.saturating_sub(1);
        self.0.int_in_range(0..=last).unwrap_or_default()
    }

    /// True with a probability of 1 in `times`.
    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// One of the items, or `None` if there are none.
    pub(super) fn choose<'t, T>(&mut self, things: &'t [T]) -> Option<&'t T> {
        things.get(self.below(things.len()))
    }
}

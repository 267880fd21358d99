//! Choices, taken from bytes: the same bytes make the same choices, and a fuzzer that watches coverage could supply them.

use arbitrary::Unstructured;

/// Bytes for the choices of a case. Once they are used up, every choice is the first one.
const BYTES: usize = 4096;

/// The bytes that a case is made from.
pub(super) fn bytes(seed: u64, number: u64) -> Vec<u8> {
    // Neighbours must not look alike, whichever of the two numbers they differ in.
    let mut seeds = fastrand::Rng::with_seed(seed);
    let mut random = fastrand::Rng::with_seed(seeds.u64(..) ^ number);
    let mut bytes = vec![0; BYTES];
    random.fill(&mut bytes);
    bytes
}

pub(super) struct Dice<'b>(Unstructured<'b>);

impl<'b> Dice<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    /// A number below `end`, or 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let last = end.saturating_sub(1);
        self.0.int_in_range(0..=last).unwrap_or_default()
    }

    /// True once in so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    pub(super) fn pick<'t, T>(&mut self, things: &'t [T]) -> Option<&'t T> {
        things.get(self.below(things.len()))
    }
}

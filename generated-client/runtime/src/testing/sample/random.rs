//! Numbers that seem random and depend only on a seed.

/// The generator SplitMix64.
pub(super) struct Random(u64);

impl Random {
    /// Values for a seed and the subject that they are used for, so that subjects differ.
    pub(super) fn new<'a>(seed: u64, subject: impl IntoIterator<Item = &'a [u8]>) -> Self {
        // FNV-1a. The separator is not a byte of UTF-8.
        let bytes = subject
            .into_iter()
            .flat_map(|part| part.iter().chain(&[0xff]));
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to the limit, inclusive.
    pub(super) fn up_to(&mut self, limit: u64) -> u64 {
        match limit.checked_add(1) {
            Some(count) => self.next() % count,
            None => self.next(),
        }
    }

    /// A number from 0 to 1.
    pub(super) fn fraction(&mut self) -> f64 {
        let steps = u32::try_from(self.next() >> 32).unwrap_or_default();
        f64::from(steps) / f64::from(u32::MAX)
    }

    /// True once in this many times.
    pub(super) fn once_in(&mut self, times: u64) -> bool {
        self.up_to(times.saturating_sub(1)) == 0
    }

    pub(super) fn pick<'a, T>(&mut self, values: &'a [T]) -> Option<&'a T> {
        let last = u64::try_from(values.len().checked_sub(1)?).unwrap_or_default();
        values.get(usize::try_from(self.up_to(last)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_depend_on_seed_and_subject() {
        let first = |seed, subject: &[&[u8]]| Random::new(seed, subject.iter().copied()).next();
        assert_eq!(first(1, &[b"a", b"b"]), first(1, &[b"a", b"b"]));
        assert_ne!(first(1, &[b"a", b"b"]), first(2, &[b"a", b"b"]));
        assert_ne!(first(1, &[b"a", b"b"]), first(1, &[b"ab"]));
    }

    #[test]
    fn numbers_reach_their_limits() {
        let mut random = Random::new(7, []);
        let mut seen = [false; 3];
        for _ in 0..100 {
            seen[usize::try_from(random.up_to(2)).unwrap()] = true;
        }
        assert_eq!(seen, [true; 3]);
        assert_eq!(random.pick::<u8>(&[]), None);
        assert!((0.0..=1.0).contains(&random.fraction()));
        assert!(random.once_in(1));
    }
}

//! Responses that are damaged at random. A number determines the damage, so that every case can be repeated.

use std::env;
use std::ops::Range;
use std::time::{Duration, Instant};

/// The number of cases of a short run.
const SHORT_RUN: u64 = 400;

/// Pieces of responses in which mistakes are likely.
const PIECES: [&[u8]; 28] = [
    b"\r\n",
    b"\n\n",
    b"\r",
    b"\0",
    b"null",
    b"{}",
    b"[]",
    b"{",
    b"]",
    b"\"",
    b"\\",
    b"\\ud800",
    b"\xef\xbb\xbf",
    b"\xff",
    b"1e999",
    b"-1",
    b"18446744073709551616",
    b"5.0",
    b"<html>",
    b"data:",
    b"id:",
    b"retry: 99999999999999999999",
    b"\x1e",
    b"0\r\n\r\n",
    b"Content-Length: 5\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: gzip\r\n",
    b"Retry-After: 99999999999999999999\r\n",
];

/// The numbers of the cases of a run. With `FUZZ_SECONDS`, it lasts that long; `FUZZ_FROM` is its first case.
pub fn cases() -> impl Iterator<Item = u64> {
    let number = |name| env::var(name).ok()?.parse::<u64>().ok();
    let from = number("FUZZ_FROM").unwrap_or_default();
    let end = number("FUZZ_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    (from..).take_while(move |case| match end {
        Some(end) => Instant::now() < end,
        None => *case < from + SHORT_RUN,
    })
}

/// A copy of a response with one to eight damages.
pub fn mutated(response: &[u8], case: u64) -> Vec<u8> {
    let mut random = Random(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut bytes = response.to_vec();
    for _ in 0..=random.below(8) {
        damage(&mut bytes, &mut random);
    }
    bytes
}

fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    let range = random.range(bytes.len());
    match random.below(6) {
        0 => drop(bytes.drain(range)),
        1 => {
            let copy = bytes[range.clone()].to_vec();
            bytes.splice(range.start..range.start, copy);
        }
        2 => bytes.truncate(range.end),
        3 => {
            let byte = u8::try_from(random.below(256)).unwrap_or_default();
            if let Some(place) = bytes.get_mut(range.start) {
                *place = byte;
            }
        }
        _ => {
            let piece = PIECES[random.below(PIECES.len())];
            bytes.splice(range.start..range.start, piece.iter().copied());
        }
    }
}

/// A generator of numbers by xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let number = usize::try_from(self.0 >> 16).unwrap_or(usize::MAX);
        number % limit.max(1)
    }

    /// A range of at most 32 places.
    fn range(&mut self, length: usize) -> Range<usize> {
        let start = self.below(length + 1);
        start..length.min(start + self.below(32))
    }
}

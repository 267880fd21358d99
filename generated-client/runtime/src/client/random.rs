//! Random text.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};

/// 32 hexadecimal digits that nobody else has. Hasher keys are the only random numbers in the standard library.
pub(super) fn token() -> String {
    let [a, b] = [(); 2].map(|()| RandomState::new().build_hasher().finish());
    format!("{a:016x}{b:016x}")
}

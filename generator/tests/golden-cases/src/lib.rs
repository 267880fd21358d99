//! Each file in `tests/` is a crate with the files of one case: `../cases/<case>/expected/`. The case whose docs matter is a
//! part of this library, because rustdoc reads no tests.

#[allow(missing_docs, reason = "not all items of this case are described")]
#[rustfmt::skip] // formatted by the library
#[path = "../../cases/descriptions/expected/mod.rs"]
pub mod descriptions;

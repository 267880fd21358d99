//! Each file in `tests/` is a crate with the files of one case: `../cases/<case>/expected/`. The cases whose docs matter are
//! parts of this library, because rustdoc reads no tests.

pub use openapi_client_runtime as runtime;

#[allow(missing_docs, reason = "not all items of this case are described")]
#[rustfmt::skip] // formatted by the library
#[path = "../../cases/descriptions/expected/mod.rs"]
pub mod descriptions;

#[allow(missing_docs, reason = "not all items of this case are described")]
#[rustfmt::skip] // formatted by the library
#[path = "../../cases/usage/expected/mod.rs"]
pub mod usage;

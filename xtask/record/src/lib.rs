//! Records calls of the client: `cargo xtask record`.
//!
//! A [`scenario`] says which calls are made, and the overlay of the document which of them may be. What is recorded is
//! [sanitized](sanitize()) by what the document says about each value. An independent [`guard`] reads the result before it is
//! written, and a test reads everything that is committed.

pub mod accepted;
mod beginning;
pub mod document;
pub mod guard;
pub mod har;
mod rehearsal;
pub mod run;
mod sanitize;
pub mod scenario;
pub mod shape;
pub mod wire;

pub use rehearsal::rehearse;
pub use sanitize::sanitize;

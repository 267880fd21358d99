//! The command `openapi-rust-client`, run in small workspaces as a user runs it.

mod diff;
mod docs;
mod generate;
mod messages;
mod older;
mod options;
mod ref_files;
mod runtime;
mod sandbox;
mod tests;

const PROGRAM: &str = env!("CARGO_BIN_EXE_openapi-rust-client");

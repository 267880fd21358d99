//! The command, run as a user runs it, in small workspaces.

mod generate;
mod messages;
mod options;
mod sandbox;

const PROGRAM: &str = env!("CARGO_BIN_EXE_openapi-rust-client");

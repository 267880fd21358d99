//! The command, run as a user runs it, in small workspaces.

mod generate;
mod sandbox;
mod messages;
mod options;

const PROGRAM: &str = env!("CARGO_BIN_EXE_openapi-rust-client");

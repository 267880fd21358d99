//! The commands, run as a maintainer runs them, in small workspaces.

#[path = "../../../generator/cli/tests/commands/sandbox.rs"]
mod sandbox;
mod regen;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask");

//! The commands, run as a maintainer runs them, in small workspaces.

mod regen;
#[path = "../../../generator/cli/tests/commands/sandbox.rs"]
mod sandbox;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask");

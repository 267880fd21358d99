//! The commands of `xtask`, run in small workspaces as a maintainer runs them.

mod changelog;
mod diff;
mod git;
mod recordable;
mod regen;
mod release;
#[path = "../../../generator/cli/tests/commands/sandbox.rs"]
mod sandbox;
mod update;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask");

//! The commands of `xtask-qa`, run in small workspaces as a maintainer runs them.

mod changes;
mod corpus;
mod growth;
#[path = "../../../../generator/cli/tests/commands/sandbox.rs"]
mod sandbox;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask-qa");

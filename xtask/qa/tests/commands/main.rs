//! The laboratory, run as a maintainer runs it, in small workspaces.

mod corpus;
#[path = "../../../../generator/cli/tests/commands/house.rs"]
mod house;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask-qa");

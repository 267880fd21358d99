//! Commands in other packages, which cargo builds when they are needed.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use xtask::workspace;

/// Arguments that are passed on unchanged.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    all: Vec<OsString>,
}

/// Runs a command of a package of this workspace in the current folder.
pub(crate) fn run(package: &str, command: &str, arguments: &Arguments) -> Result<ExitCode> {
    run_as("dev", package, command, arguments)
}

/// Runs a command that is built with this profile.
pub(crate) fn run_as(
    profile: &str,
    package: &str,
    command: &str,
    arguments: &Arguments,
) -> Result<ExitCode> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--profile", profile])
        .args(["--package", package, "--manifest-path"])
        .arg(workspace()?.join("Cargo.toml"))
        .args(["--", command])
        .args(&arguments.all)
        .status()
        .with_context(|| format!("cannot run `cargo run --package {package}`"))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

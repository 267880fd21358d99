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
    let options = ["run", "--quiet", "--package", package];
    cargo(&options, |cargo| {
        cargo.args(["--", command]).args(&arguments.all)
    })
}

/// Measures calls of the optimized client.
pub(crate) fn bench(arguments: &Arguments) -> Result<ExitCode> {
    let options = ["run", "--quiet", "--release", "--package", "xtask-bench"];
    cargo(&options, |cargo| cargo.arg("--").args(&arguments.all))
}

/// Tries the faults, and writes the table of them.
pub(crate) fn faults() -> Result<ExitCode> {
    let options = ["test", "--package", "botpress-runtime", "--test", "faults"];
    cargo(&options, |cargo| cargo.env("UPDATE_EXPECTED", "1"))
}

fn cargo(
    options: &[&str],
    complete: impl FnOnce(&mut Command) -> &mut Command,
) -> Result<ExitCode> {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut cargo = Command::new(program);
    cargo.args(options);
    cargo
        .arg("--manifest-path")
        .arg(workspace()?.join("Cargo.toml"));
    let status = complete(&mut cargo).status();
    let status = status.with_context(|| format!("cannot run `cargo {}`", options.join(" ")))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

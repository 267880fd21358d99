//! Commands of this workspace. The only place that reads and writes files for the generator.
//!
//! `cargo xtask regen` brings `generated-client/src/generated/` up to date with `spec/`;
//! `cargo xtask generate` starts a crate of its own for any other document.

mod apply;
mod crate_name;
mod document;
mod files;
mod generate;
mod regen;
mod report;
mod rustfmt;
mod same_code;
mod template;

use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};

/// Commands of this workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Bring generated-client/src/generated/ up to date with spec/.
    Regen(regen::Args),
    /// Write a client crate of its own for any API document.
    Generate(generate::Args),
}

fn main() -> ExitCode {
    let started = Instant::now();
    let done = match Cli::parse().command {
        Command::Regen(args) => regen::run(&args, started),
        Command::Generate(args) => generate::run(&args, started),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            report::failure(&error);
            ExitCode::FAILURE
        }
    }
}

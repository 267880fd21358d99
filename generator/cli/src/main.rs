//! The command `openapi-rust-client`.

use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use openapi_rust_client::{generate, report};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Writes a Rust client for an OpenAPI document.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a client crate for an API document, or bring one up to date
    Generate(generate::Args),
}

fn main() -> ExitCode {
    let started = Instant::now();
    let done = match Cli::parse().command {
        Command::Generate(args) => generate::run(&args, started),
    };
    done.unwrap_or_else(|error| {
        report::failure(&error);
        ExitCode::FAILURE
    })
}

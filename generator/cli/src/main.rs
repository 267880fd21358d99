//! The command `openapi-rust-client`.

use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};
use openapi_rust_client::internal::{generate, report};

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Generates a Rust client for an OpenAPI document.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the client crate of an OpenAPI document, or bring it up to date
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

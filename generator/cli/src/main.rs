//! The command `openapi-rust-client`.

use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};
use openapi_rust_client::internal::{diff, generate, report};

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
    /// Compare two documents, and report what the differences mean for users of the generated client
    Diff(diff::Args),
}

fn main() -> ExitCode {
    let started = Instant::now();
    let done = match Cli::parse().command {
        Command::Generate(args) => generate::run(&args, started),
        Command::Diff(args) => diff::run(&args),
    };
    done.unwrap_or_else(|error| {
        report::failure(&error);
        ExitCode::FAILURE
    })
}

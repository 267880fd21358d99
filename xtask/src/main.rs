//! Commands of this workspace.
//!
//! `cargo xtask update` takes a published document into `spec/`, and `cargo xtask regen` brings `generated-client/src/generated/` up
//! to date with `spec/`. The other commands start separate programs, so that `regen` builds only what it needs: `generate` starts
//! `openapi-rust-client`, `bench` and `record` start the packages in `xtask/bench/` and `xtask/record/`, and the rest start `xtask-qa`
//! in `xtask/qa/`.

mod actions;
mod changelog;
mod diff;
mod fit;
mod programs;
mod regen;
mod release;
mod spec;
mod update;

use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand};
use openapi_rust_client::internal::report;

use programs::Arguments;

/// Commands of this workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Bring generated-client/src/generated/ up to date with spec/
    Regen(regen::Args),
    /// Compare two versions of spec/, or two documents, and report what the differences mean for users of the client
    Diff(diff::Args),
    /// Take in a published version of the API's document, and bring the generated code up to date with it
    Update(update::Args),
    /// Set the version of all crates, if their packages can be built and pass their tests
    Release(release::Args),
    /// Make the packages of the published crates, and build and test what they contain
    Package,
    /// Write a client crate for any OpenAPI document
    #[command(disable_help_flag = true)]
    Generate(Arguments),
    /// Generate and compile client crates for a folder of documents, and print a table of the results
    #[command(disable_help_flag = true)]
    Corpus(Arguments),
    /// Call every operation of a client, and validate each request against the document with Prism
    #[command(disable_help_flag = true)]
    Fidelity(Arguments),
    /// Name operations without a recording, recordings that no longer fit, and examples that no longer compile
    #[command(disable_help_flag = true)]
    Recordings(Arguments),
    /// Record the calls of a scenario
    #[command(disable_help_flag = true)]
    Record(Arguments),
    /// Mutate documents at random and report those that the generator cannot handle
    #[command(disable_help_flag = true)]
    Fuzz(Arguments),
    /// Measure calls: `calls` compares their instructions and allocations with the same calls by hand, and `load` shows the
    /// memory and connections of many calls
    #[command(disable_help_flag = true)]
    Bench(Arguments),
    /// Try faults on the way to the service and back, and write docs/faults.md
    Faults,
    /// Prove the verdicts on changes of a document with the compiler
    #[command(disable_help_flag = true)]
    Changes(Arguments),
    /// Show how the time of a generation grows with its document, for documents of many kinds
    #[command(disable_help_flag = true)]
    Growth(Arguments),
}

fn main() -> ExitCode {
    let started = Instant::now();
    let done = match Cli::parse().command {
        Command::Regen(args) => regen::run(&args, started),
        Command::Diff(args) => diff::run(&args),
        Command::Update(args) => update::run(&args, started),
        Command::Release(args) => release::run(&args, started),
        Command::Package => release::package(),
        Command::Generate(args) => programs::run("openapi-rust-client", "generate", &args),
        Command::Corpus(args) => programs::run("xtask-qa", "corpus", &args),
        Command::Fidelity(args) => programs::run("xtask-qa", "fidelity", &args),
        Command::Recordings(args) => programs::run("xtask-qa", "recordings", &args),
        Command::Record(args) => programs::run("xtask-record", "record", &args),
        Command::Fuzz(args) => programs::run("xtask-qa", "fuzz", &args),
        Command::Changes(args) => programs::run("xtask-qa", "changes", &args),
        Command::Bench(args) => programs::bench(&args),
        Command::Faults => programs::faults(),
        Command::Growth(args) => programs::run("xtask-qa", "growth", &args),
    };
    done.unwrap_or_else(|error| {
        report::failure(&error);
        ExitCode::FAILURE
    })
}

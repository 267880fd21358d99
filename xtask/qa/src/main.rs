//! The laboratory, behind `cargo xtask corpus`, `fidelity` and `fuzz`: what the generator and its clients do with many
//! documents, real and made up.

mod corpus;
mod fidelity;
mod fuzz;
mod last_words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use openapi_rust_client::report;

/// The laboratory of this workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write and check client crates for a folder of documents, and report on each
    Corpus(corpus::Args),
    /// Write the crate of one document of a corpus
    #[command(hide = true)]
    CorpusDocument(corpus::one::Args),
    /// Change documents at random, and look for those that the generator cannot handle
    Fuzz(fuzz::Args),
    /// Judge the generator's results for documents
    #[command(hide = true)]
    FuzzWorker(fuzz::judge::Args),
    /// Call every operation of a client, and validate each request against the document with Prism
    Fidelity(fidelity::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Corpus(args) => corpus::run(&args),
        Command::CorpusDocument(args) => corpus::one::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::FuzzWorker(args) => fuzz::judge::run(&args),
        Command::Fidelity(args) => fidelity::run(&args),
    };
    done.unwrap_or_else(|error| {
        report::failure(&error);
        ExitCode::FAILURE
    })
}

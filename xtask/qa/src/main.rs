//! Quality checks behind `cargo xtask corpus`, `changes`, `fidelity`, `fuzz`, `growth` and `recordings`. They run the generator and its clients on many documents,
//! both real and random ones.

mod caller;
mod changes;
mod corpus;
mod exit_reason;
mod fidelity;
mod fuzz;
mod growth;
mod recordings;
mod sample;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use openapi_rust_client::internal::report;

/// Quality checks of this workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate and compile client crates for a folder of documents, and print a table of the results
    Corpus(corpus::Args),
    /// Generate the crate of one document of a corpus
    #[command(hide = true)]
    CorpusDocument(corpus::single::Args),
    /// Mutate documents at random and report those that the generator cannot handle
    Fuzz(fuzz::Args),
    /// Prove the verdicts on changes of a document with the compiler
    Changes(changes::Args),
    /// Show how the time of a generation grows with its document, for documents of many kinds
    Growth(growth::Args),
    /// Check the generator's results for the documents on standard input
    #[command(hide = true)]
    FuzzWorker(fuzz::oracle::Args),
    /// Call every operation of a client, and validate each request against the document with Prism
    Fidelity(fidelity::Args),
    /// Compare the recordings of the client with its operations, and compile its examples
    Recordings(recordings::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Corpus(args) => corpus::run(&args),
        Command::CorpusDocument(args) => corpus::single::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Changes(args) => changes::run(&args),
        Command::Growth(args) => growth::run(&args),
        Command::FuzzWorker(args) => fuzz::oracle::run(&args),
        Command::Fidelity(args) => fidelity::run(&args),
        Command::Recordings(args) => recordings::run(&args),
    };
    done.unwrap_or_else(|error| {
        report::failure(&error);
        ExitCode::FAILURE
    })
}

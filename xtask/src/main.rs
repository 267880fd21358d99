//! Commands of this workspace. The only place that reads and writes files for the generator.
//!
//! `cargo xtask regen` brings `generated-client/src/generated/` up to date with `spec/`;
//! `cargo xtask generate` starts a crate of its own for any other document;
//! `cargo xtask corpus` does so for a folder of documents, and tells what came of each;
//! `cargo xtask fuzz` looks for documents that the generator cannot cope with;
//! `cargo xtask fidelity` has an independent referee hold a client's calls against the document.

mod apply;
mod choices;
mod corpus;
mod crate_name;
mod document;
mod fidelity;
mod files;
mod fuzz;
mod generate;
mod messages;
mod package;
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
    /// Write and check client crates for a folder of documents, and tell what came of each.
    Corpus(corpus::Args),
    /// Write the crate of one document of a corpus.
    #[command(hide = true)]
    CorpusDocument(corpus::one::Args),
    /// Change documents at random, and look for those that the generator cannot cope with.
    Fuzz(fuzz::Args),
    /// Judge what the generator makes of documents.
    #[command(hide = true)]
    FuzzWorker(fuzz::judge::Args),
    /// Call every operation of a client, and hold each request against the document with Prism.
    Fidelity(fidelity::Args),
}

fn main() -> ExitCode {
    let started = Instant::now();
    let done = match Cli::parse().command {
        Command::Regen(args) => regen::run(&args, started),
        Command::Generate(args) => generate::run(&args, started),
        Command::Corpus(args) => corpus::run(&args),
        Command::CorpusDocument(args) => corpus::one::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::FuzzWorker(args) => fuzz::judge::run(&args),
        Command::Fidelity(args) => fidelity::run(&args),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            report::failure(&error);
            ExitCode::FAILURE
        }
    }
}

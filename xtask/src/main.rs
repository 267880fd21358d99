//! Commands of this workspace. The only place that reads and writes files for the generator.
//!
//! `cargo xtask regen` brings `generated-client/src/generated/` up to date with `spec/`;
//! `cargo xtask generate` starts a crate of its own for any other document;
//! `cargo xtask corpus` does so for a folder of documents, and tells what came of each;
//! `cargo xtask fidelity` has an independent referee hold a client's calls against the document.

mod apply;
mod choices;
mod corpus;
mod crate_name;
mod document;
mod fidelity;
mod files;
mod generate;
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

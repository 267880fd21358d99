//! `cargo xtask corpus`
//!
//! A separate process generates the crate of each document, so that a document that makes the generator panic, hang or
//! overflow its stack is a row of the table like any other. Then all crates are compiled in one cargo workspace.

pub(crate) mod cargo;
mod check;
mod doctests;
mod documents;
mod fidelity;
mod generation;
mod names;
mod output;
mod parallel;
mod progress;
mod row;
pub(crate) mod single;
mod table;

use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use cargo::Cargo;
use check::Steps;
use fidelity::FidelityArgs;
use generation::Generation;
use openapi_rust_client::internal::report;
use output::Output;
use row::Status;
use table::Times;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder with the documents: *.json, *.yaml and *.yml files
    #[arg(value_name = "DIR")]
    documents: PathBuf,
    /// Folder with overlays (NAME.prose.overlay.yaml, NAME.overlay.yaml) and options (NAME.options.yaml) for NAME.yaml [default: DIR]
    #[arg(long, value_name = "DIR")]
    overlay_dir: Option<PathBuf>,
    /// Options for the documents without NAME.options.yaml
    #[arg(long, value_name = "FILE")]
    options: Option<PathBuf>,
    /// Folder for the crates [default: target/corpus of the workspace]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Number of parallel processes [default: one for each core]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Time limit for generating from a document
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    time_limit: u64,
    /// Treat warnings of the generator as errors
    #[arg(long)]
    strict: bool,
    /// Generate without compiling
    #[arg(long, conflicts_with_all = ["thorough", "build", "doctest"])]
    no_check: bool,
    #[command(flatten)]
    steps: Steps,
    #[command(flatten)]
    fidelity: FidelityArgs,
    /// Run cargo without network access
    #[arg(long)]
    offline: bool,
    /// Also write the table as JSON to FILE
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let overlays = args.overlay_dir.as_deref().unwrap_or(&args.documents);
    let entries = documents::find(&args.documents, overlays)?;
    let output = Output::open(args.folder()?)?;
    let jobs = args
        .jobs
        .or_else(|| thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN);

    let started = Instant::now();
    let generation = Generation {
        output: &output,
        jobs: jobs.get(),
        limit: Duration::from_secs(args.time_limit),
        options: args.options.as_deref(),
        strict: args.strict,
    };
    let mut rows = generation.run(&entries)?;
    output.finish(&rows)?;
    let generating = started.elapsed();

    let started = Instant::now();
    let checked = if args.no_check {
        Ok(())
    } else {
        let cargo = Cargo {
            folder: output.folder(),
            offline: args.offline,
            jobs: args.jobs,
        };
        check::check(&mut rows, &output, &cargo, &args.steps)
    };
    let times = Times {
        generating,
        checking: (!args.no_check).then(|| started.elapsed()),
    };
    let called = args.fidelity.run(&mut rows, &entries, &output, jobs.get());

    report::lines(&table::text(&rows, &times));
    report::lines(&format!("diagnostics: {}", output.pattern()));
    if let Some(path) = &args.json {
        let json = table::json(&rows, &times)?;
        fs::write(path, json).with_context(|| format!("cannot write {}", path.display()))?;
    }
    // Reported after the table, which has the results up to the error.
    checked?;
    called?;
    let expected = if args.no_check {
        Status::Generated
    } else {
        Status::Ok
    };
    let all_passed = rows
        .iter()
        .all(|row| row.outcome.result == expected || row.outcome.result == Status::NotADocument);
    Ok(if all_passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Args {
    /// Compiles the crates of a folder of documents in another folder, and runs their doctests.
    pub(crate) fn compiling(documents: PathBuf, out: PathBuf) -> Self {
        Self {
            documents,
            overlay_dir: None,
            options: None,
            out: Some(out),
            jobs: None,
            time_limit: 60,
            strict: false,
            no_check: false,
            steps: Steps::WITH_DOCTESTS,
            fidelity: FidelityArgs::default(),
            offline: false,
            json: None,
        }
    }

    fn folder(&self) -> Result<PathBuf> {
        match &self.out {
            Some(folder) => Ok(folder.clone()),
            None => xtask::workspace()
                .map(|root| root.join("target/corpus"))
                .context("--out names a folder for the crates"),
        }
    }
}

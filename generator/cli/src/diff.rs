//! `openapi-rust-client diff`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use openapi_rust_client_generator::{CompareError, Comparison, Options, Verdict, Version};

use crate::changes::{self, Style};
use crate::document::{Document, Sources};
use crate::messages::Messages;
use crate::next_version::CrateVersion;
use crate::report;
use crate::run_options::RunOptions;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The old OpenAPI document, YAML or JSON
    old: PathBuf,
    /// The new OpenAPI document
    new: PathBuf,
    /// An overlay of both documents; may be repeated, applied in this order
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    #[command(flatten)]
    run_options: RunOptions,
    #[command(flatten)]
    output: Output,
}

/// Options for the report of differences.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Output {
    /// The format of the report
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Which differences make the exit status other than 0
    #[arg(long, value_name = "CHANGES", value_enum, default_value_t = FailOn::Any)]
    pub fail_on: FailOn,
    /// The current version of the crate, to propose the next one
    #[arg(long, value_name = "VERSION")]
    pub crate_version: Option<CrateVersion>,
}

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text for a terminal
    Human,
    /// Markdown for a pull request or a changelog
    Markdown,
    /// JSON for tools
    Json,
}

/// The differences that are a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FailOn {
    /// Status 2 for compatible differences, 3 for breaking ones
    Any,
    /// Status 3 for breaking differences, else 0
    Breaking,
    /// Always 0
    Nothing,
}

/// Compares two documents and reports the differences.
pub fn run(args: &Args) -> Result<ExitCode> {
    let document = |spec: &PathBuf| Document {
        folder: PathBuf::new(),
        spec: spec.clone(),
        overlays: args.overlay.clone(),
        run_options: args.run_options.clone(),
    };
    let sources = (document(&args.old).read()?, document(&args.new).read()?);
    let options = (options(&sources.0)?, options(&sources.1)?);
    let comparison = compare(
        version(&sources.0, &options.0),
        version(&sources.1, &options.1),
    )?;
    for unmatched in &comparison.unmatched {
        Messages::default().report(unmatched)?;
    }
    args.output.report(&comparison)
}

fn options(sources: &Sources) -> Result<Options> {
    sources.options().or_else(|problems| {
        Messages::default().report(&problems)?;
        bail!("the options have problems")
    })
}

fn version<'a>(sources: &'a Sources, options: &'a Options) -> Version<'a> {
    Version {
        document: &sources.spec,
        overlays: &sources.overlays,
        options,
    }
}

/// Compares two versions, and reports the problems of one that cannot be read.
pub fn compare(old: Version<'_>, new: Version<'_>) -> Result<Comparison> {
    let (problems, file) = match openapi_rust_client_generator::compare(old, new) {
        Ok(comparison) => return Ok(comparison),
        Err(CompareError::Old(problems)) => (problems, &old.document.name),
        Err(CompareError::New(problems)) => (problems, &new.document.name),
        Err(error) => bail!("{error}"),
    };
    Messages::default().report(&problems)?;
    bail!("{file} cannot be compared");
}

impl Output {
    /// Prints the report. The status states whether there are differences, and whether one of them is breaking.
    pub fn report(self, comparison: &Comparison) -> Result<ExitCode> {
        let text = match self.format {
            Format::Human => changes::human(comparison, Style::of_stdout(), self.crate_version),
            Format::Markdown => changes::markdown(comparison, self.crate_version),
            Format::Json => changes::json(comparison, self.crate_version)?,
        };
        report::lines(&text);
        let is_breaking = comparison.verdict().is_some_and(Verdict::is_breaking);
        let differs = comparison.verdict().is_some();
        Ok(ExitCode::from(match self.fail_on {
            FailOn::Any | FailOn::Breaking if is_breaking => 3,
            FailOn::Any if differs => 2,
            _ => 0,
        }))
    }
}

//! `cargo xtask corpus-document`: generates the crate of one document.
//!
//! Standard output has only reports, one a line. The first one describes a process that did not finish; it is valid unless
//! another one follows. Diagnostics go to standard error, like the messages of panics.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use openapi_rust_client_generator::{Diagnostics, Generated, Severity, outline};

use super::row::{Facts, Outcome, Report, Status};
use openapi_rust_client::internal::runtime::Runtime;
use openapi_rust_client::internal::{
    CrateName, Document, GENERATED, Plan, RunOptions, TESTS, Template, Workspace, plain, report,
};

/// Files that only a crate outside of a workspace needs.
const STANDALONE: [&str; 2] = [".gitignore", "README.md"];

#[derive(clap::Args)]
pub(crate) struct Args {
    #[arg(long)]
    spec: PathBuf,
    #[arg(long)]
    overlay: Vec<PathBuf>,
    #[arg(long)]
    options: Option<PathBuf>,
    #[arg(long)]
    name: CrateName,
    #[arg(long)]
    out: PathBuf,
    /// Folder of the runtime crate
    #[arg(long)]
    runtime: PathBuf,
    #[arg(long)]
    strict: bool,
}

impl Args {
    pub(super) const COMMAND: &str = "corpus-document";
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let mut report = Report::unfinished();
    if let Err(error) = generate(args, &mut report) {
        report::failure(&error);
        report.outcome = Outcome::new(Status::Failed, format!("{error:#}"));
    }
    print(&report)?;
    Ok(ExitCode::SUCCESS)
}

fn print(report: &Report) -> Result<()> {
    report::lines(&serde_json::to_string(report).context("cannot write the report")?);
    Ok(())
}

fn generate(args: &Args, report: &mut Report) -> Result<()> {
    let document = Document {
        folder: PathBuf::new(),
        spec: args.spec.clone(),
        overlays: args.overlay.clone(),
        run_options: RunOptions {
            krate: Some(args.name.in_code()),
            ..RunOptions::of_file(args.options.clone())
        },
    };
    let sources = document.read()?;
    if let Some(outline) = outline(&sources.spec) {
        let Some(version) = outline.version else {
            report.outcome = Outcome::new(Status::NotADocument, "");
            return Ok(());
        };
        report.facts.openapi = version;
        report.facts.declared = outline.operations;
        print(report)?;
    }

    let started = Instant::now();
    let generated = sources.generate(args.strict);
    report.facts.milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match generated {
        Ok(generated) => {
            report::text(&plain(&generated.warnings));
            write(args, &document, &generated)?;
            report.facts.count(&generated);
            report.outcome = Outcome::new(Status::Generated, "");
            Ok(())
        }
        Err(problems) => {
            report::text(&plain(&problems));
            refuse(&problems, report);
            Ok(())
        }
    }
}

fn refuse(problems: &Diagnostics, report: &mut Report) {
    let (errors, warnings): (Vec<_>, Vec<_>) = problems
        .iter()
        .partition(|problem| problem.severity == Severity::Error);
    let first = errors.first();
    let first = first.map(|first| format!("{}: {}", first.code, first.message));
    report.facts.warnings = warnings.len();
    report.outcome = Outcome {
        errors: errors.len(),
        ..Outcome::new(Status::Refused, first.unwrap_or_default())
    };
}

fn write(args: &Args, document: &Document, generated: &Generated) -> Result<()> {
    let template = Template {
        name: &args.name,
        out: &args.out,
        document,
        generated,
        runtime: &Runtime::Path(args.runtime.clone()),
        workspace: Workspace::Shared,
    };
    let mut wanted = template.modules();
    let starters = template.starters()?.into_iter();
    let starters = starters.filter(|(path, _)| !STANDALONE.contains(path));
    wanted.extend(starters.map(|(path, text)| (path.to_owned(), text)));
    wanted.extend(template.tests().map(|text| (TESTS.to_owned(), text)));
    Plan::new(&args.out, wanted, &[GENERATED])?.apply(&args.out)
}

impl Facts {
    fn count(&mut self, generated: &Generated) {
        self.operations = generated.operations;
        self.types = generated.types;
        self.warnings = generated.warnings.len();
        self.features.clone_from(&generated.features);
        let code = generated.files.iter();
        let is_code = |path: &str| Path::new(path).extension().is_some_and(|it| it == "rs");
        let code = code.filter(|(path, _)| is_code(path));
        let sizes: Vec<_> = code.map(|(_, text)| text.len()).collect();
        self.files = sizes.len();
        self.bytes = sizes.iter().sum();
    }
}

//! `openapi-rust-client generate`

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::crate_name::CrateName;
use crate::document::Document;
use crate::manifest::package_name;
use crate::messages::Messages;
use crate::plan::{Plan, is_generated};
use crate::report;
use crate::results;
use crate::run_options::RunOptions;
use crate::runtime::{self, Runtime};
use crate::template::{GENERATED, LIBRARY, NAMES, TESTS, Template, Workspace, is_dependency};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The OpenAPI document, YAML or JSON
    #[arg(long, value_name = "FILE")]
    spec: PathBuf,
    /// An overlay; may be repeated, applied in this order
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    #[command(flatten)]
    run_options: RunOptions,
    /// Folder of the crate: a new one, or one that this command wrote
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Name of the crate
    #[arg(long)]
    name: CrateName,
    /// Folder of a runtime that several crates share, so that one program can use them; written if it does not exist
    /// [default: a copy in the crate]
    #[arg(long, value_name = "DIR")]
    runtime: Option<PathBuf>,
    /// Depend on a published version of the runtime instead of a folder
    #[arg(long, value_name = "VERSION", conflicts_with = "runtime")]
    runtime_version: Option<String>,
    /// Also replace .gitignore, Cargo.toml, README.md, src/lib.rs, examples/call.rs, and tests/operations.rs if it is not generated
    #[arg(long)]
    force: bool,
    /// Write no tests/operations.rs, which calls each operation with made-up values
    #[arg(long)]
    no_tests: bool,
    #[command(flatten)]
    messages: Messages,
}

/// Writes the crate, or brings it up to date.
pub fn run(args: &Args, started: Instant) -> Result<ExitCode> {
    if is_dependency(&args.name) {
        bail!(
            "the client depends on a crate called `{}`; choose another --name",
            args.name
        );
    }
    let is_new = is_new(&args.out, &args.name)?;
    let runtime = args.runtime();
    let missing_runtime = runtime.missing_folder()?;
    let document = Document {
        folder: PathBuf::new(),
        spec: args.spec.clone(),
        overlays: args.overlay.clone(),
        run_options: RunOptions {
            names: Some(args.out.join(NAMES)),
            krate: Some(args.name.in_code()),
            ..args.run_options.clone()
        },
    };
    let generated = args.messages.generate(&document)?;
    if let Some(krate) = args.name.find_in(generated.dependencies.keys()) {
        bail!(
            "the client depends on the crate `{krate}` because of an `x-rust-type`; choose another --name"
        );
    }
    let template = Template {
        name: &args.name,
        out: &args.out,
        document: &document,
        generated: &generated,
        runtime: &runtime,
        workspace: Workspace::Own,
    };
    let keeps_manifest = !args.force && args.out.join("Cargo.toml").exists();
    if let Some(problem) = template.conflict().filter(|_| !keeps_manifest) {
        bail!(problem);
    }

    let mut wanted = template.modules();
    let mut kept = Vec::new();
    for (path, text) in template.starters()? {
        if !args.force && args.out.join(path).exists() {
            kept.push(path);
        } else {
            wanted.insert(path.to_owned(), text);
        }
    }

    let tests = template.tests().filter(|_| !args.no_tests);
    let present = fs::read_to_string(args.out.join(TESTS)).ok();
    let is_foreign = !args.force && present.as_ref().is_some_and(|text| !is_generated(text));
    let is_left = present.is_some() && !is_foreign && tests.is_none();
    match tests {
        Some(_) if is_foreign => kept.push(TESTS),
        Some(text) => {
            wanted.insert(TESTS.to_owned(), text);
        }
        None => {}
    }

    let mut plan = Plan::new(&args.out, wanted, &[GENERATED, runtime::FOLDER])?;
    runtime.remove_copy(&args.out, &mut plan);
    if is_left {
        plan.removals.insert(TESTS.to_owned());
    }
    if let Some(folder) = missing_runtime {
        Plan::new(folder, runtime::embedded(), runtime::SWEPT)?.apply(folder)?;
    }
    plan.apply(&args.out)?;
    report::lacking("Cargo.toml", &template.missing_lines()?);
    report::lacking(LIBRARY, &template.missing_exports());
    for change in template.outdated_exports() {
        report::warning(&format!("{LIBRARY}: {change}"));
    }
    if let Some(difference) = runtime.difference()? {
        report::warning(&difference);
    }
    let results = args.messages.results();
    results.document(&generated);
    if is_new {
        results.counts(&plan, &results::DONE, started);
    } else {
        results.plan(&plan, &results::DONE, started);
        results.kept(&kept);
    }
    results.additions(&generated);
    Ok(ExitCode::SUCCESS)
}

impl Args {
    fn runtime(&self) -> Runtime {
        match (&self.runtime, &self.runtime_version) {
            (Some(folder), _) => Runtime::Path(folder.clone()),
            (None, Some(version)) => Runtime::Version(version.clone()),
            (None, None) => Runtime::Embedded,
        }
    }
}

/// Whether `out` is empty or missing. A folder with anything but this crate is an error.
fn is_new(out: &Path, name: &CrateName) -> Result<bool> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            bail!(
                "{} is not a folder; choose a folder with --out",
                out.display()
            )
        }
        Err(error) => return Err(error).with_context(|| format!("cannot list {}", out.display())),
    };
    // A repository without commits counts as empty.
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    if entries.flatten().all(|entry| hidden(&entry.file_name())) {
        return Ok(true);
    }
    let read = |path: &str| fs::read_to_string(out.join(path)).unwrap_or_default();
    if !is_generated(&read(&format!("{GENERATED}/mod.rs"))) {
        bail!(
            "{} is not empty and was not written by this command; choose another folder with --out",
            out.display()
        );
    }
    match package_name(&read("Cargo.toml")) {
        Some(present) if present == name.to_string() => Ok(false),
        Some(present) => bail!(
            "{} contains the crate `{present}`; pass `--name {present}` or choose another folder with --out",
            out.display()
        ),
        None => bail!("{} has no Cargo.toml with a package name", out.display()),
    }
}

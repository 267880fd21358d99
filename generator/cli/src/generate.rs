//! `cargo xtask generate`

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::choices::Choices;
use crate::crate_name::CrateName;
use crate::document::Document;
use crate::files::{Plan, is_generated};
use crate::messages::Messages;
use crate::template::{self, Home};
use crate::{package, report};

#[derive(clap::Args)]
pub struct Args {
    /// The API document, YAML or JSON
    #[arg(long, value_name = "FILE")]
    spec: PathBuf,
    /// An overlay; may be repeated, applied in this order
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    #[command(flatten)]
    choices: Choices,
    /// Folder of the crate: a new one, or one that was written by this command
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Name of the crate
    #[arg(long)]
    name: CrateName,
    /// Replace .gitignore, Cargo.toml, README.md, src/lib.rs and examples/call.rs as well
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    messages: Messages,
}

pub fn run(args: &Args, started: Instant) -> Result<ExitCode> {
    if template::is_dependency(&args.name) {
        bail!(
            "a client depends on a crate called `{}` itself; give another --name",
            args.name
        );
    }
    let is_new = is_new(&args.out, &args.name)?;
    let document = Document {
        folder: PathBuf::new(),
        spec: args.spec.clone(),
        overlays: args.overlay.clone(),
        choices: args.choices.clone(),
    };
    let generated = args.messages.generate(&document)?;

    let mut wanted = package::modules(&generated)?;

    // What a crate was started with belongs to its owner from then on.
    let mut kept = Vec::new();
    for (path, text) in template::starters(&args.name, &document, &generated, Home::Alone)? {
        if !args.force && args.out.join(path).exists() {
            kept.push(path);
        } else {
            wanted.insert(path.to_owned(), text);
        }
    }

    let plan = Plan::new(&args.out, wanted, &package::SWEPT)?;
    plan.apply(&args.out)?;
    let manifest = fs::read_to_string(args.out.join("Cargo.toml")).unwrap_or_default();
    report::lacking("Cargo.toml", &template::lacking(&manifest, &generated));
    let results = args.messages.results();
    results.document(&generated);
    if is_new {
        results.counts(&plan, &report::DONE, started);
    } else {
        results.plan(&plan, &report::DONE, started);
        results.kept(&kept);
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether `out` is still to be filled; an error if it holds something else than this crate.
fn is_new(out: &Path, name: &CrateName) -> Result<bool> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error).with_context(|| format!("cannot list {}", out.display())),
    };
    // A fresh repository counts as empty.
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    if entries.flatten().all(|entry| hidden(&entry.file_name())) {
        return Ok(true);
    }
    let read = |path: &str| fs::read_to_string(out.join(path)).unwrap_or_default();
    if !is_generated(&read("src/generated/mod.rs")) {
        bail!(
            "{} is not empty and no crate that this command wrote; give another folder with --out",
            out.display()
        );
    }
    match template::package_name(&read("Cargo.toml")) {
        Some(present) if present == name.to_string() => Ok(false),
        Some(present) => bail!(
            "{} holds the crate `{present}`; give `--name {present}` or another folder with --out",
            out.display()
        ),
        None => bail!("{} holds no Cargo.toml with a package name", out.display()),
    }
}

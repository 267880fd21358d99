//! `cargo xtask recordings`

mod made_up;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result};
use openapi_rust_client::internal::report;
use serde_json::Value;
use xtask::recordings::{RECORDINGS, Recordings, schemas};
use xtask::{examples, workspace};

use crate::caller::Caller;
use made_up::Author;

/// The folder of made-up recordings.
const MADE_UP: &str = "made-up";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// First write a made-up recording, to be completed, for each operation that has none
    #[arg(long)]
    missing: bool,
    /// Do not compile the examples
    #[arg(long)]
    no_examples: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = workspace()?;
    let folder = root.join(RECORDINGS);
    let schemas = schemas(&root)?;
    if args.missing {
        let recordings = Recordings::read(&folder)?;
        write(&root, &recordings.missing(&schemas), &schemas)?;
    }
    let mut problems = Recordings::read(&folder)?.problems(&schemas);
    if !args.no_examples {
        problems.extend(examples::broken(&root)?);
    }
    for problem in &problems {
        report::line(format_args!("{problem}"));
    }
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Writes a recording for each of these operations.
fn write(root: &Path, operations: &[&str], schemas: &Value) -> Result<()> {
    if operations.is_empty() {
        return Ok(());
    }
    let mut example = Command::new("cargo");
    example
        .args(["run", "--quiet", "--all-features", "--example", "call"])
        .arg("--manifest-path")
        .arg(root.join(xtask::CLIENT).join("Cargo.toml"));
    let mut author = Author::new(root, schemas, Caller::start(example)?)?;
    let folder = root.join(RECORDINGS).join(MADE_UP);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for id in operations {
        let safe = |char: char| {
            if char.is_ascii_alphanumeric() {
                char
            } else {
                '-'
            }
        };
        let path = folder.join(format!("{}.har", id.chars().map(safe).collect::<String>()));
        let text = author.recording(id)?;
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        let path = path.strip_prefix(root).unwrap_or(&path);
        report::line(format_args!(
            "wrote {}: compare it with the document",
            path.display()
        ));
    }
    Ok(())
}

//! `cargo xtask recordings`

mod made_up;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result};
use openapi_rust_client::internal::report;
use serde_json::Value;
use xtask::recordings::{
    README, RECORDINGS, Recordings, Renames, document, schemas, schemas_of, undecided,
    with_coverage, without_policy, wrong_policies,
};
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
    /// Only write the table of recorded statuses to the README of the recordings, and print it
    #[arg(long, conflicts_with_all = ["missing", "no_examples"])]
    coverage: bool,
    /// The revision of git whose operations the recordings fit: names of it that are gone may be renamed
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    since: String,
    /// Do not compile the examples
    #[arg(long)]
    no_examples: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = workspace()?;
    let folder = root.join(RECORDINGS);
    let schemas = schemas(&root)?;
    if args.coverage {
        let table = write_coverage(&root, &schemas)?;
        report::line(format_args!("{}", table.trim_end()));
        return Ok(ExitCode::SUCCESS);
    }
    if args.missing {
        let recordings = Recordings::read(&folder)?;
        write(&root, &recordings.missing(&schemas, &schemas), &schemas)?;
        write_coverage(&root, &schemas)?;
    }
    let previous = schemas_of(&root, &args.since);
    let previous = previous.as_ref().unwrap_or(&schemas);
    let renames = Renames::between(previous, &schemas);
    let recordings = Recordings::read(&folder)?.with_renames(renames);
    let document = document(&root)?;
    let mut problems = wrong_policies(&root, &document, &schemas);
    let actions = without_policy(&document, &schemas);
    if !actions.is_empty() {
        problems.push(undecided(actions.len()));
        problems.extend(actions);
    }
    problems.extend(recordings.problems(&schemas, previous));
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

/// Brings the table of recorded statuses in the README up to date, and returns it.
fn write_coverage(root: &Path, schemas: &Value) -> Result<String> {
    let table = Recordings::read(&root.join(RECORDINGS))?.coverage(schemas);
    let path = root.join(README);
    let readme = fs::read_to_string(&path);
    let readme = readme.with_context(|| format!("cannot read {}", path.display()))?;
    let written = fs::write(&path, with_coverage(&readme, &table)?);
    written.with_context(|| format!("cannot write {}", path.display()))?;
    Ok(table)
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

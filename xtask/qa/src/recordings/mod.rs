//! `cargo xtask recordings`

mod made_up;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, bail};
use openapi_rust_client::internal::report;
use serde_json::Value;
use xtask::recordings::{
    Api, README, RECORDINGS, Recordings, Renames, document, schemas, schemas_of, undecided,
    with_coverage, without_policy, wrong_policies,
};
use xtask::{examples, workspace};

use crate::caller::Caller;
use made_up::Author;

/// The folder of made-up recordings.
const MADE_UP: &str = "made-up";

/// The generated test of the client.
const TESTS: &str = "generated-client/tests/operations.rs";

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
    let document = document(&root)?;
    let api = Api {
        schemas: &schemas,
        document: &document,
    };
    let previous = schemas_of(&root, &args.since);
    let previous = previous.as_ref().unwrap_or(&schemas);
    if args.missing {
        let recordings = Recordings::read(&folder)?;
        write(&root, &recordings.missing(api, previous), api)?;
        write_coverage(&root, &schemas)?;
    }
    let renames = Renames::between(previous, &schemas);
    let recordings = Recordings::read(&folder)?.with_renames(renames);
    let mut problems = wrong_policies(&root, api, previous);
    let actions = without_policy(api);
    if !actions.is_empty() {
        problems.push(undecided(actions.len()));
        problems.extend(actions);
    }
    problems.extend(recordings.problems(api, previous));
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

/// Writes a recording for each of these operations whose content is JSON.
fn write(root: &Path, operations: &[&str], api: Api<'_>) -> Result<()> {
    let mut wanted = Vec::new();
    for id in operations {
        match api.other_content(id) {
            Some(other) => report::line(format_args!(
                "{id}: no recording was written, because {other}, and only JSON is compared; {TESTS} calls the operation"
            )),
            None => wanted.push(*id),
        }
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let mut author = Author::new(api, Caller::start(Command::new(built(root)?))?);
    let folder = root.join(RECORDINGS).join(MADE_UP);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for id in wanted {
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

/// Builds the example `call`. Warnings of the compiler are of no use here: they tell of missing descriptions, for example.
fn built(root: &Path) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    let manifest = root.join(xtask::CLIENT).join("Cargo.toml");
    cargo
        .args(["build", "--all-features", "--example", "call"])
        .args(["--message-format=json", "--manifest-path"])
        .arg(manifest);
    let output = cargo.output().context("cannot run cargo")?;
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let messages: Vec<Value> = messages.collect();
    if output.status.success() {
        let mut programs = messages
            .iter()
            .filter_map(|message| message["executable"].as_str());
        return programs
            .next_back()
            .map(PathBuf::from)
            .context("cargo names no program for the example `call`");
    }
    let errors = messages.iter().map(|message| &message["message"]);
    let errors = errors.filter(|message| message["level"] == "error");
    let errors: String = errors
        .filter_map(|message| message["rendered"].as_str())
        .collect();
    bail!(
        "the example `call` does not compile:\n{errors}{}",
        String::from_utf8_lossy(&output.stderr)
    )
}

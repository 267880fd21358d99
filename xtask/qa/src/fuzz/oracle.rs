//! `cargo xtask fuzz-worker`: reads one case a line and writes one verdict a line.
//!
//! A panic, a stack overflow or a lack of memory ends the process before it writes a verdict. The parent process knows which
//! case was the last one.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::{self, BufRead as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use anyhow::{Context, Result, anyhow};
use openapi_rust_client_generator::{Diagnostics, Generated, Options, Severity, generate, outline};
use serde::{Deserialize, Serialize};

use super::case::Case;

/// Rust's default for the stack of a thread. No document may need more.
const STACK: usize = 2 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {}

impl Args {
    pub(super) const COMMAND: &str = "fuzz-worker";
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Task {
    pub(super) case: Case,
    /// Whether to run the generator twice and compare the bytes.
    pub(super) check_determinism: bool,
}

/// The result of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    /// The generator returned files, and all checks that need no compiler passed.
    Accepted,
    /// The generator returned errors with valid locations. The first one has this code.
    Refused(String),
    /// The generator misbehaved.
    Failed(Failure),
}

/// A defect of the generator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Failure {
    /// The same for cases that probably have the same cause.
    pub(super) kind: String,
    pub(super) text: String,
}

pub(crate) fn run(Args {}: &Args) -> Result<ExitCode> {
    let thread = thread::Builder::new().stack_size(STACK).spawn(serve);
    let done = thread.context("cannot start a thread")?.join();
    done.map_err(|_| anyhow!("the generator panicked"))??;
    Ok(ExitCode::SUCCESS)
}

fn serve() -> Result<()> {
    for line in io::stdin().lock().lines() {
        let task: Task = serde_json::from_str(&line?).context("cannot parse a case")?;
        let verdict = check(&task).unwrap_or_else(Verdict::Failed);
        let mut out = io::stdout().lock();
        writeln!(out, "{}", serde_json::to_string(&verdict)?)?;
        out.flush()?;
    }
    Ok(())
}

fn failure(kind: &str, text: impl Into<String>) -> Failure {
    Failure {
        kind: kind.to_owned(),
        text: text.into(),
    }
}

fn check(task: &Task) -> Result<Verdict, Failure> {
    let case = &task.case;
    let (document, overlays) = case.sources();
    // These must not panic on any text either.
    let _ = (outline(&document), document.missing_files());
    let options = case.options.as_ref();
    let options = options.map(|file| Options::read(&file.source()));
    let run = || {
        let options = options.clone().transpose()?;
        generate(&document, &overlays, &options.unwrap_or_default())
    };
    match run() {
        Ok(generated) => {
            check_files(&generated)?;
            check_locations(case, &generated.warnings)?;
            for warning in &generated.warnings {
                if warning.severity == Severity::Error {
                    return Err(failure("both an error and files", warning.to_string()));
                }
            }
            let is_same = || run().ok().map(|again| again.files) == Some(generated.files);
            if task.check_determinism && !is_same() {
                return Err(failure("a different result in the second run", ""));
            }
            Ok(Verdict::Accepted)
        }
        Err(problems) => {
            check_locations(case, &problems)?;
            let mut errors = problems
                .iter()
                .filter(|problem| problem.severity == Severity::Error);
            match errors.next() {
                Some(first) => Ok(Verdict::Refused(first.code.as_str().to_owned())),
                None => Err(failure("neither files nor an error", problems.to_string())),
            }
        }
    }
}

fn check_files(generated: &Generated) -> Result<(), Failure> {
    for (path, text) in &generated.files {
        let extension = Path::new(path).extension();
        let problem = match extension.and_then(OsStr::to_str) {
            Some("rs") => syn::parse_file(text).err().map(|error| error.to_string()),
            Some("json") => {
                let json = serde_json::from_str::<serde::de::IgnoredAny>(text);
                json.err().map(|error| error.to_string())
            }
            _ => None,
        };
        if let Some(problem) = problem {
            let kind = format!("a file that cannot be parsed: {problem}");
            return Err(failure(&kind, path));
        }
        let is_plain = |step: &str| {
            let known = |char: char| char.is_ascii_alphanumeric() || "_.".contains(char);
            !step.is_empty() && !step.starts_with('.') && step.chars().all(known)
        };
        if !path.split('/').all(is_plain) {
            return Err(failure("a file with an invalid name", path));
        }
    }
    Ok(())
}

/// Checks that each problem has a location that exists in the files of the case.
fn check_locations(case: &Case, problems: &Diagnostics) -> Result<(), Failure> {
    let lengths: HashMap<_, _> = case
        .all_files()
        .map(|file| (file.name.as_str(), line_lengths(&file.text)))
        .collect();
    for problem in problems {
        let is_marked = problem.excerpt.text.get(problem.excerpt.marked.clone());
        let defect = match lengths.get(problem.file.as_str()) {
            None => "a problem in an unknown file",
            Some(lengths) => match lengths.get(problem.line.wrapping_sub(1)) {
                None => "a problem on a line that does not exist",
                // A text that ends too early has its error after the last character.
                Some(length) if !(1..=length + 1).contains(&problem.column) => {
                    "a problem in a column that does not exist"
                }
                Some(_) if is_marked.is_none() => "a problem without an excerpt",
                Some(_) if !problem.pointer.starts_with('#') || problem.message.is_empty() => {
                    "a problem without a pointer or a message"
                }
                Some(_) => continue,
            },
        };
        let kind = format!("{defect}: {}", problem.code);
        return Err(failure(&kind, problem.to_string()));
    }
    Ok(())
}

/// The number of characters in each line, with the line breaks of YAML and editors.
fn line_lengths(text: &str) -> Vec<usize> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(|line| line.chars().count()).collect()
}

//! `cargo xtask fuzz-worker`: reads cases, a line each, and answers with a verdict, a line each.
//!
//! A panic ends it, as an overflow of the stack does and a lack of memory; then there is no answer, and whoever started it
//! knows which case it was.

use std::collections::HashMap;
use std::io::{self, BufRead as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use anyhow::{Context, Result, anyhow};
use openapi_client_generator::{Diagnostics, Generated, Options, Severity, generate, outline};
use serde::{Deserialize, Serialize};

use super::case::Case;

/// What a thread has if nobody says otherwise: no document may need more.
const STACK: usize = 2 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {}

impl Args {
    pub(super) const COMMAND: &str = "fuzz-worker";
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Task {
    pub(super) case: Case,
    /// Whether to see that the same case gives the same bytes.
    pub(super) twice: bool,
}

/// What came of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    /// There are files, and nothing is wrong with them as far as can be seen without compiling them.
    Accepted,
    /// There are errors, each with its place; the first one has this code.
    Refused(String),
    Wrong(Wrong),
}

/// What must not be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Wrong {
    /// The same for what probably has the same cause.
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
        let task: Task = serde_json::from_str(&line?).context("this is no case")?;
        let verdict = judge(&task).unwrap_or_else(Verdict::Wrong);
        let mut out = io::stdout().lock();
        writeln!(out, "{}", serde_json::to_string(&verdict)?)?;
        out.flush()?;
    }
    Ok(())
}

fn wrong(kind: &str, text: impl Into<String>) -> Wrong {
    Wrong {
        kind: kind.to_owned(),
        text: text.into(),
    }
}

fn judge(Task { case, twice }: &Task) -> Result<Verdict, Wrong> {
    let (document, overlays) = case.sources();
    // These take any text as well.
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
            check_places(case, &generated.warnings)?;
            for warning in &generated.warnings {
                if warning.severity == Severity::Error {
                    return Err(wrong(
                        "an error, and files all the same",
                        warning.to_string(),
                    ));
                }
            }
            if *twice && run().ok().map(|again| again.files) != Some(generated.files) {
                return Err(wrong("another result the second time", ""));
            }
            Ok(Verdict::Accepted)
        }
        Err(problems) => {
            check_places(case, &problems)?;
            let mut errors = problems
                .iter()
                .filter(|problem| problem.severity == Severity::Error);
            match errors.next() {
                Some(first) => Ok(Verdict::Refused(first.code.as_str().to_owned())),
                None => Err(wrong("no files, and no error", problems.to_string())),
            }
        }
    }
}

fn check_files(generated: &Generated) -> Result<(), Wrong> {
    for (path, text) in &generated.files {
        let is_code = Path::new(path).extension().is_some_and(|it| it == "rs");
        let problem = if is_code {
            syn::parse_file(text).err().map(|error| error.to_string())
        } else {
            let json = serde_json::from_str::<serde::de::IgnoredAny>(text);
            json.err().map(|error| error.to_string())
        };
        if let Some(problem) = problem {
            let kind = format!("a file that cannot be read: {problem}");
            return Err(wrong(&kind, path));
        }
        let is_plain = |step: &str| {
            let known = |char: char| char.is_ascii_alphanumeric() || "_.".contains(char);
            !step.is_empty() && !step.starts_with('.') && step.chars().all(known)
        };
        if !path.split('/').all(is_plain) {
            return Err(wrong("a file with an odd name", path));
        }
    }
    Ok(())
}

/// Whether problems are somewhere where they can be shown.
fn check_places(case: &Case, problems: &Diagnostics) -> Result<(), Wrong> {
    let lengths: HashMap<_, _> = case
        .all_files()
        .map(|file| (file.name.as_str(), line_lengths(&file.text)))
        .collect();
    for problem in problems {
        let is_marked = problem.excerpt.text.get(problem.excerpt.marked.clone());
        let what = match lengths.get(problem.file.as_str()) {
            None => "a problem in no file",
            Some(lengths) => match lengths.get(problem.line.wrapping_sub(1)) {
                None => "a problem on no line",
                // What ends too early goes wrong behind the last character.
                Some(length) if !(1..=length + 1).contains(&problem.column) => {
                    "a problem in no column"
                }
                Some(_) if is_marked.is_none() => "a problem that is not shown",
                Some(_) if !problem.pointer.starts_with('#') || problem.message.is_empty() => {
                    "a problem that is not told in full"
                }
                Some(_) => continue,
            },
        };
        let kind = format!("{what}: {}", problem.code);
        return Err(wrong(&kind, problem.to_string()));
    }
    Ok(())
}

/// The characters of each line, as YAML and editors take them.
fn line_lengths(text: &str) -> Vec<usize> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(|line| line.chars().count()).collect()
}

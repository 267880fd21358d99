//! Compiles the crates of the workspace and records which of them fail.

use std::collections::{BTreeMap, HashSet};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::cargo::{Cargo, Diagnostic, Message};
use super::doctests;
use super::output::Output;
use super::progress::Progress;
use super::row::{Outcome, Row, Status};
use openapi_rust_client::internal::report::count;

/// Steps in addition to checking all targets with all features.
#[derive(clap::Args)]
pub(super) struct Steps {
    /// Also check the libraries with default features, without features, and with each feature alone
    #[arg(long)]
    thorough: bool,
    /// Also build the example of each crate, so that it can be run
    #[arg(long)]
    build: bool,
    /// Also run the doctests of each crate: no text of a document may run as one
    #[arg(long)]
    doctest: bool,
}

impl Steps {
    /// Checking, and the doctests.
    pub(super) const WITH_DOCTESTS: Self = Self {
        thorough: false,
        build: false,
        doctest: true,
    };
}

/// A run of cargo.
struct Step {
    doing: &'static str,
    args: &'static [&'static str],
    /// Features that are turned on, as `crate/feature`.
    features: Vec<String>,
    /// The number of targets of a crate with an example.
    targets: usize,
    /// The number of targets of a crate without an example.
    targets_of_types: usize,
}

/// The library, its tests, and the example.
const ALL: Step = Step {
    doing: "checking",
    args: &["check", "--all-targets", "--all-features"],
    features: Vec::new(),
    targets: 3,
    targets_of_types: 2,
};
const DEFAULT: Step = Step {
    doing: "checking with default features",
    args: &["check", "--lib"],
    features: Vec::new(),
    targets: 1,
    targets_of_types: 1,
};
const NONE: Step = Step {
    doing: "checking without features",
    args: &["check", "--lib", "--no-default-features"],
    features: Vec::new(),
    targets: 1,
    targets_of_types: 1,
};
/// The library and the example.
const BUILD: Step = Step {
    doing: "building",
    args: &["build", "--examples"],
    features: Vec::new(),
    targets: 2,
    targets_of_types: 0,
};

/// Compiles the crates and records the result of each in its row.
pub(super) fn check(
    rows: &mut [Row],
    output: &Output,
    cargo: &Cargo<'_>,
    steps: &Steps,
) -> Result<()> {
    if !rows.iter().any(Row::is_generated) {
        return Ok(());
    }
    let mut chosen = vec![ALL];
    if steps.thorough {
        chosen.extend([DEFAULT, NONE]);
        chosen.extend(single_features(rows));
    }
    chosen.extend(steps.build.then_some(BUILD));
    for step in &chosen {
        run(step, rows, output, cargo).with_context(|| step.doing)?;
    }
    for row in rows.iter_mut() {
        if row.outcome.result == Status::Generated {
            row.outcome.result = Status::Ok;
        }
    }
    if steps.doctest {
        doctests::run(rows, cargo)?;
    }
    Ok(())
}

/// A step with only the first feature of each crate, one with only the second, and so on.
fn single_features(rows: &[Row]) -> Vec<Step> {
    let features = |row: &Row| row.facts.features.len();
    let most = rows.iter().map(features).max().unwrap_or_default();
    let step = |index: usize| {
        let named = rows.iter().filter_map(|row| {
            let feature = row.facts.features.get(index)?;
            Some(format!("{}/{feature}", row.krate))
        });
        Step {
            doing: "checking with a single feature",
            features: named.collect(),
            ..NONE
        }
    };
    (0..most).map(step).collect()
}

/// The messages about a crate during a step.
#[derive(Default)]
struct Seen {
    targets: usize,
    expected: usize,
    /// The first problem, or the first error if there is one.
    problem: Option<Outcome>,
    /// All diagnostics of the compiler as text.
    rendered: Vec<String>,
    executable: Option<String>,
}

fn run(step: &Step, rows: &mut [Row], output: &Output, cargo: &Cargo<'_>) -> Result<()> {
    let crates = rows.iter().filter(|row| row.is_generated());
    let crates = crates.map(|row| {
        let expected = if row.facts.operations > 0 {
            step.targets
        } else {
            step.targets_of_types
        };
        let seen = Seen {
            expected,
            ..Seen::default()
        };
        (row.krate.clone(), seen)
    });
    let mut seen: BTreeMap<_, _> = crates.collect();
    let mut dependency_error = None;

    let progress = Progress::start(step.doing, "crate", seen.len());
    let all_passed = cargo.run(step.args, &step.features, |message| match message {
        Message::Diagnostic {
            manifest_path,
            message,
        } => match member(&mut seen, &manifest_path) {
            Some((name, seen)) => seen.record(name, &message, step),
            None if message.level == "error" => drop(dependency_error.get_or_insert(message)),
            None => {}
        },
        Message::Artifact {
            manifest_path,
            target,
            executable,
        } => {
            progress.message(&target.name);
            if let Some((name, seen)) = member(&mut seen, &manifest_path) {
                seen.targets += 1;
                seen.executable = executable.or(seen.executable.take());
                if seen.targets == seen.expected {
                    progress.step(name);
                }
            }
        }
        Message::Other => {}
    })?;
    drop(progress);

    let mut unfinished = 0;
    for row in rows {
        let Some(seen) = seen.remove(&row.krate) else {
            continue;
        };
        unfinished +=
            usize::from(!all_passed && seen.problem.is_none() && seen.targets < seen.expected);
        row.executable = seen.executable.or(row.executable.take());
        // The problem of an earlier step takes precedence.
        if row.outcome.result == Status::Generated {
            row.outcome = seen.problem.unwrap_or_default();
            append(&output.diagnostics(&row.krate), &seen.rendered)?;
        }
    }
    if unfinished > 0 {
        let reason = dependency_error
            .and_then(|message| message.rendered)
            .unwrap_or_default();
        bail!(
            "cargo did not compile {}\n{reason}{}",
            count(unfinished, "crate"),
            cargo.errors()
        );
    }
    Ok(())
}

/// The crate of the workspace that a message is about.
fn member<'s>(
    seen: &'s mut BTreeMap<String, Seen>,
    manifest: &'s Path,
) -> Option<(&'s str, &'s mut Seen)> {
    let name = Output::name_of(manifest)?;
    Some((name, seen.get_mut(name)?))
}

/// Appends the diagnostics of the compiler to those of the generator, without the repetitions from the tests of a library.
fn append(path: &Path, rendered: &[String]) -> Result<()> {
    let mut seen = HashSet::new();
    let texts: Vec<_> = rendered
        .iter()
        .filter(|text| seen.insert(*text))
        .map(String::as_str)
        .collect();
    OpenOptions::new()
        .append(true)
        .open(path)
        .and_then(|mut file| file.write_all(texts.concat().as_bytes()))
        .with_context(|| format!("cannot write {}", path.display()))
}

impl Seen {
    fn record(&mut self, name: &str, message: &Diagnostic, step: &Step) {
        self.rendered.extend(message.rendered.clone());
        let kind = match message.level.as_str() {
            "error" => Status::DoesNotCompile,
            "warning" => Status::Warns,
            _ => return,
        };
        let is_first = self
            .problem
            .as_ref()
            .is_none_or(|problem| problem.result == Status::Warns && kind != Status::Warns);
        if is_first {
            self.problem = Some(Outcome::new(kind, message.brief(name, step)));
        }
    }
}

impl Diagnostic {
    /// `E0308: mismatched types (src/generated/types/user.rs:7)`
    fn brief(&self, name: &str, step: &Step) -> String {
        let code = self.code.as_ref();
        let code = code.map(|code| format!("{}: ", code.code));
        let span = self.spans.iter().find(|span| span.is_primary);
        let location = span.map(|span| {
            let file = span.file_name.replace('\\', "/");
            let package = format!("crates/{name}/");
            let file = file.strip_prefix(&package).unwrap_or(&file);
            format!(" ({file}:{})", span.line_start)
        });
        let (code, location) = (code.unwrap_or_default(), location.unwrap_or_default());
        let doing = if step.doing == ALL.doing {
            String::new()
        } else {
            format!("{}: ", step.doing)
        };
        format!("{doing}{code}{}{location}", self.message)
    }
}

//! Compiles the crates of the workspace, and finds out which of them do not.

use std::collections::{BTreeMap, HashSet};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::cargo::{Cargo, Diagnostic, Message};
use super::output::Output;
use super::progress::Progress;
use super::row::{Kind, Outcome, Row};

/// What is done beside checking all targets with all features.
#[derive(clap::Args)]
pub(super) struct Steps {
    /// Check the libraries with default features, with none, and with each of the document's alone as well
    #[arg(long)]
    thorough: bool,
    /// Build the example of each crate as well, so that it can be run
    #[arg(long)]
    build: bool,
}

/// A run of cargo.
struct Step {
    doing: &'static str,
    args: &'static [&'static str],
    /// Features that are turned on, as `crate/feature`.
    features: Vec<String>,
    /// How many targets it compiles of a crate with an example, and of one without.
    targets: usize,
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

/// Says in each row of a crate how it compiles.
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
    for row in rows {
        if row.outcome.result == Kind::Generated {
            row.outcome.result = Kind::Ok;
        }
    }
    Ok(())
}

/// With the first feature of each crate alone, then the second, and so on.
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

/// What is known of a crate during a step.
#[derive(Default)]
struct Seen {
    targets: usize,
    expected: usize,
    /// The first problem, or the first error if there is one.
    problem: Option<Outcome>,
    /// All that the compiler said.
    told: Vec<String>,
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
    // An error in what the crates depend on.
    let mut foreign = None;

    let progress = Progress::start(step.doing, "crate", seen.len());
    let all_fine = cargo.run(step.args, &step.features, |message| match message {
        Message::Told {
            manifest_path,
            message,
        } => match member(&mut seen, &manifest_path) {
            Some((name, seen)) => seen.hear(name, &message, step),
            None if message.level == "error" => drop(foreign.get_or_insert(message)),
            None => {}
        },
        Message::Compiled {
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
            usize::from(!all_fine && seen.problem.is_none() && seen.targets < seen.expected);
        row.executable = seen.executable.or(row.executable.take());
        // What was found by an earlier step stands.
        if row.outcome.result == Kind::Generated {
            row.outcome = seen.problem.unwrap_or_default();
            tell(&output.diagnostics(&row.krate), &seen.told)?;
        }
    }
    if unfinished > 0 {
        let reason = foreign
            .and_then(|message| message.rendered)
            .unwrap_or_default();
        bail!(
            "cargo did not come to {unfinished} of the crates\n{reason}{}",
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

/// Puts what the compiler said behind what the generator said. The tests of a library say again what it says itself.
fn tell(path: &Path, told: &[String]) -> Result<()> {
    let mut once = HashSet::new();
    let texts: Vec<_> = told
        .iter()
        .filter(|text| once.insert(*text))
        .map(String::as_str)
        .collect();
    OpenOptions::new()
        .append(true)
        .open(path)
        .and_then(|mut file| file.write_all(texts.concat().as_bytes()))
        .with_context(|| format!("cannot write {}", path.display()))
}

impl Seen {
    fn hear(&mut self, name: &str, message: &Diagnostic, step: &Step) {
        self.told.extend(message.rendered.clone());
        let kind = match message.level.as_str() {
            "error" => Kind::DoesNotCompile,
            "warning" => Kind::Warns,
            _ => return,
        };
        let is_first = self
            .problem
            .as_ref()
            .is_none_or(|problem| problem.result == Kind::Warns && kind != Kind::Warns);
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
        let place = span.map(|span| {
            let file = span.file_name.replace('\\', "/");
            let package = format!("crates/{name}/");
            let file = file.strip_prefix(&package).unwrap_or(&file);
            format!(" ({file}:{})", span.line_start)
        });
        let (code, place) = (code.unwrap_or_default(), place.unwrap_or_default());
        let doing = if step.doing == ALL.doing {
            String::new()
        } else {
            format!("{}: ", step.doing)
        };
        format!("{doing}{code}{}{place}", self.message)
    }
}

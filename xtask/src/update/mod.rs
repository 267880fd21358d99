//! `cargo xtask update`

mod affected;
mod changelog;
mod check;
mod counterparts;
mod facts;
mod help;
mod lists;
mod lock;
mod moves;
mod order;
mod prose;
mod renames;
mod targets;
mod uses;
mod walk;
mod yaml;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use clap::ValueEnum;
use openapi_rust_client::internal::{
    Extent, Manifest, Messages, Plan, decoded, one_line, published_runtime, report, results,
};
use openapi_rust_client_generator::{Change, Comparison, Severity, Source, overlaid};
use serde_json::Value;
use xtask::recordings::{self, Api, RECORDINGS, Recordings};
use xtask::{CLIENT, workspace};

use crate::changelog::CHANGELOG;
use crate::diff;
use crate::fit::{Fitted, fit};
use crate::spec::{self, LOCK, MANIFEST, OPTIONS, OUTPUT, PROSE, SPEC, Spec};
use changelog::Entries;
use counterparts::Counterparts;
use help::Known;
use moves::Moves;
use prose::Missing;
use renames::Renames;
use targets::Targets;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The published document, YAML or JSON; `-` reads it from standard input
    file: PathBuf,
    /// The origin of descriptions for places that have none
    #[arg(long, value_name = "ORIGIN", value_enum, default_value_t = Origin::Ours)]
    prose: Origin,
    /// Take in the document of another API: one with few of the same routes, or with another title and other servers
    #[arg(long)]
    another_api: bool,
    /// Print the same, but write nothing
    #[arg(long)]
    dry_run: bool,
    /// Print lists as a whole, however long they are
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Origin {
    /// spec/runtime.prose.overlay.yaml, which stays as it is
    Ours,
    /// The published document
    Published,
}

/// Overlays may have changed since the last commit.
const COMPARED: &str = "Differences between the two documents, both with the overlays of the working tree. `cargo xtask diff --against HEAD` \
                        also reports what changed overlays mean:";

pub(crate) fn run(args: &Args, started: Instant) -> Result<ExitCode> {
    let root = workspace()?;
    let messages = Messages {
        extent: if args.all {
            Extent::All
        } else {
            Extent::First("`--all`")
        },
        ..Messages::default()
    };
    let before = Spec::read(&root, messages)?;
    let (bytes, published) = read(&args.file, &root)?;
    let mut update = Update::of(published, &before, args, messages)?;
    let comparison = differences(&before, &update.fitted.spec, messages)?;
    let (previous, facts) = (&update.previous, &update.facts);
    let renames = comparison.as_ref();
    let renames = renames.map(|it| Renames::of(it, previous, facts));
    let renames = renames.unwrap_or_default();
    let moves = Moves::of(previous, facts);
    let counterparts = Counterparts::of(previous, facts, &renames);
    let known = Known {
        previous,
        facts,
        moves: &moves,
        counterparts: &counterparts,
    };
    let overlays = update.spec.prose.iter().chain(&update.spec.corrections);
    let overlays: Vec<_> = overlays
        .map(|overlay| Targets::of(overlay, [previous, facts]))
        .collect();
    let findings = &mut update.fitted.findings;
    for overlay in &overlays {
        known.explain(overlay, findings);
    }
    let mut affected = affected::of(&overlays, (previous, facts), &moves, findings);
    // Each description has its own place.
    let facts_only = overlays.iter().filter(|it| it.overlay.name != PROSE);
    affected.extend(facts_only.flat_map(|overlay| known.weaker(overlay, findings)));
    let lock = spec::source(&root, LOCK)?;
    if let Some(problem) = lock::problem(lock.as_ref())
        && !before.document.text.is_empty()
    {
        report::warning(&format!(
            "{LOCK} {problem}: published descriptions that changed are not listed, and entries of {CHANGELOG} that no longer \
             hold are not removed. Restore it from git, or take in the previous document and then this one"
        ));
    }
    let written = lock.as_ref().map(lock::entries).unwrap_or_default();
    let entries = Entries::of(&root, &update.fitted, &written, messages)?;
    let written = entries.as_ref().map_or(&written, |it| &it.written);
    let lock_text = lock::text(&update.published, &bytes, &update.descriptions(), written);
    let plan = update.plan(&root, lock_text, entries.as_ref())?;

    update.print(lock.as_ref(), &counterparts, &affected, args.all, messages)?;
    update.print_recordings(&root, &renames, args.all)?;
    if let Some(comparison) = &comparison {
        lists::uses(&uses::of(&root, comparison)?, args.all);
    }
    let generated = &update.fitted.generated;
    let missing =
        Manifest::read(&root.join(CLIENT)).missing_lines(generated, &published_runtime(generated));
    report::lacking(MANIFEST, &missing);
    if plan.is_empty() {
        report::line(format_args!("\nnothing new"));
        return Ok(ExitCode::SUCCESS);
    }
    report::line(format_args!(""));
    let results = messages.results();
    if args.dry_run {
        results.plan(&plan, &results::DRY_RUN, started);
    } else {
        plan.apply(&root)?;
        results.plan(&plan, &results::DONE, started);
    }
    // The summary is the last that people read.
    if let Some(comparison) = &comparison {
        report::line(format_args!("\n{COMPARED}\n"));
        if let Some(number) = update.of_left_out(&before, comparison) {
            let differences = match number {
                1 => "1 difference of these is".to_owned(),
                number => format!("{number} differences of these are"),
            };
            report::line(format_args!(
                "{differences} there because overlay actions were left out: fix the actions first\n"
            ));
        }
        diff::print(comparison);
    }
    if let Some(entries) = &entries {
        report::line(format_args!("{}", entries.next_version()?));
    }
    Ok(ExitCode::SUCCESS)
}

/// A document that was taken in, but not written yet.
struct Update {
    /// The facts of the document before.
    previous: Value,
    published: Value,
    facts: Value,
    spec: Spec,
    fitted: Fitted,
    undescribed: Vec<Missing>,
}

impl Update {
    fn of(published: Source, before: &Spec, args: &Args, messages: Messages) -> Result<Self> {
        let spec = |document: Source| Spec {
            document,
            ..before.clone()
        };
        let Some(value @ Value::Object(_)) = published.to_json() else {
            generated(&spec(published), messages)?;
            bail!("the document is not an object");
        };
        check::complete(&published, &value)?;
        let previous = before.document.to_json().unwrap_or_default();
        if !args.another_api {
            check::same_api(&published, &value, &previous)?;
        }
        let facts = order::kept(facts::facts(&value), &previous);
        let (spec, published) = (spec(written(&facts)?), spec(published));
        let mut update = Self {
            fitted: check::undamaged(&spec, &published, messages)?,
            previous,
            published: value,
            facts,
            spec,
            undescribed: Vec::new(),
        };
        update.undescribed = update.undescribed();
        if args.prose == Origin::Published && update.undescribed.iter().any(Missing::is_published) {
            update.take_prose(messages)?;
        }
        Ok(update)
    }

    /// The number of differences that are not there if the document before lacks the same actions; `None` for none.
    fn of_left_out(&self, before: &Spec, comparison: &Comparison) -> Option<usize> {
        let fitted = &self.fitted.spec;
        if fitted.corrections.as_ref()?.text == self.spec.corrections.as_ref()?.text {
            return None;
        }
        let before = Spec {
            corrections: fitted.corrections.clone(),
            ..before.clone()
        };
        let before = fit(&before).ok()?.spec;
        let others = diff::compare(&before, fitted).ok()?;
        let is_new = |change: &&Change| {
            let is_same =
                |other: &&Change| (other.kind, &other.item) == (change.kind, &change.item);
            !others.changes.iter().any(|other| is_same(&other))
        };
        let number = comparison.changes.iter().filter(is_new).count();
        (number > 0).then_some(number)
    }

    fn undescribed(&self) -> Vec<Missing> {
        let spec = &self.fitted.spec;
        let described = overlaid(&spec.document, &spec.overlays());
        prose::missing(&self.facts, &self.published, &described)
    }

    /// The published descriptions, by their places.
    fn descriptions(&self) -> BTreeMap<String, String> {
        prose::published(&self.facts, &self.published)
    }

    /// Adds the published descriptions of places that have none.
    fn take_prose(&mut self, messages: Messages) -> Result<()> {
        let (title, prose) = (&self.fitted.generated.title, self.spec.prose.as_ref());
        let prose = prose::with_published(prose, title, &self.undescribed, &self.facts)?;
        self.spec.prose = Some(prose);
        self.fitted = generated(&self.spec, messages)?;
        self.undescribed = self.undescribed();
        Ok(())
    }

    fn plan(&self, root: &Path, lock: String, entries: Option<&Entries>) -> Result<Plan> {
        let mut wanted = spec::files(&self.fitted.generated);
        wanted.insert(SPEC.to_owned(), self.spec.document.text.clone());
        wanted.insert(LOCK.to_owned(), lock);
        let prose = self.spec.prose.as_ref();
        wanted.extend(prose.map(|prose| (PROSE.to_owned(), prose.text.clone())));
        if let Some(entries) = entries {
            wanted.insert(CHANGELOG.to_owned(), entries.changelog.clone());
        }
        Plan::new(root, wanted, &[OUTPUT])
    }

    /// Prints what has to be done to recordings. A workspace may have none.
    fn print_recordings(&self, root: &Path, renames: &Renames, all: bool) -> Result<()> {
        let folder = root.join(RECORDINGS);
        let schemas = recordings::schemas_in(&self.fitted.generated.files)?;
        let (Some(schemas), true) = (schemas, folder.is_dir()) else {
            return Ok(());
        };
        let spec = &self.fitted.spec;
        let document = overlaid(&spec.document, &spec.overlays());
        let api = Api {
            schemas: &schemas,
            document: &document,
        };
        // As in `cargo xtask recordings`: an earlier update of these files does not change what the recordings are of. A client
        // that was never generated has none.
        let previous = recordings::schemas_of(root, "HEAD");
        let previous = previous.or_else(|| recordings::schemas(root).ok());
        let previous = previous.unwrap_or_default();
        let wrong = recordings::wrong_policies(root, api, &previous);
        lists::policies(&wrong, all);
        lists::undecided(&recordings::without_policy(api), all);
        let recordings = Recordings::read(&folder)?.with_renames(renames.of_recordings());
        lists::recordings(&recordings.problems(api, &previous), all);
        Ok(())
    }

    /// Prints what was taken in and what is left to do.
    fn print(
        &self,
        lock: Option<&Source>,
        counterparts: &Counterparts,
        affected: &[String],
        all: bool,
        messages: Messages,
    ) -> Result<()> {
        let generated = &self.fitted.generated;
        messages.report(&generated.warnings)?;
        messages.results().document(generated);
        if let Some(previous) = lock.and_then(lock::title) {
            report::line(format_args!("previously {}", one_line(&previous)));
        }
        if let Some(lock) = lock {
            let descriptions = self.descriptions();
            let new_pointer = |pointer: &str| counterparts.moved(pointer).map(str::to_owned);
            let documents = (&self.previous, &self.facts);
            let changed = lock::changed(lock, &descriptions, documents, new_pointer);
            lists::changed(&changed, all);
        }
        lists::missing(&self.undescribed, all);
        lists::findings(&self.fitted.findings, all);
        lists::affected(affected, all);
        if !generated.warnings.is_empty() {
            report::line(format_args!(
                "\n`cargo xtask regen` refuses the warnings about the document, unless {OPTIONS} accepts them"
            ));
        }
        Ok(())
    }
}

/// The changes for users of the client; `None` if there are none, or before the first update.
fn differences(before: &Spec, after: &Spec, messages: Messages) -> Result<Option<Comparison>> {
    if before.document.text.is_empty() {
        return Ok(None);
    }
    // Corrections may not fit the document that they are no longer for.
    let before = generated(before, messages)?.spec;
    let comparison = diff::compare(&before, after)?;
    Ok(Some(comparison).filter(|comparison| comparison.verdict().is_some()))
}

/// The bytes of the published document, and its text.
fn read(file: &Path, root: &Path) -> Result<(Vec<u8>, Source)> {
    let name = file.display().to_string().replace('\\', "/");
    let (name, bytes) = if name == "-" {
        let mut bytes = Vec::new();
        let read = io::stdin().read_to_end(&mut bytes);
        read.context("cannot read standard input")?;
        ("<stdin>".to_owned(), bytes)
    } else {
        if name.contains("://") && !file.exists() {
            bail!("{name} is a URL: use `curl --fail --location {name} | cargo xtask update -`");
        }
        if fs::canonicalize(file).ok() == fs::canonicalize(root.join(SPEC)).ok() {
            bail!("{SPEC} is written by this command; pass it the published document");
        }
        let bytes = fs::read(file).with_context(|| format!("cannot read {name}"))?;
        (name, bytes)
    };
    let text = decoded(bytes.clone()).with_context(|| format!("cannot read {name}"))?;
    Ok((bytes, Source::new(name, text)))
}

/// The text of `spec/runtime.yaml`.
fn written(facts: &Value) -> Result<Source> {
    let members = facts.as_object().map(yaml::members).unwrap_or_default();
    let text = format!(
        "# The facts of the published document. Written by `cargo xtask update`: do not edit.\n\
         #\n\
         # Descriptions are in runtime.prose.overlay.yaml, corrections in runtime.overlay.yaml.\n\
         {members}"
    );
    let source = Source::new(SPEC, text);
    ensure!(
        source.to_json().as_ref() == Some(facts),
        "the document has a value that cannot be written as YAML; no file was changed"
    );
    Ok(source)
}

/// The client for a document. Only errors are reported here, because they are what has to be fixed first.
fn generated(spec: &Spec, messages: Messages) -> Result<Fitted> {
    fit(spec).or_else(|mut problems| {
        problems.retain(|problem| problem.severity == Severity::Error);
        messages.conclude(Err(problems))?;
        bail!("nothing was generated")
    })
}

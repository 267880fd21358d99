//! `cargo xtask update`

mod facts;
mod fit;
mod lists;
mod lock;
mod prose;
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
use openapi_client_generator::{Source, overlaid};
use openapi_rust_client::internal::{
    Manifest, Messages, Plan, decoded, published_runtime, report, results,
};
use serde_json::Value;
use xtask::{CLIENT, workspace};

use crate::spec::{self, LOCK, MANIFEST, OUTPUT, PROSE, SPEC, Spec};
use fit::{Fitted, fit};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The published document, YAML or JSON; `-` reads it from standard input
    file: PathBuf,
    /// The origin of descriptions for places that have none
    #[arg(long, value_name = "ORIGIN", value_enum, default_value_t = Origin::Ours)]
    prose: Origin,
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

pub(crate) fn run(args: &Args, started: Instant) -> Result<ExitCode> {
    let root = workspace()?;
    let messages = Messages::default();
    let before = Spec::read(&root, messages)?;
    let (bytes, published) = read(&args.file, &root)?;

    // Problems of the document are reported where they are in the published text.
    let document = Spec {
        document: published.clone(),
        ..before.clone()
    };
    if let Err(problems) = fit(&document) {
        messages.conclude(Err(problems))?;
    }
    let published = published.to_json().unwrap_or_default();
    let facts = facts::facts(&published);
    let mut after = Spec {
        document: written(&facts)?,
        ..before.clone()
    };
    let mut fitted = generated(&after, messages)?;
    let missing = |Fitted { spec, .. }: &Fitted| {
        let described = overlaid(&spec.document, &spec.overlays());
        prose::missing(&facts, &published, &described)
    };
    let mut undescribed = missing(&fitted);
    let has_published = undescribed.iter().any(|place| !place.published.is_empty());
    if args.prose == Origin::Published && has_published {
        let title = &fitted.generated.title;
        let prose = after.prose.as_ref();
        after.prose = Some(prose::with_published(prose, title, &undescribed, &facts)?);
        fitted = generated(&after, messages)?;
        undescribed = missing(&fitted);
    }

    let lock = lock::text(&published, &bytes);
    let plan = plan(&root, &after, &lock, &fitted)?;
    let taken = spec::source(&root, LOCK)?.and_then(|lock| lock::title(&lock));
    let taken = taken.unwrap_or_else(|| "nothing".to_owned());
    let generated = &fitted.generated;
    messages.report(&generated.warnings)?;
    let results = messages.results();
    results.document(generated);
    report::line(format_args!("previously {taken}"));
    lists::missing(&undescribed, args.all);
    let has_unfit = lists::findings(&fitted.findings, args.all);
    if !has_unfit && !generated.warnings.is_empty() {
        report::line(format_args!(
            "\n`cargo xtask regen` refuses the warnings above, unless spec/runtime.options.yaml accepts them"
        ));
    }
    let missing =
        Manifest::read(&root.join(CLIENT)).missing_lines(generated, &published_runtime(generated));
    report::lacking(MANIFEST, &missing);
    report::line(format_args!(""));
    if plan.is_empty() {
        report::line(format_args!("nothing new"));
        return Ok(ExitCode::SUCCESS);
    }
    differences(&before, &fitted.spec);
    if args.dry_run {
        results.plan(&plan, &results::DRY_RUN, started);
    } else {
        plan.apply(&root)?;
        results.plan(&plan, &results::DONE, started);
    }
    Ok(ExitCode::SUCCESS)
}

/// The place for the report of what changes for callers. The corrections of `before` may not fit its document.
fn differences(_before: &Spec, _after: &Spec) {}

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

fn generated(spec: &Spec, messages: Messages) -> Result<Fitted> {
    match fit(spec) {
        Ok(fitted) => Ok(fitted),
        Err(problems) => {
            messages.conclude(Err(problems))?;
            bail!("nothing was generated")
        }
    }
}

fn plan(root: &Path, spec: &Spec, lock: &str, fitted: &Fitted) -> Result<Plan> {
    let files = fitted.generated.files.iter();
    let files = files.map(|(path, text)| (format!("{OUTPUT}/{path}"), text.clone()));
    let mut wanted: BTreeMap<String, String> = files.collect();
    wanted.insert(SPEC.to_owned(), spec.document.text.clone());
    wanted.insert(LOCK.to_owned(), lock.to_owned());
    let prose = spec.prose.as_ref();
    wanted.extend(prose.map(|prose| (PROSE.to_owned(), prose.text.clone())));
    Plan::new(root, wanted, &[OUTPUT])
}

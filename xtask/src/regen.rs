//! `cargo xtask regen`

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::choices::Choices;
use crate::document::Document;
use crate::files::{Plan, Wanted};
use crate::messages::Messages;
use crate::{report, template};

pub(crate) const SPEC: &str = "spec/runtime.yaml";
const OVERLAY: &str = "spec/runtime.overlay.yaml";
const OPTIONS: &str = "spec/runtime.options.yaml";
const MANIFEST: &str = "generated-client/Cargo.toml";
const OUTPUT: &str = "generated-client/src/generated";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The API document, YAML or JSON [default: spec/runtime.yaml with spec/runtime.overlay.yaml and spec/runtime.options.yaml]
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// An overlay; may be repeated, applied in this order [default: with the default document alone]
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    #[command(flatten)]
    choices: Choices,
    /// Write nothing, list what would change, and fail if anything would
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    messages: Messages,
}

pub(crate) fn run(args: &Args, started: Instant) -> Result<ExitCode> {
    let root = workspace()?;
    let generated = args.messages.generate(&args.document(&root))?;
    let wanted: BTreeMap<_, _> = generated
        .files
        .iter()
        .map(|(path, text)| (format!("{OUTPUT}/{path}"), Wanted::generated(path, text)))
        .collect();
    let plan = Plan::new(&root, wanted, &[OUTPUT])?;

    let manifest = fs::read_to_string(root.join(MANIFEST)).unwrap_or_default();
    report::lacking(MANIFEST, &template::lacking(&manifest, &generated));
    let results = args.messages.results();
    results.document(&generated);
    if !args.check {
        plan.apply(&root)?;
        results.plan(&plan, &report::DONE, started);
        return Ok(ExitCode::SUCCESS);
    }
    results.plan(&plan, &report::WOULD, started);
    if plan.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    report::problem(format_args!(
        "error: {OUTPUT} is not what the document says; run `cargo xtask regen`"
    ));
    Ok(ExitCode::FAILURE)
}

impl Args {
    /// What is given is relative to where the command runs, the default to the workspace.
    fn document(&self, root: &Path) -> Document {
        let mut choices = self.choices.clone();
        if self.spec.is_some() || !self.overlay.is_empty() {
            return Document {
                folder: PathBuf::new(),
                spec: self.spec.clone().unwrap_or_else(|| root.join(SPEC)),
                overlays: self.overlay.clone(),
                choices,
            };
        }
        if choices.options.is_none() && root.join(OPTIONS).is_file() {
            choices.options = Some(OPTIONS.into());
            root.clone_into(&mut choices.folder);
        }
        Document {
            folder: root.to_owned(),
            spec: SPEC.into(),
            overlays: vec![OVERLAY.into()],
            choices,
        }
    }
}

/// The folder that holds `generated-client/`: the current one, one above it, or the one that cargo runs this in.
pub(crate) fn workspace() -> Result<PathBuf> {
    let here = env::current_dir().context("cannot tell the current directory")?;
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    here.ancestors()
        .chain(package.iter().flat_map(|package| package.ancestors()))
        .find(|folder| folder.join("generated-client/Cargo.toml").is_file())
        .map(Path::to_owned)
        .context("no workspace with generated-client/ here or above; change to its folder")
}

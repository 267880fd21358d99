//! `cargo xtask regen`

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use openapi_rust_client::internal::{
    Document, Manifest, Messages, Plan, RunOptions, published_runtime, report, results,
};
use xtask::{CLIENT, SPEC, workspace};

const OVERLAY: &str = "spec/runtime.overlay.yaml";
const OPTIONS: &str = "spec/runtime.options.yaml";
/// The Rust names, which stay the same when the document changes.
const NAMES: &str = "spec/runtime.names.yaml";
const MANIFEST: &str = "generated-client/Cargo.toml";
const OUTPUT: &str = "generated-client/src/generated";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The OpenAPI document, YAML or JSON [default: spec/runtime.yaml with spec/runtime.overlay.yaml and spec/runtime.options.yaml]
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// An overlay; may be repeated, applied in this order [default: only with the default document]
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    #[command(flatten)]
    run_options: RunOptions,
    /// Write nothing, list the changes, and fail if there are any
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    messages: Messages,
}

pub(crate) fn run(args: &Args, started: Instant) -> Result<ExitCode> {
    let root = workspace()?;
    let generated = args.messages.generate(&args.document(&root))?;
    let files = generated.files.iter();
    let wanted = files.map(|(path, text)| (format!("{OUTPUT}/{path}"), text.clone()));
    let names = (NAMES.to_owned(), generated.names.to_yaml());
    let wanted = wanted.chain([names]).collect();
    let plan = Plan::new(&root, wanted, &[OUTPUT])?;

    let missing = Manifest::read(&root.join(CLIENT))
        .missing_lines(&generated, &published_runtime(&generated));
    report::lacking(MANIFEST, &missing);
    let results = args.messages.results();
    results.document(&generated);
    if !args.check {
        plan.apply(&root)?;
        results.plan(&plan, &results::DONE, started);
        return Ok(ExitCode::SUCCESS);
    }
    results.plan(&plan, &results::DRY_RUN, started);
    if plan.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    report::problem(format_args!(
        "error: {OUTPUT} is not up to date; run `cargo xtask regen`"
    ));
    Ok(ExitCode::FAILURE)
}

impl Args {
    /// The document of the arguments, whose paths are relative to the current folder, or the default one of the workspace.
    fn document(&self, root: &Path) -> Document {
        let mut run_options = self.run_options.clone();
        run_options.names = Some(root.join(NAMES));
        if self.spec.is_some() || !self.overlay.is_empty() {
            return Document {
                folder: PathBuf::new(),
                spec: self.spec.clone().unwrap_or_else(|| root.join(SPEC)),
                overlays: self.overlay.clone(),
                run_options,
            };
        }
        document(root, run_options)
    }
}

/// The document of a workspace, with its overlays and options.
pub(crate) fn document(root: &Path, mut run_options: RunOptions) -> Document {
    if run_options.options.is_none() && root.join(OPTIONS).is_file() {
        run_options.options = Some(OPTIONS.into());
        root.clone_into(&mut run_options.folder);
    }
    run_options.names = Some(root.join(NAMES));
    Document {
        folder: root.to_owned(),
        spec: SPEC.into(),
        overlays: vec![OVERLAY.into()],
        run_options,
    }
}

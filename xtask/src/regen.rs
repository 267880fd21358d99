//! `cargo xtask regen`

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};
use openapi_rust_client::internal::{
    Document, Manifest, Messages, Plan, RunOptions, one_line, published_runtime, read, report,
    results,
};
use openapi_rust_client_generator::Generated;
use xtask::recordings::{self, Api};
use xtask::{CLIENT, workspace};

use crate::spec::{
    CRATE, MANIFEST, NAMES, OPTIONS, OUTPUT, OVERLAY, PROSE, SPEC, files, strict, take_optional,
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The OpenAPI document, YAML or JSON [default: spec/runtime.yaml with its overlays and options; its warnings are errors]
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
    let messages = args.messages;
    let document = args.document(&root);
    let generated = if args.is_ours() {
        let mut generated = match read(&document)?.generate(false) {
            Ok(generated) => generated,
            refused => messages.conclude(refused)?,
        };
        let optional = take_optional(&mut generated.warnings);
        let generated = strict(generated, messages)?;
        messages.report(&optional)?;
        check_policies(&root, &generated)?;
        generated
    } else {
        messages.generate(&document)?
    };
    let plan = Plan::new(&root, files(&generated), &[OUTPUT])?;

    let missing = Manifest::read(&root.join(CLIENT))
        .missing_lines(&generated, &published_runtime(&generated));
    report::lacking(MANIFEST, &missing);
    let results = messages.results();
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

/// Fails if a value of `x-record` is wrong, because a recording would leave behind what it creates.
fn check_policies(root: &Path, generated: &Generated) -> Result<()> {
    let Some(schemas) = recordings::schemas_in(&generated.files)? else {
        return Ok(());
    };
    let api = Api {
        schemas: &schemas,
        document: &recordings::document(root)?,
    };
    // A client that was never generated has none.
    let previous = recordings::schemas(root).unwrap_or_default();
    let wrong = recordings::wrong_policies(root, api, &previous);
    for problem in &wrong {
        report::problem(format_args!("error: {}", one_line(problem)));
    }
    ensure!(
        wrong.is_empty(),
        "{} of `x-record` {} wrong; no file was changed",
        report::count(wrong.len(), "value"),
        if wrong.len() == 1 { "is" } else { "are" }
    );
    Ok(())
}

impl Args {
    /// Whether the document is the one of the workspace.
    fn is_ours(&self) -> bool {
        self.spec.is_none() && self.overlay.is_empty()
    }

    /// The document of the arguments, whose paths are relative to the current folder, or the default one of the workspace.
    fn document(&self, root: &Path) -> Document {
        let mut run_options = self.run_options.clone();
        run_options.names = Some(root.join(NAMES));
        run_options.krate = Some(CRATE.to_owned());
        if !self.is_ours() {
            return Document {
                folder: PathBuf::new(),
                spec: self.spec.clone().unwrap_or_else(|| root.join(SPEC)),
                overlays: self.overlay.clone(),
                run_options,
            };
        }
        if run_options.options.is_none() && root.join(OPTIONS).is_file() {
            run_options.options = Some(OPTIONS.into());
            root.clone_into(&mut run_options.folder);
        }
        let overlays = [PROSE, OVERLAY].into_iter();
        let overlays = overlays.filter(|path| root.join(path).is_file());
        Document {
            folder: root.to_owned(),
            spec: SPEC.into(),
            overlays: overlays.map(PathBuf::from).collect(),
            run_options,
        }
    }
}

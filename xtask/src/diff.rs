//! `cargo xtask diff`

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, anyhow, bail};
use openapi_rust_client::internal::changes::{self, Style};
use openapi_rust_client::internal::diff::{self, Output};
use openapi_rust_client::internal::{CrateVersion, Document, Messages, report};
use openapi_rust_client_generator::{Code, Comparison, Options, Source};
use xtask::workspace;

use crate::fit::fit;
use crate::spec::{SPEC, Spec};

/// The folder with the document, its overlays and its options.
const FOLDER: &str = "spec";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The old version: a revision of spec/, a document, or `REVISION:FILE` of git
    old: Option<String>,
    /// The new version [default: spec/ as it is]. Overlays are applied if both are versions of spec/, and otherwise to neither of them
    new: Option<String>,
    /// Compare spec/ with this revision of git, both with their overlays
    #[arg(long, value_name = "REVISION", conflicts_with_all = ["old", "new"])]
    against: Option<String>,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = workspace()?;
    let old = args.against.as_ref().or(args.old.as_ref());
    let old = old.context("name two versions, or one with --against; see --help")?;
    let old = Version::parse(old, &root)?;
    let new = match &args.new {
        Some(new) => Version::parse(new, &root)?,
        None => Version::Specification { revision: None },
    };
    let (old, new) = if old.is_specification() && new.is_specification() {
        (old, new)
    } else {
        (old.document_alone(&root), new.document_alone(&root))
    };
    let (old, new) = (old.read(&root)?, new.read(&root)?);
    report::problem(format_args!("old: {}", old.title()));
    report::problem(format_args!("new: {}", new.title()));
    let comparison = compare(&old, &new)?;
    let mut output = args.output;
    output.crate_version = output.crate_version.or(Some(crate_version()?));
    output.report(&comparison)
}

/// Compares two versions.
pub(crate) fn compare(old: &Spec, new: &Spec) -> Result<Comparison> {
    let overlays = (old.overlays(), new.overlays());
    let version = |spec, overlays| version(spec, overlays);
    diff::compare(version(old, &overlays.0), version(new, &overlays.1))
}

fn version<'a>(
    spec: &'a Spec,
    overlays: &'a [Source],
) -> openapi_rust_client_generator::Version<'a> {
    openapi_rust_client_generator::Version {
        document: &spec.document,
        overlays,
        options: &spec.options,
    }
}

/// Prints the differences for people.
pub(crate) fn print(comparison: &Comparison) {
    report::lines(&changes::human(comparison, Style::of_stdout(), None));
}

/// spec/ in a revision of git; `None` if there is no such revision.
pub(crate) fn revision(root: &Path, revision: &str) -> Result<Option<Spec>> {
    if !is_revision(root, revision) {
        return Ok(None);
    }
    let revision = Some(revision.to_owned());
    Version::Specification { revision }.read(root).map(Some)
}

/// The changes of spec/ since a revision of git; `None` if there is no such revision.
pub(crate) fn since(root: &Path, revision: &str) -> Result<Option<Comparison>> {
    let Some(old) = self::revision(root, revision)? else {
        return Ok(None);
    };
    compare(&old, &specification(root)?).map(Some)
}

fn is_revision(root: &Path, revision: &str) -> bool {
    let commit = format!("{revision}^{{commit}}");
    git(root, &["rev-parse", "--verify", "--quiet", &commit]).is_ok()
}

/// The version of the client, which all crates of the workspace have.
pub(crate) fn crate_version() -> Result<CrateVersion> {
    let version = env!("CARGO_PKG_VERSION").parse();
    version.map_err(|problem: String| anyhow!(problem))
}

/// A version to compare.
enum Version {
    /// spec/ with its overlays and options, in a revision or as it is.
    Specification { revision: Option<String> },
    /// A document without overlays.
    File(PathBuf),
    /// The same, in a revision.
    FileOfRevision { revision: String, file: String },
}

impl Version {
    fn parse(text: &str, root: &Path) -> Result<Self> {
        if Path::new(text).is_file() {
            return Ok(Self::File(text.into()));
        }
        let (revision, file) = match text.split_once(':') {
            Some((revision, file)) => (revision, Some(file.to_owned())),
            None => (text, None),
        };
        if !is_revision(root, revision) {
            bail!("{text} is neither a file nor a revision of git, nor `REVISION:FILE`");
        }
        let revision = revision.to_owned();
        Ok(match file {
            Some(file) => Self::FileOfRevision { revision, file },
            None => Self::Specification {
                revision: Some(revision),
            },
        })
    }

    fn is_specification(&self) -> bool {
        matches!(self, Self::Specification { .. })
    }

    /// The same document without overlays, for a comparison with one that has none: each action would be a difference.
    fn document_alone(self, root: &Path) -> Self {
        match self {
            Self::Specification { revision: None } => Self::File(root.join(SPEC)),
            Self::Specification {
                revision: Some(revision),
            } => Self::FileOfRevision {
                revision,
                file: SPEC.to_owned(),
            },
            alone => alone,
        }
    }

    /// The version, without corrections that do not fit it.
    fn read(&self, root: &Path) -> Result<Spec> {
        match self {
            Self::File(file) => document(Path::new(""), file),
            Self::Specification { revision: None } => specification(root),
            Self::Specification {
                revision: Some(revision),
            } => {
                let files = git(
                    root,
                    &["ls-tree", "--name-only", revision, &format!("{FOLDER}/")],
                )?;
                let folder = Checkout::new(root, revision, files.lines())?;
                let mut spec =
                    specification(&folder.0).with_context(|| format!("in {revision}"))?;
                spec.document.name = format!("{revision}:{SPEC}");
                Ok(spec)
            }
            Self::FileOfRevision { revision, file } => {
                let folder = Checkout::new(root, revision, [&**file])?;
                let mut spec = document(&folder.0, Path::new(file))?;
                spec.document.name = format!("{revision}:{file}");
                Ok(spec)
            }
        }
    }
}

/// A document alone.
fn document(folder: &Path, file: &Path) -> Result<Spec> {
    let document = Document {
        folder: folder.to_owned(),
        spec: file.to_owned(),
        ..Document::default()
    };
    Ok(Spec {
        document: document.read()?.spec,
        prose: None,
        corrections: None,
        exclusions: None,
        options: Options::default(),
    })
}

/// spec/ in a folder.
fn specification(root: &Path) -> Result<Spec> {
    let messages = Messages::default();
    let spec = Spec::read(root, messages)?;
    if spec.document.text.is_empty() {
        bail!("there is no {SPEC}");
    }
    match fit(&spec) {
        Ok(mut fitted) => {
            // Descriptions without a place change nothing.
            fitted
                .findings
                .retain(|finding| finding.code == Code::Overlay);
            for finding in &fitted.findings {
                report::warning(&format!("{}: {}", finding.file, finding.message));
            }
            Ok(fitted.spec)
        }
        Err(problems) => {
            messages.report(&problems)?;
            bail!("{SPEC} cannot be compared")
        }
    }
}

/// A folder with files of a revision, which is removed in the end.
struct Checkout(PathBuf);

impl Checkout {
    fn new<'f>(
        root: &Path,
        revision: &str,
        files: impl IntoIterator<Item = &'f str>,
    ) -> Result<Self> {
        let hash = git(root, &["rev-parse", revision])?;
        let name = format!("xtask-diff-{}-{}", std::process::id(), hash.trim());
        let checkout = Self(env::temp_dir().join(name));
        for file in files {
            let text = git(root, &["show", &format!("{revision}:{file}")])?;
            let path = checkout.0.join(file);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)
                    .with_context(|| format!("cannot create {}", folder.display()))?;
            }
            fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(checkout)
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        // A folder that stays does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The output of git.
fn git(root: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .context("cannot run git")?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        bail!("git {} failed: {}", arguments[0], problem.trim());
    }
    String::from_utf8(output.stdout).context("the file is not UTF-8")
}

//! `cargo xtask changes`: proves the verdicts on changes with the compiler.
//!
//! For each case of the generator's tests, it generates the crates of both versions and compiles a program that was written against
//! the old one with the new one. That must fail exactly if a change breaks callers.

mod consumer;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use openapi_client_generator::{
    Change, ChangeKind, CompareError, Generated, Options, Source, Verdict, Version, compare,
    generate,
};
use openapi_rust_client::internal::{Plan, report, runtime};
use xtask::workspace;

use crate::corpus::cargo::{Cargo, Message};

/// The cases, in the workspace.
const CASES: &str = "generator/tests/changes";
/// The output, in the folder `target` of the workspace.
const OUTPUT: &str = "target/changes";
/// The versions that this workspace is tested with.
const LOCK: &str = include_str!("../../../../Cargo.lock");

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only cases whose name contains one of these texts
    cases: Vec<String>,
    /// Also take each new version as the old one
    #[arg(long)]
    both_ways: bool,
    /// Use only crates that were downloaded before
    #[arg(long)]
    offline: bool,
}

/// A comparison to prove.
struct Proof {
    name: String,
    changes: Vec<Change>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = workspace()?;
    let cases = root.join(CASES);
    let options = Source::new("options.yaml", "features: tags");
    let options = Options::read(&options).map_err(|problems| anyhow!("{problems}"))?;
    let base = source(&cases.join("base.yaml"))?;
    let folder = root.join(OUTPUT);
    let mut files = BTreeMap::new();
    let mut members = Vec::new();
    let old = generated(&base, &[], &options)?;
    add_crate(&mut files, &mut members, "base", &old);
    add_consumer(&mut files, &mut members, "base", "base", &old)?;
    let mut proofs = Vec::new();
    for (name, overlay) in overlays(&cases.join("cases"))? {
        let is_wanted = args.cases.is_empty() || args.cases.iter().any(|part| name.contains(part));
        if !is_wanted {
            continue;
        }
        let overlays = [overlay];
        let mut options_of_new = options.clone();
        options_of_new.kept_names = old.names.clone();
        let new = generated(&base, &overlays, &options_of_new).with_context(|| name.clone())?;
        add_crate(&mut files, &mut members, &name, &new);
        add_consumer(&mut files, &mut members, &name, &name, &old)?;
        let version = |overlays| Version {
            document: &base,
            overlays,
            options: &options,
        };
        let (before, after) = (version(&[]), version(&overlays));
        proofs.push(Proof {
            changes: compared(before, after)?,
            name: name.clone(),
        });
        if args.both_ways {
            let back = format!("{name}-back");
            // The names of the newer version are kept, so that its crate may be another one.
            let mut options = options.clone();
            options.kept_names = new.names.clone();
            let older = generated(&base, &[], &options)?;
            let api = if older.files == old.files {
                "base"
            } else {
                add_crate(&mut files, &mut members, &back, &older);
                &back
            };
            add_consumer(&mut files, &mut members, &back, api, &new)?;
            proofs.push(Proof {
                changes: compared(after, before)?,
                name: back,
            });
        }
    }
    files.insert("Cargo.toml".to_owned(), manifest(&members));
    files.insert("Cargo.lock".to_owned(), LOCK.to_owned());
    for (path, text) in runtime::embedded() {
        files.insert(format!("runtime/{path}"), text);
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Plan::new(&folder, files, &[])?.apply(&folder)?;
    prove(&folder, &proofs, args.offline)
}

fn compared(old: Version<'_>, new: Version<'_>) -> Result<Vec<Change>> {
    let comparison = compare(old, new).map_err(|error: CompareError| anyhow!("{error}"))?;
    Ok(comparison.changes)
}

/// Compiles all programs, and compares the results with the verdicts.
fn prove(folder: &Path, proofs: &[Proof], offline: bool) -> Result<ExitCode> {
    let mut compiled = BTreeSet::new();
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let cargo = Cargo {
        folder,
        offline,
        jobs: None,
    };
    let package = |manifest: &Path| {
        let name = manifest.parent().and_then(Path::file_name);
        name.map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    cargo.run(&["check"], &[], |message| match message {
        Message::Artifact { manifest_path, .. } => {
            compiled.insert(package(&manifest_path));
        }
        Message::Diagnostic {
            manifest_path,
            message,
        } if message.level == "error" => {
            let text = message.rendered.unwrap_or(message.message);
            errors
                .entry(package(&manifest_path))
                .or_default()
                .push(text);
        }
        _ => {}
    })?;
    if !compiled.contains("use-base") {
        let errors = errors.remove("use-base").unwrap_or_default();
        bail!(
            "the program of the old version does not compile with it:\n{}",
            errors.join("\n")
        );
    }
    let mut wrong = 0;
    for proof in proofs {
        let is_accepted = compiled.contains(&format!("use-{}", proof.name));
        // The programs are compiled with all default features, so they do not notice.
        let breaks = |change: &Change| {
            change.verdict == Verdict::BreaksCallers && change.kind != ChangeKind::Feature
        };
        if is_accepted != proof.changes.iter().any(breaks) {
            continue;
        }
        wrong += 1;
        let changes = proof
            .changes
            .iter()
            .map(|change| format!("  {} {} {}\n", change.verdict, change.kind, change.item));
        let errors = errors
            .get(&format!("use-{}", proof.name))
            .map(|errors| errors.join("\n"));
        report::line(format_args!(
            "{}: the program {}\n{}{}",
            proof.name,
            if is_accepted {
                "compiles"
            } else {
                "does not compile"
            },
            changes.collect::<String>(),
            errors.unwrap_or_default()
        ));
    }
    report::line(format_args!(
        "{} of {} verdicts agree with the compiler",
        proofs.len() - wrong,
        proofs.len()
    ));
    Ok(if wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn source(path: &Path) -> Result<Source> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok(Source::new(name, text))
}

/// The overlays of a folder, by the name of their case.
fn overlays(folder: &Path) -> Result<Vec<(String, Source)>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut overlays = Vec::new();
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(name) = name.strip_suffix(".overlay.yaml") {
            overlays.push((name.to_owned(), source(&path)?));
        }
    }
    Ok(overlays)
}

fn generated(document: &Source, overlays: &[Source], options: &Options) -> Result<Generated> {
    generate(document, overlays, options).map_err(|problems| anyhow!("{problems}"))
}

/// Adds the crate of a version.
fn add_crate(
    files: &mut BTreeMap<String, String>,
    members: &mut Vec<String>,
    name: &str,
    generated: &Generated,
) {
    let folder = format!("api-{name}");
    for (path, text) in &generated.files {
        let path = if path == "mod.rs" { "lib.rs" } else { path };
        files.insert(format!("{folder}/src/{path}"), text.clone());
    }
    let each = generated
        .features
        .iter()
        .fold(String::new(), |lines, name| lines + name + " = []\n");
    let manifest = format!(
        "[package]\nname = \"{folder}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\nname = \"api\"\n\n[features]\ndefault = {:?}\ncall-json = []\n{each}\n[dependencies]\nopenapi-client-runtime = {{ path = \"../runtime\", default-features = false, features = {:?} }}\n",
        generated.features,
        Vec::from_iter(&generated.runtime_features),
    );
    files.insert(format!("{folder}/Cargo.toml"), manifest);
    members.push(folder);
}

/// Adds a program that was written against `written` and uses the crate of another version.
fn add_consumer(
    files: &mut BTreeMap<String, String>,
    members: &mut Vec<String>,
    name: &str,
    api: &str,
    written: &Generated,
) -> Result<()> {
    let folder = format!("use-{name}");
    files.insert(
        format!("{folder}/src/main.rs"),
        consumer::consumer(&written.files)?,
    );
    let manifest = format!(
        "[package]\nname = \"{folder}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\napi = {{ package = \"api-{api}\", path = \"../api-{api}\" }}\nopenapi-client-runtime = {{ path = \"../runtime\", default-features = false, features = {:?} }}\n",
        Vec::from_iter(&written.runtime_features),
    );
    files.insert(format!("{folder}/Cargo.toml"), manifest);
    members.push(folder);
    Ok(())
}

fn manifest(members: &[String]) -> String {
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[profile.dev]\nincremental = false\ndebug = false\n"
    )
}

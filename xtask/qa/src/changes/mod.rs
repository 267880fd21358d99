//! `cargo xtask changes`: proves the verdicts on changes with the compiler.
//!
//! For each pair of versions, it generates the crates of both, and compiles a program that was written against the old one with the
//! new one. That must fail exactly if a change breaks callers.

mod consumer;
mod project;
mod proof;
mod semver;

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::slice;

use anyhow::{Context, Result, anyhow, ensure};
use openapi_rust_client_generator::{Generated, Options, Source, Version, compare, generate};
use xtask::workspace;

use crate::fuzz::seed_corpus::SeedCorpus;
use project::Project;
use proof::Proof;

/// The cases, in the workspace.
const CASES: &str = "generator/tests/changes";
/// The documents that random changes are made to.
const DOCUMENTS: &str = "generator/tests/cases";
/// The folder of the output, in the workspace.
const OUTPUT: &str = "target/changes";

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only cases whose name contains one of these texts
    cases: Vec<String>,
    /// Also take each new version as the old one
    #[arg(long)]
    both_ways: bool,
    /// Take the pairs of documents in this folder, `NAME.old.json` and `NAME.new.json`, in place of the cases
    #[arg(long, value_name = "DIR", conflicts_with = "random")]
    pairs: Option<PathBuf>,
    /// Try random changes of documents in place of the cases
    #[arg(long, value_name = "COUNT")]
    random: Option<u64>,
    /// The folders with the documents for random changes [default: generator/tests/cases]
    #[arg(long, value_name = "DIR")]
    documents: Vec<PathBuf>,
    /// The start of the random numbers: the same number gives the same changes
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    seed: u64,
    /// Also compare the crates with `cargo semver-checks`, which has to be installed
    #[arg(long)]
    semver_checks: bool,
    /// Use only crates that were downloaded before
    #[arg(long)]
    offline: bool,
}

impl Args {
    /// The name of the output: each input has its own, so that a run does not replace the files of another one that waits for
    /// cargo.
    fn output(&self) -> String {
        let (name, folders) = match (self.random, &self.pairs) {
            (Some(_), _) => (format!("random-{}", self.seed), &*self.documents),
            (None, Some(folder)) => ("pairs".to_owned(), slice::from_ref(folder)),
            (None, None) => return "cases".to_owned(),
        };
        let folders = folders.iter();
        let folders = folders.map(|folder| fs::canonicalize(folder).unwrap_or(folder.clone()));
        let mut hasher = DefaultHasher::new();
        folders.collect::<Vec<_>>().hash(&mut hasher);
        format!("{name}-{:016x}", hasher.finish())
    }
}

/// A document and its overlays.
#[derive(Clone)]
struct Input {
    document: Source,
    overlays: Vec<Source>,
}

/// Two versions to compare.
struct Pair {
    name: String,
    /// The name of the old version, which several pairs may have in common.
    base: String,
    old: Input,
    new: Input,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = workspace()?;
    let options = Source::new("options.yaml", "features: tags");
    let options = Options::read(&options).map_err(|problems| anyhow!("{problems}"))?;
    let pairs = match (args.random, &args.pairs) {
        (Some(count), _) => random(args, &root, count)?,
        (None, Some(folder)) => documents(args, folder)?,
        (None, None) => cases(args, &root)?,
    };
    let mut project = Project::default();
    let mut bases = BTreeMap::new();
    let mut proofs = Vec::new();
    for pair in pairs {
        let forth = prove(&mut project, &mut bases, &pair, &options)?;
        proofs.extend(forth);
        if args.both_ways {
            let back = Pair {
                name: format!("{}-back", pair.name),
                base: pair.name,
                old: pair.new,
                new: pair.old,
            };
            proofs.extend(prove(&mut project, &mut bases, &back, &options)?);
        }
    }
    let folder = root.join(OUTPUT).join(args.output());
    project.write(&folder)?;
    let mut agrees = proof::compile(&folder, &proofs, args.offline)?;
    if args.semver_checks {
        agrees &= semver::compare(&folder, &proofs, args.offline)?;
    }
    Ok(if agrees {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The base of the generator's tests, and the versions that their overlays make of it.
fn cases(args: &Args, root: &Path) -> Result<Vec<Pair>> {
    let folder = root.join(CASES);
    let base = Input {
        document: source(&folder.join("base.yaml"))?,
        overlays: Vec::new(),
    };
    let folder = folder.join("cases");
    let mut pairs = Vec::new();
    for name in names(args, &folder, ".overlay.yaml")? {
        let mut old = base.clone();
        let before = folder.join(format!("{name}.old.overlay.yaml"));
        if before.exists() {
            old.overlays.push(source(&before)?);
        }
        let mut new = old.clone();
        let overlay = folder.join(format!("{name}.overlay.yaml"));
        new.overlays.push(source(&overlay)?);
        pairs.push(Pair {
            base: if old.overlays.is_empty() {
                "base".to_owned()
            } else {
                format!("{name}-old")
            },
            name,
            old,
            new,
        });
    }
    Ok(pairs)
}

/// Pairs of documents.
fn documents(args: &Args, folder: &Path) -> Result<Vec<Pair>> {
    let input = |name: &str, version: &str| {
        let document = source(&folder.join(format!("{name}.{version}.json")))?;
        let overlays = Vec::new();
        anyhow::Ok(Input { document, overlays })
    };
    let names = names(args, folder, ".old.json")?;
    let pairs = names.into_iter().map(|name| {
        Ok(Pair {
            base: format!("{name}-old"),
            old: input(&name, "old")?,
            new: input(&name, "new")?,
            name,
        })
    });
    pairs.collect()
}

/// The names of the files in a folder that end like this, without those that the arguments exclude.
fn names(args: &Args, folder: &Path, end: &str) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.file_name());
    let names = files.filter_map(|file| Some(file.to_str()?.strip_suffix(end)?.to_owned()));
    // The overlay for the old version of a case is not a case.
    let mut all: Vec<String> = names
        .filter(|name| name.strip_suffix(".old").is_none())
        .collect();
    all.sort();
    let is_chosen =
        |name: &&String| args.cases.is_empty() || args.cases.iter().any(|part| name.contains(part));
    let chosen: Vec<String> = all.iter().filter(is_chosen).cloned().collect();
    ensure!(!all.is_empty(), "{} has no file `*{end}`", folder.display());
    ensure!(
        !chosen.is_empty(),
        "no case has a name with `{}`; the cases are {}",
        args.cases.join("` or `"),
        all.join(", ")
    );
    Ok(chosen)
}

/// Documents, each with one random change.
fn random(args: &Args, root: &Path, count: u64) -> Result<Vec<Pair>> {
    let folders = if args.documents.is_empty() {
        vec![root.join(DOCUMENTS)]
    } else {
        args.documents.clone()
    };
    let seed_corpus = SeedCorpus::open(&folders)?;
    let input = |value: &serde_json::Value| Input {
        document: Source::new("openapi.json", value.to_string()),
        overlays: Vec::new(),
    };
    let pairs = (0..count).map(|number| {
        let (index, old, new) = seed_corpus.changed(args.seed, number);
        Pair {
            name: format!("random-{number}"),
            base: format!("document-{index}"),
            old: input(old),
            new: input(&new),
        }
    });
    Ok(pairs.collect())
}

/// Adds both versions of a pair, and the program for it; `None` if one of them cannot be generated alone.
fn prove(
    project: &mut Project,
    bases: &mut BTreeMap<String, Generated>,
    pair: &Pair,
    options: &Options,
) -> Result<Option<Proof>> {
    if !bases.contains_key(&pair.base) {
        let Some(old) = generated(&pair.old, options) else {
            return Ok(None);
        };
        if pair.name != format!("{}-back", pair.base) {
            project.add_crate(&pair.base, &old);
            project.add_program(&pair.base, &pair.base, &old)?;
        }
        bases.insert(pair.base.clone(), old);
    }
    let old = &bases[&pair.base];
    let mut options = options.clone();
    options.kept_names = old.names.clone();
    let Some(new) = generated(&pair.new, &options) else {
        return Ok(None);
    };
    let [before, after] = [&pair.old, &pair.new].map(|input| Version {
        document: &input.document,
        overlays: &input.overlays,
        options: &options,
    });
    let comparison = compare(before, after).map_err(|error| anyhow!("{}: {error}", pair.name))?;
    project.add_crate(&pair.name, &new);
    project.add_program(&pair.name, &pair.name, old)?;
    bases.insert(pair.name.clone(), new);
    Ok(Some(Proof {
        name: pair.name.clone(),
        base: pair.base.clone(),
        changes: comparison.changes,
    }))
}

/// The code of a version; `None` if there is none, or if it needs crates that only its users have.
fn generated(input: &Input, options: &Options) -> Option<Generated> {
    let generated = generate(&input.document, &input.overlays, options).ok()?;
    generated.dependencies.is_empty().then_some(generated)
}

fn source(path: &Path) -> Result<Source> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_name().unwrap_or_default();
    Ok(Source::new(name.to_string_lossy(), text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_input_has_its_output() {
        let args = |pairs: Option<&str>, random, seed| Args {
            cases: Vec::new(),
            both_ways: false,
            pairs: pairs.map(PathBuf::from),
            random,
            documents: Vec::new(),
            seed,
            semver_checks: false,
            offline: true,
        };
        let outputs = [
            args(None, None, 0),
            args(Some("a/pairs"), None, 0),
            args(Some("b/pairs"), None, 0),
            args(None, Some(9), 0),
            args(None, Some(9), 1),
        ];
        let outputs = BTreeSet::from(outputs.map(|args| args.output()));
        assert_eq!(outputs.len(), 5, "{outputs:?}");
        assert!(outputs.contains("cases"), "{outputs:?}");
    }
}

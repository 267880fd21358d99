//! Every kind of change: `changes/base.yaml` is the old version, and each overlay in `changes/cases/` makes a new version of it,
//! whose report is the text next to it.
//!
//! After an intended change, `UPDATE_EXPECTED=1 cargo test -p openapi-rust-client-generator --test changes` updates the reports; review
//! the diff.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use openapi_rust_client_generator::{
    Change, ChangeKind, Comparison, Options, Source, Version, compare,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/changes")
}

fn base() -> Source {
    let text = fs::read_to_string(folder().join("base.yaml"));
    Source::new("base.yaml", text.unwrap())
}

/// The overlays, by name.
fn cases() -> Vec<(String, Source)> {
    let entries = fs::read_dir(folder().join("cases")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names
        .filter_map(|name| Some(name.strip_suffix(".overlay.yaml")?.to_owned()))
        .collect();
    names.sort();
    let cases = names.into_iter().map(|name| {
        let file = format!("{name}.overlay.yaml");
        let text = fs::read_to_string(folder().join("cases").join(&file)).unwrap();
        (name, Source::new(file, text))
    });
    cases.collect()
}

fn compared(old: (&Source, &[Source]), new: (&Source, &[Source])) -> Comparison {
    let options = Source::new("options.yaml", "features: tags");
    let options = Options::read(&options).unwrap();
    let [old, new] = [old, new].map(|(document, overlays)| Version {
        document,
        overlays,
        options: &options,
    });
    compare(old, new).unwrap_or_else(|error| panic!("{error}"))
}

fn report(comparison: &Comparison) -> String {
    let line = |change: &Change| {
        let values = match (&change.before, &change.after) {
            (Some(before), Some(after)) => format!(": {before} -> {after}"),
            (Some(value), None) | (None, Some(value)) => format!(": {value}"),
            (None, None) => String::new(),
        };
        let places = [&change.old, &change.new].into_iter().flatten();
        let places: Vec<String> = places.map(ToString::to_string).collect();
        format!(
            "{} {} {}{values} ({})\n",
            change.verdict,
            change.kind,
            change.item,
            places.join(" -> ")
        )
    };
    let lines: String = comparison.changes.iter().map(line).collect();
    if lines.is_empty() {
        "nothing\n".to_owned()
    } else {
        lines
    }
}

#[test]
fn each_case_has_the_expected_report() {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let base = base();
    let mut wrong = Vec::new();
    for (name, overlay) in cases() {
        let comparison = compared((&base, &[]), (&base, &[overlay]));
        let found = report(&comparison);
        let path = folder().join("cases").join(format!("{name}.txt"));
        if update {
            fs::write(&path, &found).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != found {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_kind_has_a_case() {
    let base = base();
    let mut found = BTreeSet::new();
    for (_, overlay) in cases() {
        let overlays = [overlay];
        // The other way round, what came is gone.
        for comparison in [
            compared((&base, &[]), (&base, &overlays)),
            compared((&base, &overlays), (&base, &[])),
        ] {
            found.extend(comparison.changes.iter().map(|change| change.kind));
        }
    }
    let missing: Vec<&ChangeKind> = ChangeKind::ALL
        .iter()
        .filter(|kind| !found.contains(kind))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

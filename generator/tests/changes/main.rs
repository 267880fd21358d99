//! Every kind of change: `changes/base.yaml` is the old version, and each overlay in `changes/cases/` makes a new version of it,
//! whose report is the text next to it. If there is a `NAME.old.overlay.yaml`, it makes the old version of that case.
//!
//! After an intended change, `UPDATE_EXPECTED=1 cargo test -p openapi-rust-client-generator --test changes` updates the reports; review
//! the diff.

#[path = "../support/expected.rs"]
mod expected;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use expected::Differences;
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

/// A change: the overlays of the base that make the old version, and those that make the new one.
struct Case {
    name: String,
    old: Vec<Source>,
    new: Vec<Source>,
}

fn overlay(file: &str) -> Option<Source> {
    let text = fs::read_to_string(folder().join("cases").join(file)).ok()?;
    Some(Source::new(file, text))
}

fn cases() -> Vec<Case> {
    let entries = fs::read_dir(folder().join("cases")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names = names.filter_map(|name| Some(name.strip_suffix(".overlay.yaml")?.to_owned()));
    let mut names: Vec<String> = names
        .filter(|name| name.strip_suffix(".old").is_none())
        .collect();
    names.sort();
    let cases = names.into_iter().map(|name| {
        let old: Vec<Source> = overlay(&format!("{name}.old.overlay.yaml"))
            .into_iter()
            .collect();
        let change = overlay(&format!("{name}.overlay.yaml"));
        let new = old.iter().cloned().chain(change).collect();
        Case { name, old, new }
    });
    cases.collect()
}

fn compared(old: (&Source, &[Source]), new: (&Source, &[Source])) -> Comparison {
    compared_with("features: tags", old, new)
}

fn compared_with(
    options: &str,
    old: (&Source, &[Source]),
    new: (&Source, &[Source]),
) -> Comparison {
    let options = Source::new("options.yaml", options);
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
    let base = base();
    let mut differences = Differences::default();
    for Case { name, old, new } in cases() {
        let comparison = compared((&base, &old), (&base, &new));
        let found = report(&comparison);
        let path = folder().join("cases").join(format!("{name}.txt"));
        if expected::is_update() {
            fs::write(&path, &found).unwrap();
        }
        differences.compare(&path, Some(&found));
    }
    differences.check("changes");
}

#[test]
fn each_kind_has_a_case() {
    let base = base();
    let mut found = BTreeSet::new();
    for Case { old, new, .. } in cases() {
        // The other way round, what came is gone.
        for comparison in [
            compared((&base, &old), (&base, &new)),
            compared((&base, &new), (&base, &old)),
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

#[test]
fn types_without_operations_may_be_sent_and_received() {
    let base = base();
    let text = "overlay: 1.1.0\ninfo: {title: Limits, version: '1'}\nactions:\n  \
                - target: $.components.schemas.Order.properties\n    \
                  update: {note: {maxLength: 9, writeOnly: true}}\n";
    let overlay = Source::new("limits.overlay.yaml", text);
    let comparison = compared_with("types-only: true", (&base, &[]), (&base, &[overlay]));
    let kinds: Vec<ChangeKind> = comparison
        .changes
        .iter()
        .map(|change| change.kind)
        .collect();
    assert_eq!(kinds, [ChangeKind::LimitTightened, ChangeKind::WriteOnly]);
}

/// Lists that contain themselves after 2, 3, 5, … steps, and one that has all of them as its parts.
fn cycles(max_items: usize) -> Source {
    let steps = [2, 3, 5, 7, 11, 13, 17, 19];
    let lists = steps.iter().flat_map(|steps| {
        (0..*steps).map(move |step| {
            let next = (step + 1) % steps;
            format!(
                "    L{steps}x{step}: {{type: array, maxItems: {max_items}, items: {{$ref: '#/components/schemas/L{steps}x{next}'}}}}\n"
            )
        })
    });
    let parts = steps.map(|steps| format!("{{$ref: '#/components/schemas/L{steps}x0'}}"));
    let text = format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    post:\n      operationId: send\n      \
         requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{all: {{allOf: [{}]}}}}}}}}}}}}\n      \
         responses: {{'204': {{description: Done.}}}}\ncomponents:\n  schemas:\n{}",
        parts.join(", "),
        lists.collect::<String>()
    );
    Source::new("cycles.yaml", text)
}

#[test]
fn parts_that_contain_themselves_in_many_ways_are_compared() {
    let comparison = compared((&cycles(9), &[]), (&cycles(8), &[]));
    let expected = "breaks behavior limit-tightened Client::send(all): maxItems: 9 -> maxItems: 8";
    assert!(
        report(&comparison).starts_with(expected),
        "{}",
        report(&comparison)
    );
}

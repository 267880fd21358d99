//! Every kind of problem: `diagnostics/<code>/openapi.yaml`, with the overlay, options and kept names in the same folder, gives the text
//! `diagnostics/<code>/expected.txt`.
//!
//! After an intended change, `UPDATE_EXPECTED=1 cargo test -p openapi-rust-client-generator --test codes` updates the messages; review
//! the diff.

#[path = "support/expected.rs"]
mod expected;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use expected::Differences;
use openapi_rust_client_generator::{
    Code, Diagnostic, Diagnostics, KeptNames, Options, Severity, Source, generate,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// The input of a run.
#[derive(Clone)]
struct Case {
    document: Source,
    overlays: Vec<Source>,
    options: Option<Source>,
    names: Option<Source>,
}

fn case(code: Code) -> Case {
    let folder = folder().join(code.as_str());
    let source = |name: &str| {
        let text = fs::read_to_string(folder.join(name));
        text.ok().map(|text| Source::new(name, text))
    };
    Case {
        document: source("openapi.yaml").unwrap_or_else(|| panic!("{code} has no openapi.yaml")),
        overlays: source("overlay.yaml").into_iter().collect(),
        options: source("openapi.options.yaml"),
        names: source("names.yaml"),
    }
}

impl Case {
    fn problems(&self) -> Diagnostics {
        let options = self.options.as_ref().map(Options::read).transpose();
        let generated = options.and_then(|options| {
            let mut options = options.unwrap_or_default();
            if let Some(names) = &self.names {
                options.kept_names = KeptNames::read(names)?;
            }
            generate(&self.document, &self.overlays, &options)
        });
        match generated {
            Ok(generated) => generated.warnings,
            Err(problems) => problems,
        }
    }

    fn sources(&self) -> impl Iterator<Item = &Source> {
        [&self.document]
            .into_iter()
            .chain(&self.overlays)
            .chain(&self.options)
    }
}

fn errors(problems: &Diagnostics) -> usize {
    let problems = problems.iter();
    problems
        .filter(|problem| problem.severity == Severity::Error)
        .count()
}

#[test]
fn every_code_has_a_case_that_produces_it() {
    let codes: BTreeSet<String> = Code::ALL.iter().map(Code::to_string).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "two codes have the same name");
    let cases = fs::read_dir(folder()).unwrap();
    let cases: BTreeSet<String> = cases
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let differing: Vec<&String> = codes.symmetric_difference(&cases).collect();
    assert!(
        differing.is_empty(),
        "these codes of `diagnostics/code.rs` have no folder in `tests/diagnostics`, or the other way round: {differing:?}"
    );

    for code in Code::ALL {
        let problems = case(*code).problems();
        let mut found = problems.iter();
        assert!(
            found.any(|problem| problem.code == *code),
            "{code} gives\n{problems}"
        );
    }
}

#[test]
fn names_are_words_in_kebab_case() {
    for code in Code::ALL {
        let mut words = code.as_str().split('-');
        let is_word = |word: &str| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|char| char.is_ascii_lowercase() || char.is_ascii_digit())
        };
        assert!(words.all(is_word), "{code}");
    }
}

#[test]
fn every_case_gives_its_expected_text() {
    let mut differences = Differences::default();
    for code in Code::ALL {
        let text = case(*code).problems().to_string();
        let path = folder().join(code.as_str()).join("expected.txt");
        if expected::is_update() {
            fs::write(&path, &text).unwrap();
        }
        differences.compare(&path, Some(&text));
    }
    differences.check("codes");
}

#[test]
fn every_problem_says_what_and_what_to_do() {
    for code in Code::ALL {
        let case = case(*code);
        for problem in &case.problems() {
            assert!(
                !problem.message.is_empty() && !problem.help.is_empty(),
                "{problem}"
            );
            let mut named = case.sources().filter(|source| source.name == problem.file);
            let text = named.next().map(|source| source.text.as_str());
            let line = text.and_then(|text| text.lines().nth(problem.line - 1));
            let line = line.unwrap_or_default();
            let shown = problem.excerpt.text.trim_matches('…');
            assert!(line.contains(shown), "{problem}");
            assert!(line.is_empty() || !shown.is_empty(), "{problem}");
        }
    }
}

#[test]
fn the_proposed_overlay_action_fixes_the_problem() {
    for code in Code::ALL {
        let case = case(*code);
        let problems_before = case.problems();
        let before = errors(&problems_before);
        for problem in &problems_before {
            let Some(action) = &problem.overlay else {
                continue;
            };
            let text = format!(
                "overlay: 1.1.0\ninfo: {{title: Test, version: '1'}}\nactions:\n{action}\n"
            );
            let mut fixed = case.clone();
            fixed.overlays.push(Source::new("proposed.yaml", text));
            let after = fixed.problems();
            // The same problem with another name in its message is not fixed.
            let same = |other: &&Diagnostic| {
                other.code == problem.code && other.pointer == problem.pointer
            };
            let left = after.iter().filter(same).count();
            let known = problems_before.iter().filter(same).count();
            assert!(left < known, "{problem}\ngives\n{after}");
            assert!(errors(&after) <= before, "{problem}\ngives\n{after}");
            assert!(
                after.iter().all(|other| other.file != "proposed.yaml"),
                "{problem}\ngives\n{after}"
            );
        }
    }
}

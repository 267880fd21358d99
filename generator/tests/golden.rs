//! Golden files: `cases/<case>/openapi.yaml`, with the options in the same folder, gives `cases/<case>/expected/**`, to the
//! byte. `tests.rs` among them is the test of a crate, which the crates in `golden-cases/` run.
//!
//! The expected files are also compiled and exercised, by the crate in `golden-cases/`. After an intended change,
//! `UPDATE_EXPECTED=1 cargo test -p openapi-rust-client-generator --test golden` updates them; review the diff.

#[path = "support/expected.rs"]
mod expected;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use expected::Differences;
use openapi_rust_client_generator::{Generated, Options, Source, generate};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    cases
}

fn generated(case: &Path) -> Generated {
    let document = Source::new(
        "openapi.yaml",
        fs::read_to_string(case.join("openapi.yaml")).unwrap(),
    );
    let options = case.join("openapi.options.yaml");
    let options = options.is_file().then(|| {
        let options = Source::new("openapi.options.yaml", fs::read_to_string(options).unwrap());
        Options::read(&options).unwrap()
    });
    let mut options = options.unwrap_or_default();
    // Modules of the library of the golden cases, whose docs rustdoc compiles.
    if ["descriptions", "usage"]
        .iter()
        .any(|name| case.ends_with(name))
    {
        options.krate = Some("golden_cases".to_owned());
    }
    match generate(&document, &[], &options) {
        Ok(generated) => {
            assert!(
                generated.warnings.is_empty(),
                "{}:\n{}",
                case.display(),
                generated.warnings
            );
            generated
        }
        Err(diagnostics) => panic!("{}:\n{diagnostics}", case.display()),
    }
}

/// The files below a folder, by path relative to it.
fn files_in(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/");
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    files
}

#[test]
fn every_case_gives_its_expected_files() {
    let mut differences = Differences::default();
    for case in cases() {
        let folder = case.join("expected");
        let generated = generated(&case);
        let tests = generated.tests("crate");
        let mut files = generated.files;
        files.extend(tests.map(|text| ("tests.rs".to_owned(), text)));
        if expected::is_update() {
            let _ = fs::remove_dir_all(&folder);
            for (name, text) in &files {
                let path = folder.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
        }
        let committed = files_in(&folder);
        let names: BTreeSet<&String> = files.keys().chain(committed.keys()).collect();
        for name in names {
            let made = files.get(name).map(String::as_str);
            differences.compare(&folder.join(name), made);
        }
    }
    differences.check("golden");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for case in cases() {
        assert_eq!(generated(&case).files, generated(&case).files);
    }
}

#[test]
fn only_needed_features_of_the_runtime_are_requested() {
    for (case, features) in [
        ("types", &[][..]),
        ("names", &["client"]),
        ("bodies", &["client", "forms"]),
        ("streams", &["client", "forms", "streams"]),
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        let generated = generated(&folder.join(case));
        let needed: Vec<&str> = generated.runtime_features.into_iter().collect();
        assert_eq!(needed, features, "{case}");
    }
}

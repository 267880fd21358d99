//! Nothing that is committed contains anything private.

use std::fs;
use std::path::Path;

use openapi_rust_client_generator::Source;
use xtask::recordings::RECORDINGS;
use xtask_record::accepted::Accepted;
use xtask_record::guard::Guard;

use crate::{document, root};

/// The files below a folder with an extension.
fn files(folder: &Path, extension: &str) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path, extension));
        } else if path.extension().is_some_and(|other| other == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn every_recording_passes_the_guard() {
    let folder = root().join(RECORDINGS);
    let mut guard = Guard::new().knowing(document().root());
    for path in files(&root().join("generated-client/tests/scenarios"), "yaml") {
        let text = fs::read_to_string(&path).unwrap();
        guard = guard.knowing(&Source::new("scenario", text).to_json().unwrap());
    }
    let accepted = Accepted::read(&folder).unwrap();
    let mut is_used = vec![false; accepted.len()];
    let mut problems = Vec::new();
    for path in files(&folder, "har") {
        let file = path.strip_prefix(&folder).unwrap().display().to_string();
        let file = file.replace('\\', "/");
        for problem in guard.check(&fs::read_to_string(&path).unwrap()) {
            match accepted
                .iter()
                .position(|line| line.accepts(&file, &problem))
            {
                Some(line) => is_used[line] = true,
                None => problems.push(format!(
                    "{file}: {}: {}: {:?}",
                    problem.at,
                    problem.rule.name(),
                    problem.text
                )),
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
    let unused = is_used
        .iter()
        .zip(accepted)
        .filter(|(is_used, _)| !**is_used);
    let unused: Vec<_> = unused.map(|(_, line)| line).collect();
    assert!(unused.is_empty(), "nothing needs {unused:?}");
}

//! Nothing that is committed contains anything private.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use openapi_rust_client_generator::Source;
use tempfile::tempdir;
use xtask::recordings::RECORDINGS;
use xtask_record::accepted::Accepted;
use xtask_record::guard::{Guard, Rule};

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
    let unused = is_used.iter().zip(accepted);
    let unused = unused.filter(|(is_used, _)| !**is_used);
    let unused = unused.map(|(_, line)| line);
    let unused: Vec<_> = unused.filter(|line| !line.is_waiting(&folder)).collect();
    assert!(unused.is_empty(), "nothing needs {unused:?}");
}

/// They have samples of formats, which look like what they are samples of.
#[test]
fn what_is_made_up_for_a_new_operation_is_accepted() {
    let accepted = Accepted::read(&root().join(RECORDINGS)).unwrap();
    let har = r#"{"log": {"entries": [{"comment": "made up: fewest inputs", "response": {"content": {"text":
        "{\"ticket\":{\"id\":\"123e4567-e89b-42d3-a456-426614174000\",\"owner\":\"a@example.org\"}}"}}}]}}"#;
    let mut problems = Guard::new().check(har);
    // Where there is a secret, nothing else is reported.
    problems.extend(
        Guard::new()
            .with_secret("the address", "a@example")
            .check(har),
    );
    let rules: BTreeSet<_> = problems.iter().map(|problem| problem.rule).collect();
    let expected = [Rule::Secret, Rule::Token, Rule::Email, Rule::UnknownText];
    assert_eq!(rules, BTreeSet::from(expected));
    for problem in problems {
        let is_accepted = |file: &str| accepted.iter().any(|line| line.accepts(file, &problem));
        let is_secret = problem.rule == Rule::Secret;
        assert_eq!(is_accepted("made-up/createTicket.har"), !is_secret);
        assert!(!is_accepted("live/createTicket.har"));
    }
}

#[test]
fn a_line_for_a_folder_waits_for_recordings() {
    let folder = tempdir().unwrap();
    let text = "- {file: made-up/, reason: x}\n- {file: made-up/a.har, reason: x}\n";
    fs::write(folder.path().join("accepted.yaml"), text).unwrap();
    let lines = Accepted::read(folder.path()).unwrap();
    let waiting = |line: &Accepted| line.is_waiting(folder.path());
    assert_eq!(lines.iter().map(waiting).collect::<Vec<_>>(), [true, false]);
    fs::create_dir(folder.path().join("made-up")).unwrap();
    assert!(!lines.iter().any(waiting));
}

//! Runs the doctests of the crates. Descriptions of a document must not become code that runs.

use anyhow::Result;

use super::cargo::Cargo;
use super::progress::Progress;
use super::row::{Outcome, Row, Status};

/// The folder of the files with text from the document.
const GENERATED: &str = "src/generated/";

/// Runs the doctests of the crates that compile, and records the result of each in its row.
pub(super) fn run(rows: &mut [Row], cargo: &Cargo<'_>) -> Result<()> {
    let rows: Vec<_> = rows
        .iter_mut()
        .filter(|row| row.outcome.result == Status::Ok)
        .collect();
    let progress = Progress::start("running the doctests of", "crate", rows.len());
    for row in rows {
        let (passed, text) = cargo.doctests(&row.krate)?;
        if let Some(problem) = problem(passed, &text) {
            row.outcome = Outcome::new(Status::DoctestFails, problem);
        }
        progress.step(&row.krate);
    }
    Ok(())
}

/// The problem in the output of the doctests of a crate.
fn problem(passed: bool, text: &str) -> Option<String> {
    let tests = text.lines().filter_map(|line| line.strip_prefix("test "));
    let mut tests = tests.filter_map(|test| test.rsplit_once(" ... "));
    let bad = tests.find_map(|(name, result)| match result {
        "ok" if name.starts_with(GENERATED) && !name.ends_with("- compile") => {
            Some(format!("{name}: code of the document runs"))
        }
        "FAILED" => Some(format!("{name}: fails")),
        _ => None,
    });
    bad.or_else(|| {
        let mut errors = text.lines().filter(|line| line.starts_with("error"));
        let error = errors.next().unwrap_or("the doctests cannot be run");
        (!passed).then(|| error.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn only_our_own_examples_run() {
        let harmless = "running 3 tests\ntest src/lib.rs - (line 5) ... ok\ntest src/generated/client.rs - \
             client::Client (line 9) - compile ... ok\ntest src/generated/types/a.rs - types::A (line 3) ... ignored\n";
        assert_eq!(problem(true, harmless), None);
        let code = "test src/generated/types/a.rs - types::A (line 3) ... ok\n";
        let found = problem(true, code).unwrap();
        assert!(found.ends_with("code of the document runs"), "{found}");
        let fails = "test src/generated/types/a.rs - types::A (line 3) ... FAILED\n";
        assert!(problem(false, fails).unwrap().ends_with("(line 3): fails"));
        assert_eq!(
            problem(false, "error: no library targets found\n").as_deref(),
            Some("error: no library targets found")
        );
    }
}

//! The failures that were found, one minimized case for each kind.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::case::Case;
use super::oracle::{Failure, Task, Verdict};
use super::shrink;
use super::worker::Worker;
use openapi_rust_client::internal::report;

/// The longest time that shrinking a case may take.
const SHRINKING: Duration = Duration::from_secs(90);

/// The number of verdicts of each kind, and a folder for the failures.
#[derive(Debug)]
pub(super) struct Findings {
    folder: PathBuf,
    /// The numbers of the accepted cases.
    pub(super) accepted_cases: Vec<u64>,
    /// The number of refused cases, by the code of the first error.
    pub(super) refused: BTreeMap<String, usize>,
    /// The number of failed cases, by their kind.
    pub(super) failures: BTreeMap<String, usize>,
}

impl Findings {
    /// Empties or creates the folder, which holds only the findings of this run.
    pub(super) fn open(folder: PathBuf) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self {
            folder,
            accepted_cases: Vec::new(),
            refused: BTreeMap::new(),
            failures: BTreeMap::new(),
        })
    }

    /// Counts a verdict. Returns the folder to write a finding to if this kind of failure is new.
    pub(super) fn count(&mut self, number: u64, verdict: &Verdict) -> Option<PathBuf> {
        match verdict {
            Verdict::Accepted => self.accepted_cases.push(number),
            Verdict::Refused(code) => *self.refused.entry(code.clone()).or_default() += 1,
            Verdict::Failed(failure) => {
                let count = self.failures.entry(failure.kind.clone()).or_default();
                *count += 1;
                let is_new = *count == 1;
                return is_new.then(|| self.folder.join(self.failures.len().to_string()));
            }
        }
        None
    }
}

/// Shrinks a case and writes it to a folder. A smaller case counts as hanging after an eighth of the limit.
pub(super) fn keep(
    folder: &Path,
    number: u64,
    case: Case,
    failure: &Failure,
    worker: &mut Worker,
    limit: Duration,
) -> Result<()> {
    report::problem(format_args!(
        "case {number}: {}\n  {}\n  {}",
        failure.kind,
        failure.text,
        folder.display()
    ));
    // Written first, because shrinking takes time.
    write(&folder.join("original"), number, &case, failure)?;
    let end = Instant::now() + SHRINKING;
    let mut fails = |case: &Case| {
        if Instant::now() > end {
            return false;
        }
        let task = Task {
            case: case.clone(),
            check_determinism: true,
        };
        matches!(worker.run(&task, limit / 8), Ok(Verdict::Failed(other)) if other.kind == failure.kind)
    };
    let small = shrink::shrink(case, &mut fails);
    write(folder, number, &small, failure)
}

fn write(folder: &Path, number: u64, case: &Case, failure: &Failure) -> Result<()> {
    let description = format!("case {number}: {}\n{}\n", failure.kind, failure.text);
    let files = case.all_files().map(|file| (&*file.name, &*file.text));
    for (name, text) in files.chain([("finding.txt", &*description)]) {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, text))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

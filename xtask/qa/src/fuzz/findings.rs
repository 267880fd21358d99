//! What was found, each kind of it once, as small as it gets.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::case::Case;
use super::judge::{Task, Verdict, Wrong};
use super::shrink;
use super::worker::Worker;
use openapi_rust_client::report;

/// How long a case is made smaller, by as many tries as there are in that time.
const TIME: Duration = Duration::from_secs(90);

/// Counts of verdicts, and a folder for what is wrong.
#[derive(Debug)]
pub(super) struct Findings {
    folder: PathBuf,
    pub(super) accepted: usize,
    /// How many were refused, by the code of the first error.
    pub(super) refused: BTreeMap<String, usize>,
    pub(super) wrong: BTreeMap<String, usize>,
}

impl Findings {
    /// A folder that holds the findings of this run alone.
    pub(super) fn open(folder: PathBuf) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self {
            folder,
            accepted: 0,
            refused: BTreeMap::new(),
            wrong: BTreeMap::new(),
        })
    }

    /// Counts a verdict; the folder that a new finding is to be written to, if it is one.
    pub(super) fn count(&mut self, verdict: &Verdict) -> Option<PathBuf> {
        match verdict {
            Verdict::Accepted => self.accepted += 1,
            Verdict::Refused(code) => *self.refused.entry(code.clone()).or_default() += 1,
            Verdict::Wrong(wrong) => {
                let count = self.wrong.entry(wrong.kind.clone()).or_default();
                *count += 1;
                let is_new = *count == 1;
                return is_new.then(|| self.folder.join(self.wrong.len().to_string()));
            }
        }
        None
    }
}

/// Shrinks a case, which hangs if it takes an eighth of the limit now, and writes it to a folder.
pub(super) fn keep(
    folder: &Path,
    number: u64,
    case: Case,
    wrong: &Wrong,
    worker: &mut Worker,
    limit: Duration,
) -> Result<()> {
    report::problem(format_args!(
        "case {number}: {}\n  {}\n  {}",
        wrong.kind,
        wrong.text,
        folder.display()
    ));
    // Written first, for shrinking takes its time.
    write(&folder.join("original"), number, &case, wrong)?;
    let end = Instant::now() + TIME;
    let mut fails = |case: &Case| {
        if Instant::now() > end {
            return false;
        }
        let task = Task {
            case: case.clone(),
            twice: true,
        };
        matches!(worker.judge(&task, limit / 8), Ok(Verdict::Wrong(other)) if other.kind == wrong.kind)
    };
    let small = shrink::shrink(case, &mut fails);
    write(folder, number, &small, wrong)
}

fn write(folder: &Path, number: u64, case: &Case, wrong: &Wrong) -> Result<()> {
    let said = format!("case {number}: {}\n{}\n", wrong.kind, wrong.text);
    let files = case.all_files().map(|file| (&*file.name, &*file.text));
    for (name, text) in files.chain([("finding.txt", &*said)]) {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, text))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

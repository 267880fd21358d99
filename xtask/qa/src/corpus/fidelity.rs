//! Has a referee hold what each client sends against its document.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::documents::Subject;
use super::output::Output;
use super::parallel;
use super::progress::Progress;
use super::row::{Fidelity, Row};
use crate::fidelity;

#[derive(clap::Args)]
pub(super) struct Referee {
    /// Call all operations of the crates that were built, and hold each request against the document with Prism
    #[arg(long, requires = "build")]
    fidelity: bool,
    /// The program of Prism (npm `@stoplight/prism-cli`), which is the referee
    #[arg(long, value_name = "PROGRAM", default_value = "prism")]
    prism: String,
}

impl Referee {
    /// Says in each row of a crate that was built how many of its operations there is nothing to say against.
    pub(super) fn judge(
        &self,
        rows: &mut [Row],
        subjects: &[Subject],
        output: &Output,
        jobs: usize,
    ) -> Result<()> {
        if !self.fidelity {
            return Ok(());
        }
        let built: Vec<_> = rows
            .iter_mut()
            .zip(subjects)
            .filter_map(|(row, subject)| Some((row.executable.clone()?, row, subject)))
            .collect();
        let progress = Progress::start("calling", "crate", built.len());
        let tasks: Vec<_> = built
            .iter()
            .map(|(executable, row, subject)| (executable, &row.krate, *subject))
            .collect();
        let verdicts = parallel::map(&tasks, jobs, |(executable, name, subject)| {
            let verdict = self.verdict(executable, name, subject, output);
            progress.step(&subject.document);
            verdict
        })?;
        for ((_, row, _), verdict) in built.into_iter().zip(verdicts) {
            row.fidelity = Some(verdict);
        }
        Ok(())
    }

    fn verdict(
        &self,
        executable: &str,
        name: &str,
        subject: &Subject,
        output: &Output,
    ) -> Fidelity {
        let judged = fidelity::Subject {
            spec: &subject.spec,
            client: &output.package(name),
            prism: &self.prism,
            log: &output.prism(name),
        };
        let judged = judged.judge(Command::new(executable)).and_then(|verdict| {
            let path = output.fidelity(name);
            fs::write(&path, verdict.to_string())
                .with_context(|| format!("cannot write {}", path.display()))?;
            Ok(verdict)
        });
        match judged {
            Ok(verdict) => Fidelity {
                operations: verdict.operations,
                kept: verdict.kept(),
                problem: None,
            },
            Err(error) => Fidelity {
                problem: Some(format!("{error:#}")),
                ..Fidelity::default()
            },
        }
    }
}

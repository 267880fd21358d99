//! Checks the requests of each client against its document.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::documents::Entry;
use super::output::Output;
use super::parallel;
use super::progress::Progress;
use super::row::{Fidelity, Row};
use crate::fidelity;

#[derive(Default, clap::Args)]
pub(super) struct FidelityArgs {
    /// Call all operations of the crates that were built, and validate each request against the document with Prism
    #[arg(long, requires = "build")]
    fidelity: bool,
    /// Path of Prism (npm `@stoplight/prism-cli`)
    #[arg(long, value_name = "PROGRAM", default_value = "prism")]
    prism: String,
}

impl FidelityArgs {
    /// Records in the row of each crate that was built how many of its operations are faithful to the document.
    pub(super) fn run(
        &self,
        rows: &mut [Row],
        entries: &[Entry],
        output: &Output,
        jobs: usize,
    ) -> Result<()> {
        if !self.fidelity {
            return Ok(());
        }
        let built: Vec<_> = rows
            .iter_mut()
            .zip(entries)
            .filter_map(|(row, entry)| Some((row.executable.clone()?, row, entry)))
            .collect();
        let progress = Progress::start("calling", "crate", built.len());
        let tasks: Vec<_> = built
            .iter()
            .map(|(executable, row, entry)| (executable, &row.krate, *entry))
            .collect();
        let results = parallel::map(&tasks, jobs, |(executable, name, entry)| {
            let fidelity = self.call(executable, name, entry, output);
            progress.step(&entry.document);
            fidelity
        })?;
        for ((_, row, _), fidelity) in built.into_iter().zip(results) {
            row.fidelity = Some(fidelity);
        }
        Ok(())
    }

    fn call(&self, executable: &str, name: &str, entry: &Entry, output: &Output) -> Fidelity {
        let client = fidelity::ClientUnderTest {
            spec: &entry.spec,
            folder: &output.package(name),
            prism: &self.prism,
            log: &output.prism(name),
        };
        let checked = client.check(Command::new(executable)).and_then(|results| {
            let path = output.fidelity(name);
            fs::write(&path, results.to_string())
                .with_context(|| format!("cannot write {}", path.display()))?;
            Ok(results)
        });
        match checked {
            Ok(results) => Fidelity {
                operations: results.operations,
                faithful: results.faithful(),
                problem: None,
            },
            Err(error) => Fidelity {
                problem: Some(format!("{error:#}")),
                ..Fidelity::default()
            },
        }
    }
}

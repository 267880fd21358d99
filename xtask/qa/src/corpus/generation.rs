//! Generates each document in a separate process, several at a time, with a time limit.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::documents::Entry;
use super::output::Output;
use super::parallel;
use super::progress::Progress;
use super::row::{Outcome, Report, Row, Status};
use super::single;
use crate::exit_reason::exit_reason;

pub(super) struct Generation<'a> {
    pub(super) output: &'a Output,
    /// The number of parallel processes.
    pub(super) jobs: usize,
    /// The time limit for each document.
    pub(super) limit: Duration,
    /// The options for documents without an options file.
    pub(super) options: Option<&'a Path>,
    /// Whether to treat warnings as errors.
    pub(super) strict: bool,
}

impl Generation<'_> {
    /// Returns a row for each entry, in the order of the entries.
    pub(super) fn run(&self, entries: &[Entry]) -> Result<Vec<Row>> {
        let program = env::current_exe().context("cannot determine the path of this program")?;
        let progress = Progress::start("generating", "document", entries.len());
        parallel::map(entries, self.jobs, |entry| {
            let report = self.report(&program, entry);
            progress.step(&entry.document);
            Row::new(entry, report)
        })
    }

    /// A failure with one document does not end the run.
    fn report(&self, program: &Path, entry: &Entry) -> Report {
        let failed = |error: anyhow::Error| Report {
            outcome: Outcome::new(Status::Failed, format!("{error:#}")),
            ..Report::unfinished()
        };
        self.process(program, entry).unwrap_or_else(failed)
    }

    fn process(&self, program: &Path, entry: &Entry) -> Result<Report> {
        let path = self.output.diagnostics(&entry.name.to_string());
        let stderr =
            File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
        let mut command = Command::new(program);
        command
            .arg(single::Args::COMMAND)
            .arg("--spec")
            .arg(&entry.spec)
            .arg("--name")
            .arg(entry.name.to_string())
            .arg("--out")
            .arg(self.output.package(&entry.name.to_string()))
            .arg("--runtime")
            .arg(self.output.runtime())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(stderr);
        for overlay in &entry.overlays {
            command.arg("--overlay").arg(overlay);
        }
        if let Some(options) = entry.options.as_deref().or(self.options) {
            command.arg("--options").arg(options);
        }
        if self.strict {
            command.arg("--strict");
        }
        let mut child = command.spawn().context("cannot start a process")?;
        let (text, status) = wait(&mut child, self.limit).context("lost a process")?;

        let last = text.lines().next_back().unwrap_or_default();
        let mut report = serde_json::from_str(last).unwrap_or_else(|_| Report::unfinished());
        match status {
            None => {
                let seconds = self.limit.as_secs();
                report.facts.milliseconds = seconds.saturating_mul(1000);
                report.outcome = Outcome::new(Status::TimedOut, format!("after {seconds} s"));
            }
            Some(status) if report.outcome.result == Status::Panicked => {
                let stderr = fs::read(&path).unwrap_or_default();
                let reason = exit_reason(&String::from_utf8_lossy(&stderr));
                report.outcome.reason = reason.unwrap_or_else(|| status.to_string());
            }
            Some(_) => {}
        }
        Ok(report)
    }
}

/// Waits for a process. Returns its output, and its status unless it exceeded the limit.
fn wait(child: &mut Child, limit: Duration) -> io::Result<(String, Option<ExitStatus>)> {
    let (sender, receiver) = mpsc::channel();
    let mut stdout = child.stdout.take();
    // Reading ends when the process does, so that polling is not needed.
    thread::spawn(move || {
        let mut text = String::new();
        let read = stdout.as_mut().map(|out| out.read_to_string(&mut text));
        // The receiver is gone if waiting for the process failed.
        let _ = sender.send(read.transpose().map(|_| text));
    });
    if let Ok(text) = receiver.recv_timeout(limit) {
        return Ok((text?, Some(child.wait()?)));
    }
    child.kill()?;
    child.wait()?;
    let text = receiver.recv().map_err(io::Error::other)??;
    Ok((text, None))
}

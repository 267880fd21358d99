//! Runs a process for each document, several at a time, none of them for ever.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::documents::Subject;
use super::one;
use super::output::Output;
use super::parallel;
use super::progress::Progress;
use super::row::{Kind, Outcome, Report, Row};
use crate::last_words::last_words;

pub(super) struct Generation<'a> {
    pub(super) output: &'a Output,
    /// Processes at a time.
    pub(super) jobs: usize,
    /// For each document.
    pub(super) limit: Duration,
    /// For documents without options of their own.
    pub(super) options: Option<&'a Path>,
    /// Whether warnings are errors.
    pub(super) strict: bool,
}

impl Generation<'_> {
    /// A row for each subject, in their order.
    pub(super) fn run(&self, subjects: &[Subject]) -> Result<Vec<Row>> {
        let program = env::current_exe().context("cannot tell which program this is")?;
        let progress = Progress::start("generating", "document", subjects.len());
        parallel::map(subjects, self.jobs, |subject| {
            let report = self.report(&program, subject);
            progress.step(&subject.document);
            Row::new(subject, report)
        })
    }

    /// Whatever happens to one document is no reason to leave the others.
    fn report(&self, program: &Path, subject: &Subject) -> Report {
        let failed = |error: anyhow::Error| Report {
            outcome: Outcome::new(Kind::Failed, format!("{error:#}")),
            ..Report::unfinished()
        };
        self.process(program, subject).unwrap_or_else(failed)
    }

    fn process(&self, program: &Path, subject: &Subject) -> Result<Report> {
        let told = self.output.diagnostics(&subject.name.to_string());
        let file =
            File::create(&told).with_context(|| format!("cannot write {}", told.display()))?;
        let mut command = Command::new(program);
        command
            .arg(one::Args::COMMAND)
            .arg("--spec")
            .arg(&subject.spec)
            .arg("--name")
            .arg(subject.name.to_string())
            .arg("--out")
            .arg(self.output.package(&subject.name.to_string()))
            .arg("--runtime")
            .arg(self.output.runtime())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(file);
        if let Some(overlay) = &subject.overlay {
            command.arg("--overlay").arg(overlay);
        }
        if let Some(options) = subject.options.as_deref().or(self.options) {
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
                report.outcome = Outcome::new(Kind::TimedOut, format!("after {seconds} s"));
            }
            Some(status) if report.outcome.result == Kind::Panicked => {
                let told = fs::read(&told).unwrap_or_default();
                let reason = last_words(&String::from_utf8_lossy(&told));
                report.outcome.reason = reason.unwrap_or_else(|| status.to_string());
            }
            Some(_) => {}
        }
        Ok(report)
    }
}

/// What the process wrote and how it ended; no status if it had to be ended.
fn wait(child: &mut Child, limit: Duration) -> io::Result<(String, Option<ExitStatus>)> {
    let (sender, receiver) = mpsc::channel();
    let mut stdout = child.stdout.take();
    // Reading ends when the process does, which needs no polling.
    thread::spawn(move || {
        let mut text = String::new();
        let read = stdout.as_mut().map(|out| out.read_to_string(&mut text));
        // Whoever waited for it has met with an error.
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

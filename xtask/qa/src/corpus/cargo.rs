//! Runs cargo and parses its messages.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde::Deserialize;

/// The file of the workspace with cargo's standard error.
const LOG: &str = "cargo.log";

pub(crate) struct Cargo<'a> {
    /// The folder of the workspace.
    pub(crate) folder: &'a Path,
    pub(crate) offline: bool,
    pub(crate) jobs: Option<NonZeroUsize>,
}

/// A line of cargo's output.
#[derive(Debug, Deserialize)]
#[serde(tag = "reason")]
pub(crate) enum Message {
    /// A diagnostic of the compiler.
    #[serde(rename = "compiler-message")]
    Diagnostic {
        manifest_path: PathBuf,
        message: Diagnostic,
    },
    /// A target that was compiled, in this run or an earlier one.
    #[serde(rename = "compiler-artifact")]
    Artifact {
        manifest_path: PathBuf,
        target: Target,
        executable: Option<String>,
    },
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
}

/// A diagnostic of the compiler.
#[derive(Debug, Deserialize)]
pub(crate) struct Diagnostic {
    pub(crate) level: String,
    pub(crate) message: String,
    pub(crate) code: Option<Code>,
    pub(crate) spans: Vec<Span>,
    pub(crate) rendered: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Code {
    pub(crate) code: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Span {
    pub(crate) file_name: String,
    pub(crate) line_start: usize,
    pub(crate) is_primary: bool,
}

impl Cargo<'_> {
    /// Runs cargo for the whole workspace, past crates that fail. Returns whether all succeeded.
    pub(crate) fn run(
        &self,
        args: &[&str],
        features: &[String],
        mut each: impl FnMut(Message),
    ) -> Result<bool> {
        let log = self.folder.join(LOG);
        let log = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .args(args)
            .args((!features.is_empty()).then(|| format!("--features={}", features.join(","))))
            .args(["--workspace", "--keep-going", "--message-format=json"])
            .args(self.offline.then_some("--offline"))
            .args(
                self.jobs
                    .map(|jobs| OsString::from(format!("--jobs={jobs}"))),
            )
            // Nobody debugs the examples, which are a fifth of the size without debug information. A manifest cannot say so:
            // configuration of a folder above overrides it.
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .current_dir(self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log);
        let mut child = command.spawn().context("cannot run cargo")?;
        let lines = child.stdout.take().map(BufReader::new);
        for line in lines.into_iter().flat_map(BufReader::lines) {
            let line = line.context("cannot read the output of cargo")?;
            // Other lines come from build scripts and the like.
            if let Ok(message) = serde_json::from_str(&line) {
                each(message);
            }
        }
        Ok(child.wait().context("cannot wait for cargo")?.success())
    }

    /// Runs the doctests of a crate. Returns whether they passed, and the output.
    pub(crate) fn doctests(&self, krate: &str) -> Result<(bool, String)> {
        let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["test", "--doc", "--all-features", "--package", krate])
            .args(self.offline.then_some("--offline"))
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .current_dir(self.folder)
            .stdin(Stdio::null())
            .output()
            .context("cannot run cargo")?;
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&text).into_owned();
        Ok((output.status.success(), text))
    }

    /// The errors of the last run, without the progress messages.
    pub(crate) fn errors(&self) -> String {
        let log = fs::read_to_string(self.folder.join(LOG)).unwrap_or_default();
        let start = log.find("\nerror").unwrap_or(0);
        log[start..].trim().to_owned()
    }
}

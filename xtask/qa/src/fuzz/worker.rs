//! A process that checks cases, and its replacement when it ends.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};

use super::oracle::{Args, Failure, Task, Verdict};
use crate::exit_reason::exit_reason;

/// The memory limit of a process, in KiB. Documents of the sizes that are tried need less than a tenth of it.
const MEMORY: u64 = 4 << 20;

pub(super) struct Worker {
    /// The file with the standard error of the process.
    stderr: PathBuf,
    process: Option<Process>,
}

struct Process {
    child: Child,
    input: ChildStdin,
    verdicts: Receiver<String>,
}

impl Worker {
    pub(super) fn new(stderr: PathBuf) -> Self {
        Self {
            stderr,
            process: None,
        }
    }

    /// Has a process check a case. A process that ends or exceeds the limit makes the case a failure.
    pub(super) fn run(&mut self, task: &Task, limit: Duration) -> Result<Verdict> {
        let line = serde_json::to_string(task).context("cannot write a case")? + "\n";
        let mut process = match self.process.take() {
            Some(process) => process,
            None => self.start()?,
        };
        // If the process has ended, receiving the verdict fails.
        let _ = process.input.write_all(line.as_bytes());
        match process.verdicts.recv_timeout(limit) {
            Ok(verdict) => {
                self.process = Some(process);
                serde_json::from_str(&verdict).context("cannot read a verdict")
            }
            Err(RecvTimeoutError::Timeout) => {
                process.child.kill().context("cannot end a process")?;
                process.child.wait().context("cannot wait for a process")?;
                Ok(Verdict::Failed(Failure {
                    kind: "timed out".to_owned(),
                    text: format!("after {} s", limit.as_secs()),
                }))
            }
            Err(RecvTimeoutError::Disconnected) => {
                let status = process.child.wait().context("cannot wait for a process")?;
                let stderr = fs::read(&self.stderr).unwrap_or_default();
                let text = String::from_utf8_lossy(&stderr);
                let text = exit_reason(&text).unwrap_or_else(|| status.to_string());
                // The location of a panic identifies it; its message may differ from case to case.
                let location = text.rsplit_once(" (").map(|(_, location)| location);
                let kind = location.unwrap_or(&text).trim_end_matches(')').to_owned();
                Ok(Verdict::Failed(Failure { kind, text }))
            }
        }
    }

    fn start(&self) -> Result<Process> {
        let program = env::current_exe().context("cannot determine the path of this program")?;
        let path = &self.stderr;
        let stderr =
            File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        // On Unix a shell limits the memory of the process.
        let mut command = if cfg!(unix) {
            let mut shell = Command::new("sh");
            let script = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
            shell.arg("-c").arg(script).arg(program);
            shell
        } else {
            Command::new(program)
        };
        let mut child = command
            .arg(Args::COMMAND)
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .context("cannot start a process")?;
        let input = child.stdin.take().context("the process has no input")?;
        let output = child.stdout.take().context("the process has no output")?;
        let (sender, verdicts) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Process {
            child,
            input,
            verdicts,
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(Process {
            mut child, input, ..
        }) = self.process.take()
        {
            // The process ends when its input does.
            drop(input);
            let _ = child.wait();
        }
    }
}

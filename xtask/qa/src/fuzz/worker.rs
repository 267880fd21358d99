//! A process that judges cases, and another one when it is lost.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result};

use super::judge::{Args, Task, Verdict, Wrong};
use crate::last_words::last_words;

/// What a process may have, in KiB. No document of a size that is tried needs a tenth of it.
const MEMORY: u64 = 4 << 20;

pub(super) struct Worker {
    /// What the process says on standard error.
    told: PathBuf,
    process: Option<Process>,
}

struct Process {
    child: Child,
    input: ChildStdin,
    answers: Receiver<String>,
}

impl Worker {
    pub(super) fn new(told: PathBuf) -> Self {
        Self {
            told,
            process: None,
        }
    }

    pub(super) fn judge(&mut self, task: &Task, limit: Duration) -> Result<Verdict> {
        let line = serde_json::to_string(task).context("cannot write a case")? + "\n";
        let mut process = match self.process.take() {
            Some(process) => process,
            None => self.start()?,
        };
        // A process that takes no input has ended, which is seen when it gives no answer.
        let _ = process.input.write_all(line.as_bytes());
        match process.answers.recv_timeout(limit) {
            Ok(answer) => {
                self.process = Some(process);
                serde_json::from_str(&answer).context("cannot read a verdict")
            }
            Err(RecvTimeoutError::Timeout) => {
                process.child.kill().context("cannot end a process")?;
                process.child.wait().context("cannot wait for a process")?;
                Ok(Verdict::Wrong(Wrong {
                    kind: "timed out".to_owned(),
                    text: format!("after {} s", limit.as_secs()),
                }))
            }
            Err(RecvTimeoutError::Disconnected) => {
                let status = process.child.wait().context("cannot wait for a process")?;
                let told = fs::read(&self.told).unwrap_or_default();
                let text = String::from_utf8_lossy(&told);
                let text = last_words(&text).unwrap_or_else(|| status.to_string());
                // The place of a panic, without a message that may differ from case to case.
                let place = text.rsplit_once(" (").map(|(_, place)| place);
                let kind = place.unwrap_or(&text).trim_end_matches(')').to_owned();
                Ok(Verdict::Wrong(Wrong { kind, text }))
            }
        }
    }

    fn start(&self) -> Result<Process> {
        let program = env::current_exe().context("cannot tell which program this is")?;
        let told = &self.told;
        let file =
            File::create(told).with_context(|| format!("cannot write {}", told.display()))?;
        // What needs all memory there is ends before it has it, where a shell knows how.
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
            .stderr(file)
            .spawn()
            .context("cannot start a process")?;
        let input = child.stdin.take().context("a process without input")?;
        let output = child.stdout.take().context("a process without output")?;
        let (sender, answers) = mpsc::channel();
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
            answers,
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(Process {
            mut child, input, ..
        }) = self.process.take()
        {
            // Without input it comes to its end.
            drop(input);
            let _ = child.wait();
        }
    }
}

//! The client under test: its example `call`, which takes a call a line.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// A running `call`.
pub(crate) struct Caller {
    process: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Caller {
    /// Starts the example of a crate.
    pub(crate) fn start(mut example: Command) -> Result<Self> {
        let mut process = example
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot run {}", example.get_program().display()))?;
        let input = process.stdin.take();
        let output = process
            .stdout
            .take()
            .context("`call` has no standard output")?;
        Ok(Self {
            process,
            input,
            output: BufReader::new(output),
        })
    }

    /// What the client gives for a call: `{"ok": …}` or `{"error": …}`.
    pub(crate) fn call(&mut self, operation: &str, client: &Value, input: &Value) -> Result<Value> {
        let line = json!({ "operation": operation, "client": client, "input": input });
        let stdin = self.input.as_mut().context("`call` takes no more calls")?;
        writeln!(stdin, "{line}")
            .and_then(|()| stdin.flush())
            .context("`call` ended")?;
        let mut answer = String::new();
        self.output.read_line(&mut answer)?;
        if answer.is_empty() {
            bail!("`call` ended without an answer to {line}");
        }
        serde_json::from_str(&answer).with_context(|| format!("`call` answered {answer}"))
    }
}

impl Drop for Caller {
    fn drop(&mut self) {
        // It ends with its input.
        drop(self.input.take());
        let _ = self.process.wait();
    }
}

//! The example `call` of the client under test, which reads one call a line.

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

    /// Calls an operation and returns the result: `{"ok": …}` or `{"error": …}`.
    pub(crate) fn call(&mut self, operation: &str, client: &Value, input: &Value) -> Result<Value> {
        let line = json!({ "operation": operation, "client": client, "input": input });
        let stdin = self
            .input
            .as_mut()
            .context("`call` has no standard input")?;
        writeln!(stdin, "{line}")
            .and_then(|()| stdin.flush())
            .context("`call` ended")?;
        let mut result = String::new();
        self.output
            .read_line(&mut result)
            .context("cannot read the output of `call`")?;
        if result.is_empty() {
            bail!("`call` ended without a result for {line}");
        }
        serde_json::from_str(&result).with_context(|| format!("`call` printed {result}"))
    }
}

impl Drop for Caller {
    fn drop(&mut self) {
        // The process ends when its input does.
        drop(self.input.take());
        let _ = self.process.wait();
    }
}

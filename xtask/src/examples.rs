//! Examples and tests of the client that a new document breaks.

use std::env;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result};
use serde_json::Value;

/// The package of the client.
const CLIENT: &str = "botpress-runtime";
/// The package whose docs contain the README of the workspace.
const README: &str = "xtask";

/// Compiles the examples, the tests and the examples in the docs of the client, and returns a line for each error with its fix.
pub fn broken(root: &Path) -> Result<Vec<String>> {
    let check = cargo(root)
        .args(["check", "--package", CLIENT, "--all-targets"])
        .args(["--all-features", "--keep-going", "--message-format=json"])
        .output();
    let check = check.context("cannot run `cargo check`")?;
    let mut broken = errors(&text(&check.stdout));
    if broken.is_empty() && !check.status.success() {
        anyhow::bail!("`cargo check` failed:\n{}", text(&check.stderr));
    }
    let mut packages = vec![CLIENT];
    // The crate of this command is compiled already, unless the command runs elsewhere.
    if root.join("xtask/Cargo.toml").is_file() {
        packages.push(README);
    }
    for package in packages {
        let doc = cargo(root)
            .args(["test", "--doc", "--package", package, "--all-features"])
            .output();
        let Output {
            status,
            stdout,
            stderr,
        } = doc.context("cannot run `cargo test`")?;
        let failed = failed_doctests(&text(&stdout));
        // Without the name of a doctest, the library does not compile.
        if failed.is_empty() && !status.success() && broken.is_empty() {
            anyhow::bail!("`cargo test --doc` failed:\n{}", text(&stderr));
        }
        broken.extend(failed);
    }
    Ok(broken)
}

fn cargo(root: &Path) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(root).args(["--color", "never"]);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The errors in the messages of cargo: `generated-client/examples/tour.rs:41: no method named …: adapt the code`.
fn errors(messages: &str) -> Vec<String> {
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut errors: Vec<String> = Vec::new();
    for message in messages.filter(|message| message["reason"] == "compiler-message") {
        let message = &message["message"];
        let spans = message["spans"].as_array().into_iter().flatten();
        let place = spans.into_iter().find(|span| span["is_primary"] == true);
        let (true, Some(place)) = (message["level"] == "error", place) else {
            continue;
        };
        let file = place["file_name"]
            .as_str()
            .unwrap_or_default()
            .replace('\\', "/");
        let (line, text) = (&place["line_start"], message["message"].as_str());
        let error = format!(
            "{file}:{line}: {}: adapt the code",
            text.unwrap_or_default()
        );
        // Several targets may include the same file.
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    errors
}

/// The doctests that failed, from the output of `cargo test --doc`: `generated-client/src/lib.rs:5: …`.
fn failed_doctests(output: &str) -> Vec<String> {
    let lines = output.lines().filter_map(|line| line.strip_prefix("test "));
    let failed = lines.filter_map(|line| line.strip_suffix(" ... FAILED"));
    let mut failed: Vec<_> = failed
        .map(|name| {
            // `README.md - readme (line 23) - compile`
            let file = name.split(" - ").next().unwrap_or(name);
            let file = file.strip_prefix("xtask/src/../../").unwrap_or(file);
            let line = name
                .split_once("(line ")
                .and_then(|(_, rest)| rest.split(')').next());
            format!(
                "{file}:{}: this example no longer works: adapt it",
                line.unwrap_or_default()
            )
        })
        .collect();
    failed.sort();
    failed
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn errors_have_a_place_and_appear_once() {
        let message = |level: &str| {
            json!({"reason": "compiler-message", "message": {
                "level": level,
                "message": "no method named `list` found for struct `Client` in the current scope",
                "spans": [{"file_name": "examples\\tour.rs", "line_start": 41, "is_primary": true}],
            }})
        };
        let lines = [
            message("error"),
            message("warning"),
            message("error"),
            json!({"reason": "other"}),
        ];
        let lines: Vec<_> = lines.iter().map(ToString::to_string).collect();
        let expected = "examples/tour.rs:41: no method named `list` found for struct `Client` in the current scope: adapt the code";
        assert_eq!(errors(&lines.join("\n")), [expected]);
    }

    #[test]
    fn failed_doctests_have_a_place() {
        let output = "test xtask/src/../../README.md - readme (line 23) - compile ... FAILED\ntest src/lib.rs - (line 5) ... ok\n";
        assert_eq!(
            failed_doctests(output),
            ["README.md:23: this example no longer works: adapt it"]
        );
    }
}

//! Examples and tests of the client that a new document breaks.

use std::env;
use std::fs;
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
        let failed = failed_doctests(root, &text(&stdout));
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
fn failed_doctests(root: &Path, output: &str) -> Vec<String> {
    let lines = output.lines().filter_map(|line| line.strip_prefix("test "));
    let failed = lines.filter_map(|line| line.strip_suffix(" ... FAILED"));
    let mut failed: Vec<_> = failed
        .map(|name| {
            // `README.md - readme (line 23) - compile`
            let (file, item) = name.split_once(" - ").unwrap_or((name, ""));
            let file = file.strip_prefix("xtask/src/../../").unwrap_or(file);
            let line = item
                .split_once("(line ")
                .and_then(|(_, rest)| rest.split(')').next());
            let line = line.unwrap_or_default();
            let is_of_crate = item.starts_with("(line ");
            let place = is_of_crate.then(|| included(root, file, line.parse().ok()?));
            let place = place.flatten().unwrap_or_else(|| format!("{file}:{line}"));
            format!("{place}: this example no longer works: adapt it")
        })
        .collect();
    failed.sort();
    failed
}

/// The place of a line of the docs of a crate. Rustdoc counts the lines of included files as if they were in the root.
fn included(root: &Path, file: &str, mut line: usize) -> Option<String> {
    let text = fs::read_to_string(root.join(file)).ok()?;
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    for (code, number) in text.lines().zip(1..) {
        let name = code.strip_prefix("#![doc = include_str!(\"");
        let name = name.and_then(|rest| rest.split('"').next());
        let Some(name) = name else {
            line = line.checked_sub(1)?;
            if line == 0 {
                return Some(format!("{file}:{number}"));
            }
            continue;
        };
        let path = format!("{folder}/{name}");
        let lines = fs::read_to_string(root.join(&path)).ok()?.lines().count();
        if line <= lines {
            return Some(format!("{path}:{line}"));
        }
        line -= lines;
    }
    None
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
        let folder = tempfile::tempdir().unwrap();
        let root = "//! A\n//!\n#![doc = include_str!(\"more/b.md\")]\n//! C\n\nmod x;\n";
        fs::create_dir_all(folder.path().join("src/more")).unwrap();
        fs::write(folder.path().join("src/lib.rs"), root).unwrap();
        fs::write(folder.path().join("src/more/b.md"), "1\n2\n3\n").unwrap();
        let place = |name: &str| {
            let failed = failed_doctests(folder.path(), &format!("test {name} ... FAILED\n"));
            failed
                .concat()
                .replace(": this example no longer works: adapt it", "")
        };
        for (name, expected) in [
            (
                "xtask/src/../../README.md - readme (line 23) - compile",
                "README.md:23",
            ),
            ("src/lib.rs - (line 2)", "src/lib.rs:2"),
            ("src/lib.rs - (line 3) - compile", "src/more/b.md:1"),
            ("src/lib.rs - (line 5)", "src/more/b.md:3"),
            ("src/lib.rs - (line 6)", "src/lib.rs:4"),
            ("src/lib.rs - Client (line 5)", "src/lib.rs:5"),
            ("src/lib.rs - (line 99)", "src/lib.rs:99"),
            ("src/other.rs - (line 0)", "src/other.rs:0"),
        ] {
            assert_eq!(place(name), expected);
        }
        let passed = "test src/lib.rs - (line 5) ... ok\n";
        assert_eq!(failed_doctests(folder.path(), passed), [""; 0]);
    }
}

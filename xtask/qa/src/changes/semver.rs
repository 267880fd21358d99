//! A second opinion on the verdicts: `cargo-semver-checks` compares the documentation of two crates.
//!
//! It must not find a break in a version that our report calls compatible. The other way, it sees less than the compiler does:
//! it does not compare the types of fields and arguments.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};
use openapi_rust_client::internal::report;
use openapi_rust_client_generator::Verdict;

use super::proof::Proof;

/// Lints about programs that compile and do something else.
const BEHAVIOR: &[&str] = &["enum_no_repr_variant_discriminant_changed"];

/// Compares all crates. Returns whether it finds no break that a verdict calls compatible.
pub(super) fn compare(folder: &Path, proofs: &[Proof], offline: bool) -> Result<bool> {
    let checks = SemverChecks { folder, offline };
    checks.clear()?;
    let (mut breaking, mut seen, mut wrong) = (0, 0, 0);
    for proof in proofs {
        let lints = checks.lints(&proof.base, &proof.name)?;
        let is_behavior = |lint: &String| BEHAVIOR.contains(&&**lint);
        let agrees = match proof.verdict() {
            Some(Verdict::BreaksCallers) => {
                breaking += 1;
                seen += usize::from(!lints.is_empty());
                true
            }
            Some(Verdict::BreaksBehavior) => lints.iter().all(is_behavior),
            _ => lints.is_empty(),
        };
        if !agrees {
            wrong += 1;
            report::line(format_args!(
                "{}: cargo semver-checks finds {}\n{}",
                proof.name,
                lints.join(", "),
                proof.lines()
            ));
        }
    }
    report::line(format_args!(
        "cargo semver-checks contradicts {wrong} of {} verdicts, and sees {seen} of {breaking} breaks",
        proofs.len()
    ));
    Ok(wrong == 0)
}

struct SemverChecks<'a> {
    /// The folder of the workspace with the crates.
    folder: &'a Path,
    offline: bool,
}

impl SemverChecks<'_> {
    /// The lints that fail between two crates of the workspace.
    fn lints(&self, old: &str, new: &str) -> Result<Vec<String>> {
        let [old, new] = [self.rustdoc(old)?, self.rustdoc(new)?];
        let output = cargo()
            .args(["semver-checks", "--color", "never", "--release-type"])
            // Everything that is not major has to be compatible.
            .args(["minor", "--baseline-rustdoc"])
            .arg(&old)
            .arg("--current-rustdoc")
            .arg(&new)
            .output()
            .context("cannot run cargo")?;
        let text = text(&output);
        let lints = failures(&text);
        if lints.is_empty() && !output.status.success() {
            bail!(
                "cargo semver-checks failed; `cargo install cargo-semver-checks` installs it:\n{text}"
            );
        }
        Ok(lints)
    }

    /// The documentation of a crate as JSON, which is made once in a run.
    fn rustdoc(&self, name: &str) -> Result<PathBuf> {
        let target = self.folder.join("target");
        let file = target.join("semver").join(format!("{name}.json"));
        if file.exists() {
            return Ok(file);
        }
        let output = cargo()
            .args(["rustdoc", "--lib", "--package"])
            .arg(format!("api-{name}"))
            .args(self.offline.then_some("--offline"))
            .arg("--target-dir")
            .arg(&target)
            .args(["--", "-Zunstable-options", "--output-format=json"])
            .arg("--cap-lints=allow")
            // Documentation as JSON is not stable yet.
            .env("RUSTC_BOOTSTRAP", "1")
            .current_dir(self.folder)
            .output()
            .context("cannot run cargo")?;
        if !output.status.success() {
            bail!("cannot document {name}:\n{}", text(&output));
        }
        let cannot = || format!("cannot write {}", file.display());
        fs::create_dir_all(target.join("semver")).with_context(cannot)?;
        // All crates have the name `api`.
        fs::rename(target.join("doc/api.json"), &file).with_context(cannot)?;
        Ok(file)
    }

    /// Removes the documentation that an earlier run made.
    fn clear(&self) -> Result<()> {
        let folder = self.folder.join("target/semver");
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot remove {}", folder.display()))?;
        }
        Ok(())
    }
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn text(output: &Output) -> String {
    let bytes = [&*output.stdout, &*output.stderr].concat();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The names of the lints that failed: `--- failure NAME: …`.
fn failures(text: &str) -> Vec<String> {
    let lines = text.lines();
    let names = lines.filter_map(|line| line.trim().strip_prefix("--- failure "));
    let names = names.filter_map(|rest| rest.split_once(':'));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_named() {
        let text = "    Checking api v0.0.0\n\n--- failure enum_variant_missing: pub enum variant removed ---\n\n\
                    Description:\nA variant is gone.\n";
        assert_eq!(failures(text), ["enum_variant_missing"]);
        assert!(failures("     Summary no semver update required\n").is_empty());
    }
}

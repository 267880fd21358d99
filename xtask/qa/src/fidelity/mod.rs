//! `cargo xtask fidelity`: calls every operation of a client, and has an independent referee hold each request against the
//! document.

mod caller;
mod pattern;
mod prism;
mod referee;
mod sample;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result};
use serde_json::Value;

use caller::Caller;
use openapi_rust_client::Document;
use openapi_rust_client::report;
use prism::Prism;
use referee::Referee;
pub(crate) use referee::Verdict;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The program of Prism (npm `@stoplight/prism-cli`), which is the referee
    #[arg(long, value_name = "PROGRAM", default_value = "prism")]
    prism: String,
    /// The document that requests are held against [default: spec/runtime.yaml]
    #[arg(long, value_name = "FILE", requires = "client")]
    spec: Option<PathBuf>,
    /// Folder of the client crate [default: generated-client]
    #[arg(long, value_name = "DIR", requires = "spec")]
    client: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = xtask::workspace()?;
    let spec = args.spec.clone().unwrap_or_else(|| root.join(xtask::SPEC));
    let client = args
        .client
        .clone()
        .unwrap_or_else(|| root.join("generated-client"));
    let folder = root.join("target");
    fs::create_dir_all(&folder)?;
    let subject = Subject {
        spec: &spec,
        client: &client,
        prism: &args.prism,
        log: &folder.join("prism.log"),
    };
    let mut example = Command::new("cargo");
    example
        .args(["run", "--quiet", "--all-features", "--example", "call"])
        .arg("--manifest-path")
        .arg(client.join("Cargo.toml"));
    let verdict = subject.judge(example)?;
    report::lines(&verdict.to_string());
    Ok(if verdict.refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A client, and the document that it was made from.
pub(crate) struct Subject<'a> {
    pub(crate) spec: &'a Path,
    /// Folder of the crate.
    pub(crate) client: &'a Path,
    /// The program that is the referee.
    pub(crate) prism: &'a str,
    /// The file for what that says.
    pub(crate) log: &'a Path,
}

impl Subject<'_> {
    /// Calls all operations through the example of the crate.
    pub(crate) fn judge(&self, example: Command) -> Result<Verdict> {
        let schemas = referee::schemas(self.client)?;
        let sources = Document {
            spec: self.spec.to_owned(),
            ..Document::default()
        }
        .read()?;
        let document = sources.spec.to_json().map(without_examples);
        let document =
            document.with_context(|| format!("{} is not readable", self.spec.display()))?;
        let file = self.log.with_extension("json");
        fs::write(&file, document.to_string())
            .with_context(|| format!("cannot write {}", file.display()))?;
        let mut referee = Referee {
            schemas: &schemas,
            document: &document,
            caller: Caller::start(example)?,
            prism: Prism::start(self.prism, &file, self.log)?,
        };
        referee.hold()
    }
}

/// The same document for Prism, which follows what looks like a reference in an example, even out into the network.
fn without_examples(mut document: Value) -> Value {
    strip(&mut document, false);
    document
}

fn strip(value: &mut Value, is_named: bool) {
    match value {
        Value::Object(members) => {
            if !is_named {
                members.retain(|key, _| key != "example" && key != "examples");
            }
            for (key, member) in members {
                // Names of properties are free.
                strip(member, !is_named && key == "properties");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, false)),
        _ => {}
    }
}

//! `cargo xtask fidelity`
//!
//! Calls every operation of a client and has Prism, an independent implementation, validate each request against the
//! document.

mod conformance;
mod prism;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::caller::Caller;
use conformance::{Conformance, Results};
use openapi_rust_client::internal::Document;
use openapi_rust_client::internal::report;
use prism::Prism;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Path of Prism (npm `@stoplight/prism-cli`)
    #[arg(long, value_name = "PROGRAM", default_value = "prism")]
    prism: String,
    /// Document to validate the requests against [default: spec/runtime.yaml]
    #[arg(long, value_name = "FILE", requires = "client")]
    spec: Option<PathBuf>,
    /// Folder of the client crate [default: generated-client]
    #[arg(long, value_name = "DIR", requires = "spec")]
    client: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = xtask::workspace()?;
    let spec = args.spec.clone().unwrap_or_else(|| root.join(xtask::SPEC));
    let folder = args.client.clone();
    let folder = folder.unwrap_or_else(|| root.join(xtask::CLIENT));
    let target = root.join("target");
    fs::create_dir_all(&target).with_context(|| format!("cannot create {}", target.display()))?;
    let client = ClientUnderTest {
        spec: &spec,
        folder: &folder,
        prism: &args.prism,
        log: &target.join("prism.log"),
    };
    let mut example = Command::new("cargo");
    example
        .args(["run", "--quiet", "--all-features", "--example", "call"])
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"));
    let results = client.check(example)?;
    report::lines(&results.to_string());
    Ok(if results.failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A client, and the document that it was generated from.
pub(crate) struct ClientUnderTest<'a> {
    pub(crate) spec: &'a Path,
    /// Folder of the crate.
    pub(crate) folder: &'a Path,
    /// The path of Prism.
    pub(crate) prism: &'a str,
    /// The file for the log of Prism.
    pub(crate) log: &'a Path,
}

impl ClientUnderTest<'_> {
    /// Calls all operations through the example of the crate.
    pub(crate) fn check(&self, example: Command) -> Result<Results> {
        let schemas = conformance::schemas(self.folder)?;
        let sources = Document {
            spec: self.spec.to_owned(),
            ..Document::default()
        }
        .read()?;
        let document = sources.spec.to_json().map(without_examples);
        let document = document.with_context(|| format!("cannot parse {}", self.spec.display()))?;
        let file = self.log.with_extension("json");
        fs::write(&file, document.to_string())
            .with_context(|| format!("cannot write {}", file.display()))?;
        let mut conformance = Conformance {
            schemas: &schemas,
            document: &document,
            caller: Caller::start(example)?,
            prism: Prism::start(self.prism, &file, self.log)?,
        };
        conformance.check()
    }
}

/// Removes the examples of a document, because Prism resolves `$ref` in them, even over the network.
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
                // A property may be called `example`.
                strip(member, !is_named && key == "properties");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, false)),
        _ => {}
    }
}

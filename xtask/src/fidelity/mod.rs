//! `cargo xtask fidelity`: calls every operation of a client, and has an independent referee hold each request against the
//! document.

mod caller;
mod prism;
mod sample;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{regen, report};
use caller::Caller;
use prism::Prism;
pub(crate) use sample::Extent;
use sample::Sampler;

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
    let root = regen::workspace()?;
    let spec = args.spec.clone().unwrap_or_else(|| root.join(regen::SPEC));
    let client = args
        .client
        .clone()
        .unwrap_or_else(|| root.join("generated-client"));
    let schemas = read(&client.join("src/generated/operations.json"))?;

    let mut caller = Caller::start(&client.join("Cargo.toml"))?;
    let folder = root.join("target");
    fs::create_dir_all(&folder)?;
    let prism = Prism::start(&args.prism, &spec, &folder.join("prism.log"))?;
    let referee = Referee {
        schemas,
        url: prism.url.clone(),
    };
    let refused = referee.hold(&mut caller)?;
    let total = referee.operations().count();
    report::fidelity(total, &refused);
    Ok(if refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn read(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// A call that the referee or the client did not take.
pub(crate) struct Refused {
    pub(crate) operation: String,
    pub(crate) extent: Extent,
    pub(crate) problem: String,
}

struct Referee {
    /// What the generator says that the operations take.
    schemas: Value,
    url: String,
}

impl Referee {
    fn operations(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.schemas["operations"].as_object().into_iter().flatten()
    }

    /// Calls each operation with all inputs, and with what is required.
    fn hold(&self, caller: &mut Caller) -> Result<Vec<Refused>> {
        let mut refused = Vec::new();
        for (operation, schema) in self.operations() {
            for extent in [Extent::All, Extent::Required] {
                let sampler = Sampler {
                    definitions: &self.schemas["$defs"],
                    extent,
                };
                let mut client = sampler.sample(&self.schemas["client"]);
                client["apiUrl"] = self.url.as_str().into();
                client["retry"] = false.into();
                let input = sampler.sample(&schema["input"]);
                let answer = caller.call(operation, &client, &input)?;
                if answer.get("ok").is_none() {
                    refused.push(Refused {
                        operation: operation.clone(),
                        extent,
                        problem: format!("{}\n    input: {input}", problem(&answer["error"])),
                    });
                }
            }
        }
        Ok(refused)
    }
}

/// What Prism finds wrong with a request stands in the body of its answer.
fn problem(error: &Value) -> String {
    match &error["body"]["validation"] {
        Value::Null => error["message"].as_str().unwrap_or_default().to_owned(),
        validation => format!("{} {validation}", error["message"]),
    }
}

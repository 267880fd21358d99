//! `cargo xtask record`

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::future;
use std::io::{self, BufRead as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail, ensure};
use botpress_runtime::Client;
use clap::Parser;
use openapi_rust_client::internal::{one_line, report};
use openapi_rust_client_generator::Source;
use serde_json::Value;
use xtask::recordings::RECORDINGS;
use xtask::workspace;
use xtask_record::accepted::{ACCEPTED, Accepted};
use xtask_record::document::Document;
use xtask_record::guard::{Guard, Problem, Rule};
use xtask_record::har::har;
use xtask_record::scenario::Scenario;
use xtask_record::wire::Wire;
use xtask_record::{rehearse, run, sanitize, shape};

/// The variable with the token.
const TOKEN: &str = "BP_TOKEN";

/// The name of the token in problems.
const TOKEN_NAME: &str = "the token";

/// Records the calls of a scenario. The token is read from the variable `BP_TOKEN`.
#[derive(Parser)]
#[command(name = "cargo xtask record", bin_name = "cargo xtask record")]
struct Args {
    /// The scenario, a YAML file such as generated-client/tests/scenarios/users.yaml
    scenario: PathBuf,
    /// The bot in which the calls are made. Its id has to be typed again to confirm
    #[arg(long, value_name = "ID")]
    bot: String,
    /// Record a service that stands in for the real one
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Compare the shape of the answers with the document, and write nothing
    #[arg(long, conflicts_with = "out")]
    check: bool,
    /// The recording [default: live/ or stand-in/ in the folder of the recordings]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

fn main() -> ExitCode {
    let done = record(&Args::parse_from(arguments()));
    done.unwrap_or_else(|error| {
        report::failure(&error);
        ExitCode::FAILURE
    })
}

/// The arguments without the name of the command, which `cargo xtask` passes on.
fn arguments() -> impl Iterator<Item = String> {
    let mut arguments = env::args().collect::<Vec<_>>();
    if arguments.get(1).is_some_and(|name| name == "record") {
        arguments.remove(1);
    }
    arguments.into_iter()
}

fn record(args: &Args) -> Result<ExitCode> {
    let root = workspace()?;
    let document = Document::read(&root)?;
    let scenario = Scenario::read(&args.scenario)?;
    scenario.check(&document)?;
    let token = env::var(TOKEN).ok().filter(|token| !token.is_empty());
    let token = token.with_context(|| format!("{TOKEN} is not set"))?;
    let secrets = Guard::new().with_secret(TOKEN_NAME, &token);
    let source = source(&args.scenario)?;
    refuse_secrets(
        &secrets.secrets(&source.to_string()),
        "the scenario",
        "nothing was sent; take it out",
    )?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(rehearse(&scenario, &document))?;
    confirm(args, &document)?;

    let mut builder = Client::builder().token(&token).bot_id(args.bot.as_str());
    if let Some(url) = &args.base_url {
        builder = builder.base_url(url);
    }
    let client = builder.build()?;
    let made = run::run(&scenario, &document, &client, interrupt(), stop());
    let mut outcome = runtime.block_on(made)?;
    for left in &outcome.left {
        report::problem(format_args!("error: this could not be taken back: {left}"));
    }
    if !args.check {
        let undecoded = outcome.undecoded.first();
        let undecoded = undecoded.map(|problem| anyhow!("{problem}"));
        if let Some(problem) = undecoded.or(outcome.problem.take()) {
            return Err(problem.context("nothing was recorded"));
        }
    }
    let base_url = client.base_url();
    let exchanges = outcome.exchanges.iter();
    let exchanges = exchanges.filter_map(|(step, exchange)| {
        let wire = Wire::of(*step, exchange, base_url);
        // An attempt that was repeated.
        wire.map_err(|problem| report::warning(&format!("not recorded: {problem}")))
            .ok()
    });
    let exchanges: Vec<Wire> = exchanges.collect();
    let mut news = shape::news(&exchanges, &document);
    if args.check {
        news.extend(outcome.undecoded);
        check(&news, outcome.problem)?;
        return Ok(status(&outcome.left));
    }
    let sanitized = sanitize(&exchanges, &scenario, &document)?;
    for line in &news {
        report::line(format_args!("{line}"));
    }
    let origin = if args.base_url.is_some() {
        "stand-in"
    } else {
        "live"
    };
    let text = har(&scenario, &sanitized, origin);
    let guard = Guard::new()
        .knowing(document.root())
        .knowing(&source)
        .with_secret(TOKEN_NAME, &token)
        .with_secret("the id of the bot", &args.bot);
    let path = args
        .out
        .clone()
        .unwrap_or_else(|| default_path(&root, origin, &args.scenario));
    let folder = root.join(RECORDINGS);
    let accepted = Accepted::read(&folder)?;
    let file = path.strip_prefix(&folder).unwrap_or(&path);
    let file = file.display().to_string().replace('\\', "/");
    let mut problems = guard.check(&text);
    refuse_secrets(
        &problems,
        "the recording",
        "it was not written; leave out the call that shows it",
    )?;
    problems.retain(|problem| !accepted.iter().any(|line| line.accepts(&file, problem)));
    for problem in &problems {
        let (rule, at) = (problem.rule.name(), one_line(&problem.at));
        report::problem(format_args!("error: {at}: {rule}: {:?}", problem.text));
    }
    ensure!(
        problems.is_empty(),
        "the recording may contain something private, so it was not written; accept what does not in {RECORDINGS}/{ACCEPTED}"
    );

    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    let number = report::count(sanitized.len(), "exchange");
    report::line(format_args!("wrote {number} to {}", path.display()));
    Ok(status(&outcome.left))
}

/// Fails for the first secret in a file, without showing it.
fn refuse_secrets(problems: &[Problem], file: &str, outcome: &str) -> Result<()> {
    let mut secrets = problems
        .iter()
        .filter(|problem| problem.rule == Rule::Secret);
    match secrets.next() {
        Some(Problem { at, text, .. }) => bail!("{text} is in {file} at `{at}`, so {outcome}"),
        None => Ok(()),
    }
}

/// The first Ctrl-C. From the first call on, it no longer ends the program.
async fn interrupt() {
    ctrl_c().await;
    report::problem(format_args!(
        "interrupted; what was created is taken back, and Ctrl-C lists it instead"
    ));
}

/// The second Ctrl-C.
async fn stop() {
    ctrl_c().await;
    ctrl_c().await;
}

async fn ctrl_c() {
    if tokio::signal::ctrl_c().await.is_err() {
        future::pending::<()>().await;
    }
}

/// The status of a run that leaves something.
fn status(left: &[String]) -> ExitCode {
    if left.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Lists the differences between the answers and the document, also if not all calls were made.
fn check(news: &BTreeSet<String>, problem: Option<anyhow::Error>) -> Result<()> {
    for line in news {
        report::line(format_args!("{line}"));
    }
    if let Some(problem) = problem {
        return Err(problem.context("the steps after a failure were not compared"));
    }
    ensure!(
        news.is_empty(),
        "the service differs from the document in {}",
        report::count(news.len(), "place")
    );
    report::line(format_args!(
        "the answers are as the document describes them"
    ));
    Ok(())
}

fn source(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Source::new(path.display().to_string(), text)
        .to_json()
        .unwrap_or_default())
}

fn default_path(root: &Path, origin: &str, scenario: &Path) -> PathBuf {
    let name = scenario.file_stem().unwrap_or_default();
    root.join(RECORDINGS)
        .join(origin)
        .join(name)
        .with_extension("har")
}

/// Asks for the id of the bot again, because the calls change what is in it.
fn confirm(args: &Args, document: &Document) -> Result<()> {
    let url = args.base_url.as_deref().unwrap_or(document.server());
    report::problem(format_args!(
        "The scenario makes calls to {url} in the bot {}. Type its id again to confirm:",
        args.bot
    ));
    let mut line = String::new();
    io::stdin()
        .lock()
        .read_line(&mut line)
        .context("cannot read standard input")?;
    if line.trim() != args.bot {
        bail!("this is not the id of the bot; nothing was sent");
    }
    Ok(())
}

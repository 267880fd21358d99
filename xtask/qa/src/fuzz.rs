//! `cargo xtask fuzz`
//!
//! Changes documents at random, in ways that documents are made up of, and has the generator take them: it must neither
//! panic nor hang nor need endless memory, and what it says and writes must make sense. It runs in a process of its own.
//! Cases are made from a seed and a number, so that they can be had again.

mod bomb;
mod case;
mod dice;
mod findings;
mod generate;
pub(crate) mod judge;
mod mutate;
mod shrink;
mod stock;
mod tree;
mod worker;

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};

use case::Case;
use findings::Findings;
use judge::{Task, Verdict};
use openapi_rust_client::report::{self, count};
use stock::Stock;
use worker::Worker;

/// Of threads that change documents, some of which are deep.
const STACK: usize = 64 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder with documents to start from; may be repeated [default: the generator's cases, and spec]
    #[arg(long, value_name = "DIR")]
    documents: Vec<PathBuf>,
    /// How long to go on
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    seconds: u64,
    /// Other cases for another number
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// Number of the first case
    #[arg(long, value_name = "N", default_value_t = 0)]
    from: u64,
    /// Seconds that a case may take
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    time_limit: u64,
    /// Processes at a time
    #[arg(long, value_name = "N", default_value_t = NonZeroUsize::MIN)]
    jobs: NonZeroUsize,
    /// Folder for what is found; it is emptied first [default: target/fuzz of the workspace]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Folder for the documents that code is generated from, to see with `cargo xtask corpus` whether it compiles
    #[arg(long, value_name = "DIR")]
    keep_accepted: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let stock = Stock::open(&args.folders()?)?;
    let out = match &args.out {
        Some(folder) => folder.clone(),
        None => root()?.join("target/fuzz"),
    };
    let findings = Findings::open(out.clone())?;
    let fuzz = Fuzz {
        args,
        stock: &stock,
        out,
        next: AtomicU64::new(args.from),
        findings: Mutex::new(findings),
        end: Instant::now() + Duration::from_secs(args.seconds),
    };
    let started = Instant::now();
    thread::scope(|scope| -> Result<()> {
        let start = |index| {
            let thread = thread::Builder::new().stack_size(STACK);
            let work = move |fuzz: &Fuzz<'_>| fuzz.work(index);
            let fuzz = &fuzz;
            thread.spawn_scoped(scope, move || work(fuzz))
        };
        let threads = (0..args.jobs.get()).map(start);
        let threads: Vec<_> = threads
            .collect::<Result<_, _>>()
            .context("cannot start a thread")?;
        for thread in threads {
            let done = thread.join();
            done.map_err(|_| anyhow!("a thread of this command panicked"))??;
        }
        Ok(())
    })?;
    let findings = fuzz.findings.into_inner();
    let findings = findings.map_err(|_| anyhow!("a thread of this command panicked"))?;
    tell(&findings, &stock, started.elapsed());
    Ok(if findings.wrong.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn root() -> Result<PathBuf> {
    xtask::workspace().context("--documents and --out name folders")
}

impl Args {
    fn folders(&self) -> Result<Vec<PathBuf>> {
        if !self.documents.is_empty() {
            return Ok(self.documents.clone());
        }
        let root = root()?;
        Ok(["generator/tests/cases", "spec"]
            .map(|folder| root.join(folder))
            .to_vec())
    }
}

struct Fuzz<'a> {
    args: &'a Args,
    stock: &'a Stock,
    out: PathBuf,
    next: AtomicU64,
    findings: Mutex<Findings>,
    end: Instant,
}

impl Fuzz<'_> {
    fn work(&self, index: usize) -> Result<()> {
        let limit = Duration::from_secs(self.args.time_limit);
        let told = self.out.join(format!("worker-{index}.txt"));
        let mut worker = Worker::new(told);
        while Instant::now() < self.end {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let case = self.stock.case(self.args.seed, number);
            let task = Task {
                twice: number.is_multiple_of(8),
                case,
            };
            let verdict = worker.judge(&task, limit)?;
            if let (Verdict::Accepted, Some(folder)) = (&verdict, &self.args.keep_accepted) {
                let name = format!("case-{}-{number}", self.args.seed);
                keep_accepted(folder, &name, &task.case)?;
            }
            let folder = match self.findings.lock() {
                Ok(mut findings) => findings.count(&verdict),
                Err(_) => None,
            };
            if let (Verdict::Wrong(wrong), Some(folder)) = (&verdict, folder) {
                findings::keep(&folder, number, task.case, wrong, &mut worker, limit)?;
            }
        }
        Ok(())
    }
}

/// As `cargo xtask corpus` takes documents: alone, or with one overlay and with options.
fn keep_accepted(folder: &Path, name: &str, case: &Case) -> Result<()> {
    if !case.files.is_empty() {
        return Ok(());
    }
    let (_, extension) = case.document.name.split_once('.').unwrap_or_default();
    let document = [(format!("{name}.{extension}"), &case.document)];
    let companions = [
        ("overlay", case.overlays.first()),
        ("options", case.options.as_ref()),
    ];
    let companions = companions.into_iter().filter_map(|(kind, file)| {
        // JSON is YAML as well.
        Some((format!("{name}.{kind}.yaml"), file?))
    });
    for (name, file) in document.into_iter().chain(companions) {
        let path = folder.join(name);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, &file.text))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn tell(findings: &Findings, stock: &Stock, time: Duration) {
    let refused: usize = findings.refused.values().sum();
    let wrong: usize = findings.wrong.values().sum();
    let mut by_count: Vec<_> = findings.refused.iter().collect();
    by_count.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), *code));
    let codes: Vec<_> = by_count
        .iter()
        .map(|(code, count)| format!("{count} {code}"))
        .collect();
    let left_out = match stock.too_large {
        0 => String::new(),
        number => format!(" ({number} are too large)"),
    };
    let mut text = format!(
        "{} from {}{left_out} in {} s\n{} generated, {refused} refused: {}\n{wrong} wrong, {}\n",
        count(findings.accepted + refused + wrong, "case"),
        count(stock.seeds.len(), "document"),
        time.as_secs(),
        findings.accepted,
        codes.join(", "),
        count(findings.wrong.len(), "finding"),
    );
    let wrong = findings.wrong.iter();
    text.extend(wrong.map(|(kind, number)| format!("  {number} {kind}\n")));
    report::lines(&text);
}

//! `cargo xtask fuzz`
//!
//! Mutates documents at random and runs the generator on them, in a separate process. The generator must not panic, hang or
//! run out of memory, and its diagnostics and files must be consistent. A seed and a number determine a case, so that every
//! case can be reproduced.

mod case;
mod entropy;
mod findings;
mod generate;
mod mutate;
pub(crate) mod oracle;
mod pathological;
pub(crate) mod seed_corpus;
mod shrink;
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

use crate::corpus;
use case::Case;
use findings::Findings;
use openapi_rust_client::internal::report::{self, count};
use oracle::{Task, Verdict};
use seed_corpus::SeedCorpus;
use worker::Worker;

/// The stack size of threads that mutate documents, some of which are deeply nested.
const STACK: usize = 64 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder with the seed documents; may be repeated [default: the generator's test cases, and spec]
    #[arg(long, value_name = "DIR")]
    documents: Vec<PathBuf>,
    /// Seconds to run
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    seconds: u64,
    /// Number that determines the cases
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// Number of the first case
    #[arg(long, value_name = "N", default_value_t = 0)]
    from: u64,
    /// Time limit for a case
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    time_limit: u64,
    /// Number of parallel processes
    #[arg(long, value_name = "N", default_value_t = NonZeroUsize::MIN)]
    jobs: NonZeroUsize,
    /// Folder for the findings; emptied first [default: target/fuzz of the workspace]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Folder for the documents that the generator accepts, to compile their crates with `cargo xtask corpus`
    #[arg(long, value_name = "DIR")]
    keep_accepted: Option<PathBuf>,
    /// Number of accepted documents whose crates are compiled at the end, and whose doctests are run
    #[arg(long, value_name = "N", default_value_t = 0)]
    compile: usize,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let seed_corpus = SeedCorpus::open(&args.folders()?)?;
    let out = match &args.out {
        Some(folder) => folder.clone(),
        None => root()?.join("target/fuzz"),
    };
    let findings = Findings::open(out.clone())?;
    let fuzz = Fuzz {
        args,
        seed_corpus: &seed_corpus,
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
    print_summary(&findings, &seed_corpus, started.elapsed());
    let compiled = compile(args, &findings, &seed_corpus, &fuzz.out)?;
    Ok(if findings.failures.is_empty() {
        compiled
    } else {
        ExitCode::FAILURE
    })
}

/// Compiles the crates of some accepted cases and runs their doctests, as a corpus. The crates are kept between runs, so that
/// their dependencies are compiled only once.
fn compile(
    args: &Args,
    findings: &Findings,
    seed_corpus: &SeedCorpus,
    out: &Path,
) -> Result<ExitCode> {
    let mut numbers = findings.accepted_cases.clone();
    numbers.sort_unstable();
    let every = numbers.len().div_ceil(args.compile.max(1)).max(1);
    let samples = numbers.into_iter().step_by(every).take(args.compile);
    let documents = out.join("accepted");
    let mut is_empty = true;
    for number in samples {
        let case = seed_corpus.case(args.seed, number);
        is_empty &= !keep_accepted(&documents, &format!("case-{}-{number}", args.seed), &case)?;
    }
    if is_empty {
        return Ok(ExitCode::SUCCESS);
    }
    let crates = out.with_file_name("fuzz-crates");
    corpus::run(&corpus::Args::compiling(documents, crates))
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
    seed_corpus: &'a SeedCorpus,
    out: PathBuf,
    next: AtomicU64,
    findings: Mutex<Findings>,
    end: Instant,
}

impl Fuzz<'_> {
    fn work(&self, index: usize) -> Result<()> {
        let limit = Duration::from_secs(self.args.time_limit);
        let stderr = self.out.join(format!("worker-{index}.txt"));
        let mut worker = Worker::new(stderr);
        while Instant::now() < self.end {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let case = self.seed_corpus.case(self.args.seed, number);
            let task = Task {
                check_determinism: number.is_multiple_of(8),
                case,
            };
            let verdict = worker.run(&task, limit)?;
            if let (Verdict::Accepted, Some(folder)) = (&verdict, &self.args.keep_accepted) {
                let name = format!("case-{}-{number}", self.args.seed);
                keep_accepted(folder, &name, &task.case)?;
            }
            let folder = match self.findings.lock() {
                Ok(mut findings) => findings.count(number, &verdict),
                Err(_) => None,
            };
            if let (Verdict::Failed(failure), Some(folder)) = (&verdict, folder) {
                findings::keep(&folder, number, task.case, failure, &mut worker, limit)?;
            }
        }
        Ok(())
    }
}

/// Writes a case in the layout that `cargo xtask corpus` reads: one document, with at most one overlay and one file of options.
/// Returns whether it has this form.
fn keep_accepted(folder: &Path, name: &str, case: &Case) -> Result<bool> {
    if !case.files.is_empty() || case.overlays.len() > 1 {
        return Ok(false);
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
    Ok(true)
}

fn print_summary(findings: &Findings, seed_corpus: &SeedCorpus, time: Duration) {
    let refused: usize = findings.refused.values().sum();
    let failed: usize = findings.failures.values().sum();
    let mut by_count: Vec<_> = findings.refused.iter().collect();
    by_count.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), *code));
    let codes: Vec<_> = by_count
        .iter()
        .map(|(code, count)| format!("{count} {code}"))
        .collect();
    let left_out = match seed_corpus.too_large {
        0 => String::new(),
        number => format!(" ({number} too large)"),
    };
    let mut text = format!(
        "{} from {}{left_out} in {} s\n{} generated, {refused} refused: {}\n{failed} failed, {}\n",
        count(findings.accepted_cases.len() + refused + failed, "case"),
        count(seed_corpus.seeds.len(), "document"),
        time.as_secs(),
        findings.accepted_cases.len(),
        codes.join(", "),
        count(findings.failures.len(), "finding"),
    );
    let failures = findings.failures.iter();
    text.extend(failures.map(|(kind, number)| format!("  {number} {kind}\n")));
    report::lines(&text);
}

//! `cargo xtask growth`
//!
//! Generates documents of one kind in three sizes, and prints how the time grows: the table of docs/growth.md. Documents are input from strangers: a small
//! one must not take forever, so time is linear in the length of the document, or the generator refuses it.

mod families;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use openapi_rust_client::internal::report;
use openapi_rust_client_generator::{Options, Source, generate};

use families::{FAMILIES, Family};

/// Documents of three sizes, each several times as large as the one before.
const STEPS: [usize; 3] = [1, 4, 16];

/// Runs of each document. The fastest is the least disturbed.
const RUNS: usize = 3;

/// Times below this say little.
const NOISE: Duration = Duration::from_millis(20);

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Kinds of documents [default: all]
    #[arg(value_name = "KIND")]
    kinds: Vec<String>,
    /// The growth of time for each byte from the smallest to the largest document, beyond which a kind fails
    #[arg(long, value_name = "FACTOR", default_value_t = 3.0)]
    limit: f64,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let known: Vec<&str> = FAMILIES.iter().map(|family| family.name).collect();
    if let Some(unknown) = args
        .kinds
        .iter()
        .find(|kind| !known.contains(&kind.as_str()))
    {
        bail!(
            "unknown kind `{unknown}`; the kinds are {}",
            known.join(", ")
        );
    }
    report::lines(
        "| kind | smallest | middle | largest | growth | largest document |\n|---|---|---|---|---|---|",
    );
    let mut all_linear = true;
    let chosen = |family: &&Family| {
        args.kinds.is_empty() || args.kinds.iter().any(|kind| kind == family.name)
    };
    for family in FAMILIES.iter().filter(chosen) {
        let rows: Vec<Row> = STEPS
            .iter()
            .map(|step| Row::measure(family, family.size * step))
            .collect();
        let growth = growth(&rows).context("no sizes to compare")?;
        // The code may be longer than the document allows to expect, up to a limit.
        let last = rows.last().context("no sizes to compare")?;
        let is_refused = last.outcome.starts_with("refused");
        let is_linear = growth <= args.limit || is_refused;
        all_linear &= is_linear;
        let cells: Vec<String> = rows.iter().map(Row::cell).collect();
        let verdict = if is_linear { "" } else { " NOT LINEAR" };
        report::line(format_args!(
            "| `{}` | {} | {growth:.1}{verdict} | {} |",
            family.name,
            cells.join(" | "),
            last.outcome
        ));
    }
    Ok(if all_linear {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// How much more time the largest document takes for each byte than the smallest.
fn growth(rows: &[Row]) -> Option<f64> {
    let (first, last) = (rows.first()?, rows.last()?);
    if last.time < NOISE {
        return Some(1.0);
    }
    // A time within the noise is taken for the noise, so that it does not count as fast.
    let smallest = NOISE.min(last.time) / u32::try_from(STEPS[2]).ok()?;
    let before = first.time.max(smallest).as_secs_f64() / first.kilobytes();
    Some(last.time.as_secs_f64() / last.kilobytes() / before)
}

struct Row {
    size: usize,
    length: usize,
    time: Duration,
    outcome: String,
}

impl Row {
    fn measure(family: &Family, size: usize) -> Self {
        let document = Source::new("api.json", (family.document)(size).to_string());
        let run = || {
            let started = Instant::now();
            let result = generate(&document, &[], &Options::default());
            let time = started.elapsed();
            let outcome = match result {
                Ok(generated) if generated.warnings.is_empty() => "generated".to_owned(),
                Ok(generated) => {
                    let warnings = report::count(generated.warnings.len(), "warning");
                    format!("generated, {warnings}")
                }
                Err(diagnostics) => {
                    let first = diagnostics
                        .iter()
                        .next()
                        .map(|problem| problem.code.as_str());
                    format!("refused: `{}`", first.unwrap_or_default())
                }
            };
            (time, outcome)
        };
        let (mut time, outcome) = run();
        // A slow one is not disturbed enough to matter.
        if time < Duration::from_secs(2) {
            time = (1..RUNS).map(|_| run().0).fold(time, Duration::min);
        }
        Self {
            size,
            length: document.text.len(),
            time,
            outcome,
        }
    }

    fn kilobytes(&self) -> f64 {
        // Lengths are far below the limit of precision.
        #[allow(clippy::cast_precision_loss)]
        let length = self.length as f64;
        length / 1024.0
    }

    /// `100: 18 KB, 4 ms`
    fn cell(&self) -> String {
        format!(
            "{}: {:.0} KB, {:.0} ms",
            self.size,
            self.kilobytes(),
            self.time.as_secs_f64() * 1000.0
        )
    }
}

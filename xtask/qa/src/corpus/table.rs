//! The table of results, as text and as JSON.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Serialize;

use super::row::{Fidelity, Row, Status};
use openapi_rust_client::internal::report::count;

/// The most characters of a reason in the text. The diagnostics and the JSON have all of it.
const REASON: usize = 100;

const HEAD: [&str; 9] = [
    "document",
    "openapi",
    "operations",
    "types",
    "warnings",
    "ms",
    "KiB",
    "faithful",
    "result",
];
/// The columns of numbers, which are aligned to the right.
const NUMBERS: std::ops::Range<usize> = 2..8;

/// The durations of the two halves of a run.
pub(super) struct Times {
    pub(super) generating: Duration,
    pub(super) checking: Option<Duration>,
}

#[derive(Serialize)]
struct Json<'a> {
    documents: &'a [Row],
    totals: Totals,
}

#[derive(Serialize)]
struct Totals {
    documents: usize,
    results: BTreeMap<Status, usize>,
    declared: usize,
    operations: usize,
    types: usize,
    warnings: usize,
    bytes: usize,
    /// The number of operations that were called.
    called: usize,
    /// The number of operations without a failed call.
    faithful: usize,
    generating_ms: u128,
    #[serde(skip_serializing_if = "Option::is_none")]
    checking_ms: Option<u128>,
}

pub(super) fn json(rows: &[Row], times: &Times) -> Result<String> {
    let json = Json {
        documents: rows,
        totals: Totals::new(rows, times),
    };
    let text = serde_json::to_string_pretty(&json).context("cannot write the table as JSON")?;
    Ok(text + "\n")
}

pub(super) fn text(rows: &[Row], times: &Times) -> String {
    let head = HEAD.map(str::to_owned);
    let cells: Vec<_> = [head].into_iter().chain(rows.iter().map(cells)).collect();
    let width = |column: usize| {
        let widths = cells.iter().map(|cells| cells[column].chars().count());
        widths.max().unwrap_or_default()
    };
    let widths: Vec<_> = (0..HEAD.len()).map(width).collect();
    let mut text = String::new();
    for cells in &cells {
        let padded = cells.iter().zip(&widths).enumerate();
        let padded: Vec<_> = padded
            .map(|(column, (cell, width))| {
                if NUMBERS.contains(&column) {
                    format!("{cell:>width$}")
                } else {
                    format!("{cell:width$}")
                }
            })
            .collect();
        text += padded.join("  ").trim_end();
        text.push('\n');
    }
    text + "\n" + &Totals::new(rows, times).text()
}

fn cells(row: &Row) -> [String; 9] {
    let facts = &row.facts;
    let generated = |number: usize| {
        if row.is_generated() {
            number.to_string()
        } else {
            "-".to_owned()
        }
    };
    [
        row.document.clone(),
        or_dash(&facts.openapi),
        format!("{}/{}", facts.operations, facts.declared),
        generated(facts.types),
        facts.warnings.to_string(),
        facts.milliseconds.to_string(),
        generated(facts.bytes.div_ceil(1024)),
        row.fidelity.as_ref().map_or("-".to_owned(), faithful),
        result(row),
    ]
}

fn faithful(fidelity: &Fidelity) -> String {
    match &fidelity.problem {
        Some(_) => "failed".to_owned(),
        None => format!("{}/{}", fidelity.faithful, fidelity.operations),
    }
}

fn or_dash(text: &str) -> String {
    if text.is_empty() { "-" } else { text }.to_owned()
}

/// `refused: 3 errors, operation-id: …`
fn result(row: &Row) -> String {
    let outcome = &row.outcome;
    let errors = (outcome.errors > 0).then(|| count(outcome.errors, "error"));
    let reason = (!outcome.reason.is_empty()).then(|| short(&outcome.reason));
    let parts: Vec<_> = errors.into_iter().chain(reason).collect();
    let words = outcome.result.label();
    if parts.is_empty() {
        words.to_owned()
    } else {
        format!("{words}: {}", parts.join(", "))
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(REASON) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

impl Totals {
    fn new(rows: &[Row], times: &Times) -> Self {
        let mut results = BTreeMap::new();
        for row in rows {
            *results.entry(row.outcome.result).or_default() += 1;
        }
        let sum = |number: fn(&Row) -> usize| rows.iter().map(number).sum();
        Self {
            documents: rows.len(),
            results,
            declared: sum(|row| row.facts.declared),
            operations: sum(|row| row.facts.operations),
            types: sum(|row| row.facts.types),
            warnings: sum(|row| row.facts.warnings),
            bytes: sum(|row| row.facts.bytes),
            called: sum(|row| {
                row.fidelity
                    .as_ref()
                    .map_or(0, |fidelity| fidelity.operations)
            }),
            faithful: sum(|row| {
                row.fidelity
                    .as_ref()
                    .map_or(0, |fidelity| fidelity.faithful)
            }),
            generating_ms: times.generating.as_millis(),
            checking_ms: times.checking.map(|time| time.as_millis()),
        }
    }

    fn text(&self) -> String {
        let results = self.results.iter();
        let results: Vec<_> = results
            .map(|(kind, number)| format!("{number} {}", kind.label()))
            .collect();
        let seconds = |ms: u128| format!("{}.{} s", ms / 1000, ms % 1000 / 100);
        let checked = self
            .checking_ms
            .map_or_else(String::new, |ms| format!(", compiled in {}", seconds(ms)));
        let faithful = if self.called > 0 {
            let (faithful, called) = (self.faithful, count(self.called, "called operation"));
            format!("{faithful} of {called} faithful to the document\n")
        } else {
            String::new()
        };
        format!(
            "{}: {}\n{} of {}, {}, {}, {} KiB; generated in {}{checked}\n{faithful}",
            count(self.documents, "file"),
            results.join(", "),
            self.operations,
            count(self.declared, "operation"),
            count(self.types, "type"),
            count(self.warnings, "warning"),
            self.bytes.div_ceil(1024),
            seconds(self.generating_ms),
        )
    }
}

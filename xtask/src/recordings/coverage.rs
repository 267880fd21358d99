//! The statuses that are recorded for each operation, by the origin of the recording, as a table in the README of the recordings.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Recordings, operations};

/// The origins of recordings, and their folders.
const ORIGINS: [(&str, &[&str]); 3] = [
    ("live", &["live"]),
    ("stand-in", &["recorded", "stand-in"]),
    ("made up", &["constructed", "made-up"]),
];

/// The lines around the table.
const START: &str = "<!-- `cargo xtask recordings --coverage` writes this table. -->\n";
const END: &str = "<!-- The end of the table. -->\n";

impl Recordings {
    /// The table as Markdown.
    pub fn coverage(&self, schemas: &Value) -> String {
        let mut statuses = BTreeMap::<_, BTreeSet<u64>>::new();
        for entry in &self.entries {
            let folder = entry.name.split('/').next();
            let origin = ORIGINS
                .iter()
                .position(|(_, folders)| folders.iter().any(|name| Some(*name) == folder));
            let status = entry.value["response"]["status"].as_u64();
            if let (Some(origin), Some(status), Some((id, _))) =
                (origin, status, entry.operation(schemas))
            {
                statuses.entry((id, origin)).or_default().insert(status);
            }
        }
        let names = ORIGINS.map(|(name, _)| name);
        let mut table = format!("| operation | {} |\n|---|---|---|---|\n", names.join(" | "));
        for (id, _) in operations(schemas) {
            let cells = [0, 1, 2].map(|origin| {
                let recorded = statuses.get(&(id.as_str(), origin)).into_iter().flatten();
                let recorded: Vec<String> = recorded.map(u64::to_string).collect();
                recorded.join(", ")
            });
            // Writing to a string cannot fail.
            let _ = writeln!(table, "| `{id}` | {} |", cells.join(" | "));
        }
        table
    }
}

/// The README with this table in place of the one that it has.
pub fn with_coverage(readme: &str, table: &str) -> Result<String> {
    let (before, rest) = readme.split_once(START).unwrap_or((readme, ""));
    let (_, after) = rest.split_once(END).with_context(|| {
        format!("the README has no place for the table: add the lines\n{START}{END}")
    })?;
    Ok(format!("{before}{START}\n{table}\n{END}{after}"))
}

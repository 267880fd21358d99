//! Prints the results of a run: the document and its files.

use std::fmt;
use std::path::Path;
use std::time::Instant;

use openapi_rust_client_generator::Generated;

use crate::manifest::dependency;
use crate::plan::Plan;
use crate::report::{self, count};
use crate::text::one_line;

/// The number of foreign files to name. A folder that is no longer needed has many.
const FOREIGN: usize = 3;

/// The wording for changes that were made, or that `--check` lists.
#[derive(Debug)]
pub struct Wording {
    /// For a new or changed file.
    pub written: &'static str,
    /// For a removed file.
    pub removed: &'static str,
}

/// For changes that were made.
pub const DONE: Wording = Wording {
    written: "written",
    removed: "removed",
};
/// For changes that `--check` lists.
pub const DRY_RUN: Wording = Wording {
    written: "would be written",
    removed: "would be removed",
};

/// Prints the results for the files.
#[derive(Clone, Copy, Debug)]
pub struct Results {
    /// Whether standard output is reserved for problems as JSON.
    pub on_stderr: bool,
}

impl Results {
    fn line(self, text: fmt::Arguments<'_>) {
        if self.on_stderr {
            report::problem(text);
        } else {
            report::line(text);
        }
    }

    /// Prints `44 operations, 30 types from Botpress Runtime API 1.82.0`.
    pub fn document(self, generated: &Generated) {
        self.line(format_args!(
            "{}, {} from {} {}",
            count(generated.operations, "operation"),
            count(generated.types, "type"),
            one_line(&generated.title),
            one_line(&generated.version),
        ));
    }

    /// Prints what the document or an overlay adds to the crate and to the environment that it reads.
    pub fn additions(self, generated: &Generated) {
        self.dependencies(generated);
        self.environment(generated);
    }

    /// Prints the variables that `x-env` names: `  environment variable: PETS_TOKEN for #/components/securitySchemes/Token/x-env`.
    fn environment(self, generated: &Generated) {
        for (variable, pointer) in &generated.environment {
            let pointer = one_line(pointer);
            self.line(format_args!(
                "  environment variable: {variable} for {pointer}"
            ));
        }
    }

    /// Prints the crates that `x-rust-type` adds: `  dependency: rust_decimal = "1" for #/components/schemas/Price/x-rust-type`.
    fn dependencies(self, generated: &Generated) {
        for (krate, wanted) in &generated.dependencies {
            let (line, pointer) = (dependency(wanted), one_line(&wanted.pointer));
            self.line(format_args!("  dependency: {krate} = {line} for {pointer}"));
        }
    }

    /// Prints `3 written, 1 removed, 96 unchanged in 41 ms`.
    pub fn counts(self, plan: &Plan, wording: &Wording, started: Instant) {
        self.line(format_args!(
            "{} {}, {} {}, {} unchanged in {} ms",
            plan.writes.len(),
            wording.written,
            plan.removals.len(),
            wording.removed,
            plan.unchanged,
            started.elapsed().as_millis(),
        ));
    }

    /// Prints the counts and the names of the files.
    pub fn plan(self, plan: &Plan, wording: &Wording, started: Instant) {
        self.counts(plan, wording, started);
        for path in plan.writes.keys() {
            self.line(format_args!("  {}: {path}", wording.written));
        }
        let is_in_folder = |path: &&String| {
            let folder = plan.removed_folder;
            folder.is_some_and(|folder| Path::new(path).starts_with(folder))
        };
        if let Some(folder) = plan.removed_folder {
            let files = plan.removals.iter().filter(is_in_folder).count();
            let files = count(files, "file");
            self.line(format_args!("  {}: {folder}/ ({files})", wording.removed));
        }
        for path in plan.removals.iter().filter(|path| !is_in_folder(path)) {
            self.line(format_args!("  {}: {path}", wording.removed));
        }
        for path in plan.foreign.iter().take(FOREIGN) {
            report::warning(&format!(
                "{path} is not a generated file and was kept; move or remove it"
            ));
        }
        let more = plan.foreign.len().saturating_sub(FOREIGN);
        if more > 0 {
            let more = count(more, "more file");
            report::warning(&format!("{more} in these folders"));
        }
    }

    /// Prints the files that were kept because they belong to the user.
    pub fn kept(self, paths: &[&str]) {
        if !paths.is_empty() {
            self.line(format_args!(
                "  kept: {} (--force replaces them)",
                paths.join(", ")
            ));
        }
    }
}

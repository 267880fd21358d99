//! The progress of a long step: a bar on a terminal, otherwise a line.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use openapi_rust_client::internal::report;

pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn start(doing: &str, thing: &str, count: usize) -> Self {
        if !io::stderr().is_terminal() {
            report::problem(format_args!("{doing}: {}", report::count(count, thing)));
            return Self(ProgressBar::hidden());
        }
        let template =
            format!("{doing} {thing}s [{{bar:32}}] {{pos}}/{{len}} {{elapsed}} {{wide_msg}}");
        let style = ProgressStyle::with_template(&template);
        let bar = ProgressBar::new(count.try_into().unwrap_or(u64::MAX))
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// Counts one more as done.
    pub(super) fn step(&self, name: &str) {
        self.message(name);
        self.0.inc(1);
    }

    pub(super) fn message(&self, name: &str) {
        self.0.set_message(name.to_owned());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

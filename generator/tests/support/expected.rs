//! Expected files, which tests compare with what they made.

use std::env;
use std::fs;
use std::path::Path;

/// The most files whose difference is shown.
const SHOWN: usize = 10;

/// Files that differ from what is expected.
#[derive(Debug, Default)]
pub(crate) struct Differences(Vec<String>);

/// Whether expected files are written in place of compared.
pub(crate) fn is_update() -> bool {
    env::var_os("UPDATE_EXPECTED").is_some()
}

impl Differences {
    /// Compares a file with the text that was made for it; either may not exist.
    pub(crate) fn compare(&mut self, path: &Path, made: Option<&str>) {
        let expected = fs::read_to_string(path).ok();
        if expected.as_deref() == made {
            return;
        }
        let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR"));
        let name = name.unwrap_or(path).display();
        self.0.push(match (&expected, made) {
            (Some(expected), Some(made)) => format!("{name}{}", first(expected, made)),
            (None, _) => format!("{name} is missing"),
            (_, None) => format!("{name} is not made any more"),
        });
    }

    /// Fails if a file differs.
    #[track_caller]
    pub(crate) fn check(self, test: &str) {
        let more = self.0.len().saturating_sub(SHOWN);
        let shown = self.0.iter().take(SHOWN).cloned();
        let more = (more > 0).then(|| format!("… and {more} more"));
        let lines: Vec<String> = shown.chain(more).collect();
        assert!(
            self.0.is_empty(),
            "these files differ from what is made now (+):\n{}\n\nAfter an intended change, \
             `UPDATE_EXPECTED=1 cargo test -p openapi-rust-client-generator --test {test}` writes them; review the diff",
            lines.join("\n")
        );
    }
}

/// The first lines that differ, with their number.
fn first(expected: &str, made: &str) -> String {
    let same = expected.lines().zip(made.lines());
    let line = same.take_while(|(expected, made)| expected == made).count();
    let shown = |sign: char, text: &str| {
        let lines = text.lines().skip(line).take(3);
        let lines: Vec<String> = lines.map(|line| format!("\n  {sign}{line}")).collect();
        lines.concat()
    };
    let (before, after) = (shown('-', expected), shown('+', made));
    format!(":{}{before}{after}", line + 1)
}

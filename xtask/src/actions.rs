//! The text of an overlay. It belongs to people, so that what is not changed stays as it is written.

use std::collections::BTreeSet;
use std::ops::Range;

use openapi_rust_client_generator::Source;
use serde_json::Value;

/// The text of an overlay, divided into its actions.
pub(crate) struct Actions {
    pub(crate) head: String,
    /// The text of each action, with the comment above it.
    pub(crate) texts: Vec<String>,
    pub(crate) targets: Vec<String>,
    pub(crate) indent: usize,
}

impl Actions {
    /// `None` if it is not a list of actions in blocks.
    pub(crate) fn of(overlay: &Source) -> Option<Self> {
        let value = overlay.to_json()?;
        let actions = value.get("actions").and_then(Value::as_array);
        let actions = actions.map_or(&[][..], Vec::as_slice);
        let targets = actions.iter().map(|action| action.get("target")?.as_str());
        let targets: Option<Vec<_>> = targets.map(|target| target.map(str::to_owned)).collect();
        let lines: Vec<&str> = overlay.text.split_inclusive('\n').collect();
        let list = lines
            .iter()
            .position(|line| line.trim_end() == "actions:")?
            + 1;
        let starts = starts(&lines, list);
        let indent = starts.first().map_or(2, |start| indent(lines[*start]));
        let starts = starts
            .into_iter()
            .map(|start| with_comment(&lines, list..start));
        let starts: Vec<usize> = starts.collect();
        let ends = starts.iter().copied().skip(1).chain([lines.len()]);
        let texts = starts
            .iter()
            .zip(ends)
            .map(|(start, end)| lines[*start..end].concat());
        let head = lines[..starts.first().copied().unwrap_or(lines.len())].concat();
        Some(Self {
            head,
            texts: texts.collect(),
            targets: targets?,
            indent,
        })
        .filter(|actions| actions.texts.len() == actions.targets.len())
    }

    /// The lines of each action, without the comment above it.
    pub(crate) fn lines(&self) -> Vec<Range<usize>> {
        let mut next = self.head.lines().count() + 1;
        let lines = self.texts.iter().map(|text| {
            let is_above = |line: &&str| !line.trim_start().starts_with("- ");
            let start = next + text.lines().take_while(is_above).count();
            next += text.lines().count();
            start..next
        });
        lines.collect()
    }

    pub(crate) fn text(&self) -> String {
        self.head.clone() + &self.texts.concat()
    }

    /// The text without some of the actions. The others keep their lines.
    pub(crate) fn without(mut self, actions: &BTreeSet<usize>) -> String {
        for index in actions {
            if let Some(text) = self.texts.get_mut(*index) {
                *text = "\n".repeat(text.matches('\n').count());
            }
        }
        self.text()
    }
}

/// The lines where the items of a list start.
fn starts(lines: &[&str], list: usize) -> Vec<usize> {
    let items = lines.iter().enumerate().skip(list);
    let mut items = items
        .filter(|(_, line)| line.trim_start().starts_with("- "))
        .peekable();
    let Some(first) = items.peek().map(|(_, line)| indent(line)) else {
        return Vec::new();
    };
    let starts = items.filter(|(_, line)| indent(line) == first);
    starts.map(|(at, _)| at).collect()
}

/// The line where the comment above a line starts, if there is one.
fn with_comment(lines: &[&str], above: Range<usize>) -> usize {
    let own = indent(lines[above.end]);
    let is_comment = |at: &usize| {
        let line = lines[*at];
        line.trim().is_empty() || (line.trim_start().starts_with('#') && indent(line) <= own)
    };
    let start = above.clone().rev().take_while(is_comment).last();
    start.unwrap_or(above.end)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

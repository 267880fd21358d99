//! Lines of examples, tests and docs that use what a new document breaks. They are found by name, because compiling them takes
//! minutes; `cargo xtask recordings` does that.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use openapi_rust_client_generator::{Change, ChangeKind, Comparison, Verdict};

use crate::spec::TESTS;

/// Files and folders with code that uses the client.
const CODE: [&str; 9] = [
    "README.md",
    "generated-client/README.md",
    "generated-client/src/lib.rs",
    "generated-client/src/production.md",
    "generated-client/src/testing.md",
    "generated-client/examples",
    "generated-client/tests",
    "xtask/bench",
    "xtask/record",
];

/// What a comparison breaks in the code of the workspace.
#[derive(Default)]
pub(super) struct Uses {
    /// `generated-client/examples/tour.rs:41: Client::list_tasks`
    pub(super) lines: Vec<String>,
    /// Whether fields changed, whose uses are not found.
    pub(super) has_fields: bool,
}

/// Generated code is not searched, because it is written anew.
pub(super) fn of(root: &Path, comparison: &Comparison) -> Result<Uses> {
    let breaking = comparison.changes.iter();
    let breaking = breaking.filter(|change| change.verdict == Verdict::BreaksCallers);
    // Calls compile as before, only uses of the field do not.
    let (fields, breaking): (Vec<_>, Vec<_>) =
        breaking.partition(|change| change.kind == ChangeKind::InputNullable);
    let items: BTreeSet<Item<'_>> = breaking.into_iter().map(Item::of).collect();
    let mut uses = Uses {
        has_fields: !fields.is_empty() || items.iter().any(|item| item.name.contains('.')),
        ..Uses::default()
    };
    if items.is_empty() {
        return Ok(uses);
    }
    for path in CODE {
        search(&root.join(path), path, &items, &mut uses.lines)?;
    }
    Ok(uses)
}

/// An item that a change breaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Item<'c> {
    name: &'c str,
    /// The input that it is about, if calls compile without it.
    optional_input: Option<&'c str>,
}

impl<'c> Item<'c> {
    fn of(change: &'c Change) -> Self {
        let input = change.item.split_once('(');
        let input = input.and_then(|(_, input)| input.strip_suffix(')'));
        let before = change.before.as_deref().unwrap_or_default();
        let is_optional = match change.kind {
            // The names of arguments are not a part of calls.
            ChangeKind::InputRenamed => true,
            ChangeKind::InputRemoved | ChangeKind::InputType => before.starts_with("Option<"),
            _ => false,
        };
        Self {
            name: &change.item,
            optional_input: input.filter(|_| is_optional),
        }
    }
}

/// Searches a file, or the files of a folder. A workspace may lack them.
fn search(
    path: &Path,
    name: &str,
    items: &BTreeSet<Item<'_>>,
    uses: &mut Vec<String>,
) -> Result<()> {
    if path.is_dir() {
        let context = || format!("cannot read {name}");
        let mut names = Vec::new();
        for entry in fs::read_dir(path).with_context(context)? {
            let entry = entry.with_context(context)?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        for below in names {
            search(&path.join(&below), &format!("{name}/{below}"), items, uses)?;
        }
        return Ok(());
    }
    let is_code = path
        .extension()
        .is_some_and(|extension| extension == "rs" || extension == "md");
    let is_code = is_code && path.is_file() && name != TESTS;
    let text = if is_code {
        fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?
    } else {
        String::new()
    };
    // Calls go over several lines, so that the lines with inputs do not name the operation.
    let is_here = |item: &&Item<'_>| {
        let mut lines = text.lines();
        !has_own(&text, item.name) && lines.any(|line| is_use(line, item.name))
    };
    let items: Vec<&Item<'_>> = items.iter().filter(is_here).collect();
    for (line, number) in text.lines().zip(1..) {
        let found = items.iter().filter(|item| match item.optional_input {
            Some(input) => sets(line, input),
            None => is_use(line, item.name),
        });
        let found: Vec<&str> = found.map(|item| item.name).collect();
        if !found.is_empty() {
            uses.push(format!("{name}:{number}: {}", found.join(", ")));
        }
    }
    Ok(())
}

/// Whether code defines another type of this name.
fn has_own(text: &str, item: &str) -> bool {
    let is_definition = |before: &str| {
        let keywords = ["struct ", "enum ", "trait ", "type "];
        keywords.iter().any(|keyword| before.ends_with(keyword))
    };
    text.lines().any(|line| has(line, item, is_definition))
}

/// Whether a line of code uses an item: an operation (`Client::list_tasks`, or an input of it, also by its id), a setting of the
/// client, a type, or a variant. Fields are not recognised, because many types have fields of the same name.
fn is_use(line: &str, item: &str) -> bool {
    if let Some(setting) = item.strip_prefix("ClientBuilder::") {
        let names = [setting.to_owned(), format!("with_{setting}")];
        let mut names = names.iter();
        return names.any(|name| has(line, name, |before| before.ends_with(['.', ':'])));
    }
    let Some(method) = item.strip_prefix("Client::") else {
        return !item.contains(['.', '(']) && has(line, item, |_| true);
    };
    let method = method.split('(').next().unwrap_or(method);
    let words = method.split('_').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    let request: String = words.collect();
    let (first, rest) = request.split_at(request.len().min(1));
    let id = first.to_lowercase() + rest;
    has(line, method, |before| before.ends_with(['.', ':']))
        || has(line, &request, |_| true)
        || has(line, &format!("{request}Call"), |_| true)
        || (id != method && has(line, &id, |_| true))
}

/// Whether a line sets or reads an optional input.
fn sets(line: &str, input: &str) -> bool {
    let mut names = [input.to_owned(), format!("{input}_null")].into_iter();
    names.any(|name| has(line, &name, |before| before.ends_with('.')))
}

/// Whether a line has a name that is not a part of another one, with what comes before it as expected.
fn has(line: &str, name: &str, is_expected: impl Fn(&str) -> bool) -> bool {
    let is_part = |char: char| char.is_alphanumeric() || char == '_';
    line.match_indices(name).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + name.len()..]);
        !before.ends_with(is_part) && !after.starts_with(is_part) && is_expected(before)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn optional_inputs_are_found_by_their_names() {
        for line in [
            "client.update_user(id).picture_url(url)",
            "    .picture_url_null()",
            "call.picture_url.is_some()",
        ] {
            assert!(sets(line, "picture_url"), "{line}");
        }
        for line in ["client.update_user(id).name(name)", "let picture_url = 1;"] {
            assert!(!sets(line, "picture_url"), "{line}");
        }
    }

    #[test]
    fn a_type_of_the_same_name_is_not_a_use() {
        assert!(has_own("pub struct Bot {\n", "Bot"));
        assert!(!has_own("pub struct Bots(Bot);\n", "Bot"));
    }

    #[test]
    fn items_are_found_by_their_names() {
        for (line, item) in [
            ("client.list_tasks().send().await?;", "Client::list_tasks"),
            ("let call: ListTasksCall = x;", "Client::list_tasks(limit)"),
            ("service.on(|call: &ListTasks| true)", "Client::list_tasks"),
            ("steps: [{call: listTasks}]", "Client::list_tasks"),
            ("let task: Task = x;", "Task"),
            ("StateType::Task => 1,", "StateType::Task"),
            ("    .bot_id(\"a\")", "ClientBuilder::bot_id"),
            ("client.with_bot_id(id)", "ClientBuilder::bot_id"),
        ] {
            assert!(is_use(line, item), "{line}");
        }
        for (line, item) in [
            ("fn list_tasks() {", "Client::list_tasks"),
            ("client.list_tasks_of(1)", "Client::list_tasks"),
            ("Subtask, MyTask, Tasks", "Task"),
            ("user.name", "User.name"),
            (
                "let bot_id = x.with_bot_id_header(y);",
                "ClientBuilder::bot_id",
            ),
        ] {
            assert!(!is_use(line, item), "{line}");
        }
    }
}

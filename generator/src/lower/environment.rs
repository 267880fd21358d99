//! `x-env`: the environment variable that a setting is read from.

use crate::diagnostics::{Code, Reporter};
use crate::document::Node;

/// The environment variable of a server, a security scheme or a header.
pub(super) fn variable(owner: &Node<'_>, reporter: &Reporter) -> Option<String> {
    let node = owner.trusted("x-env")?;
    let name = node.value.as_str().filter(|name| is_name(name));
    if name.is_none() {
        let message = format!("{} is not the name of an environment variable", node.value);
        let help = "write capital letters, digits and `_`, as in `PETS_TOKEN`";
        reporter.error(Code::EnvironmentVariable, &node.pointer, message, help);
    }
    name.map(str::to_owned)
}

fn is_name(text: &str) -> bool {
    let is_part = |each: char| each.is_ascii_uppercase() || each.is_ascii_digit() || each == '_';
    !text.starts_with(|first: char| first.is_ascii_digit())
        && !text.is_empty()
        && text.chars().all(is_part)
}

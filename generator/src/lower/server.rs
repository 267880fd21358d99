//! The default server of a client.

use serde_json::json;

use super::environment;
use crate::api::Server;
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::Node;

pub(super) fn lower(root: &Node<'_>, reporter: &Reporter) -> Server {
    let servers = root.items_of("servers");
    let Some(node) = servers.first() else {
        return Server::default();
    };
    let url = url(node, reporter);
    if let Some(Err(text)) = &url {
        let message = format!("`{text}` is not a base URL, so every client must set one");
        report_relative(node, message, reporter);
    }
    Server {
        url: url.and_then(Result::ok),
        environment: environment::variable(node, reporter),
    }
}

/// The server of an operation or of its path, if it declares one.
pub(super) fn of_operation(
    item: &Node<'_>,
    operation: &Node<'_>,
    reporter: &Reporter,
) -> Option<String> {
    let servers = [operation, item].map(|owner| owner.items_of("servers"));
    let node = servers.iter().find_map(|servers| servers.first())?;
    match url(node, reporter)? {
        Ok(url) => Some(url),
        Err(text) => {
            let message = format!("`{text}` is not a base URL, so the operation uses the client's");
            report_relative(node, message, reporter);
            None
        }
    }
}

fn report_relative(node: &Node<'_>, message: String, reporter: &Reporter) {
    reporter.warning(
        Code::RelativeServer,
        &node.pointer.join("url"),
        message,
        Help::new("use the absolute URL of the service, without a query")
            .update(&node.pointer, json!({"url": "https://api.example.com"})),
    );
}

/// The URL of a server, with variables replaced by their defaults; `Err` if it is not a base URL.
fn url(node: &Node<'_>, reporter: &Reporter) -> Option<Result<String, String>> {
    let server = node.read::<openapiv3::Server>(&[], reporter).ok()?;
    let variables = server.variables.unwrap_or_default();
    let default = |name: &str| variables.get(name).map(|variable| &*variable.default);
    let url = filled(&server.url, default);
    // A relative URL is relative to the URL of the document, which is unknown here.
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme));
    let is_absolute = rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(['{', '?', '#'])
    });
    Some(if is_absolute { Ok(url) } else { Err(url) })
}

/// Replaces each variable by its value. A value is not searched for other variables.
fn filled<'v>(url: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::with_capacity(url.len());
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let end = after.find(['{', '}']).unwrap_or(after.len());
        match value(&after[..end]) {
            Some(value) if after[end..].starts_with('}') => {
                filled.push_str(value);
                rest = &after[end + 1..];
            }
            _ => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_replaced_once() {
        let filled = |url: &str| {
            filled(url, |name| match name {
                "a" => Some("{b}{b}"),
                "b" => Some("B"),
                _ => None,
            })
        };
        assert_eq!(filled("https://{a}.{b}/{c}"), "https://{b}{b}.B/{c}");
        assert_eq!(filled("{{a}}{b"), "{{b}{b}}{b");
    }
}

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
    if let Some(Err(problem)) = &url {
        problem.report(node, "so every client must set one", reporter);
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
        // The client knows the host when it is built.
        Err(Unusable {
            path: Some(path), ..
        }) => Some(path),
        Err(problem) => {
            problem.report(node, "so the operation uses the client's", reporter);
            None
        }
    }
}

/// The reason why a URL is not a base URL.
struct Unusable {
    code: Code,
    message: String,
    /// The URL if it is only a path, so that it can be appended to a host.
    path: Option<String>,
}

impl Unusable {
    fn report(&self, node: &Node<'_>, consequence: &str, reporter: &Reporter) {
        reporter.warning(
            self.code,
            &node.pointer.join("url"),
            format!("{}, {consequence}", self.message),
            Help::new("use the absolute URL of the service, without a query")
                .update(&node.pointer, json!({"url": "https://api.example.com"})),
        );
    }
}

/// The URL of a server, with variables replaced by their defaults; `Err` if it is not a base URL.
fn url(node: &Node<'_>, reporter: &Reporter) -> Option<Result<String, Unusable>> {
    let server = node.read::<openapiv3::Server>(&[], reporter).ok()?;
    let variables = server.variables.unwrap_or_default();
    let default = |name: &str| variables.get(name).map(|variable| &*variable.default);
    let url = filled(&server.url, default);
    Some(base_url(&url))
}

/// A URL that paths can be appended to, with its scheme in lower case.
fn base_url(url: &str) -> Result<String, Unusable> {
    let unusable = |code, message: String| {
        Err(Unusable {
            code,
            message,
            path: None,
        })
    };
    if !url.chars().all(is_of_url) {
        let message = format!("{url:?} has characters that are not allowed in a URL");
        return unusable(Code::ServerUrl, message);
    }
    // A relative URL is relative to the URL of the document, which is unknown here.
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    let host = rest.split('/').next().unwrap_or_default();
    if host.contains('@') {
        let message = "a URL with a user name or password is not used".to_owned();
        return unusable(Code::ServerUrl, message);
    }
    let is_web = ["http", "https"].contains(&&*scheme);
    if !is_web || host.is_empty() || rest.contains(['{', '?', '#']) {
        let is_path =
            url.starts_with('/') && !url.starts_with("//") && !url.contains(['{', '?', '#']);
        return Err(Unusable {
            code: Code::RelativeServer,
            message: format!("`{url}` is not a base URL"),
            path: is_path.then(|| url.to_owned()),
        });
    }
    Ok(format!("{scheme}://{rest}"))
}

/// Whether a character may be in a URL. Parsers drop line breaks without a word, and some characters are invisible or change the
/// direction of the text around them.
fn is_of_url(each: char) -> bool {
    let is_invisible = matches!(
        each,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    !is_invisible && !each.is_control() && !each.is_whitespace() && !"\"<>\\^`|".contains(each)
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

    fn code(url: &str) -> Option<&'static str> {
        base_url(url).err().map(|problem| problem.code.as_str())
    }

    #[test]
    fn base_urls_are_absolute() {
        for (url, usable) in [
            ("https://a.example", "https://a.example"),
            ("HTTPS://A.example/V1", "https://A.example/V1"),
            ("Http://localhost:8080/é", "http://localhost:8080/é"),
            ("https://a.example/@me", "https://a.example/@me"),
        ] {
            assert_eq!(base_url(url).ok().as_deref(), Some(usable));
        }
        for url in [
            "",
            "/",
            "/v1",
            "a.example",
            "//a.example",
            "https://",
            "https:///v1",
            "ftp://a.example",
            "https:/a",
            "https://{host}/v1",
            "https://a.example?b=c",
            "https://a.example#b",
            "://a",
        ] {
            assert_eq!(code(url), Some("relative-server"), "{url}");
        }
    }

    #[test]
    fn a_path_is_a_server_of_an_operation() {
        let path = |url: &str| base_url(url).err().and_then(|problem| problem.path);
        for url in ["/", "/v2", "/a/b/"] {
            assert_eq!(path(url).as_deref(), Some(url));
        }
        for url in [
            "",
            "v2",
            "../v2",
            "//a.example",
            "/{version}",
            "/v2?a",
            "/v2#a",
            "/a b",
        ] {
            assert_eq!(path(url), None, "{url}");
        }
    }

    #[test]
    fn urls_say_what_they_seem_to_say() {
        for url in [
            "https://user@a.example",
            "https://user:secret@a.example/v1",
            "https://good.example\\@a.example",
            "https://a.example/\nx",
            "https://a.\texample",
            " https://a.example",
            "https://a.example/\u{202e}x",
            "https://a.example\u{200b}.b.example",
            "https://a.example/<script>",
        ] {
            assert_eq!(code(url), Some("server-url"), "{url}");
        }
        let Err(problem) = base_url("https://user:secret@a.example") else {
            panic!("accepted");
        };
        assert!(!problem.message.contains("secret"));
        let Err(problem) = base_url("https://a.example/\u{202e}") else {
            panic!("accepted");
        };
        assert!(!problem.message.contains('\u{202e}'));
    }

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

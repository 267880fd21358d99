//! The default server of a client.

use std::collections::HashMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use serde_json::json;

use super::environment;
use crate::api::Server;
use crate::diagnostics::{Code, Help, Reporter};
use crate::document::{Child, Node};

/// The greatest length of a URL, with the values of its variables.
const LONGEST: usize = 8_000;

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
    fn for_reason(message: String) -> Self {
        Self {
            code: Code::ServerUrl,
            message,
            path: None,
        }
    }

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
    if node.value.is_object() && !node.has("url") {
        let message = "a server without a `url` is not used".to_owned();
        return Some(Err(Unusable::for_reason(message)));
    }
    let children = [("variables", Child::Object)];
    let server = node.read::<openapiv3::Server>(&children, reporter).ok()?;
    let mut defaults = HashMap::new();
    for (name, variable) in node.members_of("variables") {
        match variable.string("default") {
            Some(default) => drop(defaults.insert(name, default)),
            None => reporter.warning(
                Code::Invalid,
                &variable.pointer,
                format!("the server variable `{name}` has no `default` that is a string"),
                "add a default",
            ),
        }
    }
    let url = filled(&server.url, |name| defaults.get(name).copied());
    Some(url.and_then(|url| base_url(&url)))
}

/// A URL that paths can be appended to, with its scheme in lower case.
fn base_url(url: &str) -> Result<String, Unusable> {
    let unusable = |reason: &str| Err(Unusable::for_reason(format!("`{url}` {reason}")));
    if !url.chars().all(is_of_url) {
        let message = format!("{url:?} has characters that are not allowed in a URL");
        return Err(Unusable::for_reason(message));
    }
    // A variable that is not declared may be the scheme.
    if url.contains('{') {
        return unusable("has a variable without a value");
    }
    if url.contains(['?', '#']) {
        return unusable("has a query or a fragment");
    }
    if !has_valid_escapes(url) {
        return unusable("has a `%` without two hexadecimal digits");
    }
    // A relative URL is relative to the URL of the document, which is unknown here.
    let Some((scheme, rest)) = url.split_once("://") else {
        let is_path = url.starts_with('/') && !url.starts_with("//");
        return Err(Unusable {
            code: Code::RelativeServer,
            message: format!("`{url}` is not an absolute URL"),
            path: is_path.then(|| url.to_owned()),
        });
    };
    let scheme = scheme.to_ascii_lowercase();
    if !["http", "https"].contains(&&*scheme) {
        return unusable("is not an `http:` or `https:` URL");
    }
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.contains('@') {
        let message = "a URL with a user name or password is not used".to_owned();
        return Err(Unusable::for_reason(message));
    }
    if let Err(reason) = check_authority(authority) {
        return unusable(&reason);
    }
    Ok(format!("{scheme}://{rest}"))
}

/// Checks a host and its port. In a host, parsers decode escapes, and read numbers as addresses; some letters look like others.
fn check_authority(authority: &str) -> Result<(), String> {
    let end_of_address = authority.rfind(']').map_or(0, |end| end + 1);
    let (host, port) = match authority[end_of_address..].find(':') {
        Some(colon) => {
            let (host, port) = authority.split_at(end_of_address + colon);
            (host, Some(&port[1..]))
        }
        None => (authority, None),
    };
    if host.is_empty() {
        return Err("has no host".to_owned());
    }
    let is_number = |port: &str| port.parse::<u16>().is_ok() && !port.starts_with('+');
    if let Some(port) = port.filter(|port| !is_number(port)) {
        return Err(format!(
            "has the port `{port}`, which is not a number up to 65535"
        ));
    }
    if !host.is_ascii() {
        return Err(
            "has a host that is not in ASCII (`xn--…`), so it may look like another".to_owned(),
        );
    }
    let address = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    let is_name = |host: &str| {
        host.chars()
            .all(|each| each.is_ascii_alphanumeric() || "-._".contains(each))
    };
    let last = host
        .trim_end_matches('.')
        .rsplit('.')
        .next()
        .unwrap_or_default();
    let is_host = match address {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None if last.starts_with(|first: char| first.is_ascii_digit()) => {
            host.parse::<Ipv4Addr>().is_ok()
        }
        None => is_name(host) && !last.is_empty(),
    };
    if is_host {
        Ok(())
    } else {
        Err("has an invalid host".to_owned())
    }
}

fn has_valid_escapes(url: &str) -> bool {
    let escapes = url.split('%').skip(1);
    let mut digits = escapes.map(|rest| rest.as_bytes().get(..2));
    digits.all(|digits| digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)))
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
fn filled<'v>(url: &str, value: impl Fn(&str) -> Option<&'v str>) -> Result<String, Unusable> {
    let mut filled = String::new();
    let mut rest = url;
    while filled.len() + rest.len() <= LONGEST {
        let Some((before, after)) = rest.split_once('{') else {
            return Ok(filled + rest);
        };
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
    let message = format!("a URL of more than {LONGEST} bytes is not used");
    Err(Unusable::for_reason(message))
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
        for url in ["", "/", "/v1", "a.example", "//a.example", "https:/a"] {
            assert_eq!(code(url), Some("relative-server"), "{url}");
        }
        for url in [
            "https://",
            "https:///v1",
            "ftp://a.example",
            "https://{host}/v1",
            "{scheme}://a.example",
            "/{version}",
            "https://a.example?b=c",
            "https://a.example#b",
            "://a",
        ] {
            assert_eq!(code(url), Some("server-url"), "{url}");
        }
    }

    #[test]
    fn hosts_and_ports_are_valid() {
        for url in [
            "https://a.example:65535/v1",
            "https://a.example./%20",
            "http://127.0.0.1:80",
            "http://[::1]:8080/",
            "https://1.a.example",
            "http://a_b",
            "https://xn--bcher-kva.example",
        ] {
            assert_eq!(code(url), None, "{url}");
        }
        for url in [
            "https://a.example:99999",
            "https://a.example:",
            "https://a.example:+80",
            "https://a:1:2",
            "https://a.example/%zz",
            "https://a.example/%2",
            "https://a%2eexample",
            "https://b\u{fc}cher.example",
            "https://\u{430}pple.example",
            "https://a\u{ff0e}example",
            "http://2130706433",
            "http://0x7f.1",
            "http://127.1",
            "http://1.2.3.256",
            "http://[::1",
            "http://[a]:80",
            "http://::1",
            "https://.",
            "https://a.example;x",
        ] {
            assert_eq!(code(url), Some("server-url"), "{url}");
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
            let filled = filled(url, |name| match name {
                "a" => Some("{b}{b}"),
                "b" => Some("B"),
                _ => None,
            });
            filled.map_err(|problem| problem.message)
        };
        assert_eq!(
            filled("https://{a}.{b}/{c}").as_deref(),
            Ok("https://{b}{b}.B/{c}")
        );
        assert_eq!(filled("{{a}}{b").as_deref(), Ok("{{b}{b}}{b"));
    }

    #[test]
    fn urls_have_a_greatest_length() {
        let filled = |url: &str| filled(url, |_| Some("1234567890")).map(|url| url.len());
        assert_eq!(filled(&"{v}".repeat(800)).ok(), Some(8_000));
        assert!(filled(&"{v}".repeat(801)).is_err());
        assert!(filled(&"a".repeat(8_001)).is_err());
    }
}

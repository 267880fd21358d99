//! Names of headers.

use crate::api::{SecurityScheme, SecuritySchemeKind};
use crate::diagnostics::{Code, Reporter};
use crate::document::Node;

/// Headers of the connection or of the framing, in lower case. The runtime refuses to send values for them.
const OF_CONNECTION: [&str; 9] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Whether a header belongs to the connection, so that a request must not set it.
pub(super) fn is_of_connection(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    OF_CONNECTION.contains(&name.as_str()) || name.starts_with("proxy-")
}

/// Whether the client sets a header for each request, so that it cannot hold something else.
fn is_of_client(name: &str) -> bool {
    const OF_CLIENT: [&str; 7] = [
        "accept",
        "accept-encoding",
        "authorization",
        "content-encoding",
        "content-type",
        "cookie",
        "user-agent",
    ];
    OF_CLIENT.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether a text can be the name of a header.
pub(super) fn is_name(name: &str) -> bool {
    let is_token = |each: char| each.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(each);
    !name.is_empty() && name.chars().all(is_token)
}

/// Fails if the header of an operation's `x-idempotent` cannot hold a key.
pub(super) fn check_key(operation: &Node<'_>, schemes: &[SecurityScheme], reporter: &Reporter) {
    let declared = operation.get("x-idempotent");
    let Some(declared) = declared.filter(|declared| declared.value.is_object()) else {
        return;
    };
    let Some(name) = declared.string("header") else {
        return;
    };
    let is_credential = |scheme: &SecurityScheme| matches!(&scheme.kind, SecuritySchemeKind::Header(key) if key.eq_ignore_ascii_case(name));
    let is_taken =
        is_of_connection(name) || is_of_client(name) || schemes.iter().any(is_credential);
    if !is_name(name) || is_taken {
        reporter.error(
            Code::HeaderName,
            &declared.pointer.join("header"),
            format!("`{name}` is not the name of a header that can hold a key"),
            "name the header that the service reads the key from, such as `Idempotency-Key`",
        );
    }
}

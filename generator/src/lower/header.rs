//! Names of headers.

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
pub(super) fn is_of_client(name: &str) -> bool {
    const OF_CLIENT: [&str; 6] = [
        "accept",
        "accept-encoding",
        "authorization",
        "content-encoding",
        "content-type",
        "cookie",
    ];
    OF_CLIENT.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether a text can be the name of a header.
pub(super) fn is_name(name: &str) -> bool {
    let is_token = |each: char| each.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(each);
    !name.is_empty() && name.chars().all(is_token)
}

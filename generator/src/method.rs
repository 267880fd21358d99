//! HTTP methods, and the ids of operations without an `operationId`. Every stage from the options on may use them.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    /// All methods, with their names in a path item.
    pub(crate) const ALL: [(&'static str, Method); 8] = [
        ("get", Method::Get),
        ("put", Method::Put),
        ("post", Method::Post),
        ("delete", Method::Delete),
        ("options", Method::Options),
        ("head", Method::Head),
        ("patch", Method::Patch),
        ("trace", Method::Trace),
    ];

    /// Whether this key of a path item holds an operation, in any version of OpenAPI.
    pub(crate) fn is_name(key: &str) -> bool {
        key == "query" || Self::ALL.iter().any(|(name, _)| *name == key)
    }

    /// Whether repeating a request has no further effect.
    pub(crate) fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }

    pub(crate) fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, method)| *method == self)
            .map_or("get", |(name, _)| name)
    }
}

/// `get /users/{id}/posts` to `getUsersByIdPosts`: stable as long as the operation itself is.
pub(crate) fn derived_id(method: &str, path: &str) -> String {
    let mut id = method.to_owned();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('{') {
            id.push_str("By");
        }
        id.push_str(&capitalized(segment));
    }
    id
}

/// `user-id` to `UserId`
pub(crate) fn capitalized(text: &str) -> String {
    let words = text.split(|char: char| !char.is_alphanumeric());
    let mut joined = String::new();
    for word in words {
        let mut chars = word.chars();
        joined.extend(chars.next().map(|first| first.to_ascii_uppercase()));
        joined.push_str(chars.as_str());
    }
    joined
}

//! HTTP methods, and the ids of operations that have none of their own: what every stage from the options on may know.

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
    /// All of them, by the names that a path item has them under.
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

    /// Whether a path item may have an operation under this key, in any version of OpenAPI.
    pub(crate) fn is_name(key: &str) -> bool {
        key == "query" || Self::ALL.iter().any(|(name, _)| *name == key)
    }

    pub(crate) fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, method)| *method == self)
            .map_or("get", |(name, _)| name)
    }
}

/// `get /users/{id}/posts` to `getUsersByIdPosts`: what stays the same as long as the operation does.
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

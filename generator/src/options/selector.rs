//! Selectors of operations, by id, tag or path.

use std::fmt;
use std::str::FromStr;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::method::Method;

/// Selects operations: `operation: getUser`, `tag: users` or `path: /users/**`.
///
/// In all of them, `*` matches any characters. In a path, `*` matches within one segment, and the segment `**` matches any
/// number of segments, including none. A path may start with a method: `path: GET /users/{id}`. Path parameters are written as
/// in the document. The id of an operation without an `operationId` is derived from its method and path.
///
/// ```
/// use openapi_rust_client_generator::Selector;
///
/// let selector: Selector = "path: /users/**".parse()?;
/// assert_eq!(selector, Selector::Path("/users/**".to_owned()));
/// assert!("users".parse::<Selector>().is_err());
/// # Ok::<(), openapi_rust_client_generator::SelectorError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Selector {
    /// By `operationId`.
    Operation(String),
    /// By one of its tags.
    Tag(String),
    /// By path, and by method if it starts with one.
    Path(String),
}

/// The operation that selectors are matched against.
#[derive(Clone, Debug)]
pub(crate) struct Subject<'d> {
    pub(crate) id: String,
    pub(crate) tags: Vec<&'d str>,
    pub(crate) path: &'d str,
    /// In lower case, as in a path item.
    pub(crate) method: &'d str,
}

impl Selector {
    /// Whether it selects an operation.
    pub(crate) fn selects(&self, subject: &Subject<'_>) -> bool {
        match self {
            Self::Operation(pattern) => matches(pattern, &subject.id),
            Self::Tag(pattern) => subject.tags.iter().any(|tag| matches(pattern, tag)),
            Self::Path(pattern) => {
                let (method, path) = route(pattern);
                method.is_none_or(|method| method.eq_ignore_ascii_case(subject.method))
                    && matches_path(path, subject.path)
            }
        }
    }

    /// Whether it selects every possible operation of a path.
    pub(crate) fn selects_all_of(&self, path: &str) -> bool {
        match self {
            Self::Path(pattern) => {
                matches!(route(pattern), (None, pattern) if matches_path(pattern, path))
            }
            _ => false,
        }
    }

    /// Whether it could select an operation of a path.
    pub(crate) fn may_select_of(&self, path: &str) -> bool {
        match self {
            Self::Path(pattern) => matches_path(route(pattern).1, path),
            _ => true,
        }
    }

    /// The kind of selector, and the pattern.
    pub(crate) fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Operation(pattern) => ("operation", pattern),
            Self::Tag(pattern) => ("tag", pattern),
            Self::Path(pattern) => ("path", pattern),
        }
    }

    /// The patterns with which the same kind of selector would select this operation.
    pub(crate) fn candidates(&self, subject: &Subject<'_>) -> Vec<String> {
        match self {
            Self::Operation(_) => vec![subject.id.clone()],
            Self::Tag(_) => subject.tags.iter().map(|tag| (*tag).to_owned()).collect(),
            Self::Path(pattern) => match route(pattern) {
                (Some(_), _) => {
                    vec![format!(
                        "{} {}",
                        subject.method.to_uppercase(),
                        subject.path
                    )]
                }
                (None, _) => vec![subject.path.to_owned()],
            },
        }
    }

    fn new(kind: &str, pattern: &str) -> Result<Self, SelectorError> {
        let pattern = pattern.trim();
        let selector = match kind {
            "operation" => Self::Operation(pattern.to_owned()),
            "tag" => Self::Tag(pattern.to_owned()),
            "path" => Self::Path(pattern.to_owned()),
            other => return Err(SelectorError(format!("unknown kind of selector `{other}`"))),
        };
        if pattern.is_empty() {
            return Err(SelectorError(format!("`{kind}:` needs a pattern")));
        }
        if let Self::Path(pattern) = &selector {
            let (method, path) = route(pattern);
            let is_method = |method: &str| {
                let mut known = Method::ALL.iter();
                known.any(|(name, _)| name.eq_ignore_ascii_case(method))
            };
            if let Some(method) = method.filter(|method| !is_method(method)) {
                return Err(SelectorError(format!("`{method}` is not an HTTP method")));
            }
            if !path.starts_with(['/', '*']) {
                return Err(SelectorError(format!(
                    "`{path}` is not a path: it must start with `/`"
                )));
            }
        }
        Ok(selector)
    }
}

/// Splits a pattern into a method, if there is one, and a path.
fn route(pattern: &str) -> (Option<&str>, &str) {
    match pattern.split_once(' ') {
        Some((method, path)) if !method.starts_with('/') => (Some(method), path.trim_start()),
        _ => (None, pattern),
    }
}

/// Whether a string matches a pattern in which `*` matches any characters.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(start) else {
        return false;
    };
    // The fixed text between two stars is matched where it first occurs, and the fixed text at the end is matched from there.
    let mut fixed: Vec<&str> = rest.split('*').collect();
    let end = fixed.pop().unwrap_or_default();
    let mut left = text;
    for part in fixed {
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    left.ends_with(end)
}

/// The same for the segments of a path, where `**` matches any number of them.
fn matches_path(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.trim_start_matches('/').split('/').collect();
    let path: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    // `fits[end]`: whether the pattern so far matches the first `end` segments. No pattern makes this slow.
    let mut fits = vec![false; path.len() + 1];
    fits[0] = true;
    for segment in pattern {
        let before = fits.clone();
        for end in 0..=path.len() {
            fits[end] = if segment == "**" {
                before[end] || (end > 0 && fits[end - 1])
            } else {
                end > 0 && before[end - 1] && matches(segment, path[end - 1])
            };
        }
    }
    fits[path.len()]
}

/// A string or value that is not a selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectorError(String);

impl SelectorError {
    /// Examples of selectors.
    pub(crate) const HELP: &str =
        "write `operation: getUser`, `tag: users`, `path: /users/**` or `path: GET /users/{id}`";
}

impl fmt::Display for SelectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.0, Self::HELP)
    }
}

impl std::error::Error for SelectorError {}

impl FromStr for Selector {
    type Err = SelectorError;

    fn from_str(text: &str) -> Result<Self, SelectorError> {
        match text.split_once(':') {
            Some((kind, pattern)) => Self::new(kind.trim(), pattern),
            None => Err(SelectorError(format!(
                "`{text}` does not name a kind of selector"
            ))),
        }
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, pattern) = self.parts();
        write!(f, "{kind}: {pattern}")
    }
}

impl Serialize for Selector {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, pattern) = self.parts();
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(kind, pattern)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Selector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SelectorVisitor)
    }
}

struct SelectorVisitor;

impl<'de> Visitor<'de> for SelectorVisitor {
    type Value = Selector;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a selector such as `tag: users`")
    }

    /// `tag:users`, which is a string in YAML.
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Selector, E> {
        text.parse()
            .map_err(|error: SelectorError| E::custom(error.0))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Selector, A::Error> {
        let Some((kind, pattern)) = map.next_entry::<String, String>()? else {
            return Err(A::Error::custom("a selector must have one member"));
        };
        let selector = Selector::new(&kind, &pattern);
        let selector = selector.map_err(|error| A::Error::custom(error.0))?;
        match map.next_key::<String>()? {
            None => Ok(selector),
            Some(_) => {
                let problem = "a selector has one member; write each selector as a separate item";
                Err(A::Error::custom(problem))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selects(selector: &str) -> bool {
        let subject = Subject {
            id: "listTeamUsers".to_owned(),
            tags: vec!["users", "team: all"],
            path: "/teams/{id}/users",
            method: "get",
        };
        selector.parse::<Selector>().unwrap().selects(&subject)
    }

    #[test]
    fn patterns_select_the_operations_that_they_match() {
        for selector in [
            "operation: listTeamUsers",
            "operation:list*",
            "operation: *Team*s",
            "tag: users",
            "tag: team: all",
            "path: /teams/{id}/users",
            "path: /teams/**",
            "path: /teams/{id}/users/**",
            "path: **",
            "path: /**/users",
            "path: /*/*/us*",
            "path: GET /teams/{id}/users",
            "path: get  /teams/**",
        ] {
            assert!(selects(selector), "{selector}");
        }
        for selector in [
            "operation: listteamusers",
            "operation: list",
            "operation: *Teams",
            "tag: user",
            "tag: Users",
            "path: /teams/{team}/users",
            "path: /teams/*",
            "path: /teams",
            "path: /teams/{id}/users/*",
            "path: /**/teams",
            "path: POST /teams/**",
        ] {
            assert!(!selects(selector), "{selector}");
        }
    }

    #[test]
    fn many_stars_take_no_time() {
        let pattern = format!("path: /{}b", "**/*a*/".repeat(200));
        let selector: Selector = pattern.parse().unwrap();
        assert!(!selector.may_select_of(&"/aaaa".repeat(2000)));
    }

    #[test]
    fn invalid_selectors_are_reported() {
        for (text, problem) in [
            ("users", "does not name a kind of selector"),
            ("tags: users", "unknown kind of selector `tags`"),
            ("tag:", "needs a pattern"),
            ("path: users", "must start with `/`"),
            ("path: FETCH /users", "`FETCH` is not an HTTP method"),
        ] {
            let error = text.parse::<Selector>().unwrap_err().to_string();
            assert!(
                error.contains(problem) && error.ends_with(SelectorError::HELP),
                "{error}"
            );
        }
    }

    #[test]
    fn a_selector_serializes_to_what_it_was_read_from() {
        let selector: Selector = "path: GET /a".parse().unwrap();
        let json = serde_json::to_value(&selector).unwrap();
        assert_eq!(json, serde_json::json!({"path": "GET /a"}));
        assert_eq!(Selector::deserialize(&json).unwrap(), selector);
        assert_eq!(selector.to_string().parse(), Ok(selector));
    }
}

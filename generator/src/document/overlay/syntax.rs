//! Explanations for paths that cannot be parsed.

use serde_json_path::JsonPath;

use super::path::segment_ends;
use super::shown;

const SPECIFICATION: &str = "see https://www.rfc-editor.org/rfc/rfc9535";

/// The problem of a path that is not a JSONPath, and how to fix it.
pub(super) fn explained(path: &str) -> (String, String) {
    if !path.starts_with('$') {
        let message = "the path is not a valid JSONPath: it must begin with `$`".to_owned();
        let help = format!("write it like `$.paths['/users'].get`; {SPECIFICATION}");
        return (message, help);
    }
    let position = JsonPath::parse(path).err().map(|error| error.position());
    let rest = position.and_then(|position| path.get(position..));
    let message = match rest.unwrap_or_default() {
        "" => "the path is not a valid JSONPath: it ends too early".to_owned(),
        rest => format!("the path is not a valid JSONPath from `{}` on", shown(rest)),
    };
    let help = match bracketed(path) {
        Some(fixed) => format!("write `{}`", shown(&fixed)),
        None => format!(
            "fix the path; names with other characters than letters, digits and `_` need brackets, as in `['a-b']`; {SPECIFICATION}"
        ),
    };
    (message, help)
}

/// The path with brackets around the names that need them, if it is valid then.
fn bracketed(path: &str) -> Option<String> {
    let ends = segment_ends(path);
    let mut fixed = path[..*ends.first()?].to_owned();
    for segment in ends.windows(2).map(|ends| &path[ends[0]..ends[1]]) {
        let name = segment.trim_start_matches('.');
        let dots = &segment[..segment.len() - name.len()];
        let is_of_name =
            |each: char| each.is_ascii_alphanumeric() || each == '_' || !each.is_ascii();
        let is_plain =
            name.chars().all(is_of_name) && !name.starts_with(|first: char| first.is_ascii_digit());
        let is_other = name == "*" || name.contains(['[', ']', '\'', '"', '\\']);
        if dots.is_empty() || is_plain || is_other {
            fixed += segment;
        } else {
            let dots = if dots == "." { "" } else { dots };
            fixed.extend([dots, "['", name.trim(), "']"]);
        }
    }
    JsonPath::parse(&fixed).is_ok().then_some(fixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_need_brackets_get_them() {
        for (path, expected) in [
            ("$.a.Item-Output", Some("$.a['Item-Output']")),
            (
                "$.paths./users/{id}.get",
                Some("$.paths['/users/{id}'].get"),
            ),
            ("$.a['404'].$ref", Some("$.a['404']['$ref']")),
            ("$.a.404.*..x-b[0]", Some("$.a['404'].*..['x-b'][0]")),
            ("$.", None),
            ("$.a]", None),
            ("$.a[", None),
            ("$.a[?@.b = 'c']", None),
        ] {
            assert_eq!(bracketed(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn the_place_of_the_problem_is_shown() {
        for (path, expected) in [
            ("paths", ": it must begin with `$`"),
            ("/paths", ": it must begin with `$`"),
            ("$.a.é-b", " from `-b` on"),
            ("$.a[?@.b = 'c']", " from `= 'c']` on"),
            ("$.a[?@.b", ": it ends too early"),
        ] {
            let (message, _) = explained(path);
            assert_eq!(
                message,
                format!("the path is not a valid JSONPath{expected}")
            );
        }
    }
}

//! The parts of a JSONPath, found in its text: segments, and alternatives within them.

use std::ops::Range;

use super::limits::outside_quotes;

/// One of several selectors in brackets (`['a', 'b']`), or one of several conditions that are joined by `||`.
pub(super) struct Alternative<'p> {
    path: &'p str,
    /// Where all of the alternatives are.
    group: Range<usize>,
    /// The text of this one.
    pub(super) text: &'p str,
}

impl Alternative<'_> {
    /// The path with this alternative alone.
    pub(super) fn alone(&self) -> String {
        let Range { start, end } = self.group;
        format!("{}{}{}", &self.path[..start], self.text, &self.path[end..])
    }
}

/// Brackets or parentheses that are not closed yet.
struct Open {
    is_bracket: bool,
    start: usize,
    /// Where the selectors end.
    commas: Vec<usize>,
    /// Where the condition that is being read begins.
    condition: usize,
    /// Where its parts end.
    ors: Vec<usize>,
}

/// The alternatives of a valid path.
pub(super) fn alternatives(path: &str) -> Vec<Alternative<'_>> {
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut before = None;
    for (at, each) in outside_quotes(path) {
        match (each, open.last_mut()) {
            ('[' | '(', _) => open.push(Open {
                is_bracket: each == '[',
                start: at + 1,
                commas: Vec::new(),
                condition: at + 1,
                ors: Vec::new(),
            }),
            (',', Some(inner)) if inner.is_bracket => {
                found.extend(split(path, inner.condition..at, &inner.ors, 2));
                inner.commas.push(at);
                inner.ors.clear();
                inner.condition = at + 1;
            }
            ('?', Some(inner)) if inner.is_bracket => inner.condition = at + 1,
            ('|', Some(inner)) if before == Some((at.wrapping_sub(1), '|')) => {
                inner.ors.push(at - 1);
            }
            (']' | ')', Some(inner)) => {
                found.extend(split(path, inner.condition..at, &inner.ors, 2));
                found.extend(split(path, inner.start..at, &inner.commas, 1));
                open.pop();
            }
            _ => {}
        }
        before = Some((at, each));
    }
    found
}

/// The parts of a text between separators of some length; none if there are no separators.
fn split<'p>(
    path: &'p str,
    group: Range<usize>,
    separators: &[usize],
    length: usize,
) -> Vec<Alternative<'p>> {
    if separators.is_empty() {
        return Vec::new();
    }
    let starts = separators.iter().map(|separator| separator + length);
    let starts = [group.start].into_iter().chain(starts);
    let ends = separators.iter().copied().chain([group.end]);
    let parts = starts.zip(ends).map(|(start, end)| Alternative {
        path,
        group: group.clone(),
        text: path[start..end].trim(),
    });
    parts.collect()
}

/// The ends of the segments of a path: those of `$.paths['/users']` are at `$`, `$.paths` and the whole path.
pub(super) fn segment_ends(path: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut depth = 0_usize;
    let mut before = None;
    for (at, each) in outside_quotes(path) {
        let follows_dots = matches!(before, Some('.'));
        match each {
            '[' | '(' => {
                if depth == 0 && !follows_dots {
                    ends.push(at);
                }
                depth += 1;
            }
            ']' | ')' => depth = depth.saturating_sub(1),
            '.' if depth == 0 && !follows_dots => ends.push(at),
            _ => {}
        }
        before = Some(each);
    }
    ends.push(path.len());
    ends
}

/// A name that a segment asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The name of a member.
    Member(String),
    /// The value of a member, in a condition: `@.name == 'value'`.
    Value { member: String, value: String },
}

/// The names that a segment asks for, as far as they are written in one of the usual ways.
pub(super) fn wanted(segment: &str) -> Vec<Wanted> {
    let name = segment.trim_start_matches('.');
    let Some(inside) = name
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    else {
        let is_name = !name.is_empty() && name != "*";
        return is_name
            .then(|| Wanted::Member(name.to_owned()))
            .into_iter()
            .collect();
    };
    if let Some(name) = literal(inside.trim()) {
        return vec![Wanted::Member(name)];
    }
    let conditions = inside.split("@.").skip(1);
    let conditions = conditions.filter_map(|condition| {
        let (member, value) = condition.split_once("==")?;
        let value = value.trim_start();
        let quote = value.chars().next()?;
        let end = value[1..].find(quote)? + 2;
        Some(Wanted::Value {
            member: member.trim().to_owned(),
            value: literal(value.get(..end)?)?,
        })
    });
    conditions.collect()
}

/// The text of a string in quotes, if it has no escapes.
fn literal(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|quote| "'\"".contains(*quote))?;
    let inside = text.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inside.contains([quote, '\\'])).then(|| inside.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_are_selectors_and_conditions() {
        let alone = |path: &str| -> Vec<String> {
            alternatives(path).iter().map(Alternative::alone).collect()
        };
        assert_eq!(alone("$.paths['/a'].get"), [""; 0]);
        assert_eq!(
            alone("$['a,b', \"c||d\"].x"),
            ["$['a,b'].x", "$[\"c||d\"].x"]
        );
        assert_eq!(
            alone("$[?@.a == 'x' || @.b].c"),
            ["$[?@.a == 'x'].c", "$[?@.b].c"]
        );
        assert_eq!(
            alone("$[?@.i == 'q' && (@.a == 1||@.b[0, 1])]"),
            [
                "$[?@.i == 'q' && (@.a == 1||@.b[0])]",
                "$[?@.i == 'q' && (@.a == 1||@.b[1])]",
                "$[?@.i == 'q' && (@.a == 1)]",
                "$[?@.i == 'q' && (@.b[0, 1])]"
            ]
        );
        assert_eq!(alone("$[?match(@.a, 'b')]"), [""; 0]);
        assert_eq!(
            alone("$[?@.a || @.b, 'c']"),
            ["$[?@.a, 'c']", "$[?@.b, 'c']", "$[?@.a || @.b]", "$['c']"]
        );
    }

    #[test]
    fn segments_end_before_dots_and_brackets() {
        let path = "$.a..b[?@.c[0].d]['e.f'][*]..['g']";
        let prefixes: Vec<_> = segment_ends(path)
            .into_iter()
            .map(|end| &path[..end])
            .collect();
        assert_eq!(
            prefixes,
            [
                "$",
                "$.a",
                "$.a..b",
                "$.a..b[?@.c[0].d]",
                "$.a..b[?@.c[0].d]['e.f']",
                "$.a..b[?@.c[0].d]['e.f'][*]",
                path
            ]
        );
    }

    #[test]
    fn segments_ask_for_names() {
        let member = |name: &str| Wanted::Member(name.into());
        assert_eq!(wanted(".get"), [member("get")]);
        assert_eq!(wanted("..properties"), [member("properties")]);
        assert_eq!(wanted("['/a/{id}']"), [member("/a/{id}")]);
        assert_eq!(wanted(".*"), []);
        assert_eq!(wanted("[*]"), []);
        let value = |member: &str, value: &str| Wanted::Value {
            member: member.into(),
            value: value.into(),
        };
        assert_eq!(
            wanted("[?@.name == 'id' && @.in==\"path\"]"),
            [value("name", "id"), value("in", "path")]
        );
        assert_eq!(wanted("[?@.name]"), []);
    }
}

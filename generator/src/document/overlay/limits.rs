//! Limits for overlays. The library that reads JSONPaths is recursive, and takes exponential time for nested filters; a short path
//! can select a node very many times, and a few actions can make a document grow without end.

use std::collections::HashMap;

use serde_json::Value;

/// The longest path, in bytes.
const LONGEST: usize = 10_000;

/// The deepest nesting of brackets and parentheses in a path.
const NESTED: usize = 10;

/// The most nodes to look at for one path.
const MOST_VISITED: u64 = 20_000_000;

/// The most times that the selectors of one path may select the same node.
const MOST_REPEATED: u64 = 16;

/// The most that actions may add to a document, in bytes, roughly.
pub(super) const MOST_ADDED: usize = 64 << 20;

/// The deepest nesting of a document. Texts have the same limit.
pub(super) const DEEPEST: usize = 128;

/// Checks the text of a path before it is parsed.
pub(super) fn check_text(path: &str) -> Result<(), String> {
    if path.len() > LONGEST {
        return Err(format!("is longer than {LONGEST} bytes"));
    }
    let mut depth = 0_usize;
    for (_, each) in outside_quotes(path) {
        match each {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > NESTED {
            return Err(format!(
                "has more than {NESTED} brackets inside one another"
            ));
        }
    }
    Ok(())
}

/// Checks that a path can be evaluated in reasonable time.
pub(super) fn check_work(path: &str, document: &Value) -> Result<(), String> {
    let descents = path.matches("..").count();
    let filters = path.matches('?').count();
    let searches = searches_in_filters(path);
    let repetitions = repetitions(path);
    if repetitions > MOST_REPEATED {
        return Err(format!("may select a node more than {MOST_REPEATED} times"));
    }
    if searches == 0 && descents + filters < 2 && repetitions < 2 {
        return Ok(());
    }
    let mut depths = Vec::new();
    count(document, 0, &mut depths);
    // A node is visited once for each choice of the nodes above it where one part of the path ends and the next begins.
    let of_depth = |(depth, nodes): (usize, &u64)| {
        let choices = (1..descents).fold(1_u64, |choices, part| {
            let part = u64::try_from(part).unwrap_or(u64::MAX);
            let depth = u64::try_from(depth).unwrap_or(u64::MAX);
            choices.saturating_mul(depth.saturating_add(part)) / part
        });
        nodes.saturating_mul(choices)
    };
    let visited = depths.iter().enumerate().map(of_depth);
    let visited = visited.fold(0_u64, u64::saturating_add);
    // A filter that looks at the whole document does so for each node.
    let nodes = depths.iter().sum::<u64>().max(1);
    let work = visited.saturating_mul(repetitions);
    let work = (0..searches).fold(work, |work, _| work.saturating_mul(nodes));
    if work > MOST_VISITED {
        let parts = if searches > 0 {
            "filters"
        } else {
            "`..` and selectors for the same nodes"
        };
        return Err(format!("has too many {parts} for a document of this size"));
    }
    Ok(())
}

/// The number of queries in filters that start at the root and select many nodes.
fn searches_in_filters(path: &str) -> usize {
    let Some(filters) = path.find('?').map(|at| &path[at..]) else {
        return 0;
    };
    let queries = outside_quotes(filters).filter(|(_, each)| *each == '$');
    let searches = queries.filter(|(at, _)| {
        let query = &filters[at + 1..];
        let end = query.find([' ', ')', '=', '<', '>', '&', '|', ',']);
        let query = &query[..end.unwrap_or(query.len())];
        query.contains("..") || query.contains('*') || query.contains('?')
    });
    searches.count()
}

/// How often a path may select one node: the lists of selectors (`[*, 0, 'a']`) may contain several that match it.
fn repetitions(path: &str) -> u64 {
    let mut repetitions = 1_u64;
    let mut open: Vec<Selectors<'_>> = Vec::new();
    for (at, each) in outside_quotes(path) {
        match (each, open.last_mut()) {
            ('[', _) => open.push(Selectors::from(at + 1)),
            ('(', Some(list)) => list.parentheses += 1,
            (')', Some(list)) => list.parentheses = list.parentheses.saturating_sub(1),
            (',', Some(list)) if list.parentheses == 0 => list.add(path, at),
            (']', Some(list)) => {
                list.add(path, at);
                repetitions = repetitions.saturating_mul(list.repetitions());
                open.pop();
            }
            _ => {}
        }
    }
    repetitions
}

/// A list of selectors.
#[derive(Default)]
struct Selectors<'p> {
    /// The start of the current one.
    start: usize,
    /// The number of open parentheses in it.
    parentheses: usize,
    /// How often each name and index is in the list.
    names: HashMap<&'p str, u64>,
    /// The number of other selectors.
    others: u64,
}

impl<'p> Selectors<'p> {
    fn from(start: usize) -> Self {
        Self {
            start,
            ..Self::default()
        }
    }

    fn add(&mut self, path: &'p str, end: usize) {
        let selector = path[self.start..end].trim();
        self.start = end + 1;
        let is_index = selector.bytes().all(|byte| byte.is_ascii_digit());
        // A name can be written in several ways only with escapes.
        let is_name = selector.starts_with(['\'', '"']) && !selector.contains('\\');
        if is_index || is_name {
            let name = selector.trim_matches(['\'', '"']);
            *self.names.entry(name).or_default() += 1;
        } else {
            self.others += 1;
        }
    }

    fn repetitions(&self) -> u64 {
        let of_a_name = self.names.values().max().copied().unwrap_or_default();
        (self.others + of_a_name).max(1)
    }
}

/// The characters of a path that are not in quotes, with their positions.
pub(super) fn outside_quotes(path: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    let mut is_escaped = false;
    path.char_indices().filter(move |(_, each)| {
        if quote.is_none() {
            quote = ['\'', '"'].contains(each).then_some(*each);
            return quote.is_none();
        }
        if is_escaped {
            is_escaped = false;
        } else if *each == '\\' {
            is_escaped = true;
        } else if quote == Some(*each) {
            quote = None;
        }
        false
    })
}

/// Counts the nodes of each depth.
fn count(value: &Value, depth: usize, depths: &mut Vec<u64>) {
    if depths.len() == depth {
        depths.push(0);
    }
    depths[depth] += 1;
    match value {
        Value::Object(members) => members
            .values()
            .for_each(|member| count(member, depth + 1, depths)),
        Value::Array(items) => items.iter().for_each(|item| count(item, depth + 1, depths)),
        _ => {}
    }
}

/// The memory that a value takes, roughly, and its depth.
pub(super) fn size(value: &Value) -> (usize, usize) {
    const NODE: usize = 64;
    let add = |all: (usize, usize), (bytes, depth): (usize, usize)| {
        (all.0.saturating_add(bytes), all.1.max(depth + 1))
    };
    match value {
        Value::String(text) => (NODE + text.len(), 1),
        Value::Array(items) => items.iter().map(size).fold((NODE, 1), add),
        Value::Object(members) => {
            let sizes = members.iter().map(|(key, member)| {
                let (bytes, depth) = size(member);
                (bytes + key.len(), depth)
            });
            sizes.fold((NODE, 1), add)
        }
        _ => (NODE, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_for_the_same_node_are_counted() {
        for (path, expected) in [
            ("$.a[*].b", 1),
            ("$.paths['/a', '/b', \"/c\"][*]", 1),
            ("$['a', \"a\"]", 2),
            ("$['a', '\\u0061', 'b']", 2),
            ("$[*, *][*, *, *]", 6),
            ("$[*, 0, 1:2, 'a']", 3),
            ("$[0, 1, 2, 3]", 1),
            ("$[?match(@.a, 'b, c') && @['x', 'y'] == 1]", 1),
            ("$[?@[*, *], *]", 4),
            ("$[']', '[', ',']", 1),
        ] {
            assert_eq!(repetitions(path), expected, "{path}");
        }
        assert_eq!(repetitions(&"[*,*]".repeat(200)), u64::MAX);
        assert!(check_work(&"[*,*]".repeat(200), &Value::Null).is_err());
    }
}

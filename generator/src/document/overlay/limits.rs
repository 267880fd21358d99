//! Limits for overlays. The library that reads JSONPaths is recursive, and takes exponential time for nested filters; a short path
//! can select a node very many times, and a few actions can make a document grow without end.

use serde_json::Value;

/// The longest path, in bytes.
const LONGEST: usize = 10_000;

/// The deepest nesting of brackets and parentheses in a path.
const NESTED: usize = 10;

/// The most nodes to look at for one path.
const MOST_VISITED: u64 = 20_000_000;

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
    if searches == 0 && descents + filters < 2 {
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
    let work = (0..searches).fold(visited, |work, _| work.saturating_mul(nodes));
    if work > MOST_VISITED {
        let parts = if searches > 0 { "filters" } else { "`..`" };
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

//! The imports in a file, found without a parser of Rust.

use std::collections::BTreeMap;

/// The names that the root of a crate takes from its modules, with the module of each.
pub(crate) fn exported(text: &str) -> BTreeMap<String, String> {
    let tokens = tokens(text);
    let mut names = BTreeMap::new();
    for statement in tokens.split(|token| token.text == ";") {
        let start = statement.iter().rposition(|token| token.text == "use");
        let statement = start.map_or(&[][..], |start| &statement[start + 1..]);
        let mut words = statement.iter().map(|token| &*token.text);
        let module = words.find(|text| !["crate", "self", "::"].contains(text));
        for (at, name) in statement.iter().enumerate() {
            // The last name of a path, or the one after `as`.
            let is_last = ["", ",", "}"].contains(&text_at(statement, at + 1));
            if is_last && is_word(&name.text) {
                let module = module.unwrap_or_default();
                names.insert(name.text.clone(), module.to_owned());
            }
        }
    }
    names
}

/// The names at the root of the crate that a module so many levels below it uses, with their lines.
pub(crate) fn imports(text: &str, level: usize) -> Vec<(String, usize)> {
    let tokens = &*tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_start = ["crate", "super"].contains(&text_at(tokens, at));
        if is_start && (at == 0 || !["$", "::"].contains(&text_at(tokens, at - 1))) {
            at = import(tokens, at, level, &mut found);
        } else if is_test(&tokens[at..]) {
            at = end_of_item(tokens, at + TEST.len());
        } else {
            at += 1;
        }
    }
    found
}

/// Reads a path from `at`, seen from so many levels below the root, and returns where it ends.
fn import(
    tokens: &[Token],
    mut at: usize,
    mut level: usize,
    found: &mut Vec<(String, usize)>,
) -> usize {
    loop {
        match text_at(tokens, at) {
            "crate" => level = 0,
            "super" => level = level.saturating_sub(1),
            "self" | "*" => {}
            "{" => {
                while ["{", ","].contains(&text_at(tokens, at)) {
                    at = import(tokens, at + 1, level, found);
                    if text_at(tokens, at) == "as" {
                        at += 2;
                    }
                }
            }
            name if is_word(name) => {
                if level == 0 {
                    found.push((name.to_owned(), tokens[at].line));
                }
                level = usize::MAX; // in a module of its own, from which nothing leads back
            }
            _ => return at,
        }
        at += 1;
        if text_at(tokens, at) != "::" {
            return at;
        }
        at += 1;
    }
}

const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn is_test(tokens: &[Token]) -> bool {
    let texts = tokens.iter().map(|token| &*token.text);
    texts.take(TEST.len()).eq(TEST)
}

/// Where the item that starts at `at` ends.
fn end_of_item(tokens: &[Token], mut at: usize) -> usize {
    let mut depth = 0;
    while at < tokens.len() {
        match text_at(tokens, at) {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 && ["}", ";"].contains(&text_at(tokens, at - 1)) {
            break;
        }
    }
    at
}

/// A word, `::`, or another character of Rust code.
struct Token {
    text: String,
    line: usize,
}

/// The text of a token; empty after the last one.
fn text_at(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| &token.text)
}

fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Code without comments, strings and characters.
fn tokens(code: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (code, 1);
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|each: char| !each.is_alphanumeric() && each != '_');
        let token = match word.unwrap_or(rest.len()) {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            length => length,
        };
        let skipped = skipped(rest);
        let (text, after) = rest.split_at(skipped.unwrap_or(token));
        if skipped.is_none() {
            let text = text.to_owned();
            tokens.push(Token { text, line });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    tokens
}

/// The length of a space, a comment, a text or a character, if there is one.
fn skipped(code: &str) -> Option<usize> {
    let raw = ["r", "br", "cr"].map(|prefix| code.strip_prefix(prefix));
    let raw = raw.into_iter().flatten().find_map(|text| {
        let hashes = text.find(|each| each != '#')?;
        let (hashes, text) = text.split_at(hashes);
        let text = text.strip_prefix('"')?;
        let end = format!("\"{hashes}");
        Some(code.len() - text.len() + text.find(&end)? + end.len())
    });
    let mut chars = code.chars();
    match (chars.next()?, chars.next(), chars.next()) {
        (space, _, _) if space.is_whitespace() => Some(space.len_utf8()),
        ('/', Some('/'), _) => Some(code.find('\n').unwrap_or(code.len())),
        ('/', Some('*'), _) => Some(code.find("*/")? + 2),
        ('"', _, _) => Some(end_of_text(code, '"')),
        // A lifetime has no second quote.
        ('\'', Some('\\'), _) | ('\'', Some(_), Some('\'')) => Some(end_of_text(code, '\'')),
        _ => raw,
    }
}

fn end_of_text(code: &str, quote: char) -> usize {
    let mut chars = code.char_indices().skip(1);
    while let Some((at, each)) = chars.next() {
        if each == '\\' {
            chars.next();
        } else if each == quote {
            return at + 1;
        }
    }
    code.len()
}

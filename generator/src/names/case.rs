//! Words to identifiers.

use std::ops::RangeInclusive;

use heck::{ToKebabCase, ToSnakeCase, ToUpperCamelCase};

/// Words that can't be a name, in any edition, and `Self`.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// `createdAt` to `CreatedAt`
pub(super) fn pascal(text: &str) -> String {
    let name = spelled(text).to_upper_camel_case();
    let numeral = name.starts_with(char::is_numeric).then_some("N");
    identifier(numeral.unwrap_or_default().to_owned() + &name, "Empty")
}

/// `createdAt` to `created_at`
pub(super) fn snake(text: &str) -> String {
    let name = spelled(text).to_snake_case();
    // With an underscore in front it would look like something that is not used.
    let numeral = name.starts_with(char::is_numeric).then_some("n");
    identifier(numeral.unwrap_or_default().to_owned() + &name, "empty")
}

/// `bot_id` to `botId`: what a setting of a client is called in JSON.
pub(crate) fn camel_case(setting: &str) -> String {
    let mut words = setting.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let initial = letters.next().map(|first| first.to_ascii_uppercase());
        name + &initial.into_iter().chain(letters).collect::<String>()
    })
}

/// Characters in the name of a module; most file systems take 255 bytes, and tools put something before or behind.
const LONGEST_MODULE: usize = 120;

/// A name for a module, which is a file as well: some file systems know ASCII only.
pub(super) fn module(text: &str) -> String {
    let ascii: String = snake(text).chars().filter(char::is_ascii).collect();
    let words: String = ascii
        .trim_matches('_')
        .chars()
        .take(LONGEST_MODULE)
        .collect();
    let words = words.trim_end_matches('_');
    if words.is_empty() {
        "module".to_owned()
    } else {
        snake(words)
    }
}

fn identifier(name: String, empty: &str) -> String {
    if name.is_empty() {
        empty.to_owned()
    } else if !name.starts_with(unicode_ident::is_xid_start) {
        format!("_{name}")
    } else if KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// Characters that no identifier has become words where they carry the meaning: in front, or where there is nothing else.
fn spelled(text: &str) -> String {
    let has_word = text.chars().any(is_word);
    let mut spelled = String::new();
    for (index, char) in plurals_joined(text).chars().enumerate() {
        let word = (index == 0 || !has_word).then(|| spell(char)).flatten();
        match word {
            Some(word) => spelled.extend([" ", word, " "]),
            None if is_word(char) => spelled.push(char),
            None => spelled.push(' '),
        }
    }
    spelled
}

/// `IDs`, the plural of an abbreviation, is one word: `Ids`.
fn plurals_joined(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for end in 2..chars.len() {
        let is_plural =
            chars[end] == 's' && !chars.get(end + 1).is_some_and(|next| next.is_lowercase());
        let start = chars[..end]
            .iter()
            .rposition(|char| !char.is_ascii_uppercase())
            .map_or(0, |before| before + 1);
        if is_plural && end - start >= 2 {
            chars[start + 1..end]
                .iter_mut()
                .for_each(char::make_ascii_lowercase);
        }
    }
    chars.into_iter().collect()
}

fn is_word(char: char) -> bool {
    char != '_'
        && unicode_ident::is_xid_continue(char)
        && !RARE.iter().any(|range| range.contains(&char))
}

/// Marks, and letters of another kind that look like others: the compiler warns of them in names.
const RARE: [RangeInclusive<char>; 6] = [
    '\u{02b0}'..='\u{036f}',
    '\u{2070}'..='\u{209f}',
    '\u{2100}'..='\u{218f}',
    '\u{fb00}'..='\u{fb06}',
    '\u{fe00}'..='\u{ffef}',
    '\u{1d400}'..='\u{1d7ff}',
];

fn spell(char: char) -> Option<&'static str> {
    Some(match char {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '@' => "at",
        '#' => "hash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '?' => "question",
        '~' => "tilde",
        '_' => "underscore",
        ' ' => "space",
        _ => return None,
    })
}

/// A feature of a crate: letters that every registry takes, in kebab case.
pub(super) fn feature(name: &str) -> String {
    let ascii = name.replace(|char: char| !char.is_ascii(), "");
    let feature = ascii.to_kebab_case();
    if feature.is_empty() {
        return "tag".to_owned();
    }
    feature
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_identifiers() {
        assert_eq!(pascal("bi-weekly"), "BiWeekly");
        assert_eq!(pascal("in_progress"), "InProgress");
        assert_eq!(snake("x-rate.limit"), "x_rate_limit");
        assert_eq!(snake("messageIDs"), "message_ids");
        assert_eq!(snake("URLsToVisit"), "urls_to_visit");
    }

    #[test]
    fn features_are_named_as_every_registry_takes_them() {
        assert_eq!(feature("User Management"), "user-management");
        assert_eq!(feature("a\"]\nb"), "a-b");
        assert_eq!(feature("2 things"), "2-things");
        assert_eq!(feature("Größe"), "gre");
        assert_eq!(
            (feature("日本"), feature("")),
            ("tag".to_owned(), "tag".to_owned())
        );
    }

    #[test]
    fn what_has_no_letters_still_gets_a_name() {
        assert_eq!(pascal("+1"), "Plus1");
        assert_eq!(pascal("-1"), "Minus1");
        assert_eq!(pascal(">="), "GreaterEqual");
        assert_eq!(pascal(""), "Empty");
        assert_eq!(
            (pascal("404"), snake("404")),
            ("N404".to_owned(), "n404".to_owned())
        );
        assert_eq!(snake("日本"), "日本");
        assert_eq!(snake("a\u{24d0}b"), "a_b");
        assert_eq!(snake("\u{2bf}ain"), "ain");
        assert_eq!(
            (module("日本"), module("日本 user")),
            ("module".to_owned(), "user".to_owned())
        );
        assert_eq!(module(&"a b".repeat(100)).len(), LONGEST_MODULE);
    }

    #[test]
    fn keywords_get_an_underscore() {
        assert_eq!(snake("type"), "type_");
        assert_eq!(pascal("self"), "Self_");
    }
}

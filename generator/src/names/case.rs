//! Words to identifiers, in ASCII: the compiler warns about uncommon and confusable letters, and not every keyboard has them.

use deunicode::deunicode;
use heck::{ToKebabCase, ToSnakeCase, ToUpperCamelCase};

/// Words that are reserved in any edition.
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
    let numeral = starts_with_digit(&name).then_some("N");
    identifier(numeral.unwrap_or_default().to_owned() + &name, "Empty")
}

/// `createdAt` to `created_at`
pub(super) fn snake(text: &str) -> String {
    let name = spelled(text).to_snake_case();
    // With a leading underscore, it would look unused.
    let numeral = starts_with_digit(&name).then_some("n");
    identifier(numeral.unwrap_or_default().to_owned() + &name, "empty")
}

/// `bot_id` to `botId`: the name of a client's setting in JSON.
pub(crate) fn camel_case(setting: &str) -> String {
    let mut words = setting.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let initial = letters.next().map(|first| first.to_ascii_uppercase());
        name + &initial.into_iter().chain(letters).collect::<String>()
    })
}

/// Maximum length of a module's name. Most file systems allow 255 bytes, and tools add prefixes and suffixes.
const LONGEST_MODULE: usize = 120;

/// The name of a module, and so of its file.
pub(super) fn module(text: &str) -> String {
    snake(text).chars().take(LONGEST_MODULE).collect()
}

fn starts_with_digit(name: &str) -> bool {
    name.starts_with(|char: char| char.is_ascii_digit())
}

fn identifier(name: String, empty: &str) -> String {
    if name.is_empty() {
        empty.to_owned()
    } else if KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// Spells out characters that are not allowed in identifiers where they carry meaning: at the start, or if nothing else is left.
fn spelled(text: &str) -> String {
    let text = plurals_joined(&deunicode(text));
    let has_word = text.chars().any(is_word);
    if !has_word {
        return operator(&text);
    }
    let mut spelled = String::new();
    for (index, char) in text.chars().enumerate() {
        let word = (index == 0).then(|| spell(char)).flatten();
        match word {
            Some(word) => spelled.extend([" ", word, " "]),
            None if is_word(char) => spelled.push(char),
            None => spelled.push(' '),
        }
    }
    spelled
}

/// Spells out a text without letters and digits: `!=` is `not equal`, and `!!` is `double exclamation`.
fn operator(text: &str) -> String {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let others = rest.trim_start_matches(first);
        let count = rest[..rest.len() - others.len()].chars().count();
        rest = others;
        let word = match first {
            // It negates what follows.
            '!' if rest.is_empty() => Some("exclamation"),
            _ => spell(first),
        };
        let Some(word) = word else { continue };
        match count {
            1 => {}
            2 => words.push("double".to_owned()),
            3 => words.push("triple".to_owned()),
            _ => words.push(format!("times {count}")),
        }
        words.push(word.to_owned());
    }
    words.join(" ")
}

/// `IDs`, the plural of an abbreviation, is one word: `Ids`.
fn plurals_joined(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for end in 2..chars.len() {
        let is_plural =
            chars[end] == 's' && !chars.get(end + 1).is_some_and(|next| next.is_lowercase());
        if !is_plural {
            continue;
        }
        let start = chars[..end]
            .iter()
            .rposition(|char| !char.is_ascii_uppercase())
            .map_or(0, |before| before + 1);
        if end - start >= 2 {
            chars[start + 1..end]
                .iter_mut()
                .for_each(char::make_ascii_lowercase);
        }
    }
    chars.into_iter().collect()
}

fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric()
}

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

/// The name of a Cargo feature: characters that every registry accepts, in kebab case.
pub(super) fn feature(name: &str) -> String {
    let feature = deunicode(name).to_kebab_case();
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
    fn features_have_names_that_every_registry_accepts() {
        assert_eq!(feature("User Management"), "user-management");
        assert_eq!(feature("a\"]\nb"), "a-b");
        assert_eq!(feature("2 things"), "2-things");
        assert_eq!(feature("Größe"), "grosse");
        assert_eq!(feature(""), "tag");
    }

    #[test]
    fn words_without_letters_still_get_a_name() {
        assert_eq!(pascal("+1"), "Plus1");
        assert_eq!(pascal("-1"), "Minus1");
        assert_eq!(pascal(">="), "GreaterEqual");
        assert_eq!(pascal(""), "Empty");
        let operators = ["!", "!!", "!=", "==", "**", "...", "!~", "____", " "].map(snake);
        let names = [
            "exclamation",
            "double_exclamation",
            "not_equal",
            "double_equal",
            "double_star",
            "triple_dot",
            "not_tilde",
            "times_4_underscore",
            "space",
        ];
        assert_eq!(operators, names);
        assert_eq!(snake("!done"), "not_done");
        assert_eq!(
            (pascal("404"), snake("404")),
            ("N404".to_owned(), "n404".to_owned())
        );
        assert_eq!(module(&"a b".repeat(100)).len(), LONGEST_MODULE);
    }

    #[test]
    fn names_are_in_ascii() {
        assert_eq!(
            (snake("日本"), pascal("日本")),
            ("ri_ben".to_owned(), "RiBen".to_owned())
        );
        assert_eq!(snake("größe"), "grosse");
        assert_eq!(pascal("да"), "Da");
        assert_eq!(snake("\u{2bf}ain"), "ain");
        // The same letter in different encodings gives the same name.
        assert_eq!(["\u{e9}", "e\u{301}", "ｅ", "𝐞"].map(snake), ["e"; 4]);
        assert_eq!(pascal("\u{202e}"), "Empty");
    }

    #[test]
    fn keywords_get_an_underscore() {
        assert_eq!(snake("type"), "type_");
        assert_eq!(pascal("self"), "Self_");
    }
}

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
    pascal_of(&spelled(text, |_| false))
}

/// The name of a value: `C#` to `CHash`, and `A-` to `AMinus`.
pub(super) fn value(text: &str) -> String {
    pascal_of(&spelled(text, |sign| sign.is_at_end("+-<>=!#")))
}

/// The name of a value that differs from another one by a sign: `GMT-1` to `GmtMinus1`.
pub(super) fn signed_value(text: &str) -> String {
    pascal_of(&spelled(text, |sign| {
        sign.is_at_end("+-<>=!#") || sign.is_of_number()
    }))
}

fn pascal_of(spelled: &str) -> String {
    let name = spelled.to_upper_camel_case();
    let numeral = starts_with_digit(&name).then_some("N");
    identifier(numeral.unwrap_or_default().to_owned() + &name, "Empty")
}

/// `createdAt` to `created_at`
pub(super) fn snake(text: &str) -> String {
    snake_of(&spelled(text, |_| false))
}

/// The name of a parameter or a property: `Sent<` to `sent_less`.
pub(super) fn field(text: &str) -> String {
    snake_of(&spelled(text, |sign| sign.is_at_end("+<>=!#")))
}

fn snake_of(spelled: &str) -> String {
    let name = spelled.to_snake_case();
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

/// Spells out characters that are not allowed in identifiers where they carry meaning: at the start, if nothing else is left, or
/// where `carries_meaning`.
fn spelled(text: &str, carries_meaning: impl Fn(Sign<'_>) -> bool) -> String {
    let text = plurals_joined(&deunicode(text));
    let has_word = text.chars().any(is_word);
    if !has_word {
        return operator(&text);
    }
    let mut spelled = String::new();
    for (index, char) in text.char_indices() {
        let before = &text[..index];
        let after = &text[index + char.len_utf8()..];
        let word = match spell(char) {
            Some(word) if before.is_empty() => Some(word),
            word => word.filter(|_| {
                carries_meaning(Sign {
                    before,
                    char,
                    after,
                })
            }),
        };
        match word {
            // It negates only what follows.
            Some("not") if after.is_empty() => spelled.push_str(" exclamation"),
            Some(word) => spelled.extend([" ", word, " "]),
            None if is_word(char) => spelled.push(char),
            None => spelled.push(' '),
        }
    }
    spelled
}

/// A character within a text, but not at its start.
#[derive(Clone, Copy)]
struct Sign<'t> {
    before: &'t str,
    char: char,
    after: &'t str,
}

impl Sign<'_> {
    /// Whether it is one of these, and only such signs follow. In `List<Pet>`, the last one is only a bracket.
    fn is_at_end(self, signs: &str) -> bool {
        let is_bracket = self.char == '>' && self.before.contains('<');
        let ends = self.after.chars().all(|char| signs.contains(char));
        signs.contains(self.char) && ends && !is_bracket
    }

    /// Whether it is the sign of a number, and not a hyphen as in `v1-2`.
    fn is_of_number(self) -> bool {
        let is_after_digit = self.before.ends_with(|char: char| char.is_ascii_digit());
        let is_sign = self.char == '+' || self.char == '-' && !is_after_digit;
        is_sign && starts_with_digit(self.after)
    }
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
        let fields = ["Sent<", "Sent >=", "a!", "b-", "List<Pet>"].map(field);
        let names = [
            "sent_less",
            "sent_greater_equal",
            "a_exclamation",
            "b",
            "list_pet",
        ];
        assert_eq!(fields, names);
        let values =
            ["C#", "C++", "A-", "GMT-1", "v1-2"].map(|text| (value(text), signed_value(text)));
        let same = |name: &str| (name.to_owned(), name.to_owned());
        let of_number = ("Gmt1".to_owned(), "GmtMinus1".to_owned());
        let names = ["CHash", "CPlusPlus", "AMinus", "V12"].map(same);
        let [c_hash, c_plus_plus, a_minus, version] = names;
        assert_eq!(values, [c_hash, c_plus_plus, a_minus, of_number, version]);
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

//! Makes up strings that match a regular expression.

use regex_syntax::hir::{Class, ClassUnicodeRange, Hir, HirKind};

/// A short text that matches a pattern as a whole, or `None` if `regex-syntax` does not support the pattern (such as lookahead)
/// or nothing matches it.
pub(super) fn sample(pattern: &str) -> Option<String> {
    let expression = regex_syntax::Parser::new().parse(pattern).ok()?;
    let mut text = String::new();
    write(&expression, &mut text).then_some(text)
}

/// Appends a match. Returns false if nothing matches.
fn write(expression: &Hir, text: &mut String) -> bool {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(literal) => {
                text.push_str(literal);
                true
            }
            Err(_) => false,
        },
        HirKind::Class(class) => {
            let char = character(class);
            text.extend(char);
            char.is_some()
        }
        HirKind::Repetition(repetition) => {
            // Optional parts appear once, because they say more than an empty text.
            let least = repetition
                .min
                .max(1)
                .min(repetition.max.unwrap_or(u32::MAX));
            (0..least).all(|_| write(&repetition.sub, text))
        }
        HirKind::Capture(capture) => write(&capture.sub, text),
        HirKind::Concat(parts) => parts.iter().all(|part| write(part, text)),
        HirKind::Alternation(parts) => parts.first().is_some_and(|part| write(part, text)),
    }
}

/// A letter or a digit, if the class has one.
fn character(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let has = |char: char| {
        let mut ranges = class.iter();
        ranges.any(|range| (range.start()..=range.end()).contains(&char))
    };
    let first = || class.iter().next().map(ClassUnicodeRange::start);
    ['a', 'A', '1', '0']
        .into_iter()
        .find(|char| has(*char))
        .or_else(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_match() {
        for (pattern, text) in [
            ("^[a-z]{3}-\\d+$", "aaa-1"),
            ("^(GET|POST)?$", "GET"),
            ("[^a]", "A"),
            ("\\p{Greek}", "\u{370}"),
        ] {
            assert_eq!(sample(pattern).as_deref(), Some(text), "{pattern}");
        }
        assert_eq!(sample("(?=a)b"), None);
        assert_eq!(sample("[^\\s\\S]"), None);
    }
}

//! Values that are valid, but that programs would hardly use: all characters, and the largest numbers.

use serde_json::{Value, json};

use super::random::Random;
use super::{LONGEST, count};

/// Characters that mean something in URLs, headers, forms, JSON or terminals, and some of each length in UTF-8.
const SPECIAL: [char; 48] = [
    '/',
    '?',
    '#',
    '&',
    '=',
    '+',
    '%',
    ' ',
    '.',
    ',',
    ';',
    ':',
    '@',
    '!',
    '$',
    '\'',
    '(',
    ')',
    '*',
    '[',
    ']',
    '{',
    '}',
    '|',
    '\\',
    '^',
    '`',
    '"',
    '<',
    '>',
    '~',
    '-',
    '_',
    '\0',
    '\t',
    '\n',
    '\r',
    '\u{7f}',
    '\u{85}',
    'ä',
    'ß',
    '\u{301}',
    '漢',
    '\u{2028}',
    '\u{202e}',
    '\u{fffd}',
    '🦀',
    '\u{10ffff}',
];

/// Whether a schema allows any text of some length.
pub(super) fn is_unrestricted(schema: &Value) -> bool {
    let restricting = ["format", "pattern", "contentEncoding", "contentMediaType"];
    restricting
        .iter()
        .all(|keyword| schema.get(keyword).is_none())
}

/// A text of any characters, of a length that the schema allows.
pub(super) fn text(schema: &Value, random: &mut Random) -> String {
    let least = count(schema, "minLength").unwrap_or(0).min(LONGEST);
    let most = count(schema, "maxLength").unwrap_or(u64::MAX);
    let length = (least + random.up_to(12)).min(most);
    (0..length).map(|_| character(random)).collect()
}

fn character(random: &mut Random) -> char {
    let picked = match random.up_to(2) {
        0 => char::from_u32(u32::try_from(random.up_to(0x0010_ffff)).unwrap_or_default()),
        1 => char::from_u32(u32::try_from(random.up_to(0xff)).unwrap_or_default()),
        _ => random.pick(&SPECIAL).copied(),
    };
    // Surrogates are not characters.
    picked.unwrap_or('a')
}

/// Any JSON.
pub(super) fn value(random: &mut Random) -> Value {
    let text = text(&Value::Null, random);
    let values = [
        json!(text),
        json!({ text.as_str(): [text, {}, [], ""] }),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(random.fraction()),
        json!(f64::MIN_POSITIVE),
        json!(-f64::MAX),
        json!(false),
    ];
    random.pick(&values).cloned().unwrap_or_default()
}

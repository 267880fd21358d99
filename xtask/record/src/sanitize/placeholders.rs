//! Values in place of others: the same one for the same value.

use std::collections::BTreeMap;

use serde_json::{Number, Value};

/// The words that text consists of.
const WORDS: &str = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor";

/// The shortest id that is recognised inside of other text.
const SHORTEST: usize = 8;

/// The length of the placeholder of an id.
const LENGTH: usize = 28;

/// Placeholders of ids and page tokens.
#[derive(Debug, Default)]
pub(super) struct Placeholders {
    known: BTreeMap<String, String>,
    /// The number of values of a kind.
    numbers: BTreeMap<String, usize>,
}

impl Placeholders {
    /// The placeholder of an id: `user_00000000000000000000001`.
    pub(super) fn id(&mut self, id_type: &str, id: &str) -> String {
        let kind = id_type.strip_suffix("Id").unwrap_or(id_type).to_lowercase();
        self.of(&kind, id, LENGTH)
    }

    /// The placeholder of a page token: `page-token-0001`.
    pub(super) fn token(&mut self, token: &str) -> String {
        self.of("page-token", token, 0)
    }

    /// The placeholder of a name that somebody chose: `name-0001`.
    pub(super) fn name(&mut self, name: &str) -> String {
        self.of("name", name, 0)
    }

    fn of(&mut self, kind: &str, value: &str, length: usize) -> String {
        if value.is_empty() {
            return String::new();
        }
        if let Some(known) = self.known.get(value) {
            return known.clone();
        }
        let number = self.numbers.entry(kind.to_owned()).or_default();
        *number += 1;
        let placeholder = if length == 0 {
            format!("{kind}-{number:04}")
        } else {
            let digits = length.saturating_sub(kind.len() + 1);
            format!("{kind}_{number:0digits$}")
        };
        self.known.insert(value.to_owned(), placeholder.clone());
        placeholder
    }

    /// The placeholder of a value that was seen as an id or a token somewhere.
    pub(super) fn known(&self, value: &str) -> Option<&str> {
        self.known.get(value).map(String::as_str)
    }

    /// Whether a text contains such a value.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let mut known = self.known.keys();
        known.any(|value| value.len() >= SHORTEST && text.contains(value.as_str()))
    }
}

/// Neutral text of the same length.
pub(super) fn neutral(text: &str) -> String {
    let length = text.chars().count();
    let mut neutral = String::new();
    for word in WORDS.split_whitespace().cycle() {
        let space = usize::from(!neutral.is_empty());
        if neutral.len() + space + word.len() > length {
            break;
        }
        neutral.push_str(&" "[..space]);
        neutral.push_str(word);
    }
    let rest = length - neutral.len();
    neutral + &".".repeat(rest)
}

/// A neutral number of the same kind and length: `1000` for an integer, `10.5` for another one. An integer of one digit is a count.
pub(super) fn neutral_number(number: &Number) -> Value {
    if number.as_u64().is_some_and(|number| number < 10) {
        return number.clone().into();
    }
    let text = number.to_string();
    let digits = text.trim_start_matches('-').bytes();
    let digits = digits.take_while(u8::is_ascii_digit).count();
    let zeros = "0".repeat(digits.saturating_sub(1));
    let fraction = if number.is_f64() { ".5" } else { "" };
    serde_json::from_str(&format!("1{zeros}{fraction}")).unwrap_or_default()
}

//! What private texts look like, and what placeholders look like.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::Rule;

/// Beginnings of tokens of well-known services.
const TOKENS: [&str; 21] = [
    "bp_pat_",
    "bp_bak_",
    "eyJ",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "xoxb-",
    "xoxp-",
    "xapp-",
    "sk_live_",
    "rk_live_",
    "sk-",
    "AKIA",
    "ASIA",
    "AIza",
    "ya29.",
    "SG.",
    "npm_",
    "-----BEGIN",
];

/// Whether a text has the form of a placeholder: `user_00000000000000000000001`, `page-token-0001`, an instant of a recording.
pub(super) fn is_placeholder(text: &str) -> bool {
    let is_id = text.split_once('_').is_some_and(|(kind, number)| {
        let is_kind = kind.bytes().all(|byte| byte.is_ascii_lowercase());
        !kind.is_empty() && is_kind && is_digits(number) && is_padded(number)
    });
    let is_counted = ["page-token-", "name-", "test-token-"]
        .iter()
        .any(|prefix| {
            let number = text.strip_prefix(prefix);
            number.is_some_and(|number| number.len() == 4 && is_digits(number))
        });
    // A short number is a part of something, such as an address.
    let is_number = text.len() >= 8 && is_neutral(text);
    is_id || is_counted || is_recorded_instant(text) || is_number
}

/// Whether a number is one of those that say nothing: `1000`, `10.5`.
pub(super) fn is_neutral(number: &str) -> bool {
    let whole = number.strip_suffix(".5").unwrap_or(number);
    let zeros = whole.strip_prefix('1');
    zeros.is_some_and(|zeros| zeros.bytes().all(|byte| byte == b'0'))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether digits are the number of a placeholder: a count after many zeros.
fn is_padded(digits: &str) -> bool {
    digits.starts_with("00000000") && digits.trim_start_matches('0').len() <= 5
}

/// Whether a text is an instant of a recording: of the ten years from 2024 on, or the beginning of 1970.
fn is_recorded_instant(text: &str) -> bool {
    let is_first = || {
        let rest = text.strip_prefix("1970-01-01T00:00:00");
        rest.is_some_and(|rest| rest.bytes().all(|byte| b".0Z".contains(&byte)))
    };
    let year = text.get(..4).and_then(|year| year.parse().ok());
    let is_recorded = year.is_some_and(|year: u16| (2024..=2034).contains(&year));
    // With nanoseconds, it has 30 characters.
    instant(text) == Some(text.len()) && text.len() <= 30 && (is_recorded || is_first())
}

/// The length of the instant that a text begins with.
fn instant(text: &str) -> Option<usize> {
    let start = text.get(..19)?;
    let mut form = start.bytes().zip("0000-00-00T00:00:00".bytes());
    let has_form = form.all(|(byte, form)| match form {
        b'0' => byte.is_ascii_digit(),
        _ => byte == form,
    });
    let fraction = text[19..].strip_prefix('.').map(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit);
        digits.count()
    });
    let length = 19 + fraction.map_or(0, |digits| digits + 1);
    if !has_form || fraction == Some(0) || !text[length..].starts_with('Z') {
        return None;
    }
    let is_in = |at: usize, range: RangeInclusive<u8>| {
        let number = start[at..at + 2].parse();
        number.is_ok_and(|number| range.contains(&number))
    };
    let is_date = is_in(5, 1..=12) && is_in(8, 1..=31);
    let is_time = is_in(11, 0..=23) && is_in(14, 0..=59) && is_in(17, 0..=59);
    (is_date && is_time).then_some(length + 1)
}

/// The text with a space in place of each instant.
fn without_instants(text: &str) -> String {
    let mut rest = text;
    let mut without = String::new();
    while let Some(first) = rest.chars().next() {
        let is_start = !without.ends_with(|before: char| before.is_ascii_digit());
        let length = instant(rest).filter(|_| is_start);
        without.push(if length.is_some() { ' ' } else { first });
        rest = &rest[length.unwrap_or(first.len_utf8())..];
    }
    without
}

/// The forms in which a secret may appear.
pub(super) fn forms(secret: &str) -> Vec<String> {
    let mut all = String::new();
    let mut unreserved = String::new();
    for byte in secret.bytes() {
        // Writing to a string cannot fail.
        let _ = write!(all, "%{byte:02X}");
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            unreserved.push(char::from(byte));
        } else {
            let _ = write!(unreserved, "%{byte:02X}");
        }
    }
    let mut forms = vec![secret.to_owned(), unreserved, all.to_lowercase(), all];
    let json = Value::from(secret).to_string();
    forms.push(json[1..json.len() - 1].to_owned());
    // In Base64, a part of a text looks different by its position.
    for before in 0..3 {
        let padded = [&vec![b'x'; before][..], secret.as_bytes()].concat();
        let encoded = STANDARD.encode(&padded);
        let whole = (padded.len() / 3) * 4;
        let start = [0, 2, 3][before];
        if whole > start + 4 {
            let part = &encoded[start + usize::from(before > 0)..whole];
            forms.push(part.to_owned());
            forms.push(part.replace('+', "-").replace('/', "_"));
        }
    }
    forms
}

/// Tokens, addresses and numbers in a text.
pub(super) fn shapes(text: &str) -> Vec<(Rule, String)> {
    let mut found = Vec::new();
    let parts =
        text.split(|char: char| char.is_whitespace() || "\"'<>()[]{},;=&?/\\|".contains(char));
    for part in parts.filter(|part| !part.is_empty()) {
        if is_email(part) {
            found.push((Rule::Email, part.to_owned()));
        }
        if !is_placeholder(part) && is_token(part) {
            found.push((Rule::Token, part.to_owned()));
        }
    }
    // The digits of a token are not a number.
    let is_known = |number: &str| {
        found
            .iter()
            .any(|(_, token): &(Rule, String)| token.contains(number))
    };
    let mut numbers = numbers(text);
    numbers.retain(|number| !is_known(number));
    found.extend(numbers.into_iter().map(|number| (Rule::Number, number)));
    found
}

fn is_email(part: &str) -> bool {
    part.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.ends_with('.'))
}

fn is_token(part: &str) -> bool {
    let has_prefix = TOKENS.iter().any(|token| {
        let rest = part.split_once(token).map(|(_, rest)| rest.len());
        rest.is_some_and(|rest| rest >= 5)
    });
    // A run that mixes letters and digits, as nobody writes it.
    let mut runs = part.split(|char: char| !char.is_ascii_alphanumeric());
    let is_random = |run: &str| {
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        run.len() >= 20 && digits >= 3 && digits < run.len()
    };
    let groups: Vec<&str> = part.split('-').collect();
    let is_hex = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_uuid = groups.len() == 5 && part.len() == 36 && groups.iter().all(is_hex);
    has_prefix || is_uuid || runs.any(is_random)
}

/// Runs of at least nine digits, with anything but letters between them.
fn numbers(text: &str) -> Vec<String> {
    let text = without_instants(text);
    let parts = text.split(char::is_alphabetic).filter(|part| {
        let runs = part.split(|char: char| !char.is_ascii_digit());
        let runs = runs.filter(|run| !is_padded(run));
        runs.map(str::len).sum::<usize>() >= 9
    });
    let ends = |char: char| !char.is_ascii_digit() && char != '+';
    parts
        .map(|part| part.trim_matches(ends).to_owned())
        .collect()
}

//! What private texts look like, and what placeholders look like.

use std::fmt::Write as _;

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

/// Whether a text has the form of a placeholder: `user_00000000000000000000001`, `page-token-0001`, a time of 2024 or 1970.
pub(super) fn is_placeholder(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_id = text.split_once('_').is_some_and(|(kind, number)| {
        let is_kind = kind.bytes().all(|byte| byte.is_ascii_lowercase());
        is_kind && number.starts_with("00000000") && is_digits(number)
    });
    let is_counted = ["page-token-", "name-", "test-token-"]
        .iter()
        .any(|prefix| {
            let number = text.strip_prefix(prefix);
            number.is_some_and(|number| number.len() == 4 && is_digits(number))
        });
    let is_time = ["2024-", "1970-"].iter().any(|year| text.starts_with(year))
        && text.len() <= 30
        && text.ends_with('Z')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b"-:TZ.".contains(&byte));
    is_id || is_counted || is_time || text == "1000000"
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
    let numbers: Vec<String> = numbers(text).filter(|number| !is_known(number)).collect();
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

/// Runs of at least nine digits, which may be separated as in telephone numbers.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|char: char| !char.is_ascii_digit() && !" +-().".contains(char));
    parts.filter_map(|part| {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        let is_time =
            is_placeholder(part.trim()) || part.contains("1970-") || part.contains("2024-");
        let is_padded = digits.starts_with("00000000");
        (digits.len() >= 9 && !is_time && !is_padded).then(|| part.trim().to_owned())
    })
}

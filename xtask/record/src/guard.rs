//! Checks recordings for anything private. It shares nothing with what takes it out: no code and no list. Text is refused unless it
//! is known to be harmless.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// The shortest text that has to be known.
const SHORTEST: usize = 8;

/// Words of recordings in general, and of text without a meaning.
const VOCABULARY: &str = "
    HTTP accept after application authorization Bearer bot botpress cache charset client connect content cookies creator entries entry
    event exchange har headers html json json; live log made octet of page plain receive recorded request response retry send
    server stand step stream test text timings token type version wait with x
    bodySize headersSize httpVersion mimeType postData queryString redirectURL startedDateTime statusText set cookie trace unknown deep
    lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor
";

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

/// What is known to be harmless, and what is known to be secret.
#[derive(Debug, Default)]
pub struct Guard {
    texts: BTreeSet<String>,
    words: BTreeSet<String>,
    secrets: Vec<String>,
}

impl Guard {
    /// A guard that knows the words of recordings.
    pub fn new() -> Self {
        let mut guard = Self::default();
        guard.words.extend(words(VOCABULARY).map(str::to_owned));
        guard
    }

    /// Everything in a document or a scenario is harmless.
    #[must_use]
    pub fn knowing(mut self, value: &Value) -> Self {
        let mut strings = Vec::new();
        visit(value, "", &mut |_, text| strings.push(text.to_owned()));
        for text in strings {
            self.words.extend(words(&text).map(str::to_owned));
            self.texts.insert(text);
        }
        self
    }

    /// A value that must not appear in any form.
    #[must_use]
    pub fn with_secret(mut self, secret: &str) -> Self {
        if secret.len() >= 4 {
            self.secrets.push(secret.to_owned());
        }
        self
    }

    /// The problems of a recording, each with the JSON pointer of the text.
    pub fn check(&self, recording: &str) -> Vec<Problem> {
        let mut problems = BTreeSet::new();
        let squeezed: String = recording
            .chars()
            .filter(|char| !char.is_whitespace())
            .collect();
        for form in self.secrets.iter().flat_map(|secret| forms(secret)) {
            if recording.contains(&form) || squeezed.contains(&form) {
                problems.insert(Problem::new("", Rule::Secret, &form));
            }
        }
        match serde_json::from_str(recording) {
            Ok(value) => {
                let value: Value = value;
                visit(&value, "", &mut |at, text| {
                    self.text(at, text, 0, &mut problems);
                });
            }
            Err(_) => drop(problems.insert(Problem::new("", Rule::Unreadable, ""))),
        }
        problems.into_iter().collect()
    }

    fn text(&self, at: &str, text: &str, depth: usize, problems: &mut BTreeSet<Problem>) {
        if depth < 4 {
            for inner in inner(text) {
                self.text(at, &inner, depth + 1, problems);
            }
            if let Ok(value) = serde_json::from_str::<Value>(text)
                && (value.is_object() || value.is_array())
            {
                let at = |below: &str| format!("{at}{below}");
                visit(&value, "", &mut |below, text| {
                    self.text(&at(below), text, depth + 1, problems);
                });
                visit_numbers(&value, "", &mut |below, number| {
                    if number.len() > 7 {
                        problems.insert(Problem::new(&at(below), Rule::Number, number));
                    }
                });
                return;
            }
        }
        if self.is_harmless(text) {
            return;
        }
        for (rule, found) in shapes(text) {
            problems.insert(Problem::new(at, rule, &found));
        }
        let is_url = text.starts_with("http://") || text.starts_with("https://");
        // The names of members of a body, which are checked there, too.
        let names = text.strip_prefix("unknown to the document: ");
        let parts: Vec<&str> = if let Some(names) = names {
            names.split(['/', ' ']).collect()
        } else if is_url {
            text.split(['/', '?', '&', '=', '#']).collect()
        } else {
            vec![text]
        };
        for part in parts {
            let part = percent_decode_str(part).decode_utf8_lossy();
            if part.chars().count() >= SHORTEST && !self.is_harmless(&part) {
                problems.insert(Problem::new(at, Rule::UnknownText, &part));
            }
        }
    }

    /// Whether a text is known, a placeholder, or made of such words.
    fn is_harmless(&self, text: &str) -> bool {
        if self.texts.contains(text) || is_placeholder(text) {
            return true;
        }
        let mut words = text
            .split_whitespace()
            .filter(|word| !is_placeholder(word))
            .flat_map(words)
            .peekable();
        words.peek().is_some()
            && words.all(|word| self.words.contains(word) || is_placeholder(word) || is_short(word))
            && shapes(text).is_empty()
    }
}

/// A text that may be private.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The JSON pointer of the text, into the JSON in a body if it is there.
    pub at: String,
    /// The reason.
    pub rule: Rule,
    /// The text.
    pub text: String,
}

/// A reason to refuse a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// It is a secret that was given to the guard.
    Secret,
    /// It looks like a token.
    Token,
    /// It is an e-mail address.
    Email,
    /// It looks like a telephone number, or the number of an account.
    Number,
    /// It is not known.
    UnknownText,
    /// The recording is not JSON.
    Unreadable,
}

impl Rule {
    /// Its name in the list of accepted texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Token => "token",
            Self::Email => "email",
            Self::Number => "number",
            Self::UnknownText => "unknown-text",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Problem {
    fn new(at: &str, rule: Rule, text: &str) -> Self {
        Self {
            at: at.to_owned(),
            rule,
            text: text.to_owned(),
        }
    }
}

/// The strings of a value and the names of its members, with their JSON pointers.
fn visit(value: &Value, at: &str, visitor: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => visitor(at, text),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(item, &format!("{at}/{index}"), visitor);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                let at = format!("{at}/{name}");
                visitor(&at, name);
                visit(value, &at, visitor);
            }
        }
        _ => {}
    }
}

fn visit_numbers(value: &Value, at: &str, visitor: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Number(number) => visitor(at, number.to_string().trim_start_matches('-')),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit_numbers(item, &format!("{at}/{index}"), visitor);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                visit_numbers(value, &format!("{at}/{name}"), visitor);
            }
        }
        _ => {}
    }
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_alphanumeric() && char != '_')
        .filter(|word| !word.is_empty())
}

/// A small number or a single letter.
fn is_short(word: &str) -> bool {
    let is_number = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || word.chars().count() == 1
}

/// Whether a text has the form of a placeholder: `user_00000000000000000000001`, `page-token-0001`, a time of 2024 or 1970.
fn is_placeholder(text: &str) -> bool {
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

/// What a text may contain in another encoding.
fn inner(text: &str) -> Vec<String> {
    let mut inner = Vec::new();
    let decoded = percent_decode_str(text).decode_utf8_lossy();
    if decoded != text {
        inner.push(decoded.into_owned());
    }
    let is_encoded = text.len() >= 12 && text.len().is_multiple_of(4);
    let bytes = STANDARD
        .decode(text)
        .ok()
        .filter(|_| is_encoded)
        .or_else(|| {
            URL_SAFE_NO_PAD
                .decode(text)
                .ok()
                .filter(|_| text.len() >= 12)
        });
    let is_text = |text: &String| text.chars().all(|char| !char.is_control());
    inner.extend(
        bytes
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .filter(is_text),
    );
    inner
}

/// The forms in which a secret may appear.
fn forms(secret: &str) -> Vec<String> {
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
fn shapes(text: &str) -> Vec<(Rule, String)> {
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

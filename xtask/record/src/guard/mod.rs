//! Checks recordings for anything private. It shares nothing with what takes it out: no code and no list. Text is refused unless it
//! is known to be harmless.

mod numbers;
mod repeats;
mod secrets;
mod shapes;

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use numbers::Described;
use repeats::repeats;
use secrets::Secret;
use shapes::{is_placeholder, shapes};

/// The shortest text that has to be known.
const SHORTEST: usize = 8;

/// The most digits and single characters in a text of known words, such as the number of a step.
const LOOSE: usize = 3;

/// Words of recordings in general, and of text without a meaning.
const VOCABULARY: &str = "
    HTTP accept after application authorization Bearer bot botpress cache charset client comment connect content cookies creator entries
    entry event exchange har headers html json json; live log made method octet of page plain receive recorded request response retry
    send server size stand step stream test text time timings token type version wait with x
    bodySize headersSize httpVersion mimeType postData queryString redirectURL startedDateTime statusText set cookie trace unknown deep
    lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor
";

/// What is known to be harmless, and what is known to be secret.
#[derive(Debug, Default)]
pub struct Guard {
    texts: BTreeSet<String>,
    words: BTreeSet<String>,
    described: Described,
    secrets: Vec<Secret>,
}

impl Guard {
    /// A guard that knows the words of recordings.
    pub fn new() -> Self {
        let mut guard = Self::default();
        guard.words.extend(words(VOCABULARY).map(str::to_owned));
        let texts = VOCABULARY.split_whitespace();
        guard.texts.extend(texts.map(str::to_owned));
        guard.texts.insert(env!("CARGO_PKG_VERSION").to_owned());
        guard
    }

    /// Everything in a document or a scenario is harmless.
    #[must_use]
    pub fn knowing(mut self, value: &Value) -> Self {
        let mut strings = Vec::new();
        visit(value, "", &mut |_, text, _| strings.push(text.to_owned()));
        visit_numbers(value, &mut |number| strings.push(number));
        self.described.add(value, value);
        for text in strings {
            self.words.extend(words(&text).map(str::to_owned));
            self.texts.insert(text);
        }
        self
    }

    /// A value that must not appear in any form, with its name in problems.
    #[must_use]
    pub fn with_secret(mut self, name: &str, secret: &str) -> Self {
        self.secrets.extend(Secret::new(name, secret));
        self
    }

    /// Where a text contains one of the secrets.
    pub fn secrets(&self, text: &str) -> Vec<Problem> {
        let value = serde_json::from_str(text).ok();
        secrets::problems(&self.secrets, text, value.as_ref())
    }

    /// The problems of a recording, each with the JSON pointer of the text. If it contains a secret, which the others might repeat,
    /// there are no others.
    pub fn check(&self, recording: &str) -> Vec<Problem> {
        let secrets = self.secrets(recording);
        if !secrets.is_empty() {
            return secrets;
        }
        let mut problems = BTreeSet::new();
        Self::repeats("", recording, &mut problems);
        match serde_json::from_str(recording) {
            Ok(value) => {
                // A text may be split over chunks.
                visit_lists(&value, "", &mut |at, texts| {
                    for (rule, found) in shapes(&texts.concat()) {
                        problems.insert(Problem::new(at, rule, &found));
                    }
                });
                visit(&value, "", &mut |at, text, part| {
                    self.part(at, text, part, 0, &mut problems);
                });
            }
            Err(_) => drop(problems.insert(Problem::new("", Rule::Unreadable, ""))),
        }
        problems.into_iter().collect()
    }

    fn part(
        &self,
        at: &str,
        text: &str,
        part: Part,
        depth: usize,
        problems: &mut BTreeSet<Problem>,
    ) {
        // The name of a member may be the name of a person, however short it is.
        let is_known = self.texts.contains(text) || is_placeholder(text);
        if part == Part::Name && text.chars().count() > 1 && !is_known {
            problems.insert(Problem::new(at, Rule::UnknownText, text));
        }
        self.text(at, text, depth, problems);
    }

    fn text(&self, at: &str, text: &str, depth: usize, problems: &mut BTreeSet<Problem>) {
        if self.texts.contains(text) {
            return;
        }
        let url = text.split_once("://");
        if let Some(("http" | "https", url)) = url
            && depth < 4
        {
            return self.url(at, url, depth, problems);
        }
        if depth < 4 {
            for inner in inner(text) {
                self.text(at, &inner, depth + 1, problems);
            }
            if let Ok(value) = serde_json::from_str::<Value>(text)
                && (value.is_object() || value.is_array())
            {
                Self::repeats(at, text, problems);
                return self.body(at, &value, depth, problems);
            }
        }
        if self.is_harmless(text) {
            return;
        }
        for (rule, found) in shapes(text) {
            problems.insert(Problem::new(at, rule, &found));
        }
        if let Some(names) = pointed(text) {
            let is_index = |name: &str| name.len() <= LOOSE && name.parse::<u16>().is_ok();
            for name in names {
                let is_short = name.chars().count() <= 1;
                if !is_short && !is_index(&name) && !self.is_harmless(&name) {
                    problems.insert(Problem::new(at, Rule::UnknownText, &name));
                }
            }
        } else if text.chars().count() >= SHORTEST {
            problems.insert(Problem::new(at, Rule::UnknownText, text));
        }
    }

    /// A URL without its scheme: the parts that are not known are one text, however short they are.
    fn url(&self, at: &str, url: &str, depth: usize, problems: &mut BTreeSet<Problem>) {
        let mut unknown = Vec::new();
        for part in url.split(['/', '?', '&', '=', '#']) {
            let part = percent_decode_str(part).decode_utf8_lossy();
            if !part.is_empty() && !self.texts.contains(&*part) && !is_placeholder(&part) {
                self.text(at, &part, depth + 1, problems);
                unknown.push(part);
            }
        }
        let unknown = unknown.join(" ");
        if !unknown.is_empty() && !self.is_harmless(&unknown) {
            for (rule, found) in shapes(&unknown) {
                problems.insert(Problem::new(at, rule, &found));
            }
            problems.insert(Problem::new(at, Rule::UnknownText, &unknown));
        }
    }

    fn body(&self, at: &str, value: &Value, depth: usize, problems: &mut BTreeSet<Problem>) {
        let at = |below: &str| format!("{at}{below}");
        visit(value, "", &mut |below, text, part| {
            self.part(&at(below), text, part, depth + 1, problems);
        });
        // A text may be split over the items of a list.
        visit_lists(value, "", &mut |below, mut texts| {
            texts.retain(|text| text.contains(char::is_alphanumeric) && !self.is_harmless(text));
            let text = texts.concat();
            for (rule, found) in shapes(&text) {
                problems.insert(Problem::new(&at(below), rule, &found));
            }
            if texts.len() > 1 && text.chars().count() >= SHORTEST {
                problems.insert(Problem::new(&at(below), Rule::UnknownText, &text));
            }
        });
        // The document does not describe what a text in a body contains.
        for (below, number) in self.described.suspicious(value, depth > 0) {
            if !self.texts.contains(&number) {
                problems.insert(Problem::new(&at(&below), Rule::Number, &number));
            }
        }
    }

    fn repeats(at: &str, json: &str, problems: &mut BTreeSet<Problem>) {
        for name in repeats(json) {
            problems.insert(Problem::new(at, Rule::RepeatedMember, &name));
        }
    }

    /// Whether a text is known, a placeholder, or made of such words and a few digits.
    fn is_harmless(&self, text: &str) -> bool {
        if self.texts.contains(text) || is_placeholder(text) {
            return true;
        }
        let mut is_known = false;
        let mut loose = 0;
        // A placeholder is a word as a whole, also in `tags.name-0001`.
        let parts = text.split_whitespace().flat_map(|part| {
            let is_whole = is_placeholder(part);
            part.split(move |char| char == '.' && !is_whole)
        });
        for part in parts {
            if is_placeholder(part) {
                is_known = true;
                continue;
            }
            for word in words(part) {
                if is_loose(word) {
                    loose += word.chars().count();
                } else if self.words.contains(word) || is_placeholder(word) {
                    is_known = true;
                } else {
                    return false;
                }
            }
        }
        is_known && loose <= LOOSE && shapes(text).is_empty()
    }
}

/// A text that may be private.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The JSON pointer of the text, into the JSON in a body if it is there.
    pub at: String,
    /// The reason.
    pub rule: Rule,
    /// The text, or the name of the secret.
    pub text: String,
}

/// A reason to refuse a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// It contains a secret that was given to the guard.
    Secret,
    /// It looks like a token.
    Token,
    /// It is an e-mail address.
    Email,
    /// It looks like a telephone number, or the number of an account.
    Number,
    /// It is not known.
    UnknownText,
    /// An object has a member with this name twice, so that readers see only one of them.
    RepeatedMember,
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
            Self::RepeatedMember => "repeated-member",
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

/// The part of a value that a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A string.
    Text,
    /// The name of a member.
    Name,
}

/// The strings of a value and the names of its members, with their JSON pointers.
fn visit(value: &Value, at: &str, visitor: &mut dyn FnMut(&str, &str, Part)) {
    match value {
        Value::String(text) => visitor(at, text, Part::Text),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(item, &format!("{at}/{index}"), visitor);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                let at = format!("{at}/{name}");
                visitor(&at, name, Part::Name);
                visit(value, &at, visitor);
            }
        }
        _ => {}
    }
}

/// The strings in each list, with the JSON pointer of the list.
fn visit_lists<'v>(value: &'v Value, at: &str, visitor: &mut dyn FnMut(&str, Vec<&'v str>)) {
    match value {
        Value::Array(items) => {
            visitor(at, items.iter().filter_map(Value::as_str).collect());
            for (index, item) in items.iter().enumerate() {
                visit_lists(item, &format!("{at}/{index}"), visitor);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                visit_lists(value, &format!("{at}/{name}"), visitor);
            }
        }
        _ => {}
    }
}

/// The numbers of a value, without a sign.
fn visit_numbers(value: &Value, visitor: &mut dyn FnMut(String)) {
    match value {
        Value::Number(number) => visitor(number.to_string().trim_start_matches('-').to_owned()),
        Value::Array(items) => items.iter().for_each(|item| visit_numbers(item, visitor)),
        Value::Object(members) => members
            .values()
            .for_each(|member| visit_numbers(member, visitor)),
        _ => {}
    }
}

/// The names in the JSON pointers to members of a body that the document does not know.
fn pointed(text: &str) -> Option<Vec<String>> {
    let pointers = text.strip_prefix("unknown to the document: ")?;
    let names = pointers.split(' ').map(|pointer| {
        let names = pointer.strip_prefix('/')?.split('/');
        Some(names.map(|name| name.replace("~1", "/").replace("~0", "~")))
    });
    let names = names.collect::<Option<Vec<_>>>()?;
    Some(names.into_iter().flatten().collect())
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_alphanumeric() && char != '_')
        .filter(|word| !word.is_empty())
}

/// Whether a word says nothing where it is alone, but many of them may: a number or a single character.
fn is_loose(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some() && chars.next().is_none()
        || word.bytes().all(|byte| byte.is_ascii_digit())
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

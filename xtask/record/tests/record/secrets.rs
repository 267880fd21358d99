//! Planted secrets: the sanitizer takes all of them out, and the guard finds each one that it does not.

use base64::Engine as _;
use serde_json::json;
use tempfile::tempdir;
use xtask_record::accepted::{ACCEPTED, Accepted};
use xtask_record::document::Document;
use xtask_record::guard::Guard;
use xtask_record::har::har;
use xtask_record::sanitize;
use xtask_record::scenario::Scenario;
use xtask_record::shape::news;
use xtask_record::wire::Wire;

use crate::document;

/// Secrets and personal data of many kinds.
const SECRETS: [(&str, &str); 43] = [
    (
        "personal access token",
        "bp_pat_7Gq2sVx9LmR4tYw8ZbN3kJdE6uHcA1fP",
    ),
    (
        "JSON web token",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
    ),
    ("key of a cloud", "AKIAIOSFODNN7EXAMPLE"),
    (
        "token of a forge",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    ),
    ("token of a chat", "xoxb-2345678901-abcdefGHIJKL"),
    (
        "key of a payment service",
        "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    ),
    (
        "private key",
        "-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqh",
    ),
    (
        "credential of Basic",
        "YWRhOmNvcnJlY3QgaG9yc2UgYmF0dGVyeQ==",
    ),
    ("hexadecimal key", "9f86d081884c7d659a2feaa0c55ad015"),
    ("UUID", "5f2c9a3e-7d41-4b8a-9c06-1e83d7b4f920"),
    ("e-mail address", "ada.lovelace@example.com"),
    ("telephone number", "+44 20 7946 0958"),
    ("number of a card", "4111 1111 1111 1111"),
    ("number of an account", "DE89370400440532013000"),
    ("name", "Augusta Ada King"),
    ("address", "12 St James's Square"),
    ("password", "correct horse battery"),
    ("address of a machine", "192.168.178.42"),
    ("URL", "https://ada:secret@files.example.com/private"),
    ("session", "sid.Xy7-Qp2_Lm9"),
    ("card with slashes", "4111/1111/1111/1111"),
    ("card with commas", "4111,1111,1111,1111"),
    ("card with colons", "4111:1111:1111:1111"),
    (
        "card with no-break spaces",
        "4111\u{a0}1111\u{a0}1111\u{a0}1111",
    ),
    ("card and its expiry", "4111 1111 1111 1111 2024-11"),
    ("telephone number with slashes", "0151/2345/6789"),
    (
        "telephone number with dashes of Unicode",
        "+44\u{2013}20\u{2013}7946\u{2013}0958",
    ),
    (
        "telephone number with dots of Unicode",
        "0151\u{2024}2345\u{2024}6789",
    ),
    ("short telephone number", "22 33 44 55"),
    ("recovery code", "8472 9163"),
    ("another recovery code", "1234-5678"),
    ("date of birth", "1985-07-11"),
    ("date in the year of placeholders", "2024-07-11"),
    ("private address of a machine", "10.0.0.17"),
    ("address of round numbers", "10.1.1.100"),
    ("address with a port", "8.8.4.4:443"),
    ("IPv6 address", "2001:4860:0:8888"),
    ("code of single characters", "A-B-C-D-1-2-3-4"),
    ("card that resembles an instant", "2024-4111-1111-1111-11Z"),
    ("card that resembles an id", "user_000000004111111111111111"),
    (
        "card next to an instant",
        "2024-01-01T00:00:00Z 4111 1111 1111 1111",
    ),
    ("card among words", "text 4111 1111 with 1111 1111"),
    ("instant of another year", "1985-07-11T08:30:00Z"),
];

/// The places of secrets.
const PLACES: [&str; 6] = [
    "path",
    "query",
    "request header",
    "request body",
    "response header",
    "response body",
];

/// Each single place.
const SINGLE_PLACES: [&str; 19] = [
    "path",
    "query: token",
    "query: tag",
    "query: other",
    "request header: authorization",
    "request header: x-bot-id",
    "request header: x-trace",
    "request body: name",
    "request body: tag",
    "request body: name of a tag",
    "response header: content-type",
    "response header: set-cookie",
    "response header: retry-after",
    "response body: name",
    "response body: name of a tag",
    "response body: unknown member",
    "response body: token",
    "response body: text",
    "response body: message",
];

const SCENARIO: &str = "title: x\nsteps: [{call: updateUser, input: {id: $user}}]\n";

/// Exchanges with a secret in a place, or in all places that begin with it. An id or a tag may be a secret, too.
fn exchanges(place: &str, secret: &str) -> Vec<Wire> {
    let at = |other: &str, harmless: &str| {
        if other.starts_with(place) {
            secret.to_owned()
        } else {
            harmless.to_owned()
        }
    };
    let pairs = |pairs: &[(&str, String)]| {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect::<Vec<_>>()
    };
    let time = "2024-01-01T00:00:00Z";
    let user = json!({
        "id": "user_00000000000000000000001",
        "name": at("response body: name", ""),
        "pictureUrl": "",
        "tags": {"a": at("response body: tag", ""), at("response body: name of a tag", "b"): ""},
        "createdAt": time,
        "updatedAt": time,
        "unknown": [{"deep": at("response body: unknown member", "")}],
    });
    let update = Wire {
        operation: "updateUser".to_owned(),
        step: 1,
        method: "PUT".to_owned(),
        base_url: "https://api.botpress.cloud".to_owned(),
        path: ["v1", "chat", "users"].map(str::to_owned).into_iter().chain([at("path", "user_00000000000000000000001")]).collect(),
        query: Vec::new(),
        headers: pairs(&[
            ("authorization", format!("Bearer {}", at("request header: authorization", "test-token-0001"))),
            ("x-bot-id", at("request header: x-bot-id", "bot_000000000000000000000001")),
            ("x-trace", at("request header: x-trace", "")),
            ("content-type", "application/json".to_owned()),
        ]),
        body: json!({"name": at("request body: name", ""), "tags": {"a": at("request body: tag", ""), at("request body: name of a tag", "b"): ""}})
            .to_string()
            .into_bytes(),
        status: 200,
        response_headers: pairs(&[
            ("content-type", format!("application/json{}", at("response header: content-type", ""))),
            ("set-cookie", at("response header: set-cookie", "")),
            ("retry-after", at("response header: retry-after", "1")),
        ]),
        response_body: json!({"user": user}).to_string().into_bytes(),
        unknown: Vec::new(),
    };
    let list = Wire {
        operation: "listUsers".to_owned(),
        method: "GET".to_owned(),
        path: ["v1", "chat", "users"].map(str::to_owned).to_vec(),
        query: pairs(&[
            ("nextToken", at("query: token", "page-token-0001")),
            ("tags.a", at("query: tag", "")),
            ("other", at("query: other", "")),
        ]),
        body: Vec::new(),
        response_body:
            json!({"users": [user], "meta": {"nextToken": at("response body: token", "page-token-0001")}})
                .to_string()
                .into_bytes(),
        ..update.clone()
    };
    // Not JSON, and an error.
    let broken = Wire {
        status: 502,
        response_body: at("response body: text", "").into_bytes(),
        ..update.clone()
    };
    let error = json!({"code": 404, "type": "ResourceNotFound", "message": at("response body: message", ""), "id": at("response body: id", "")});
    let missing = Wire {
        status: 404,
        response_body: error.to_string().into_bytes(),
        ..update.clone()
    };
    vec![update, list, broken, missing]
}

fn guard(document: &Document, scenario: &Scenario) -> Guard {
    let title = json!(scenario.title);
    Guard::new().knowing(document.root()).knowing(&title)
}

#[test]
fn planted_secrets_do_not_survive() {
    let document = document();
    let scenario = Scenario::parse("x", SCENARIO).unwrap();
    let guard = guard(&document, &scenario);
    for (kind, secret) in SECRETS {
        for place in PLACES {
            let exchanges = exchanges(place, secret);
            let sanitized = sanitize(&exchanges, &scenario, &document).unwrap();
            let text = har(&scenario, &sanitized, "stand-in");
            assert!(!text.contains(secret), "{kind} in {place}: {text}");
            let problems = guard.check(&text);
            assert!(problems.is_empty(), "{kind} in {place}: {problems:?}");
            assert!(
                guard_of(secret)
                    .check(&text)
                    .iter()
                    .all(|problem| problem.rule.name() != "secret"),
                "{kind} in {place}"
            );
        }
    }
}

/// Names of members that neither the document nor the scenario has: numbers, names and passwords.
const NAMES: [&str; 5] = ["5551234", "4711", "Zoe", "hunter2", "zoe pw1"];

/// The response to a call of `getUser`, whose user has such a member.
fn with_member(name: &str) -> Wire {
    let [mut wire, ..] = <[Wire; 4]>::try_from(exchanges("nowhere", "")).unwrap();
    let mut body: serde_json::Value = serde_json::from_slice(&wire.response_body).unwrap();
    body["user"]["tags"] = json!({});
    body["user"][name] = json!({"x": 1});
    body[name] = json!(1);
    wire.response_body = body.to_string().into_bytes();
    wire
}

#[test]
fn names_of_unknown_members_do_not_survive() {
    let document = document();
    let scenario = Scenario::parse("x", SCENARIO).unwrap();
    for name in NAMES {
        let sanitized = sanitize(&[with_member(name)], &scenario, &document).unwrap();
        let text = har(&scenario, &sanitized, "stand-in");
        assert!(!text.contains(name), "{name}: {text}");
        assert_eq!(guard(&document, &scenario).check(&text), [], "{name}");
        // The terminal shows the name, and the pointers lead to the members as they are written.
        let finding = format!("there is a member `{name}`;");
        let news = news(&[with_member(name)], &document);
        assert!(news.iter().any(|other| other.contains(&finding)), "{name}");
        let [recorded] = &*sanitized else {
            panic!("{sanitized:?}");
        };
        let body: serde_json::Value = serde_json::from_slice(&recorded.response_body).unwrap();
        assert_eq!(recorded.unknown.len(), 3, "{:?}", recorded.unknown);
        for at in &recorded.unknown {
            assert!(body.pointer(at).is_some(), "{at} in {body}");
        }
    }
}

#[test]
fn the_guard_refuses_names_of_unknown_members() {
    let document = document();
    let scenario = Scenario::parse("x", SCENARIO).unwrap();
    for name in NAMES {
        let text = har(&scenario, &[with_member(name)], "stand-in");
        let problems = guard(&document, &scenario).check(&text);
        let mut found = problems.iter().map(|problem| problem.text.as_str());
        assert!(found.any(|found| found == name), "{name}: {problems:?}");
    }
}

fn guard_of(secret: &str) -> Guard {
    Guard::new().with_secret("the secret", secret)
}

#[test]
fn the_guard_finds_each_planted_secret() {
    let document = document();
    let scenario = Scenario::parse("x", SCENARIO).unwrap();
    let guard = guard(&document, &scenario);
    let clean = har(&scenario, &exchanges("nowhere", ""), "stand-in");
    let problems = guard.check(&clean);
    let problems: Vec<_> = problems.iter().map(|problem| &problem.text).collect();
    assert_eq!(problems, [""; 0], "the rest is harmless");
    let mut missed = Vec::new();
    for (kind, secret) in SECRETS {
        for place in SINGLE_PLACES {
            let text = har(&scenario, &exchanges(place, secret), "stand-in");
            if guard.check(&text).is_empty() {
                missed.push(format!("{kind} in {place}"));
            }
            let told = guard_of(secret).check(&text);
            assert!(
                told.iter().any(|problem| problem.rule.name() == "secret"),
                "{kind} in {place}: {text}"
            );
        }
    }
    assert_eq!(missed, [""; 0]);
}

#[test]
fn the_guard_finds_a_secret_in_every_encoding() {
    let secret = "correct horse battery/staple+1";
    let guard = Guard::new().with_secret("the secret", secret);
    let encoder = base64::engine::general_purpose::STANDARD;
    let url_safe = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    for before in ["", "a", "ab", "abc"] {
        let text = format!("{before}{secret} after");
        for form in [text.clone(), encoder.encode(&text), url_safe.encode(&text)] {
            let recording = json!({"text": form}).to_string();
            let problems = guard.check(&recording);
            assert!(
                problems
                    .iter()
                    .any(|problem| problem.rule.name() == "secret"),
                "{form}"
            );
        }
    }
    let chunks = json!({"chunks": ["correct ho", "rse bat", "tery/sta", "ple+1"]}).to_string();
    let problems = guard.check(&chunks);
    assert!(
        problems
            .iter()
            .any(|problem| problem.rule.name() == "secret"),
        "{problems:?}"
    );
    let chunks =
        json!({"chunks": ["ghp_16C", "7e42F2", "92c6912", "E7710c8", "38347Ae1"]}).to_string();
    let problems = Guard::new().check(&chunks);
    assert!(
        problems
            .iter()
            .any(|problem| problem.rule.name() == "token"),
        "{problems:?}"
    );
    for form in [
        "correct%20horse%20battery%2Fstaple%2B1",
        "correct horse\\n battery/staple+1",
    ] {
        let recording = format!("{{\"text\": \"{form}\"}}");
        assert!(!guard.check(&recording).is_empty(), "{form}");
    }
}

#[test]
fn digits_and_single_characters_are_found_over_any_separator() {
    let document = document();
    let scenario = Scenario::parse("x", SCENARIO).unwrap();
    let guard = guard(&document, &scenario);
    let ascii = (0..128).map(char::from);
    let separators = ascii.filter(|char| !char.is_ascii_alphanumeric());
    let other = "\u{a0}\u{ad}\u{b7}\u{2002}\u{2009}\u{200b}\u{2010}\u{2011}\u{2013}\u{2014}\u{2022}\u{2024}\u{202f}\u{2212}\u{3000}\u{ff0f}";
    for separator in separators.chain(other.chars()) {
        for parts in [
            "4111 1111 1111 1111",
            "10 0 0 17 22",
            "22 33 44 55",
            "1985 07 11",
            "A 1 B 2 C 3",
            "text 41 11 with 22",
        ] {
            let text = parts.replace(' ', &separator.to_string());
            let recording = json!({"value": text}).to_string();
            assert!(!guard.check(&recording).is_empty(), "{text:?}");
        }
    }
}

#[test]
fn the_guard_says_where_a_secret_is_and_does_not_repeat_it() {
    let secret = "bp_pat_tok/x1";
    let guard = guard_of(secret).with_secret("another", "tok/x1 and more");
    let recording = json!({"log": [
        {"text": format!("{{\"tags\": \"{secret}\"}}")},
        {"names": {format!("my {secret}"): {"deep": secret}}},
        {"chunks": ["bp_pat", "_tok/x1"]},
    ]});
    let problems = guard.check(&recording.to_string());
    let places: Vec<&str> = problems.iter().map(|problem| &*problem.at).collect();
    assert_eq!(places, ["/log/0/text", "/log/1/names", "/log/2/chunks"]);
    assert!(!format!("{problems:?}").contains("tok"), "{problems:?}");
    let folder = tempdir().unwrap();
    let line = "- {file: '', rule: secret, reason: x}\n";
    std::fs::write(folder.path().join(ACCEPTED), line).unwrap();
    let accepted = Accepted::read(folder.path()).unwrap();
    assert!(!accepted[0].accepts("live/x.har", &problems[0]));
}

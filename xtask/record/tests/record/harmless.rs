//! What the sanitizer leaves and the guard takes for harmless, and what it does not.

use serde_json::{Value, json};
use xtask_record::guard::Guard;
use xtask_record::har::har;
use xtask_record::sanitize;
use xtask_record::scenario::Scenario;
use xtask_record::wire::Wire;

use crate::document;

const BASE: &str = "https://api.botpress.cloud";

/// A response with a body.
fn wire(operation: &str, path: &str, query: &[(&str, &str)], body: &Value) -> Wire {
    let query = query.iter();
    Wire {
        operation: operation.to_owned(),
        step: 1,
        method: "GET".to_owned(),
        base_url: BASE.to_owned(),
        path: path.split('/').map(str::to_owned).collect(),
        query: query
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        headers: Vec::new(),
        body: Vec::new(),
        status: 200,
        response_headers: Vec::new(),
        response_body: body.to_string().into_bytes(),
        unknown: Vec::new(),
    }
}

fn message(payload: &Value) -> Wire {
    let path = "v1/chat/messages/message_0000000000000000001";
    let body = json!({"message": {"payload": payload}});
    wire("getMessage", path, &[], &body)
}

/// The body after the sanitizer, and what the guard refuses of the recording.
fn sanitized(wire: Wire, scenario: &str) -> (Value, Vec<String>) {
    let document = document();
    let scenario = Scenario::parse("x", scenario).unwrap();
    let sanitized = sanitize(&[wire], &scenario, &document).unwrap();
    let body = serde_json::from_slice(&sanitized[0].response_body).unwrap();
    let inputs = scenario.steps.iter().map(|step| json!(step.input));
    let guard = Guard::new()
        .knowing(document.root())
        .knowing(&inputs.collect());
    let text = har(&scenario, &sanitized, "stand-in");
    let problems = guard.check(&text);
    let problems = problems.iter().map(|problem| format!("{problem:?}"));
    (body, problems.collect())
}

/// The texts that the guard refuses of a recording.
fn refused(recording: &str) -> Vec<String> {
    let guard = Guard::new().knowing(document().root());
    let problems = guard.check(recording).into_iter();
    problems.map(|problem| problem.text).collect()
}

const GET: &str = "title: x\nsteps: [{call: getMessage, input: {id: a}}]\n";

#[test]
fn numbers_that_the_document_does_not_describe_say_nothing() {
    let payload = json!({
        "latitude": 52.5163, "longitude": -13.3777, "otp": 482_913, "card": [4111, 1111, 1111, 1111],
        "zip": 89073, "born": {"year": 1985, "month": 11}, "count": 3, "huge": 1e300, "most": u64::MAX,
    });
    let (body, problems) = sanitized(message(&payload), GET);
    assert_eq!(problems, [""; 0]);
    let neutral = json!({
        "name-0001": 10.5, "name-0002": 10.5, "name-0003": 100_000, "name-0004": [1000, 1000, 1000, 1000],
        "name-0005": 10_000, "name-0006": {"name-0007": 1000, "name-0008": 10}, "name-0009": 3, "name-0010": 1.5,
        "name-0011": 10_000_000_000_000_000_000_u64,
    });
    assert_eq!(body["message"]["payload"], neutral);
}

#[test]
fn the_guard_refuses_numbers_that_the_document_does_not_describe() {
    for number in ["52.5163", "-13.3777", "482913", "4111", "1985", "1e300"] {
        for body in [
            format!(r#"{{"message": {{"payload": {{"type": {number}}}}}}}"#),
            format!(r#"{{"message": {{"payload": {{"code": [{number}]}}}}}}"#),
            format!(r#"{{"payload": {{"text": "{{\"code\": {number}}}"}}}}"#),
            format!(r#"{{"x": {{"code": {number}}}}}"#),
            format!("[{number}]"),
        ] {
            let recording = json!({"text": body}).to_string();
            assert!(!refused(&recording).is_empty(), "{body}");
        }
    }
    for body in [
        json!({"conversation": {"messageCount": 482_913}}),
        json!({"payload": {"type": 999}}),
        json!({"payload": [1000, 10.5, 0.5, 100_000]}),
        json!({"code": 404, "type": "ResourceNotFound"}),
        json!({"delay": 3_600_000}),
    ] {
        let recording = json!({"text": body.to_string()}).to_string();
        assert_eq!(refused(&recording), [""; 0], "{body}");
    }
}

#[test]
fn numbers_of_the_scenario_stay() {
    let scenario = "title: x
steps: [{call: createMessage, input: {payload: {limit: 1500, at: 52.516}}}]
";
    let payload = json!({"limit": 1500, "at": 52.516});
    let (body, problems) = sanitized(message(&payload), scenario);
    assert_eq!(problems, [""; 0]);
    assert_eq!(body["message"]["payload"], payload);
}

#[test]
fn short_parts_of_a_url_are_one_text() {
    for url in [
        "https://x.com/jdoe42",
        "https://t.me/anna_k",
        "https://cdn.me/u/anna/p.jpg",
        "https://x.co/?q=Mia&l=Kim&c=Ulm&z=89073",
        "http://8.8.8.8/",
        "https://x.io/dob/1985/07/11",
        "https://x.io/k/hunter2",
        "https://x.io/#Ann%20Li",
        "unknown to the document: Ann Kim 12 Ulm",
        "unknown to the document: /user/Ann /Kim",
    ] {
        let body = json!({"user": {"name": url}}).to_string();
        for recording in [json!({"url": url}), json!({"text": body})] {
            assert!(!refused(&recording.to_string()).is_empty(), "{recording}");
        }
    }
    for text in [
        "https://api.botpress.cloud/v1/chat/users?nextToken=page-token-0001",
        "https://api.botpress.cloud/v1/chat/users/user_00000000000000000000001",
        "unknown to the document: /users/0/name-0001 /user/tags/x",
    ] {
        let recording = json!({"url": text}).to_string();
        assert_eq!(refused(&recording), [""; 0]);
    }
}

#[test]
fn members_that_are_there_twice_are_refused() {
    let body = r#"{"user": [{"name": "Mia Schneider", "name": ""}]}"#;
    assert_eq!(refused(&json!({"text": body}).to_string()), ["name"]);
    let recording = r#"{"statusText": "Mia Schneider 4111 1111 1111 1111", "statusText": ""}"#;
    assert_eq!(refused(recording), ["statusText"]);
}

#[test]
fn the_texts_of_a_list_in_a_body_are_one_text() {
    for list in [
        json!(["4111 11", "11 1111", "1111 11"]),
        json!(["Mia Sch", "neider"]),
        json!([1, "Mia Sch", null, "neider"]),
    ] {
        let body = json!({"users": [{"tags": list}]}).to_string();
        let found = refused(&json!({"text": body}).to_string());
        assert!(!found.is_empty(), "{list}");
    }
    for list in [
        json!([
            "user_00000000000000000000001",
            "user_00000000000000000000002"
        ]),
        json!(["...", "....", "lorem", "....."]),
    ] {
        let body = json!({"users": list}).to_string();
        assert_eq!(refused(&json!({"text": body}).to_string()), [""; 0]);
    }
}

#[test]
fn instants_keep_their_distances() {
    let times = |list: &[&str]| {
        let users = list.iter().map(|time| json!({"createdAt": time}));
        json!({"users": users.collect::<Vec<_>>(), "meta": {}})
    };
    let scenario = "title: x\nsteps: [{call: listUsers}]\n";
    for (before, after) in [
        (
            [
                "2021-05-01T10:00:00.000Z",
                "2023-05-01T10:00:00.000Z",
                "2026-11-26T10:00:00.000Z",
            ],
            [
                "2024-01-01T00:00:00.000Z",
                "2025-12-31T00:00:00.000Z",
                "2029-07-28T00:00:00.000Z",
            ],
        ),
        (
            [
                "2026-03-01T10:00:00Z",
                "2027-06-01T00:00:00.123456789Z",
                "9998-12-31T00:00:00Z",
            ],
            [
                "2024-01-01T00:00:00Z",
                "2025-04-01T14:00:00.123456789Z",
                "1970-01-01T00:00:00Z",
            ],
        ),
    ] {
        let wire = wire("listUsers", "v1/chat/users", &[], &times(&before));
        let (body, problems) = sanitized(wire, scenario);
        assert_eq!(body, times(&after));
        assert_eq!(problems, [""; 0]);
    }
    for text in [
        "2024-01-01T00:00:00.4111111111111111Z",
        "2035-01-01T00:00:00Z",
    ] {
        assert!(
            !refused(&json!({"time": text}).to_string()).is_empty(),
            "{text}"
        );
    }
}

#[test]
fn the_sanitizer_writes_nothing_that_the_guard_refuses() {
    let decimals = [
        0.000_123,
        0.300_000_000_000_000_04,
        52.516_312,
        999_999.5,
        1e300,
    ];
    for number in decimals {
        let body = json!({"conversation": {"messageCount": number, "tags": {"a": number}}});
        let wire = wire("getConversation", "v1/chat/conversations/a", &[], &body);
        assert_eq!(sanitized(wire, GET).1, [""; 0], "{number}");
        let payload = json!({"a": number, "b": [number]});
        assert_eq!(sanitized(message(&payload), GET).1, [""; 0], "{number}");
    }
    for number in ["19850711", "1985.0711"] {
        let mut wire = message(&json!({}));
        wire.response_body = number.into();
        assert_eq!(sanitized(wire, GET).1, [""; 0], "{number}");
    }
    for text in [
        "100 % sure",
        "10 20 30",
        "#1 #2 #3 and more",
        "(1) (2) (3)",
        "5 > 3 && 2 < 4",
        "2026-01-31 12:00",
        "1500",
    ] {
        let input = json!({"tags": {"color": text}});
        let scenario = format!("title: x\nsteps: [{{call: listUsers, input: {input}}}]\n");
        let query = [("tags.color", text)];
        let body = json!({"users": [{"tags": {"color": text}}], "meta": {}});
        let wire = wire("listUsers", "v1/chat/users", &query, &body);
        let (sanitized, problems) = sanitized(wire, &scenario);
        assert_eq!(problems, [""; 0], "{text}");
        assert_eq!(sanitized, body);
    }
}

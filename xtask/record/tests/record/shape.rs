//! What a service answers that the document does not describe.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tempfile::tempdir;
use xtask::{OVERLAYS, SPEC};
use xtask_record::document::Document;
use xtask_record::shape::news;
use xtask_record::wire::Wire;

use crate::document;

/// What is new in an answer of `getUser` with the status.
fn of(status: u16, body: &Value) -> Vec<String> {
    of_headers(&document(), status, body, &[])
}

/// The same for a response with headers.
fn of_headers(
    document: &Document,
    status: u16,
    body: &Value,
    headers: &[(&str, &str)],
) -> Vec<String> {
    let news = news(&[wire(status, body, headers)], document).into_iter();
    news.map(|line| {
        line.lines()
            .next()
            .unwrap_or_default()
            .replace("; an overlay action for it:", "")
    })
    .collect()
}

fn wire(status: u16, body: &Value, headers: &[(&str, &str)]) -> Wire {
    let headers = headers.iter();
    Wire {
        operation: "getUser".to_owned(),
        step: 1,
        method: "GET".to_owned(),
        base_url: String::new(),
        path: Vec::new(),
        query: Vec::new(),
        headers: Vec::new(),
        body: Vec::new(),
        status,
        response_headers: headers
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        response_body: body.to_string().into_bytes(),
        unknown: Vec::new(),
    }
}

#[test]
fn the_overlay_actions_describe_the_answers() {
    let body = json!({
        "user": {"id": null, "createdAt": 1, "tags": {"a": true}, "locale": "en", "flags": ["a"], "rest": null},
        "more": {"a": 1},
    });
    let error = json!({"code": 404, "type": "Gone \u{1b}[31m", "message": "", "id": ""});
    let answers = [
        wire(202, &body, &[]),
        wire(302, &json!({}), &[]),
        wire(404, &error, &[]),
    ];
    let document = document();
    let found = news(&answers, &document);
    assert_eq!(found.len(), 11, "{found:#?}");
    let actions = found.iter().map(|line| {
        assert!(!line.contains('\u{1b}'), "{line}");
        line.split_once("an overlay action for it:\n").unwrap().1
    });
    let actions: Vec<&str> = actions.collect();
    let overlay = format!(
        "overlay: 1.1.0\ninfo: {{title: x, version: '1'}}\nactions:\n{}\n",
        actions.join("\n")
    );
    let folder = tempdir().unwrap();
    std::fs::create_dir(folder.path().join("spec")).unwrap();
    std::fs::write(folder.path().join(SPEC), document.root().to_string()).unwrap();
    std::fs::write(folder.path().join(OVERLAYS[0]), overlay).unwrap();
    let document = Document::read(folder.path()).unwrap();
    assert_eq!(news(&answers, &document), BTreeSet::new());
}

#[test]
fn answers_as_the_document_describes_them_are_no_news() {
    let time = "2024-01-01T00:00:00Z";
    let user = json!({"id": "user_1", "createdAt": time, "updatedAt": time, "tags": {"a": "b"}});
    assert_eq!(of(200, &json!({"user": user})), [""; 0]);
}

#[test]
fn members_types_and_values_are_compared() {
    let user = json!({"id": 1, "createdAt": null, "tags": {"a": 1}, "locale": "en"});
    assert_eq!(
        of(200, &json!({"user": user})),
        [
            "$.components.schemas.User.properties.createdAt: a value is null",
            "$.components.schemas.User.properties.id: a value of the type `string` is of the type `number`",
            "$.components.schemas.User.properties.tags.additionalProperties: a value of the type `string` is of the type `number`",
            "$.components.schemas.User.properties: there is a member `locale`",
            "$.components.schemas.User: the required member `updatedAt` is missing",
        ]
    );
    let error = json!({"code": 404, "type": "Gone", "message": "", "id": ""});
    let [news] = &*of(404, &error) else {
        panic!("one value is new");
    };
    assert!(
        news.contains("there is a value \"Gone\" besides ["),
        "{news}"
    );
}

#[test]
fn headers_and_media_types_are_compared() {
    let time = "2024-01-01T00:00:00Z";
    let user = json!({"id": "user_1", "createdAt": time, "updatedAt": time, "tags": {}});
    let body = json!({"user": user});
    let usual = [
        ("Content-Type", "application/json; charset=utf-8"),
        ("Date", "Thu, 26 Nov 2026 12:00:00 GMT"),
        ("RateLimit-Limit", "100"),
    ];
    assert_eq!(of_headers(&document(), 200, &body, &usual), [""; 0]);
    let other = [("Content-Type", "text/plain"), ("X-Deprecated-At", "2027")];
    assert_eq!(
        of_headers(&document(), 200, &body, &other),
        [
            "getUser: a response with the status 200 is `text/plain`, the document describes `application/json`; add it to the `content` of the response in the overlay",
            "responses have a header `x-deprecated-at`, which the document does not describe; add it to their `headers` in the overlay, or to `ORDINARY` in xtask/record/src/shape.rs if any server may send it",
        ]
    );
}

#[test]
fn headers_that_the_document_describes_are_expected() {
    let folder = tempdir().unwrap();
    let text = r#"{"openapi": "3.0.3", "paths": {"/u": {"get": {"operationId": "getUser", "responses": {"200": {
        "headers": {"X-Total": {"required": true}, "X-Rest": {}}
    }}}}}}"#;
    std::fs::create_dir(folder.path().join("spec")).unwrap();
    std::fs::write(folder.path().join("spec/runtime.yaml"), text).unwrap();
    let document = Document::read(folder.path()).unwrap();
    let sent = [("x-total", "1"), ("x-rest", "0")];
    assert_eq!(of_headers(&document, 200, &json!({}), &sent), [""; 0]);
    assert_eq!(
        of_headers(&document, 200, &json!({}), &[]),
        [
            "getUser: a response with the status 200 lacks the required header `X-Total`; set its `required` to false in the overlay"
        ]
    );
}

#[test]
fn a_success_that_the_document_does_not_describe_is_not_taken_for_an_error() {
    let time = "2024-01-01T00:00:00Z";
    let user =
        json!({"id": "user_1", "createdAt": time, "updatedAt": time, "tags": {}, "locale": "en"});
    assert_eq!(
        of(202, &json!({"user": user})),
        [
            "$.components.schemas.User.properties: there is a member `locale`",
            "getUser: the document does not describe the status 202",
        ]
    );
}

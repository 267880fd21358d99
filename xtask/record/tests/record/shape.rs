//! What a service answers that the document does not describe.

use serde_json::{Value, json};
use tempfile::tempdir;
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
    let headers = headers.iter();
    let wire = Wire {
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
    };
    let news = news(&[wire], document).into_iter();
    news.map(|line| {
        line.lines()
            .next()
            .unwrap_or_default()
            .replace("; an overlay action for it:", "")
    })
    .collect()
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
            "getUser: a response with the status 200 is `text/plain`, the document describes `application/json`",
            "responses have a header `x-deprecated-at`, which the document does not describe",
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
        ["getUser: a response with the status 200 lacks the required header `X-Total`"]
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

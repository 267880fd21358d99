//! What a service answers that the document does not describe.

use serde_json::{Value, json};
use xtask_record::shape::news;
use xtask_record::wire::Wire;

use crate::document;

/// What is new in an answer of `getUser` with the status.
fn of(status: u16, body: &Value) -> Vec<String> {
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
        response_headers: Vec::new(),
        response_body: body.to_string().into_bytes(),
        unknown: Vec::new(),
    };
    let news = news(&[wire], &document()).into_iter();
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

//! Values that are made from JSON.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook, take_hook};

use botpress_runtime::operations::{CreateMessage, GetMessage, GetUser, ListUsers};
use botpress_runtime::testing::{Reply, Service, error, value};
use botpress_runtime::types::{Message, User};
use serde_json::{Value, json};

use crate::{panic_message, user};

fn panics(act: impl FnOnce()) -> String {
    panic_message(catch_unwind(AssertUnwindSafe(act)))
}

#[test]
fn a_wrong_value_is_reported_with_its_path() {
    let message = panics(|| drop(value::<User>(json!({"id": 1}))));
    assert!(message.starts_with("not a `User`: "), "{message}");
    assert!(message.contains("at $.id"), "{message}");
    let mut json = serde_json::to_value(user("user_1")).unwrap();
    json["naem"] = "Ada".into();
    let message = panics(|| drop(value::<User>(json)));
    assert!(
        message.ends_with("the document does not declare `$.naem`"),
        "{message}"
    );
}

#[test]
fn a_value_that_its_enum_does_not_list_is_reported_with_its_path() {
    let mut message = json!({
        "id": "msg_1", "type": "text", "payload": {}, "direction": "incoming", "userId": "user_1", "conversationId": "conv_1",
        "tags": {}, "createdAt": "2026-01-31T12:00:00Z", "updatedAt": "2026-01-31T12:00:00Z",
    });
    drop(value::<Message>(message.clone()));
    message["direction"] = "incomming".into();
    let problem = "the document does not list this value at $.direction, near `\"incomming\"`";
    assert_eq!(
        panics(|| drop(value::<Message>(message.clone()))),
        format!("not a `Message`: {problem}")
    );
    let service = Service::new();
    assert_eq!(
        panics(|| drop(
            service
                .on(|_: &GetMessage| true)
                .respond(json!({"message": message}))
        )),
        format!(
            "not a response of `getMessage`: {}",
            problem.replace("$.", "$.message.")
        )
    );
    let problem = panics(|| drop(error::<GetUser>(404, json!({"type": "ResourceNotFoud"}))));
    assert_eq!(
        problem,
        "not an error of `getUser`: the document does not list this value at $.type, near `\"ResourceNotFoud\"`"
    );
}

#[test]
fn a_wrong_value_is_reported_at_its_line_of_the_test() {
    thread_local! {
        static PLACE: Cell<Option<(String, u32)>> = const { Cell::new(None) };
    }
    let hook = take_hook();
    set_hook(Box::new(move |panic| {
        let place = |place: &Location<'_>| (place.file().to_owned(), place.line());
        PLACE.set(panic.location().map(place));
        hook(panic);
    }));
    let place_of = |act: fn()| {
        panics(act);
        PLACE.take().unwrap()
    };
    let here = line!();
    let places = [
        place_of(|| drop(value::<User>(json!({"id": 1})))),
        place_of(|| drop(error::<GetUser>(99, json!({})))),
        place_of(|| drop(Service::new().on(|_: &GetUser| true).respond(()))),
    ];
    let lines = (here + 2..).map(|line| (file!().to_owned(), line));
    assert_eq!(places.to_vec(), lines.take(3).collect::<Vec<_>>());
}

#[test]
fn a_wrong_response_is_reported_where_the_rule_is_made() {
    let service = Service::new();
    let respond = |body: Value| panics(|| drop(service.on(|_: &ListUsers| true).respond(body)));
    let message = respond(json!({"users": [user("a"), {"id": "b"}], "meta": {}}));
    assert_eq!(
        message,
        "not a response of `listUsers`: missing field `createdAt` at $.users[1], near `{\"id\":\"b\"}`"
    );
    let message = respond(json!({"users": [], "meta": {"next": "2"}}));
    assert!(
        message.ends_with("does not declare `$.meta.next`"),
        "{message}"
    );
    // The method is not safe, so the client itself would accept this.
    let message = panics(|| drop(service.on(|_: &CreateMessage| true).respond(json!({}))));
    assert!(message.contains("missing field `message`"), "{message}");
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn a_wrong_response_that_is_made_when_the_call_is_has_the_place_of_its_rule() {
    let service = Service::new();
    let place = format!("(the rule at {}:{}:", file!(), line!() + 3);
    service
        .on(|_: &GetUser| true)
        .respond_with(|call| json!({"user": {"id": call.id}}));
    let call = async move { drop(service.client().get_user("user_1").await) };
    let panicked = tokio::spawn(call).await.unwrap_err().into_panic();
    let message = panic_message(Err(panicked));
    assert!(
        message.starts_with("not a response of `getUser`: missing field `createdAt` at $.user")
            && message.contains(&place),
        "{message}"
    );
}

#[test]
fn a_wrong_error_is_reported_where_the_rule_is_made() {
    let service = Service::new();
    let respond = |status, body: Value| {
        panics(|| drop(service.on(|_: &GetUser| true).respond_error(status, body)))
    };
    let message = respond(404, json!({"message": "gone"}));
    assert!(
        message.starts_with("not an error of `getUser`: missing field `type`"),
        "{message}"
    );
    let message = respond(404, json!({"type": "ResourceNotFound", "mesage": "gone"}));
    assert!(
        message.ends_with("does not declare `$.mesage`"),
        "{message}"
    );
    let message = respond(404, json!({"type": "RateLimited"}));
    assert!(
        message.ends_with("the body states status 429 instead of 404"),
        "{message}"
    );
    let message = respond(404, json!({"type": 1}));
    assert!(message.contains("at $.type"), "{message}");
    let message = respond(200, json!({"type": "ResourceNotFound"}));
    assert!(message.contains("`respond` makes responses"), "{message}");
    let message = panics(|| {
        drop(
            service
                .on(|_: &GetUser| true)
                .respond_with_status(404, json!({})),
        );
    });
    assert!(
        message.contains("`respond_error` makes errors"),
        "{message}"
    );
    let message = respond(1000, json!({}));
    assert_eq!(message, "1000 is not an HTTP status");
}

#[test]
fn an_error_can_be_made_without_a_call() {
    let error = error::<GetUser>(404, json!({"type": "ResourceNotFound", "message": "gone"}));
    assert!(error.is_not_found());
    assert_eq!(error.body().unwrap().message.as_deref(), Some("gone"));
    assert_eq!(error.operation().unwrap().id(), "getUser");
    assert!(error.to_string().starts_with("getUser: "), "{error}");
}

#[test]
fn only_responses_have_headers_and_a_body() {
    for reply in [
        Reply::hang(),
        Reply::lost_connection(),
        Reply::no_connection(),
    ] {
        let message = panics(|| drop(reply.header("a", "b")));
        assert!(message.ends_with("has no headers and no body"), "{message}");
    }
    let message = panics(|| drop(Reply::new(200).header("a b", "c")));
    assert_eq!(message, "`a b` is not a valid name of a header");
}

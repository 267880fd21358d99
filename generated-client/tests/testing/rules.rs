//! Which calls get which answers, and the calls that a service has seen.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use botpress_runtime::operations::{CreateMessage, GetUser, ListUsers};
use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::testing::{Reply, Service};
use serde_json::json;

use crate::user;

#[tokio::test]
async fn the_first_rule_that_matches_and_has_an_answer_left_responds() {
    let service = Service::new();
    let response = |name: &str| {
        let mut user = user("user_1");
        user.name = Some(name.to_owned());
        json!({"user": user})
    };
    service
        .on(|call: &GetUser| call.id == "user_1")
        .respond(response("once"))
        .times(1);
    service
        .on(|call: &GetUser| call.id == "user_1")
        .respond(response("twice"))
        .times(2)
        .then()
        .respond(response("last"));
    service.on(|_: &GetUser| true).respond(response("other"));
    let client = service.client();
    let mut names = Vec::new();
    for id in ["user_2", "user_1", "user_1", "user_1", "user_1", "user_1"] {
        names.push(client.get_user(id).await.unwrap().user.name.unwrap());
    }
    assert_eq!(names, ["other", "once", "twice", "twice", "last", "last"]);
}

#[test]
fn ids_are_compared_with_strings_of_all_kinds() {
    let id = user("user_1").id;
    let text = String::from("user_1");
    assert_eq!(id, "user_1");
    assert_eq!(id, *text);
    assert_eq!(id, text);
    assert_ne!(id, String::from("user_2"));
}

#[tokio::test]
async fn a_rule_for_all_inputs_can_be_written_as_a_call() {
    let service = Service::new().unmatched_as_errors();
    let client = service.client();
    let tagged = || client.list_users().tags([("a", "b")]);
    service
        .on_request(tagged())
        .respond(json!({"users": [], "meta": {}}));
    assert!(tagged().await.unwrap().users.is_empty());
    let error = client.list_users().await.unwrap_err().to_string();
    assert!(
        error.contains("`tags: Some({\"a\": \"b\"})` instead of `tags: None`"),
        "{error}"
    );
}

#[tokio::test]
async fn answers_can_depend_on_the_inputs() {
    let service = Service::new();
    service
        .on(|call: &GetUser| call.id == "user_1")
        .respond_with(|call| json!({"user": user(call.id.as_str())}));
    service
        .on(|_: &GetUser| true)
        .reply_with(|call| match call.id.as_str() {
            "user_2" => {
                Reply::response::<GetUser>(json!({"user": user("user_2")})).header("x-trace", "2")
            }
            _ => Reply::error::<GetUser>(404, json!({"type": "ResourceNotFound"})),
        });
    let client = service.client();
    assert_eq!(client.get_user("user_1").await.unwrap().user.id, "user_1");
    let response = client
        .get_user("user_2")
        .send_with_response()
        .await
        .unwrap();
    assert_eq!(response.headers()["x-trace"], "2");
    assert!(client.get_user("user_3").await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn a_response_can_be_a_typed_value() {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .respond(json!({"user": user("user_1")}));
    let response = service.client().get_user("user_1").await.unwrap();
    let other = Service::new();
    other.on(|_: &GetUser| true).respond(&response);
    assert_eq!(other.client().get_user("user_1").await.unwrap(), response);
}

#[tokio::test]
async fn calls_are_seen_as_they_were_sent() {
    let service = Service::new();
    service
        .on(|_: &ListUsers| true)
        .respond(json!({"users": [], "meta": {}}));
    service.on(|_: &CreateMessage| true).reply(Reply::new(500));
    let client = service.client().with_token("secret").unwrap();
    let call = client
        .list_users()
        .tags([("a b", "c&d")])
        .with_query("new", "1");
    call.with_header("x-trace", "on").await.unwrap();
    let call = client.create_message(json!({"text": "Hi"}), "user_1", "conv_1", "text", []);
    assert!(
        call.with_property("later", true)
            .await
            .unwrap_err()
            .is_server_error()
    );

    let listed = &service.calls::<ListUsers>()[0];
    assert_eq!(listed.request.tags.as_ref().unwrap()["a b"], "c&d");
    assert_eq!(listed.sent.method, "GET");
    assert_eq!(listed.sent.url.path(), "/v1/chat/users");
    assert_eq!(listed.sent.query("new").as_deref(), Some("1"));
    assert_eq!(listed.sent.header("x-trace"), Some("on"));
    assert_eq!(listed.sent.header("authorization"), Some("Bearer secret"));
    assert!(listed.sent.body.is_empty());
    let created = &service.calls::<CreateMessage>()[0];
    assert_eq!(created.sent.json()["later"], true);
    assert_eq!(
        created.sent.header("content-type"),
        Some("application/json")
    );
    let operations = service
        .requests()
        .into_iter()
        .map(|sent| sent.operation.id());
    assert_eq!(
        operations.collect::<Vec<_>>(),
        ["listUsers", "createMessage"]
    );
}

#[tokio::test(start_paused = true)]
async fn hooks_and_settings_work_as_usual() {
    let service = Service::new();
    service.on(|_: &GetUser| true).reply(Reply::new(503));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let hook = seen.clone();
    let client = service
        .builder()
        .bot_id("bot_1")
        .retry(RetryPolicy::default().max_retries(1))
        .on_attempt(move |attempt| {
            hook.lock()
                .unwrap()
                .push((attempt.number(), attempt.status()));
        })
        .build()
        .unwrap();
    assert!(client.get_user("user_1").await.is_err());
    assert_eq!(*seen.lock().unwrap(), [(1, Some(503)), (2, Some(503))]);
    let calls = service.calls::<GetUser>();
    assert_eq!(calls.len(), 2);
    assert_eq!(calls[0].sent.header("x-bot-id"), Some("bot_1"));
}

#[tokio::test(start_paused = true)]
async fn concurrent_calls_share_a_rule() {
    let service = Service::new();
    service
        .on(|_: &GetUser| true)
        .respond(json!({"user": user("user_1")}))
        .after(Duration::from_secs(5))
        .times(20);
    let client = service.client();
    let calls = (0..20).map(|_| tokio::spawn(client.get_user("user_1").send()));
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(service.calls::<GetUser>().len(), 20);
}

#[tokio::test]
async fn a_rule_may_ask_the_service() {
    let service = Service::new();
    let own = service.clone();
    service
        .on(move |_: &GetUser| own.calls::<GetUser>().len() > 1)
        .respond(json!({"user": user("user_1")}));
    service
        .on(|_: &GetUser| true)
        .respond_error(404, json!({"type": "ResourceNotFound"}));
    let client = service.client();
    assert!(client.get_user("user_1").await.unwrap_err().is_not_found());
    assert!(client.get_user("user_1").await.is_ok());
}

#[tokio::test]
async fn calls_by_name_are_calls_of_their_operation() {
    let service = Service::new();
    service
        .on_request(GetUser::new("user_1"))
        .respond(json!({"user": user("user_1")}));
    let client = service.client();
    let response = client.call_json("getUser", json!({"id": "user_1"})).await;
    assert_eq!(response.unwrap()["user"]["id"], "user_1");
    assert_eq!(service.calls::<GetUser>()[0].request.id, "user_1");
}

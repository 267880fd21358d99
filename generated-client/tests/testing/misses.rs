//! Calls that no rule matches.

use botpress_runtime::ErrorKind;
use botpress_runtime::operations::{DeleteUser, GetUser, ListUsers};
use botpress_runtime::testing::Service;
use botpress_runtime::types::SortDirection;
use serde_json::json;

use crate::{panic_message, user};

/// The error of a call of `getUser`.
async fn miss(service: &Service) -> String {
    let error = service.client().get_user("user_2").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Config(_)), "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_call_without_a_rule_panics() {
    let call = async { drop(Service::new().client().get_user("user_1").await) };
    let panicked = tokio::spawn(call).await.unwrap_err().into_panic();
    let message = panic_message(Err(panicked));
    assert_eq!(
        message,
        "the service has no rule for this call of `getUser`: GET https://api.botpress.cloud/v1/chat/users/user_1"
    );
}

#[tokio::test]
async fn a_call_of_another_operation_is_explained_by_the_operations_that_have_rules() {
    let service = Service::new().unmatched_as_errors();
    service
        .on(|_: &ListUsers| true)
        .respond(json!({"users": [], "meta": {}}));
    service.on(|_: &DeleteUser| true).respond(json!({}));
    let message = miss(&service).await;
    assert!(
        message.ends_with("; there are rules for `deleteUser`, `listUsers`"),
        "{message}"
    );
    assert_eq!(service.requests().len(), 1);
    assert_eq!(service.calls::<GetUser>().len(), 1);
}

#[tokio::test]
async fn the_nearest_rule_comes_first_and_shows_what_differs() {
    let service = Service::new().unmatched_as_errors();
    service
        .on(|call: &GetUser| call.id == "user_3")
        .respond(json!({"user": user("user_3")}));
    service
        .on_request(GetUser::new("user_1"))
        .respond(json!({"user": user("user_1")}));
    let message = miss(&service).await;
    let lines: Vec<&str> = message
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    let [nearest, other] = *lines else {
        panic!("{message}")
    };
    assert!(nearest.contains("misses.rs:"), "{message}");
    let difference = "matches `id: UserId(\"user_1\")` instead of `id: UserId(\"user_2\")`";
    assert!(nearest.ends_with(difference), "{message}");
    assert!(other.ends_with(" does not match"), "{message}");
}

#[tokio::test]
async fn a_rule_whose_answers_are_used_up_says_so() {
    let service = Service::new().unmatched_as_errors();
    service
        .on(|_: &GetUser| true)
        .respond(json!({"user": user("user_2")}))
        .times(2);
    let client = service.client();
    for _ in 0..2 {
        client.get_user("user_2").await.unwrap();
    }
    let message = miss(&service).await;
    assert!(
        message.ends_with(" matches, but has given all of its answers: 2"),
        "{message}"
    );
}

#[tokio::test]
async fn a_rule_is_explained_by_a_call_that_it_has_matched() {
    let service = Service::new().unmatched_as_errors();
    service
        .on(|call: &GetUser| call.id == "user_1")
        .respond(json!({"user": user("user_1")}));
    service.client().get_user("user_1").await.unwrap();
    let message = miss(&service).await;
    assert!(
        message.contains("matches `id: UserId(\"user_1\")` instead of"),
        "{message}"
    );
}

#[tokio::test]
async fn a_misspelled_input_is_an_error_unless_the_test_accepts_it() {
    let service = Service::new().unmatched_as_errors();
    let list = |service: &Service| {
        service
            .on(|_: &ListUsers| true)
            .respond(json!({"users": [], "meta": {}}));
        service.client().list_users().tags([("a", "sideways")])
    };
    list(&service).sort_direction("asc").await.unwrap();
    list(&service)
        .sort_direction(SortDirection::Asc)
        .await
        .unwrap();
    let misspelled = list(&service).sort_direction("sideways");
    let error = misspelled.await.unwrap_err().to_string();
    assert!(
        error.contains(
            "has a call of `listUsers` with `sideways`, which the document does not list; `accept_unlisted` accepts it"
        ),
        "{error}"
    );
    let newer = Service::new().accept_unlisted();
    list(&newer).sort_direction("sideways").await.unwrap();
    assert_eq!(
        newer.requests()[0].query("sortDirection").as_deref(),
        Some("sideways")
    );
}

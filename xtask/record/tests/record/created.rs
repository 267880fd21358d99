//! What a scenario has created, and what it may have created.

use std::time::Duration;

use botpress_runtime::runtime::RetryPolicy;
use xtask_record::run::run;
use xtask_record::scenario::Scenario;

use crate::document;
use crate::scenarios::{client, outcome, uninterrupted};
use crate::stand_in::{Fault, StandIn};

#[tokio::test]
async fn a_name_does_not_have_an_older_value_after_a_failure() {
    let service = StandIn::start();
    let other = "title: x\nsteps: [{call: createUser, input: {tags: {}}}]\n";
    service.fault("DELETE", "user", Fault::Status(403));
    outcome(&service, other).await;
    service.fault("POST", "user", Fault::Status(400));
    let text = "title: x
steps:
  - {call: listUsers, keep: {user: /users/0/id}}
  - {call: createUser, input: {tags: {}}, status: 400, keep: {user: /user/id}}
  - {call: updateUser, input: {id: $user, name: Mallory}}
  - {call: deleteUser, input: {id: $user}}
";
    let before = service.calls().len();
    let outcome = outcome(&service, text).await;
    let problem = format!("{:#}", outcome.problem.unwrap());
    assert_eq!(
        problem,
        "step 3, updateUser: `$user` has no value, because the step that keeps it failed"
    );
    assert_eq!(
        service.calls()[before..],
        ["GET /v1/chat/users", "POST /v1/chat/users"]
    );
}

#[tokio::test]
async fn an_expected_failure_that_may_have_created_something_is_listed() {
    for status in [302, 408, 500, 503] {
        for expected in [format!(", status: {status}"), String::new()] {
            let service = StandIn::start();
            service.fault("POST", "user", Fault::Done(status));
            let text = format!(
                "title: x\nsteps: [{{call: createUser, input: {{tags: {{}}}}{expected}}}]\n"
            );
            let outcome = outcome(&service, &text).await;
            assert_eq!(outcome.problem.is_none(), !expected.is_empty(), "{status}");
            let left = "createUser {\"tags\":{}}: it may have created something, but no /output/user/id arrived";
            assert_eq!(outcome.left, [left], "{status}");
        }
    }
}

#[tokio::test]
async fn an_expected_failure_whose_undo_is_known_is_taken_back() {
    let service = StandIn::start();
    service.fault("POST", "conversation", Fault::Done(500));
    let text = "title: x
steps:
  - {call: createUser, input: {tags: {}}, keep: {user: /user/id}}
  - {call: addParticipant, input: {id: $user, userId: $user}, status: 500}
";
    let outcome = outcome(&service, text).await;
    assert!(outcome.problem.is_none(), "{:?}", outcome.problem);
    assert_eq!(outcome.left, [""; 0]);
    let calls = service.calls();
    let removal = calls.iter().find(|call| call.starts_with("DELETE"));
    assert!(removal.unwrap().contains("/participants/"), "{calls:?}");
}

const ONE_USER: &str = "title: x\nsteps: [{call: createUser, input: {tags: {}}}]\n";

#[tokio::test]
async fn a_creation_is_not_sent_again() {
    let service = StandIn::start();
    service.fault("POST", "user", Fault::Status(429));
    let scenario = Scenario::parse("x.yaml", ONE_USER).unwrap();
    let client = client(&service).with_retry(RetryPolicy::default());
    let outcome = uninterrupted(&scenario, &document(), &client).await;
    assert!(outcome.problem.is_some());
    assert_eq!(service.calls(), ["POST /v1/chat/users"]);
}

#[tokio::test]
async fn a_second_interrupt_lists_what_is_left() {
    for (method, left) in [
        (
            "POST",
            "createUser {\"tags\":{}}: it may have created something",
        ),
        (
            "DELETE",
            "deleteUser {\"id\":\"user_01JQZK3V9W8XN7M2P5R4T6Y001\"}: the run was interrupted",
        ),
    ] {
        let service = StandIn::start();
        service.fault(method, "user", Fault::Hang);
        let scenario = Scenario::parse("x.yaml", ONE_USER).unwrap();
        let is_waiting = || service.calls().iter().any(|call| call.starts_with(method));
        let interrupt = async || {
            while !is_waiting() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let stop = async {
            interrupt().await;
            tokio::time::sleep(Duration::from_millis(1)).await;
        };
        let outcome = run(&scenario, &document(), &client(&service), interrupt(), stop).await;
        let outcome = outcome.unwrap();
        assert_eq!(outcome.left, [left]);
        assert!(outcome.problem.is_some());
    }
}

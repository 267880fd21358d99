//! Scenarios: what is called, kept and taken back.

use std::future::pending;

use botpress_runtime::Client;
use botpress_runtime::operations::GetUser;
use botpress_runtime::runtime::RetryPolicy;
use botpress_runtime::testing::{Reply, Service};
use serde_json::{Value, json};
use xtask::recordings::RECORDINGS;
use xtask_record::document::Document;
use xtask_record::har::har;
use xtask_record::run::{Outcome, run};
use xtask_record::sanitize;
use xtask_record::scenario::Scenario;
use xtask_record::wire::Wire;

use crate::stand_in::{Fault, StandIn};
use crate::{document, root};

pub(crate) fn client(service: &StandIn) -> Client {
    let builder = Client::builder()
        .base_url(&service.url)
        .token("token")
        .bot_id("bot");
    builder.retry(RetryPolicy::none()).build().unwrap()
}

pub(crate) async fn outcome(service: &StandIn, text: &str) -> Outcome {
    let scenario = Scenario::parse("x.yaml", text).unwrap();
    uninterrupted(&scenario, &document(), &client(service)).await
}

pub(crate) async fn uninterrupted(
    scenario: &Scenario,
    document: &Document,
    client: &Client,
) -> Outcome {
    run(scenario, document, client, pending(), pending())
        .await
        .unwrap()
}

#[tokio::test]
async fn every_scenario_can_be_made_and_leaves_nothing() {
    let document = document();
    let folder = root().join("generated-client/tests/scenarios");
    for entry in std::fs::read_dir(folder).unwrap() {
        let service = StandIn::start();
        let path = entry.unwrap().path();
        let scenario = Scenario::read(&path).unwrap();
        let outcome = uninterrupted(&scenario, &document, &client(&service)).await;
        assert!(
            outcome.problem.is_none(),
            "{}: {:?}",
            path.display(),
            outcome.problem
        );
        assert_eq!(outcome.left, [""; 0]);
        assert_eq!(service.ids(), [""; 0], "{}", path.display());
        let steps: Vec<usize> = outcome.exchanges.iter().map(|(step, _)| *step).collect();
        assert_eq!(steps.last(), Some(&scenario.steps.len()));
    }
}

/// After an intended change, `UPDATE_EXPECTED=1 cargo test -p xtask-record` records them again.
#[tokio::test]
async fn the_recordings_of_the_stand_in_are_up_to_date() {
    let document = document();
    for name in ["conversations", "users"] {
        let service = StandIn::start();
        let path = root().join(format!("generated-client/tests/scenarios/{name}.yaml"));
        let scenario = Scenario::read(&path).unwrap();
        let outcome = uninterrupted(&scenario, &document, &client(&service)).await;
        let exchanges = outcome.exchanges.iter();
        let exchanges: Vec<Wire> = exchanges
            .map(|(step, exchange)| Wire::of(*step, exchange, &service.url).unwrap())
            .collect();
        let sanitized = sanitize(&exchanges, &scenario, &document).unwrap();
        let recorded = har(&scenario, &sanitized, "stand-in");
        let path = root().join(format!("{RECORDINGS}/stand-in/{name}.har"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &recorded).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap();
        assert!(committed == recorded, "{} differs", path.display());
    }
}

/// The placeholders agree everywhere, so that the calls of the scenario find the responses to them.
#[tokio::test]
async fn a_recording_is_a_service_for_its_scenario() {
    let document = document();
    for name in ["conversations", "users"] {
        let har = root().join(format!("{RECORDINGS}/stand-in/{name}.har"));
        let service = Service::from_har_file(har).unwrap().in_order();
        // The calls that remove what is left are not recorded.
        let service = service.unmatched_as_errors();
        let client = service
            .builder()
            .retry(RetryPolicy::none())
            .build()
            .unwrap();
        let path = root().join(format!("generated-client/tests/scenarios/{name}.yaml"));
        let scenario = Scenario::read(&path).unwrap();
        let outcome = uninterrupted(&scenario, &document, &client).await;
        assert!(outcome.problem.is_none(), "{name}: {:?}", outcome.problem);
        assert_eq!(outcome.exchanges.last().unwrap().0, scenario.steps.len());
    }
}

pub(crate) const TWO_USERS: &str = "title: Two users
steps:
  - {call: createUser, input: {tags: {}}, keep: {user: /user/id}}
  - {call: createConversation, input: {channel: x, tags: {}}}
  - {call: getUser, input: {id: $user}, status: 404}
";

#[tokio::test]
async fn everything_is_taken_back_after_a_failure() {
    let service = StandIn::start();
    let outcome = outcome(&service, TWO_USERS).await;
    let problem = format!("{:#}", outcome.problem.unwrap());
    assert_eq!(
        problem,
        "step 3, getUser: it succeeded instead of failing with 404"
    );
    assert_eq!(service.ids(), [""; 0]);
}

#[tokio::test]
async fn the_status_of_a_step_is_that_of_http() {
    let service = Service::new();
    let body = serde_json::json!({"code": 400, "type": "InvalidPayload", "message": "", "id": ""});
    service
        .on(|_: &GetUser| true)
        .reply(Reply::new(418).json(body));
    let text = "title: x\nsteps: [{call: getUser, input: {id: a}, status: 418}]\n";
    let scenario = Scenario::parse("x.yaml", text).unwrap();
    let outcome = uninterrupted(&scenario, &document(), &service.client()).await;
    assert!(outcome.problem.is_none(), "{:?}", outcome.problem);
    assert_eq!(outcome.exchanges.len(), 1);
}

#[tokio::test]
async fn what_cannot_be_taken_back_is_listed() {
    let service = StandIn::start();
    service.fault("DELETE", "conversation", Fault::Status(500));
    let outcome = outcome(&service, TWO_USERS).await;
    let [left] = &*outcome.left else {
        panic!("{:?}", outcome.left);
    };
    assert!(
        left.starts_with("deleteConversation {\"id\":\"conversation_"),
        "{left}"
    );
    // The others are taken back all the same.
    assert_eq!(service.ids().len(), 1);
}

#[tokio::test]
async fn a_creation_that_was_not_expected_is_taken_back() {
    let service = StandIn::start();
    let text = "title: x\nsteps: [{call: createUser, input: {tags: {}}, status: 400}]\n";
    let outcome = outcome(&service, text).await;
    let problem = format!("{:#}", outcome.problem.unwrap());
    assert_eq!(
        problem,
        "step 1, createUser: it succeeded instead of failing with 400"
    );
    assert_eq!(outcome.left, [""; 0]);
    assert_eq!(service.calls().len(), 2);
    assert_eq!(service.ids(), [""; 0]);
}

const ONE_USER: &str = "title: One user
steps:
  - {call: createUser, input: {tags: {}}, keep: {user: /user/id}}
  - {call: getUser, input: {id: $user}}
";

#[tokio::test]
async fn a_creation_that_cannot_be_decoded_is_taken_back() {
    let service = StandIn::start();
    let change = |answer: &mut Value| answer["user"]["createdAt"] = "yesterday".into();
    service.fault("POST", "user", Fault::Changed(change));
    let outcome = outcome(&service, ONE_USER).await;
    assert!(outcome.problem.is_none(), "{:?}", outcome.problem);
    let [undecoded] = &*outcome.undecoded else {
        panic!("{:?}", outcome.undecoded);
    };
    let start = "step 1, createUser: cannot decode the response (201 Created): ";
    assert!(undecoded.starts_with(start), "{undecoded}");
    assert!(undecoded.contains("user.createdAt"), "{undecoded}");
    assert_eq!(outcome.left, [""; 0]);
    assert_eq!(service.ids(), [""; 0]);
}

#[tokio::test]
async fn a_creation_whose_answer_breaks_off_is_taken_back() {
    let service = StandIn::start();
    service.fault("POST", "user", Fault::Cut("pictureUrl"));
    let outcome = outcome(&service, ONE_USER).await;
    assert!(outcome.problem.is_some());
    assert_eq!(outcome.left, [""; 0]);
    assert_eq!(service.ids(), [""; 0]);
}

#[tokio::test]
async fn a_creation_without_an_id_is_listed() {
    let without_id = |answer: &mut Value| answer["user"] = json!({"name": "x"});
    for fault in [
        Fault::Changed(without_id),
        Fault::Cut("user"),
        Fault::Status(502),
    ] {
        let service = StandIn::start();
        service.fault("POST", "user", fault);
        let outcome = outcome(&service, ONE_USER).await;
        assert!(outcome.problem.is_some());
        let left = "createUser {\"tags\":{}}: it may have created something, but no /output/user/id arrived";
        assert_eq!(outcome.left, [left]);
        assert_eq!(service.calls(), ["POST /v1/chat/users"]);
    }
    for status in [400, 429] {
        let service = StandIn::start();
        service.fault("POST", "user", Fault::Status(status));
        let outcome = outcome(&service, ONE_USER).await;
        assert!(outcome.problem.is_some());
        assert_eq!(outcome.left, [""; 0], "nothing was created");
    }
}

#[tokio::test]
async fn everything_is_taken_back_after_an_interrupt() {
    let scenario = Scenario::parse("x.yaml", TWO_USERS).unwrap();
    for calls in 1..=5 {
        let service = StandIn::start();
        // The answer is on its way.
        let interrupt = async {
            while service.calls().len() < calls {
                tokio::task::yield_now().await;
            }
        };
        let client = client(&service);
        let outcome = run(&scenario, &document(), &client, interrupt, pending()).await;
        let outcome = outcome.unwrap();
        let problem = outcome.problem.unwrap().to_string();
        if calls < 3 {
            assert_eq!(
                problem,
                format!("step {calls}, {}", scenario.steps[calls - 1].call)
            );
        }
        assert_eq!(outcome.left, [""; 0]);
        assert_eq!(service.ids(), [""; 0], "after {calls} calls");
    }
}

#[tokio::test]
async fn a_removal_that_fails_is_made_again() {
    let service = StandIn::start();
    service.fault("DELETE", "user", Fault::Status(502));
    let text = "title: x
steps:
  - {call: createUser, input: {tags: {}}, keep: {user: /user/id}}
  - {call: deleteUser, input: {id: $user}}
";
    let outcome = outcome(&service, text).await;
    assert!(outcome.problem.is_some());
    assert_eq!(outcome.left.len(), 1, "{:?}", outcome.left);
    assert_eq!(service.calls().len(), 3);
}

#[tokio::test]
async fn what_is_gone_need_not_be_taken_back() {
    let service = StandIn::start();
    service.fault("DELETE", "conversation", Fault::Status(404));
    service.fault("DELETE", "user", Fault::Status(410));
    let outcome = outcome(&service, TWO_USERS).await;
    assert_eq!(outcome.left, [""; 0]);
    let calls = service.calls();
    let last = calls.iter().rev().take(2);
    let last: Vec<&str> = last.map(|call| call.split('_').next().unwrap()).collect();
    assert_eq!(
        last,
        [
            "DELETE /v1/chat/users/user",
            "DELETE /v1/chat/conversations/conversation"
        ]
    );
}

#[tokio::test]
async fn nothing_is_sent_for_a_scenario_that_the_overlay_does_not_allow() {
    let document = document();
    for (step, problem) in [
        (
            "{call: createUsers}",
            "step 1: the document has no operation `createUsers`",
        ),
        (
            "{call: callAction, input: {type: x, input: {}}}",
            "step 1: `callAction` is never recorded (`x-record: never`)",
        ),
        (
            "{call: deleteUser, input: {id: user_1}}",
            "step 1: `deleteUser` may change only what the scenario has created, so its input `id` has to be a value that was kept",
        ),
        (
            "{call: setState, input: {type: bot, id: bot_1, name: x, payload: {}}}",
            "step 1: `setState` may change only what the scenario has created, so its input `id` has to be a value that was kept",
        ),
        (
            "{call: getUser, input: {id: $user}}",
            "step 1: `$user` in the input `id` is not kept by an earlier step",
        ),
        (
            "{call: listUsers, keep: {victim: /users/0/id}}
  - {call: deleteUser, input: {id: $victim}}",
            "step 2: `deleteUser` may change only what the scenario has created, but `$victim` in its input `id` is /users/0/id of step 1, `listUsers`, and not the id of what a step creates",
        ),
        (
            "{call: getConversation, input: {id: a}, keep: {other: /conversation/id}}
  - {call: createMessage, input: {conversationId: $other, userId: $other, type: text, payload: {}, tags: {}}}",
            "step 2: `createMessage` may change only what the scenario has created, but `$other` in its input `conversationId` is /conversation/id of step 1, `getConversation`, and not the id of what a step creates",
        ),
        (
            "{call: listUsers, keep: {victim: /users/0/id}}
  - {call: createUser, input: {tags: {other: $victim}}, keep: {user: /user/id, victim: /user/tags/other}}
  - {call: updateUser, input: {id: $user, name: x}}
  - {call: updateUser, input: {id: $victim, name: x}}",
            "step 4: `updateUser` may change only what the scenario has created, but `$victim` in its input `id` is /user/tags/other of step 2, `createUser`, and not the id of what a step creates",
        ),
        (
            "{call: getUser, input: {id: a}, pages: 2}",
            "step 1: `getUser` has no pages (`x-paging`)",
        ),
        (
            "{call: listUsers, pages: 0}",
            "step 1: `pages` is 0, so nothing would be called",
        ),
        (
            "{call: createUser, input: {tags: {}}, keep: {u: /user/id}}
  - {call: createUser, input: {name: hi $u, tags: {}}}",
            "step 2: `hi $u` in the input `name` has a value that was kept in the middle of other text; write `$$` if it is a dollar sign",
        ),
        (
            "{call: createUser, input: {tags: {}}, status: 201}",
            "step 1: `status` is 201, which is not the status of an error",
        ),
    ] {
        let scenario =
            Scenario::parse("x.yaml", &format!("title: x\nsteps:\n  - {step}\n")).unwrap();
        let error = scenario.check(&document).unwrap_err();
        assert_eq!(format!("{error:#}"), problem);
    }
    for (text, problem) in [
        (
            "title: x\nstep: []\n",
            "x.yaml has an unknown member `step`; the known ones are title, steps",
        ),
        (
            "title: x\nsteps: [{input: {}}]\n",
            "x.yaml, step 1 has no `call`",
        ),
        ("title: [\n", "x.yaml is not valid YAML"),
    ] {
        assert_eq!(
            format!("{:#}", Scenario::parse("x.yaml", text).unwrap_err()),
            problem
        );
    }
}

/// Otherwise the first step would create something that nothing removes.
#[tokio::test]
async fn a_text_can_have_dollar_signs() {
    let service = StandIn::start();
    let text = "title: x\nsteps: [{call: createUser, input: {name: $$u$$, tags: {price: 5 $}}}]\n";
    let outcome = outcome(&service, text).await;
    assert!(outcome.problem.is_none(), "{:?}", outcome.problem);
    let (_, exchange) = &outcome.exchanges[0];
    let body: Value = serde_json::from_slice(&exchange.request.body).unwrap();
    assert_eq!(body, json!({"name": "$u$", "tags": {"price": "5 $"}}));
}

#[tokio::test]
async fn a_list_may_end_too_early() {
    let service = StandIn::start();
    let outcome = outcome(&service, "title: x\nsteps: [{call: listUsers, pages: 2}]\n").await;
    let problem = format!("{:#}", outcome.problem.unwrap());
    assert_eq!(problem, "step 1, listUsers: the list ends after 1 page");
}

#[tokio::test]
async fn a_failure_has_the_name_of_the_operation_once() {
    let service = StandIn::start();
    service.fault("GET", "user", Fault::Status(403));
    let outcome = outcome(&service, ONE_USER).await;
    let problem = format!("{:#}", outcome.problem.unwrap());
    assert!(problem.starts_with("step 2, getUser: "), "{problem}");
    assert_eq!(problem.matches("getUser").count(), 1, "{problem}");
}

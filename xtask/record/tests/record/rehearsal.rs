//! Mistakes of a scenario that are found before the first call.

use xtask_record::rehearse;
use xtask_record::scenario::Scenario;

use crate::{document, root};

/// The problem of steps; empty if there is none.
async fn problem(steps: &str) -> String {
    let scenario = Scenario::parse("x.yaml", &format!("title: x\nsteps:\n  - {steps}\n")).unwrap();
    let document = document();
    scenario.check(&document).unwrap();
    let rehearsed = rehearse(&scenario, &document).await;
    rehearsed.map_or_else(|error| format!("{error:#}"), |()| String::new())
}

#[tokio::test]
async fn inputs_that_the_client_does_not_take_are_found() {
    for (steps, expected) in [
        (
            "{call: createUser, input: {tags: {}}}
  - {call: createUser, input: {nam: x, tags: {}}}",
            "step 2, createUser: unknown input member `nam`; did you mean `name`?",
        ),
        (
            "{call: createUser, input: {name: 3, tags: {}}}",
            "step 1, createUser: invalid input member `name`: invalid type: integer `3`, expected a string, near `3`",
        ),
        (
            "{call: createUser, input: {name: x}}",
            "step 1, createUser: missing input member `tags`",
        ),
        (
            "{call: createUser, input: {tags: {}}, keep: {u: /user/id}}
  - {call: updateUser, input: {id: $u, nam: $u}}",
            "step 2, updateUser: unknown input member `nam`; did you mean `name`?",
        ),
    ] {
        assert_eq!(problem(steps).await, expected);
    }
}

#[tokio::test]
async fn values_to_keep_that_no_response_has_are_found() {
    for pointer in [
        "/usr/id",
        "/user/id/x",
        "/user/tags/a/b",
        "/user/0",
        "/users",
    ] {
        let steps = format!("{{call: createUser, input: {{tags: {{}}}}, keep: {{u: {pointer}}}}}");
        let expected = format!(
            "step 1, createUser: `u` keeps {pointer}, which no response has that the document describes"
        );
        assert_eq!(problem(&steps).await, expected);
    }
}

#[tokio::test]
async fn what_may_be_right_is_not_refused() {
    for steps in [
        "{call: createUser, input: {tags: {}}, keep: {u: /user/tags/a, all: /user}}
  - {call: createUser, input: {name: $u, tags: $all}}",
        "{call: listUsers, keep: {u: /users/1/id, next: /meta/nextToken, at: /users/0/createdAt}}
  - {call: listUsers, input: {nextToken: $next, beforeDate: $at}}
  - {call: getUser, input: {id: $u}, status: 404}",
        "{call: getMessage, input: {id: x}, keep: {deep: /message/payload/a/0/b}}",
    ] {
        assert_eq!(problem(steps).await, "");
    }
    let folder = root().join("generated-client/tests/scenarios");
    for entry in std::fs::read_dir(folder).unwrap() {
        let scenario = Scenario::read(&entry.unwrap().path()).unwrap();
        rehearse(&scenario, &document()).await.unwrap();
    }
}

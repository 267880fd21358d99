//! `cargo xtask record` as a maintainer runs it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::tempdir;
use xtask_record::guard::Guard;

use crate::root;
use crate::stand_in::{Fault, StandIn};

const TOKEN: &str = "bp_pat_7Gq2sVx9LmR4tYw8ZbN3kJdE6uHcA1fP";
const BOT: &str = "5f2c9a3e-7d41-4b8a-9c06-1e83d7b4f920";

/// Records into a file. `typed` is what is typed to confirm.
fn record(service: &StandIn, scenario: &str, out: &Path, typed: &str) -> Output {
    run(service, scenario, &["--out", out.to_str().unwrap()], typed)
}

fn run(service: &StandIn, scenario: &str, options: &[&str], typed: &str) -> Output {
    start(service, scenario, options, typed)
        .wait_with_output()
        .unwrap()
}

fn start(service: &StandIn, scenario: &str, options: &[&str], typed: &str) -> Child {
    start_with(TOKEN, service, scenario, options, typed)
}

fn start_with(
    token: &str,
    service: &StandIn,
    scenario: &str,
    options: &[&str],
    typed: &str,
) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask-record"));
    let scenario = root()
        .join("generated-client/tests/scenarios")
        .join(scenario);
    command
        .arg("record")
        .arg(scenario)
        .args(["--bot", BOT, "--base-url", &service.url]);
    command
        .args(options)
        .env("BP_TOKEN", token)
        .current_dir(root());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{typed}").unwrap();
    drop(stdin);
    child
}

#[test]
fn a_recording_contains_nothing_private() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("users.har");
    let output = record(&StandIn::start(), "users.yaml", &out, BOT);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    let printed = String::from_utf8(output.stdout).unwrap();
    let finding = "$.components.schemas.User.properties: there is a member `email`; an overlay action for it:\n  \
                   - target: $.components.schemas.User.properties\n    update: {\"email\":{\"type\":\"string\"}}\n";
    assert!(printed.contains(finding), "{printed}");
    let text = std::fs::read_to_string(&out).unwrap();
    for private in [
        TOKEN,
        BOT,
        "01JQZK3V9W8XN7M2P5R4T6Y",
        "lovelace",
        "3f9ac81b77d2e6",
        "127.0.0.1",
        "2026",
        "cGFnZQ",
    ] {
        assert!(
            !text.to_lowercase().contains(&private.to_lowercase()),
            "{private}: {text}"
        );
    }
    for kept in [
        "Ada",
        "page-token-0001",
        "user_00000000000000000000001",
        "https://api.botpress.cloud/v1/chat/users",
    ] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
}

#[test]
fn a_value_that_the_document_does_not_list_is_reported() {
    let folder = tempdir().unwrap();
    let service = StandIn::start();
    let change = |answer: &mut Value| answer["message"]["direction"] = "sideways".into();
    service.fault("POST", "message", Fault::Changed(change));
    let out = folder.path().join("conversations.har");
    let output = record(&service, "conversations.yaml", &out, BOT);
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(
        printed.contains("there is a value \"sideways\" besides"),
        "{printed}"
    );
    assert!(!std::fs::read_to_string(&out).unwrap().contains("sideways"));
}

#[test]
fn the_same_calls_give_the_same_bytes() {
    let folder = tempdir().unwrap();
    let paths = ["a.har", "b.har"].map(|name| folder.path().join(name));
    for path in &paths {
        let output = record(&StandIn::start(), "conversations.yaml", path, BOT);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let [first, second] = paths.map(|path| std::fs::read_to_string(path).unwrap());
    assert_eq!(first, second);
    assert_eq!(
        Guard::new()
            .with_secret("the bot", BOT)
            .check(&first)
            .iter()
            .filter(|it| it.rule.name() == "secret")
            .count(),
        0
    );
}

#[test]
fn nothing_is_sent_without_confirmation() {
    let folder = tempdir().unwrap();
    let service = StandIn::start();
    let out = folder.path().join("users.har");
    let output = record(&service, "users.yaml", &out, "another");
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("nothing was sent"), "{errors}");
    assert!(!out.exists());
}

#[test]
fn a_scenario_with_the_token_is_refused_without_showing_it() {
    let folder = tempdir().unwrap();
    let scenario = folder.path().join("token.yaml");
    let text =
        format!("title: x\nsteps: [{{call: createUser, input: {{tags: {{k: {TOKEN}}}}}}}]\n");
    std::fs::write(&scenario, text).unwrap();
    let service = StandIn::start();
    let output = run(&service, scenario.to_str().unwrap(), &["--check"], BOT);
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    let problem = "error: the token is in the scenario at `/steps/0/input/tags/k`, so nothing was sent; take it out\n";
    assert_eq!(errors, problem);
    assert_eq!(service.calls(), [""; 0]);
}

#[test]
fn a_recording_with_the_token_is_refused_without_showing_it() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("users.har");
    let service = StandIn::start();
    // The name of a property of the document is kept.
    let output = start_with(
        "updatedAt",
        &service,
        "users.yaml",
        &["--out", out.to_str().unwrap()],
        BOT,
    );
    let output = output.wait_with_output().unwrap();
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    let problem = "error: the token is in the recording at `/log/entries/0/response/content/text`, so it was not written; leave out the call that shows it\n";
    assert!(errors.ends_with(problem), "{errors}");
    assert!(!errors.contains("updatedAt"), "{errors}");
    assert!(!out.exists());
}

#[test]
fn the_shape_of_the_answers_is_compared_with_the_document() {
    let output = run(&StandIn::start(), "users.yaml", &["--check"], BOT);
    assert!(!output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    let member = "$.components.schemas.User.properties: there is a member `email`; an overlay action for it:\n  \
                  - target: $.components.schemas.User.properties\n    update: {\"email\":{\"type\":\"string\"}}\n";
    assert_eq!(printed, member);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("differs from the document in 1 place"),
        "{errors}"
    );
}

#[test]
fn what_was_answered_before_a_failure_is_compared_as_well() {
    let folder = tempdir().unwrap();
    let scenario = folder.path().join("wrong.yaml");
    let text = "title: x\nsteps:\n  - {call: createUser, input: {tags: {}}, status: 404}\n";
    std::fs::write(&scenario, text).unwrap();
    let output = run(
        &StandIn::start(),
        scenario.to_str().unwrap(),
        &["--check"],
        BOT,
    );
    assert!(!output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains("there is a member `email`"), "{printed}");
    let errors = String::from_utf8(output.stderr).unwrap();
    let problem = "the steps after a failure were not compared: step 1, createUser: it succeeded instead of failing with 404";
    assert!(errors.contains(problem), "{errors}");
}

#[test]
fn the_comparison_goes_on_after_an_answer_that_cannot_be_decoded() {
    let folder = tempdir().unwrap();
    let scenario = folder.path().join("two.yaml");
    let text = "title: x\nsteps:
  - {call: createUser, input: {tags: {}}, keep: {user: /user/id}}
  - {call: createConversation, input: {channel: x, tags: {}}}\n";
    std::fs::write(&scenario, text).unwrap();
    let scenario = scenario.to_str().unwrap();
    let start = || {
        let service = StandIn::start();
        let change = |answer: &mut Value| {
            answer["user"]["createdAt"] = "yesterday".into();
            answer["user"].as_object_mut().unwrap().remove("email");
        };
        service.fault("POST", "user", Fault::Changed(change));
        let change = |answer: &mut Value| answer["conversation"]["extra"] = 1.into();
        service.fault("POST", "conversation", Fault::Changed(change));
        service
    };
    let service = start();
    let output = run(&service, scenario, &["--check"], BOT);
    assert!(!output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    let undecoded = "step 1, createUser: cannot decode the response (201 Created): ";
    let line = printed.lines().find(|line| line.starts_with(undecoded));
    assert!(
        line.is_some_and(|line| line.contains("user.createdAt")),
        "{printed}"
    );
    assert!(printed.contains("there is a member `extra`"), "{printed}");
    assert_eq!(service.ids(), [""; 0]);

    let out = folder.path().join("two.har");
    let output = record(&start(), scenario, &out, BOT);
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("nothing was recorded: step 1, createUser: cannot decode"),
        "{errors}"
    );
    assert!(!out.exists());
}

/// The beginning of a line about a user that is left.
#[cfg(unix)]
const LEFT: &str = "error: this could not be taken back: deleteUser {\"id\":\"user_";

/// Interrupts the program as soon as it has made a call with the method.
#[cfg(unix)]
fn interrupt_during(method: &str, service: &StandIn, child: &Child) {
    while !service.calls().iter().any(|call| call.starts_with(method)) {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let id = child.id().to_string();
    let killed = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(killed.success());
}

#[cfg(unix)]
#[test]
fn an_interrupt_takes_back_what_was_created() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("users.har");
    let service = StandIn::start();
    // The interrupt arrives during a call that changes nothing.
    service.fault("GET", "user", Fault::Hang);
    service.fault("DELETE", "user", Fault::Status(403));
    let options = ["--out", out.to_str().unwrap()];
    let child = start(&service, "users.yaml", &options, BOT);
    interrupt_during("GET", &service, &child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.matches(LEFT).count(), 3, "{errors}");
    let problem = "nothing was recorded: step 4, getUser: the run was interrupted";
    assert!(errors.contains(problem), "{errors}");
    assert!(!out.exists());
}

#[cfg(unix)]
#[test]
fn a_second_interrupt_ends_the_program_at_once() {
    let folder = tempdir().unwrap();
    let out = folder.path().join("users.har");
    let service = StandIn::start();
    service.fault("GET", "user", Fault::Hang);
    service.fault("DELETE", "user", Fault::Hang);
    let options = ["--out", out.to_str().unwrap()];
    let child = start(&service, "users.yaml", &options, BOT);
    for method in ["GET", "DELETE"] {
        interrupt_during(method, &service, &child);
    }
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.matches(LEFT).count(), 3, "{errors}");
    assert_eq!(
        service.ids().len(),
        2,
        "one removal was made, and has no answer"
    );
}

#[cfg(unix)]
#[test]
fn an_interrupt_says_what_it_waits_for() {
    use std::io::{BufRead as _, BufReader, Read as _};

    let service = StandIn::start();
    service.fault("POST", "conversation", Fault::Hang);
    let mut child = start(&service, "conversations.yaml", &["--check"], BOT);
    let mut errors = BufReader::new(child.stderr.take().unwrap());
    while service.calls().len() < 2 {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    interrupt_during("POST", &service, &child);
    let mut printed = String::new();
    let waiting =
        "waiting for the answer of createConversation, which may have created something\n";
    while !printed.ends_with(waiting) {
        assert_ne!(errors.read_line(&mut printed).unwrap(), 0, "{printed}");
    }
    interrupt_during("POST", &service, &child);
    errors.read_to_string(&mut printed).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(printed.contains(LEFT), "{printed}");
}

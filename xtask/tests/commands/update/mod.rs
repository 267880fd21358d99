//! `cargo xtask update` in a small workspace.

mod another_api;
mod corrections;
mod moved;
mod successors;
mod uses;

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::sandbox::{Files, Run, SPEC, Sandbox};

const FACTS: &str = "spec/runtime.yaml";
const PROSE: &str = "spec/runtime.prose.overlay.yaml";
const OVERLAY: &str = "spec/runtime.overlay.yaml";
const LOCK: &str = "spec/runtime.lock";
const THING: &str = "generated-client/src/generated/types/thing.rs";
const LABEL: &str = "generated-client/src/generated/types/label.rs";

/// A correction that is a fact.
const CORRECTIONS: &str = "overlay: 1.0.0
info: {title: Corrections, version: '1'}
actions:
  - target: $.components.schemas.Thing.properties.name
    update: {maxLength: 5}
";

/// The document as JSON, with its members and lists in reverse order.
fn reversed(text: &str) -> String {
    fn reversed(value: serde_json::Value) -> serde_json::Value {
        match value {
            serde_json::Value::Object(members) => {
                let members = members.into_iter().rev();
                members.map(|(key, value)| (key, reversed(value))).collect()
            }
            serde_json::Value::Array(items) => items.into_iter().rev().map(reversed).collect(),
            other => other,
        }
    }
    let value = openapi_rust_client_generator::Source::new("x", text).to_json();
    serde_json::to_string_pretty(&reversed(value.unwrap())).unwrap()
}

/// Takes in a document that is published as `published.yaml`.
fn update(sandbox: &Sandbox, text: &str, options: &[&str]) -> Run {
    sandbox.write("published.yaml", text);
    sandbox.run(&[&["update", "published.yaml"], options].concat())
}

/// A workspace that took in the document with its prose.
fn updated() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(OVERLAY, CORRECTIONS);
    update(&sandbox, SPEC, &["--prose", "published"]).ends_with(0);
    sandbox
}

/// The files of the workspace, without the published document.
fn files(sandbox: &Sandbox) -> Files {
    let mut files = sandbox.files();
    files.remove("published.yaml");
    files
}

fn texts(sandbox: &Sandbox) -> Vec<(String, String)> {
    let files = files(sandbox).into_iter();
    files.map(|(path, (text, _))| (path, text)).collect()
}

#[test]
fn all_problems_of_a_kind_are_shown_if_asked_for() {
    let sandbox = Sandbox::new();
    let wrong = (0..30).fold(String::new(), |lines, number| {
        lines + &format!("        p{number}: {{$ref: '#/components/schemas/Missing{number}'}}\n")
    });
    let text = SPEC.replace("        text:\n", &(wrong + "        text:\n"));
    let run = update(&sandbox, &text, &[]).ends_with(1);
    let errors = |text: &str| text.matches("error[unresolved-reference]").count();
    assert_eq!(errors(&run.stderr), 21, "{}", run.stderr);
    let more = "10 more of this kind; `--all` shows all";
    assert!(run.stderr.contains(more), "{}", run.stderr);
    let run = update(&sandbox, &text, &["--all"]).ends_with(1);
    assert_eq!(errors(&run.stderr), 30, "{}", run.stderr);
}

#[test]
fn facts_and_prose_are_separated() {
    let sandbox = updated();
    let facts = sandbox.read(FACTS);
    assert!(facts.contains("operationId: getThing"), "{facts}");
    assert!(!facts.contains("Keeps things."), "{facts}");
    assert!(
        facts.contains("'200':\n          description: ''\n"),
        "{facts}"
    );
    let prose = sandbox.read(PROSE);
    let action =
        "  - target: $.components.schemas.Thing\n    update:\n      description: A thing.\n";
    assert!(prose.contains(action), "{prose}");
    assert!(sandbox.read(THING).contains("/// A thing."));
    let lock = sandbox.read(LOCK);
    assert!(
        lock.contains("title: Things\nversion: 1.2.3\nsha256: "),
        "{lock}"
    );
    sandbox.run(&["regen", "--check"]).ends_with(0);
}

#[test]
fn published_prose_is_used_only_on_request_and_where_there_is_none() {
    let sandbox = updated();
    let prose = sandbox.read(PROSE);
    let more = SPEC.replace("A thing.", "Their thing.").replace(
        "        text:\n",
        "        size: {type: integer, description: Its size.}\n        text:\n",
    );
    let run = update(&sandbox, &more, &[]).ends_with(0);
    let missing =
        "- target: $.components.schemas.Label.properties.size\n    update: {description: …}\n";
    assert!(run.stdout.contains(missing), "{}", run.stdout);
    assert!(
        run.stdout.contains("takes over the 1 of the publisher"),
        "{}",
        run.stdout
    );
    assert_eq!(sandbox.read(PROSE), prose);
    assert!(!sandbox.read(LABEL).contains("Its size."));

    let run = update(&sandbox, &more, &["--prose", "published"]).ends_with(0);
    assert!(!run.stdout.contains("properties.size"), "{}", run.stdout);
    assert!(sandbox.read(LABEL).contains("/// Its size."));
    assert!(sandbox.read(THING).contains("/// A thing."));
    let added = sandbox.read(PROSE);
    let (before, after) = added
        .split_once("  - target: $.components.schemas.Label.properties.size\n")
        .unwrap();
    let after = after
        .strip_prefix("    update:\n      description: Its size.\n")
        .unwrap();
    assert_eq!(format!("{before}{after}"), prose);
}

#[test]
fn the_same_document_is_nothing_new() {
    let sandbox = updated();
    let before = files(&sandbox);
    let run = update(&sandbox, SPEC, &[]).ends_with(0);
    assert!(run.stdout.ends_with("\nnothing new\n"), "{}", run.stdout);
    assert_eq!(files(&sandbox), before);
}

#[test]
fn a_description_without_text_is_none() {
    let sandbox = updated();
    let facts = sandbox.read(FACTS);
    let empty = SPEC.replace("description: A label.", "description:");
    update(&sandbox, &empty, &[]).ends_with(0);
    assert_eq!(sandbox.read(FACTS), facts);
}

#[test]
fn order_is_not_a_change() {
    let sandbox = updated();
    let before = texts(&sandbox);
    let run = update(&sandbox, &reversed(SPEC), &[]).ends_with(0);
    assert!(
        run.stdout.contains("1 written, 0 removed"),
        "{}",
        run.stdout
    );
    let without_lock = |mut texts: Vec<(String, String)>| {
        texts.retain(|(path, _)| path != LOCK);
        texts
    };
    assert_eq!(without_lock(texts(&sandbox)), without_lock(before));
}

#[test]
fn new_members_follow_their_neighbours() {
    let sandbox = updated();
    let before = sandbox.read(FACTS);
    let newer = SPEC.replace(
        "        text:\n",
        "        size: {type: integer, description: Its size.}\n        text:\n",
    );
    update(&sandbox, &reversed(&newer), &[]).ends_with(0);
    let added = "        size:\n          type: integer\n";
    assert_eq!(sandbox.read(FACTS).replace(added, ""), before);
}

#[test]
fn what_goes_away_and_comes_back_is_the_same() {
    let sandbox = updated();
    let before = texts(&sandbox);
    let (without, _) = SPEC.split_once("    Label:\n").unwrap();
    let without = without.replace("$ref: \"#/components/schemas/Label\"", "type: string");
    let run = update(&sandbox, &without, &[]).ends_with(0);
    let prose = sandbox.read(PROSE);
    let line = prose
        .lines()
        .position(|line| line.ends_with("schemas.Label"))
        .unwrap()
        + 1;
    let gone =
        format!("{PROSE}:{line}: the action on `$.components.schemas.Label` matches nothing");
    assert!(run.stdout.contains(&gone), "{}", run.stdout);
    assert!(!sandbox.path(LABEL).exists());
    let regen = sandbox.run(&["regen", "--check"]).ends_with(0);
    let place = format!("--> {PROSE}:{line}:");
    for text in ["`$.components.schemas.Label` matches nothing", &*place] {
        assert!(regen.stderr.contains(text), "{}", regen.stderr);
    }

    update(&sandbox, SPEC, &[]).ends_with(0);
    assert_eq!(texts(&sandbox), before);
}

#[test]
fn corrections_that_do_not_fit_are_named_and_do_not_stop() {
    let sandbox = updated();
    let before = texts(&sandbox);
    let older = SPEC
        .replace("        name:\n", "        nam:\n")
        .replace("[name, ", "[nam, ");
    let run = update(&sandbox, &older, &[]).ends_with(0);
    let unfit = format!(
        "{OVERLAY}:4: the action on `$.components.schemas.Thing.properties.name` matches nothing"
    );
    assert!(run.stdout.contains(&unfit), "{}", run.stdout);
    let help = "if it was renamed to `nam`, change the target to `$.components.schemas.Thing.properties.nam`";
    assert!(run.stdout.contains(help), "{}", run.stdout);
    assert!(sandbox.read(THING).contains("nam"));
    sandbox.run(&["regen"]).ends_with(1);

    let newer = SPEC.replace(
        "        name:\n          type: string\n",
        "        name: {type: string, maxLength: 5}\n",
    );
    let run = update(&sandbox, &newer, &[]).ends_with(0);
    assert!(run.stdout.contains("changes nothing\n"), "{}", run.stdout);
    assert!(run.stdout.contains("delete the action"), "{}", run.stdout);
    sandbox.run(&["regen"]).ends_with(1);

    update(&sandbox, SPEC, &[]).ends_with(0);
    assert_eq!(texts(&sandbox), before);
}

#[test]
fn additions_that_do_not_fit_are_left_out() {
    let sandbox = Sandbox::new();
    let corrections = "overlay: 1.1.0
info: {title: Corrections, version: '1'}
actions:
  - target: $.paths.*.get
    update: {x-paging: {token: next, next: next}}
  - target: $.components.schemas.Label.properties.text
    update: {x-rust-type: 'not a type!'}
  - target: $.paths.*.get.parameters[?@.name == 'id' || @.name == 'key']
    update: {x-nothing: true}
";
    sandbox.write(OVERLAY, corrections);
    let run = update(&sandbox, SPEC, &[]).ends_with(0);
    for finding in [
        "3 overlay actions do not fit this document.",
        "spec/runtime.overlay.yaml:4: there is no query parameter `next`",
        " (spec/runtime.yaml:",
        " #/paths/~1things~1{id}/get/x-paging",
        "spec/runtime.overlay.yaml:6: ",
    ] {
        assert!(run.stdout.contains(finding), "{finding}: {}", run.stdout);
    }
    // It is found in each run, and reported once.
    let unmatched = run.stdout.matches("spec/runtime.overlay.yaml:8: ");
    assert_eq!(unmatched.count(), 1, "{}", run.stdout);
    let run = sandbox.run(&["regen"]).ends_with(1);
    let place = "--> spec/runtime.overlay.yaml:6:5";
    assert!(run.stderr.contains(place), "{}", run.stderr);
}

#[test]
fn damaged_documents_change_nothing() {
    let json = reversed(SPEC);
    let damages = [
        (
            json[..json.len() / 2].to_owned(),
            "error[unreadable]",
            "published.yaml:",
        ),
        (
            SPEC.replace("title: Things", "title: [Things"),
            "error[unreadable]",
            "published.yaml:4:",
        ),
        (
            SPEC.replace("openapi: 3.0.0", "swagger: '2.0'"),
            "error[swagger-2]",
            "published.yaml:1:",
        ),
        (
            "[1, 2]".to_owned(),
            "error[not-openapi]",
            "published.yaml:1:",
        ),
        (String::new(), "error[not-openapi]", "published.yaml:1:"),
        (
            SPEC.replace(
                "      responses:\n",
                "      responses: oops\n      x-was:\n",
            ),
            "error[invalid]",
            "published.yaml:",
        ),
        (
            SPEC.replace("schemas/Label\"", "schemas/Nowhere\""),
            "error[unresolved-reference]",
            "published.yaml:",
        ),
        (
            SPEC.replace("    Label:\n", "    Thing:\n"),
            "error[duplicate-key]",
            "published.yaml:",
        ),
    ];
    let sandbox = updated();
    let before = files(&sandbox);
    for (text, code, place) in damages {
        let run = update(&sandbox, &text, &[]).ends_with(1);
        assert!(run.stderr.contains(code), "{}", run.stderr);
        assert!(
            run.stderr.contains(&format!("--> {place}")),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains("no file was changed"), "{}", run.stderr);
        assert!(!run.stderr.contains("ignored"), "{}", run.stderr);
        assert_eq!(files(&sandbox), before);
    }
    for (from, to, problem) in [
        (
            "  version: 1.2.3\n",
            "",
            "published.yaml has no `info.version`",
        ),
        (
            "  title: Things\n",
            "",
            "published.yaml has no `info.title`",
        ),
        (
            "description: A thing.",
            "description: 5",
            "at #/components/schemas/Thing/description that is not a string",
        ),
    ] {
        let run = update(&sandbox, &SPEC.replace(from, to), &[]).ends_with(1);
        assert!(run.stderr.contains(problem), "{}", run.stderr);
        assert!(run.stderr.contains("no file was changed"), "{}", run.stderr);
        assert_eq!(files(&sandbox), before);
    }
    fs::write(sandbox.path("published.json"), b"{\n\"openapi\": \"\xff\"}").unwrap();
    let run = sandbox.run(&["update", "published.json"]).ends_with(1);
    assert!(
        run.stderr.contains("not valid UTF-8 in line 2"),
        "{}",
        run.stderr
    );
    let run = sandbox.run(&["update", "nowhere.json"]).ends_with(1);
    assert!(
        run.stderr.contains("cannot read nowhere.json"),
        "{}",
        run.stderr
    );
    let run = sandbox.run(&["update", FACTS]).ends_with(1);
    assert!(
        run.stderr.contains("pass it the published document"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_dry_run_prints_the_same_and_writes_nothing() {
    let sandbox = updated();
    let newer = SPEC.replace("1.2.3", "1.3.0").replace("Label", "Tag");
    let before = files(&sandbox);
    let dry = update(&sandbox, &newer, &["--dry-run"]).ends_with(0);
    assert_eq!(files(&sandbox), before);
    let run = update(&sandbox, &newer, &[]).ends_with(0);
    let without_time = |text: &str| {
        let lines = text
            .lines()
            .map(|line| line.split(" in ").next().unwrap().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    };
    let dry = without_time(&dry.stdout).replace("would be ", "");
    assert_eq!(dry, without_time(&run.stdout));
    assert!(
        run.stdout.contains("previously Things 1.2.3\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_document_can_come_from_standard_input() {
    let sandbox = updated();
    let mut command = Command::new(crate::PROGRAM);
    command.args(["update", "-"]).current_dir(sandbox.path(""));
    command.env_remove("CARGO_MANIFEST_DIR");
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let newer = SPEC.replace("1.2.3", "1.3.0");
    child
        .stdin
        .take()
        .unwrap()
        .write_all(newer.as_bytes())
        .unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    assert!(sandbox.read(LOCK).contains("version: 1.3.0\n"));
}

#[test]
fn a_workspace_without_a_document_can_be_started() {
    let sandbox = Sandbox::new();
    fs::remove_dir_all(sandbox.path("spec")).unwrap();
    sandbox.write(OVERLAY, CORRECTIONS);
    update(&sandbox, SPEC, &["--prose", "published"]).ends_with(0);
    assert_eq!(texts(&sandbox), texts(&updated()));
}

//! What the overlay says about recording operations, and the document no longer fits.

use crate::sandbox::{OVERLAY, SPEC, Sandbox};

/// The document with an operation that creates something.
fn with_creation() -> String {
    let creation = r##"
  /things:
    post:
      operationId: createThing
      description: Creates a thing.
      responses: {"201": {$ref: "#/paths/~1things~1{id}/get/responses/200"}}
  /things/{id}:"##;
    SPEC.replace("\n  /things/{id}:", creation)
}

/// A workspace with recordings, whose overlay says this about the creation.
fn sandbox(policy: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let action =
        format!("  - target: $.paths['/things'].post\n    update:\n      x-record: {policy}\n");
    sandbox.write("spec/runtime.yaml", &with_creation());
    sandbox.write("spec/runtime.overlay.yaml", &(OVERLAY.to_owned() + &action));
    sandbox.write("generated-client/tests/recordings/README.md", "");
    sandbox
}

#[test]
fn a_removal_that_does_not_exist_is_refused() {
    let sandbox = sandbox("{undo: deleteThing, input: {id: /output/name}}");
    let problem = "spec/runtime.overlay.yaml:12: `x-record` of createThing: there is no operation `deleteThing` to remove what it creates: \
                   name the one that does";
    for arguments in [&["regen"][..], &["regen", "--check"]] {
        let run = sandbox.run(arguments).ends_with(1);
        let expected = format!(
            "error: {problem}\nerror: 1 value of `x-record` is wrong; no file was changed\n"
        );
        assert_eq!(run.stderr, expected);
        assert_eq!(run.stdout, "");
    }
    sandbox.write("published.yaml", &with_creation().replace("1.2.3", "1.2.4"));
    let run = sandbox.run(&["update", "published.yaml"]).ends_with(0);
    let list = format!(
        "\n1 value of `x-record` does not fit this document; `cargo xtask regen` refuses it:\n  {problem}\n"
    );
    assert!(run.stdout.contains(&list), "{}", run.stdout);
}

#[test]
fn a_removal_with_another_id_is_named() {
    let sandbox = sandbox("{undo: getThing, input: {id: /output/name}}");
    sandbox.run(&["regen"]).ends_with(0);
    sandbox.write(
        "published.yaml",
        &with_creation().replace("getThing", "findThing"),
    );
    let run = sandbox.run(&["update", "published.yaml"]).ends_with(0);
    let problem = "`x-record` of createThing: there is no operation `getThing` to remove what it creates: it is `findThing` now\n";
    assert!(run.stdout.contains(problem), "{}", run.stdout);
}

#[test]
fn other_values_are_refused() {
    for (policy, problem) in [
        (
            "sfae",
            "\"sfae\" is not `safe`, `own`, `never` or `{undo: operation, input: {name: pointer}}`",
        ),
        (
            "{undo: getThing, input: {id: /output/name, name: /output/name}}",
            "`getThing` has no input `name`: name one that it has",
        ),
        (
            "{undo: getThing, input: {id: /output/id}}",
            "`/output/id` is neither an input nor in the response: change the pointer",
        ),
        (
            "{undo: getThing, input: {}}",
            "`getThing` requires `id`: add it to `input`, with a JSON pointer",
        ),
    ] {
        let run = sandbox(policy).run(&["regen"]).ends_with(1);
        let expected =
            format!("error: spec/runtime.overlay.yaml:12: `x-record` of createThing: {problem}\n");
        assert!(run.stderr.starts_with(&expected), "{}", run.stderr);
    }
    for policy in [
        "never",
        "own",
        "{undo: getThing, input: {id: /output/name}}",
    ] {
        sandbox(policy).run(&["regen"]).ends_with(0);
    }
}

#[test]
fn operations_without_a_value_have_an_action() {
    let sandbox = sandbox("never");
    sandbox.write("spec/runtime.overlay.yaml", OVERLAY);
    sandbox.write("published.yaml", &with_creation());
    let run = sandbox.run(&["update", "published.yaml"]).ends_with(0);
    let list = "\n2 operations have no `x-record`, which says whether they may be recorded; add actions to spec/runtime.overlay.yaml, with \
                `never` or another value of the table in CONTRIBUTING.md:
  - target: $.paths['/things'].post
    update: {x-record: never}
  - target: $.paths['/things/{id}'].get
    update: {x-record: never}
";
    assert!(run.stdout.contains(list), "{}", run.stdout);
}

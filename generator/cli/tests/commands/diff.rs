//! `diff`: the report of differences in each format, and the exit status.

use serde_json::Value;

use crate::sandbox::{SPEC, Sandbox};

const OLD: &str = "spec/runtime.yaml";
const TEXT: &str = "        text:\n          type: string\n";

/// A workspace with another version of its document.
fn changed(from: &str, to: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    assert!(SPEC.contains(from), "{from}");
    sandbox.write("new.yaml", &SPEC.replace(from, to));
    sandbox
}

#[test]
fn the_status_states_what_the_differences_are() {
    let same = changed("Things", "Things");
    same.run(&["diff", OLD, "new.yaml"]).ends_with(0);
    let described = changed("title: Things", "title: Other things");
    let run = described.run(&["diff", OLD, "new.yaml"]).ends_with(2);
    assert!(run.stdout.starts_with("Documentation\n"), "{}", run.stdout);
    let broken = changed(TEXT, &TEXT.replace("string", "integer"));
    for (fail_on, status) in [("any", 3), ("breaking", 3), ("nothing", 0)] {
        let arguments = ["diff", OLD, "new.yaml", "--fail-on", fail_on];
        broken.run(&arguments).ends_with(status);
    }
    let arguments = ["diff", OLD, "new.yaml", "--fail-on", "breaking"];
    described.run(&arguments).ends_with(0);
}

#[test]
fn a_change_has_its_item_its_values_and_its_places_in_each_format() {
    let sandbox = changed(TEXT, &TEXT.replace("string", "integer"));
    let line = 1 + SPEC
        .lines()
        .position(|line| line == "        text:")
        .unwrap();
    let human = sandbox.run(&["diff", OLD, "new.yaml"]).ends_with(3);
    let places = format!("{OLD}:{line} -> new.yaml:{line}");
    let expected = format!(
        "Breaks callers\n  field-type Label.text: Option<String> -> Option<i64>.\n    {places}\n    Use the new type.\n"
    );
    assert!(human.stdout.contains(&expected), "{}", human.stdout);
    let arguments = [
        "diff",
        OLD,
        "new.yaml",
        "--format",
        "markdown",
        "--crate-version",
        "0.3.1",
    ];
    let markdown = sandbox.run(&arguments).ends_with(3);
    let expected = format!(
        "- `Label.text` (field-type): `Option<String>` -> `Option<i64>`. Use the new type. ({places})\n"
    );
    assert!(markdown.stdout.contains(&expected), "{}", markdown.stdout);
    assert!(
        markdown
            .stdout
            .contains("Version of the crate: 0.3.1 -> 0.4.0+1.2.3"),
        "{}",
        markdown.stdout
    );
    let arguments = ["diff", OLD, "new.yaml", "--format", "json"];
    let json = sandbox.run(&arguments).ends_with(3);
    let json: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["verdict"], "breaks-callers");
    assert_eq!(json["changes"][0]["kind"], "field-type");
    assert_eq!(json["changes"][0]["new"]["line"], line);
}

#[test]
fn text_of_a_document_is_on_one_line_and_not_markup() {
    let sandbox = changed("version: 1.2.3", r#"version: "1*`\n## 9\e[31m\u202e""#);
    let spec = std::fs::read_to_string(sandbox.path("new.yaml")).unwrap();
    let spec = spec.replace("  /things/{id}:", "  \"/`a\\n## b`/{id}\":");
    sandbox.write("new.yaml", &spec);
    let human = sandbox.run(&["diff", OLD, "new.yaml"]).ends_with(3).stdout;
    assert!(!human.contains(['\u{1b}', '\u{202e}']), "{human}");
    assert!(!human.contains("\n## "), "{human}");
    assert!(human.contains(r"/`a\n## b`/{id}."), "{human}");
    let summary = r"1.2.3 to 1*`\n## 9\u{1b}[31m\u{202e}: ";
    assert!(human.contains(&format!("\n{summary}")), "{human}");
    let arguments = ["diff", OLD, "new.yaml", "--format", "markdown"];
    let markdown = sandbox.run(&arguments).ends_with(3).stdout;
    let title = r"## 1.2.3 to 1\*\`\\n\#\# 9\\u{1b}\[31m\\u{202e}";
    assert_eq!(markdown.lines().next(), Some(title));
    assert_eq!(markdown.matches("\n## ").count(), 0, "{markdown}");
    assert!(
        markdown.contains(r"`` GET /`a\n## b`/{id} ``."),
        "{markdown}"
    );
}

#[test]
fn a_damaged_version_is_an_error_with_its_place() {
    let sandbox = changed(TEXT, "        text: {type: string\n");
    let run = sandbox.run(&["diff", OLD, "new.yaml"]).ends_with(1);
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("--> new.yaml:"), "{}", run.stderr);
    assert!(
        run.stderr.ends_with("error: new.yaml cannot be compared\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn an_overlay_for_one_version_is_applied_to_it_and_reported_for_the_other() {
    let sandbox = changed("        text:\n", "        note:\n");
    sandbox.write(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n  - target: $.components.schemas.Label.properties.note\n    update: {type: boolean}\n",
    );
    let run = sandbox
        .run(&["diff", OLD, "new.yaml", "--overlay", "overlay.yaml"])
        .ends_with(3);
    assert!(
        run.stderr.contains("warning[optional-action]"),
        "{}",
        run.stderr
    );
    assert!(
        run.stdout.contains("field-added Label.note: Option<bool>"),
        "{}",
        run.stdout
    );
}

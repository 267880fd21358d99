//! Reports of problems as text and as JSON, and the effect of `--strict`.

use serde_json::{Value, json};

use crate::sandbox::{Run, SPEC, Sandbox};

const GENERATE: [&str; 7] = [
    "generate",
    "--spec",
    "spec/runtime.yaml",
    "--name",
    "things",
    "--out",
    "out",
];
const TEXT: &str = "        text:\n          type: string\n";

/// A workspace whose document has an unsupported construct.
fn sloppy() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit_spec(TEXT, &TEXT.replace("string", "text"));
    sandbox
}

/// A document with `count` unsupported constructs.
fn very_sloppy(count: usize) -> String {
    let property = |index| format!("        text{index}:\n          type: text\n");
    SPEC.replace(TEXT, &(0..count).map(property).collect::<String>())
}

impl Run {
    /// The JSON values in the lines of standard output.
    fn json(&self) -> Vec<Value> {
        let lines = self.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}")))
            .collect()
    }
}

#[test]
fn text_shows_the_line_and_a_fix() {
    let run = sloppy().run(&GENERATE).ends_with(0);
    let expected = "\
warning[unknown-type]: unknown type `text`: any JSON value is accepted
  --> spec/runtime.yaml:44:11
   |
44 |           type: text
   |           ^^^^
   = at: #/components/schemas/Label/properties/text/type
   = help: use a type that OpenAPI defines
   = overlay: - target: $.components.schemas.Label.properties.text
                update:
                  type: string

";
    assert_eq!(run.stderr, expected);
    assert!(run.stdout.starts_with("1 operation, 2 types from Things"));
}

#[test]
fn colours_are_for_terminals_or_on_request() {
    let colours = |variables: &[(&str, &str)]| {
        let run = sloppy().run_with(&GENERATE, |command| {
            command
                .env_remove("NO_COLOR")
                .envs(variables.iter().copied());
        });
        run.ends_with(0).stderr.contains('\u{1b}')
    };
    assert!(!colours(&[]));
    assert!(colours(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colours(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn control_characters_in_a_document_are_not_printed() {
    let sandbox = Sandbox::new();
    sandbox.edit_spec("description: A label.", "description: A\u{1b}[2J label.");
    let stderr = sandbox.run(&GENERATE).ends_with(1).stderr;
    assert!(stderr.starts_with("error[unreadable]: "), "{stderr}");
    assert!(stderr.contains(" label."), "{stderr}");
    assert!(!stderr.contains('\u{1b}'), "{stderr}");

    sandbox.edit_spec(TEXT, &TEXT.replace("string", "\"\\e[2J\\r\\u202e\""));
    let stderr = sandbox.run(&GENERATE).ends_with(0).stderr;
    assert!(stderr.starts_with("warning[unknown-type]: "), "{stderr}");
    assert!(!stderr.contains(['\u{1b}', '\r', '\u{202e}']), "{stderr}");
}

#[test]
fn json_has_an_object_for_each_problem() {
    let sandbox = sloppy();
    let run = sandbox
        .run(&[&GENERATE[..], &["--message-format", "json"]].concat())
        .ends_with(0);
    let expected = json!({
        "severity": "warning",
        "code": "unknown-type",
        "message": "unknown type `text`: any JSON value is accepted",
        "file": "spec/runtime.yaml",
        "line": 44,
        "column": 11,
        "pointer": "#/components/schemas/Label/properties/text/type",
        "help": "use a type that OpenAPI defines",
        "overlay": {
            "target": "$.components.schemas.Label.properties.text",
            "update": {"type": "string"},
        },
    });
    assert_eq!(run.json(), [expected]);
    // Results go to standard error.
    assert!(
        run.stderr.starts_with("1 operation, 2 types from Things"),
        "{}",
        run.stderr
    );

    sandbox.edit_spec("#/components/schemas/Label", "#/components/schemas/Nowhere");
    let run = sandbox
        .run(&[&GENERATE[..], &["--message-format=json"]].concat())
        .ends_with(1);
    let [problem] = &run.json()[..] else {
        panic!("{}", run.stdout)
    };
    assert_eq!(problem["severity"], "error");
    assert_eq!(run.stderr, "error: found 1 error; no file was changed\n");
}

#[test]
fn a_document_without_problems_gives_no_messages() {
    let sandbox = Sandbox::new();
    let args = [&GENERATE[..], &["--strict", "--message-format", "json"]].concat();
    let run = sandbox.run(&args).ends_with(0);
    assert_eq!(run.stdout, "");
    assert!(sandbox.path("out/src/generated/mod.rs").exists());
}

#[test]
fn strict_treats_warnings_as_errors_and_writes_nothing() {
    let sandbox = sloppy();
    let before = sandbox.files();
    let run = sandbox
        .run(&[&GENERATE[..], &["--strict"]].concat())
        .ends_with(1);
    let stderr = &run.stderr;
    assert!(stderr.starts_with("error[unknown-type]: "), "{stderr}");
    let end = "\nerror: found 1 error, warnings included; no file was changed\n";
    assert!(stderr.ends_with(end), "{stderr}");
    assert_eq!(run.stdout, "");
    let json = [&GENERATE[..], &["--strict", "--message-format", "json"]].concat();
    let run = sandbox.run(&json).ends_with(1);
    assert_eq!(run.json()[0]["severity"], "error");
    assert_eq!(sandbox.files(), before);
    sandbox.run(&GENERATE).ends_with(0);
}

#[test]
fn many_problems_of_a_kind_are_summarized_as_text_and_complete_as_json() {
    let sandbox = Sandbox::new();
    sandbox.write("spec/runtime.yaml", &very_sloppy(12));
    let run = sandbox.run(&GENERATE).ends_with(0);
    let shown = run.stderr.matches("\n  --> ").count();
    let more = format!(
        "\n\nwarning[unknown-type]: {} more of this kind; `--message-format json` shows all\n\
         help: overlay for all of this kind:\n      \
         - target: $.components.schemas.Label.properties.*\n        \
         update:\n          type: string\n",
        12 - shown
    );
    assert!(run.stderr.ends_with(&(more + "\n")), "{}", run.stderr);
    assert!((1..12).contains(&shown), "{}", run.stderr);
    assert!(
        run.stderr.contains("properties/text0/type\n"),
        "{}",
        run.stderr
    );

    let run = sandbox.run(&[&GENERATE[..], &["--message-format", "json"]].concat());
    let pointers: Vec<Value> = run
        .json()
        .iter()
        .map(|problem| problem["pointer"].clone())
        .collect();
    let pointer = |index| format!("#/components/schemas/Label/properties/text{index}/type");
    assert_eq!(pointers, (0..12).map(pointer).collect::<Vec<_>>());
}

#[test]
fn an_excerpt_of_a_long_line_surrounds_the_location() {
    let sandbox = Sandbox::new();
    let filler = "ж\\u00e9\\t\"日本\" ".repeat(100_000);
    let schema = |name: &str| {
        let description = json!(filler);
        let property = json!({"type": "text"});
        format!(
            "\"{name}\":{{\"type\":\"object\",\"description\":{description},\"properties\":{{\"é\":{property}}}}}"
        )
    };
    let paths = json!({"/a": {"get": {"responses": {"204": {"description": ""}}}}});
    let document = format!(
        "{{\"openapi\":\"3.0.3\",\"info\":{{\"title\":\"T\",\"version\":\"1\"}},\"paths\":{paths},\"components\":{{\"schemas\":{{{},{}}}}}}}",
        schema("A"),
        schema("B"),
    );
    let at = document.rfind("\"type\":\"text\"").unwrap();
    let column = document[..at].chars().count() + 1;
    sandbox.write("long.json", &document);
    let run = sandbox
        .run(&[
            "generate",
            "--spec",
            "long.json",
            "--name",
            "things",
            "--out",
            "out",
        ])
        .ends_with(0);
    let stderr = &run.stderr;
    assert!(
        stderr.contains(&format!(" --> long.json:1:{column}\n")),
        "{stderr}"
    );
    let lines: Vec<&str> = stderr.lines().collect();
    assert!(
        lines.iter().all(|line| line.chars().count() < 140),
        "{stderr}"
    );
    let line = lines
        .iter()
        .rposition(|line| line.starts_with("1 | "))
        .unwrap();
    let marked = lines[line + 1].find('^').unwrap() - "  | ".len();
    // Wide characters take two columns.
    let shown = lines[line].trim_start_matches("1 | ");
    let mut columns = 0;
    let mut marked_text = shown.chars().skip_while(|char| {
        let is_before = columns < marked;
        columns += if ('\u{3000}'..'\u{a000}').contains(char) {
            2
        } else {
            1
        };
        is_before
    });
    assert!(
        marked_text.by_ref().take(6).collect::<String>() == "\"type\"",
        "{stderr}"
    );
}

#[test]
fn files_that_were_confused_are_recognized() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "empty.yaml",
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n",
    );
    let (spec, overlay) = ("spec/runtime.yaml", "spec/runtime.overlay.yaml");
    for (args, message) in [
        (&["--spec", overlay][..], "pass it with `--overlay`"),
        (
            &["--spec", spec, "--overlay", spec],
            "pass it with `--spec`",
        ),
        (
            &["--spec", "empty.yaml"],
            "generate only types with `--types-only`",
        ),
        (
            &["--spec", "https://example.com/openapi.json"],
            "is a URL, and only files are read",
        ),
        (
            &["--spec", "file:///openapi.json"],
            "is a URL, and only files are read",
        ),
        (
            &["--spec", spec, "--overlay", "HTTP://example.com/a"],
            "download it, for example with `curl",
        ),
        (
            &["--spec", "no/where.yaml"],
            "choose other files with --spec",
        ),
    ] {
        let run = sandbox.run(&[&["generate", "--out", "out", "--name", "a"], args].concat());
        let text = run.ends_with(1).stderr.replace("\n           ", "");
        assert!(text.contains(message), "{text}");
    }
}

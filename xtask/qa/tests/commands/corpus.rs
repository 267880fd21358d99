//! `cargo xtask corpus` for small folders.

use serde_json::Value;

use crate::sandbox::{OVERLAY, Run, SPEC, Sandbox};

/// A folder with a valid document, one that is refused, and files that are not documents.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("docs/things.yaml", SPEC);
    sandbox.write("docs/things.overlay.yaml", OVERLAY);
    sandbox.write(
        "docs/old.json",
        r#"{"swagger": "2.0", "paths": {"/a": {"get": {}}}}"#,
    );
    sandbox.write("docs/package.json", r#"{"name": "x"}"#);
    sandbox.write("docs/README.md", "Documents.");
    sandbox
}

fn corpus(sandbox: &Sandbox, more: &[&str]) -> Run {
    sandbox.run(&[&["corpus", "docs", "--json", "table.json"], more].concat())
}

fn generate(sandbox: &Sandbox, more: &[&str]) -> Run {
    corpus(sandbox, &[&["--no-check"], more].concat())
}

/// The JSON of the last run.
fn json(sandbox: &Sandbox) -> Value {
    serde_json::from_str(&sandbox.read("table.json")).unwrap()
}

/// Each document with its result and reason.
fn results(sandbox: &Sandbox) -> Vec<(String, String, String)> {
    let json = json(sandbox);
    let rows = json["documents"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    rows.map(|row| {
        (
            text(&row["document"]),
            text(&row["result"]),
            text(&row["reason"]),
        )
    })
    .collect()
}

/// The columns of a line of the table, without times and sizes.
fn columns(line: &str) -> Vec<&str> {
    let mut columns: Vec<_> = line.split("  ").map(str::trim).collect();
    columns.retain(|column| !column.is_empty());
    columns.drain(5..7);
    columns
}

#[test]
fn the_table_has_a_row_for_each_document() {
    let sandbox = sandbox();
    let run = generate(&sandbox, &[]).ends_with(1);
    assert_eq!(run.stderr, "generating: 3 documents\n");
    let lines: Vec<_> = run.stdout.lines().collect();
    let head = "document openapi operations types warnings faithful result";
    assert_eq!(columns(lines[0]).join(" "), head);
    let refused = "refused: 1 error, swagger-2: this is a Swagger 2.0 document; OpenAPI 3.0, 3.1 or 3.2 is needed";
    assert_eq!(
        columns(lines[1]),
        ["old.json", "2.0", "0/1", "-", "0", "-", refused]
    );
    let other = [
        "package.json",
        "-",
        "0/0",
        "-",
        "0",
        "-",
        "not an API document",
    ];
    assert_eq!(columns(lines[2]), other);
    let valid = ["things.yaml", "3.0.0", "1/1", "2", "0", "-", "generated"];
    assert_eq!(columns(lines[3]), valid);
    assert_eq!(
        lines[5],
        "3 files: 1 generated, 1 refused, 1 not an API document"
    );
    assert!(
        lines[6].starts_with("1 of 2 operations, 2 types, 0 warnings, "),
        "{}",
        run.stdout
    );

    let json = json(&sandbox);
    let row = &json["documents"][2];
    assert_eq!(row["crate"], "things");
    assert_eq!(row["operations"], 1);
    assert!(row["bytes"].as_u64() > Some(1000), "{row}");
    assert_eq!(json["totals"]["results"]["refused"], 1);

    // A file that is not an API document is not a failure.
    sandbox.write("docs/old.json", "{}");
    generate(&sandbox, &[]).ends_with(0);
}

#[test]
fn the_output_is_a_workspace_and_diagnostics() {
    let sandbox = sandbox();
    generate(&sandbox, &[]);
    let read = |path: &str| sandbox.read(&format!("target/corpus/{path}"));
    let workspace: toml_edit::DocumentMut = read("Cargo.toml").parse().unwrap();
    let members = workspace["workspace"]["members"].as_array().unwrap();
    let members: Vec<_> = members
        .iter()
        .filter_map(|member| member.as_str())
        .collect();
    assert_eq!(members, ["crates/things"]);

    let manifest: toml_edit::DocumentMut = read("crates/things/Cargo.toml").parse().unwrap();
    assert!(manifest.get("workspace").is_none());
    let examples = manifest["example"].as_array_of_tables().unwrap();
    assert_eq!(examples.get(0).unwrap()["name"].as_str(), Some("things"));
    assert!(read("crates/things/examples/call.rs").contains("things::Client"));
    // All crates share one runtime.
    let runtime = manifest["dependencies"]["openapi-client-runtime"]["path"].as_str();
    assert_eq!(runtime, Some("../../runtime"));
    assert!(read("runtime/Cargo.toml").contains("openapi-client-runtime"));
    // The overlay next to the document.
    let thing = read("crates/things/src/generated/types/thing.rs");
    assert!(thing.contains("/// Name of the thing."), "{thing}");

    assert!(read("old.diagnostics.txt").starts_with("error[swagger-2]: "));
    assert_eq!(read("things.diagnostics.txt"), "");
}

#[test]
fn overlays_may_be_in_another_folder() {
    let sandbox = sandbox();
    sandbox.write("docs/things.overlay.yaml", "Not an overlay.");
    sandbox.write("fixes/things.overlay.yaml", OVERLAY);
    sandbox.write("fixes/nothing.overlay.yaml", OVERLAY);
    let run = generate(&sandbox, &["--overlay-dir", "fixes"]);
    assert!(
        run.stderr
            .starts_with("warning: nothing.overlay.yaml does not belong to a document\n"),
        "{}",
        run.stderr
    );
    let thing = "target/corpus/crates/things/src/generated/types/thing.rs";
    assert!(sandbox.read(thing).contains("/// Name of the thing."));
}

#[test]
fn a_second_run_keeps_unchanged_files() {
    let sandbox = sandbox();
    sandbox.write("docs/more.yaml", SPEC);
    generate(&sandbox, &["--out", "out"]);
    let crates = |sandbox: &Sandbox| {
        let files = sandbox.files().into_iter();
        let mut crates: Vec<_> = files
            .filter(|file| file.0.starts_with("out/crates"))
            .collect();
        crates.sort();
        crates
    };
    let before = crates(&sandbox);
    generate(&sandbox, &["--out", "out"]);
    assert_eq!(crates(&sandbox), before);

    // A crate is removed with its diagnostics once its document is refused.
    sandbox.write("docs/more.yaml", "openapi: 3.0.0\n");
    generate(&sandbox, &["--out", "out"]);
    assert!(!sandbox.path("out/crates/more").exists());
    assert!(sandbox.path("out/crates/things").exists());
    sandbox.write("docs/more.yaml", SPEC);
    generate(&sandbox, &["--out", "out"]);
    assert_eq!(sandbox.read("out/more.diagnostics.txt"), "");
}

#[test]
fn generation_has_a_time_limit() {
    let sandbox = sandbox();
    let run = generate(&sandbox, &["--time-limit", "0"]).ends_with(1);
    assert!(
        run.stdout.contains("timed out: after 0 s"),
        "{}",
        run.stdout
    );
    for (document, result, _) in results(&sandbox) {
        assert_eq!(result, "timed-out", "{document}");
    }
}

#[test]
fn an_unreadable_file_does_not_stop_the_run() {
    let sandbox = sandbox();
    std::fs::write(sandbox.path("docs/latin.json"), b"{\"a\": \"\xe9\"}").unwrap();
    generate(&sandbox, &["--jobs", "1"]).ends_with(1);
    let results = results(&sandbox);
    assert_eq!(results[0].1, "failed");
    assert!(
        results[0].2.starts_with("cannot read docs/latin.json: "),
        "{}",
        results[0].2
    );
    assert_eq!(results[3].1, "generated");
}

#[test]
fn a_folder_with_other_files_is_an_error() {
    let sandbox = sandbox();
    sandbox.write("out/notes.txt", "Mine.");
    let before = sandbox.files();
    let run = generate(&sandbox, &["--out", "out"]).ends_with(1);
    assert!(run.stderr.contains("out is not empty"), "{}", run.stderr);
    assert_eq!(sandbox.files(), before);
}

#[test]
fn a_folder_without_documents_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.write("docs/README.md", "None yet.");
    let run = generate(&sandbox, &[]).ends_with(1);
    assert!(run.stderr.starts_with("error: found no *.json"));
    assert!(!sandbox.path("target").exists());
}

/// A script replaces cargo and prints messages that cargo printed for such crates. `.ci/run` uses the real one.
#[cfg(unix)]
mod check {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::{corpus, results, sandbox};
    use crate::sandbox::{Run, SPEC, Sandbox};

    fn compiled(krate: &str) -> String {
        format!(
            r#"{{"reason": "compiler-artifact", "manifest_path": "/x/crates/{krate}/Cargo.toml", "target": {{"name": "{krate}"}}, "executable": "/x/{krate}"}}"#
        )
    }

    fn diagnostic(krate: &str, level: &str, message: &str) -> String {
        format!(
            r#"{{"reason": "compiler-message", "manifest_path": "/x/crates/{krate}/Cargo.toml", "message": {{"level": "{level}", "message": "{message}", "code": {{"code": "E1"}}, "rendered": "{level}: {message}\n", "spans": [{{"file_name": "crates/{krate}/src/lib.rs", "line_start": 7, "is_primary": true}}]}}}}"#
        )
    }

    /// Runs with a cargo that prints `lines` and exits with `code`.
    fn run(sandbox: &Sandbox, lines: &[String], code: u8) -> Run {
        sandbox.write("output.txt", &lines.join("\n"));
        let script = format!(
            "#!/bin/sh\necho \"$@\" >> '{0}/arguments.txt'\necho 'error: no network' >&2\ncat '{0}/output.txt'\nexit {code}\n",
            sandbox.path("").display()
        );
        sandbox.write("cargo.sh", &script);
        let cargo = sandbox.path("cargo.sh");
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
        let args = ["corpus", "docs", "--json", "table.json", "--offline"];
        sandbox.run_with(&args, |command| {
            command.env("CARGO", cargo);
        })
    }

    fn three() -> Sandbox {
        let sandbox = Sandbox::new();
        for name in ["bad", "fine", "lax"] {
            sandbox.write(&format!("docs/{name}.yaml"), SPEC);
        }
        sandbox
    }

    #[test]
    fn each_crate_has_its_own_result() {
        let sandbox = three();
        let mut lines = vec![
            diagnostic("bad", "warning", "unused"),
            diagnostic("bad", "error", "mismatched"),
            diagnostic("bad", "error", "mismatched"),
            diagnostic("bad", "error", "aborting"),
            diagnostic("lax", "warning", "unused"),
            r#"{"reason": "build-finished", "success": false}"#.to_owned(),
            "not JSON".to_owned(),
        ];
        lines.extend(["fine", "lax"].repeat(3).into_iter().map(compiled));
        run(&sandbox, &lines, 101).ends_with(1);
        let row = |name: &str, result: &str, reason: &str| {
            (format!("{name}.yaml"), result.to_owned(), reason.to_owned())
        };
        assert_eq!(
            results(&sandbox),
            [
                row("bad", "does-not-compile", "E1: mismatched (src/lib.rs:7)"),
                row("fine", "ok", ""),
                row("lax", "warns", "E1: unused (src/lib.rs:7)"),
            ]
        );
        assert_eq!(
            sandbox.read("target/corpus/bad.diagnostics.txt"),
            "warning: unused\nerror: mismatched\nerror: aborting\n"
        );
        assert_eq!(
            sandbox.read("arguments.txt"),
            "check --all-targets --all-features --workspace --keep-going --message-format=json --offline\n"
        );
    }

    #[test]
    fn crates_that_compile_are_ok() {
        let sandbox = three();
        let run = run(&sandbox, &[], 0).ends_with(0);
        assert!(run.stdout.contains("3 files: 3 ok\n"), "{}", run.stdout);
    }

    #[test]
    fn a_crate_that_was_not_compiled_is_not_ok() {
        let sandbox = three();
        let lines = vec![compiled("fine"); 3];
        let run = run(&sandbox, &lines, 101).ends_with(1);
        assert!(
            run.stdout.contains("3 files: 3 generated\n"),
            "{}",
            run.stdout
        );
        let reason = "error: checking: cargo did not compile 2 crates\nerror: no network\n";
        assert!(run.stderr.ends_with(reason), "{}", run.stderr);
    }

    #[test]
    fn without_crates_there_is_nothing_to_check() {
        let sandbox = sandbox();
        sandbox.write("docs/things.yaml", "{}");
        sandbox.write("docs/things.overlay.yaml", "{}");
        corpus(&sandbox, &["--offline"]).ends_with(1);
        assert!(!sandbox.path("target/corpus/target").exists());
    }
}

#[test]
fn strict_treats_warnings_as_errors() {
    let sandbox = Sandbox::new();
    sandbox.write("docs/sloppy.yaml", &sloppy(2));
    sandbox.write("docs/things.yaml", SPEC);
    let corpus = ["corpus", "docs", "--no-check"];
    sandbox.run(&corpus).ends_with(0);
    let run = sandbox.run(&[&corpus[..], &["--strict"]].concat());
    let run = run.ends_with(1);
    let lines: Vec<&str> = run.stdout.lines().collect();
    let refused = "refused: 2 errors, unknown-type: unknown type `text`";
    assert!(lines[1].contains(refused), "{}", run.stdout);
    assert!(lines[2].ends_with("generated"), "{}", run.stdout);
    assert!(!sandbox.path("target/corpus/crates/sloppy").exists());
}

#[test]
fn each_document_has_its_own_options() {
    let sandbox = Sandbox::new();
    sandbox.write("docs/a.yaml", &broken());
    sandbox.write("docs/a.options.yaml", "exclude: [{tag: more}]");
    sandbox.write("docs/b.yaml", SPEC);
    sandbox.write("docs/b.options.yml", "exclude: [{tag: more}]");
    let corpus = ["corpus", "docs", "--no-check"];
    let run = sandbox.run(&corpus).ends_with(1);
    let line = |start: &str| {
        let line = run.stdout.lines().find(|line| line.starts_with(start));
        line.unwrap_or_default().to_owned()
    };
    assert!(line("a.yaml").ends_with("generated"), "{}", run.stdout);
    assert!(
        line("b.yaml").contains("refused: 1 error, unmatched-selector"),
        "{}",
        run.stdout
    );

    std::fs::remove_file(sandbox.path("docs/b.options.yml")).unwrap();
    sandbox.write("rest.yaml", "include: [{operation: getThing}]");
    sandbox
        .run(&[&corpus[..], &["--options", "rest.yaml"]].concat())
        .ends_with(0);
    let diagnostics = sandbox.read("target/corpus/b.diagnostics.txt");
    assert_eq!(diagnostics, "");
}

/// A document with `count` properties of an unknown type.
fn sloppy(count: usize) -> String {
    let text = "        text:\n          type: string\n";
    let property = |index| format!("        text{index}:\n          type: text\n");
    SPEC.replace(text, &(0..count).map(property).collect::<String>())
}

/// A document with an invalid operation.
fn broken() -> String {
    let broken = "  /broken:\n    get:\n      operationId: broken\n      tags: [more]\n      responses:\n        \"200\":\n          $ref: \"#/components/responses/Nowhere\"\n";
    SPEC.replace("components:\n", &format!("{broken}components:\n"))
}

#[test]
fn diagnostics_are_written_in_full() {
    let sandbox = Sandbox::new();
    sandbox.write("docs/sloppy.yaml", &sloppy(12));
    sandbox.run(&["corpus", "docs", "--no-check"]).ends_with(0);
    let file = sandbox.read("target/corpus/sloppy.diagnostics.txt");
    assert_eq!(file.matches("\n  --> ").count(), 12, "{file}");
}

#[test]
fn the_json_table_lists_features() {
    let sandbox = Sandbox::new();
    let tagged = SPEC.replace("getThing", "getThing\n      tags: [Some Things, more]");
    sandbox.write("docs/a.yaml", &tagged);
    sandbox.write("docs/a.options.yaml", "features: tags");
    corpus(&sandbox, &["--no-check"]).ends_with(0);
    assert_eq!(
        json(&sandbox)["documents"][0]["features"],
        serde_json::json!(["some-things", "more"])
    );
}

//! `cargo xtask corpus` over small folders.

use serde_json::Value;

use crate::house::{House, OVERLAY, Run, SPEC};

/// A folder with a document that is fine, one that is refused, and files that are no documents.
fn house() -> House {
    let house = House::new();
    house.write("docs/things.yaml", SPEC);
    house.write("docs/things.overlay.yaml", OVERLAY);
    house.write(
        "docs/old.json",
        r#"{"swagger": "2.0", "paths": {"/a": {"get": {}}}}"#,
    );
    house.write("docs/package.json", r#"{"name": "x"}"#);
    house.write("docs/README.md", "Documents.");
    house
}

fn corpus(house: &House, more: &[&str]) -> Run {
    house.run(&[&["corpus", "docs", "--json", "table.json"], more].concat())
}

fn generate(house: &House, more: &[&str]) -> Run {
    corpus(house, &[&["--no-check"], more].concat())
}

/// The JSON of the last run.
fn json(house: &House) -> Value {
    serde_json::from_str(&house.read("table.json")).unwrap()
}

/// The result and its reason for each document.
fn results(house: &House) -> Vec<(String, String, String)> {
    let json = json(house);
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

/// A line of the table, without times and sizes, which are the last numbers.
fn columns(line: &str) -> Vec<&str> {
    let mut columns: Vec<_> = line.split("  ").map(str::trim).collect();
    columns.retain(|column| !column.is_empty());
    columns.drain(5..7);
    columns
}

#[test]
fn tells_what_came_of_each_document() {
    let house = house();
    let run = generate(&house, &[]).ends_with(1);
    assert_eq!(run.stderr, "generating: 3 documents\n");
    let lines: Vec<_> = run.stdout.lines().collect();
    let head = "document openapi operations types warnings faithful result";
    assert_eq!(columns(lines[0]).join(" "), head);
    let refused = "refused: 1 error, swagger-2: this is a Swagger 2.0 document; OpenAPI 3.0, 3.1 or 3.2 is needed";
    assert_eq!(
        columns(lines[1]),
        ["old.json", "2.0", "0/1", "-", "0", "-", refused]
    );
    let other = ["package.json", "-", "0/0", "-", "0", "-", "no API document"];
    assert_eq!(columns(lines[2]), other);
    let fine = ["things.yaml", "3.0.0", "1/1", "2", "0", "-", "generated"];
    assert_eq!(columns(lines[3]), fine);
    assert_eq!(
        lines[5],
        "3 files: 1 generated, 1 refused, 1 no API document"
    );
    assert!(
        lines[6].starts_with("1 of 2 operations, 2 types, 0 warnings, "),
        "{}",
        run.stdout
    );

    let json = json(&house);
    let row = &json["documents"][2];
    assert_eq!(row["crate"], "things");
    assert_eq!(row["operations"], 1);
    assert!(row["bytes"].as_u64() > Some(1000), "{row}");
    assert_eq!(json["totals"]["results"]["refused"], 1);

    // What is no document is no failure.
    house.write("docs/old.json", "{}");
    generate(&house, &[]).ends_with(0);
}

#[test]
fn writes_a_workspace_of_crates_and_what_was_wrong() {
    let house = house();
    generate(&house, &[]);
    let read = |path: &str| house.read(&format!("target/corpus/{path}"));
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
    // One runtime for all of them.
    let runtime = manifest["dependencies"]["openapi-client-runtime"]["path"].as_str();
    assert_eq!(runtime, Some("../../runtime"));
    assert!(read("runtime/Cargo.toml").contains("openapi-client-runtime"));
    // The overlay beside the document.
    let thing = read("crates/things/src/generated/types/thing.rs");
    assert!(thing.contains("/// Name of the thing."), "{thing}");

    assert!(read("old.diagnostics.txt").starts_with("error[swagger-2]: "));
    assert_eq!(read("things.diagnostics.txt"), "");
}

#[test]
fn overlays_may_be_elsewhere() {
    let house = house();
    house.write("docs/things.overlay.yaml", "No overlay.");
    house.write("fixes/things.overlay.yaml", OVERLAY);
    house.write("fixes/nothing.overlay.yaml", OVERLAY);
    let run = generate(&house, &["--overlay-dir", "fixes"]);
    assert!(
        run.stderr
            .starts_with("warning: nothing.overlay.yaml belongs to no document\n"),
        "{}",
        run.stderr
    );
    let thing = "target/corpus/crates/things/src/generated/types/thing.rs";
    assert!(house.read(thing).contains("/// Name of the thing."));
}

#[test]
fn a_second_run_keeps_what_did_not_change() {
    let house = house();
    house.write("docs/more.yaml", SPEC);
    generate(&house, &["--out", "out"]);
    let crates = |house: &House| {
        let files = house.files().into_iter();
        let mut crates: Vec<_> = files
            .filter(|file| file.0.starts_with("out/crates"))
            .collect();
        crates.sort();
        crates
    };
    let before = crates(&house);
    generate(&house, &["--out", "out"]);
    assert_eq!(crates(&house), before);

    // A crate whose document is refused now goes, with all that was said of it.
    house.write("docs/more.yaml", "openapi: 3.0.0\n");
    generate(&house, &["--out", "out"]);
    assert!(!house.path("out/crates/more").exists());
    assert!(house.path("out/crates/things").exists());
    house.write("docs/more.yaml", SPEC);
    generate(&house, &["--out", "out"]);
    assert_eq!(house.read("out/more.diagnostics.txt"), "");
}

#[test]
fn time_is_limited() {
    let house = house();
    let run = generate(&house, &["--time-limit", "0"]).ends_with(1);
    assert!(
        run.stdout.contains("timed out: after 0 s"),
        "{}",
        run.stdout
    );
    for (document, result, _) in results(&house) {
        assert_eq!(result, "timed-out", "{document}");
    }
}

#[test]
fn a_file_that_cannot_be_read_keeps_nobody_from_the_rest() {
    let house = house();
    std::fs::write(house.path("docs/latin.json"), b"{\"a\": \"\xe9\"}").unwrap();
    generate(&house, &["--jobs", "1"]).ends_with(1);
    let results = results(&house);
    assert_eq!(results[0].1, "failed");
    assert!(
        results[0].2.starts_with("cannot read docs/latin.json: "),
        "{}",
        results[0].2
    );
    assert_eq!(results[3].1, "generated");
}

#[test]
fn refuses_a_folder_that_holds_something_else() {
    let house = house();
    house.write("out/notes.txt", "Mine.");
    let before = house.files();
    let run = generate(&house, &["--out", "out"]).ends_with(1);
    assert!(run.stderr.contains("out is not empty"), "{}", run.stderr);
    assert_eq!(house.files(), before);
}

#[test]
fn a_folder_without_documents_is_a_mistake() {
    let house = House::new();
    house.write("docs/README.md", "None yet.");
    let run = generate(&house, &[]).ends_with(1);
    assert!(run.stderr.starts_with("error: docs has no *.json"));
    assert!(!house.path("target").exists());
}

/// In place of cargo, what it said of crates like these; the real one is asked in the checks of the whole workspace.
#[cfg(unix)]
mod check {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::{corpus, house, results};
    use crate::house::{House, Run, SPEC};

    fn compiled(krate: &str) -> String {
        format!(
            r#"{{"reason": "compiler-artifact", "manifest_path": "/x/crates/{krate}/Cargo.toml", "target": {{"name": "{krate}"}}, "executable": "/x/{krate}"}}"#
        )
    }

    fn told(krate: &str, level: &str, message: &str) -> String {
        format!(
            r#"{{"reason": "compiler-message", "manifest_path": "/x/crates/{krate}/Cargo.toml", "message": {{"level": "{level}", "message": "{message}", "code": {{"code": "E1"}}, "rendered": "{level}: {message}\n", "spans": [{{"file_name": "crates/{krate}/src/lib.rs", "line_start": 7, "is_primary": true}}]}}}}"#
        )
    }

    /// Runs with a cargo that says `lines` and ends with `code`.
    fn run(house: &House, lines: &[String], code: u8) -> Run {
        house.write("said.txt", &lines.join("\n"));
        let script = format!(
            "#!/bin/sh\necho \"$@\" >> '{0}/asked.txt'\necho 'error: no network' >&2\ncat '{0}/said.txt'\nexit {code}\n",
            house.path("").display()
        );
        house.write("cargo.sh", &script);
        let cargo = house.path("cargo.sh");
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
        let args = ["corpus", "docs", "--json", "table.json", "--offline"];
        house.run_with(&args, |command| {
            command.env("CARGO", cargo);
        })
    }

    fn three() -> House {
        let house = House::new();
        for name in ["bad", "fine", "lax"] {
            house.write(&format!("docs/{name}.yaml"), SPEC);
        }
        house
    }

    #[test]
    fn a_crate_that_does_not_compile_is_told_from_the_others() {
        let house = three();
        let mut lines = vec![
            told("bad", "warning", "unused"),
            told("bad", "error", "mismatched"),
            told("bad", "error", "mismatched"),
            told("bad", "error", "aborting"),
            told("lax", "warning", "unused"),
            r#"{"reason": "build-finished", "success": false}"#.to_owned(),
            "no JSON".to_owned(),
        ];
        lines.extend(["fine", "lax"].repeat(3).into_iter().map(compiled));
        run(&house, &lines, 101).ends_with(1);
        let row = |name: &str, result: &str, reason: &str| {
            (format!("{name}.yaml"), result.to_owned(), reason.to_owned())
        };
        assert_eq!(
            results(&house),
            [
                row("bad", "does-not-compile", "E1: mismatched (src/lib.rs:7)"),
                row("fine", "ok", ""),
                row("lax", "warns", "E1: unused (src/lib.rs:7)"),
            ]
        );
        assert_eq!(
            house.read("target/corpus/bad.diagnostics.txt"),
            "warning: unused\nerror: mismatched\nerror: aborting\n"
        );
        assert_eq!(
            house.read("asked.txt"),
            "check --all-targets --all-features --workspace --keep-going --message-format=json --offline\n"
        );
    }

    #[test]
    fn all_is_well() {
        let house = three();
        let run = run(&house, &[], 0).ends_with(0);
        assert!(run.stdout.contains("3 files: 3 ok\n"), "{}", run.stdout);
    }

    #[test]
    fn a_crate_that_was_not_compiled_is_not_ok() {
        let house = three();
        let lines = vec![compiled("fine"); 3];
        let run = run(&house, &lines, 101).ends_with(1);
        assert!(
            run.stdout.contains("3 files: 3 generated\n"),
            "{}",
            run.stdout
        );
        let reason = "error: checking: cargo did not come to 2 of the crates\nerror: no network\n";
        assert!(run.stderr.ends_with(reason), "{}", run.stderr);
    }

    #[test]
    fn without_crates_there_is_nothing_to_check() {
        let house = house();
        house.write("docs/things.yaml", "{}");
        house.write("docs/things.overlay.yaml", "{}");
        corpus(&house, &["--offline"]).ends_with(1);
        assert!(!house.path("target/corpus/target").exists());
    }
}

#[test]
fn a_corpus_can_be_strict() {
    let house = House::new();
    house.write("docs/sloppy.yaml", &sloppy(2));
    house.write("docs/things.yaml", SPEC);
    let corpus = ["corpus", "docs", "--no-check"];
    house.run(&corpus).ends_with(0);
    let run = house.run(&[&corpus[..], &["--strict"]].concat());
    let run = run.ends_with(1);
    let lines: Vec<&str> = run.stdout.lines().collect();
    let refused = "refused: 2 errors, unknown-type: unknown type `text`";
    assert!(lines[1].contains(refused), "{}", run.stdout);
    assert!(lines[2].ends_with("generated"), "{}", run.stdout);
    assert!(!house.path("target/corpus/crates/sloppy").exists());
}

#[test]
fn each_document_of_a_corpus_has_its_options() {
    let house = House::new();
    house.write("docs/a.yaml", &broken());
    house.write("docs/a.options.yaml", "exclude: [{tag: more}]");
    house.write("docs/b.yaml", SPEC);
    house.write("docs/b.options.yml", "exclude: [{tag: more}]");
    let corpus = ["corpus", "docs", "--no-check"];
    let run = house.run(&corpus).ends_with(1);
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

    std::fs::remove_file(house.path("docs/b.options.yml")).unwrap();
    house.write("rest.yaml", "include: [{operation: getThing}]");
    house
        .run(&[&corpus[..], &["--options", "rest.yaml"]].concat())
        .ends_with(0);
    let told = house.read("target/corpus/b.diagnostics.txt");
    assert_eq!(told, "");
}

/// A document with so many properties of an unknown type.
fn sloppy(count: usize) -> String {
    let text = "        text:\n          type: string\n";
    let property = |index| format!("        text{index}:\n          type: text\n");
    SPEC.replace(text, &(0..count).map(property).collect::<String>())
}

/// A document with an operation that is broken.
fn broken() -> String {
    let broken = "  /broken:\n    get:\n      operationId: broken\n      tags: [more]\n      responses:\n        \"200\":\n          $ref: \"#/components/responses/Nowhere\"\n";
    SPEC.replace("components:\n", &format!("{broken}components:\n"))
}

#[test]
fn files_of_diagnostics_are_complete() {
    let house = House::new();
    house.write("docs/sloppy.yaml", &sloppy(12));
    house.run(&["corpus", "docs", "--no-check"]).ends_with(0);
    let file = house.read("target/corpus/sloppy.diagnostics.txt");
    assert_eq!(file.matches("\n  --> ").count(), 12, "{file}");
}

#[test]
fn features_of_tags_are_in_the_table() {
    let house = House::new();
    let tagged = SPEC.replace("getThing", "getThing\n      tags: [Some Things, more]");
    house.write("docs/a.yaml", &tagged);
    house.write("docs/a.options.yaml", "features: tags");
    corpus(&house, &["--no-check"]).ends_with(0);
    assert_eq!(
        json(&house)["documents"][0]["features"],
        serde_json::json!(["some-things", "more"])
    );
}

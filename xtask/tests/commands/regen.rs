//! `cargo xtask regen` in a small workspace.

use crate::sandbox::{OVERLAY, SPEC, Sandbox};

const OUTPUT: &str = "generated-client/src/generated";
const NAMES: &str = "spec/runtime.names.yaml";
const THING: &str = "generated-client/src/generated/types/thing.rs";
const TESTS: &str = "generated-client/tests/operations.rs";
const SCHEMAS: &str = "generated-client/src/generated/operations.json";
const LABEL: &str = "generated-client/src/generated/types/label.rs";
const TAG: &str = "generated-client/src/generated/types/tag.rs";

/// A workspace that is up to date.
fn regenerated() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.run(&["regen"]).ends_with(0);
    sandbox
}

#[test]
fn missing_files_are_written() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["regen"]).ends_with(0);
    let files = sandbox.files();
    let written: Vec<_> = files
        .keys()
        .filter(|path| path.starts_with(OUTPUT) || [NAMES, TESTS].contains(&path.as_str()))
        .collect();
    assert!(
        run.stdout
            .starts_with("1 operation, 2 types from Things 1.2.3\n"),
        "{}",
        run.stdout
    );
    assert_eq!(
        run.counts(),
        format!("{} written, 0 removed, 0 unchanged", written.len())
    );
    assert_eq!(
        run.names(),
        written
            .iter()
            .map(|path| format!("written: {path}"))
            .collect::<Vec<_>>()
    );
    assert_eq!(run.stderr, "");
    assert!(sandbox.read(THING).contains("pub struct Thing"));
}

#[test]
fn a_second_run_writes_nothing() {
    let sandbox = regenerated();
    let before = sandbox.files();
    let run = sandbox.run(&["regen"]).ends_with(0);
    assert_eq!(
        run.counts(),
        format!("0 written, 0 removed, {} unchanged", before.len() - 3)
    );
    assert_eq!(run.names(), [""; 0]);
    assert_eq!(sandbox.files(), before);
}

#[test]
fn the_workspace_is_found_from_a_subfolder() {
    let sandbox = regenerated();
    sandbox.write("below/it/is", "");
    let below = sandbox.path("below/it");
    let run = sandbox.run_with(&["regen"], |command| {
        command.current_dir(below);
    });
    assert!(
        run.ends_with(0)
            .counts()
            .starts_with("0 written, 0 removed")
    );
}

#[test]
fn only_changed_files_are_written() {
    let sandbox = regenerated();
    let before = sandbox.files();
    sandbox.edit_spec("A thing.", "Something.");
    let run = sandbox.run(&["regen"]).ends_with(0);
    let written = [SCHEMAS, THING].map(|path| format!("written: {path}"));
    assert_eq!(run.names(), written);
    assert!(sandbox.read(THING).contains("/// Something."));
    let mut after = sandbox.files();
    for path in [SCHEMAS, THING, "spec/runtime.yaml"] {
        after.insert(path.to_owned(), before[path].clone());
    }
    assert_eq!(after, before);
}

#[test]
fn edited_files_are_restored() {
    let sandbox = regenerated();
    let before = sandbox.read(THING);
    sandbox.write(
        THING,
        &before.replace("pub struct Thing", "pub struct Thong"),
    );
    let run = sandbox.run(&["regen"]).ends_with(0);
    assert_eq!(run.names(), [format!("written: {THING}")]);
    assert_eq!(sandbox.read(THING), before);
}

#[test]
fn obsolete_files_are_removed() {
    let sandbox = regenerated();
    sandbox.edit_spec("Label", "Tag");
    let run = sandbox.run(&["regen"]).ends_with(0);
    assert!(
        run.names().contains(&&*format!("removed: {LABEL}")),
        "{}",
        run.stdout
    );
    assert!(!sandbox.path(LABEL).exists());
}

#[test]
fn empty_folders_are_removed() {
    let sandbox = regenerated();
    let stale = format!("{OUTPUT}/old/older/oldest.rs");
    sandbox.write(&stale, &sandbox.read(LABEL));
    sandbox.run(&["regen"]).ends_with(0);
    assert!(!sandbox.path(&format!("{OUTPUT}/old")).exists());
    assert!(sandbox.path(LABEL).exists());
}

#[test]
fn other_files_are_kept_and_reported() {
    let sandbox = regenerated();
    let foreign = format!("{OUTPUT}/types/notes.rs");
    sandbox.write(&foreign, "//! Mine.\n");
    // It is no part of the code, so that this is up to date.
    for arguments in [&["regen"][..], &["regen", "--check"]] {
        let run = sandbox.run(arguments).ends_with(0);
        assert_eq!(
            run.stderr,
            format!("warning: {foreign} is not a generated file and was kept; move or remove it\n")
        );
    }
    assert_eq!(sandbox.read(&foreign), "//! Mine.\n");
}

#[test]
fn check_lists_changes_and_writes_nothing() {
    let sandbox = regenerated();
    sandbox.run(&["regen", "--check"]).ends_with(0);

    sandbox.edit_spec("Label", "Tag");
    let before = sandbox.files();
    let run = sandbox.run(&["regen", "--check"]).ends_with(1);
    assert!(
        run.names()
            .contains(&&*format!("would be removed: {LABEL}")),
        "{}",
        run.stdout
    );
    assert!(
        run.names().contains(&&*format!("would be written: {TAG}")),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr.contains("run `cargo xtask regen`"),
        "{}",
        run.stderr
    );
    assert_eq!(sandbox.files(), before);
}

#[test]
fn check_leaves_the_folder_untouched() {
    let sandbox = Sandbox::new();
    let before = sandbox.modified();
    sandbox.run(&["regen", "--check"]).ends_with(1);
    assert_eq!(sandbox.modified(), before);
}

#[test]
fn a_reader_that_stops_early_is_not_a_failure() {
    let sandbox = Sandbox::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let run = sandbox.run_with(&["regen"], |command| {
        command.stdout(writer);
    });
    assert_eq!(run.ends_with(0).stderr, "");
}

#[test]
fn an_invalid_document_changes_nothing() {
    let damages = [
        ("openapi: 3.0.0", "openapi: 2.0.0"),
        ("#/components/schemas/Label", "#/components/schemas/Nowhere"),
        ("name: id", "name: other"),
        ("  title: Things", "  title: [Things"),
    ];
    for (from, to) in damages {
        let sandbox = regenerated();
        sandbox.edit_spec(from, to);
        let before = sandbox.files();
        let run = sandbox.run(&["regen"]).ends_with(1);
        assert!(run.stderr.starts_with("error["), "{}", run.stderr);
        assert!(
            run.stderr.contains("--> spec/runtime.yaml:"),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr
                .ends_with("\nerror: found 1 error; no file was changed\n"),
            "{}",
            run.stderr
        );
        assert_eq!(run.stdout, "");
        assert_eq!(sandbox.files(), before);
    }
}

#[test]
fn an_overlay_action_without_a_target_changes_nothing() {
    let sandbox = regenerated();
    sandbox.write(
        "spec/runtime.overlay.yaml",
        &OVERLAY.replace(".Thing.", ".Nothing."),
    );
    let before = sandbox.files();
    let run = sandbox.run(&["regen"]).ends_with(1);
    assert!(
        run.stderr.contains("--> spec/runtime.overlay.yaml:"),
        "{}",
        run.stderr
    );
    assert_eq!(sandbox.files(), before);
}

#[test]
fn paths_of_other_documents_are_relative_to_the_current_folder() {
    let sandbox = regenerated();
    sandbox.write(
        "other/spec.yaml",
        &SPEC.replace("A thing.", "Another thing."),
    );
    let other = sandbox.path("other");
    let run = sandbox.run_with(&["regen", "--spec", "spec.yaml"], |command| {
        command.current_dir(other);
    });
    run.ends_with(0);
    assert!(sandbox.read(THING).contains("/// Another thing."));

    let run = sandbox
        .run(&["regen", "--spec", "nowhere.yaml"])
        .ends_with(1);
    assert!(
        run.stderr.starts_with("error: cannot read nowhere.yaml"),
        "{}",
        run.stderr
    );
}

#[test]
fn regen_reads_the_options_next_to_the_document() {
    let sandbox = Sandbox::new();
    let broken = "  /broken:\n    get:\n      operationId: broken\n      tags: [more]\n      responses:\n        \"200\":\n          $ref: \"#/components/responses/Nowhere\"\n";
    sandbox.edit_spec("components:\n", &format!("{broken}components:\n"));
    sandbox.run(&["regen"]).ends_with(1);
    sandbox.write(
        "spec/runtime.options.yaml",
        "exclude: [{operation: broken}]",
    );
    sandbox.run(&["regen"]).ends_with(0);
    sandbox.run(&["regen", "--check"]).ends_with(0);
    sandbox.write("other.yaml", "exclude: [{tag: more}, {path: /nothing}]");
    let run = sandbox
        .run(&["regen", "--options", "other.yaml"])
        .ends_with(1);
    assert!(
        run.stderr.contains("--> other.yaml:1:24\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_missing_feature_in_the_manifest_is_reported() {
    let sandbox = Sandbox::new();
    sandbox.write("generated-client/Cargo.toml", "");
    let run = sandbox.run(&["regen"]).ends_with(0);
    let warning = concat!(
        "warning: generated-client/Cargo.toml needs a line for the generated code: openapi-client-runtime = { version = \"",
        env!("CARGO_PKG_VERSION"),
        "\", features = [\"client\"] } in [dependencies]\n"
    );
    assert_eq!(run.stderr, warning);
}

#[test]
fn warnings_of_our_own_document_are_errors_unless_they_are_accepted() {
    let sandbox = Sandbox::new();
    sandbox.edit_spec(
        "type: string\n      responses",
        "type: strng\n      responses",
    );
    let run = sandbox.run(&["regen"]).ends_with(1);
    assert!(run.stderr.contains("error[unknown-type]"), "{}", run.stderr);
    assert!(run.stderr.contains("`accepted-warnings`"), "{}", run.stderr);
    let accepted = |reason: &str| {
        let at = "#/paths/~1things~1{id}/get/parameters/0/schema/type";
        let text = format!(
            "accepted-warnings:\n  - code: unknown-type\n    at: '{at}'\n    reason: {reason}\n"
        );
        sandbox.write("spec/runtime.options.yaml", &text);
    };
    accepted("''");
    sandbox.run(&["regen"]).ends_with(1);
    accepted("The service says so.");
    let run = sandbox.run(&["regen"]).ends_with(0);
    assert_eq!(run.stderr, "");

    sandbox.write("spec/runtime.yaml", SPEC);
    let run = sandbox.run(&["regen"]).ends_with(1);
    assert!(
        run.stderr.contains("error[accepted-warning]"),
        "{}",
        run.stderr
    );
}

#[test]
fn warnings_of_other_documents_are_warnings() {
    let sandbox = Sandbox::new();
    let sloppy = SPEC.replace(
        "type: string\n      responses",
        "type: strng\n      responses",
    );
    sandbox.write("other.yaml", &sloppy);
    sandbox.run(&["regen", "--spec", "other.yaml"]).ends_with(0);
}

//! `openapi-rust-client generate` into temporary folders.

use std::fs;

use crate::sandbox::{OVERLAY, Run, SPEC, Sandbox};

pub(crate) fn generate(sandbox: &Sandbox, more: &[&str]) -> Run {
    let args = [
        "generate",
        "--spec",
        "spec/runtime.yaml",
        "--overlay",
        "spec/runtime.overlay.yaml",
    ];
    sandbox.run(&[&args, more].concat())
}

pub(crate) fn generated() -> Sandbox {
    let sandbox = Sandbox::new();
    generate(&sandbox, &["--out", "out", "--name", "all-things"]).ends_with(0);
    sandbox
}

#[test]
fn a_new_crate_is_complete() {
    let sandbox = Sandbox::new();
    let run = generate(&sandbox, &["--out", "a/new/out", "--name", "all-things"]).ends_with(0);
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout.lines().count(), 2, "{}", run.stdout);

    let read = |path: &str| sandbox.read(&format!("a/new/out/{path}"));
    let manifest: toml_edit::DocumentMut = read("Cargo.toml").parse().unwrap();
    assert_eq!(manifest["package"]["name"].as_str(), Some("all-things"));
    assert!(manifest["workspace"].is_table());
    assert!(
        !manifest.to_string().contains("workspace = true"),
        "{manifest}"
    );
    assert!(!manifest.to_string().contains(".workspace"), "{manifest}");
    // The crate must not claim our licence or repository.
    assert!(manifest["package"].get("license").is_none());
    assert_eq!(read(".gitignore"), "/target\n");
    let library = read("src/lib.rs");
    let about = "#![doc = include_str!(\"generated/about.md\")]";
    assert!(
        library.starts_with(&format!("//! # Things\n//!\n{about}\n//!\n")),
        "{library}"
    );
    assert!(read("src/generated/about.md").contains("\nKeeps things.\n"));
    // Examples of our own client that hold for every API, such as logs.
    assert!(library.contains("//!     .on_attempt("), "{library}");
    assert!(read("README.md").contains(
        "openapi-rust-client generate --spec ../../../spec/runtime.yaml --overlay ../../../spec/runtime.overlay.yaml --name all-things --out .\n"
    ));
    assert!(read("examples/call.rs").contains("all_things"));
    assert!(read("src/generated/types/thing.rs").contains("pub struct Thing"));
    let runtime = "openapi-client-runtime = { path = \"runtime\", features = [\"client\"] }";
    assert!(manifest.to_string().contains(runtime), "{manifest}");
    // The features of the example and the test are on without a flag.
    let own = "all-things = { path = \".\", features = [\"call-json\", \"testing\"] }";
    assert!(manifest.to_string().contains(own), "{manifest}");
}

#[test]
fn crates_do_not_mention_the_machine_or_our_own_client() {
    let sandbox = Sandbox::new();
    let spec = sandbox.path("spec/runtime.yaml");
    let out = sandbox.path("out");
    let (spec, out) = (spec.to_str().unwrap(), out.to_str().unwrap());
    let folder = sandbox.path("");
    let folder = folder.to_str().unwrap();
    sandbox
        .run(&["generate", "--spec", spec, "--out", out, "--name", "things"])
        .ends_with(0);
    for (path, (text, _)) in sandbox.files() {
        // The runtime's licences name its authors.
        if !path.starts_with("out/") || path.contains("LICENSE") {
            continue;
        }
        // The runtime's manifest has the URL of the repository, which has any name.
        for line in text.lines().filter(|it| !it.starts_with("repository = ")) {
            for word in [folder, env!("CARGO_MANIFEST_DIR"), "botpress"] {
                let line = line.to_lowercase();
                assert!(!line.contains(&word.to_lowercase()), "{path}: {line}");
            }
        }
    }
}

#[test]
fn a_crate_is_updated_in_place() {
    let sandbox = generated();
    sandbox.write("out/README.md", "Mine.\n");
    sandbox.write("out/src/mine.rs", "");
    sandbox.edit_spec("Label", "Tag");
    let run = generate(&sandbox, &["--out", "out", "--name", "all-things"]).ends_with(0);
    assert!(
        run.names()
            .contains(&"removed: src/generated/types/label.rs"),
        "{}",
        run.stdout
    );
    assert!(
        run.names().contains(&"written: src/generated/types/tag.rs"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("kept: .gitignore, Cargo.toml, README.md, src/lib.rs, examples/call.rs")
    );
    assert_eq!(sandbox.read("out/README.md"), "Mine.\n");
    assert!(sandbox.path("out/src/mine.rs").exists());

    let run = generate(
        &sandbox,
        &["--out", "out", "--name", "all-things", "--force"],
    )
    .ends_with(0);
    assert_eq!(run.names(), ["written: README.md"]);
    assert!(sandbox.read("out/README.md").starts_with("# all-things\n"));
}

#[test]
fn names_stay_the_same_when_the_document_grows() {
    let sandbox = Sandbox::new();
    // The field for `Text` is called `text`, until the document has a property with that name.
    let spec = SPEC.replace("        text:\n", "        Text:\n");
    sandbox.write("spec/runtime.yaml", &spec);
    let run = || generate(&sandbox, &["--out", "out", "--name", "all-things"]);
    run().ends_with(0);
    let grown = spec.replace(
        "        Text:\n",
        "        text: {type: integer}\n        Text:\n",
    );
    sandbox.write("spec/runtime.yaml", &grown);
    run().ends_with(0);
    let names = sandbox.read("out/names.yaml");
    assert!(
        names.contains("members: {Text: text, text: text2}"),
        "{names}"
    );
    assert!(run().ends_with(0).counts().starts_with("0 written, "));

    sandbox.write("out/names.yaml", &names.replace("Text: text,", "Text: 1,"));
    let run = run().ends_with(1);
    let expected = "error[options]: 1 is not a name in Rust\n  --> out/names.yaml:11:15\n";
    assert!(run.stderr.starts_with(expected), "{}", run.stderr);
}

#[test]
#[cfg(unix)]
fn the_command_in_the_readme_can_be_pasted() {
    let sandbox = Sandbox::new();
    sandbox.write("spec/it's an overlay.yaml", OVERLAY);
    sandbox.write("my options.yaml", "include: [{path: /**}]\n");
    let args = [
        "generate",
        "--spec",
        "spec/runtime.yaml",
        "--overlay",
        "spec/it's an overlay.yaml",
        "--options",
        "my options.yaml",
        "--exclude",
        "path: POST /**",
        "--runtime",
        "the runtime",
        "--out",
        "out",
        "--name",
        "things",
    ];
    sandbox.write(
        "spec/runtime.yaml",
        &SPEC.replace(
            "components:",
            "    post: {operationId: addThing, responses: {'200': {description: Done.}}}\ncomponents:",
        ),
    );
    sandbox.run(&args).ends_with(0);
    let readme = sandbox.read("out/README.md");
    let command = readme
        .lines()
        .find_map(|line| line.strip_prefix("openapi-rust-client "))
        .unwrap();
    let output = std::process::Command::new("sh")
        .args(["-c", &format!("\"$0\" {command}"), crate::PROGRAM])
        .current_dir(sandbox.path("out"))
        .output()
        .unwrap();
    let (out, err) = (output.stdout, output.stderr);
    let text = String::from_utf8([out, err].concat()).unwrap();
    assert!(
        text.contains("\n0 written, 0 removed, "),
        "{command}\n{text}"
    );
}

#[test]
fn a_second_run_writes_nothing() {
    let sandbox = generated();
    let before = sandbox.files();
    for more in [&["--force"][..], &[]] {
        let args = [&["--out", "out", "--name", "all-things"], more].concat();
        assert!(
            generate(&sandbox, &args)
                .ends_with(0)
                .counts()
                .starts_with("0 written, 0 removed")
        );
        assert_eq!(sandbox.files(), before);
    }
}

#[test]
fn a_folder_with_other_files_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.write("out/notes.txt", "Mine.");
    let before = sandbox.files();
    let run = generate(&sandbox, &["--out", "out", "--name", "things"]).ends_with(1);
    assert!(run.stderr.contains("out is not empty"), "{}", run.stderr);
    assert_eq!(sandbox.files(), before);
}

#[test]
fn a_file_instead_of_a_folder_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.write("out", "text");
    let run = generate(&sandbox, &["--out", "out", "--name", "things"]).ends_with(1);
    let expected = "error: out is not a folder; choose a folder with --out\n";
    assert_eq!(run.stderr, expected);
}

#[test]
fn a_repository_without_commits_counts_as_empty() {
    let sandbox = Sandbox::new();
    sandbox.write("out/.git/HEAD", "");
    generate(&sandbox, &["--out", "out", "--name", "things"]).ends_with(0);
}

#[test]
fn a_folder_with_another_crate_is_an_error() {
    let sandbox = generated();
    let before = sandbox.files();
    let run = generate(&sandbox, &["--out", "out", "--name", "things"]).ends_with(1);
    assert!(
        run.stderr.contains("contains the crate `all-things`"),
        "{}",
        run.stderr
    );
    assert_eq!(sandbox.files(), before);
}

#[test]
fn an_invalid_name_is_a_usage_error() {
    let sandbox = Sandbox::new();
    for name in ["2things", "things!", "self", ""] {
        let run = generate(&sandbox, &["--out", "out", "--name", name]).ends_with(2);
        assert!(run.stderr.contains("--name"), "{}", run.stderr);
    }
    let run = generate(&sandbox, &["--out", "out", "--name", "serde-json"]).ends_with(1);
    assert!(run.stderr.contains("another --name"), "{}", run.stderr);
    assert!(!sandbox.path("out").exists());
}

#[test]
fn the_name_of_our_own_client_is_allowed() {
    let sandbox = Sandbox::new();
    generate(&sandbox, &["--out", "out", "--name", "botpress-runtime"]).ends_with(0);
}

#[test]
fn referenced_files_are_read() {
    let sandbox = Sandbox::new();
    sandbox.edit_spec(
        "$ref: \"#/components/schemas/Label\"",
        "$ref: \"../common/stamp.yaml\"",
    );
    sandbox.write("common/stamp.yaml", "$ref: parts/tag.json#/Tag\n");
    sandbox.write(
        "common/parts/tag.json",
        "{\"Tag\": {\"type\": \"object\", \"properties\": {\"text\": {\"type\": \"string\"}}}}",
    );
    let generate = |out: &str| {
        let args = [
            "--ref-folder",
            "common",
            "--out",
            out,
            "--name",
            "all-things",
        ];
        generate(&sandbox, &args)
    };
    generate("out").ends_with(0);
    let thing = sandbox.read("out/src/generated/types/thing.rs");
    assert!(thing.contains("Vec<Stamp>"), "{thing}");

    sandbox.write("common/stamp.yaml", "$ref: parts/nothing.json#/Tag\n");
    let run = generate("other").ends_with(1);
    assert!(
        run.stderr.contains("error[external-reference]")
            && run.stderr.contains("--> common/stamp.yaml:1:1\n")
            && run.stderr.contains("= at: #/$ref\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn another_encoding_is_an_error() {
    let sandbox = Sandbox::new();
    for (bytes, what) in [
        (&b"\xff\xfeo\0p\0"[..], "UTF-16"),
        (b"o\0p\0e\0", "UTF-16"),
        (b"openapi: \xe9", "UTF-8"),
    ] {
        fs::write(sandbox.path("spec/runtime.yaml"), bytes).unwrap();
        let run = generate(&sandbox, &["--out", "out", "--name", "things"]).ends_with(1);
        assert!(run.stderr.contains("spec/runtime.yaml"), "{}", run.stderr);
        assert!(run.stderr.contains(what), "{}", run.stderr);
    }
}

#[test]
fn an_invalid_document_creates_no_folder() {
    let sandbox = Sandbox::new();
    sandbox.edit_spec("#/components/schemas/Label", "#/components/schemas/Nowhere");
    let before = sandbox.files();
    generate(&sandbox, &["--out", "a/new/out", "--name", "things"]).ends_with(1);
    assert_eq!(sandbox.files(), before);
    assert!(!sandbox.path("a").exists());
}

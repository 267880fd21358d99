//! Options that select parts of a document, in a file and on the command line.

use std::fs;

use crate::sandbox::{Run, SPEC, Sandbox};

/// A document with an invalid operation.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let broken = "  /broken:\n    get:\n      operationId: broken\n      tags: [more]\n      responses:\n        \"200\":\n          $ref: \"#/components/responses/Nowhere\"\n";
    sandbox.edit_spec("components:\n", &format!("{broken}components:\n"));
    sandbox
}

fn generate(sandbox: &Sandbox, more: &[&str]) -> Run {
    let args = [
        "generate",
        "--spec",
        "spec/runtime.yaml",
        "--out",
        "out",
        "--name",
        "things",
    ];
    sandbox.run(&[&args, more].concat())
}

fn assert_lines(run: &Run, lines: &[&str]) {
    let found: Vec<_> = run.stderr.lines().collect();
    assert!(found.starts_with(lines), "{}", run.stderr);
}

#[test]
fn excluded_operations_cannot_cause_errors() {
    let sandbox = sandbox();
    generate(&sandbox, &[]).ends_with(1);
    for more in [
        ["--exclude", "operation: broken"],
        ["--exclude", "tag:more"],
        ["--include", "path: /things/**"],
    ] {
        let run = generate(&sandbox, &more).ends_with(0);
        assert!(
            run.stdout.starts_with("1 operation, 2 types "),
            "{}",
            run.stdout
        );
    }
    let readme = sandbox.read("out/README.md");
    let command = "--spec ../spec/runtime.yaml --exclude 'operation: broken' --name things";
    assert!(readme.contains(command), "{readme}");
}

#[test]
fn the_command_line_adds_to_the_file() {
    let sandbox = sandbox();
    sandbox.write("my/options.yaml", "include:\n  - path: /**\n");
    let options = ["--options", "my/options.yaml"];
    generate(&sandbox, &options).ends_with(1);
    generate(
        &sandbox,
        &[&options[..], &["--exclude", "tag: more"]].concat(),
    )
    .ends_with(0);
    let readme = sandbox.read("out/README.md");
    assert!(
        readme.contains("--options ../my/options.yaml --exclude 'tag: more' "),
        "{readme}"
    );

    let run = generate(
        &sandbox,
        &[&options[..], &["--exclude", "tag: mores"]].concat(),
    )
    .ends_with(1);
    assert_lines(
        &run,
        &[
            "error[unmatched-selector]: `tag: mores` in `exclude` selects no operation",
            " --> spec/runtime.yaml:8:1",
            "  |",
            "8 | paths:",
            "  | ^^^^^",
            "  = at: #/paths",
            "  = help: did you mean `tag: more`? otherwise remove it",
        ],
    );
}

#[test]
fn mistakes_are_reported_with_their_location() {
    let sandbox = sandbox();
    let options = ["--options", "options.json"];
    sandbox.write("options.json", "{\"include\": [\n  {\"tag\": \"mor\"}]}");
    let run = generate(&sandbox, &options).ends_with(1);
    assert_lines(
        &run,
        &[
            "error[unmatched-selector]: `tag: mor` in `include` selects no operation",
            " --> options.json:2:3",
        ],
    );
    sandbox.write("options.json", "{\"includes\": []}");
    let run = generate(&sandbox, &options).ends_with(1);
    assert_lines(
        &run,
        &[
            "error[options]: unknown option `includes`",
            " --> options.json:1:2",
            "  |",
            "1 | {\"includes\": []}",
            "  |  ^^^^^^^^^^",
            "  = at: #/includes",
            "  = help: did you mean `include`?",
        ],
    );
    let run = generate(&sandbox, &["--options", "nothing.yaml"]).ends_with(1);
    assert!(
        run.stderr.contains("cannot read nothing.yaml"),
        "{}",
        run.stderr
    );
    let run = generate(&sandbox, &["--include", "tags: a"]).ends_with(2);
    assert!(
        run.stderr.contains("unknown kind of selector `tags`"),
        "{}",
        run.stderr
    );
    assert!(!sandbox.path("out").exists());
}

#[test]
fn crates_of_external_types_are_dependencies() {
    let sandbox = Sandbox::new();
    let ty = "type: string\n          x-rust-type: {path: 'rust_decimal::Decimal', version: '1', features: [serde-with-str, std]}";
    sandbox.edit_spec(
        "name:\n          type: string",
        &format!("name:\n          {ty}"),
    );
    // Only if the document is trusted.
    let run = generate(&sandbox, &[]).ends_with(0);
    assert!(
        run.stderr.contains("warning[untrusted-extension]"),
        "{}",
        run.stderr
    );
    assert!(!sandbox.read("out/Cargo.toml").contains("rust_decimal"));
    fs::remove_dir_all(sandbox.path("out")).unwrap();

    let trust = ["--trust-document-extensions"];
    let run = generate(&sandbox, &trust).ends_with(0);
    let pointer = "#/components/schemas/Thing/properties/name/x-rust-type";
    let line = format!(
        "  dependency: rust_decimal = {{ version = \"1\", features = [\"serde-with-str\", \"std\"] }} for {pointer}\n"
    );
    assert!(run.stdout.ends_with(&line), "{}", run.stdout);
    let readme = sandbox.read("out/README.md");
    assert!(readme.contains("--trust-document-extensions "), "{readme}");
    let manifest = sandbox.read("out/Cargo.toml");
    let line = "rust_decimal = { version = \"1\", features = [\"serde-with-str\", \"std\"] }\n";
    assert!(manifest.contains(line), "{manifest}");

    // An existing manifest belongs to the user.
    let ty = "type: string\n          x-rust-type: {path: 'other::Name', version: '1'}";
    sandbox.edit_spec(
        "name:\n          type: string",
        &format!("name:\n          {ty}"),
    );
    let run = generate(&sandbox, &trust).ends_with(0);
    let warning = "warning: Cargo.toml needs a line for the generated code: other = \"1\" in [dependencies]\n";
    assert_eq!(run.stderr, warning);
    assert_eq!(sandbox.read("out/Cargo.toml"), manifest);
}

#[test]
fn a_crate_in_a_version_that_the_example_cannot_use_is_refused() {
    for (krate, version, is_refused) in [
        ("serde_json", "0.9", true),
        ("serde-json", ">=0.8, <1", true),
        ("tokio", "0.2", true),
        ("serde_json", "1.0.100", false),
        ("serde", "0.9", false),
        ("reqwest", "0.11", false),
    ] {
        let sandbox = Sandbox::new();
        let ty = format!(
            "name:\n          type: string\n          x-rust-type: {{path: '{}::Name', crate: {krate}, version: '{version}'}}",
            krate.replace('-', "_")
        );
        sandbox.edit_spec("name:\n          type: string", &ty);
        let trust = ["--trust-document-extensions"];
        let run = generate(&sandbox, &trust).ends_with(i32::from(is_refused));
        let message = format!(
            "error: `{krate}` is needed in version {version} because of the `x-rust-type` at \
             #/components/schemas/Thing/properties/name/x-rust-type, but the example of the crate needs version 1;"
        );
        assert_eq!(run.stderr.contains(&message), is_refused, "{}", run.stderr);
        assert_eq!(sandbox.path("out").exists(), !is_refused);
        // Without a client there is no example.
        if is_refused {
            let types = ["--trust-document-extensions", "--types-only"];
            generate(&sandbox, &types).ends_with(0);
        }
    }
}

#[test]
fn a_crate_with_types_only_has_few_dependencies() {
    let sandbox = sandbox();
    let run = generate(&sandbox, &["--types-only"]).ends_with(0);
    assert!(
        run.stdout.starts_with("0 operations, 2 types "),
        "{}",
        run.stdout
    );
    let files = sandbox.files();
    let files: Vec<_> = files
        .keys()
        .filter_map(|path| path.strip_prefix("out/"))
        .collect();
    let started = [
        ".gitignore",
        "Cargo.toml",
        "README.md",
        "names.yaml",
        "runtime/Cargo.toml",
    ];
    assert_eq!(files[..5], started);
    let manifest: toml_edit::DocumentMut = sandbox.read("out/Cargo.toml").parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    let dependencies: Vec<_> = dependencies.iter().map(|(krate, _)| krate).collect();
    assert_eq!(dependencies, ["openapi-client-runtime"]);
    // Calls, and with them reqwest and tokio, are features of the runtime.
    assert!(dependencies_of_runtime(&manifest).get("features").is_none());
    assert!(manifest.get("features").is_none() && manifest.get("dev-dependencies").is_none());
    let readme = sandbox.read("out/README.md");
    assert!(
        readme.contains("--spec ../spec/runtime.yaml --types-only --name things"),
        "{readme}"
    );
    assert!(sandbox.read("out/src/lib.rs").ends_with("\npub use generated::{API_VERSION, types};\npub use openapi_client_runtime as runtime;\npub use runtime::{Date, JsonObject, Nullable, Timestamp, Value, WhenSome};\n"));

    sandbox.write("options.yaml", "types-only: yes\n");
    let run = generate(&sandbox, &["--options", "options.yaml"]).ends_with(1);
    assert!(
        run.stderr
            .starts_with("error[options]: `types-only`: invalid type"),
        "{}",
        run.stderr
    );
}

fn dependencies_of_runtime(manifest: &toml_edit::DocumentMut) -> &toml_edit::Item {
    &manifest["dependencies"]["openapi-client-runtime"]
}

#[test]
fn tags_are_features_that_are_on_by_default() {
    let sandbox = sandbox();
    let tagged = SPEC.replace("getThing", "getThing\n      tags: [Some Things, more]");
    sandbox.write("spec/runtime.yaml", &tagged);
    sandbox.write("options.yaml", "features: tags");
    generate(&sandbox, &[]).ends_with(0);
    // An existing manifest belongs to the user.
    let run = generate(&sandbox, &["--options", "options.yaml"]).ends_with(0);
    let warnings: Vec<_> = run.stderr.lines().collect();
    assert_eq!(
        warnings,
        [
            "warning: Cargo.toml needs a line for the generated code: some-things = [] in [features], and its name in `default`",
            "warning: Cargo.toml needs a line for the generated code: more = [] in [features], and its name in `default`",
        ]
    );

    generate(&sandbox, &["--options", "options.yaml", "--force"]).ends_with(0);
    let manifest: toml_edit::DocumentMut = sandbox.read("out/Cargo.toml").parse().unwrap();
    let features = manifest["features"].as_table().unwrap();
    let default = features["default"].as_array().unwrap();
    let default: Vec<_> = default.iter().filter_map(|name| name.as_str()).collect();
    assert_eq!(default, ["rustls", "some-things", "more"]);
    assert!(features["more"].as_array().unwrap().is_empty());
}

#[test]
fn the_runtime_has_the_features_that_the_document_needs() {
    let sandbox = Sandbox::new();
    let features = |sandbox: &Sandbox| {
        let manifest: toml_edit::DocumentMut = sandbox.read("out/Cargo.toml").parse().unwrap();
        dependencies_of_runtime(&manifest)["features"].to_string()
    };
    generate(&sandbox, &[]).ends_with(0);
    assert_eq!(features(&sandbox).trim(), "[\"client\"]");

    sandbox.edit_spec("application/json:", "text/event-stream:");
    let run = generate(&sandbox, &[]).ends_with(0);
    assert_eq!(
        run.stderr,
        "warning: Cargo.toml needs a line for the generated code: features = [\"streams\"] of openapi-client-runtime in [dependencies]\n"
    );
    generate(&sandbox, &["--force"]).ends_with(0);
    assert_eq!(features(&sandbox).trim(), "[\"client\", \"streams\"]");
}

#[test]
fn environment_variables_that_a_document_names_are_printed() {
    let sandbox = Sandbox::new();
    sandbox.edit_spec(
        "components:",
        "security: [{Key: []}]\ncomponents:\n  securitySchemes:\n    Key: {type: apiKey, in: header, name: x-key, x-env: THINGS_KEY}",
    );
    let line = "  environment variable: THINGS_KEY for #/components/securitySchemes/Key/x-env\n";
    let run = generate(&sandbox, &[]).ends_with(0);
    assert!(!run.stdout.contains(line), "{}", run.stdout);
    let run = generate(&sandbox, &["--trust-document-extensions"]).ends_with(0);
    assert!(run.stdout.ends_with(line), "{}", run.stdout);
}

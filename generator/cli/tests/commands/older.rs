//! A crate that an older generator wrote: its files that belong to the user are kept, so what they lack is reported.

use crate::sandbox::{Run, Sandbox};

const OUT: [&str; 4] = ["--out", "out", "--name", "things"];

fn generate(sandbox: &Sandbox, more: &[&str]) -> Run {
    let args = ["generate", "--spec", "spec/runtime.yaml"];
    sandbox.run(&[&args, &OUT[..], more].concat()).ends_with(0)
}

/// A crate whose manifest was changed.
fn crate_with(from: &str, to: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    generate(&sandbox, &[]);
    edit(&sandbox, "out/Cargo.toml", from, to);
    sandbox
}

#[track_caller]
fn edit(sandbox: &Sandbox, path: &str, from: &str, to: &str) {
    let text = sandbox.read(path);
    assert!(text.contains(from), "{text}");
    sandbox.write(path, &text.replacen(from, to, 1));
}

#[track_caller]
fn assert_lacks(sandbox: &Sandbox, more: &[&str], line: &str) {
    let run = generate(sandbox, more);
    let expected = format!("warning: Cargo.toml needs a line for the generated code: {line}\n");
    assert_eq!(run.stderr, expected);
}

const RUNTIME: &str = "openapi-client-runtime = { path = \"runtime\", features = [\"client\"] }";

#[test]
fn a_current_crate_lacks_nothing() {
    let sandbox = crate_with("[workspace]", "[workspace]");
    assert_eq!(generate(&sandbox, &[]).stderr, "");
}

#[test]
fn a_runtime_that_is_missing_is_reported_as_a_new_crate_has_it() {
    let sandbox = crate_with(RUNTIME, "");
    assert_lacks(&sandbox, &[], &format!("{RUNTIME} in [dependencies]"));
    let sandbox = crate_with(
        RUNTIME,
        "openapi-client-runtime = { path = \"./runtime/\" }",
    );
    assert_lacks(
        &sandbox,
        &[],
        "features = [\"client\"] of openapi-client-runtime in [dependencies]",
    );
}

#[test]
fn a_runtime_that_is_elsewhere_is_reported() {
    let shared = RUNTIME.replace("runtime\", ", "../shared\", ");
    let sandbox = crate_with(RUNTIME, &shared);
    assert_lacks(
        &sandbox,
        &[],
        "path = \"runtime\" of openapi-client-runtime in [dependencies], not \"../shared\"",
    );
    let run = generate(&sandbox, &["--runtime", "shared"]);
    assert!(!run.stderr.contains("Cargo.toml needs"), "{}", run.stderr);
    // The copy is not needed any more.
    assert_eq!(run.stderr, "");
    let files = sandbox.files();
    let mut copies = files.keys().filter(|path| path.contains("/runtime/"));
    assert_eq!(copies.next(), None);
}

#[test]
fn a_runtime_of_another_version_is_reported() {
    let current = concat!("version = \"", env!("CARGO_PKG_VERSION"), "\"");
    for old in ["0.0.9", "^0.0", "=0.0.1"] {
        let sandbox = crate_with("path = \"runtime\"", &format!("version = \"{old}\""));
        let run = generate(&sandbox, &["--runtime-version", "0.1"]);
        let version = env!("CARGO_PKG_VERSION");
        let line = format!(
            "openapi-client-runtime in version {version} in [dependencies], not in version {old}\n"
        );
        assert!(run.stderr.contains(&line), "{}", run.stderr);
    }
    let sandbox = crate_with("path = \"runtime\"", current);
    let run = generate(&sandbox, &["--runtime-version", "0.1"]);
    assert!(!run.stderr.contains("Cargo.toml needs"), "{}", run.stderr);
}

#[test]
fn the_features_and_the_dependencies_of_the_example_are_checked() {
    for feature in [
        "call-json = [\"openapi-client-runtime/call-json\"]",
        "testing = [\"openapi-client-runtime/testing\"]",
    ] {
        let sandbox = crate_with(feature, "");
        assert_lacks(&sandbox, &[], &format!("{feature} in [features]"));
    }
    let sandbox = crate_with("serde_json = \"1\"", "");
    assert_lacks(&sandbox, &[], "serde_json = \"1\" in [dev-dependencies]");
    let sandbox = crate_with(
        "features = [\"macros\", \"rt-multi-thread\", \"test-util\"]",
        "features = [\"macros\", \"test-util\"]",
    );
    assert_lacks(
        &sandbox,
        &[],
        "features = [\"rt-multi-thread\"] of tokio in [dev-dependencies]",
    );
    std::fs::remove_file(sandbox.path("out/examples/call.rs")).unwrap();
    let run = generate(&sandbox, &[]);
    assert!(
        run.stdout.contains("written: examples/call.rs"),
        "{}",
        run.stdout
    );
}

#[test]
fn features_that_do_not_reach_the_runtime_are_reported() {
    // The runtime was a part of the crate, and then a dependency without these features.
    for (from, to, line) in [
        (
            "rustls = [\"openapi-client-runtime/rustls\"]",
            "rustls = [\"reqwest/rustls\"]",
            "\"openapi-client-runtime/rustls\" of rustls in [features]",
        ),
        (
            "call-json = [\"openapi-client-runtime/call-json\"]",
            "call-json = []",
            "\"openapi-client-runtime/call-json\" of call-json in [features]",
        ),
        (
            "gzip = [\"openapi-client-runtime/gzip\"]",
            "gzip = [\"reqwest/gzip\"]",
            "\"openapi-client-runtime/gzip\" of gzip in [features]",
        ),
    ] {
        assert_lacks(&crate_with(from, to), &[], line);
    }
    // The dependency itself may have the feature.
    let sandbox = crate_with(
        "rustls = [\"openapi-client-runtime/rustls\"]",
        "rustls = []",
    );
    let with_rustls = RUNTIME.replace("[\"client\"]", "[\"client\", \"rustls\"]");
    edit(&sandbox, "out/Cargo.toml", RUNTIME, &with_rustls);
    assert_eq!(generate(&sandbox, &[]).stderr, "");
}

#[test]
fn a_dependency_in_an_incompatible_version_is_reported() {
    let sandbox = crate_with("serde_json = \"1\"", "serde_json = \"0.9\"");
    let line = "version = \"1\" of serde_json in [dev-dependencies], not \"0.9\"";
    assert_lacks(&sandbox, &[], line);
    let sandbox = crate_with(
        "serde_json = \"1\"",
        "serde_json = { version = \"1.0.100\" }",
    );
    assert_eq!(generate(&sandbox, &[]).stderr, "");
}

#[test]
fn a_library_without_the_exports_that_generated_code_needs_is_reported() {
    let sandbox = crate_with("[workspace]", "[workspace]");
    edit(
        &sandbox,
        "out/src/lib.rs",
        "API_VERSION, Call, Client, ",
        "",
    );
    let run = generate(&sandbox, &[]);
    let expected = "warning: src/lib.rs needs a line for the generated code: pub use generated::{Call, Client};\n";
    assert_eq!(run.stderr, expected);
}

#[test]
fn a_library_without_the_module_the_runtime_or_the_description_is_reported() {
    let library = "out/src/lib.rs";
    for line in [
        "#![doc = include_str!(\"generated/about.md\")]",
        "mod generated;",
        "pub use openapi_client_runtime as runtime;",
    ] {
        let sandbox = crate_with("[workspace]", "[workspace]");
        edit(&sandbox, library, line, "");
        let expected = format!("warning: src/lib.rs needs a line for the generated code: {line}\n");
        assert_eq!(generate(&sandbox, &[]).stderr, expected);
    }
}

#[test]
fn a_library_that_names_what_is_elsewhere_or_gone_is_reported() {
    let sandbox = crate_with("[workspace]", "[workspace]");
    let library = "out/src/lib.rs";
    edit(&sandbox, library, "API_VERSION, ", "API, API_VERSION, ");
    edit(&sandbox, library, "ConfigError, ", "Client, ConfigError, ");
    let run = generate(&sandbox, &[]);
    assert_eq!(
        run.stderr,
        "warning: src/lib.rs: remove `API` from `use generated::…`: it does not exist any more\n\
         warning: src/lib.rs: remove `Client` from `use runtime::…`: it is in `generated`\n"
    );
}

#[test]
fn a_shared_runtime_with_other_files_is_reported() {
    let sandbox = Sandbox::new();
    let shared = ["--runtime", "shared"];
    assert_eq!(generate(&sandbox, &shared).stderr, "");
    assert_eq!(generate(&sandbox, &shared).stderr, "");
    edit(&sandbox, "shared/src/lib.rs", "pub", "pub ");
    let run = generate(&sandbox, &shared);
    assert!(
        run.stderr.starts_with(
            "warning: shared is not the runtime of this generator, for example in src/lib.rs; "
        ),
        "{}",
        run.stderr
    );
}

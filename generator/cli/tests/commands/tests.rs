//! `tests/operations.rs`, which `openapi-rust-client generate` writes.

use crate::sandbox::{Run, Sandbox};

const TESTS: &str = "out/tests/operations.rs";

fn generate(sandbox: &Sandbox, more: &[&str]) -> Run {
    let args = [
        "generate",
        "--spec",
        "spec/runtime.yaml",
        "--overlay",
        "spec/runtime.overlay.yaml",
        "--out",
        "out",
        "--name",
        "all-things",
    ];
    sandbox.run(&[&args, more].concat()).ends_with(0)
}

#[test]
fn a_crate_has_a_test_of_its_operations_and_types() {
    let sandbox = Sandbox::new();
    generate(&sandbox, &[]);
    let tests = sandbox.read(TESTS);
    assert!(tests.contains("\nuse all_things::operations;\n"), "{tests}");
    assert!(
        tests.contains("samples.round_trip::<types::Thing>(\"Thing\");"),
        "{tests}"
    );
    sandbox.write(TESTS, &format!("{tests}// Edited.\n"));
    let run = generate(&sandbox, &[]);
    assert_eq!(run.names()[0], "written: tests/operations.rs");
    assert_eq!(sandbox.read(TESTS), tests);
}

#[test]
fn the_test_can_be_left_out() {
    let sandbox = Sandbox::new();
    generate(&sandbox, &["--no-tests"]);
    assert!(!sandbox.path(TESTS).exists());
    // One that an earlier run wrote would no longer fit.
    generate(&sandbox, &[]);
    let run = generate(&sandbox, &["--no-tests"]);
    assert_eq!(run.names()[0], "removed: tests/operations.rs");
    assert!(!sandbox.path(TESTS).exists());
}

#[test]
fn a_test_that_was_not_generated_belongs_to_the_user() {
    let sandbox = Sandbox::new();
    generate(&sandbox, &["--no-tests"]);
    sandbox.write(TESTS, "// Mine.\n");
    let run = generate(&sandbox, &[]);
    assert!(
        run.stdout
            .contains("examples/call.rs, tests/operations.rs (--force replaces them)"),
        "{}",
        run.stdout
    );
    generate(&sandbox, &["--no-tests"]);
    assert_eq!(sandbox.read(TESTS), "// Mine.\n");
    generate(&sandbox, &["--force"]);
    assert!(sandbox.read(TESTS).contains("@generated"));
}

#[test]
fn a_crate_with_types_only_has_no_such_test() {
    let sandbox = Sandbox::new();
    generate(&sandbox, &["--types-only"]);
    assert!(!sandbox.path(TESTS).exists());
}

#[test]
fn what_an_older_crate_lacks_for_its_test_is_reported() {
    let sandbox = Sandbox::new();
    generate(&sandbox, &[]);
    for (path, from, to) in [
        ("out/Cargo.toml", ", \"testing\"]", "]"),
        ("out/src/lib.rs", "pub use generated::testing;", ""),
    ] {
        let text = sandbox.read(path);
        assert!(text.contains(from), "{text}");
        sandbox.write(path, &text.replace(from, to));
    }
    let run = generate(&sandbox, &[]);
    for line in [
        "features = [\"testing\"] of all-things in [dev-dependencies]",
        "#[cfg(feature = \"testing\")] pub use generated::testing;",
    ] {
        assert!(run.stderr.contains(line), "{}", run.stderr);
    }
}

//! The runtime of generated crates: a copy, a shared one, or a published one.

use std::fs;
use std::path::Path;

use super::generate::{generate, generated};
use crate::sandbox::Sandbox;

#[test]
fn the_runtime_is_copied_unchanged() {
    let sandbox = generated();
    let ours = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../generated-client/runtime"
    );
    // A published package has no checkout to compare with.
    if !Path::new(ours).exists() {
        return;
    }
    let files = sandbox.files();
    let copies = files
        .iter()
        .filter_map(|(path, file)| Some((path.strip_prefix("out/runtime/")?, file)));
    let mut count = 0;
    for (path, (copy, _)) in copies {
        let original = fs::read_to_string(format!("{ours}/{path}")).unwrap();
        let expected = if path.starts_with("src/") {
            format!("// @generated: a copy of openapi-client-runtime. Do not edit.\n\n{original}")
        } else {
            original
        };
        assert_eq!(expected, *copy, "{path}");
        count += 1;
    }
    assert!(count > 10);
}

#[test]
fn files_of_an_older_runtime_are_removed() {
    let sandbox = generated();
    let header = "// @generated: a copy of openapi-client-runtime. Do not edit.\n";
    sandbox.write("out/runtime/src/client/retired.rs", header);
    sandbox.write("out/runtime/src/client/own.rs", "// Mine.\n");
    generate(&sandbox, &["--out", "out", "--name", "all-things"]).ends_with(0);
    assert!(!sandbox.path("out/runtime/src/client/retired.rs").exists());
    assert!(sandbox.path("out/runtime/src/client/own.rs").exists());
}

#[test]
fn a_copy_of_the_runtime_that_is_no_longer_needed_is_removed() {
    let sandbox = generated();
    sandbox.write("out/runtime/notes.txt", "Mine.\n");
    let args = ["--out", "out", "--name", "all-things", "--runtime", "rt"];
    let run = generate(&sandbox, &args).ends_with(0);
    let removed = run
        .stdout
        .lines()
        .filter(|line| line.starts_with("  removed: "));
    let removed: Vec<&str> = removed.collect();
    assert_eq!(removed.len(), 1, "{}", run.stdout);
    assert!(
        removed[0].starts_with("  removed: runtime/ ("),
        "{}",
        removed[0]
    );
    let kept =
        "warning: runtime/notes.txt is not a generated file and was kept; move or remove it\n";
    assert!(run.stderr.contains(kept), "{}", run.stderr);
    let left = sandbox
        .files()
        .into_keys()
        .filter(|path| path.starts_with("out/runtime/"));
    assert_eq!(left.collect::<Vec<_>>(), ["out/runtime/notes.txt"]);
}

#[test]
fn several_crates_can_share_a_runtime() {
    let sandbox = Sandbox::new();
    for name in ["one", "two"] {
        let out = format!("apis/{name}");
        let args = ["--out", &*out, "--name", name, "--runtime", "apis/runtime"];
        generate(&sandbox, &args).ends_with(0);
        let manifest = sandbox.read(&format!("{out}/Cargo.toml"));
        let dependency =
            "openapi-client-runtime = { path = \"../runtime\", features = [\"client\"] }\n";
        assert!(manifest.contains(dependency), "{manifest}");
        assert!(!sandbox.path(&format!("{out}/runtime")).exists());
    }
    assert!(
        sandbox
            .read("apis/runtime/Cargo.toml")
            .contains("openapi-client-runtime")
    );

    // A folder with anything else is an error before anything is written.
    let before = sandbox.files();
    let refused = |runtime: &str, reason: &str| {
        let args = ["--out", "three", "--name", "three", "--runtime", runtime];
        let run = generate(&sandbox, &args).ends_with(1);
        assert!(run.stderr.contains(reason), "{}", run.stderr);
    };
    refused(
        "spec",
        "does not contain the crate `openapi-client-runtime`",
    );
    refused(
        "apis/one",
        "is not the manifest of `openapi-client-runtime`",
    );
    assert_eq!(sandbox.files(), before);
    let manifest = sandbox.read("apis/runtime/Cargo.toml");
    sandbox.write(
        "apis/runtime/Cargo.toml",
        &manifest.replace("\nversion = \"", "\nversion = \"9"),
    );
    refused("apis/runtime", "this generator needs 0.");
}

#[test]
fn a_crate_can_depend_on_a_published_runtime() {
    let sandbox = Sandbox::new();
    let args = [
        "--out",
        "out",
        "--name",
        "things",
        "--runtime-version",
        "0.1",
    ];
    generate(&sandbox, &args).ends_with(0);
    let manifest = sandbox.read("out/Cargo.toml");
    let dependency = "openapi-client-runtime = { version = \"0.1\", features = [\"client\"] }\n";
    assert!(manifest.contains(dependency), "{manifest}");
    assert!(!sandbox.path("out/runtime").exists());
}

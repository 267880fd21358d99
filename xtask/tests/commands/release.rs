//! What `cargo xtask release` refuses before it builds anything.

use crate::git::{commit, git};
use crate::sandbox::Sandbox;

const MANIFEST: &str = "[workspace.package]
version = \"0.1.0\"
repository = \"https://host.example/things\"
";

/// A workspace after its first release.
fn released(unreleased: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("Cargo.toml", MANIFEST);
    let changelog = format!(
        "# Changelog\n\n## [Unreleased]\n\n{unreleased}\n## [0.1.0] - 2026-01-31\n\n- Old.\n"
    );
    sandbox.write("CHANGELOG.md", &changelog);
    commit(&sandbox);
    git(&sandbox, "tag v0.1.0");
    sandbox
}

fn refused(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let run = sandbox.run_with(&[&["release"], arguments].concat(), |command| {
        command.env_remove("SOURCE_DATE_EPOCH");
    });
    run.ends_with(1).stderr
}

#[test]
fn a_version_that_is_too_small_is_refused() {
    let sandbox = released("- New.\n");
    // Without a change of the document, the next error is about what this workspace lacks.
    let lacking = refused(&sandbox, &["--dry-run", "0.1.1"]);
    assert!(lacking.contains("cannot read"), "{lacking}");
    sandbox.edit_spec("Label", "Tag");
    let too_small = "error: 0.1.1 is too small: with the breaking changes since v0.1.0, the version is 0.2.0 or a later one. \
                     `cargo xtask diff --against v0.1.0` and the unreleased entries of CHANGELOG.md list them\n";
    assert_eq!(refused(&sandbox, &["--dry-run", "0.1.1"]), too_small);
    let lacking = refused(&sandbox, &["--dry-run", "0.2.0"]);
    assert!(lacking.contains("cannot read"), "{lacking}");
    let handwritten = released("- **Breaking:** New.\n");
    assert_eq!(refused(&handwritten, &["--dry-run", "0.1.1"]), too_small);
}

#[test]
fn a_release_without_its_tag_is_refused() {
    let sandbox = released("- New.\n");
    git(&sandbox, "tag --delete v0.1.0");
    assert_eq!(
        refused(&sandbox, &["--dry-run", "0.2.0"]),
        "error: git has no tag v0.1.0, which the version has to follow from; fetch it\n"
    );
}

#[test]
fn the_placeholder_is_refused_before_anything_is_built() {
    let sandbox = released("- New.\n");
    sandbox.write(
        "Cargo.toml",
        &MANIFEST.replace("host.example/things", "host.example/OWNER/REPOSITORY"),
    );
    for arguments in [
        &["--dry-run", "0.2.0"][..],
        &["--date", "2026-01-31", "0.2.0"],
    ] {
        assert_eq!(
            refused(&sandbox, arguments),
            "error: `repository` in Cargo.toml is a placeholder; set the URL of the repository\n"
        );
    }
}

#[test]
fn only_a_dry_run_needs_no_date() {
    let sandbox = released("- New.\n");
    assert_eq!(
        refused(&sandbox, &["0.2.0"]),
        "error: the date is missing; pass --date, or set SOURCE_DATE_EPOCH\n"
    );
    let run = sandbox.run_with(&["release", "0.2.0"], |command| {
        command.env("SOURCE_DATE_EPOCH", "");
    });
    assert_eq!(
        run.ends_with(1).stderr,
        "error: the date is missing; pass --date, or set SOURCE_DATE_EPOCH\n"
    );
}

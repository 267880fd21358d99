//! The entries that `cargo xtask update` adds to the changelog.

use std::process::Command;

use crate::sandbox::{SPEC, Sandbox};

const CHANGELOG: &str = "CHANGELOG.md";

/// The document in another version, without the property `name`.
fn newer(version: &str) -> String {
    let newer = SPEC.replace("1.2.3", version).replace("[name, ", "[");
    newer.replace("        name:\n          type: string\n", "")
}

fn update(sandbox: &Sandbox, text: &str) -> String {
    sandbox.write("published.yaml", text);
    let run = sandbox.run(&["update", "published.yaml"]).ends_with(0);
    run.stdout
}

fn sandbox(changelog: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(CHANGELOG, changelog);
    update(&sandbox, SPEC);
    sandbox
}

#[test]
fn a_change_that_is_taken_back_leaves_no_entry() {
    let changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n";
    let sandbox = sandbox(changelog);
    update(&sandbox, &newer("1.3.0"));
    let changed = sandbox.read(CHANGELOG);
    assert!(
        changed.contains("- **Breaking:** `Thing.name`"),
        "{changed}"
    );
    update(&sandbox, SPEC);
    assert_eq!(sandbox.read(CHANGELOG), changelog);
}

#[test]
fn the_proposed_version_counts_breaking_changes_that_are_not_released() {
    let sandbox = sandbox("# Changelog\n\n## [Unreleased]\n\n- **Breaking:** Another name.\n");
    let printed = update(&sandbox, &SPEC.replace("1.2.3", "1.3.0"));
    assert!(printed.contains("0.1.0 -> 0.2.0+1.3.0\n"), "{printed}");
}

#[test]
fn entries_are_about_the_last_release() {
    let changelog = "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-31\n\n- Old.\n";
    let sandbox = sandbox(changelog);
    for arguments in [
        "init --quiet",
        "add --all",
        "-c user.name=a -c user.email=a commit --quiet --message=a",
        "tag v0.1.0",
    ] {
        let mut git = Command::new("git");
        git.current_dir(sandbox.path(""))
            .args(arguments.split_whitespace());
        assert!(git.status().unwrap().success());
    }
    for version in ["1.3.0", "1.4.0"] {
        let printed = update(&sandbox, &newer(version));
        let next = format!("0.1.0 -> 0.2.0+{version}\n");
        assert!(printed.contains(&next), "{printed}");
    }
    let changed = sandbox.read(CHANGELOG);
    assert!(
        changed.contains("`Things 1.2.3` became `Things 1.4.0`"),
        "{changed}"
    );
    assert!(!changed.contains("1.3.0"), "{changed}");
    let printed = update(&sandbox, SPEC);
    assert!(
        printed.contains("what version 0.1.0 is generated from"),
        "{printed}"
    );
    assert_eq!(sandbox.read(CHANGELOG), changelog);
}

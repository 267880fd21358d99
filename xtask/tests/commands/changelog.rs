//! The entries that `cargo xtask update` adds to the changelog.

use crate::git::{commit, git};
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

/// A workspace that took in the document.
fn sandbox(changelog: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(CHANGELOG, changelog);
    update(&sandbox, SPEC);
    sandbox
}

/// The same in the repository of git in which it was released.
fn released(changelog: &str) -> Sandbox {
    let sandbox = sandbox(changelog);
    commit(&sandbox);
    git(&sandbox, "tag v0.1.0");
    sandbox
}

#[test]
fn nothing_is_a_change_before_the_first_release() {
    let changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n";
    let sandbox = sandbox(changelog);
    let printed = update(&sandbox, &newer("1.3.0"));
    assert!(!printed.contains("Version of the crate"), "{printed}");
    assert_eq!(sandbox.read(CHANGELOG), changelog);
}

#[test]
fn a_release_without_its_tag_is_reported() {
    let changelog = "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-31\n\n- Old.\n";
    let sandbox = sandbox(changelog);
    sandbox.write("published.yaml", &newer("1.3.0"));
    let run = sandbox.run(&["update", "published.yaml"]).ends_with(0);
    assert!(
        run.stderr.contains("git has no tag v0.1.0"),
        "{}",
        run.stderr
    );
    assert_eq!(sandbox.read(CHANGELOG), changelog);
}

#[test]
fn the_proposed_version_counts_breaking_changes_that_are_not_released() {
    let sandbox = released(
        "# Changelog\n\n## [Unreleased]\n\n- **Breaking:** Another name.\n\n## [0.1.0] - 2026-01-31\n\n- Old.\n",
    );
    let printed = update(&sandbox, &SPEC.replace("1.2.3", "1.3.0"));
    assert!(printed.contains("0.1.0 -> 0.2.0+1.3.0\n"), "{printed}");
}

#[test]
fn entries_are_about_the_last_release() {
    let changelog = "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-31\n\n- Old.\n";
    let sandbox = released(changelog);
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
    let without = newer("1.5.0").replace("$ref: \"#/components/schemas/Label\"", "type: string");
    update(&sandbox, without.split_once("    Label:\n").unwrap().0);
    let changed = sandbox.read(CHANGELOG);
    assert!(
        changed.contains("**Breaking:** `Label` (`object`)"),
        "{changed}"
    );
    let printed = update(&sandbox, SPEC);
    assert!(
        printed.contains("what version 0.1.0 is generated from"),
        "{printed}"
    );
    assert_eq!(sandbox.read(CHANGELOG), changelog);
}

#[test]
fn entries_that_no_longer_hold_after_a_correction_are_removed() {
    let sandbox = released(
        "# Changelog\n\n## [Unreleased]\n\n- Handwritten.\n\n## [0.1.0] - 2026-01-31\n\n- Old.\n",
    );
    update(&sandbox, &newer("1.3.0"));
    let entry = "- **Breaking:** `Thing.name`";
    let changed = sandbox.read(CHANGELOG);
    assert!(changed.contains(entry), "{changed}");
    let overlay = "overlay: 1.1.0\ninfo: {title: Name, version: '1'}\nactions:\n  - target: $.components.schemas.Thing\n    \
                   update: {required: [name], properties: {name: {type: string}}}\n";
    sandbox.write("spec/runtime.overlay.yaml", overlay);
    sandbox.run(&["regen"]).ends_with(0);
    let printed = update(&sandbox, &newer("1.3.0"));
    assert!(printed.contains("Version of the crate"), "{printed}");
    let changed = sandbox.read(CHANGELOG);
    assert!(!changed.contains(entry), "{changed}");
    assert!(changed.contains("- Handwritten."), "{changed}");
    assert!(
        changed.contains("`Things 1.2.3` became `Things 1.3.0`"),
        "{changed}"
    );
}

#[test]
fn handwritten_entries_stay() {
    let handwritten = "# Changelog

## [Unreleased]

### Added

- `ClientBuilder::proxy`.
- `Client::clone`.

### Changed

- `RetryPolicy::none`: `3` became `5`.

### Removed

- **Breaking:** `Client::old`. Remove its uses.

### Fixed

- `Client::stream`.

## [0.1.0] - 2026-01-31

- Old.
";
    let sandbox = released(handwritten);
    update(&sandbox, SPEC);
    assert_eq!(sandbox.read(CHANGELOG), handwritten);
    let overlay = "overlay: 1.1.0\ninfo: {title: Name, version: '1'}\nactions:\n  - target: $.components.schemas.Thing\n    \
                   update: {required: [name], properties: {name: {type: string}}}\n";
    for corrections in [None, Some(overlay)] {
        if let Some(overlay) = corrections {
            sandbox.write("spec/runtime.overlay.yaml", overlay);
        }
        update(&sandbox, &newer("1.3.0"));
        let changed = sandbox.read(CHANGELOG);
        for line in handwritten.lines() {
            assert!(changed.lines().any(|other| other == line), "{line}");
        }
        let breaks = changed.contains("- **Breaking:** `Thing.name`");
        assert_eq!(breaks, corrections.is_none(), "{changed}");
    }
    std::fs::remove_file(sandbox.path("spec/runtime.overlay.yaml")).unwrap();
    update(&sandbox, SPEC);
    assert_eq!(sandbox.read(CHANGELOG), handwritten);
}

#[test]
fn text_of_the_document_is_not_markup() {
    let sandbox = released("# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-31\n\n- Old.\n");
    let (head, rest) = SPEC.split_once("  /things/{id}:\n").unwrap();
    let hostile = format!(
        "{head}  \"/evil`\\n## [9.9.9]\\e[31m\":\n    get: {{operationId: evil, responses: {{'204': {{description: ''}}}}}}\n  /things/{{id}}:\n{rest}"
    );
    let hostile = hostile.replace("version: 1.2.3", r#"version: "1`\n## [8.8.8]\u202e""#);
    let printed = update(&sandbox, &hostile);
    for line in [
        r"2 operations, 2 types from Things 1`\n## [8.8.8]\u{202e}",
        r"  operation-added Client::evil: GET /evil`\n## [9.9.9]\u{1b}[31m.",
    ] {
        assert!(printed.lines().any(|other| other == line), "{printed}");
    }
    let changed = sandbox.read(CHANGELOG);
    for line in [
        r"- `Client::evil` (`` GET /evil`\n## [9.9.9]\u{1b}[31m ``).",
        r"- `API_VERSION`: `Things 1.2.3` became `` Things 1`\n## [8.8.8]\u{202e} ``.",
    ] {
        assert!(changed.lines().any(|other| other == line), "{changed}");
    }
}

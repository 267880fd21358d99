//! `cargo xtask diff` in a small workspace.

use crate::git::commit;
use crate::sandbox::{SPEC, Sandbox};

/// An overlay without which the report would have a difference for callers.
const RENAMING: &str = "overlay: 1.0.0
info: {title: Names, version: 1.0.0}
actions:
  - target: $.components.schemas.Thing.properties.name
    update: {x-rust-newtype: ThingName}
";

fn committed() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("spec/runtime.overlay.yaml", RENAMING);
    sandbox.write("new.yaml", SPEC);
    commit(&sandbox);
    sandbox
}

#[test]
fn the_same_document_has_no_differences_however_it_is_named() {
    let sandbox = committed();
    let names = [
        "HEAD",
        "HEAD:spec/runtime.yaml",
        "HEAD:new.yaml",
        "new.yaml",
        "spec/runtime.yaml",
    ];
    for old in names {
        for new in names {
            sandbox.run(&["diff", old, new]).ends_with(0);
        }
        sandbox.run(&["diff", old]).ends_with(0);
    }
}

#[test]
fn revisions_are_compared_with_their_overlays() {
    let sandbox = committed();
    sandbox.write(
        "spec/runtime.overlay.yaml",
        &RENAMING.replace("ThingName", "Name"),
    );
    for arguments in [&["diff", "HEAD"][..], &["diff", "--against", "HEAD"]] {
        let run = sandbox.run(arguments).ends_with(3);
        assert_eq!(
            run.stderr,
            "old: HEAD:spec/runtime.yaml with spec/runtime.overlay.yaml\n\
             new: spec/runtime.yaml with spec/runtime.overlay.yaml\n"
        );
    }
}

#[test]
fn a_revision_next_to_a_document_is_compared_without_overlays() {
    let sandbox = committed();
    let run = sandbox.run(&["diff", "HEAD", "new.yaml"]).ends_with(0);
    assert_eq!(
        run.stderr,
        "old: HEAD:spec/runtime.yaml without overlays\nnew: new.yaml without overlays\n"
    );
}

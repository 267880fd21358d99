//! `cargo xtask growth` with kinds of documents.

use crate::sandbox::Sandbox;

#[test]
fn an_unknown_kind_is_an_error_that_lists_all() {
    let run = Sandbox::new()
        .run(&["growth", "union", "nosuch"])
        .ends_with(1);
    assert!(run.stdout.is_empty(), "{}", run.stdout);
    let message = "unknown kind `nosuch`; the kinds are operations, tags, ";
    assert!(run.stderr.contains(message), "{}", run.stderr);
}

//! `cargo xtask changes` with names of cases.

use crate::sandbox::Sandbox;

#[test]
fn a_name_that_no_case_has_is_an_error_that_lists_all() {
    let sandbox = Sandbox::new();
    let folder = "generator/tests/changes";
    sandbox.write(&format!("{folder}/base.yaml"), "");
    for name in ["a", "b.old", "b"] {
        sandbox.write(&format!("{folder}/cases/{name}.overlay.yaml"), "");
    }
    let run = sandbox.run(&["changes", "x", "y"]).ends_with(1);
    assert_eq!(
        run.stderr,
        "error: no case has a name with `x` or `y`; the cases are a, b\n"
    );
}

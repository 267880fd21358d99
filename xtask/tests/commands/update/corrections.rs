//! Corrections that no longer fit, and what they mean for users.

use super::{OVERLAY, update};
use crate::sandbox::{SPEC, Sandbox};

/// Two enumerations with the same name and values.
fn document() -> String {
    let parameter = "        - {name: state, in: query, schema: {type: string, enum: [a, b]}}\n      responses:";
    SPEC.replace("      responses:", parameter).replace(
        "        text:\n          type: string\n",
        "        text: {type: string, enum: [a, b]}\n",
    )
}

const NAMES: &str = "overlay: 1.0.0
info: {title: Names, version: '1'}
actions:
  - target: $.components.schemas.Label.properties.text
    update: {x-rust-name: State}
  - target: $.paths.*.*.parameters[?@.name == 'state'].schema
    update: {x-rust-name: State}
";

#[test]
fn a_name_that_no_longer_fits_does_not_stop_an_update() {
    let sandbox = Sandbox::new();
    sandbox.write(OVERLAY, NAMES);
    update(&sandbox, &document(), &[]).ends_with(0);
    let more = document().replace(
        "text: {type: string, enum: [a, b]}",
        "text: {type: string, enum: [a, b, c]}",
    );
    let printed = update(&sandbox, &more, &[]).ends_with(0).stdout;
    for text in [
        "1 overlay action does not fit this document",
        "  spec/runtime.overlay.yaml:6: a different schema at #/components/schemas/Label/properties/text is already named `State`",
        "parameters/1/schema/x-rust-name)",
        "Differences between the two documents, both with the overlays of the working tree.",
        "\n    help: give one of them another name\n    - target: $.paths['/things/{id}'].get.parameters[?@.name == 'state'].schema\n      \
         update:\n        x-rust-name: OtherState\n",
        "\n2 differences of these are there because overlay actions were left out: fix the actions first\n",
        "input-type Client::get_thing(state)",
    ] {
        assert!(printed.contains(text), "{text}:\n{printed}");
    }
    let summary = "1.2.3 to 1.2.3: 1 breaking change for callers, 2 additions";
    assert_eq!(printed.lines().last(), Some(summary), "{printed}");
    let run = sandbox.run(&["regen"]).ends_with(1);
    assert!(
        run.stderr.contains("--> spec/runtime.overlay.yaml:6:"),
        "{}",
        run.stderr
    );
    let action = "target: $.paths['/things/{id}'].get.parameters[?@.name == 'state'].schema\n";
    assert!(run.stderr.contains(action), "{}", run.stderr);
}

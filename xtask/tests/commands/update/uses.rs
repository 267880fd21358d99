//! Lines that may not compile with a new document.

use super::update;
use crate::sandbox::{SPEC, Sandbox};

#[test]
fn code_that_calls_what_is_gone_is_listed_but_not_what_is_generated() {
    let sandbox = Sandbox::new();
    let operation =
        "  /old:\n    get: {operationId: getOld, responses: {'204': {description: ''}}}\n";
    let before = SPEC.replace("components:", &format!("{operation}components:"));
    update(&sandbox, &before, &[]).ends_with(0);
    let call = "client.get_old().send().await?;\n";
    for path in [
        "generated-client/tests/operations.rs",
        "generated-client/tests/mine.rs",
        "xtask/bench/src/main.rs",
        "xtask/record/src/main.rs",
    ] {
        sandbox.write(path, call);
    }
    let printed = update(&sandbox, SPEC, &[]).ends_with(0).stdout;
    let list = "\n3 lines of examples, tests and docs may not compile. They are found by name; only `cargo check --workspace \
                --all-targets` finds uses of fields, and `cargo xtask recordings` compiles the examples in docs:\n  \
                generated-client/tests/mine.rs:1: Client::get_old\n  \
                xtask/bench/src/main.rs:1: Client::get_old\n  \
                xtask/record/src/main.rs:1: Client::get_old\n\n";
    assert!(printed.contains(list), "{printed}");
}

#[test]
fn settings_that_are_gone_and_fields_are_not_silent() {
    let sandbox = Sandbox::new();
    let scheme = "components:\n  securitySchemes: {Key: {type: apiKey, in: header, name: x-key}}\n";
    let before = SPEC.replace(
        "components:\n",
        &format!("security: [{{Key: []}}]\n{scheme}"),
    );
    update(&sandbox, &before, &[]).ends_with(0);
    sandbox.write(
        "generated-client/tests/mine.rs",
        "let builder = Client::builder().key(key);\n",
    );
    let printed = update(&sandbox, SPEC, &[]).ends_with(0).stdout;
    let line = "  generated-client/tests/mine.rs:1: ClientBuilder::key\n";
    assert!(printed.contains(line), "{printed}");

    let renamed = SPEC.replace("        text:\n", "        title:\n");
    let printed = update(&sandbox, &renamed, &[]).ends_with(0).stdout;
    let fields =
        "\nFields break, and only `cargo check --workspace --all-targets` finds their uses\n";
    assert!(printed.contains(fields), "{printed}");
}

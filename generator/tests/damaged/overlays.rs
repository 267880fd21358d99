//! Actions of overlays: those that match nothing, and those that a problem suggests.

use openapi_rust_client_generator::{Diagnostic, Options, Source, generate};

use crate::{DOCUMENT, damaged, diagnostics, only};

fn overlay(action: &str) -> String {
    format!("overlay: 1.0.0\ninfo: {{title: Test, version: '1'}}\nactions:\n{action}\n")
}

#[test]
fn an_overlay_action_that_matches_nothing_is_located() {
    let overlay = overlay(
        "  - target: $.info\n    update: {x-y: 1}\n  - target: $.paths['/nowhere']\n    remove: true",
    );
    let found = diagnostics(DOCUMENT, &[&overlay]);
    assert_eq!(
        only(&found),
        (
            "overlay",
            "overlay.yaml:6:5".to_owned(),
            "#/actions/1/target"
        )
    );
    assert!(found[0].message.contains("$.paths['/nowhere']"));
}

#[test]
fn every_overlay_action_that_matches_nothing_is_reported() {
    let overlay = overlay(
        "  - {target: $.a, remove: true}\n  - {target: $.info.title, remove: true}\n  - {target: $.b, remove: true}",
    );
    let found = diagnostics(DOCUMENT, &[&overlay]);
    let pointers: Vec<&str> = found
        .iter()
        .map(|problem| problem.pointer.as_str())
        .collect();
    assert_eq!(
        pointers,
        [
            "#/actions/0/target",
            "#/actions/1/target",
            "#/actions/2/target"
        ]
    );
}

#[test]
fn problems_out_of_reach_of_overlays_have_no_action() {
    // An overlay does not apply to other files.
    let document = DOCUMENT.replace("#/components/schemas/User'", "user.yaml'");
    let document = Source::new("api.yaml", document).with_file("user.yaml", "{type: strng}");
    let generated = generate(&document, &[], &Options::default()).unwrap();
    let found: Vec<Diagnostic> = generated.warnings.iter().cloned().collect();
    assert_eq!(
        only(&found),
        ("unknown-type", "user.yaml:1:2".to_owned(), "#/type")
    );
    assert_eq!(found[0].overlay, None);
}

#[test]
fn a_number_can_be_removed() {
    let found = damaged("name: {type: string}", "name: {type: string, maxLenght: 3}");
    let action = found[0].overlay.as_ref().unwrap();
    assert!(
        action.remove && action.target.ends_with(".name.maxLenght"),
        "{action}"
    );
}

#[test]
fn an_action_reaches_what_another_overlay_adds() {
    let adds = overlay(
        "  - target: $.components.schemas.User.properties\n    update: {age: {type: strng}}",
    );
    let found = diagnostics(DOCUMENT, &[&adds]);
    let action = found[0].overlay.as_ref().unwrap();
    assert_eq!(action.target, "$.components.schemas.User.properties.age");
    let fixes = overlay(&action.to_string());
    assert_eq!(diagnostics(DOCUMENT, &[&adds, &fixes]), []);
}

#[test]
fn hostile_names_are_quoted_in_actions() {
    for name in [
        "it's",
        "a: b # c",
        "\"]['",
        "\\",
        "*",
        "日本 😀",
        "-",
        "{x}",
        "200",
        "~1/",
        "\t",
    ] {
        let key = serde_json::to_string(name).unwrap();
        let text = DOCUMENT.replace("name: {type: string}", &format!("{key}: {{type: strng}}"));
        let found = diagnostics(&text, &[]);
        let fixes = overlay(&found[0].overlay.as_ref().unwrap().to_string());
        assert_eq!(diagnostics(&text, &[&fixes]), [], "{fixes}");
    }
}

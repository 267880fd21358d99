//! Security requirements that the client cannot meet.

use openapi_rust_client_generator::{Options, Source, generate};

/// The default security in the generated client.
fn security(alternatives: &str) -> String {
    let text = format!(
        "
openapi: 3.0.3
info: {{title: Test, version: '1'}}
security: {alternatives}
paths: {{/a: {{get: {{operationId: a, responses: {{'204': {{description: Done.}}}}}}}}}}
components:
  securitySchemes:
    bearer: {{type: http, scheme: bearer}}
    digest: {{type: http, scheme: digest}}
"
    );
    let source = Source::new("api.yaml", text);
    let generated = generate(&source, &[], &Options::default()).unwrap();
    let client = &generated.files["client.rs"];
    let mut lines = client.lines().map(str::trim);
    let line = lines.find(|line| line.starts_with("security: "));
    line.unwrap_or_default().to_owned()
}

#[test]
fn an_alternative_that_cannot_be_sent_does_not_make_the_others_optional() {
    for (alternatives, expected) in [
        (
            "[{digest: []}, {bearer: []}]",
            r#"security: &[&["bearer"]],"#,
        ),
        (
            "[{nobody: []}, {bearer: []}]",
            r#"security: &[&["bearer"]],"#,
        ),
        ("[{bearer: [], digest: []}]", r#"security: &[&["bearer"]],"#),
        (
            "[{}, {digest: []}, {bearer: []}]",
            r#"security: &[&[], &["bearer"]],"#,
        ),
        // The header is set by hand.
        ("[{digest: []}]", "security: &[&[]],"),
    ] {
        assert_eq!(security(alternatives), expected, "{alternatives}");
    }
}

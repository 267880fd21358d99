//! README and docs of generated crates, for documents of different kinds.

use crate::sandbox::Sandbox;

/// A crate for a document with these paths and components, in the folder `out`.
fn generated(rest: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let document = format!("openapi: 3.0.3\ninfo: {{title: Things, version: '1'}}\n{rest}");
    sandbox.write("api.yaml", &document);
    let args = ["generate", "--spec", "api.yaml", "--out", "out"];
    sandbox
        .run(&[&args[..], &["--name", "things"]].concat())
        .ends_with(0);
    sandbox
}

#[test]
fn the_readme_shows_how_the_example_gets_settings() {
    let sandbox = generated(
        "
security: [{key: [], login: []}]
paths:
  /a:
    get: {operationId: a, responses: {'204': {description: Done}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: x-key}
    login: {type: http, scheme: bearer}
",
    );
    let readme = sandbox.read("out/README.md");
    let command = r#"-- <operationId> '<input as JSON>' '{"baseUrl":"https://…","token":"…","credentials":{"key":"…"}}'"#;
    assert!(readme.contains(command), "{readme}");
}

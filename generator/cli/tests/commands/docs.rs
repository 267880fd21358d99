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

#[test]
fn only_crates_with_streams_and_files_have_chapters_about_them() {
    let chapters = ["//! # Streams\n", "//! # Downloads\n", "//! # Uploads\n"];
    let none =
        generated("paths: {/a: {get: {operationId: a, responses: {'204': {description: Done}}}}}");
    let docs = none.read("out/src/lib.rs");
    assert!(
        !chapters.iter().any(|chapter| docs.contains(chapter)),
        "{docs}"
    );
    let all = generated(
        "
paths:
  /prices:
    get:
      operationId: prices
      responses:
        '200': {description: Prices, content: {text/event-stream: {schema: {type: string}}}}
  /file:
    get:
      operationId: read
      responses:
        '200': {description: File, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
    put:
      operationId: write
      requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
      responses: {'204': {description: Done}}
",
    );
    let docs = all.read("out/src/lib.rs");
    for part in chapters.into_iter().chain([
        "//! while let Some(event) = events.try_next().await? {\n",
        "//! let mut chunks = client.read().byte_stream().await?;\n",
        "//! client.write(Upload::from_path(\"path/to/file\")).await?;\n",
    ]) {
        assert!(docs.contains(part), "{part} in\n{docs}");
    }
}

#[test]
fn the_chapter_about_tests_has_a_test() {
    let sandbox = generated(
        "
paths:
  /a:
    post:
      operationId: add
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
      responses: {'204': {description: Done}}
components:
  schemas:
    Thing: {type: object, required: [size], properties: {size: {type: integer}}}
",
    );
    let test = [
        "//! use things::types::Thing;",
        "//! use things::{operations, testing};",
        "//!",
        "//! let service = testing::Service::new().sampled(1);",
        "//! service.on(|_: &operations::Add| true).reply(testing::Reply::new(404));",
        "//! let client = service.client();",
        "//!",
        "//! let error = client.add(Thing::new(1)).await.unwrap_err();",
        "//! assert!(error.is_not_found());",
    ];
    let library = sandbox.read("out/src/lib.rs");
    let (_, chapter) = library.split_once("//! # Testing your program\n").unwrap();
    assert!(chapter.contains(&test.join("\n")), "{chapter}");
    let module = sandbox.read("out/src/generated/mod.rs");
    assert!(
        module.contains(&test.join("\n").replace("//!", "///")),
        "{module}"
    );
}

#[test]
fn only_clients_with_bearer_tokens_have_settings_for_them() {
    for (scheme, takes_token) in [
        ("{type: apiKey, in: query, name: key}", false),
        ("{type: http, scheme: bearer}", true),
    ] {
        let sandbox = generated(&format!(
            "
paths: {{/a: {{get: {{operationId: a, responses: {{'204': {{description: Done}}}}}}}}}}
components: {{securitySchemes: {{login: {scheme}}}}}
"
        ));
        let client = sandbox.read("out/src/generated/client.rs");
        assert_eq!(
            client.contains("client!(API, super::by_name, tokens);"),
            takes_token
        );
        let docs = sandbox.read("out/src/lib.rs");
        assert_eq!(docs.contains("token_from"), takes_token, "{docs}");
    }
}

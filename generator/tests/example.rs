//! The example for the docs of a crate.

use openapi_rust_client_generator::{Options, Source, generate};

fn example(document: &str) -> Option<String> {
    let document = format!("openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\n{document}");
    let document = Source::new("api.yaml", document);
    let generated = generate(&document, &[], &Options::default()).unwrap();
    generated.example.statements
}

#[test]
fn it_is_the_simplest_call_that_changes_nothing() {
    let document = "
servers: [{url: https://a.test}]
paths:
  /things:
    delete: {operationId: clear, responses: {'204': {description: Done.}}}
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getThing
      responses:
        '200': {description: It., content: {application/json: {schema: {type: string}}}}
";
    assert_eq!(
        example(document).unwrap(),
        "let client = Client::builder().build()?;\n\
         let response = client.get_thing(\"…\").await?;\n\
         println!(\"{response:?}\");"
    );
}

#[test]
fn it_sets_what_the_client_needs() {
    let document = "
security: [{user: [], key: []}, {token: []}]
paths:
  /ping:
    parameters: [{name: X-Tenant, in: header, required: true, schema: {type: string}}]
    get: {operationId: ping, responses: {'204': {description: Done.}}}
    put: {operationId: pong, responses: {'204': {description: Done.}}}
components:
  securitySchemes:
    user: {type: http, scheme: basic}
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: bearer}
";
    let example = example(document).unwrap();
    let (client, call) = example.split_once('\n').unwrap();
    assert_eq!(
        client,
        "let client = Client::builder().base_url(\"https://…\").user(\"…\", \"…\").key(\"…\").tenant(\"…\").build()?;"
    );
    assert_eq!(call, "client.ping().await?;");
}

#[test]
fn there_is_none_if_no_call_is_simple() {
    let document = "
servers: [{url: https://a.test}]
paths:
  /things:
    post:
      operationId: add
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {type: string}}}}
      responses: {'204': {description: Done.}}
";
    assert_eq!(example(document), None);
}

#[test]
fn a_key_in_the_header_of_bearer_tokens_names_their_scheme() {
    let document = "
security: [{key: []}]
paths: {/ping: {get: {operationId: ping, responses: {'204': {description: Done.}}}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: authorization}}}
";
    let example = example(document).unwrap();
    assert!(example.contains(".key(\"Bearer …\")"), "{example}");
}

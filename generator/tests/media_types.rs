//! Ranges of media types, which are never sent: the schema decides what is.

use openapi_client_generator::{Options, Source, generate};

/// The code of an operation with this content of its body or its response.
fn operation(place: &str, content: &str) -> String {
    let place = match place {
        "body" => format!(
            "requestBody: {{required: true, content: {{{content}}}}}, responses: {{'204': {{description: Done.}}}}"
        ),
        _ => format!("responses: {{'200': {{description: It., content: {{{content}}}}}}}"),
    };
    let document = format!(
        "openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a: {{post: {{operationId: postA, {place}}}}}
components:
  schemas:
    Thing: {{type: object, properties: {{a: {{type: string}}}}}}
    Text: {{type: string}}
    File: {{type: string, format: binary}}
"
    );
    let generated = generate(&Source::new("api.yaml", document), &[], &Options::default());
    let generated = generated.unwrap_or_else(|problems| panic!("{content}:\n{problems}"));
    for code in generated.files.values() {
        assert!(
            !code.contains("content_type(\"") || !code.contains('*'),
            "{content}"
        );
    }
    generated.files["operations/post_a.rs"].clone()
}

const OBJECT: &str = "{schema: {$ref: '#/components/schemas/Thing'}}";
const TEXT: &str = "{schema: {$ref: '#/components/schemas/Text'}}";
const FILE: &str = "{schema: {$ref: '#/components/schemas/File'}}";

#[test]
fn a_body_is_sent_as_its_schema_says() {
    for (range, media, expected) in [
        ("'*/*'", OBJECT, "parts.json(&self.thing)"),
        (
            "'*/*'",
            TEXT,
            "parts.text(\"text/plain\", Some(&self.body))",
        ),
        (
            "'*/*'",
            FILE,
            "parts.bytes(\"application/octet-stream\", Some(&self.body))",
        ),
        (
            "'*/*'",
            "{}",
            "parts.bytes(\"application/octet-stream\", Some(&self.body))",
        ),
        (
            "'*/*'",
            "{schema: {type: array, items: {type: integer}}}",
            "parts.json(&self.body)",
        ),
        (
            "'*/*'",
            "{schema: {oneOf: [{type: integer}, {type: boolean}]}}",
            "parts.json(&self.body)",
        ),
        ("'*/*; charset=utf-8'", OBJECT, "parts.json(&self.thing)"),
        (
            "'text/*'",
            TEXT,
            "parts.text(\"text/plain\", Some(&self.body))",
        ),
        ("'application/*'", OBJECT, "parts.json(&self.thing)"),
        (
            "'application/*'",
            FILE,
            "parts.bytes(\"application/octet-stream\", Some(&self.body))",
        ),
        ("'application/*+json'", OBJECT, "parts.json(&self.thing)"),
        (
            "'image/*'",
            FILE,
            "parts.bytes(\"application/octet-stream\", Some(&self.body))",
        ),
        (
            "'multipart/*'",
            "{schema: {type: object, properties: {a: {type: string}}}}",
            "parts.multipart()",
        ),
    ] {
        let code = operation("body", &format!("{range}: {media}"));
        assert!(code.contains(expected), "{range} {media}: {code}");
        assert!(!code.contains("content_type"), "{range} {media}: {code}");
    }
}

#[test]
fn a_response_is_read_as_its_schema_says() {
    for (range, media, ty, accepted) in [
        ("'*/*'", OBJECT, "Thing", None),
        ("'*/*'", TEXT, "Text", Some("*/*")),
        ("'*/*'", FILE, "Binary", Some("*/*")),
        ("'text/*'", TEXT, "Text", Some("text/*")),
        ("'application/*'", OBJECT, "Thing", None),
        ("'application/*+json'", OBJECT, "Thing", None),
        ("'application/*'", FILE, "Binary", Some("application/*")),
        ("'image/*'", FILE, "Binary", Some("image/*")),
    ] {
        let code = operation("response", &format!("{range}: {media}"));
        let expected = format!("type Response = {ty};");
        assert!(code.contains(&expected), "{range} {media}: {code}");
        let accept = code.split("parts.accept(\"").nth(1);
        let accept = accept.and_then(|code| code.split('"').next());
        assert_eq!(accept, accepted, "{range} {media}");
    }
}

#[test]
fn a_range_next_to_a_media_type_is_another_body_only_if_its_schema_is_another() {
    for content in [
        format!("application/json: {OBJECT}, '*/*': {OBJECT}"),
        format!("application/json: {OBJECT}, 'application/*': {{}}"),
    ] {
        let code = operation("body", &content);
        assert!(!code.contains("postAAs"), "{content}");
    }
    let document = format!(
        "openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a: {{post: {{operationId: send, requestBody: {{content: {{text/plain: {TEXT}, 'image/*': {FILE}}}}}, responses: {{'204': {{description: Done.}}}}}}}}
components:
  schemas:
    Text: {{type: string}}
    File: {{type: string, format: binary}}
"
    );
    let generated = generate(&Source::new("api.yaml", document), &[], &Options::default()).unwrap();
    let client = &generated.files["client.rs"];
    assert!(client.contains("pub fn send_as_binary"), "{client}");
}

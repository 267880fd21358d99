//! Ranges of media types, which are never sent: the schema decides what is.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

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
    let both = |media: &str| format!("text/plain: {media}, application/json");
    for (range, media, ty, accepted) in [
        ("'*/*'", OBJECT, "Thing", None),
        ("'*/*'", TEXT, "Text", Some("*/*")),
        ("'*/*'", FILE, "Binary", Some("*/*")),
        ("'text/*'", TEXT, "Text", Some("text/*")),
        ("'application/*'", OBJECT, "Thing", None),
        ("'application/*+json'", OBJECT, "Thing", None),
        ("'application/*'", FILE, "Binary", Some("application/*")),
        ("'image/*'", FILE, "Binary", Some("image/*")),
        (
            &both(TEXT),
            TEXT,
            "String",
            Some("application/json, text/plain"),
        ),
        (
            &both(FILE),
            FILE,
            "Binary",
            Some("application/json, text/plain"),
        ),
        ("application/json", FILE, "Binary", None),
        (&both(OBJECT), OBJECT, "Thing", None),
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

/// A multipart body of OpenAPI 3.1 with this schema and encoding.
fn multipart(schema: &str, encoding: &str) -> Generated {
    let text = format!(
        "openapi: 3.1.0
info: {{title: Test, version: '1'}}
paths:
  /a:
    post:
      operationId: a
      requestBody: {{required: true, content: {{multipart/form-data: {{schema: {schema}, encoding: {encoding}}}}}}}
      responses: {{'204': {{description: Done.}}}}
"
    );
    generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap()
}

#[test]
fn files_in_a_map_have_the_media_type_of_their_schema() {
    let file = "{type: string, contentMediaType: image/png}";
    for schema in [
        format!("{{type: object, additionalProperties: {file}}}"),
        format!("{{type: object, additionalProperties: {{type: array, items: {file}}}}}"),
        format!(
            "{{type: object, properties: {{a: {{type: string}}}}, additionalProperties: {file}}}"
        ),
    ] {
        let generated = multipart(&schema, "{}");
        assert_eq!(generated.warnings.iter().count(), 0);
        let mut files = generated.files.values();
        assert!(
            files.any(|text| text.contains("file_members(") && text.contains("\"image/png\"")),
            "{schema}"
        );
    }
    let generated = multipart(
        "{type: object, additionalProperties: {type: string, contentMediaType: text/csv}}",
        "{}",
    );
    let codes = generated
        .warnings
        .iter()
        .map(|problem| problem.code.as_str());
    assert_eq!(codes.collect::<Vec<_>>(), ["encoding"]);
}

#[test]
fn a_media_type_that_an_object_cannot_have_is_reported() {
    let object = "{type: object, properties: {b: {type: string}}}";
    for (property, encoding, is_reported) in [
        (object.to_owned(), "{contentType: text/plain}", true),
        (
            format!("{{type: array, items: {object}}}"),
            "{contentType: application/xml}",
            true,
        ),
        (
            object.to_owned(),
            "{contentType: application/vnd.a+json}",
            false,
        ),
        (
            object.to_owned(),
            "{contentType: text/plain, style: deepObject}",
            false,
        ),
        (
            "{type: string}".to_owned(),
            "{contentType: application/xml}",
            false,
        ),
    ] {
        let schema = format!("{{type: object, properties: {{o: {property}}}}}");
        let generated = multipart(&schema, &format!("{{o: {encoding}}}"));
        let mut messages = generated
            .warnings
            .iter()
            .map(|problem| problem.message.as_str());
        assert_eq!(
            messages.any(|message| message.starts_with("`o` is an object")),
            is_reported,
            "{property} {encoding}"
        );
    }
}

#[test]
fn a_style_that_a_part_does_not_have_is_reported() {
    let list = "{type: array, items: {type: string}}";
    let object = "{type: object, properties: {b: {type: string}}}";
    for (property, encoding, reported) in [
        (list, "{style: pipeDelimited, explode: false}", 2),
        (
            list,
            "{style: form, explode: true, allowReserved: false}",
            0,
        ),
        ("{type: string}", "{allowReserved: true}", 1),
        (object, "{style: deepObject}", 1),
        (
            object,
            "{style: form, explode: true, allowReserved: false}",
            2,
        ),
    ] {
        let schema = format!("{{type: object, properties: {{o: {property}}}}}");
        let generated = multipart(&schema, &format!("{{o: {encoding}}}"));
        let codes = generated
            .warnings
            .iter()
            .filter(|problem| problem.code.as_str() == "encoding");
        assert_eq!(codes.count(), reported, "{property} {encoding}");
    }
}

/// A body and a response of a media type.
fn exchanged(name: &str, schema: &str) -> Generated {
    let content = format!("{{'{name}': {{schema: {schema}}}}}");
    let text = format!(
        "openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a:
    post:
      operationId: a
      requestBody: {{required: true, content: {content}}}
      responses: {{'200': {{description: Done., content: {content}}}}}
"
    );
    generate(&Source::new("api.yaml", text), &[], &Options::default()).unwrap()
}

#[test]
fn content_that_is_described_as_an_object_is_reported() {
    let reports = |name: &str, schema: &str| {
        let warnings = exchanged(name, schema).warnings;
        let mut codes = warnings.iter().map(|problem| problem.code.as_str());
        assert!(codes.all(|code| code == "unused-content"));
        warnings.iter().count()
    };
    for name in ["text/*", "text/plain", "text/plain; charset=utf-8"] {
        assert_eq!(
            reports(name, "{type: object, properties: {a: {type: string}}}"),
            2,
            "{name}"
        );
        assert_eq!(
            reports(name, "{type: array, items: {type: string}}"),
            2,
            "{name}"
        );
        assert_eq!(reports(name, "{type: string}"), 0, "{name}");
        assert_eq!(reports(name, "{type: integer}"), 0, "{name}");
    }
    for name in ["application/xml", "application/yaml", "image/png"] {
        assert_eq!(reports(name, "{type: object}"), 2, "{name}");
        assert_eq!(
            reports(name, "{oneOf: [{type: object}, {type: string}]}"),
            2
        );
        assert_eq!(reports(name, "{type: string, format: binary}"), 0);
    }
}

#[test]
fn a_name_that_is_not_a_media_type_is_reported() {
    for (name, is_reported) in [
        ("", true),
        ("json", true),
        ("text/", true),
        ("a/b c", true),
        ("*/*", false),
        ("application/vnd.a+json; charset=utf-8", false),
    ] {
        let warnings = exchanged(name, "{type: string}").warnings;
        let mut codes = warnings.iter().map(|problem| problem.code.as_str());
        assert!(codes.all(|code| code == "invalid"));
        assert_eq!(warnings.len(), if is_reported { 2 } else { 0 }, "{name}");
    }
}

//! Streamed responses and the types of their values.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

/// The result for a document with this under a media type.
fn generated(media_type: &str, media: &str) -> Generated {
    let document = format!(
        "openapi: 3.2.0
info: {{title: Test, version: '1'}}
paths:
  /watch:
    get:
      operationId: watch
      responses:
        '200': {{description: Values., content: {{{media_type}: {media}}}}}
components:
  schemas:
    Tick: {{type: object, required: [key], properties: {{price: {{type: number}}, key: {{type: string, writeOnly: true}}}}}}
    Level: {{type: string, enum: [low, high]}}
    Sent:
      type: object
      required: [data]
      properties: {{id: {{type: string}}, event: {{type: string}}, data: {{$ref: '#/components/schemas/Tick'}}, retry: {{type: integer}}}}
"
    );
    let document = Source::new("api.yaml", document);
    let generated = generate(&document, &[], &Options::default());
    generated.unwrap_or_else(|problems| panic!("{media}:\n{problems}"))
}

/// The response type of the operation, and the codes of warnings.
fn response(media_type: &str, media: &str) -> (String, Vec<&'static str>) {
    let generated = generated(media_type, media);
    let code = &generated.files["operations/watch.rs"];
    let after = code.split("type Response = ").nth(1).unwrap();
    let response = after.split(';').next().unwrap().to_owned();
    let warnings = generated.warnings.iter();
    (
        response,
        warnings.map(|warning| warning.code.as_str()).collect(),
    )
}

fn tick(media_type: &str, media: &str) -> String {
    let (response, warnings) = response(media_type, media);
    assert!(warnings.is_empty(), "{media}: {warnings:?}");
    response
}

#[test]
fn data_of_events_has_a_type() {
    const TICK: &str = "{$ref: '#/components/schemas/Tick'}";
    const JSON: &str = "contentMediaType: application/json";
    for (media, expected) in [
        ("{}", "Text"),
        ("{schema: {}}", "Text"),
        ("{schema: {type: string}}", "Text"),
        ("{schema: {$ref: '#/components/schemas/Level'}}", "Text"),
        ("{schema: {type: string, format: date-time}}", "Text"),
        ("{schema: {type: integer, format: int32}}", "i32"),
        ("{schema: {type: object}}", "JsonObject"),
        (&format!("{{schema: {TICK}}}"), "Tick"),
        (&format!("{{itemSchema: {TICK}}}"), "Tick"),
        // All events as an array, and OpenAPI 3.2's keyword, which takes precedence.
        (
            &format!("{{schema: {{type: array, items: {TICK}}}}}"),
            "Tick",
        ),
        (
            &format!("{{schema: {{type: string}}, itemSchema: {TICK}}}"),
            "Tick",
        ),
        // Whole events.
        ("{itemSchema: {$ref: '#/components/schemas/Sent'}}", "Tick"),
        ("{schema: {$ref: '#/components/schemas/Sent'}}", "Tick"),
        ("{itemSchema: {properties: {data: {type: string}}}}", "Text"),
        (
            &format!("{{itemSchema: {{properties: {{data: {{{JSON}, contentSchema: {TICK}}}}}}}}}"),
            "Tick",
        ),
        (
            &format!("{{itemSchema: {{properties: {{data: {{type: string, {JSON}}}}}}}}}"),
            "Value",
        ),
        // Several kinds of events with the same data.
        (
            &format!(
                "{{itemSchema: {{properties: {{data: {{type: string}}}}, oneOf: [\
                 {{properties: {{event: {{const: a}}, data: {{{JSON}, contentSchema: {TICK}}}}}}}, \
                 {{properties: {{event: {{const: b}}, data: {{{JSON}, contentSchema: {TICK}}}}}}}]}}}}"
            ),
            "Tick",
        ),
        (
            "{schema: {oneOf: [{$ref: '#/components/schemas/Sent'}, {properties: {data: {type: integer}}}]}}",
            "WatchResponseEvent",
        ),
        // An object in which `data` is one of several properties is itself the data.
        (
            "{schema: {type: object, properties: {data: {type: string}, more: {type: string}}}}",
            "WatchResponseEvent",
        ),
    ] {
        assert_eq!(
            tick("text/event-stream", media),
            format!("EventStream<{expected}>"),
            "{media}"
        );
    }
}

#[test]
fn data_of_events_that_is_json_and_text() {
    let media = "{itemSchema: {oneOf: [{properties: {data: {type: string}}}, {$ref: '#/components/schemas/Sent'}]}}";
    let (response, warnings) = response("text/event-stream; charset=utf-8", media);
    assert_eq!(response, "EventStream<Text>");
    assert_eq!(warnings, ["event-data"]);
}

#[test]
fn json_lines_have_a_type() {
    for media_type in [
        "application/jsonl",
        "application/x-ndjson",
        "application/json-seq",
        "application/geo+json-seq",
    ] {
        for (media, expected) in [
            ("{}", "Value"),
            ("{itemSchema: {type: string}}", "String"),
            ("{schema: {$ref: '#/components/schemas/Tick'}}", "Tick"),
            (
                "{schema: {type: array, items: {$ref: '#/components/schemas/Tick'}}}",
                "Tick",
            ),
            (
                "{itemSchema: {type: array, items: {$ref: '#/components/schemas/Tick'}}}",
                "Vec<Tick>",
            ),
        ] {
            assert_eq!(
                tick(media_type, media),
                format!("JsonStream<{expected}>"),
                "{media}"
            );
        }
    }
}

#[test]
fn write_only_properties_are_optional_in_responses() {
    for media_type in ["text/event-stream", "application/jsonl"] {
        let generated = generated(media_type, "{schema: {$ref: '#/components/schemas/Tick'}}");
        let tick = &generated.files["types/tick.rs"];
        assert!(tick.contains("pub key: Option<String>"), "{tick}");
    }
}

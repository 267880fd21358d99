//! A field that OpenAPI does not define is reported, whichever object it is in.

use openapi_rust_client_generator::{Diagnostics, Options, Source, generate};
use serde_json::{Value, json};

/// A document with every kind of object.
fn document(version: &str) -> Value {
    let docs = || json!({"url": "https://a.example", "description": "More."});
    let example = || json!({"summary": "One.", "value": 1});
    let link =
        json!({"operationId": "a", "parameters": {}, "server": {"url": "https://a.example"}});
    let header = json!({"schema": {"type": "string"}, "examples": {"one": example()}});
    let schema = json!({
        "type": "object",
        "properties": {"a": {"type": "string", "xml": {"name": "b"}, "externalDocs": docs()}},
    });
    let media = json!({"schema": schema, "examples": {"one": example()}});
    let flow = || json!({"authorizationUrl": "https://a.example", "tokenUrl": "https://a.example", "scopes": {}});
    json!({
        "openapi": version,
        "info": {
            "title": "Test", "version": "1",
            "contact": {"name": "a"}, "license": {"name": "b"},
        },
        "externalDocs": docs(),
        "tags": [{"name": "a", "externalDocs": docs()}],
        "servers": [{"url": "https://{a}.example", "variables": {"a": {"default": "b", "enum": ["b"]}}}],
        "paths": {"/a": {
            "servers": [{"url": "https://a.example"}],
            "parameters": [{"name": "b", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}}],
            "post": {
                "operationId": "a", "externalDocs": docs(), "servers": [{"url": "https://a.example"}],
                "parameters": [{"name": "a", "in": "query", "schema": {"type": "integer"}, "examples": {"one": example()}}],
                "requestBody": {"content": {"multipart/form-data": {
                    "schema": schema,
                    "encoding": {"a": {"contentType": "text/plain", "headers": {"X-A": header}}},
                }}},
                "responses": {"200": {
                    "description": "Done.", "headers": {"X-A": header, "X-B": {"$ref": "#/components/headers/A"}},
                    "content": {"application/json": media}, "links": {"one": link},
                }},
            },
        }},
        "components": {
            "examples": {"a": example(), "b": {"$ref": "#/components/examples/a"}},
            "headers": {"A": header},
            "links": {"a": link},
            "responses": {"Unused": {"description": "Done."}},
            "schemas": {
                "A": {
                    "oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "string"}],
                    "discriminator": {"propertyName": "k"},
                },
                "B": {"type": "object", "properties": {"k": {"type": "string"}}},
            },
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-K"},
                "oauth": {"type": "oauth2", "flows": {
                    "implicit": flow(), "password": flow(), "clientCredentials": flow(), "authorizationCode": flow(),
                }},
                "open": {"type": "openIdConnect", "openIdConnectUrl": "https://a.example"},
            },
        },
    })
}

fn warnings(document: &Value) -> Diagnostics {
    let source = Source::new("api.json", document.to_string());
    let generated = generate(&source, &[], &Options::default());
    let generated = generated.unwrap_or_else(|problems| panic!("{document:#}\n{problems}"));
    generated.warnings
}

/// An object, a field that it does not have, and the one that is meant.
const FIELDS: [(&str, &str, &str); 54] = [
    ("", "securty", "security"),
    ("", "webhook", "webhooks"),
    ("/info", "descripton", "description"),
    ("/info/contact", "mail", "email"),
    ("/info/license", "nam", "name"),
    ("/externalDocs", "uri", "url"),
    ("/tags/0", "descriptions", "description"),
    ("/tags/0/externalDocs", "link", ""),
    ("/servers/0", "variable", "variables"),
    ("/servers/0/variables/a", "enums", "enum"),
    ("/paths/~1a", "gett", "get"),
    ("/paths/~1a", "parameter", "parameters"),
    ("/paths/~1a/servers/0", "ulr", "url"),
    ("/paths/~1a/parameters/0", "requird", "required"),
    (
        "/paths/~1a/parameters/0/content/application~1json",
        "exemple",
        "example",
    ),
    (
        "/paths/~1a/parameters/0/content/application~1json/schema",
        "propertes",
        "properties",
    ),
    ("/paths/~1a/post", "operationID", "operationId"),
    ("/paths/~1a/post", "consumes", ""),
    ("/paths/~1a/post/externalDocs", "descripton", "description"),
    ("/paths/~1a/post/servers/0", "port", ""),
    ("/paths/~1a/post/parameters/0", "Style", "style"),
    ("/paths/~1a/post/parameters/0/schema", "maximun", "maximum"),
    (
        "/paths/~1a/post/parameters/0/examples/one",
        "values",
        "value",
    ),
    ("/paths/~1a/post/requestBody", "contents", "content"),
    (
        "/paths/~1a/post/requestBody/content/multipart~1form-data",
        "encodings",
        "encoding",
    ),
    (
        "/paths/~1a/post/requestBody/content/multipart~1form-data/encoding/a",
        "contenttype",
        "contentType",
    ),
    (
        "/paths/~1a/post/requestBody/content/multipart~1form-data/encoding/a/headers/X-A",
        "shema",
        "schema",
    ),
    ("/paths/~1a/post/responses/200", "header", "headers"),
    ("/paths/~1a/post/responses/200/headers/X-A", "in", ""),
    (
        "/paths/~1a/post/responses/200/headers/X-A/schema",
        "fromat",
        "format",
    ),
    (
        "/paths/~1a/post/responses/200/headers/X-A/examples/one",
        "summry",
        "summary",
    ),
    ("/paths/~1a/post/responses/200/headers/X-B", "required", ""),
    (
        "/paths/~1a/post/responses/200/content/application~1json",
        "schem",
        "schema",
    ),
    (
        "/paths/~1a/post/responses/200/content/application~1json/examples/one",
        "externalvalue",
        "externalValue",
    ),
    (
        "/paths/~1a/post/responses/200/content/application~1json/schema/properties/a",
        "readonly",
        "readOnly",
    ),
    (
        "/paths/~1a/post/responses/200/content/application~1json/schema/properties/a/xml",
        "wraped",
        "wrapped",
    ),
    (
        "/paths/~1a/post/responses/200/content/application~1json/schema/properties/a/externalDocs",
        "href",
        "",
    ),
    (
        "/paths/~1a/post/responses/200/links/one",
        "operationID",
        "operationId",
    ),
    (
        "/paths/~1a/post/responses/200/links/one/server",
        "descr",
        "",
    ),
    ("/components", "schema", "schemas"),
    ("/components/examples/a", "valeu", "value"),
    ("/components/examples/b", "value", ""),
    ("/components/headers/A", "deprecate", "deprecated"),
    ("/components/links/a", "parameter", "parameters"),
    ("/components/responses/Unused", "desription", "description"),
    ("/components/schemas/A/discriminator", "mappings", "mapping"),
    ("/components/securitySchemes/key", "prefix", ""),
    ("/components/securitySchemes/oauth", "flow", "flows"),
    (
        "/components/securitySchemes/oauth/flows",
        "authorisationCode",
        "authorizationCode",
    ),
    (
        "/components/securitySchemes/oauth/flows/implicit",
        "scope",
        "scopes",
    ),
    (
        "/components/securitySchemes/oauth/flows/password",
        "tokenURL",
        "tokenUrl",
    ),
    (
        "/components/securitySchemes/oauth/flows/clientCredentials",
        "tokenurl",
        "tokenUrl",
    ),
    (
        "/components/securitySchemes/oauth/flows/authorizationCode",
        "refreshURL",
        "refreshUrl",
    ),
    (
        "/components/securitySchemes/open",
        "openIdConnectURL",
        "openIdConnectUrl",
    ),
];

#[test]
fn a_misspelled_field_is_reported_in_every_object() {
    for version in ["3.0.4", "3.1.1", "3.2.0"] {
        let document = document(version);
        let before = warnings(&document);
        let codes = before.iter().map(|warning| warning.code.as_str());
        assert!(
            codes.clone().all(|code| code != "unknown-keyword"),
            "{before}"
        );
        for (at, field, meant) in FIELDS {
            let mut changed = document.clone();
            changed.pointer_mut(at).unwrap()[field] = json!({"a": 1});
            let found = warnings(&changed);
            let found: Vec<_> = found
                .iter()
                .filter(|warning| warning.code.as_str() == "unknown-keyword")
                .collect();
            let [warning] = found.as_slice() else {
                panic!("{version} {at} {field}: {found:?}");
            };
            assert_eq!(warning.pointer, format!("#{at}/{field}"));
            let suggestion = format!("; did you mean `{meant}`?");
            assert_eq!(
                warning
                    .message
                    .split_once(';')
                    .map(|(_, end)| format!(";{end}")),
                (!meant.is_empty()).then_some(suggestion),
                "{warning}"
            );
        }
    }
}

#[test]
fn fields_of_newer_versions_have_no_effect_in_3_0() {
    for (version, expected) in [("3.0.4", 3), ("3.1.1", 0)] {
        let mut document = document(version);
        document["webhooks"] = json!({"a": {}});
        document["jsonSchemaDialect"] = json!("https://spec.openapis.org/oas/3.1/dialect/base");
        document["info"]["summary"] = json!("A test.");
        let found = warnings(&document);
        let codes = found.iter().map(|warning| warning.code.as_str());
        let unknown = codes.filter(|code| *code == "unknown-keyword").count();
        assert_eq!(unknown, expected, "{found}");
    }
    let mut document = document("3.2.0");
    document["components"]["schemas"]["A"]["discriminator"]["defaultMapping"] = json!("B");
    let found = warnings(&document);
    let mut codes = found.iter().map(|warning| warning.code.as_str());
    assert!(codes.any(|code| code == "dropped-keyword"), "{found}");
}

#[test]
fn fields_are_reported_once_and_where_they_are_written() {
    let mut document = document("3.1.0");
    document["shared"] =
        json!({"A": {"type": "object", "propertys": {}, "properties": {"b": {"typ": "string"}}}});
    for (name, target) in [
        ("C", "#/shared/A"),
        ("D", "#/shared/A/properties/b"),
        ("E", "other.json#/F"),
    ] {
        document["components"]["schemas"][name] = json!({"$ref": target});
    }
    let other = json!({"F": {"type": "object", "propertis": {}}}).to_string();
    let source = Source::new("api.json", document.to_string()).with_file("other.json", other);
    let generated = generate(&source, &[], &Options::default()).unwrap();
    let places: Vec<String> = generated
        .warnings
        .iter()
        .filter(|warning| warning.code.as_str() == "unknown-keyword")
        .map(|warning| format!("{}{}", warning.file, warning.pointer))
        .collect();
    assert_eq!(
        places,
        [
            "api.json#/shared/A/propertys",
            "api.json#/shared/A/properties/b/typ",
            "other.json#/F/propertis",
        ]
    );
}

//! The document, its paths and operations.

use serde_json::{Value, json};

use super::{load, upgraded};

#[test]
fn old_documents_stay_as_they_are() {
    let text = r#"{"openapi": "3.0.3", "paths": {}, "components": {"schemas": {"X": {"type": ["string", "null"], "const": "a"}}}}"#;
    let (root, found) = load(text);
    assert_eq!(root, serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_root_loses_what_openapi_3_0_lacks() {
    let (root, found) = upgraded(&json!({
        "info": {"title": "T", "version": "1", "summary": "Short.", "description": "Long.", "license": {"name": "MIT", "identifier": "MIT"}},
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "tags": [{"name": "a", "parent": "b", "kind": "nav"}],
        "webhooks": {"pinged": {"post": {}}}
    }));
    assert_eq!(found, ["webhooks #/webhooks 1"]);
    assert_eq!(root["openapi"], "3.0.3");
    assert_eq!(root["paths"], json!({}));
    assert_eq!(root["info"]["description"], "Short.\n\nLong.");
    let (_, found) =
        upgraded(&json!({"jsonSchemaDialect": "http://json-schema.org/draft-04/schema#"}));
    assert_eq!(found, ["dialect #/jsonSchemaDialect 1"]);
}

#[test]
fn parameters_bodies_and_responses_are_converted() {
    let (root, found) = upgraded(&json!({
        "paths": {"/a": {
            "query": {"operationId": "q"},
            "additionalOperations": {"COPY": {"operationId": "c"}},
            "get": {
                "operationId": "a",
                "parameters": [
                    {"name": "all", "in": "querystring", "content": {}},
                    {"$ref": "#/components/parameters/all"},
                    {"$ref": "#/components/parameters/id", "description": "Of this."},
                    {"name": "c", "in": "cookie", "style": "cookie", "schema": {"const": 1}}
                ]
            },
            "put": {
                "requestBody": {"content": {"image/png": {}, "application/octet-stream": {"schema": {}}, "text/plain": {}}},
                "responses": {"200": {"summary": "Done.", "content": {"application/json": {"$ref": "#/components/mediaTypes/m"}, "text/event-stream": {"itemSchema": {"const": 1}}}}}
            }
        }},
        "components": {
            "parameters": {"all": {"name": "all", "in": "querystring"}, "id": {"name": "id", "in": "query", "description": "Of any.", "schema": {"type": ["string", "null"]}}},
            "mediaTypes": {"m": {"schema": {"const": 1}}}
        }
    }));
    assert_eq!(
        found,
        [
            "method #/paths/~1a/query 1",
            "method #/paths/~1a/additionalOperations/COPY 1",
            "query-string #/paths/~1a/get/parameters/0 1",
            "query-string #/paths/~1a/get/parameters/1 1",
            "dropped-keyword #/paths/~1a/get/parameters/3/style 1",
        ]
    );
    let item = &root["paths"]["/a"];
    assert_eq!(
        item.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["get", "put"]
    );
    assert_eq!(
        item["get"]["responses"],
        json!({"default": {"description": ""}})
    );
    let one = json!({"enum": [1], "type": "integer"});
    assert_eq!(
        item["get"]["parameters"],
        json!([
            {"name": "id", "in": "query", "description": "Of this.", "schema": {"type": "string", "nullable": true}},
            {"name": "c", "in": "cookie", "schema": one}
        ])
    );
    let bytes = json!({"schema": {"type": "string", "format": "binary"}});
    assert_eq!(
        item["put"]["requestBody"]["content"],
        json!({"image/png": bytes, "application/octet-stream": bytes, "text/plain": {}})
    );
    let response = &item["put"]["responses"]["200"];
    assert_eq!(response["description"], "Done.");
    assert_eq!(
        response["content"],
        json!({"application/json": {"schema": one}, "text/event-stream": {"itemSchema": one}})
    );
}

#[test]
fn path_items_by_reference_are_kept() {
    let (root, found) = upgraded(&json!({
        "paths": {"/a": {"$ref": "#/components/pathItems/a"}, "/b": {"$ref": "#/components/pathItems/a", "summary": "Mine."}},
        "components": {"pathItems": {"a": {"summary": "All.", "get": {"responses": {}}}}}
    }));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(
        root["paths"],
        json!({
            "/a": {"$ref": "#/components/pathItems/a"},
            "/b": {"summary": "Mine.", "get": {"responses": {}}}
        })
    );
}

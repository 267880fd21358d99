//! Kinds of documents, each with one thing that grows.

#![expect(
    clippy::needless_pass_by_value,
    reason = "each value is a part of one document"
)]

mod operations;
mod schemas;

use serde_json::{Map, Value, json};

/// Documents that differ in the number of one thing.
pub(super) struct Family {
    pub(super) name: &'static str,
    /// The smallest size.
    pub(super) size: usize,
    pub(super) document: fn(usize) -> Value,
}

const fn family(name: &'static str, size: usize, document: fn(usize) -> Value) -> Family {
    Family {
        name,
        size,
        document,
    }
}

pub(super) const FAMILIES: &[Family] = &[
    family("operations", 100, operations::operations),
    family("tags", 100, operations::tags),
    family("parameters", 200, operations::parameters),
    family("shared-parameters", 10, operations::shared_parameters),
    family("responses", 25, operations::responses),
    family("media-types", 100, operations::media_types),
    family("form-properties", 200, operations::form_properties),
    family(
        "misspelled-encodings",
        200,
        operations::misspelled_encodings,
    ),
    family("path-parameters", 100, operations::path_parameters),
    family("servers", 400, operations::servers),
    family("server-variables", 400, operations::server_variables),
    family("security-schemes", 100, operations::security_schemes),
    family("headers", 100, operations::headers),
    family("schemas", 400, schemas::schemas),
    family("similar-names", 200, schemas::similar_names),
    family("chain", 200, schemas::chain),
    family("inline-schemas", 200, schemas::inline_schemas),
    family("aliases", 200, schemas::aliases),
    family("properties", 1000, schemas::properties),
    family("similar-properties", 500, schemas::similar_properties),
    family("required", 1000, schemas::required),
    family("enum-values", 2000, schemas::enum_values),
    family("similar-values", 500, schemas::similar_values),
    family("integer-values", 2000, schemas::integer_values),
    family("union", 100, schemas::union),
    family("union-of-objects", 50, schemas::union_of_objects),
    family("union-of-alike", 400, schemas::union_of_alike),
    family("union-by-tag", 400, schemas::union_by_tag),
    family("union-by-mapping", 400, schemas::union_by_mapping),
    family("union-by-required", 10, schemas::union_by_required),
    family("required-by-all", 10, schemas::required_by_all),
    family("union-of-strings", 100, schemas::union_of_strings),
    family("unions-of-all", 10, schemas::unions_of_all),
    family("objects-with-all", 10, schemas::objects_with_all),
    family("all-of", 100, schemas::all_of),
    family("all-of-chain", 10, schemas::all_of_chain),
    family("shared-properties", 280, schemas::shared_properties),
    family("long-names", 5_000, schemas::long_names),
    family("warnings", 500, schemas::warnings),
    family("unknown-keywords", 500, schemas::unknown_keywords),
    family("missing-references", 500, schemas::missing_references),
    family("words", 10_000, |size| schemas::text("word ", size)),
    family("addresses", 10_000, |size| schemas::text("http://", size)),
    family("links", 5_000, |size| schemas::text("[a](#b) ", size)),
    family("html", 5_000, |size| schemas::text("<a\n", size)),
    family("quotations", 5_000, |size| schemas::text("> ", size)),
    family("list-items", 5_000, |size| schemas::text("- ", size)),
    family("brackets", 10_000, |size| schemas::text("[", size)),
    family("backticks", 5_000, |size| schemas::text("a` ``` ", size)),
    family("long-word", 50_000, |size| schemas::text("x", size)),
];

fn api(paths: Value, schemas: Value) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Growth", "version": "1"},
        "servers": [{"url": "https://growth.test"}],
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

/// A document whose one operation returns the schema `Root`.
fn with_schemas(schemas: Value) -> Value {
    let content = json!({"application/json": {"schema": reference("Root")}});
    api(
        json!({"/root": {"get": {"operationId": "root", "responses": {"200": {"description": "x", "content": content}}}}}),
        schemas,
    )
}

fn with_root(root: Value) -> Value {
    with_schemas(json!({"Root": root}))
}

fn with_operation(operation: Value) -> Value {
    let mut operation = operation;
    operation["operationId"] = json!("root");
    if operation.get("responses").is_none() {
        operation["responses"] = json!({"204": {"description": "x"}});
    }
    api(json!({"/root": {"post": operation}}), json!({}))
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn map(size: usize, entry: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..size).map(entry).collect::<Map<_, _>>())
}

fn list(size: usize, item: impl Fn(usize) -> Value) -> Value {
    (0..size).map(item).collect()
}

fn text_type() -> Value {
    json!({"type": "string"})
}

fn object(properties: Value) -> Value {
    json!({"type": "object", "properties": properties})
}

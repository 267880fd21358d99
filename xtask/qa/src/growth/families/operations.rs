//! Documents with many operations, or with operations that have many parts.

use serde_json::{Value, json};

use super::{api, list, map, text_type, with_operation};

pub(super) fn operations(size: usize) -> Value {
    let path = |at| {
        let id = json!({"name": "id", "in": "path", "required": true, "schema": text_type()});
        let operation = json!({"operationId": format!("get_thing_{at}"), "parameters": [id], "responses": {"204": {"description": "x"}}});
        (format!("/things{at}/{{id}}"), json!({"get": operation}))
    };
    api(map(size, path), json!({}))
}

pub(super) fn tags(size: usize) -> Value {
    let path = |at| {
        let operation =
            json!({"tags": [format!("tag {at}")], "responses": {"204": {"description": "x"}}});
        (format!("/things/{at}"), json!({"get": operation}))
    };
    let mut document = api(map(size, path), json!({}));
    document["tags"] = list(size, |at| json!({"name": format!("tag {at}")}));
    document
}

fn parameter(at: usize) -> Value {
    json!({"name": format!("parameter{at}"), "in": "query", "schema": text_type()})
}

pub(super) fn parameters(size: usize) -> Value {
    with_operation(json!({"parameters": list(size, parameter)}))
}

/// As many operations as parameters, each with all of them. The length of the document is the square of the size.
pub(super) fn shared_parameters(size: usize) -> Value {
    let shared = list(
        size,
        |at| json!({"$ref": format!("#/components/parameters/P{at}")}),
    );
    let path = |at| {
        let operation = json!({"parameters": shared, "responses": {"204": {"description": "x"}}});
        (format!("/things{at}"), json!({"get": operation}))
    };
    let mut document = api(map(size, path), json!({}));
    document["components"]["parameters"] = map(size, |at| (format!("P{at}"), parameter(at)));
    document
}

pub(super) fn path_parameters(size: usize) -> Value {
    let parameter = |at: usize| {
        let name = format!("parameter{at}");
        json!({"name": name, "in": "path", "required": true, "schema": text_type()})
    };
    let names: Vec<_> = (0..size).map(|at| format!("{{parameter{at}}}")).collect();
    let path = format!("/{}", names.join("/"));
    let operation =
        json!({"parameters": list(size, parameter), "responses": {"204": {"description": "x"}}});
    api(json!({path: {"get": operation}}), json!({}))
}

pub(super) fn responses(size: usize) -> Value {
    let response = |at: usize| {
        let schema = json!({"type": "object", "properties": {format!("p{at}"): text_type()}});
        let response =
            json!({"description": "x", "content": {"application/json": {"schema": schema}}});
        (format!("{}", 200 + at), response)
    };
    with_operation(json!({"responses": map(size.min(400), response)}))
}

pub(super) fn media_types(size: usize) -> Value {
    let content = map(size, |at| {
        (
            format!("application/x{at}+json"),
            json!({"schema": text_type()}),
        )
    });
    with_operation(json!({"requestBody": {"content": content}}))
}

pub(super) fn form_properties(size: usize) -> Value {
    let properties = map(size, |at| (format!("field{at}"), text_type()));
    let schema = json!({"type": "object", "properties": properties});
    with_operation(json!({"requestBody": {"content": {"multipart/form-data": {"schema": schema}}}}))
}

pub(super) fn servers(size: usize) -> Value {
    let mut document = with_operation(json!({}));
    document["servers"] = list(size, |at| json!({"url": format!("https://s{at}.test")}));
    document
}

/// Encodings of properties that do not exist, and look like others that do.
pub(super) fn misspelled_encodings(size: usize) -> Value {
    let properties = map(size, |at| (format!("property{at}"), text_type()));
    let encoding = map(size, |at| {
        (format!("proprety{at}"), json!({"contentType": "a/b"}))
    });
    let schema = json!({"type": "object", "properties": properties});
    let content = json!({"multipart/form-data": {"schema": schema, "encoding": encoding}});
    with_operation(json!({"requestBody": {"content": content}}))
}

/// Each variable holds the next one twice.
pub(super) fn server_variables(size: usize) -> Value {
    let variables = map(size, |at| {
        (
            format!("v{at}"),
            json!({"default": format!("{{v{0}}}{{v{0}}}", at + 1)}),
        )
    });
    let mut document = with_operation(json!({}));
    document["servers"] = json!([{"url": "https://{v0}.test", "variables": variables}]);
    document
}

pub(super) fn security_schemes(size: usize) -> Value {
    let mut document = with_operation(json!({}));
    document["components"]["securitySchemes"] = map(size, |at| {
        (
            format!("key{at}"),
            json!({"type": "apiKey", "in": "header", "name": format!("x-key-{at}")}),
        )
    });
    document["security"] = list(size, |at| json!({format!("key{at}"): []}));
    document
}

pub(super) fn headers(size: usize) -> Value {
    let header = |at: usize| json!({"name": format!("x-header-{at}"), "in": "header", "required": true, "schema": text_type()});
    with_operation(json!({"parameters": list(size, header)}))
}

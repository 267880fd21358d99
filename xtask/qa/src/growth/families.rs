//! Kinds of documents, each with one thing that grows.

use serde_json::{Map, Value, json};

/// Documents that differ in the number of one thing.
pub(super) struct Family {
    pub(super) name: &'static str,
    /// The smallest size.
    pub(super) size: usize,
    pub(super) document: fn(usize) -> Value,
}

pub(super) const FAMILIES: &[Family] = &[
    Family {
        name: "operations",
        size: 100,
        document: operations,
    },
    Family {
        name: "tags",
        size: 100,
        document: tags,
    },
    Family {
        name: "parameters",
        size: 200,
        document: parameters,
    },
    Family {
        name: "shared-parameters",
        size: 50,
        document: shared_parameters,
    },
    Family {
        name: "responses",
        size: 25,
        document: responses,
    },
    Family {
        name: "media-types",
        size: 100,
        document: media_types,
    },
    Family {
        name: "form-properties",
        size: 200,
        document: form_properties,
    },
    Family {
        name: "path-parameters",
        size: 100,
        document: path_parameters,
    },
    Family {
        name: "servers",
        size: 400,
        document: servers,
    },
    Family {
        name: "server-variables",
        size: 400,
        document: server_variables,
    },
    Family {
        name: "security-schemes",
        size: 100,
        document: security_schemes,
    },
    Family {
        name: "headers",
        size: 100,
        document: headers,
    },
    Family {
        name: "schemas",
        size: 400,
        document: schemas,
    },
    Family {
        name: "similar-names",
        size: 200,
        document: similar_names,
    },
    Family {
        name: "chain",
        size: 200,
        document: chain,
    },
    Family {
        name: "inline-schemas",
        size: 200,
        document: inline_schemas,
    },
    Family {
        name: "aliases",
        size: 200,
        document: aliases,
    },
    Family {
        name: "properties",
        size: 1000,
        document: properties,
    },
    Family {
        name: "similar-properties",
        size: 500,
        document: similar_properties,
    },
    Family {
        name: "required",
        size: 1000,
        document: required,
    },
    Family {
        name: "enum-values",
        size: 2000,
        document: enum_values,
    },
    Family {
        name: "similar-values",
        size: 500,
        document: similar_values,
    },
    Family {
        name: "integer-values",
        size: 2000,
        document: integer_values,
    },
    Family {
        name: "union",
        size: 100,
        document: union,
    },
    Family {
        name: "union-of-objects",
        size: 50,
        document: union_of_objects,
    },
    Family {
        name: "union-by-tag",
        size: 50,
        document: union_by_tag,
    },
    Family {
        name: "union-by-mapping",
        size: 50,
        document: union_by_mapping,
    },
    Family {
        name: "union-by-required",
        size: 10,
        document: union_by_required,
    },
    Family {
        name: "union-of-texts",
        size: 100,
        document: union_of_texts,
    },
    Family {
        name: "unions-of-all",
        size: 10,
        document: unions_of_all,
    },
    Family {
        name: "objects-with-all",
        size: 10,
        document: objects_with_all,
    },
    Family {
        name: "all-of",
        size: 100,
        document: all_of,
    },
    Family {
        name: "all-of-chain",
        size: 10,
        document: all_of_chain,
    },
    Family {
        name: "warnings",
        size: 500,
        document: warnings,
    },
    Family {
        name: "unknown-keywords",
        size: 500,
        document: unknown_keywords,
    },
    Family {
        name: "missing-references",
        size: 500,
        document: missing_references,
    },
    Family {
        name: "words",
        size: 10_000,
        document: |size| text("word ", size),
    },
    Family {
        name: "addresses",
        size: 10_000,
        document: |size| text("http://", size),
    },
    Family {
        name: "links",
        size: 5_000,
        document: |size| text("[a](#b) ", size),
    },
    Family {
        name: "html",
        size: 5_000,
        document: |size| text("<a\n", size),
    },
    Family {
        name: "quotations",
        size: 5_000,
        document: |size| text("> ", size),
    },
    Family {
        name: "list-items",
        size: 5_000,
        document: |size| text("- ", size),
    },
    Family {
        name: "brackets",
        size: 10_000,
        document: |size| text("[", size),
    },
    Family {
        name: "backticks",
        size: 5_000,
        document: |size| text("a` ``` ", size),
    },
    Family {
        name: "long-word",
        size: 50_000,
        document: |size| text("x", size),
    },
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

fn operations(size: usize) -> Value {
    let path = |at| {
        let id = json!({"name": "id", "in": "path", "required": true, "schema": text_type()});
        let operation = json!({"operationId": format!("get_thing_{at}"), "parameters": [id], "responses": {"204": {"description": "x"}}});
        (format!("/things{at}/{{id}}"), json!({"get": operation}))
    };
    api(map(size, path), json!({}))
}

fn tags(size: usize) -> Value {
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

fn parameters(size: usize) -> Value {
    with_operation(json!({"parameters": list(size, parameter)}))
}

/// As many operations share as many parameters, so that the length of the code is the square of that of the document.
fn shared_parameters(size: usize) -> Value {
    let path = |at| {
        (
            format!("/things{at}"),
            json!({"get": {"operationId": format!("o{at}"), "parameters": [parameter(at)], "responses": {"204": {"description": "x"}}}}),
        )
    };
    api(map(size, path), json!({}))
}

fn path_parameters(size: usize) -> Value {
    let parameter = |at: usize| {
        let name = format!("parameter{at}");
        json!({"name": name, "in": "path", "required": true, "schema": text_type()})
    };
    let path: String = (0..size).map(|at| format!("/{{parameter{at}}}")).collect();
    let operation =
        json!({"parameters": list(size, parameter), "responses": {"204": {"description": "x"}}});
    api(json!({path: {"get": operation}}), json!({}))
}

fn responses(size: usize) -> Value {
    let response = |at: usize| {
        let schema = json!({"type": "object", "properties": {format!("p{at}"): text_type()}});
        let response =
            json!({"description": "x", "content": {"application/json": {"schema": schema}}});
        (format!("{}", 200 + at), response)
    };
    with_operation(json!({"responses": map(size.min(400), response)}))
}

fn media_types(size: usize) -> Value {
    let content = map(size, |at| {
        (
            format!("application/x{at}+json"),
            json!({"schema": text_type()}),
        )
    });
    with_operation(json!({"requestBody": {"content": content}}))
}

fn form_properties(size: usize) -> Value {
    let properties = map(size, |at| (format!("field{at}"), text_type()));
    let schema = json!({"type": "object", "properties": properties});
    with_operation(json!({"requestBody": {"content": {"multipart/form-data": {"schema": schema}}}}))
}

fn servers(size: usize) -> Value {
    let mut document = with_operation(json!({}));
    document["servers"] = list(size, |at| json!({"url": format!("https://s{at}.test")}));
    document
}

/// Each variable holds the next one twice.
fn server_variables(size: usize) -> Value {
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

fn security_schemes(size: usize) -> Value {
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

fn headers(size: usize) -> Value {
    let header = |at: usize| json!({"name": format!("x-header-{at}"), "in": "header", "required": true, "schema": text_type()});
    with_operation(json!({"parameters": list(size, header)}))
}

fn object(properties: Value) -> Value {
    json!({"type": "object", "properties": properties})
}

fn schemas(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (format!("Schema{at}"), object(json!({"a": text_type()})))
    });
    schemas["Root"] = object(map(size, |at| {
        (format!("p{at}"), reference(&format!("Schema{at}")))
    }));
    with_schemas(schemas)
}

/// Names that are the same in Rust.
fn similar_names(size: usize) -> Value {
    let name = |at: usize| format!("Schema{}", "_".repeat(1 + at % 50) + &"-".repeat(at / 50));
    let mut schemas = map(size, |at| (name(at), object(json!({"a": text_type()}))));
    schemas["Root"] = object(map(size, |at| (format!("p{at}"), reference(&name(at)))));
    with_schemas(schemas)
}

fn chain(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (
            format!("S{at}"),
            object(json!({"next": reference(&format!("S{}", at + 1))})),
        )
    });
    schemas[format!("S{size}")] = object(json!({"a": text_type()}));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

fn inline_schemas(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("p{at}"), object(json!({"a": text_type()})))
    })))
}

fn aliases(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (format!("S{at}"), reference(&format!("S{}", at + 1)))
    });
    schemas[format!("S{size}")] = object(json!({"a": text_type()}));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

fn properties(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("property{at}"), text_type())
    })))
}

/// Names that are the same in Rust.
fn similar_properties(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (
            "_".repeat(1 + at % 50) + "a" + &"-".repeat(at / 50),
            text_type(),
        )
    })))
}

fn required(size: usize) -> Value {
    let mut root = object(map(size, |at| (format!("property{at}"), text_type())));
    root["required"] = list(size, |at| json!(format!("property{at}")));
    with_root(root)
}

fn enum_values(size: usize) -> Value {
    with_root(json!({"type": "string", "enum": list(size, |at| json!(format!("value{at}")))}))
}

/// Values whose names are the same in Rust.
fn similar_values(size: usize) -> Value {
    let value = |at: usize| json!("-".repeat(1 + at % 50) + "a" + &"!".repeat(at / 50));
    with_root(json!({"type": "string", "enum": list(size, value)}))
}

fn integer_values(size: usize) -> Value {
    with_root(json!({"type": "integer", "enum": list(size, |at| json!(at))}))
}

fn union(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (
            format!("S{at}"),
            object(json!({format!("p{at}"): text_type()})),
        )
    });
    schemas["Root"] = json!({"oneOf": list(size, |at| reference(&format!("S{at}")))});
    with_schemas(schemas)
}

/// Each object has as many properties as there are variants, divided by ten.
fn union_of_objects(size: usize) -> Value {
    let variant = |at: usize| {
        object(map(size / 10, |property| {
            (format!("p{at}_{property}"), text_type())
        }))
    };
    with_root(json!({"oneOf": list(size, variant)}))
}

fn union_by_tag(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        let kind = json!({"type": "string", "enum": [format!("k{at}")]});
        let mut schema = object(json!({"kind": kind, "a": text_type()}));
        schema["required"] = json!(["kind"]);
        (format!("S{at}"), schema)
    });
    schemas["Root"] = json!({
        "oneOf": list(size, |at| reference(&format!("S{at}"))),
        "discriminator": {"propertyName": "kind"},
    });
    with_schemas(schemas)
}

fn union_by_mapping(size: usize) -> Value {
    let mut document = union_by_tag(size);
    document["components"]["schemas"]["Root"]["discriminator"]["mapping"] = map(size, |at| {
        let target = format!("#/components/schemas/S{at}");
        (format!("k{at}"), json!(target))
    });
    document
}

/// Each variant requires as many properties as there are variants, and any of them could tell the variants apart but for
/// the last variant. The length of the document is the square of the size.
fn union_by_required(size: usize) -> Value {
    let variant = |at: usize| {
        let kind = json!({"type": "string", "enum": [format!("k{}", at % (size - 1))]});
        let mut schema = object(map(size, |at| (format!("p{at}"), kind.clone())));
        schema["required"] = list(size, |at| json!(format!("p{at}")));
        schema
    };
    with_root(json!({"oneOf": list(size, variant)}))
}

fn union_of_texts(size: usize) -> Value {
    with_root(
        json!({"anyOf": list(size, |at| json!({"type": "string", "enum": [format!("v{at}")]}))}),
    )
}

/// The length of the document is the square of the size.
fn unions_of_all(size: usize) -> Value {
    let all = || list(size, |at| reference(&format!("S{at}")));
    let mut schemas = map(size, |at| (format!("S{at}"), json!({"oneOf": all()})));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

/// The length of the document is the square of the size.
fn objects_with_all(size: usize) -> Value {
    let all = || map(size, |at| (format!("p{at}"), reference(&format!("S{at}"))));
    let mut schemas = map(size, |at| (format!("S{at}"), object(all())));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

fn all_of(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        (
            format!("S{at}"),
            object(json!({format!("p{at}"): text_type()})),
        )
    });
    schemas["Root"] = json!({"allOf": list(size, |at| reference(&format!("S{at}")))});
    with_schemas(schemas)
}

/// Each schema adds a property to the one before. All properties of each are written, so the code is longer than linear.
fn all_of_chain(size: usize) -> Value {
    let mut schemas = map(size, |at| {
        let own = object(json!({format!("p{at}"): text_type()}));
        (
            format!("S{at}"),
            json!({"allOf": [reference(&format!("S{}", at + 1)), own]}),
        )
    });
    schemas[format!("S{size}")] = object(json!({"a": text_type()}));
    schemas["Root"] = reference("S0");
    with_schemas(schemas)
}

fn warnings(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("property{at}"), json!({"type": "unknown"}))
    })))
}

fn unknown_keywords(size: usize) -> Value {
    with_root(map(size, |at| (format!("keyword{at}"), json!(1))))
}

fn missing_references(size: usize) -> Value {
    with_root(object(map(size, |at| {
        (format!("property{at}"), reference(&format!("Missing{at}")))
    })))
}

fn text(piece: &str, size: usize) -> Value {
    let mut root = object(json!({"a": text_type()}));
    root["description"] = json!(piece.repeat(size));
    with_root(root)
}

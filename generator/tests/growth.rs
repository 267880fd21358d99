//! Small documents that must not take forever. With work that is the square of their length or more, each of these takes minutes
//! or all memory; `cargo xtask growth` measures many more kinds.

use openapi_rust_client_generator::{Generated, Options, Source, generate};
use serde_json::{Value, json};

fn generated(servers: &Value, root: Value, schemas: Value) -> Generated {
    let mut schemas = schemas;
    schemas["Root"] = root;
    let content = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Root"}}});
    let response = json!({"200": {"description": "x", "content": content}});
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "Growth", "version": "1"},
        "servers": servers,
        "paths": {"/root": {"get": {"operationId": "root", "responses": response}}},
        "components": {"schemas": schemas},
    });
    let document = Source::new("api.json", document.to_string());
    generate(&document, &[], &Options::default()).unwrap()
}

fn of_root(root: Value) -> Generated {
    generated(&json!([{"url": "https://growth.test"}]), root, json!({}))
}

#[test]
fn variables_of_a_server_that_contain_each_other_are_reported() {
    let variable = |at: usize| {
        let default = format!("{{v{0}}}{{v{0}}}", at + 1);
        (format!("v{at}"), json!({"default": default}))
    };
    let variables: Value = (0..200).map(variable).collect();
    let servers = json!([{"url": "https://{v0}.test", "variables": variables}]);
    let generated = generated(&servers, json!({"type": "string"}), json!({}));
    assert_eq!(generated.warnings.iter().count(), 1);
}

#[test]
fn unions_that_contain_each_other_are_generated() {
    let name = |at: usize| format!("S{at}");
    let all: Value = (0..60)
        .map(|at| json!({"$ref": format!("#/components/schemas/{}", name(at))}))
        .chain([json!({"type": "string"}), json!({"type": "boolean"})])
        .collect();
    let schemas: Value = (0..60)
        .map(|at| (name(at), json!({"oneOf": all})))
        .collect();
    let servers = json!([{"url": "https://growth.test"}]);
    let root = json!({"$ref": "#/components/schemas/S0"});
    assert!(generated(&servers, root, schemas).types > 1);
}

#[test]
fn alternatives_that_require_all_properties_are_generated() {
    let names: Vec<String> = (0..150).map(|at| format!("p{at}")).collect();
    let property = |name: &String| (name.clone(), json!({"type": "string"}));
    let properties: Value = names.iter().map(property).collect();
    let required: Value = (0..150).map(|_| json!({"required": names})).collect();
    let root = json!({"type": "object", "properties": properties, "oneOf": required});
    let generated = of_root(root);
    assert!(generated.files["types/root.rs"].contains("pub p149: String"));
}

#[test]
fn an_enumeration_of_many_values_is_generated() {
    let values: Value = (0..100_000).map(|at| json!(format!("value{at}"))).collect();
    let generated = of_root(json!({"type": "string", "enum": values}));
    assert!(generated.files["types/root.rs"].contains("Value99999"));
}

#[test]
fn undeclared_names_in_a_path_are_one_problem() {
    let problems = |names: usize, path: &str| {
        let names: Vec<_> = (0..names).map(|at| format!("{{p{at}}}")).collect();
        let path = format!("/{path}{}", names.concat());
        let document = json!({
            "openapi": "3.0.3",
            "info": {"title": "Growth", "version": "1"},
            "paths": {path: {"get": {"operationId": "get", "responses": {"200": {"description": "x"}}}}},
        });
        let document = Source::new("api.json", document.to_string());
        let problems = generate(&document, &[], &Options::default()).unwrap_err();
        let messages = problems.iter().map(|problem| problem.message.clone());
        messages.collect::<Vec<_>>()
    };
    assert_eq!(
        problems(300, ""),
        ["the path has 300 names without a path parameter, from `{p0}` to `{p299}`"]
    );
    for path in [problems(30_000, ""), problems(0, &"a".repeat(2000))] {
        assert_eq!(path, ["the path is longer than 2000 bytes"]);
    }
}

#[test]
fn a_long_url_is_not_used() {
    let variables = json!({"v": {"default": "x".repeat(2000)}});
    let url = format!("https://a.test/{}", "{v}".repeat(20_000));
    let servers = json!([{"url": url, "variables": variables}]);
    let generated = generated(&servers, json!({"type": "string"}), json!({}));
    let codes = generated
        .warnings
        .iter()
        .map(|problem| problem.code.as_str());
    assert_eq!(codes.collect::<Vec<_>>(), ["server-url"]);
}

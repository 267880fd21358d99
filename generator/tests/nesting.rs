//! The deepest schemas are read on the smallest stack that Rust gives to a thread by default.

#![allow(missing_docs, reason = "a test")]

use std::thread;

use openapi_rust_client_generator::{Options, Source, generate};
use serde_json::{Value, json};

/// The deepest nesting of schemas that is accepted.
const DEEPEST: usize = 100;

/// Rust's default for threads, less a part that belongs to the caller.
const STACK: usize = (2 << 20) / 4 * 3;

/// A document with schemas that refer to each other in a chain.
fn chain(link: &dyn Fn(Value) -> Value) -> Value {
    let name = |index: usize| format!("Link{index}");
    let schemas = (0..2 * DEEPEST).map(|index| {
        let next = json!({"$ref": format!("#/components/schemas/{}", name(index + 1))});
        (name(index), link(next))
    });
    let last = (
        name(2 * DEEPEST),
        json!({"type": "string", "enum": ["end"]}),
    );
    let schemas: serde_json::Map<_, _> = schemas.chain([last]).collect();
    json!({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": schemas}})
}

#[test]
fn nested_schemas_of_all_kinds_fit_on_the_stack_of_a_thread() {
    let object = |next: Value| json!({"type": "object", "properties": {"next": next}});
    let links: [&dyn Fn(Value) -> Value; 7] = [
        &object,
        &|next| json!({"oneOf": [next, {"type": "integer"}]}),
        &|next| json!({"anyOf": [{"type": "integer"}, {"oneOf": [next, {"type": "boolean"}]}]}),
        &|next| json!({"allOf": [next, {"description": "More."}]}),
        &|next| json!({"allOf": [next, {"type": "object", "properties": {"a": {"type": "string"}}}]}),
        &|next| json!({"type": "array", "items": next}),
        &|next| json!({"additionalProperties": {"allOf": [object(next)]}}),
    ];
    for (index, link) in links.into_iter().enumerate() {
        let text = chain(link).to_string();
        let read = move || {
            let document = Source::new("api.json", text);
            let options = "types-only: true";
            let options = Options::read(&Source::new("options.yaml", options)).unwrap();
            // Some are too deep for rustc, which is an error.
            let _ = generate(&document, &[], &options);
        };
        let thread = thread::Builder::new().stack_size(STACK).spawn(read);
        assert!(thread.unwrap().join().is_ok(), "{index}");
    }
}

/// The messages of errors for schemas `S0` to `S{count}`, each of which contains the next.
fn errors_of_chain(count: usize, link: &dyn Fn(Value) -> Value) -> Vec<String> {
    let schemas = (0..count).map(|index| {
        let next = json!({"$ref": format!("#/components/schemas/S{}", index + 1)});
        (format!("S{index}"), link(next))
    });
    let last = json!({"type": "object", "properties": {"end": {"type": "string"}}});
    let schemas = schemas.chain([(format!("S{count}"), last)]);
    let schemas: serde_json::Map<_, _> = schemas.collect();
    let document = json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": schemas}});
    let options = Options::read(&Source::new("options.yaml", "types-only: true")).unwrap();
    match generate(
        &Source::new("api.json", document.to_string()),
        &[],
        &options,
    ) {
        Ok(_) => Vec::new(),
        Err(problems) => {
            let problems = problems.iter();
            problems.map(|problem| problem.message.clone()).collect()
        }
    }
}

/// rustc 1.88 accepts 121 objects in each other, 30 with lists in between, and so on.
#[test]
fn schemas_that_contain_each_other_through_references_have_a_limit() {
    let required =
        |member: Value| json!({"type": "object", "required": ["a"], "properties": {"a": member}});
    let list = |item: Value| json!({"type": "array", "items": item});
    let map = |value: Value| json!({"type": "object", "additionalProperties": value});
    let nullable = |schema: Value| json!({"nullable": true, "allOf": [schema]});
    let either = |schema: Value| json!({"oneOf": [schema, {"type": "integer"}]});
    let links: [(usize, &dyn Fn(Value) -> Value); 9] = [
        (100, &|next| required(next)),
        (
            50,
            &|next| json!({"type": "object", "properties": {"a": next}}),
        ),
        (
            33,
            &|next| json!({"type": "object", "properties": {"a": nullable(next)}}),
        ),
        (25, &|next| required(list(next))),
        (25, &|next| required(map(next))),
        (20, &|next| required(list(nullable(next)))),
        (14, &|next| required(list(list(next)))),
        (50, &|next| required(either(next))),
        (
            25,
            &|next| json!({"type": "object", "properties": {"b": {"type": "string"}}, "additionalProperties": next}),
        ),
    ];
    for (index, (most, link)) in links.into_iter().enumerate() {
        assert_eq!(errors_of_chain(most, link), [""; 0], "{index}");
        let errors = errors_of_chain(most + 1, link);
        let [error] = errors.as_slice() else {
            panic!("{index}: {errors:?}");
        };
        let limit = "contains schemas that contain each other to a depth of more than 100";
        assert!(error.contains(limit), "{error}");
        // One error for each part that must be separated from the others.
        assert_eq!(errors_of_chain(2 * most + 10, link).len(), 2, "{index}");
    }
}

#[test]
fn schemas_that_contain_themselves_are_not_deep() {
    let schemas = (0..300).map(|index| {
        let reference = |to: usize| json!({"$ref": format!("#/components/schemas/S{}", to % 300)});
        let properties =
            json!({"a": {"type": "array", "items": reference(index)}, "root": reference(0)});
        (
            format!("S{index}"),
            json!({"type": "object", "properties": properties}),
        )
    });
    let schemas: serde_json::Map<_, _> = schemas.collect();
    let document = json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": schemas}});
    let options = Options::read(&Source::new("options.yaml", "types-only: true")).unwrap();
    let source = Source::new("api.json", document.to_string());
    assert!(generate(&source, &[], &options).is_ok());
}

/// Each schema of the chain stands for the next one, so reading one of them could lead through all of them.
#[test]
fn schemas_that_stand_for_others_have_a_limit() {
    let link = |next: Value| json!({"allOf": [next, {"not": {"type": "integer"}}]});
    assert!(errors_of_chain(50, &link).is_empty());
    let errors = errors_of_chain(4_000, &link).join("\n");
    let limit = "combines more than 300 schemas";
    assert_eq!(errors.matches(limit).count(), 1, "{errors}");
}

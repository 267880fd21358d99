//! The deepest schemas are read on the smallest stack that Rust gives to a thread by default.

#![allow(missing_docs, reason = "a test")]

use std::thread;

use openapi_client_generator::{Options, Source, generate};
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

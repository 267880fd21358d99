//! The tests of a crate: a call of each operation, and a value of each type.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::context::Context;
use super::{Emitter, HEADER, features};
use crate::api::{DefinedIn, Operation, Shape, TypeId};

/// The call of each operation by name, which needs no change for other operations.
const OPERATIONS: &str = r#"
/// The number of different values for each operation and each type.
const SEEDS: u64 = 20;

#[tokio::test]
async fn operations_take_inputs_and_return_responses() {
    for seed in 0..SEEDS {
        let client = Service::new().sampled(seed).client();
        let samples = Samples::new(seed);
        for named in operations() {
            let id = named.operation().id();
            let input = samples.input(id);
            if let Err(error) = client.call_json(id, input.clone()).await {
                panic!("{error}\nseed: {seed}\ninput: {input}");
            }
        }
    }
}
"#;

/// The same without some operations.
const SKIPPED: &str = r"
            if CUSTOM.contains(&id) {
                continue;
            }";

/// A file for the folder `tests` of a crate, in which `crate` stands for the name of the crate. `None` if there is no client.
///
/// User-defined types are left out: the document does not say which values they accept.
pub(crate) fn tests(emitter: Emitter<'_>) -> Option<String> {
    let (api, root) = (emitter.api, emitter.root);
    if !api.has_client() {
        return None;
    }
    let custom = api.reaching_external();
    let types: Vec<TypeId> = api
        .type_ids()
        .filter(|id| api.type_def(*id).shape != Shape::StringNewtype)
        .filter(|id| !custom.contains(id))
        .collect();
    let is_in = |folder| {
        let mut folders = types.iter().map(|id| emitter.names.of_type(*id).folder());
        folders.any(|found| found == folder)
    };
    let uses = ["operations", "testing::{Samples, Service}", "types"].into_iter();
    let uses = uses.filter(|name| *name != "types" || is_in("types"));
    let uses: Vec<String> = uses.map(|name| format!("use {root}::{name};")).collect();
    let context = emitter.context("");
    let is_optional = |id: &TypeId| !attribute(&context, *id).is_empty();
    let is_deprecated = |id: &TypeId| api.type_def(*id).deprecated;
    let mut allowed = String::new();
    if types.iter().any(is_optional) {
        allowed += "#![allow(unused_imports, unused_variables, reason = \"types may be behind features\")]\n";
    }
    if types.iter().any(is_deprecated) {
        allowed += "#![allow(deprecated, reason = \"deprecated types are still sent and read\")]\n";
    }
    let mut text = [
        HEADER,
        "",
        "//! Calls each operation, and reads and writes each type, with made-up values.",
        "",
        "#![cfg(all(feature = \"call-json\", feature = \"testing\"))]",
        "#![cfg_attr(rustfmt, rustfmt_skip)]",
        &allowed,
        &uses.join("\n"),
        "",
    ]
    .join("\n");
    text.push_str(&operations(emitter, &custom));
    if !types.is_empty() {
        text.push_str(&round_trips(emitter, &types));
    }
    Some(text)
}

/// `custom` are the types with values of user-defined types.
fn operations(emitter: Emitter<'_>, custom: &BTreeSet<TypeId>) -> String {
    let api = emitter.api;
    let is_custom = |operation: &&Operation| {
        let received = operation.successes.iter();
        let received = received.filter_map(|response| response.content.ty());
        let mut types = operation.sent().into_iter().chain(received);
        types.any(|ty| ty.is_external() || ty.named().is_some_and(|id| custom.contains(&id)))
    };
    let custom = api.operations.iter().filter(is_custom);
    let custom: Vec<&str> = custom.map(|operation| &*operation.id).collect();
    if custom.is_empty() {
        return OPERATIONS.to_owned();
    }
    let id = "let id = named.operation().id();";
    format!(
        "\n/// Operations with user-defined types, whose values cannot be made up.\nconst CUSTOM: [&str; {}] = {custom:?};\n{}",
        custom.len(),
        OPERATIONS.replace(id, &format!("{id}{SKIPPED}"))
    )
}

fn round_trips(emitter: Emitter<'_>, types: &[TypeId]) -> String {
    let mut text = "
#[test]
fn types_are_read_and_written() {
    for samples in (0..SEEDS).flat_map(|seed| [Samples::new(seed), Samples::arbitrary(seed)]) {
"
    .to_owned();
    let context = emitter.context("");
    for id in types {
        let names = emitter.names.of_type(*id);
        for line in attribute(&context, *id).lines() {
            let _ = writeln!(text, "        {line}");
        }
        let (folder, ident) = (names.folder(), &names.ident);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "        samples.round_trip::<{folder}::{ident}>({ident:?});"
        );
    }
    text + "    }\n}\n"
}

/// The attribute of the module that a type is in.
fn attribute(context: &Context<'_>, id: TypeId) -> String {
    match context.api.type_def(id).defined_in {
        DefinedIn::OwnFile => context.line_of_type(id),
        DefinedIn::Type(outer) => attribute(context, outer),
        DefinedIn::Operation(operation) => features::line(&context.features(operation)),
    }
}

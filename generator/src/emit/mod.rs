//! Conversion of API and names to Rust: one small module for each kind of artefact. Nothing here can fail.

mod argument;
mod by_name;
mod client;
mod context;
mod docs;
mod enumeration;
mod features;
mod json_schema;
mod limits;
mod modules;
mod object;
mod operation;
mod response;
mod text;
mod union;
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use crate::analyze::Analysis;
use crate::api::{Api, Body, Encoding, Operation, Shape, TypeHome, TypeId};
use crate::names::Names;
use crate::options::ModulePath;

use context::{CLIENT_FILE, Context};
pub(crate) use json_schema::json_schemas;
pub(crate) use uses::Uses;

/// A file before it is formatted.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// The lines of the file's own doc comment.
    pub(crate) docs: Vec<String>,
    pub(crate) uses: Uses,
    pub(crate) items: Vec<Item>,
}

/// One item of a file.
#[derive(Debug)]
pub(crate) enum Item {
    Code(TokenStream),
    /// Macro calls that are already formatted, because no formatter handles them.
    Text(String),
    /// Like `Text`, but without a blank line before it.
    Line(String),
}

/// Writes the whole module, by path of the file.
pub(crate) fn emit(
    api: &Api,
    analysis: &Analysis,
    names: &Names,
    root: &ModulePath,
) -> BTreeMap<String, Module> {
    let mut files = BTreeMap::new();
    let mut write = |file: String, docs: &str, items: &dyn Fn(&Context<'_>) -> Vec<Item>| {
        let context = Context {
            api,
            analysis,
            names,
            root,
            file,
            uses: Uses::default(),
        };
        let items = items(&context);
        files.insert(
            context.file,
            Module {
                docs: docs::lines(docs, 0, &|_| None),
                uses: context.uses,
                items,
            },
        );
    };
    for id in analysis.types_at(TypeHome::Own) {
        let file = names.of_type(*id).file.clone();
        write(file, "", &|context| type_family(context, *id));
    }
    for id in api.operation_ids() {
        let file = format!("operations/{}.rs", names.of_operation(id).module);
        let docs = operation::route(api.operation(id));
        write(file, &docs, &|context| operation::items(context, id));
    }
    let docs = format!(
        "Generated from the document of the {} {}.",
        api.title, api.version
    );
    write("mod.rs".to_owned(), &docs, &modules::root);
    if !api.has_client() {
        write(
            "types/mod.rs".to_owned(),
            "Types of the API.",
            &modules::types,
        );
        return files;
    }
    let docs = "Types of the API that more than one operation uses.";
    write("types/mod.rs".to_owned(), docs, &modules::types);
    let docs = "The operations, with their inputs and responses.";
    write("operations/mod.rs".to_owned(), docs, &modules::operations);
    write(CLIENT_FILE.to_owned(), "", &client::items);
    let docs = "The operations, for calls by name.";
    write("by_name.rs".to_owned(), docs, &by_name::items);
    files
}

/// The features of the runtime that the files need.
pub(crate) fn runtime_features(api: &Api) -> BTreeSet<&'static str> {
    let has_stream = |operation: &Operation| {
        let mut answers = operation.successes.iter().chain(&operation.errors);
        answers.any(|answer| answer.content.is_stream())
    };
    let has_form = |operation: &Operation| {
        let Some(Body::Properties { encoding, .. }) = &operation.body else {
            return false;
        };
        matches!(encoding, Encoding::Form(_) | Encoding::Multipart(_))
    };
    let features = [
        ("client", api.has_client()),
        ("forms", api.operations.iter().any(has_form)),
        ("streams", api.operations.iter().any(has_stream)),
    ];
    let needed = features.into_iter().filter(|(_, is_needed)| *is_needed);
    needed.map(|(name, _)| name).collect()
}

/// The lines of a doc comment outside of the generated module.
pub(crate) fn description(text: &str) -> String {
    docs::lines(text, 0, &|_| None).join("\n")
}

/// A type and the types that are defined inside of it.
fn type_family(context: &Context<'_>, id: TypeId) -> Vec<Item> {
    let mut items = type_items(context, id);
    items.extend(types_at(context, TypeHome::Type(id)));
    items
}

/// The types that are defined inside of something else.
fn types_at(context: &Context<'_>, home: TypeHome) -> Vec<Item> {
    let ids = context.analysis.types_at(home).iter();
    ids.flat_map(|id| type_items(context, *id)).collect()
}

fn type_items(context: &Context<'_>, id: TypeId) -> Vec<Item> {
    let mut items = match &context.api.type_def(id).shape {
        Shape::Object(object) => object::items(context, id, object),
        Shape::Enumeration(enumeration) => enumeration::items(context, id, enumeration),
        Shape::Union(union) => union::items(context, id, union),
        Shape::Text => text::items(context, id),
    };
    let is_object = matches!(context.api.type_def(id).shape, Shape::Object(_));
    if !is_object && context.analysis.errors.contains(&id) {
        items.push(Item::Code(object::error_without_members(context, id)));
    }
    items
}

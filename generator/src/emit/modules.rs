//! The files that declare modules.

use super::code::Lines;
use super::context::{Context, RUNTIME, full_path};
use super::uses::declaration;
use super::{HEADER, Item, client, example, features, operation};
use crate::api::{Api, DefinedIn, Type};

/// The start of the docs of the module for tests of programs that use the client.
const TESTING_DOCS: [&str; 5] = [
    "A service in the same process, for tests of programs that use this client.",
    "",
    "A rule answers calls: [`on`](testing::Service::on) with [`respond`](testing::Rule::respond) and JSON or a typed value,",
    "[`respond_error`](testing::Rule::respond_error), or [`reply`](testing::Rule::reply) and any [`Reply`](testing::Reply).",
    "[`sampled`](testing::Service::sampled) makes up the responses to all other calls, as the document describes them.",
];

/// The module itself.
const TESTING: &str = "#[cfg(feature = \"testing\")]
pub mod testing {
    #[allow(unused_imports, reason = \"a program may need only the service\")]
    pub use openapi_client_runtime::testing::*;

    /// A service in the same process, for tests.
    pub type Service = openapi_client_runtime::testing::Service<super::Client>;

    /// Made-up values that match the document.
    pub type Samples = openapi_client_runtime::testing::Samples<super::Client>;
}";

/// The docs of the type of errors. A doctest would need the name of the crate.
const ERROR_DOCS: &str = "/// A failed call, with the error body of this API.
///
/// Its text is one line with the operation, the cause and its location.
#[cfg_attr(not(doctest), doc = \"
```no_run
fn advice(error: &Error) -> String {
    if error.is_not_found() {
        \\\"check the id\\\".to_owned()
    } else if error.is_retryable() {
        format!(\\\"try again in {:?}\\\", error.retry_after().unwrap_or_default())
    } else if let (Some(status), Some(body)) = (error.status(), error.body()) {
        format!(\\\"the service responded with {status}: {body:?}\\\")
    } else {
        error.to_string()
    }
}
```\")]";

/// `mod.rs` of the generated module.
pub(super) fn root(context: &Context<'_>) -> Vec<Item> {
    let mut items = vec![
        Item::Text("#![allow(deprecated, reason = \"deprecated members are still sent and read\")]".to_owned()),
        Item::Line(
            "#![allow(\n    rustdoc::redundant_explicit_links,\n    reason = \"links are explicit, so that they also work where the docs are re-exported\"\n)]"
                .to_owned(),
        ),
    ];
    let version = format!(
        "/// The version of the document that this module was generated from.\npub const API_VERSION: &str = {:?};",
        context.api.version
    );
    if context.api.has_client() {
        items.extend(client_items(context));
    } else {
        items.push(Item::Text("pub mod types;".to_owned()));
    }
    items.push(Item::Text(version));
    items
}

fn client_items(context: &Context<'_>) -> Vec<Item> {
    let names = context.names;
    let common = context.analysis.error.as_ref();
    let error = match common.and_then(Type::named) {
        Some(id) => {
            let names = names.of_type(id);
            full_path(&context.root.join(names.folder()), &names.ident)
        }
        None => full_path(RUNTIME, "Value"),
    };
    let runtime_error = full_path(RUNTIME, "Error");
    vec![
        Item::Text(
            "#[cfg(feature = \"call-json\")]\nmod by_name;\nmod client;\npub mod operations;\npub mod types;"
                .to_owned(),
        ),
        Item::Text(
            "#[cfg(feature = \"call-json\")]\npub use by_name::operations;\npub use client::{Call, Client, ClientBuilder};".to_owned(),
        ),
        Item::Text(format!(
            "{ERROR_DOCS}\npub type Error<E = {error}> = {runtime_error}<E>;"
        )),
        Item::Text(testing(context)),
    ]
}

fn testing(context: &Context<'_>) -> String {
    let mut lines = Lines::default();
    lines.docs(0, &TESTING_DOCS.map(str::to_owned));
    if let Some(example) = example::test(context) {
        lines.docs(0, &[String::new()]);
        lines.docs(0, &example);
    }
    lines.line(0, TESTING);
    lines.into_text()
}

/// `about.md`, which the docs of a crate include. It begins like every generated file.
pub(super) fn about(context: &Context<'_>) -> String {
    let Api {
        title,
        version,
        description,
        external_docs,
        ..
    } = context.api;
    let version = version.split_whitespace().collect::<Vec<_>>().join(" ");
    let origin = format!("Generated from {title}, version {version}.");
    let more = external_docs.as_ref().map(|docs| {
        let text = docs
            .description
            .as_deref()
            .unwrap_or("Documentation of the API");
        let text = text.trim().trim_end_matches(['.', ':']);
        format!("{text}: <{}>", docs.url)
    });
    let paragraphs = [Some(description.clone()), Some(origin), more];
    let paragraphs = paragraphs.into_iter().flatten();
    let paragraphs = paragraphs.map(|text| context.doc_lines(&text, 0).join("\n"));
    let paragraphs = paragraphs.filter(|text| !text.is_empty());
    let header = format!("<!-- {} -->", HEADER.trim_start_matches("// "));
    let all: Vec<String> = [header].into_iter().chain(paragraphs).collect();
    all.join("\n\n") + "\n"
}

/// `types/mod.rs`
pub(super) fn types(context: &Context<'_>) -> Vec<Item> {
    let (analysis, names) = (context.analysis, context.names);
    let modules = analysis.types_at(DefinedIn::OwnFile).iter().map(|id| {
        let inner = analysis.types_at(DefinedIn::Type(*id)).iter();
        let idents = [id].into_iter().chain(inner);
        let idents = idents.map(|id| names.of_type(*id).ident.clone());
        let cfg = context.line_of_type(*id);
        (names.of_type(*id).module.clone(), idents.collect(), cfg)
    });
    exports(modules.collect())
}

/// `operations/mod.rs`
pub(super) fn operations(context: &Context<'_>) -> Vec<Item> {
    let (api, names) = (context.api, context.names);
    let modules = api.operation_ids().map(|id| {
        let of_operation = names.of_operation(id);
        let own = context.analysis.types_at(DefinedIn::Operation(id)).iter();
        let own = own.map(|ty| names.of_type(*ty).ident.clone());
        let enums = [&of_operation.responses, &of_operation.errors];
        let is_variant = api.operation(id).variant_of.is_some();
        let enums = enums.into_iter().flatten().filter(|_| !is_variant);
        let enums = enums.map(|names| names.ident.clone());
        (
            of_operation.module.clone(),
            [of_operation.request.clone()]
                .into_iter()
                .chain(of_operation.call.clone())
                .chain(enums)
                .chain(own)
                .collect(),
            features::line(&context.features(id)),
        )
    });
    let index = Item::Text(index(context));
    [index]
        .into_iter()
        .chain(exports(modules.collect()))
        .collect()
}

/// The methods of the client by group, as docs of the module: the list of its types is long, and in alphabetical order.
fn index(context: &Context<'_>) -> String {
    let (names, root) = (context.names, context.root);
    let mut lines = vec![
        "//! The operations, with their inputs and responses.".to_owned(),
        "//!".to_owned(),
        format!("//! The methods of the [`Client`]({root}::Client) that call them:"),
        "//!".to_owned(),
    ];
    let groups = &context.analysis.groups;
    for group in groups {
        if groups.len() > 1 {
            let heading = format!("# {}", client::heading(group));
            let heading = context.doc_lines(&heading, 0);
            lines.extend(heading.iter().map(|line| format!("//! {line}")));
            lines.push("//!".to_owned());
        }
        for id in &group.operations {
            let operation = context.api.operation(*id);
            let method = &names.of_operation(*id).method;
            let link = format!("- [`{method}`]({root}::Client::{method})");
            let docs = match summary(operation.docs.as_deref().unwrap_or_default()) {
                none if none.is_empty() => operation::route(operation),
                docs => docs,
            };
            let docs = context.doc_lines(&docs, 2);
            let entry = [format!("{link}:")].into_iter();
            let entry = entry.chain(docs.iter().map(|line| format!("  {line}")));
            match features::condition(&context.features(*id)) {
                None => lines.extend(entry.map(|line| format!("//! {line}"))),
                Some(condition) => {
                    let entry = entry.collect::<Vec<_>>().join("\n");
                    lines.push(format!("#![cfg_attr({condition}, doc = {entry:?})]"));
                }
            }
        }
        lines.push("//!".to_owned());
    }
    lines.pop();
    lines.join("\n")
}

/// The first sentence of a description, on one line; empty if it begins with anything else.
fn summary(docs: &str) -> String {
    let is_text = |paragraph: &&str| {
        let start =
            paragraph.starts_with(|char: char| char.is_alphanumeric() || "`[(\"'".contains(char));
        start && !paragraph.contains("```")
    };
    let paragraph = docs.trim().split("\n\n").next().filter(is_text);
    let words = paragraph.unwrap_or_default().split_whitespace();
    let text = words.collect::<Vec<_>>().join(" ");
    let is_abbreviation =
        |start: &str| ["e.g", "i.e", "etc"].iter().any(|end| start.ends_with(end));
    let mut ends = text.match_indices(". ").map(|(at, _)| at);
    match ends.find(|at| !is_abbreviation(&text[..*at])) {
        Some(end) => text[..=end].to_owned(),
        None => text,
    }
}

/// `mod user;` and `pub use user::{User, …};` for each, both after the attribute line.
fn exports(mut modules: Vec<(String, Vec<String>, String)>) -> Vec<Item> {
    modules.sort();
    let mods = modules.iter();
    let mods = mods.map(|(module, _, cfg)| format!("{cfg}mod {module};"));
    let mods: Vec<String> = mods.collect();
    let uses = modules.iter_mut().map(|(module, names, cfg)| {
        names.sort();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        format!("{cfg}{}", declaration("pub use", module, &names))
    });
    let uses: Vec<String> = uses.collect();
    let blocks = [mods.join("\n"), uses.join("\n")].into_iter();
    let blocks = blocks.filter(|block| !block.is_empty());
    blocks.map(Item::Text).collect()
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn a_summary_is_the_first_sentence_of_a_description() {
        for (docs, expected) in [
            (
                "Gets a user, e.g. me.\nIt is cached. Fast.\n\nMore.",
                "Gets a user, e.g. me.",
            ),
            ("No end\n\nMore.", "No end"),
            ("Version 1.2 of `a.b`", "Version 1.2 of `a.b`"),
            ("```\ncode. x\n```", ""),
            ("# Heading", ""),
            ("| table |", ""),
            ("", ""),
        ] {
            assert_eq!(summary(docs), expected, "{docs}");
        }
    }
}

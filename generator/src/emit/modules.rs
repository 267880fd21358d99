//! The files that declare modules.

use quote::quote;

use super::context::{Context, RUNTIME, doc_attributes, full_path};
use super::uses::declaration;
use super::{Item, features};
use crate::api::{DefinedIn, Type};

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
        items.extend(client(context));
    } else {
        items.push(Item::Text("pub mod types;".to_owned()));
    }
    items.push(Item::Text(version));
    items
}

fn client(context: &Context<'_>) -> Vec<Item> {
    let names = context.names;
    let common = context.analysis.error.as_ref();
    let common = common.filter(|ty| matches!(ty, Type::Named(_)));
    let error = match common.and_then(Type::named) {
        Some(id) => {
            let names = names.of_type(id);
            full_path(&context.root.join(names.folder()), &names.ident)
        }
        None => full_path(RUNTIME, "Value"),
    };
    let runtime_error = full_path(RUNTIME, "Error");
    let docs = doc_attributes(&["A failed call, with the error body of this API.".to_owned()]);
    vec![
        Item::Text(
            "#[cfg(feature = \"call-json\")]\nmod by_name;\nmod client;\npub mod operations;\npub mod types;"
                .to_owned(),
        ),
        Item::Text(
            "#[cfg(feature = \"call-json\")]\npub use by_name::operations;\npub use client::{Call, Client, ClientBuilder};".to_owned(),
        ),
        Item::Code(quote!(#docs pub type Error<E = #error> = #runtime_error<E>;)),
    ]
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
    exports(modules.collect())
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

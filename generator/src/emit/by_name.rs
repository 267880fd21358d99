//! The list of operations, for calls by name.

use quote::quote;

use super::context::Context;
use super::{Item, features};

pub(super) fn items(context: &Context<'_>) -> Vec<Item> {
    let (named_operation, schemas) = (
        context.runtime("NamedOperation"),
        context.codegen("Schemas"),
    );
    let operations = context.api.operation_ids().map(|id| {
        let features = context.features(id);
        let cfg = features::attribute(&features);
        let request = context.uses.within(features, || context.request(id));
        let operation = context.api.operation(id);
        let choice = (!operation.media_types.is_empty()).then(|| {
            let base = operation.variant_of.unwrap_or(id);
            let (base, media_types) = (&context.api.operation(base).id, &operation.media_types);
            quote!(.with_content_types(#base, &[#(#media_types),*]))
        });
        quote!(#cfg #named_operation::of::<#request>(&SCHEMAS) #choice)
    });
    vec![
        Item::Code(quote! {
            pub(super) static SCHEMAS: #schemas = #schemas::new(include_str!("operations.json"));
        }),
        Item::Code(quote! {
            pub(super) static OPERATIONS: &[#named_operation] = &[#(#operations),*];
        }),
        Item::Code(quote! {
            /// All operations, with their ids, routes, docs, and JSON Schemas of input and output.
            pub fn operations() -> &'static [#named_operation] {
                OPERATIONS
            }
        }),
    ]
}

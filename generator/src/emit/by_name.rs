//! The table of operations, for calls by name.

use proc_macro2::Literal;
use quote::quote;

use super::Item;
use super::context::{Context, ident};

pub(super) fn items(context: &Context<'_>) -> Vec<Item> {
    let [named_operation, schemas] =
        ["NamedOperation", "Schemas"].map(|name| context.runtime(name));
    let operations = context.api.operation_ids().map(|id| {
        let request = &context.names.of_operation(id).request;
        context.uses.add("crate::operations", request.clone());
        let (request, operation) = (ident(request), context.api.operation(id));
        let choice = (!operation.media_types.is_empty()).then(|| {
            let base = operation.variant_of.unwrap_or(id);
            let (base, media_types) = (&context.api.operation(base).id, &operation.media_types);
            quote!(.with_content_types(#base, &[#(#media_types),*]))
        });
        quote!(#named_operation::of::<#request>(&SCHEMAS) #choice)
    });
    let operations: Vec<_> = operations.collect();
    let count = Literal::usize_unsuffixed(operations.len());
    vec![
        Item::Code(quote! {
            static SCHEMAS: #schemas = #schemas::new(include_str!("operations.json"));
        }),
        Item::Code(quote! {
            pub(super) static OPERATIONS: [#named_operation; #count] =
                [#(#operations),*];
        }),
        Item::Code(quote! {
            /// All operations, which can be called by name: id, method, path, docs, and JSON Schemas of input and output.
            pub fn operations() -> &'static [#named_operation] {
                &OPERATIONS
            }
        }),
    ]
}

//! A string type with its own meaning, such as an id.

use quote::quote;

use super::Item;
use super::context::{Context, ident};
use crate::api::TypeId;

pub(super) fn items(context: &Context<'_>, id: TypeId) -> Vec<Item> {
    let def = context.api.type_def(id);
    let names = context.names.of_type(id);
    let name = ident(&names.ident);
    let docs = context.docs(
        def.docs
            .as_deref()
            .unwrap_or(&format!("`{}`", Context::member_name(def))),
        0,
    );
    let deprecated = Context::deprecated(def.deprecated);
    let definition = quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(String);
    };
    let string_newtype = context.runtime_macro("string_newtype");
    vec![
        Item::Code(definition),
        Item::Text(format!("{string_newtype}!({});", names.ident)),
    ]
}

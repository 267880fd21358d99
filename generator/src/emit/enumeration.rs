//! An enumeration. It is open, because a newer service may know more values.

use std::fmt::Write as _;

use quote::quote;

use super::Item;
use super::context::{Context, ident};
use crate::api::{Enumeration, TypeId};

pub(super) fn items(context: &Context<'_>, id: TypeId, enumeration: &Enumeration) -> Vec<Item> {
    let def = context.api.type_def(id);
    let names = context.names.of_type(id);
    let name = ident(&names.ident);
    let last_word = def.name.rsplit(' ').next().unwrap_or_default();
    let docs = def
        .docs
        .clone()
        .unwrap_or_else(|| format!("Values of `{last_word}`."));
    let docs = context.docs(&docs, 0);
    let deprecated = Context::deprecated(def.deprecated);
    let variants = enumeration
        .values
        .iter()
        .zip(&names.members)
        .map(|(value, variant)| {
            let wire = format!("`{}`", value.value);
            let docs = match &value.docs {
                Some(docs) => context.docs(&format!("{wire}: {docs}"), 4),
                None => context.docs(&wire, 4),
            };
            let variant = ident(variant);
            quote!(#docs #variant,)
        });
    let (catch_all, unknown) = (ident(&names.catch_all), context.runtime("UnknownValue"));
    let definition = quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that is not listed here; `from` creates it.
            #catch_all(#unknown),
        }
    };
    let open_enum = context.runtime_macro("open_enum");
    let mut wire_form = format!("{open_enum}!({} {{", names.ident);
    for (value, variant) in enumeration.values.iter().zip(&names.members) {
        // Writing to a string cannot fail.
        let _ = write!(wire_form, "\n    {variant}: {:?},", value.value);
    }
    let _ = write!(wire_form, "\n}}, {});", names.catch_all);
    vec![Item::Code(definition), Item::Text(wire_form)]
}

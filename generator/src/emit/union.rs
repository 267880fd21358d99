//! A union: an enum of types, with a variant for values that fit none of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::Item;
use super::code::Fragment;
use super::constraints;
use super::context::{Context, doc_attributes, ident};
use crate::api::{TagForm, Type, TypeId, Union};

pub(super) fn items(context: &Context<'_>, id: TypeId, union: &Union) -> Vec<Item> {
    let names = context.names.of_type(id);
    let union = Writer {
        context,
        id,
        union,
        variants: &names.members,
        catch_all: &names.catch_all,
    };
    let mut items = vec![
        Item::Code(union.definition()),
        Item::Text(union.wire_form()),
    ];
    items.extend(union.conversions().into_iter().map(Item::Code));
    items
}

struct Writer<'a> {
    context: &'a Context<'a>,
    id: TypeId,
    union: &'a Union,
    variants: &'a [String],
    catch_all: &'a str,
}

impl Writer<'_> {
    fn name(&self) -> &str {
        &self.context.names.of_type(self.id).ident
    }

    /// The type inside of a variant.
    fn held(&self, index: usize) -> Fragment {
        let ty = self.context.ty(&self.union.variants[index].ty);
        if self.is_boxed(index) {
            Fragment::new(format!("Box<{ty}>"))
        } else {
            ty
        }
    }

    fn is_boxed(&self, index: usize) -> bool {
        self.context.analysis.boxed.contains(&(self.id, index))
    }

    fn definition(&self) -> TokenStream {
        let def = self.context.api.type_def(self.id);
        let docs = def.docs.clone();
        let docs = docs
            .unwrap_or_else(|| format!("`{}`: one of several types.", Context::member_name(def)));
        let docs = self.context.docs(&docs, 0);
        let deprecated = Context::deprecated(def.deprecated);
        let variants = self
            .union
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| {
                let docs = match (&self.union.discriminator, variant.values.as_slice()) {
                    (Some(discriminator), [_, ..]) => {
                        let values = variant.values.iter().map(|value| format!("`{value}`"));
                        let values = values.collect::<Vec<_>>().join(" or ");
                        format!("Where `{discriminator}` is {values}.")
                    }
                    _ => format!("`{}`", variant.name),
                };
                let limits = match variant.constraints.as_slice() {
                    [only] => constraints::sentences(only, &variant.ty),
                    _ => String::new(),
                };
                let docs = doc_attributes(&self.context.doc_lines_with(&docs, &limits, 4));
                let name = ident(&self.variants[index]);
                let held = self.held(index);
                quote!(#docs #name(#held),)
            });
        let (name, catch_all) = (ident(self.name()), ident(self.catch_all));
        let value = self.context.runtime("Value");
        quote! {
            #docs
            #deprecated
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                /// A value that this version does not know, unchanged.
                #catch_all(#value),
            }
        }
    }

    /// `union!(Pet { Cat(Cat): "cat", …, ..Unlisted } by "kind");`
    fn wire_form(&self) -> String {
        let union_macro = self.context.runtime_macro("union");
        let mut text = format!("{union_macro}!({} {{", self.name());
        for (index, variant) in self.union.variants.iter().enumerate() {
            let held = self.held(index);
            // Writing to a string cannot fail.
            let _ = write!(text, "\n    {}({held})", self.variants[index]);
            for (position, value) in variant.values.iter().enumerate() {
                let separator = if position == 0 { ": " } else { " | " };
                let _ = write!(text, "{separator}{value:?}");
            }
            if variant.is_rest {
                text.push_str(" untagged");
            }
            text.push(',');
        }
        let _ = write!(text, "\n    ..{}\n}}", self.catch_all);
        if let Some(discriminator) = &self.union.discriminator {
            let (by, form) = match self.union.written_as {
                None => ("by", ""),
                Some(TagForm::String) => ("tagged", ""),
                Some(TagForm::Other) => ("tagged", " as json"),
            };
            let _ = write!(text, " {by} {discriminator:?}{form}");
        }
        text.push_str(");");
        text
    }

    /// Conversions from the type of each variant, if it is unique.
    fn conversions(&self) -> Vec<TokenStream> {
        let name = ident(self.name());
        let types: Vec<String> = (0..self.variants.len())
            .map(|index| self.context.ty(&self.union.variants[index].ty).to_string())
            .collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for ty in &types {
            *counts.entry(ty).or_default() += 1;
        }
        let mut conversions = Vec::new();
        for (index, variant) in self.union.variants.iter().enumerate() {
            // Different paths of custom types may refer to the same type.
            if counts.get(types[index].as_str()) != Some(&1) || variant.ty.is_external() {
                continue;
            }
            let ty = self.context.ty(&variant.ty);
            let target = ident(&self.variants[index]);
            let value = if self.is_boxed(index) {
                quote!(Box::new(value))
            } else {
                quote!(value)
            };
            conversions.push(quote! {
                impl From<#ty> for #name {
                    fn from(value: #ty) -> Self { Self::#target(#value) }
                }
            });
            if variant.ty == Type::String {
                conversions.push(quote! {
                    impl From<&str> for #name {
                        fn from(value: &str) -> Self { Self::#target(value.to_owned()) }
                    }
                });
            }
        }
        conversions
    }
}

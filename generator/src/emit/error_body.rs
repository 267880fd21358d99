//! The body of an error: its message, status and kind.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::context::{Context, Presence, ident};
use crate::api::{ErrorMembers, Object, TypeId};

pub(super) fn of_object(context: &Context<'_>, id: TypeId, object: &Object) -> TokenStream {
    let members = &object.error.clone().unwrap_or_default();
    let names = context.names.of_type(id);
    let name = ident(&names.ident);
    let error_body = context.codegen("ErrorBody");
    let field = |name: &String| {
        let index = object
            .properties
            .iter()
            .position(|property| property.name == *name)?;
        Some((&object.properties[index], ident(&names.members[index])))
    };
    // A call with a reference to the value of a member that may be absent or null.
    let with_value = |presence: Presence, field: &Ident, call: TokenStream| match presence {
        Presence::OptionalNullable => {
            let nullable = context.runtime("Nullable");
            quote!(self.#field.as_ref().and_then(#nullable::value).#call)
        }
        _ => quote!(self.#field.as_ref().#call),
    };
    let status = members.status.iter().filter_map(field);
    let status: Vec<_> = status
        .map(|(property, field)| {
            let presence = Presence::of(property);
            let with_value = |call| with_value(presence, &field, call);
            match (property.ty.named().map(|id| context.named(id)), presence) {
                (None, Presence::Required) => quote!(Some(self.#field)),
                (None, Presence::OptionalNullable) => with_value(quote!(copied())),
                (None, _) => quote!(self.#field),
                (Some(_), Presence::Required) => quote!(self.#field.as_i64()),
                (Some(ty), _) => with_value(quote!(and_then(#ty::as_i64))),
            }
        })
        .collect();
    let text = |names: &[String]| -> Vec<TokenStream> {
        let fields = names.iter().filter_map(field);
        fields
            .map(|(property, field)| {
                let presence = Presence::of(property);
                let with_value = |call| with_value(presence, &field, call);
                match (property.ty.named().map(|id| context.named(id)), presence) {
                    (None, Presence::Required) => quote!(Some(&self.#field)),
                    (None, Presence::OptionalNullable) => with_value(quote!(map(String::as_str))),
                    (None, _) => quote!(self.#field.as_deref()),
                    (Some(_), Presence::Required) => quote!(Some(self.#field.as_str())),
                    (Some(ty), _) => with_value(quote!(map(#ty::as_str))),
                }
            })
            .collect()
    };
    let first = |values: &[TokenStream]| -> Option<TokenStream> {
        let (first, others) = values.split_first()?;
        Some(quote!(#first #(.or(#others))*))
    };
    let stated = status.iter().map(|value| {
        let error_status = context.codegen("error_status");
        quote!(#error_status(#value))
    });
    let mut statuses = status_of_kind(members).into_iter().chain(stated);
    let status = statuses
        .next()
        .map(|first| quote!(#first #(.or_else(|| #statuses))*));
    let status = status.map(|value| quote!(fn status(&self) -> Option<u16> { #value }));
    let message = first(&text(&members.message))
        .map(|value| quote!(fn message(&self) -> Option<&str> { #value }));
    let kind =
        first(&text(&members.kind)).map(|value| quote!(fn kind(&self) -> Option<&str> { #value }));
    let id = first(&text(&members.id)).map(|value| quote!(fn id(&self) -> Option<&str> { #value }));
    let from_response = from_response(context);
    quote! {
        impl #error_body for #name {
            #from_response
            #status
            #message
            #kind
            #id
        }
    }
}

fn from_response(context: &Context<'_>) -> TokenStream {
    let (response, error_body) = (
        context.runtime("RawResponse"),
        context.codegen("error_body"),
    );
    quote! {
        fn from_response(response: &#response) -> Option<Self> { #error_body(response) }
    }
}

/// The body of an error without any of the known members.
pub(super) fn without_members(context: &Context<'_>, id: TypeId) -> TokenStream {
    let name = ident(&context.names.of_type(id).ident);
    let error_body = context.codegen("ErrorBody");
    let from_response = from_response(context);
    quote!(impl #error_body for #name { #from_response })
}

/// The status that is declared for the kind of an error. It takes precedence.
fn status_of_kind(members: &ErrorMembers) -> Option<TokenStream> {
    let mut kinds: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    for (kind, status) in &members.statuses {
        kinds.entry(*status).or_default().push(kind);
    }
    if kinds.is_empty() || members.kind.is_empty() {
        return None;
    }
    let arms = kinds.iter().map(|(status, kinds)| {
        let status = Literal::u16_unsuffixed(*status);
        quote!(#(#kinds)|* => Some(#status),)
    });
    Some(quote!(match self.kind().unwrap_or_default() { #(#arms)* _ => None }))
}

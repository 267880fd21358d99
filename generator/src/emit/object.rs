//! An object: its struct and its wire form. Objects that are sent also have a constructor and setters.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::context::{Context, Presence, ident};
use super::{Item, constraints};
use crate::api::{ErrorMembers, Object, Property, Type, TypeId};
use crate::names::SetterNames;

pub(super) fn items(context: &Context<'_>, id: TypeId, object: &Object) -> Vec<Item> {
    let mut items = vec![
        Item::Code(definition(context, id, object)),
        Item::Text(wire_form(context, id, object)),
    ];
    if context.analysis.inputs.contains(&id) {
        items.push(Item::Code(building(context, id, object)));
    }
    if context.analysis.errors.contains(&id) {
        let members = object.error.clone().unwrap_or_default();
        items.push(Item::Code(error_body(context, id, object, &members)));
    }
    items
}

fn definition(context: &Context<'_>, id: TypeId, object: &Object) -> TokenStream {
    let def = context.api.type_def(id);
    let names = context.names.of_type(id);
    let name = ident(&names.ident);
    let docs = context.docs(def.docs.as_deref().unwrap_or(&format!("`{}`", def.name)), 0);
    let deprecated = Context::deprecated(def.deprecated);
    let fields = object
        .properties
        .iter()
        .zip(&names.members)
        .enumerate()
        .map(|(index, (property, field))| {
            let boxed = context.analysis.boxed.contains(&(id, index));
            field_definition(context, property, field, boxed)
        });
    let rest = object.additional.as_ref().zip(names.rest.as_deref());
    let rest = rest.map(|(ty, rest)| rest_field(context, ty, rest));
    let sent = context.analysis.inputs.contains(&id);
    let default = if sent {
        default_derive(object.properties.iter())
    } else {
        TokenStream::new()
    };
    let equality = context.equality(def.shape.types().into_iter());
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, #default #equality)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* #rest }
    }
}

/// The members without a field.
fn rest_field(context: &Context<'_>, ty: &Type, rest: &str) -> TokenStream {
    let rest = ident(rest);
    let ty = context.ty(&Type::Map(Box::new(ty.clone())));
    quote! {
        /// Members that are not listed, by name.
        pub #rest: #ty,
    }
}

/// A struct without required members derives `Default`.
pub(super) fn default_derive<'a>(
    mut properties: impl Iterator<Item = &'a Property>,
) -> TokenStream {
    if properties.any(|property| property.required) {
        TokenStream::new()
    } else {
        quote!(Default,)
    }
}

/// A public field with its docs.
pub(super) fn field_definition(
    context: &Context<'_>,
    property: &Property,
    field: &str,
    boxed: bool,
) -> TokenStream {
    let docs = property_docs(context, property);
    let deprecated = Context::deprecated(property.deprecated);
    let field = ident(field);
    let ty = context.field_type(property, boxed);
    quote! {
        #docs
        #deprecated
        pub #field: #ty,
    }
}

pub(super) fn property_docs(context: &Context<'_>, property: &Property) -> TokenStream {
    let docs = property.docs.clone().or_else(|| {
        // A property that is only a reference cannot have its own description.
        let docs = context.api.type_def(property.ty.named()?).docs.as_deref()?;
        Some(first_sentence(docs).to_owned())
    });
    let docs = docs.unwrap_or_else(|| format!("`{}`", property.name));
    let docs = constraints::after(&docs, &property.constraints, &property.ty);
    context.docs(&docs, 4)
}

fn first_sentence(text: &str) -> &str {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    paragraph
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim_end()
}

/// `object!(User { required id: "id", … });`
fn wire_form(context: &Context<'_>, id: TypeId, object: &Object) -> String {
    let names = context.names.of_type(id);
    let object_macro = context.runtime_macro("object");
    let mut text = format!("{object_macro}!({} {{", names.ident);
    for (property, field) in object.properties.iter().zip(&names.members) {
        let kind = Presence::of(property).word();
        // Writing to a string cannot fail.
        let _ = write!(text, "\n    {kind} {field}: {:?},", property.name);
    }
    if let Some(rest) = &names.rest {
        let _ = write!(text, "\n    ..{rest}");
    }
    text.push_str(if object.is_empty() { "});" } else { "\n});" });
    text
}

fn building(context: &Context<'_>, id: TypeId, object: &Object) -> TokenStream {
    let names = context.names.of_type(id);
    let name = ident(&names.ident);
    let fields: Vec<Field<'_>> = object
        .properties
        .iter()
        .zip(&names.members)
        .enumerate()
        .map(|(index, (property, field))| Field {
            property,
            name: field,
            boxed: context.analysis.boxed.contains(&(id, index)),
        })
        .collect();
    let constructor = constructor(context, &fields, names.rest.as_deref());
    let rest = object.additional.as_ref().zip(names.rest.as_deref());
    let rest = rest.map(|(ty, rest)| rest_setter(context, ty, rest));
    let setters = fields
        .iter()
        .zip(&names.setters)
        .filter(|(field, _)| !field.property.required);
    let setters = setters.map(|(field, setter)| {
        let target = ident(field.name);
        setters_of(
            context,
            field,
            setter,
            &quote!(self.#target),
            &quote!(#[must_use]),
        )
    });
    quote! {
        impl #name {
            #constructor
            #(#setters)*
            #rest
        }
    }
}

fn rest_setter(context: &Context<'_>, ty: &Type, rest: &str) -> TokenStream {
    let map = Type::Map(Box::new(ty.clone()));
    let name = ident(rest);
    let value = context.argument_value(&name, &map, false);
    let ty = context.argument_type(&map);
    quote! {
        /// Members that are not listed, by name.
        #[must_use]
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// A field that callers set.
pub(super) struct Field<'a> {
    pub(super) property: &'a Property,
    pub(super) name: &'a str,
    pub(super) boxed: bool,
}

/// `new`, with the required values as arguments.
pub(super) fn constructor(
    context: &Context<'_>,
    fields: &[Field<'_>],
    rest: Option<&str>,
) -> TokenStream {
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    for field in fields {
        let name = ident(field.name);
        if !field.property.required {
            values.push(quote!(#name: None));
            continue;
        }
        let ty = context.required_argument_type(field.property, field.boxed);
        let value = context.required_argument_value(&name, field.property, field.boxed);
        arguments.push(quote!(#name: #ty));
        let same = name == value.to_string();
        values.push(if same {
            quote!(#name)
        } else {
            quote!(#name: #value)
        });
    }
    if let Some(rest) = rest.map(ident) {
        context.uses.add("std::collections", "BTreeMap");
        values.push(quote!(#rest: BTreeMap::new()));
    }
    if arguments.is_empty() {
        return quote! {
            /// Creates an empty value; nothing is required.
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    // Clippy's limit is seven. Positional arguments make sure that no required value is forgotten.
    let many = (arguments.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        /// Creates a value with the required fields.
        #many
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// The setter of an optional value, and a second one for null if that has its own meaning.
///
/// `must_use` is for types that are not marked themselves, unlike a call.
pub(super) fn setters_of(
    context: &Context<'_>,
    field: &Field<'_>,
    setter: &SetterNames,
    target: &TokenStream,
    must_use: &TokenStream,
) -> TokenStream {
    let property = field.property;
    let name = ident(&setter.value);
    let argument_name = ident(field.name);
    let docs = property_docs(context, property);
    let deprecated = Context::deprecated(property.deprecated);
    let ty = context.argument_type(&property.ty);
    let value = context.argument_value(&argument_name, &property.ty, field.boxed);
    let nullable = property.nullable.then(|| context.runtime("Nullable"));
    let set = match &nullable {
        Some(nullable) => quote!(Some(#nullable::Value(#value))),
        None => quote!(Some(#value)),
    };
    let null = nullable.map(|nullable| {
        let name = ident(&setter.null);
        let docs = format!(
            "Sets `{}` to null, which is different from leaving it out.",
            property.name
        );
        let docs = context.docs(&docs, 4);
        quote! {
            #docs
            #deprecated
            #must_use
            pub fn #name(mut self) -> Self {
                #target = Some(#nullable::Null);
                self
            }
        }
    });
    quote! {
        #docs
        #deprecated
        #must_use
        pub fn #name(mut self, #argument_name: #ty) -> Self {
            #target = #set;
            self
        }
        #null
    }
}

fn error_body(
    context: &Context<'_>,
    id: TypeId,
    object: &Object,
    members: &ErrorMembers,
) -> TokenStream {
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
    let status = members
        .status
        .iter()
        .filter_map(field)
        .filter(|(property, _)| matches!(property.ty, Type::Integer(_)));
    let status: Vec<_> = status
        .map(|(property, field)| {
            if Presence::of(property) == Presence::Required {
                quote!(Some(self.#field))
            } else {
                quote!(self.#field)
            }
        })
        .collect();
    let text = |names: &[String]| -> Vec<TokenStream> {
        let fields = names.iter().filter_map(field);
        fields
            .map(|(property, field)| {
                let ty = property.ty.named().map(|id| context.named(id));
                match (ty, Presence::of(property) == Presence::Required) {
                    (None, true) => quote!(Some(&self.#field)),
                    (None, false) => quote!(self.#field.as_deref()),
                    (Some(_), true) => quote!(Some(self.#field.as_str())),
                    (Some(ty), false) => quote!(self.#field.as_ref().map(#ty::as_str)),
                }
            })
            .collect()
    };
    let first = |values: &[TokenStream]| -> Option<TokenStream> {
        let (first, others) = values.split_first()?;
        Some(quote!(#first #(.or(#others))*))
    };
    let stated = first(&status).map(|value| quote!(u16::try_from(#value?).ok()));
    let of_kind = status_of_kind(members);
    let status = match (of_kind, stated) {
        (None, None) => None,
        (Some(of_kind), None) => Some(of_kind),
        (None, Some(stated)) => Some(stated),
        (Some(of_kind), Some(stated)) => Some(quote!(#of_kind.or_else(|| #stated))),
    };
    let status = status.map(|value| quote!(fn status(&self) -> Option<u16> { #value }));
    let message = first(&text(&members.message))
        .map(|value| quote!(fn message(&self) -> Option<&str> { #value }));
    let kind =
        first(&text(&members.kind)).map(|value| quote!(fn kind(&self) -> Option<&str> { #value }));
    let from_response = from_response(context);
    quote! {
        impl #error_body for #name {
            #from_response
            #status
            #message
            #kind
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
pub(super) fn error_without_members(context: &Context<'_>, id: TypeId) -> TokenStream {
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
    Some(quote!(match self.kind()? { #(#arms)* _ => None }))
}

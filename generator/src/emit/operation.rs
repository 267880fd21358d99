//! An operation: the struct of its inputs, its encoding, and the setters of its call.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::context::{Context, Presence, ident};
use super::object::{Field, constructor, default_derive, field_definition, setters_of};
use super::response::Outcome;
use super::{Item, client, response, types_at};
use crate::analyze::Paging;
use crate::api::{
    Body, BodyFormat, DefinedIn, Input, InputLocation, Operation, OperationId, ParameterLocation,
    Style, StyleKind, Type,
};
use crate::names::OperationNames;

pub(super) fn items(context: &Context<'_>, id: OperationId) -> Vec<Item> {
    let operation = context.api.operation(id);
    let names = context.names.of_operation(id);
    let writer = Writer {
        context,
        operation,
        names,
        inputs: context.analysis.inputs_of(id),
    };
    let mut items = vec![
        writer.request(),
        writer.building(),
        writer.wire_form(),
        writer.input_form(),
    ];
    items.extend(
        context
            .analysis
            .paging(id)
            .map(|paging| writer.paging(paging)),
    );
    items.extend(writer.call_setters());
    let mut items: Vec<Item> = items.into_iter().map(Item::Code).collect();
    for outcome in [Outcome::Success, Outcome::Failure] {
        items.extend(response::items(context, operation, names, outcome));
    }
    items.extend(types_at(context, DefinedIn::Operation(id)));
    items
}

/// `` `GET /v1/users` ``
pub(super) fn route(operation: &Operation) -> String {
    format!(
        "`{} {}`",
        operation.method.name().to_uppercase(),
        operation.path
    )
}

struct Writer<'a> {
    context: &'a Context<'a>,
    operation: &'a Operation,
    names: &'a OperationNames,
    inputs: &'a [Input],
}

impl Writer<'_> {
    fn fields(&self) -> impl Iterator<Item = (&Input, Field<'_>)> {
        self.inputs
            .iter()
            .zip(&self.names.fields)
            .map(|(input, name)| {
                (
                    input,
                    Field {
                        property: &input.property,
                        name,
                        boxed: false,
                    },
                )
            })
    }

    fn request(&self) -> TokenStream {
        let name = ident(&self.names.request);
        let (method, root) = (&self.names.method, self.context.root);
        let docs = format!(" Inputs of [`Client::{method}`]({root}::Client::{method}).");
        let deprecated = Context::deprecated(self.operation.deprecated);
        let fields = self.fields().map(|(input, field)| {
            field_definition(self.context, &input.property, field.name, false)
        });
        let properties = self.inputs.iter().map(|input| &input.property);
        let default = default_derive(properties.clone());
        let equality = self
            .context
            .equality(properties.map(|property| &property.ty));
        quote! {
            #[doc = #docs]
            #deprecated
            #[derive(Clone, Debug, #default #equality)]
            #[non_exhaustive]
            pub struct #name { #(#fields)* }
        }
    }

    fn building(&self) -> TokenStream {
        let name = ident(&self.names.request);
        let fields: Vec<Field<'_>> = self.fields().map(|(_, field)| field).collect();
        let constructor = constructor(self.context, &fields, None);
        quote!(impl #name { #constructor })
    }

    fn wire_form(&self) -> TokenStream {
        let context = self.context;
        let name = ident(&self.names.request);
        let (operation, names) = (self.operation, self.names);
        let response = Outcome::Success.ty(context, operation, names);
        let error = Outcome::Failure.ty(context, operation, names);
        if operation.variant_of.is_some() {
            for names in [&names.responses, &names.errors].into_iter().flatten() {
                context.generated("operations", &names.ident);
            }
        }
        let method = ident(self.operation.method.name());
        let (id, path) = (&self.operation.id, &self.operation.path);
        let [request, operation_type] = ["Request", "Operation"].map(|name| context.runtime(name));
        let parts = context.codegen("RequestParts");
        let security = operation.security.as_ref().map(|security| {
            let security = client::security(security);
            quote!(.with_security(#security))
        });
        let server = operation.server.as_ref().map(|server| {
            let server = server.trim_end_matches('/');
            quote!(.with_server(#server))
        });
        let steps = self.encoding();
        let parts_name = if steps.is_empty() {
            quote!(_parts)
        } else {
            quote!(parts)
        };
        quote! {
            impl #request for #name {
                type Response = #response;
                type Error = #error;
                const OPERATION: #operation_type = #operation_type::#method(#id, #path) #security #server;
                #[inline]
                fn encode(&self, #parts_name: &mut #parts) { #(#steps;)* }
            }
        }
    }

    fn encoding(&self) -> Vec<TokenStream> {
        let mut steps = Vec::new();
        let accepted = self.operation.accepts.join(", ");
        if !accepted.is_empty() {
            steps.push(quote!(parts.accept(#accepted)));
        }
        for (input, field) in self
            .fields()
            .filter(|(input, _)| matches!(input.location, InputLocation::Parameter(_)))
        {
            steps.push(self.parameter(input, &field));
        }
        match &self.operation.body {
            None => {}
            Some(Body::Properties {
                required, format, ..
            }) => {
                steps.extend(Self::start(format));
                steps.extend((!required).then(|| quote!(parts.optional_body())));
                let properties = self
                    .fields()
                    .filter(|(input, _)| input.location == InputLocation::Property);
                steps.extend(properties.map(|(input, field)| self.property(input, &field, format)));
            }
            Some(Body::Whole {
                required, format, ..
            }) => {
                let body = self
                    .fields()
                    .find(|(input, _)| input.location == InputLocation::Body);
                steps.extend(body.map(|(_, field)| whole(format, *required, &ident(field.name))));
                steps.extend(json_media_type(format));
            }
        }
        steps
    }

    fn parameter(&self, input: &Input, field: &Field<'_>) -> TokenStream {
        let location = match input.location {
            InputLocation::Parameter(location) => location.name(),
            InputLocation::Property | InputLocation::Body => ParameterLocation::Query.name(),
        };
        let name = &input.property.name;
        let field = ident(field.name);
        let Some(style) = input.style else {
            let method = ident(location);
            return quote!(parts.#method(#name, &self.#field));
        };
        let method = ident(&format!("{location}_styled"));
        let style_type = self.context.codegen("Style");
        let style = ident(style_constant(style, location));
        quote!(parts.#method(#name, #style_type::#style, &self.#field))
    }

    /// The start of a body with properties.
    fn start(format: &BodyFormat) -> Vec<TokenStream> {
        let start = match format {
            BodyFormat::Form(_) => quote!(parts.form()),
            BodyFormat::Multipart(_) => quote!(parts.multipart()),
            BodyFormat::Json(_) | BodyFormat::Text(_) | BodyFormat::Binary(_) => {
                quote!(parts.object())
            }
        };
        [start].into_iter().chain(json_media_type(format)).collect()
    }

    fn property(&self, input: &Input, field: &Field<'_>, format: &BodyFormat) -> TokenStream {
        let name = &input.property.name;
        let field = ident(field.name);
        let presence = Presence::of(&input.property);
        let is_optional = matches!(presence, Presence::Optional | Presence::OptionalNullable);
        if let BodyFormat::Multipart(types) = format {
            let of_part = types.iter().find(|(property, _)| property == name);
            let media_type = of_part.map_or("application/octet-stream", |(_, ty)| ty);
            let is_list = matches!(&input.property.ty, Type::Array(item) if **item == Type::Binary);
            let files = match (input.property.ty == Type::Binary, is_list) {
                (true, _) if is_optional => Some(quote!(&self.#field)),
                (true, _) => Some(quote!([&self.#field])),
                (_, true) if is_optional => Some(quote!(self.#field.iter().flatten())),
                (_, true) => Some(quote!(&self.#field)),
                _ => None,
            };
            if let Some(files) = files {
                return quote!(parts.files(#name, #media_type, #files));
            }
        }
        if let BodyFormat::Form(styles) = format
            && let Some((_, style)) = styles.iter().find(|(property, _)| property == name)
        {
            let style_type = self.context.codegen("Style");
            let style = ident(style_constant(*style, "query"));
            return quote!(parts.property_styled(#name, #style_type::#style, &self.#field));
        }
        let method = ident(if is_optional {
            "optional_property"
        } else {
            "property"
        });
        quote!(parts.#method(#name, &self.#field))
    }

    /// For calls by name.
    fn input_form(&self) -> TokenStream {
        let name = ident(&self.names.request);
        let fields = self.fields().map(|(input, field)| {
            let name = ident(field.name);
            let flat = &input.flat_name;
            let value = match input.location {
                InputLocation::Body => self.body_from_input(input),
                _ => {
                    let kind = ident(Presence::of(&input.property).word());
                    quote!(input.#kind(#flat))
                }
            };
            quote!(#name: #value?)
        });
        let argument = if self.inputs.is_empty() {
            quote!(_input)
        } else {
            quote!(input)
        };
        let call_json = Some(BTreeSet::from(["call-json".to_owned()]));
        let [from_input, input_type, input_error] = self.context.uses.within(call_json, || {
            let [from_input, input] = ["FromInput", "Input"].map(|name| self.context.codegen(name));
            [from_input, input, self.context.runtime("InputError")]
        });
        quote! {
            #[cfg(feature = "call-json")]
            impl #from_input for #name {
                fn from_input(#argument: &mut #input_type) -> Result<Self, #input_error> {
                    Ok(Self { #(#fields),* })
                }
            }
        }
    }

    /// A body that is an object may be given by its properties; any other body is the input `body`.
    fn body_from_input(&self, input: &Input) -> TokenStream {
        match &input.members {
            Some(members) => {
                let members = members.iter().map(|(name, flat)| quote!((#name, #flat)));
                let object = self.context.api.object(&input.property.ty);
                let is_open = object.is_some_and(|object| object.additional.is_some());
                let method = ident(match (input.property.required, is_open) {
                    (true, false) => "object",
                    (false, false) => "optional_object",
                    (true, true) => "open_object",
                    (false, true) => "optional_open_object",
                });
                quote!(input.#method(&[#(#members),*]))
            }
            None => {
                let flat = &input.flat_name;
                let kind = ident(Presence::of(&input.property).word());
                quote!(input.#kind(#flat))
            }
        }
    }

    fn paging(&self, paging: &Paging) -> TokenStream {
        let context = self.context;
        let name = ident(&self.names.request);
        let paginated = context.runtime("Paginated");
        let item = context.ty(&paging.item);
        let parameter = &self.operation.parameters[paging.parameter].property.name;
        let token = self.fields().find(|(input, _)| {
            input.property.name == *parameter
                && input.location == InputLocation::Parameter(ParameterLocation::Query)
        });
        let token = token.map(|(_, field)| ident(field.name));
        let mut next = quote!(page);
        for (index, step) in paging.next.iter().enumerate() {
            let field = ident(&context.names.of_type(step.owner).members[step.property]);
            let is_last = index + 1 == paging.next.len();
            let presence = Presence::new(step.required, step.nullable);
            next = match (presence, is_last) {
                (Presence::Required, false) => quote!(#next.#field),
                (Presence::Required, true) => quote!(Some(&#next.#field)),
                (Presence::Optional | Presence::Nullable, false) => quote!(#next.#field.as_ref()?),
                (Presence::Optional | Presence::Nullable, true) => quote!(#next.#field.as_deref()),
                (Presence::OptionalNullable, false) => quote!(#next.#field.as_ref()?.value()?),
                (Presence::OptionalNullable, true) => {
                    quote!(#next.#field.as_ref()?.value().map(String::as_str))
                }
            };
        }
        let items = self
            .operation
            .response()
            .and_then(Type::named)
            .map(|id| ident(&context.names.of_type(id).members[paging.items]));
        quote! {
            impl #paginated for #name {
                type Item = #item;
                fn resume(&mut self, token: String) { self.#token = Some(token); }
                fn next_token(page: &Self::Response) -> Option<&str> { #next }
                fn into_items(page: Self::Response) -> Vec<#item> { page.#items }
            }
        }
    }

    fn call_setters(&self) -> Option<TokenStream> {
        let optional = self
            .fields()
            .zip(&self.names.setters)
            .filter(|((input, _), _)| !input.property.required);
        let setters: Vec<TokenStream> = optional
            .map(|((_, field), setter)| {
                let target = ident(field.name);
                setters_of(
                    self.context,
                    &field,
                    setter,
                    &quote!(self.request.#target),
                    &TokenStream::new(),
                )
            })
            .collect();
        if setters.is_empty() {
            return None;
        }
        let name = ident(&self.names.request);
        let call = self.context.local("Call");
        Some(quote! {
            impl #call<#name> { #(#setters)* }
        })
    }
}

/// A JSON media type other than `application/json`.
fn json_media_type(format: &BodyFormat) -> Option<TokenStream> {
    match format {
        BodyFormat::Json(media_type) if media_type != "application/json" => {
            Some(quote!(parts.content_type(#media_type)))
        }
        _ => None,
    }
}

/// A body that is one value.
fn whole(format: &BodyFormat, required: bool, field: &Ident) -> TokenStream {
    let (media_type, method) = match format {
        BodyFormat::Json(_) | BodyFormat::Form(_) | BodyFormat::Multipart(_) => {
            let method = ident(if required { "json" } else { "optional_json" });
            return quote!(parts.#method(&self.#field));
        }
        BodyFormat::Text(media_type) => (media_type, ident("text")),
        BodyFormat::Binary(media_type) => (media_type, ident("bytes")),
    };
    if required {
        quote!(parts.#method(#media_type, Some(&self.#field)))
    } else {
        quote!(parts.#method(#media_type, self.#field.as_ref()))
    }
}

/// The runtime's constant for a style.
fn style_constant(style: Style, location: &str) -> &'static str {
    let is_named = matches!(location, "query" | "cookie");
    match (style.kind, style.explode) {
        (StyleKind::Simple, false) => "SIMPLE",
        (StyleKind::Simple, true) => "SIMPLE_EXPLODED",
        (StyleKind::Label, false) => "LABEL",
        (StyleKind::Label, true) => "LABEL_EXPLODED",
        (StyleKind::Matrix, false) => "MATRIX",
        (StyleKind::Matrix, true) => "MATRIX_EXPLODED",
        (StyleKind::Form, false) => "FORM_JOINED",
        // Exploded values do not need the delimiter.
        (StyleKind::Form | StyleKind::SpaceDelimited | StyleKind::PipeDelimited, true) => "FORM",
        (StyleKind::SpaceDelimited, false) => "SPACE_DELIMITED",
        (StyleKind::PipeDelimited, false) => "PIPE_DELIMITED",
        (StyleKind::DeepObject, _) => "DEEP_OBJECT",
        (StyleKind::DotObject, _) => "DOT_OBJECT",
        (StyleKind::Json, _) if is_named => "JSON",
        (StyleKind::Json, _) => "JSON_VALUE",
    }
}

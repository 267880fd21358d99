//! An operation: the struct of its inputs, its encoding, and the setters of its call.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::code::{ARGUMENTS_WIDTH, Fragment, Lines};
use super::context::{Context, Presence, ident};
use super::encoding::steps;
use super::object::{Field, constructor, default_derive, deprecation, structure};
use super::response::Outcome;
use super::{Item, client, response, types_at};
use crate::analyze::Paging;
use crate::api::{
    Body, BodyFormat, DefinedIn, Idempotency, Input, InputLocation, Operation, OperationId,
    ParameterLocation, Type,
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
        Item::Text(writer.request()),
        Item::Text(writer.building()),
        Item::Text(writer.wire_form()),
        Item::Text(writer.input_form()),
    ];
    let paging = context.analysis.paging(id);
    items.extend(paging.map(|paging| Item::Code(writer.paging(paging))));
    items.extend(writer.call_setters().map(Item::Text));
    for outcome in [Outcome::Success, Outcome::Failure] {
        items.extend(response::items(context, operation, names, outcome));
    }
    items.extend(types_at(context, DefinedIn::Operation(id)));
    items
}

/// `` `GET /v1/users` ``
pub(super) fn route(operation: &Operation) -> String {
    format!("`{}`", operation.route())
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
                        is_json: self.is_json(input),
                    },
                )
            })
    }

    /// Whether an input is sent as JSON, or as a member of JSON.
    fn is_json(&self, input: &Input) -> bool {
        let Some(Body::Properties { format, .. } | Body::Whole { format, .. }) =
            &self.operation.body
        else {
            return false;
        };
        let is_in_body = matches!(
            input.location,
            InputLocation::Property | InputLocation::Body
        );
        is_in_body && matches!(format, BodyFormat::Json(_))
    }

    fn method_link(&self) -> String {
        let (method, root) = (&self.names.method, self.context.root);
        format!("[`Client::{method}`]({root}::Client::{method})")
    }

    fn request(&self) -> String {
        let mut lines = Lines::default();
        lines.line(0, format_args!("/// Inputs of {}.", self.method_link()));
        if let Some(call) = &self.names.call {
            lines.line(0, "///");
            lines.line(0, format_args!("/// A [`{call}`] sets the optional ones."));
        }
        deprecation(&mut lines, 0, self.operation.deprecated);
        let properties = self.inputs.iter().map(|input| &input.property);
        structure(
            &mut lines,
            &self.names.request,
            default_derive(properties),
            |lines| {
                for (_, field) in self.fields() {
                    field.definition(self.context, lines);
                }
            },
        );
        lines.into_text()
    }

    fn building(&self) -> String {
        let fields: Vec<Field<'_>> = self.fields().map(|(_, field)| field).collect();
        let mut lines = Lines::default();
        lines.line(0, format_args!("impl {} {{", self.names.request));
        constructor(self.context, &mut lines, &fields, None);
        lines.line(0, "}");
        lines.into_text()
    }

    fn wire_form(&self) -> String {
        let context = self.context;
        let (operation, names) = (self.operation, self.names);
        let response = Outcome::Success.ty(context, operation, names);
        let error = Outcome::Failure.ty(context, operation, names);
        if operation.variant_of.is_some() {
            for names in [&names.responses, &names.errors].into_iter().flatten() {
                context.generated("operations", &names.ident);
            }
        }
        let [request, operation_type] = ["Request", "Operation"].map(|name| context.runtime(name));
        let parts = context.codegen("RequestParts");
        let mut lines = Lines::default();
        lines.line(0, format_args!("impl {request} for {} {{", names.request));
        lines.line(4, format_args!("type Response = {response};"));
        lines.line(4, format_args!("type Error = {error};"));
        lines.blank();
        self.operation_constant(&mut lines, &operation_type);
        lines.blank();
        lines.line(4, "#[inline]");
        let steps = steps(context, operation, &self.fields().collect::<Vec<_>>());
        if steps.is_empty() {
            lines.line(
                4,
                format_args!("fn encode(&self, _parts: &mut {parts}) {{}}"),
            );
        } else {
            lines.line(4, format_args!("fn encode(&self, parts: &mut {parts}) {{"));
            for (method, arguments) in steps {
                lines.call(8, &format!("parts.{method}"), &arguments, ";");
            }
            lines.line(4, "}");
        }
        lines.line(0, "}");
        lines.into_text()
    }

    /// `const OPERATION: Operation = Operation::get("getUser", "/v1/users/{id}");`
    fn operation_constant(&self, lines: &mut Lines, ty: &Fragment) {
        let operation = self.operation;
        let arguments = [&operation.id, &operation.path].map(|text| format!("{text:?}"));
        let function = format!("{ty}::{}", operation.method.name());
        let security = operation.security.as_ref();
        let security =
            security.map(|security| format!(".with_security({})", client::security(security)));
        let server = operation.server.as_ref();
        let server =
            server.map(|server| format!(".with_server({:?})", server.trim_end_matches('/')));
        let without = self.context.analysis.headers_without(operation);
        let without = (!without.is_empty()).then(|| format!(".without_headers(&{without:?})"));
        let redirects = Some(&operation.redirects).filter(|redirects| !redirects.is_empty());
        let redirects = redirects.map(|redirects| format!(".with_redirects(&{redirects:?})"));
        let idempotency = match &operation.idempotency {
            Idempotency::OfMethod => None,
            Idempotency::Declared(true) => Some("Always".to_owned()),
            Idempotency::Declared(false) => Some("Never".to_owned()),
            Idempotency::Key(header) => Some(format!("ByKey({header:?})")),
        };
        let idempotency = idempotency.map(|variant| {
            let idempotency = self.context.codegen("Idempotency");
            format!(".with_idempotency(&{idempotency}::{variant})")
        });
        let chain = [security, server, without, redirects, idempotency];
        let chain = chain.into_iter().flatten();
        let chain: Vec<String> = chain.collect();
        let constant = format!("const OPERATION: {ty}");
        let joined = arguments.join(", ");
        if chain.is_empty() && joined.chars().count() > ARGUMENTS_WIDTH {
            return lines.call(4, &format!("{constant} = {function}"), &arguments, ";");
        }
        lines.chain(4, &constant, &format!("{function}({joined})"), &chain);
    }

    /// For calls by name.
    fn input_form(&self) -> String {
        let call_json = Some(BTreeSet::from(["call-json".to_owned()]));
        let names = ["FromInput", "Input", "InputError"];
        let [from_input, input_type, input_error] = self
            .context
            .uses
            .within(call_json, || names.map(|name| self.context.codegen(name)));
        let fields = self
            .fields()
            .map(|(input, field)| format!("{}: {}?", field.name, Self::input_value(input)));
        let fields: Vec<String> = fields.collect();
        let argument = if fields.is_empty() { "_input" } else { "input" };
        let mut lines = Lines::default();
        lines.line(0, "#[cfg(feature = \"call-json\")]");
        lines.line(
            0,
            format_args!("impl {from_input} for {} {{", self.names.request),
        );
        let argument = format!("{argument}: &mut {input_type}");
        let result = format!(" -> Result<Self, {input_error}> {{");
        lines.head(4, "fn from_input", &[argument], &result);
        lines.literal(8, "Ok(Self", &fields, ")");
        lines.line(4, "}");
        lines.line(0, "}");
        lines.into_text()
    }

    /// A body that is an object may be given by its members; any other body is the input `body`.
    fn input_value(input: &Input) -> String {
        let of_body = matches!(input.location, InputLocation::Body);
        let Some(members) = input.members.as_ref().filter(|_| of_body) else {
            let kind = Presence::of(&input.property).word();
            return format!("input.{kind}({:?})", input.flat_name);
        };
        let renamed = members.iter().filter(|(name, flat)| name != flat);
        let renamed: Vec<String> = renamed.map(|renamed| format!("{renamed:?}")).collect();
        let method = if input.property.required {
            "object"
        } else {
            "optional_object"
        };
        format!("input.{method}(&[{}])", renamed.join(", "))
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
                fn token(&self) -> Option<&str> { self.#token.as_deref() }
                fn resume(&mut self, token: String) { self.#token = Some(token); }
                fn next_token(page: &Self::Response) -> Option<&str> { #next }
                fn into_items(page: Self::Response) -> Vec<#item> { page.#items }
            }
        }
    }

    fn call_setters(&self) -> Option<String> {
        let optional = self.fields().zip(&self.names.setters);
        let mut optional = optional
            .filter(|((input, _), _)| !input.property.required)
            .peekable();
        optional.peek()?;
        let mut members = Lines::default();
        for ((_, field), names) in optional {
            field.setters(self.context, &mut members, names, "self.request", "");
        }
        let (call, request) = (self.context.local("Call"), &self.names.request);
        let mut lines = Lines::default();
        if let Some(name) = &self.names.call {
            let root = self.context.root;
            lines.line(0, format_args!("/// A call of {}.", self.method_link()));
            lines.line(0, "///");
            lines.line(
                0,
                format_args!("/// Setters take values; [`when_some`]({root}::Call::when_some) takes an `Option`."),
            );
            lines.line(0, format_args!("pub type {name} = {call}<{request}>;"));
            lines.blank();
        }
        lines.line(0, format_args!("impl {call}<{request}> {{"));
        let members = members.into_text();
        lines.line(0, members.trim_start_matches('\n'));
        lines.line(0, "}");
        Some(lines.into_text())
    }
}

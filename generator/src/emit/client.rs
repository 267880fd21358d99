//! The client: a method for each operation, a setting for each of its headers, and a description of the API.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::argument::Arguments;
use super::code::{Fragment, Lines};
use super::context::{Context, RUNTIME, doc_attributes, ident};
use super::object::deprecation;
use super::{
    Item, constraints, credentials, docs, failures, features, operation, runtime_features, usage,
};
use crate::analyze::{ClientHeader, Group};
use crate::api::{OperationId, Security, SecurityScheme, SecuritySchemeKind};

pub(super) fn items(context: &Context<'_>) -> Vec<Item> {
    let client_macro = context.runtime_macro("client");
    let parts = [
        (", tokens", context.api.takes_token()),
        (
            ", streams",
            runtime_features(context.api).contains("streams"),
        ),
    ];
    let parts = parts.into_iter().filter(|(_, is_needed)| *is_needed);
    let parts: String = parts.map(|(part, _)| part).collect();
    let mut items = vec![
        Item::Code(api(context)),
        Item::Text(format!("{client_macro}!(API, super::by_name{parts});")),
    ];
    items.push(Item::Text(format!(
        "#[cfg(feature = \"testing\")]\n{RUNTIME}::codegen::testable!(Client, ClientBuilder, include_str!(\"operations.json\"));"
    )));
    items.extend(client(context));
    let has_credential = context.names.credentials().iter().any(Option::is_some);
    if has_credential || !context.analysis.client_headers.is_empty() {
        items.push(Item::Code(builder(context)));
    }
    if !context.analysis.client_headers.is_empty() {
        items.push(Item::Code(call(context)));
    }
    items
}

fn api(context: &Context<'_>) -> TokenStream {
    let api = context.api;
    let [api_type, setting] = ["Api", "Setting"].map(|name| context.codegen(name));
    let optional = |text: Option<&String>| text.map_or(quote!(None), |text| quote!(Some(#text)));
    let (title, version) = (&api.title, &api.version);
    let (url, url_env) = (
        optional(api.server.url.as_ref()),
        optional(api.server.environment.as_ref()),
    );
    let settings = context.names.credentials().iter();
    let schemes = api
        .security_schemes
        .iter()
        .zip(settings)
        .map(|(scheme, setting)| {
            let [scheme_type, kind] =
                ["SecurityScheme", "SecuritySchemeKind"].map(|name| context.codegen(name));
            let name = &scheme.name;
            let setting = setting.as_deref().unwrap_or("token");
            let env = optional(scheme.environment.as_ref());
            let kind = match &scheme.kind {
                SecuritySchemeKind::Bearer => quote!(#kind::Bearer),
                SecuritySchemeKind::Basic => quote!(#kind::Basic),
                SecuritySchemeKind::Header(name) => quote!(#kind::Header(#name)),
                SecuritySchemeKind::Query(name) => quote!(#kind::Query(#name)),
                SecuritySchemeKind::Cookie(name) => quote!(#kind::Cookie(#name)),
            };
            quote!(#scheme_type { name: #name, setting: #setting, kind: #kind, env: #env })
        });
    let security = security(&api.security);
    let headers = context.analysis.client_headers.iter().enumerate().map(|(index, header)| {
        let client_header = context.codegen("ClientHeader");
        let name = &header.property.name;
        let name_of_setting = context.names.of_header(index);
        let env = optional(header.environment.as_ref());
        let required = header.property.required;
        quote!(#client_header { name: #name, setting: #name_of_setting, env: #env, required: #required })
    });
    let docs = format!("{title}: base URL, security schemes and common headers.");
    let docs = context.docs(&docs, 0);
    quote! {
        #docs
        static API: #api_type = #api_type {
            title: #title,
            version: #version,
            base_url: #setting { value: #url, env: #url_env },
            security_schemes: &[#(#schemes),*],
            security: #security,
            headers: &[#(#headers),*],
        };
    }
}

/// Security alternatives, each with the names of the security schemes that it combines.
pub(super) fn security(security: &Security) -> Fragment {
    let alternatives = security.iter().map(|names| format!("&{names:?}"));
    let alternatives: Vec<String> = alternatives.collect();
    Fragment::new(format!("&[{}]", alternatives.join(", ")))
}

fn client(context: &Context<'_>) -> Vec<Item> {
    let (client, config_error) = (context.local("Client"), context.runtime("ConfigError"));
    let changes = headers(context).map(|(setting, header)| {
        let (name, _, ty) = header_parts(context, header);
        let docs = format!("Returns a client with another `{name}` and the same connections.");
        let docs = context.docs(&docs, 4);
        let (method, field) = (format_ident!("with_{setting}"), ident(setting));
        quote! {
            #docs
            pub fn #method(&self, #field: #ty) -> Result<Self, #config_error> {
                self.with_header(#name, #field.into())
            }
        }
    });
    let variables = variables(context);
    let from_env_docs = if variables.is_empty() {
        "Creates a client with the defaults of the document. No setting has an environment variable.".to_owned()
    } else {
        format!(
            "Creates a client with settings from the environment: {}.",
            variables.join(", ")
        )
    };
    let from_env_docs = context.docs(&from_env_docs, 4);
    let settings = quote! {
        impl #client {
            #from_env_docs
            pub fn from_env() -> Result<Self, #config_error> {
                Self::builder().with_env().build()
            }

            #(#changes)*
        }
    };
    let groups = &context.analysis.groups;
    let groups = groups.iter().map(|group| {
        let is_only = groups.len() == 1;
        Item::Text(methods(context, group, is_only))
    });
    [Item::Code(settings)].into_iter().chain(groups).collect()
}

/// The methods for operations that are about the same thing, under a heading.
fn methods(context: &Context<'_>, group: &Group, is_only: bool) -> String {
    let mut lines = Lines::default();
    if !is_only {
        let description = context.api.tags.get(&group.name);
        let description = description.map_or("", String::as_str);
        lines.docs(
            0,
            &context.doc_paragraphs(&[&format!("# {}", heading(group)), description], 0),
        );
    }
    lines.line(0, format_args!("impl {} {{", context.local("Client")));
    for (index, id) in group.operations.iter().enumerate() {
        if index > 0 {
            lines.blank();
        }
        let features = context.features(*id);
        let cfg = features::line(&features);
        context.uses.within(features, || {
            method(context, &mut lines, *id, cfg.trim_end());
        });
    }
    lines.line(0, "}");
    lines.into_text()
}

/// The heading of a group.
pub(super) fn heading(group: &Group) -> String {
    match group.name.as_str() {
        "" => "Other operations".to_owned(),
        name => sentence_case(name),
    }
}

/// `get-or-create` to `Get or create`
fn sentence_case(name: &str) -> String {
    let words = name.split(|char: char| char.is_whitespace() || "-_".contains(char));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let name = words.join(" ");
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The environment variables of the client's settings, as code.
pub(super) fn variables(context: &Context<'_>) -> Vec<String> {
    let api = context.api;
    let schemes = api
        .security_schemes
        .iter()
        .map(|scheme| scheme.environment.as_ref());
    let headers = context
        .analysis
        .client_headers
        .iter()
        .map(|header| header.environment.as_ref());
    let all = schemes
        .chain(headers)
        .chain([api.server.environment.as_ref()]);
    all.flatten().map(|name| format!("`{name}`")).collect()
}

fn method(context: &Context<'_>, lines: &mut Lines, id: OperationId, cfg: &str) {
    let operation = context.api.operation(id);
    let names = context.names.of_operation(id);
    let inputs = context.analysis.inputs_of(id);
    let request = context.request(id);
    let call = context.local("Call");
    let mut arguments = Arguments::new(context, Some("&self"));
    let mut values = Vec::new();
    let mut listed = Vec::new();
    let required = inputs
        .iter()
        .zip(&names.fields)
        .filter(|(input, _)| input.property.required);
    for (input, field) in required {
        if let Some(docs) = &input.property.docs {
            // A blank line would end the list.
            let docs = docs.split_whitespace().collect::<Vec<_>>().join(" ");
            listed.extend(context.doc_lines(&format!("- `{field}`: {docs}"), 4));
        }
        arguments.add_required(field, &input.property, false);
        values.push(field.clone());
    }
    let route = operation::route(operation);
    let text = operation.docs.as_deref().unwrap_or_default();
    lines.docs(4, &context.doc_paragraphs(&[text, &route], 4));
    if !listed.is_empty() {
        lines.docs(4, &[String::new()]);
        lines.docs(4, &listed);
    }
    if let Some(call) = &names.call {
        let link = format!("[`{call}`]({}::operations::{call})", context.root);
        lines.docs(4, &[String::new(), format!("Optional inputs: {link}")]);
    }
    if let Some(text) = usage::optional_body(context, id) {
        lines.docs(4, &[String::new()]);
        lines.docs(4, &context.doc_lines(&text, 4));
    }
    if let Some(text) = credentials::of_operation(context, id) {
        lines.docs(4, &[String::new()]);
        let text = docs::lines(&text, 4, &|target| Some(target.to_owned()));
        lines.docs(4, &text);
    }
    lines.docs(4, &[String::new()]);
    lines.docs(4, &failures::failures(context, id, 4));
    lines.docs(4, &[String::new()]);
    lines.docs(4, &usage::example(context, id));
    if !cfg.is_empty() {
        lines.line(4, cfg);
    }
    deprecation(lines, 4, operation.deprecated);
    let (head, result) = (
        arguments.head(&names.method),
        format!(" -> {call}<{request}> {{"),
    );
    lines.head(4, &head, arguments.list(), &result);
    lines.call(8, &format!("self.call({request}::new"), &values, ")");
    lines.line(4, "}");
}

fn builder(context: &Context<'_>) -> TokenStream {
    let builder = context.local("ClientBuilder");
    let settings = headers(context).map(|(setting, header)| {
        let (name, docs, ty) = header_parts(context, header);
        let env = match &header.environment {
            Some(env) => format!("Header `{name}`; environment variable `{env}`."),
            None => format!("Header `{name}`."),
        };
        let sentences = constraints::sentences(&header.property.constraints, &header.property.ty);
        let sentences = format!("{env} {sentences}");
        let docs = doc_attributes(&context.doc_paragraphs(&[&docs, &sentences], 4));
        let field = ident(setting);
        quote! {
            #docs
            pub fn #field(self, #field: #ty) -> Self {
                self.header(#name, #field.into())
            }
        }
    });
    let credentials = context
        .api
        .security_schemes
        .iter()
        .zip(context.names.credentials())
        .filter_map(|(scheme, name)| credential_setting(context, scheme, name.as_ref()?));
    quote!(impl #builder { #(#settings)* #(#credentials)* })
}

/// A bearer token has the setting `token`, whatever the name of its scheme.
fn credential_setting(
    context: &Context<'_>,
    scheme: &SecurityScheme,
    setting: &str,
) -> Option<TokenStream> {
    let (name, setting) = (&scheme.name, ident(setting));
    let what = match &scheme.kind {
        SecuritySchemeKind::Bearer => return None,
        SecuritySchemeKind::Basic => {
            format!("User name and password of the security scheme `{name}`.")
        }
        SecuritySchemeKind::Header(header) if scheme.kind.is_authorization() => format!(
            "Key in the header `{header}`, sent as it is: it begins with `Bearer` or the like if the service expects that."
        ),
        SecuritySchemeKind::Header(header) => format!("Key in the header `{header}`."),
        SecuritySchemeKind::Query(parameter) => {
            format!("Key in the query parameter `{parameter}`.")
        }
        SecuritySchemeKind::Cookie(cookie) => format!("Key in the cookie `{cookie}`."),
    };
    let sentences = match &scheme.environment {
        Some(env) => format!("{what} Environment variable `{env}`."),
        None => what,
    };
    let text = scheme.docs.as_deref().unwrap_or_default();
    let docs = doc_attributes(&context.doc_paragraphs(&[text, &sentences], 4));
    Some(match &scheme.kind {
        SecuritySchemeKind::Basic => quote! {
            #docs
            pub fn #setting(self, user: &str, password: &str) -> Self {
                self.basic_credential(#name, user, password)
            }
        },
        _ => quote! {
            #docs
            pub fn #setting(self, key: impl Into<String>) -> Self {
                self.credential(#name, key)
            }
        },
    })
}

fn call(context: &Context<'_>) -> TokenStream {
    let call = context.local("Call");
    let settings = headers(context).map(|(setting, header)| {
        let (name, _, ty) = header_parts(context, header);
        let docs = format!("Sends this `{name}` with this call, in place of the client's.");
        let docs = context.docs(&docs, 4);
        let (method, field) = (format_ident!("with_{setting}"), ident(setting));
        quote! {
            #docs
            pub fn #method(self, #field: #ty) -> Self {
                self.with_header(#name, #field.into())
            }
        }
    });
    quote!(impl<R> #call<R> { #(#settings)* })
}

fn headers<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a str, &'a ClientHeader)> {
    let headers = context.analysis.client_headers.iter().enumerate();
    headers.map(|(index, header)| (context.names.of_header(index), header))
}

fn header_parts(context: &Context<'_>, header: &ClientHeader) -> (String, String, Fragment) {
    let name = header.property.name.clone();
    let docs = header
        .property
        .docs
        .clone()
        .unwrap_or_else(|| format!("`{name}`"));
    // Only strings and their newtypes are headers of the client.
    let ty = context.ty(&header.property.ty);
    (name, docs, Fragment::new(format!("impl Into<{ty}>")))
}

//! An example for the docs of a crate: a client, and its simplest call.

use super::client::variables;
use super::{Context, Emitter};
use crate::api::{Input, OperationId, SecuritySchemeKind, Shape, Type};

/// Code for examples in the docs of a crate. It needs `Client`, an async function and `?`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The settings that a builder needs: `.with_env()` if the document names environment variables, otherwise
    /// `.token("…")` and the like.
    pub settings: Vec<String>,
    /// A call with nothing but strings, `client.get_user("…")`, if there is one.
    pub call: Option<String>,
    /// Statements that create a client and make this call.
    pub statements: Option<String>,
}

/// The example of an API with operations.
pub(crate) fn example(emitter: Emitter<'_>) -> Example {
    let context = emitter.context("");
    if !context.api.has_client() {
        return Example::default();
    }
    let variables = variables(&context);
    let (settings, client) = if variables.is_empty() {
        let settings = settings(&context);
        let client = format!("Client::builder(){}.build()?;", settings.concat());
        (settings, client)
    } else {
        let names = variables.join(", ").replace('`', "");
        let client = format!("Client::from_env()?; // {names}");
        (vec![".with_env()".to_owned()], client)
    };
    let call = simplest(&context);
    let statements = call.as_ref().map(|(call, responds)| {
        if *responds {
            format!("let client = {client}\nlet response = {call}.await?;\nprintln!(\"{{response:?}}\");")
        } else {
            format!("let client = {client}\n{call}.await?;")
        }
    });
    Example {
        settings,
        call: call.map(|(call, _)| call),
        statements,
    }
}

/// The simplest call, and whether its response has content.
fn simplest(context: &Context<'_>) -> Option<(String, bool)> {
    let ids = context.api.operation_ids();
    let candidates = ids.filter_map(|id| Some((id, strings(context, id)?)));
    // A call that changes nothing, and needs the fewest inputs, is the first to try.
    let (id, strings) = candidates.min_by_key(|(id, strings)| {
        let operation = context.api.operation(*id);
        (operation.method.name() != "get", *strings)
    })?;
    let operation = context.api.operation(id);
    let method = &context.names.of_operation(id).method;
    let arguments = vec!["\"…\""; strings].join(", ");
    Some((
        format!("client.{method}({arguments})"),
        operation.has_content(),
    ))
}

/// The number of required inputs of a call, if all of them are strings and the response is read as a whole.
fn strings(context: &Context<'_>, id: OperationId) -> Option<usize> {
    let operation = context.api.operation(id);
    let is_stream = operation
        .successes
        .iter()
        .any(|response| response.content.is_stream());
    if is_stream || operation.deprecated || context.features(id).is_some() {
        return None;
    }
    let inputs = context.analysis.inputs_of(id).iter();
    let required: Vec<&Input> = inputs.filter(|input| input.property.required).collect();
    let is_string =
        |input: &&Input| !input.property.nullable && is_string(context, &input.property.ty);
    required.iter().all(is_string).then_some(required.len())
}

fn is_string(context: &Context<'_>, ty: &Type) -> bool {
    match ty {
        Type::String => true,
        Type::Named(id) => matches!(context.api.type_def(*id).shape, Shape::StringNewtype),
        _ => false,
    }
}

/// The settings that a client needs, with those of the first alternative of its security.
fn settings(context: &Context<'_>) -> Vec<String> {
    let mut settings = Vec::new();
    let mut set = |setting: &str, values: &str| settings.push(format!(".{setting}({values})"));
    if context.api.server.url.is_none() {
        set("base_url", "\"https://…\"");
    }
    let schemes = context
        .api
        .security_schemes
        .iter()
        .zip(context.names.credentials());
    let needed = context.api.security.first();
    for (scheme, setting) in schemes {
        if needed.is_some_and(|needed| needed.contains(&scheme.name)) {
            let values = match scheme.kind {
                SecuritySchemeKind::Basic => "\"…\", \"…\"",
                _ => "\"…\"",
            };
            set(setting.as_deref().unwrap_or("token"), values);
        }
    }
    for (index, header) in context.analysis.client_headers.iter().enumerate() {
        if header.property.required {
            set(context.names.of_header(index), "\"…\"");
        }
    }
    settings
}

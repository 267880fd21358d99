//! An example for the docs of a crate: a client, and its simplest call.

use std::fmt::Write as _;

use super::client::variables;
use super::{Context, Emitter};
use crate::api::{Content, Input, OperationId, SecuritySchemeKind, Shape, Type};

/// The code of the example, if an operation can be called with nothing but strings.
pub(crate) fn example(emitter: Emitter<'_>) -> Option<String> {
    let context = emitter.context("");
    let ids = context.api.operation_ids();
    let candidates = ids.filter_map(|id| Some((id, strings(&context, id)?)));
    // A call that changes nothing, and needs the fewest inputs, is the first to try.
    let (id, strings) = candidates.min_by_key(|(id, strings)| {
        let operation = context.api.operation(*id);
        (operation.method.name() != "get", *strings)
    })?;
    let operation = context.api.operation(id);
    let method = &context.names.of_operation(id).method;
    let arguments = vec!["\"…\""; strings].join(", ");
    let call = format!("client.{method}({arguments}).await?;");
    let has_content = |content: &Content| !matches!(content, Content::Nothing);
    let responds = operation
        .successes
        .iter()
        .any(|response| has_content(&response.content));
    let client = client(&context);
    Some(if responds {
        format!("{client}\nlet response = {call}\nprintln!(\"{{response:?}}\");")
    } else {
        format!("{client}\n{call}")
    })
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

/// The statement that creates a client: from the environment if the document names variables, or else with the settings of
/// the first alternative of its security.
fn client(context: &Context<'_>) -> String {
    let variables = variables(context);
    if !variables.is_empty() {
        let names = variables.join(", ").replace('`', "");
        return format!("let client = Client::from_env()?; // {names}");
    }
    let mut settings = String::new();
    let mut set = |setting: &str, values: &str| {
        // Writing to a string cannot fail.
        let _ = write!(settings, ".{setting}({values})");
    };
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
    format!("let client = Client::builder(){settings}.build()?;")
}

//! An example for the docs of a crate: a client, and its simplest call.

use serde_json::{Map, Value, json};

use super::client::variables;
use super::{Context, Emitter, usage};
use crate::api::{
    Content, Input, Operation, OperationId, SecurityScheme, SecuritySchemeKind, Shape, Type,
};
use crate::names::camel_case;

/// Code for examples in the docs of a crate. It needs `Client`, an async function and `?`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The settings that a builder needs: `.with_env()` if the document names environment variables, otherwise
    /// `.token("…")` and the like.
    pub settings: Vec<String>,
    /// The settings that a client needs as JSON, for calls by name. The base URL is always among them.
    pub json_settings: String,
    /// Whether a client has settings for a bearer token.
    pub takes_token: bool,
    /// A call with nothing but strings, `client.get_user("…")`, if there is one.
    pub call: Option<String>,
    /// Statements that create a client and make this call.
    pub statements: Option<String>,
    /// A code block with a call that responds with a stream of events or lines, if there is one.
    pub stream: Option<String>,
    /// A code block with a call whose response, which is a file, is read as it arrives, if there is one.
    pub download: Option<String>,
    /// A code block with a call that sends a file, if there is one.
    pub upload: Option<String>,
    /// A code block with a test of a call.
    pub test: Option<String>,
}

/// The example of an API with operations.
pub(crate) fn example(emitter: Emitter<'_>) -> Example {
    let context = emitter.context("");
    if !context.api.has_client() {
        return Example::default();
    }
    let variables = variables(&context);
    let needed = needed_settings(&context);
    let (settings, client) = if variables.is_empty() {
        let settings = needed.iter().map(Needed::in_code);
        let settings: Vec<String> = settings.collect();
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
        json_settings: json_settings(&needed),
        takes_token: context.api.takes_token(),
        call: call.map(|(call, _)| call),
        statements,
        stream: first(&context, is_stream, usage::example),
        download: first(&context, is_download, usage::download),
        upload: upload(&context),
        test: test(&context).map(|lines| lines.join("\n")),
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
    if is_stream(operation) || operation.deprecated || context.features(id).is_some() {
        return None;
    }
    let inputs = context.analysis.inputs_of(id).iter();
    let required: Vec<&Input> = inputs.filter(|input| input.property.required).collect();
    let is_string =
        |input: &&Input| !input.property.nullable && is_string(context, &input.property.ty);
    required.iter().all(is_string).then_some(required.len())
}

/// The code block for the first operation of a kind that is always there.
fn first(
    context: &Context<'_>,
    is_wanted: impl Fn(&Operation) -> bool,
    example: impl Fn(&Context<'_>, OperationId) -> Vec<String>,
) -> Option<String> {
    let mut ids = usual(context);
    let id = ids.find(|id| is_wanted(context.api.operation(*id)))?;
    Some(example(context, id).join("\n"))
}

/// The operations that are neither deprecated nor behind a feature.
fn usual(context: &Context<'_>) -> impl Iterator<Item = OperationId> {
    let ids = context.api.operation_ids();
    ids.filter(|id| !context.api.operation(*id).deprecated && context.features(*id).is_none())
}

fn is_stream(operation: &Operation) -> bool {
    let mut responses = operation.successes.iter();
    responses.any(|response| response.content.is_stream())
}

fn is_download(operation: &Operation) -> bool {
    let first = operation.successes.first();
    first.is_some_and(|first| matches!(first.content, Content::Binary(_)))
}

fn upload(context: &Context<'_>) -> Option<String> {
    let is_file = |input: &Input| input.property.ty == Type::Binary;
    let ids = usual(context).filter(|id| context.analysis.inputs_of(*id).iter().any(is_file));
    let mut examples = ids.map(|id| usage::example(context, id).join("\n"));
    examples.find(|example| example.contains("Upload::from_path("))
}

/// A test of the simplest call, which changes nothing if there is such a call.
pub(super) fn test(context: &Context<'_>) -> Option<Vec<String>> {
    let mut ids: Vec<OperationId> = usual(context).collect();
    ids.sort_by_key(|id| {
        let operation = context.api.operation(*id);
        let inputs = context.analysis.inputs_of(*id).iter();
        let required = inputs.filter(|input| input.property.required).count();
        (
            is_stream(operation),
            operation.method.name() != "get",
            required,
        )
    });
    ids.into_iter().find_map(|id| usage::test(context, id))
}

fn is_string(context: &Context<'_>, ty: &Type) -> bool {
    match ty {
        Type::String => true,
        Type::Named(id) => matches!(context.api.type_def(*id).shape, Shape::StringNewtype),
        _ => false,
    }
}

/// A setting that a client needs.
enum Needed<'a> {
    BaseUrl,
    Credential(&'a SecurityScheme, &'a str),
    Header(&'a str),
}

impl Needed<'_> {
    /// `.token("…")`
    fn in_code(&self) -> String {
        match self {
            Self::BaseUrl => ".base_url(\"https://…\")".to_owned(),
            Self::Credential(scheme, setting)
                if matches!(scheme.kind, SecuritySchemeKind::Basic) =>
            {
                format!(".{setting}(\"…\", \"…\")")
            }
            Self::Credential(scheme, setting) if scheme.kind.is_authorization() => {
                format!(".{setting}(\"Bearer …\")")
            }
            Self::Credential(_, setting) | Self::Header(setting) => format!(".{setting}(\"…\")"),
        }
    }
}

/// The settings that a client needs, with those of the first alternative of its security.
fn needed_settings<'a>(context: &'a Context<'_>) -> Vec<Needed<'a>> {
    let api = context.api;
    let base_url = api.server.url.is_none().then_some(Needed::BaseUrl);
    let names = context.names.credentials().iter();
    let names = names.map(|name| name.as_deref().unwrap_or("token"));
    let needed = api.security.first();
    let credentials = api.security_schemes.iter().zip(names);
    let credentials = credentials
        .filter(|(scheme, _)| needed.is_some_and(|needed| needed.contains(&scheme.name)))
        .map(|(scheme, name)| Needed::Credential(scheme, name));
    let headers = context.analysis.client_headers.iter().enumerate();
    let headers = headers
        .filter(|(_, header)| header.property.required)
        .map(|(index, _)| Needed::Header(context.names.of_header(index)));
    base_url
        .into_iter()
        .chain(credentials)
        .chain(headers)
        .collect()
}

fn json_settings(needed: &[Needed<'_>]) -> String {
    let mut settings = Map::from_iter([("baseUrl".to_owned(), json!("https://…"))]);
    let mut credentials = Map::new();
    for setting in needed {
        match setting {
            Needed::BaseUrl => {}
            Needed::Credential(scheme, _) => match scheme.kind {
                SecuritySchemeKind::Bearer => {
                    settings.insert("token".to_owned(), json!("…"));
                }
                SecuritySchemeKind::Basic => {
                    let value = json!({ "username": "…", "password": "…" });
                    credentials.insert(scheme.name.clone(), value);
                }
                _ => {
                    let is_authorization = scheme.kind.is_authorization();
                    let value = if is_authorization {
                        "Bearer …"
                    } else {
                        "…"
                    };
                    credentials.insert(scheme.name.clone(), json!(value));
                }
            },
            Needed::Header(setting) => {
                settings.insert(camel_case(setting), json!("…"));
            }
        }
    }
    if !credentials.is_empty() {
        settings.insert("credentials".to_owned(), credentials.into());
    }
    Value::from(settings).to_string()
}

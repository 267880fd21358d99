//! The example in a method's docs: a call with its required inputs, and what to do with the response.

mod hints;
mod values;

use super::code::Lines;
use super::context::Context;
use crate::api::{Content, Input, InputLocation, OperationId, Property, Type};
use values::Values;

/// The columns of an example in one line.
const LINE_WIDTH: usize = 90;

/// The path of a file that an example writes.
const FILE: &str = "\"path/to/file\"";

/// An example of a call. It compiles if the name of the crate is known.
pub(super) fn example(context: &Context<'_>, id: OperationId) -> Vec<String> {
    Usage::of(context, id).block(&[], &reading(context, id))
}

/// An example of a call whose response is written to a file as it arrives.
pub(super) fn download(context: &Context<'_>, id: OperationId) -> Vec<String> {
    let mut usage = Usage::of(context, id);
    usage
        .values
        .imports
        .insert("std::io::Write as _".to_owned());
    let reading = Reading {
        target: "let mut chunks = ".to_owned(),
        end: ".byte_stream().await?;",
        then: vec![
            format!("let mut file = std::fs::File::create({FILE})?;"),
            "while let Some(chunk) = chunks.try_next().await? {".to_owned(),
            "    file.write_all(&chunk)?;".to_owned(),
            "}".to_owned(),
        ],
        import: None,
    };
    usage.block(&[], &reading)
}

/// A test of a call with a service in the same process. `None` if there is no value for an input of the call.
pub(super) fn test(context: &Context<'_>, id: OperationId) -> Option<Vec<String>> {
    let mut usage = Usage::of(context, id);
    let Values {
        root,
        given,
        imports,
        ..
    } = &mut usage.values;
    if !given.is_empty() {
        return None;
    }
    let modules = format!("{root}::{{operations, testing}}");
    imports.insert(modules);
    let request = &context.names.of_operation(id).request;
    let service = [
        "let service = testing::Service::new().sampled(1);".to_owned(),
        format!("service.on(|_: &operations::{request}| true).reply(testing::Reply::new(404));"),
        "let client = service.client();".to_owned(),
        String::new(),
    ];
    let then = [
        "assert!(error.is_not_found());".to_owned(),
        format!("assert_eq!(service.calls::<operations::{request}>().len(), 1);"),
    ];
    let reading = Reading {
        target: "let error = ".to_owned(),
        end: ".await.unwrap_err();",
        then: then.into(),
        import: None,
    };
    Some(usage.block(&service, &reading))
}

/// What an example does with a response.
struct Reading {
    /// The start of the statement with the call, such as `let response = `.
    target: String,
    /// Its end.
    end: &'static str,
    /// The statements after it.
    then: Vec<String>,
    /// The path of a type that it needs.
    import: Option<String>,
}

fn reading(context: &Context<'_>, id: OperationId) -> Reading {
    let operation = context.api.operation(id);
    let names = context.names.of_operation(id);
    let simple = |target: &str, end| Reading {
        target: target.to_owned(),
        end,
        then: Vec::new(),
        import: None,
    };
    if context.analysis.paging(id).is_some() {
        return simple("let items = ", ".collect_up_to(100).await?;");
    }
    let first = operation.successes.first().map(|first| &first.content);
    let each = |source: &str, each: &str, print: &str| {
        vec![
            format!("while let Some({each}) = {source}.try_next().await? {{"),
            format!("    println!({print});"),
            "}".to_owned(),
        ]
    };
    let (variable, then) = match first {
        Some(Content::Events(..)) => {
            let then = each("events", "event", "\"{:?}\", event.data");
            ("mut events", then)
        }
        Some(Content::Lines(..)) => ("mut values", each("values", "value", "\"{value:?}\"")),
        Some(Content::Binary(_)) => {
            let write = format!("std::fs::write({FILE}, response.as_bytes())?;");
            ("response", vec![write])
        }
        _ if operation.has_content() => return simple("let response = ", ".await?;"),
        _ => return simple("", ".await?;"),
    };
    match &names.responses {
        None => Reading {
            then,
            ..simple(&format!("let {variable} = "), ".await?;")
        },
        Some(responses) => {
            let (ident, variant) = (&responses.ident, &responses.variants[0]);
            let then = then.iter().map(|line| format!("    {line}"));
            Reading {
                then: then.chain(["}".to_owned()]).collect(),
                import: Some(format!("{}::operations::{ident}", context.public_root())),
                ..simple(
                    &format!("if let {ident}::{variant}({variable}) = "),
                    ".await? {",
                )
            }
        }
    }
}

/// A call with values for its inputs.
struct Usage<'a> {
    values: Values<'a>,
    is_compiled: bool,
    method: &'a str,
    /// The values of the required inputs.
    arguments: Vec<String>,
    /// The setters of optional inputs without which the call is hardly of use: `.text("…")`.
    setters: Vec<String>,
}

impl<'a> Usage<'a> {
    fn of(context: &'a Context<'a>, id: OperationId) -> Self {
        let names = context.names.of_operation(id);
        let mut values = Values::new(context);
        let inputs = context.analysis.inputs_of(id);
        let fields = inputs.iter().zip(&names.fields);
        let required = fields.clone().filter(|(input, _)| input.property.required);
        let arguments = required.map(|(input, field)| values.argument(field, &input.property));
        let arguments = arguments.collect();
        let shown = fields.zip(&names.setters);
        let shown = shown.filter(|((input, _), _)| is_shown(context, id, input));
        let setters = shown.map(|((input, field), setter)| {
            let value = values.argument(field, &input.property);
            format!(".{}({value})", setter.value)
        });
        let setters = setters.collect();
        Self {
            values,
            is_compiled: context.krate.is_some(),
            method: &names.method,
            arguments,
            setters,
        }
    }

    /// The code block of an example: a call with a client that it is given, or that the statements before the call create.
    fn block(mut self, before: &[String], reading: &Reading) -> Vec<String> {
        let Reading {
            target,
            end,
            then,
            import,
        } = reading;
        let Values {
            root,
            given,
            imports,
            ..
        } = &mut self.values;
        imports.extend(import.clone());
        let client = format!("client: {root}::Client");
        let parameters = given.iter().map(|(name, ty)| format!("{name}: {ty}"));
        let client = before.is_empty().then_some(client);
        let parameters: Vec<String> = client.into_iter().chain(parameters).collect();
        let attribute = if self.is_compiled { "no_run" } else { "ignore" };
        let mut lines = Lines::default();
        lines.line(0, format_args!("```{attribute}"));
        let (parameters, result) = (
            parameters.join(", "),
            "std::result::Result<(), Box<dyn std::error::Error>>",
        );
        lines.line(
            0,
            format_args!("# async fn example({parameters}) -> {result} {{"),
        );
        for path in imports.iter() {
            lines.line(0, format_args!("use {path};"));
        }
        if !imports.is_empty() {
            lines.blank();
        }
        for (name, ty) in given {
            lines.line(0, format_args!("// `{name}` is a `{ty}`."));
        }
        for line in before {
            lines.line(0, line);
        }
        let (method, arguments) = (self.method, self.arguments.join(", "));
        let setters = self.setters.concat();
        let one_line = format!("{target}client.{method}({arguments}){setters}{end}");
        if one_line.chars().count() <= LINE_WIDTH {
            lines.line(0, one_line);
        } else {
            lines.line(0, format_args!("{target}client"));
            lines.call(4, &format!(".{method}"), &self.arguments, "");
            for setter in &self.setters {
                lines.line(4, setter);
            }
            lines.line(4, end);
        }
        for line in then {
            lines.line(0, line);
        }
        lines.line(0, "# Ok(())");
        lines.line(0, "# }");
        lines.line(0, "```");
        lines.into_text().lines().map(str::to_owned).collect()
    }
}

/// Whether an example sets an optional input: an optional body without which the service has nothing to work with, and a file.
fn is_shown(context: &Context<'_>, id: OperationId, input: &Input) -> bool {
    let required_if_sent = context.api.operation(id).required_if_sent();
    let required_if_sent = required_if_sent.unwrap_or_default();
    let is_file = input.property.ty == Type::Binary;
    !input.property.required
        && match input.location {
            InputLocation::Property => is_file || required_if_sent.contains(&input.property.name),
            InputLocation::Body => is_file || has_required(context, &input.property.ty),
            InputLocation::Parameter(_) | InputLocation::Rest => false,
        }
}

/// A sentence about a body that is optional, although a body of its type is never empty: documents often lack `required`.
pub(super) fn optional_body(context: &Context<'_>, id: OperationId) -> Option<String> {
    let setters = &context.names.of_operation(id).setters;
    let mut inputs = context.analysis.inputs_of(id).iter().zip(setters);
    let (_, setter) = inputs.find(|(input, _)| {
        let Property { required, ty, .. } = &input.property;
        input.location == InputLocation::Body && !required && has_required(context, ty)
    })?;
    let setter = &setter.value;
    Some(format!(
        "The document declares the body as optional, although its schema has required properties. `{setter}` sets it."
    ))
}

/// Whether an object has required properties.
fn has_required(context: &Context<'_>, ty: &Type) -> bool {
    let object = context.api.object(ty);
    object.is_some_and(|object| object.properties.iter().any(|property| property.required))
}

//! The part of a method's docs about failures: the types of its errors, and when a failed call is retried.

use super::context::Context;
use super::docs;
use crate::api::{Idempotency, OperationId, Status, Type};

/// The errors of an operation, and when a call is retried.
pub(super) fn failures(context: &Context<'_>, id: OperationId, indent: usize) -> Vec<String> {
    let text = error_text(context, id);
    docs::lines(&text, indent, &|target| Some(target.to_owned()))
}

fn error_text(context: &Context<'_>, id: OperationId) -> String {
    let operation = context.api.operation(id);
    let names = context.names.of_operation(id);
    let retried = match &operation.idempotency {
        Idempotency::Key(header) => &format!(
            "Retried after failures that may be temporary, with the same key in the header `{header}`. Set that header with \
             `with_header` to repeat the call yourself."
        ),
        _ if operation.is_idempotent() => "Retried after failures that may be temporary.",
        _ => "Retried only on the statuses 425 and 429, and if no connection can be made.",
    };
    let (folder, ident) = match (&names.errors, operation.error().and_then(Type::named)) {
        (Some(names), _) => ("operations", &names.ident),
        (None, Some(id)) => {
            let names = context.names.of_type(id);
            (names.folder(), &names.ident)
        }
        (None, None) => return retried.to_owned(),
    };
    let statuses = operation.errors.iter().map(|error| match error.status {
        Status::Code(code) => code.to_string(),
        Status::Class(class) => format!("{class}xx"),
        Status::Default => "any other".to_owned(),
    });
    let statuses: Vec<String> = statuses.collect();
    let statuses = match operation.errors.as_slice() {
        [only] if only.status == Status::Default => String::new(),
        _ => format!(" (status {})", statuses.join(", ")),
    };
    let root = context.root;
    format!("Errors: [`{ident}`]({root}::{folder}::{ident}){statuses}. {retried}")
}

//! The responses of an operation: the types for success and failure, and their enums if they differ by status.

use std::fmt::Write as _;

use quote::quote;

use super::Item;
use super::code::Fragment;
use super::context::{Context, doc_attributes, ident};
use super::docs;
use crate::api::{Content, Operation, Response, Status, Type};
use crate::names::{EnumNames, OperationNames};

/// The outcome of a call that a response belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Success,
    Failure,
}

impl Outcome {
    /// The responses of an operation with this outcome, and their enum if there is one.
    fn of<'a>(
        self,
        operation: &'a Operation,
        names: &'a OperationNames,
    ) -> (&'a [Response], Option<&'a EnumNames>) {
        match self {
            Self::Success => (&operation.successes, names.responses.as_ref()),
            Self::Failure => (&operation.errors, names.errors.as_ref()),
        }
    }

    /// The type of the responses.
    pub(super) fn ty(
        self,
        context: &Context<'_>,
        operation: &Operation,
        names: &OperationNames,
    ) -> Fragment {
        match self.of(operation, names) {
            (_, Some(names)) => Fragment::new(&*names.ident),
            ([only, ..], None) => self.content(context, &only.content, operation, names),
            ([], None) => context.runtime("Value"),
        }
    }

    pub(super) fn content(
        self,
        context: &Context<'_>,
        held: &Content,
        operation: &Operation,
        names: &OperationNames,
    ) -> Fragment {
        match held {
            // It is not known whether a custom type can be read from a response directly.
            Content::Json(ty @ Type::External(_)) if self == Self::Success => {
                let (json, ty) = (context.runtime("Json"), context.ty(ty));
                Fragment::new(format!("{json}<{ty}>"))
            }
            // Errors are only read as the declared type if it is a generated type.
            Content::Json(ty) if self == Self::Success || matches!(ty, Type::Named(_)) => {
                context.ty(ty)
            }
            _ if self == Self::Failure => context.runtime("Value"),
            Content::Nothing | Content::Json(_) => Fragment::new("()"),
            Content::Text(_) => context.runtime("Text"),
            Content::Binary(_) => context.runtime("Binary"),
            Content::Events(_, ty) | Content::Lines(_, ty) => {
                let is_events = matches!(held, Content::Events(..));
                let stream = context.runtime(if is_events {
                    "EventStream"
                } else {
                    "JsonStream"
                });
                let value = match ty {
                    // The data is not JSON.
                    Type::String if is_events => context.runtime("Text"),
                    ty => context.ty(ty),
                };
                // The default error type of a stream is any JSON.
                let is_typed =
                    names.errors.is_some() || operation.error().and_then(Type::named).is_some();
                Fragment::new(if is_typed {
                    let error = Self::Failure.ty(context, operation, names);
                    format!("{stream}<{value}, {error}>")
                } else {
                    format!("{stream}<{value}>")
                })
            }
        }
    }
}

/// The enum of responses that differ, if they do. A variant of an operation shares the enum of that operation.
pub(super) fn items(
    context: &Context<'_>,
    operation: &Operation,
    operation_names: &OperationNames,
    outcome: Outcome,
) -> Vec<Item> {
    let (responses, Some(names)) = outcome.of(operation, operation_names) else {
        return Vec::new();
    };
    if operation.variant_of.is_some() {
        return Vec::new();
    }
    let (method, root) = (&operation_names.method, context.root);
    let docs = if outcome == Outcome::Failure {
        format!(
            "The bodies of errors of [`Client::{method}`]({root}::Client::{method}), by status."
        )
    } else {
        format!("The responses of [`Client::{method}`]({root}::Client::{method}), by status.")
    };
    let docs = doc_attributes(&docs::lines(&docs, 0, &|target| Some(target.to_owned())));
    let name = ident(&names.ident);
    let mut variants = Vec::new();
    let mut lines = String::new();
    for (response, variant) in responses.iter().zip(&names.variants) {
        let held = outcome.content(context, &response.content, operation, operation_names);
        let text = match &response.docs {
            Some(text) => format!("{}: {text}", in_words(response.status)),
            None => in_words(response.status),
        };
        let docs = context.docs(&text, 4);
        let ident = ident(variant);
        let pattern = pattern(response.status);
        // Writing to a string cannot fail.
        let _ = write!(lines, "\n    {pattern} => {variant}({held}),");
        variants.push(quote!(#docs #ident(#held),));
    }
    let has_stream = responses
        .iter()
        .any(|response| response.content.is_stream());
    // A stream can be read once.
    let derived = if has_stream {
        quote!(Debug)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    let definition = quote! {
        #docs
        #[derive(#derived)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }
    };
    let name = &names.ident;
    let wire_macro = context.runtime_macro(match outcome {
        Outcome::Success => "responses",
        Outcome::Failure => "errors",
    });
    let wire_form = format!("{wire_macro}!({name} {{{lines}\n}});");
    vec![Item::Code(definition), Item::Text(wire_form)]
}

fn in_words(status: Status) -> String {
    match status {
        Status::Code(code) => format!("Status {code}"),
        Status::Class(class) => format!("Status {class}00 to {class}99"),
        Status::Default => "Any other status".to_owned(),
    }
}

fn pattern(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Class(class) => format!("{class}00..={class}99"),
        Status::Default => "_".to_owned(),
    }
}

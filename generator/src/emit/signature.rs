//! The types that callers see, as they are written in generated code.

use super::Emitter;
use super::context::Context;
use super::response::Outcome;
use crate::api::{OperationId, Property, Type};

/// Writes types without the imports that a file would need for them.
pub(crate) struct Signatures<'a>(Context<'a>);

impl<'a> Signatures<'a> {
    pub(crate) fn new(emitter: &'a Emitter<'a>) -> Self {
        Self(emitter.context(""))
    }

    /// The type of a field: `Option<String>`.
    pub(crate) fn field(&self, property: &Property, boxed: bool) -> String {
        self.0.field_type(property, boxed).to_string()
    }

    /// The type of a value: `Vec<User>`.
    pub(crate) fn value(&self, ty: &Type) -> String {
        self.0.ty(ty).to_string()
    }

    /// The type that a successful call of an operation returns.
    pub(crate) fn response(&self, id: OperationId) -> String {
        self.outcome(Outcome::Success, id)
    }

    /// The type of the error bodies of an operation.
    pub(crate) fn error(&self, id: OperationId) -> String {
        self.outcome(Outcome::Failure, id)
    }

    fn outcome(&self, outcome: Outcome, id: OperationId) -> String {
        let operation = self.0.api.operation(id);
        let names = self.0.names.of_operation(id);
        outcome.ty(&self.0, operation, names).to_string()
    }

    /// The types that the variants of a response's enum hold, in order.
    pub(crate) fn variants(&self, id: OperationId, is_error: bool) -> Vec<String> {
        let operation = self.0.api.operation(id);
        let names = self.0.names.of_operation(id);
        let (outcome, responses) = if is_error {
            (Outcome::Failure, &operation.errors)
        } else {
            (Outcome::Success, &operation.successes)
        };
        let contents = responses.iter().map(|response| &response.content);
        contents
            .map(|content| {
                outcome
                    .content(&self.0, content, operation, names)
                    .to_string()
            })
            .collect()
    }
}

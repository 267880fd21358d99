//! Responses: one answer for success, one for errors.

use super::Lowering;
use super::types::Scope;
use crate::api::{ErrorAnswer, Shape, SuccessAnswer, Type};
use crate::document::{Child, Node, Pointer};

const CHILDREN: &[(&str, Child)] = &[
    ("content", Child::Empty),
    ("headers", Child::Left),
    ("links", Child::Left),
];

impl<'d> Lowering<'_, 'd> {
    pub(super) fn answers(
        &mut self,
        operation: &Node<'d>,
        scope: &Scope,
    ) -> Option<(SuccessAnswer, ErrorAnswer)> {
        let listed = operation
            .get("responses")
            .map(|responses| responses.members())
            .unwrap_or_default();
        let mut statuses = Vec::new();
        for (status, node) in listed
            .into_iter()
            .filter(|(status, _)| !status.starts_with("x-"))
        {
            statuses.push((status, node.resolve(self.reporter)?));
        }
        let is_success = |status: &str| status.starts_with('2');
        let has_success = statuses.iter().any(|(status, _)| is_success(status));
        let (mut success, errors): (Vec<_>, Vec<_>) = statuses
            .into_iter()
            .filter(|(status, _)| !status.starts_with(['1', '3']))
            .partition(|(status, _)| is_success(status) || (!has_success && *status == "default"));
        success.dedup_by(|(_, right), (_, left)| right.pointer == left.pointer);
        let answer = self.success(operation, &success, scope)?;
        let success: Vec<&Pointer> = success.iter().map(|(_, node)| &node.pointer).collect();
        let error = self.error(&errors, &success, scope)?;
        Some((answer, error))
    }

    fn success(
        &mut self,
        operation: &Node<'d>,
        success: &[(&str, Node<'d>)],
        scope: &Scope,
    ) -> Option<SuccessAnswer> {
        let [(_, node)] = success else {
            let (message, help) = if success.is_empty() {
                (
                    "the operation declares no successful response",
                    "add one for status 200, or `default`",
                )
            } else {
                (
                    "several successful responses are not supported yet",
                    "keep the one that matters with an overlay",
                )
            };
            let at = operation.pointer.join("responses");
            self.reporter
                .error_with_help("success-responses", &at, message, help);
            return None;
        };
        let ty = self.response(node, &scope.join("response"))?;
        if ty.is_none() {
            let message = "only JSON responses are supported yet";
            self.reporter
                .error("response-content", &node.pointer, message);
        }
        ty.map(SuccessAnswer::Json)
    }

    fn error(
        &mut self,
        errors: &[(&str, Node<'d>)],
        success: &[&Pointer],
        scope: &Scope,
    ) -> Option<ErrorAnswer> {
        let mut types: Vec<Type> = Vec::new();
        for (status, node) in errors {
            if success.contains(&&node.pointer) {
                self.reporter.warning(
                    "error-is-success",
                    &node.pointer,
                    format!("the `{status}` response repeats the successful one: errors are not read as that"),
                    "say what an error looks like with an overlay",
                );
                continue;
            }
            let Some(ty) = self.response(node, &scope.join("error"))? else {
                continue;
            };
            if !types.contains(&ty) {
                types.push(ty);
            }
        }
        let is_object = |ty: &Type| match ty {
            Type::Named(id) => matches!(self.types.shape(*id), Some(Shape::Object(_))),
            _ => false,
        };
        Some(match types.as_slice() {
            [] => ErrorAnswer::Unknown,
            [ty] if is_object(ty) => ErrorAnswer::Json(ty.clone()),
            _ => {
                if let Some((_, node)) = errors.first() {
                    self.reporter.warning(
                        "error-responses",
                        &node.pointer,
                        "error bodies that differ by status, or that are no objects, are given as any JSON value",
                        "declare one object for all errors with an overlay",
                    );
                }
                ErrorAnswer::Unknown
            }
        })
    }

    /// The type of a response's JSON; `Some(None)` if it has none.
    #[expect(
        clippy::option_option,
        reason = "a body may be missing, and it may be wrong"
    )]
    fn response(&mut self, node: &Node<'d>, scope: &Scope) -> Option<Option<Type>> {
        node.read::<openapiv3::Response>(CHILDREN, self.reporter)?;
        let Some(schema) = self.json_schema(node, "response")? else {
            return Some(None);
        };
        let lowered = self.schema(&schema, scope)?;
        self.types.describe(&lowered.ty, node.text("description"));
        Some(Some(lowered.ty))
    }
}

//! Operations whose ids give the same name in Rust.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{OperationNames, method_name};
use crate::api::Api;
use crate::diagnostics::{Code, Help, Reporter};
use crate::method::derived_id;

/// Reports each operation that got another name because an earlier one has its name.
pub(super) fn report(api: &Api, names: &[OperationNames], reporter: &Reporter) {
    let taken: BTreeMap<&str, usize> = names
        .iter()
        .enumerate()
        .map(|(at, names)| (&*names.method, at))
        .collect();
    let is_folded = |at: usize| names[at].method != method_name(&api.operations[at].id);
    let mut proposed = BTreeSet::new();
    for (at, operation) in api.operations.iter().enumerate() {
        let (id, method) = (&operation.id, &names[at].method);
        let other = derived_id(operation.method.name(), &operation.path);
        // A variant follows from its base operation.
        let follows = operation.variant_of.is_some_and(|base| is_folded(base.0));
        // It kept its name when another operation took its id.
        let is_kept = *method == method_name(&other);
        if follows || is_kept || !is_folded(at) {
            continue;
        }
        let name = method_name(id);
        let suffix = method.strip_prefix(&*name);
        let is_numbered = suffix.is_some_and(|suffix| {
            let number = suffix.strip_prefix('_').unwrap_or(suffix);
            number.bytes().all(|byte| byte.is_ascii_digit())
        });
        // Without a number, somebody has chosen it in the file with the kept names.
        let Some(first) = taken.get(&*name).filter(|_| is_numbered) else {
            continue;
        };
        let first = &api.operations[*first];
        let reason = if method_name(&first.id) == name {
            format!("`{}` and `{id}` give the same name", first.id)
        } else {
            format!("`{name}` was the name of `{}` already", first.route())
        };
        let message = format!("{reason}, so the method of this operation is `{method}`");
        let mut help = Help::new("give it another `operationId`");
        let name = method_name(&other);
        if !taken.contains_key(&*name) && proposed.insert(name) {
            help = help.update(&operation.at, json!({"operationId": other}));
        }
        reporter.warning(Code::OperationName, &operation.at, message, help);
    }
}

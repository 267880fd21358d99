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
        // A variant follows from its base operation.
        let follows = operation.variant_of.is_some_and(|base| is_folded(base.0));
        if follows || !is_folded(at) {
            continue;
        }
        let (id, method) = (&operation.id, &names[at].method);
        let first = taken
            .get(&*method_name(id))
            .map_or(id, |first| &api.operations[*first].id);
        let message = format!(
            "`{first}` and `{id}` give the same name, so the method of this operation is `{method}`"
        );
        let mut help = Help::new("give it another `operationId`");
        let other = derived_id(operation.method.name(), &operation.path);
        let name = method_name(&other);
        if !taken.contains_key(&*name) && proposed.insert(name) {
            help = help.update(&operation.at, json!({"operationId": other}));
        }
        reporter.warning(Code::OperationName, &operation.at, message, help);
    }
}

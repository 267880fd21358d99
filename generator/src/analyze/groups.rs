//! Operations grouped by what they are about, for the docs of the client.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Operation, OperationId};

/// Operations that are about the same thing.
#[derive(Debug)]
pub(crate) struct Group {
    /// A tag, or a segment of the path. Empty if the operations have neither.
    pub(crate) name: String,
    pub(crate) operations: Vec<OperationId>,
}

/// The groups in the order of their first operation. Operations belong together if they have the same first tag, apart from
/// tags that all of them have. Unless each has such a tag, those belong together whose paths have the same first segment
/// after those that all paths have in common.
pub(super) fn of(api: &Api) -> Vec<Group> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let tags = api.operations.iter();
    for tag in tags.flat_map(|operation| BTreeSet::from_iter(&operation.tags)) {
        *uses.entry(tag).or_default() += 1;
    }
    let tag_of = |operation: &Operation| {
        let mut tags = operation.tags.iter();
        tags.find(|tag| uses[tag.as_str()] < api.operations.len())
            .cloned()
    };
    if api
        .operations
        .iter()
        .all(|operation| tag_of(operation).is_some())
    {
        return grouped(api, tag_of);
    }
    let mut operations = api.operations.iter();
    let first = operations.next().map(segments).unwrap_or_default();
    let in_common = operations.fold(first.len(), |in_common, operation| {
        let pairs = first.iter().zip(segments(operation));
        let same = pairs.take_while(|(one, other)| **one == *other).count();
        in_common.min(same)
    });
    grouped(api, |operation| {
        segments(operation)
            .get(in_common)
            .map(|name| (*name).to_owned())
    })
}

fn grouped(api: &Api, name: impl Fn(&Operation) -> Option<String>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for id in api.operation_ids() {
        let name = name(api.operation(id)).unwrap_or_default();
        let index = *known.entry(name.clone()).or_insert_with(|| {
            let operations = Vec::new();
            groups.push(Group { name, operations });
            groups.len() - 1
        });
        groups[index].operations.push(id);
    }
    groups
}

/// The segments of the path that are not parameters.
fn segments(operation: &Operation) -> Vec<&str> {
    let segments = operation.path.split('/');
    let is_fixed = |segment: &&str| !segment.is_empty() && !segment.contains('{');
    segments.filter(is_fixed).collect()
}

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

/// The groups in the order of their first operation. If most operations have a tag, those with the same first tag belong together,
/// apart from a tag that all of those with tags have. The others come last, by the first segment of their paths after those that
/// all paths have in common; a segment that is a tag belongs to it. If most have no such tag, all of them are grouped by this segment.
pub(super) fn of(api: &Api) -> Vec<Group> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let tagged = api
        .operations
        .iter()
        .filter(|operation| !operation.tags.is_empty());
    for tag in tagged
        .clone()
        .flat_map(|operation| BTreeSet::from_iter(&operation.tags))
    {
        *uses.entry(tag).or_default() += 1;
    }
    let number_of_tagged = tagged.count();
    let tag_of = |operation: &Operation| {
        let mut tags = operation.tags.iter();
        tags.find(|tag| uses[tag.as_str()] < number_of_tagged)
            .cloned()
    };
    let mut operations = api.operations.iter();
    let first = operations.next().map(segments).unwrap_or_default();
    let in_common = operations.fold(first.len(), |in_common, operation| {
        let pairs = first.iter().zip(segments(operation));
        let same = pairs.take_while(|(one, other)| **one == *other).count();
        in_common.min(same)
    });
    let is_tagged = |operation: &&Operation| tag_of(operation).is_some();
    let by_tags = 2 * api.operations.iter().filter(is_tagged).count() > api.operations.len();
    let mut groups = Groups::default();
    let mut others = Vec::new();
    for id in api.operation_ids() {
        match tag_of(api.operation(id)) {
            Some(tag) if by_tags => groups.add(tag, id),
            _ => others.push(id),
        }
    }
    let tags = groups.groups.iter();
    let tags = tags.map(|group| (group.name.to_lowercase(), group.name.clone()));
    let tags: BTreeMap<String, String> = tags.collect();
    for id in others {
        let segments = segments(api.operation(id));
        let segment = segments.get(in_common).copied().unwrap_or_default();
        // The tag `Users` is the segment `users`.
        let tag = tags.get(&segment.to_lowercase()).cloned();
        groups.add(tag.unwrap_or_else(|| segment.to_owned()), id);
    }
    groups.groups
}

#[derive(Default)]
struct Groups {
    groups: Vec<Group>,
    /// Their indices, by name.
    known: BTreeMap<String, usize>,
}

impl Groups {
    fn add(&mut self, name: String, id: OperationId) {
        let groups = &mut self.groups;
        let index = *self.known.entry(name.clone()).or_insert_with(|| {
            let operations = Vec::new();
            groups.push(Group { name, operations });
            groups.len() - 1
        });
        groups[index].operations.push(id);
    }
}

/// The segments of the path that are not parameters.
fn segments(operation: &Operation) -> Vec<&str> {
    let segments = operation.path.split('/');
    let is_fixed = |segment: &&str| !segment.is_empty() && !segment.contains('{');
    segments.filter(is_fixed).collect()
}

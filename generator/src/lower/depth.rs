//! Types that contain each other more deeply than rustc follows them.

use std::collections::BTreeMap;
use std::vec::IntoIter;

use super::Lowering;
use super::types::Definition;
use crate::api::{Api, DefinedIn, Property, Shape, Type, TypeId};
use crate::diagnostics::{Code, Reporter};
use crate::source::Pointer;

/// The deepest nesting of types.
///
/// For `S: Send`, rustc looks at the types in `S`, at those in them, and so on, to a depth of 128. The rest is for the inside of
/// types such as `String`, and for the future of the caller that `S` is in.
const DEEPEST: usize = 100;

/// The depth of the items in a list or map: `Vec<T>` contains a buffer, which contains a marker, which contains `T`.
const COLLECTION: usize = 3;

/// A type that the walk has reached.
struct Reached {
    order: usize,
    depth: usize,
    /// Whether all types of its cycles are known. rustc assumes that a type which it is looking at implements the trait.
    is_settled: bool,
}

/// A type on the path to the current one.
struct Step {
    id: TypeId,
    /// The types in it that are left, with their depth in it.
    rest: IntoIter<(usize, TypeId)>,
    /// The depth of the one that the path leads to.
    next: usize,
    /// The greatest depth so far.
    depth: usize,
    /// The first type of its cycles.
    first: usize,
}

impl Step {
    fn include(&mut self, depth: usize) {
        self.depth = self.depth.max(depth);
    }
}

/// Reports each type in which others are nested too deeply, starting over there.
///
/// The path is kept in a list instead of the call stack, because a document may have very long paths.
pub(super) fn check(api: &Api, pointers: &BTreeMap<TypeId, Pointer>, reporter: &Reporter) {
    let mut reached: BTreeMap<TypeId, Reached> = BTreeMap::new();
    let mut unsettled = Vec::new();
    let mut path: Vec<Step> = Vec::new();
    for start in api.type_ids() {
        let mut entered = (!reached.contains_key(&start)).then_some(start);
        loop {
            if let Some(id) = entered.take() {
                let order = reached.len();
                let is_settled = false;
                reached.insert(
                    id,
                    Reached {
                        order,
                        depth: 0,
                        is_settled,
                    },
                );
                unsettled.push(id);
                path.push(Step {
                    id,
                    rest: parts(&api.type_def(id).shape).into_iter(),
                    next: 0,
                    depth: 0,
                    first: order,
                });
            }
            let Some(step) = path.last_mut() else { break };
            if let Some((depth, part)) = step.rest.next() {
                step.next = depth;
                match reached.get(&part) {
                    None => entered = Some(part),
                    Some(known) if known.is_settled => step.include(depth + known.depth),
                    Some(open) => step.first = step.first.min(open.order),
                }
                continue;
            }
            let Some(done) = path.pop() else { break };
            let is_too_deep = done.depth > DEEPEST;
            if is_too_deep {
                report(api, done.id, pointers, reporter);
            }
            let depth = if is_too_deep { 0 } else { done.depth };
            if let Some(known) = reached.get_mut(&done.id) {
                known.depth = depth;
                if known.order == done.first {
                    while let Some(id) = unsettled.pop() {
                        reached
                            .entry(id)
                            .and_modify(|known| known.is_settled = true);
                        if id == done.id {
                            break;
                        }
                    }
                }
            }
            if let Some(outer) = path.last_mut() {
                outer.include(outer.next + depth);
                outer.first = outer.first.min(done.first);
            }
        }
    }
}

/// The named types in a type, with their depth in it.
fn parts(shape: &Shape) -> Vec<(usize, TypeId)> {
    let part = |ty: &Type, around: usize| Some((1 + around + depth(ty), ty.named()?));
    match shape {
        Shape::Object(object) => {
            let around = |property: &Property| {
                usize::from(!property.required) + usize::from(property.nullable)
            };
            let properties = object.properties.iter();
            let properties = properties.filter_map(|property| part(&property.ty, around(property)));
            let additional = object.additional.iter();
            properties
                .chain(additional.filter_map(|ty| part(ty, COLLECTION)))
                .collect()
        }
        Shape::Union(union) => {
            let variants = union.variants.iter();
            variants
                .filter_map(|variant| part(&variant.ty, 0))
                .collect()
        }
        Shape::Enumeration(_) | Shape::StringNewtype => Vec::new(),
    }
}

/// The depth of the named type in a type.
fn depth(ty: &Type) -> usize {
    match ty {
        Type::Array(inner) | Type::Map(inner) => COLLECTION + depth(inner),
        Type::Nullable(inner) => 1 + depth(inner),
        _ => 0,
    }
}

fn report(api: &Api, id: TypeId, pointers: &BTreeMap<TypeId, Pointer>, reporter: &Reporter) {
    let def = api.type_def(id);
    let at = pointers.get(&id).cloned().or(match def.defined_in {
        DefinedIn::Operation(operation) => Some(api.operation(operation).at.clone()),
        DefinedIn::Type(owner) => pointers.get(&owner).cloned(),
        DefinedIn::OwnFile => None,
    });
    reporter.error(
        Code::TooDeep,
        &at.unwrap_or_else(Pointer::root),
        format!(
            "`{}` contains schemas that contain each other to a depth of more than {DEEPEST}, which rustc refuses; an object or a \
             union counts as 1, a list or map as 3, an optional or nullable value as 1",
            def.name
        ),
        "describe a property between them as any JSON value (`{}`)",
    );
}

impl Lowering<'_, '_> {
    /// The locations of the types of schemas that others refer to.
    pub(super) fn pointers(&self) -> BTreeMap<TypeId, Pointer> {
        let definitions = self.types.definitions();
        let read = definitions.filter_map(|(pointer, definition)| match definition {
            Definition::Read(lowered) => match lowered.ty {
                Type::Named(id) => Some((id, pointer.clone())),
                _ => None,
            },
            Definition::Open | Definition::Damaged(_) => None,
        });
        read.collect()
    }
}

//! The places of the document before, and the places of the same things in the new one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::check::{METHODS, operations};
use super::renames::Renames;
use super::walk::{Kind, Role};

/// The new places of each old one, as JSON pointers. It has several if what was shared no longer is.
pub(super) struct Counterparts {
    by_place: BTreeMap<String, BTreeMap<String, Guess>>,
}

/// The old and the new name of the property or parameter that seems to be renamed, if the place is part of one.
pub(super) type Guess = Option<(String, String)>;

/// Something in both documents.
struct Pair {
    old: String,
    new: String,
    kind: Kind,
    guess: Guess,
}

struct Walk<'d> {
    previous: &'d Value,
    facts: &'d Value,
    renames: &'d Renames,
    /// The new names of path parameters, by the old pointer to the parameters of the operation and the old name.
    path_names: BTreeMap<(String, &'d str), &'d str>,
    open: Vec<Pair>,
    found: Counterparts,
}

impl Counterparts {
    pub(super) fn of(previous: &Value, facts: &Value, renames: &Renames) -> Self {
        let document = Pair {
            old: String::new(),
            new: String::new(),
            kind: Kind::DOCUMENT,
            guess: None,
        };
        let mut walk = Walk {
            previous,
            facts,
            renames,
            path_names: BTreeMap::new(),
            open: vec![document],
            found: Self {
                by_place: BTreeMap::new(),
            },
        };
        walk.operations();
        while let Some(pair) = walk.open.pop() {
            walk.take(pair);
        }
        walk.found
    }

    /// The new places of something.
    pub(super) fn of_place(&self, pointer: &str) -> impl Iterator<Item = (&str, &Guess)> {
        let places = self.by_place.get(pointer).into_iter().flatten();
        places.map(|(place, guess)| (place.as_str(), guess))
    }

    /// The old and the new names of what seems to be renamed.
    pub(super) fn names(&self) -> BTreeSet<&(String, String)> {
        let places = self.by_place.values().flatten();
        places.filter_map(|(_, guess)| guess.as_ref()).collect()
    }

    /// The new place of something that is no longer where it was.
    pub(super) fn moved(&self, pointer: &str) -> Option<&str> {
        let places = self.by_place.get(pointer)?;
        let first = places.keys().next()?;
        (!places.contains_key(pointer)).then_some(first)
    }
}

impl Walk<'_> {
    /// Operations are the same if their ids are. If an id is gone, its route may have an operation with a new id.
    fn operations(&mut self) {
        let (previous, facts) = (self.previous, self.facts);
        let (old_ids, new_ids) = (ids(previous), ids(facts));
        for (path, method, operation) in operations(previous) {
            let id = id(operation).filter(|id| new_ids.contains(id));
            let is_same = |(other, same, operation): &(&str, &str, &Value)| match id {
                Some(id) => self::id(operation) == Some(id),
                None => {
                    let is_new = self::id(operation).is_none_or(|id| !old_ids.contains(id));
                    (*other, *same) == (path, method) && is_new
                }
            };
            let Some((new_path, new_method, _)) = operations(facts).find(is_same) else {
                continue;
            };
            let items = [path, new_path].map(|path| format!("/paths/{}", escaped(path)));
            let [old, new] = items.clone();
            let at = format!("{old}/{method}/parameters");
            let names = path_parameters(path).zip(path_parameters(new_path));
            self.path_names
                .extend(names.map(|(old, new)| ((at.clone(), old), new)));
            let kind = Kind::Object(Role::PathItem);
            self.open.push(pair(old, new, kind, None));
            let [old, new] = &items;
            let (old, new) = (format!("{old}/{method}"), format!("{new}/{new_method}"));
            // Parameters may have moved between an operation and its path.
            let [old_path, new_path] = items;
            self.moved_parameters(&old, [&new, &new_path]);
            self.moved_parameters(&old_path, [&new_path, &new]);
            self.open.push(pair(old, new, kind.member(method), None));
        }
    }

    /// The parameters of an operation or a path that are no longer in the first of these places, but in the second.
    fn moved_parameters(&mut self, old: &str, [usual, other]: [&str; 2]) {
        let lists = [
            (self.previous, old),
            (self.facts, usual),
            (self.facts, other),
        ];
        let [before, usual, after] = lists.map(|(document, at)| {
            let list = document.pointer(&format!("{at}/parameters"));
            let list = list.and_then(Value::as_array);
            let keys = list.into_iter().flatten().map(|parameter| {
                let parameter = resolved(document, parameter);
                (&parameter["in"], &parameter["name"])
            });
            keys.collect::<Vec<_>>()
        });
        for (index, key) in before.iter().enumerate() {
            let found = after.iter().position(|other| other == key);
            if let Some(found) = found.filter(|_| !usual.contains(key)) {
                self.open.push(pair(
                    format!("{old}/parameters/{index}"),
                    format!("{other}/parameters/{found}"),
                    Kind::Map(Role::Parameter).item(),
                    None,
                ));
            }
        }
    }

    /// Records a pair, and opens the pairs below it.
    fn take(&mut self, pair: Pair) {
        let places = (
            self.previous.pointer(&pair.old),
            self.facts.pointer(&pair.new),
        );
        let ((Some(before), Some(after)), true) = (places, pair.kind != Kind::Data) else {
            return;
        };
        let references = (reference(before), reference(after));
        if let (None, Some(shared)) = references {
            let after = self.facts.pointer(shared);
            if after.is_some_and(|after| before["type"] == after["type"]) {
                let new = shared.to_owned();
                self.open.push(Pair { new, ..pair });
            }
            return;
        }
        let known = self.found.by_place.entry(pair.old.clone()).or_default();
        if known.contains_key(&pair.new) {
            return;
        }
        known.insert(pair.new.clone(), pair.guess.clone());
        match references {
            (Some(shared), other) => {
                let is_gone = self.facts.pointer(shared).is_none();
                if is_gone && other.is_none_or(|other| self.previous.pointer(other).is_none()) {
                    let old = shared.to_owned();
                    let new = other.map_or_else(|| pair.new.clone(), str::to_owned);
                    self.open.push(Pair { old, new, ..pair });
                }
            }
            (None, _) => {
                for (old, new, guess) in self.steps(&pair, before, after) {
                    let kind = match before {
                        Value::Array(_) => pair.kind.item(),
                        _ => pair.kind.member(&old),
                    };
                    self.open.push(Pair {
                        old: format!("{}/{}", pair.old, escaped(&old)),
                        new: format!("{}/{}", pair.new, escaped(&new)),
                        kind,
                        guess: guess.or_else(|| pair.guess.clone()),
                    });
                }
            }
        }
    }

    /// The old and the new steps to the same things below a pair.
    fn steps(&self, pair: &Pair, before: &Value, after: &Value) -> Vec<(String, String, Guess)> {
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                let is_property = pair.kind == Kind::Map(Role::Property);
                let names = before.keys().filter_map(|name| {
                    if after.contains_key(name) {
                        return Some((name.clone(), name.clone(), None));
                    }
                    let new = is_property.then(|| self.renames.new_name(name, before, after))??;
                    Some((name.clone(), new.clone(), Some((name.clone(), new))))
                });
                // Operations are pairs of their own.
                let is_operation = |name: &str| match pair.kind {
                    Kind::Object(Role::PathItem) => METHODS.contains(&name),
                    kind => kind == Kind::Map(Role::PathItem) && pair.old == "/paths",
                };
                names.filter(|(name, ..)| !is_operation(name)).collect()
            }
            (Value::Array(before), Value::Array(after)) => {
                if pair.kind == Kind::Map(Role::Parameter) {
                    return self.parameters(pair, before, after);
                }
                let indices = before.iter().enumerate().filter_map(|(index, item)| {
                    let name = item.get("name").or_else(|| item.get("$ref"));
                    let new = match name {
                        Some(_) => after.iter().position(|other| {
                            other.get("name").or_else(|| other.get("$ref")) == name
                        }),
                        None => (before.len() == after.len()).then_some(index),
                    };
                    Some((index.to_string(), new?.to_string(), None))
                });
                indices.collect()
            }
            _ => Vec::new(),
        }
    }

    /// The indices of the same parameters of two lists.
    fn parameters(
        &self,
        pair: &Pair,
        before: &[Value],
        after: &[Value],
    ) -> Vec<(String, String, Guess)> {
        let [old, new] = [(before, self.previous), (after, self.facts)].map(|(list, document)| {
            let parameters = list.iter().enumerate().filter_map(|(index, parameter)| {
                let parameter = resolved(document, parameter);
                let key = (parameter["in"].as_str()?, parameter["name"].as_str()?);
                let mut schema = parameter.clone();
                schema.as_object_mut()?.shift_remove("name");
                Some((key, index, schema))
            });
            parameters.collect::<Vec<_>>()
        });
        let named = |(place, _): (&str, &str), schemas: &[((&str, &str), usize, Value)]| {
            let here = schemas.iter().filter(|((other, _), ..)| *other == place);
            let named = here.map(|((_, name), _, schema)| ((*name).to_owned(), schema.clone()));
            named.collect::<Map<_, _>>()
        };
        let steps = old.iter().filter_map(|(key, index, _)| {
            let has = |name: &str| new.iter().find(|(other, ..)| *other == (key.0, name));
            let path_name = || self.path_names.get(&(pair.old.clone(), key.1));
            let renamed = || {
                self.renames
                    .new_name(key.1, &named(*key, &old), &named(*key, &new))
            };
            let (found, guess) = match (has(key.1), key.0) {
                (Some(found), _) => (found, None),
                (None, "path") => (has(path_name()?)?, None),
                (None, _) => {
                    let name = renamed()?;
                    (has(&name)?, Some((key.1.to_owned(), name)))
                }
            };
            Some((index.to_string(), found.1.to_string(), guess))
        });
        steps.collect()
    }
}

fn pair(old: String, new: String, kind: Kind, guess: Guess) -> Pair {
    Pair {
        old,
        new,
        kind,
        guess,
    }
}

pub(super) fn id(operation: &Value) -> Option<&str> {
    operation["operationId"].as_str()
}

/// The ids that operations declare.
pub(super) fn ids(document: &Value) -> BTreeSet<&str> {
    operations(document)
        .filter_map(|(.., operation)| id(operation))
        .collect()
}

/// The pointer of a reference into the document.
fn reference(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()?.strip_prefix('#')
}

/// The target of a reference, or the value itself.
fn resolved<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    let target = reference(value).and_then(|target| document.pointer(target));
    target.unwrap_or(value)
}

/// The names in braces of a path.
fn path_parameters(path: &str) -> impl Iterator<Item = &str> {
    let parts = path.split('{').skip(1);
    parts.filter_map(|part| Some(part.split_once('}')?.0))
}

/// A step of a JSON pointer.
pub(super) fn escaped(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

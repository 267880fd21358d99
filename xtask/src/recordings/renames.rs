//! Members and parameters that have another name.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Members and parameters that seem to have another name.
#[derive(Debug, Default)]
pub struct Renames {
    /// The new names, by the owner and the old name.
    names: BTreeMap<(String, String), String>,
}

impl Renames {
    /// Adds a name. The owner is a Rust type (`User`), or the method of an operation for its inputs (`Client::list_users`).
    pub fn insert(&mut self, owner: &str, old: &str, new: &str) {
        let method = owner.strip_prefix("Client::").map(folded);
        let owner = method.unwrap_or_else(|| owner.to_owned());
        self.names.insert((owner, old.to_owned()), new.to_owned());
    }

    /// The renames between two versions of the schemas that are plausible: of the properties of a type or of the inputs of an
    /// operation, one is gone, and one with the same schema is new.
    #[must_use]
    pub fn between(previous: &Value, schemas: &Value) -> Self {
        let mut renames = Self::default();
        for (section, kind) in [("$defs", ""), ("operations", "/input")] {
            for (owner, old) in members(&previous[section]) {
                let properties = |schema: &Value| {
                    let properties = schema.pointer(&format!("{kind}/properties"));
                    properties.cloned().unwrap_or_default()
                };
                let (old, new) = (properties(old), properties(&schemas[section][owner]));
                let owner = match section {
                    "$defs" => owner.clone(),
                    _ => folded(owner),
                };
                for (old, new) in pairs(&old, &new) {
                    // The name of an input may be qualified.
                    let [old, new] = [old, new].map(|it| it.rsplit('.').next().unwrap_or_default());
                    renames
                        .names
                        .insert((owner.clone(), old.to_owned()), new.to_owned());
                }
            }
        }
        renames
    }

    /// The beginning of an instruction for a member that is gone.
    pub(super) fn hint(&self, owner: &str, name: &str) -> String {
        let new = self.names.get(&(owner.to_owned(), name.to_owned()));
        new.map_or_else(String::new, |new| {
            format!("if it was renamed to `{new}`, rename it; otherwise ")
        })
    }
}

/// The same for the id of an operation (`listUsers`) and for its method (`list_users`).
pub(super) fn folded(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    format!("{}()", letters.collect::<String>().to_lowercase())
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The properties that are gone, each with the one that is new and has the same schema, if there is one of each.
fn pairs<'v>(old: &'v Value, new: &'v Value) -> Vec<(&'v str, &'v str)> {
    let only = |these: &'v Value, others: &'v Value| {
        let mut groups: BTreeMap<String, Vec<&'v str>> = BTreeMap::new();
        for (name, schema) in members(these).filter(|(name, _)| others.get(name.as_str()).is_none())
        {
            groups
                .entry(facts(schema).to_string())
                .or_default()
                .push(name);
        }
        groups
    };
    let (gone, added) = (only(old, new), only(new, old));
    let pairs = gone
        .iter()
        .filter_map(|(schema, gone)| match (&**gone, &**added.get(schema)?) {
            ([gone], [added]) => Some((*gone, *added)),
            _ => None,
        });
    pairs.collect()
}

/// A schema without its description, which may change with a name.
fn facts(schema: &Value) -> Value {
    let mut facts: Map<String, Value> = schema.as_object().cloned().unwrap_or_default();
    facts.shift_remove("description");
    Value::Object(facts)
}

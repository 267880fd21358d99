//! Changes of a document's tree. A mutation that does not apply to the document does nothing.

use serde_json::{Map, Value, json};

use super::entropy::Entropy;
use super::seed_corpus::SeedCorpus;
use super::tree;

pub(super) type Mutation = fn(&mut Mutator<'_, '_>) -> Option<()>;

/// Mutations that usually keep the document valid.
pub(super) const PRESERVING: &[Mutation] = &[
    exchange,
    exchange,
    exchange,
    set_keyword,
    set_keyword,
    set_keyword,
    other_key,
    other_key,
    rename_everywhere,
    rename_everywhere,
    wrap,
    wrap,
    refer_to_component,
    copy_schema,
    add_property,
];

/// Mutations as a new version of a document has them.
pub(super) const SINGLE: &[Mutation] = &[
    exchange,
    set_keyword,
    other_key,
    wrap,
    refer_to_component,
    copy_schema,
    add_property,
    delete,
    swap,
];

/// Mutations that usually break the document.
pub(super) const BREAKING: &[Mutation] = &[
    delete,
    delete,
    duplicate,
    swap,
    move_elsewhere,
    replace_by_anything,
    replace_by_anything,
    rename,
    refer_anywhere,
    refer_anywhere,
    change_version,
    transplant,
    lengthen,
];

pub(super) struct Mutator<'s, 'b> {
    pub(super) seed_corpus: &'s SeedCorpus,
    pub(super) entropy: Entropy<'b>,
    pub(super) root: Value,
}

impl Mutator<'_, '_> {
    pub(super) fn apply(&mut self, mutations: &[Mutation]) {
        if let Some(mutation) = self.entropy.choose(mutations) {
            // If it does not apply, the case has one change less.
            let _ = mutation(self);
        }
    }

    /// A random node other than the root: with equal weight, or preferably close to the root.
    fn node(&mut self) -> Option<String> {
        if self.entropy.one_in(2) {
            let pointers = tree::pointers(&self.root);
            return self.entropy.choose(&pointers[1..]).cloned();
        }
        let mut at = String::new();
        loop {
            let step = match self.root.pointer(&at)? {
                Value::Object(members) => {
                    let keys: Vec<_> = members.keys().collect();
                    self.entropy.choose(&keys).map(|key| tree::escaped(key))
                }
                Value::Array(items) if !items.is_empty() => {
                    Some(self.entropy.below(items.len()).to_string())
                }
                _ => None,
            };
            match step {
                Some(step) => at = format!("{at}/{step}"),
                None => break,
            }
            if self.entropy.one_in(5) {
                break;
            }
        }
        (!at.is_empty()).then_some(at)
    }

    /// A random node whose path matches.
    fn node_where(&mut self, is_wanted: impl Fn(&[String]) -> bool) -> Option<String> {
        let mut pointers = tree::pointers(&self.root);
        pointers.retain(|pointer| is_wanted(&tree::steps(pointer)));
        self.entropy.choose(&pointers).cloned()
    }

    fn schema(&mut self) -> Option<String> {
        self.node_where(is_schema)
    }

    fn component(&mut self) -> Option<String> {
        self.node_where(
            |steps| matches!(steps, [components, schemas, _] if components == "components" && schemas == "schemas"),
        )
    }

    fn name(&mut self) -> String {
        let name = self.entropy.choose(&self.seed_corpus.dictionary.names);
        name.cloned().unwrap_or_default()
    }

    /// A value that the key has in some document or in the dictionary.
    fn value(&mut self, key: &str) -> Option<Value> {
        self.entropy.choose(self.seed_corpus.values(key)).cloned()
    }

    fn any_value(&mut self) -> Value {
        let value = self.entropy.choose(&self.seed_corpus.dictionary.values);
        value.cloned().unwrap_or_default()
    }

    fn put(&mut self, pointer: &str, value: Value) -> Option<()> {
        *self.root.pointer_mut(pointer)? = value;
        Some(())
    }

    /// Replaces a random schema.
    pub(super) fn put_schema(&mut self, schema: Value) -> Option<()> {
        let at = self.schema()?;
        self.put(&at, schema)
    }

    /// Redirects dangling references to a component, so that the generator goes on to the rest of the document.
    pub(super) fn fix_references(&mut self) {
        let components: Vec<String> = tree::pointers(&self.root)
            .into_iter()
            .filter(|pointer| {
                matches!(tree::steps(pointer).as_slice(), [components, _, _] if components == "components")
            })
            .collect();
        for at in tree::pointers(&self.root) {
            let is_reference = at.ends_with("/$ref");
            let Some(Value::String(text)) = self.root.pointer(&at).filter(|_| is_reference) else {
                continue;
            };
            let target = text.strip_prefix('#');
            if target.is_some_and(|target| self.root.pointer(target).is_some()) {
                continue;
            }
            let section = text.rsplit_once('/').map_or("", |(section, _)| section);
            let section = section.trim_start_matches('#').to_owned() + "/";
            let candidates = components
                .iter()
                .filter(|pointer| pointer.starts_with(&section));
            let candidates: Vec<_> = candidates.collect();
            let parent = at.trim_end_matches("/$ref").to_owned();
            let value = match self.entropy.choose(&candidates) {
                Some(target) => json!({"$ref": format!("#{target}")}),
                None => Value::Object(Map::new()),
            };
            let _ = self.put(&parent, value);
        }
    }
}

/// Whether the path leads to a schema.
pub(super) fn is_schema(steps: &[String]) -> bool {
    let is_one_of = |step: Option<&String>, keys: &[&str]| {
        step.is_some_and(|step| keys.contains(&step.as_str()))
    };
    let last = steps.last();
    let parent = steps.len().checked_sub(2).and_then(|at| steps.get(at));
    let has_names = ["properties", "schemas", "$defs", "patternProperties"];
    let is_list = ["allOf", "oneOf", "anyOf", "prefixItems"];
    is_one_of(parent, &has_names)
        || is_one_of(parent, &is_list)
        || is_one_of(last, &["schema", "items", "additionalProperties", "not"])
}

/// Replaces a node with a value of the same key from elsewhere.
fn exchange(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let (_, key) = tree::split(&at)?;
    let value = this.value(&key)?;
    this.put(&at, value)
}

fn set_keyword(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.schema()?;
    let keyword = this
        .entropy
        .choose(&this.seed_corpus.dictionary.schema_keywords)?;
    let value = match keyword.as_str() {
        // A schema of this document fits in better than one of another document.
        "items" | "additionalProperties" | "not" if this.entropy.one_in(2) => {
            let schema = this.schema()?;
            this.root.pointer(&schema)?.clone()
        }
        keyword => this.value(keyword)?,
    };
    let members = this.root.pointer_mut(&at)?.as_object_mut()?;
    members.insert(keyword.clone(), value);
    Some(())
}

/// Replaces a key with another one of its group, or adds one.
fn other_key(this: &mut Mutator<'_, '_>) -> Option<()> {
    let groups = &this.seed_corpus.dictionary.keys;
    let is_path = |key: &str| key.starts_with('/');
    let group_of = |key: &str| {
        groups.iter().find(|group| {
            group.iter().any(|other| other == key) || (is_path(key) && is_path(&group[0]))
        })
    };
    let at = this.node_where(|steps| steps.last().is_some_and(|key| group_of(key).is_some()))?;
    let (parent, key) = tree::split(&at)?;
    let other = this.entropy.choose(group_of(&key)?)?;
    if this.entropy.one_in(2) {
        return tree::rename(&mut this.root, &at, other);
    }
    let value = match this.value(other) {
        Some(value) if this.entropy.one_in(2) => value,
        _ => this.root.pointer(&at)?.clone(),
    };
    let members = this.root.pointer_mut(parent)?.as_object_mut()?;
    members.insert(other.clone(), value);
    Some(())
}

/// Renames a name everywhere: as a key, as a value, in references and in paths.
fn rename_everywhere(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let (parent, key) = tree::split(&at)?;
    let old = match this.root.pointer(&at)? {
        Value::String(text) if this.entropy.one_in(2) => text.clone(),
        _ => key,
    };
    let parent_key = tree::split(parent).map(|(_, key)| key);
    let is_keyword =
        this.seed_corpus.values(&old).len() > 3 && parent_key.as_deref() != Some("properties");
    if old.is_empty() || (is_keyword && !this.entropy.one_in(20)) {
        return None;
    }
    let new = this.name();
    replace_name(&mut this.root, &old, &new);
    Some(())
}

fn replace_name(value: &mut Value, old: &str, new: &str) {
    let in_text = |text: &str| {
        if text == old {
            return Some(new.to_owned());
        }
        let from = format!("/{}", tree::escaped(old));
        let is_reference = text.starts_with('#') && text.ends_with(&from);
        if is_reference {
            let start = text.strip_suffix(&from)?;
            return Some(format!("{start}/{}", tree::escaped(new)));
        }
        let braces = format!("{{{old}}}");
        let is_path = text.starts_with('/') && text.contains(&braces);
        is_path.then(|| text.replace(&braces, &format!("{{{new}}}")))
    };
    match value {
        Value::String(text) => {
            if let Some(changed) = in_text(text) {
                *text = changed;
            }
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| replace_name(item, old, new)),
        Value::Object(members) => {
            let renamed = std::mem::take(members).into_iter().map(|(key, mut value)| {
                replace_name(&mut value, old, new);
                (in_text(&key).unwrap_or(key), value)
            });
            *members = renamed.collect();
        }
        _ => {}
    }
}

fn wrap(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.schema()?;
    let inner = this.root.pointer(&at)?.clone();
    let other = this.schema()?;
    let other = this.root.pointer(&other)?.clone();
    let name = this.name();
    let wrapped = match this.entropy.below(9) {
        0 => json!({"allOf": [inner]}),
        1 => json!({"allOf": [inner, other]}),
        2 => json!({"oneOf": [inner, other]}),
        3 => json!({"anyOf": [inner, other, {"type": "null"}]}),
        4 => json!({"type": "array", "items": inner}),
        5 => json!({"type": "object", "additionalProperties": inner}),
        6 => json!({"type": "object", "properties": {name: inner}}),
        7 => json!({"oneOf": [{"oneOf": [inner, other]}, {"type": "string"}]}),
        _ => json!({"nullable": true, "allOf": [inner], "properties": {name: other}}),
    };
    this.put(&at, wrapped)
}

fn refer_to_component(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.schema()?;
    let to = this.component()?;
    let reference = json!({"$ref": format!("#{to}")});
    if this.entropy.one_in(3) {
        let members = this.root.pointer_mut(&at)?.as_object_mut()?;
        members.insert("$ref".to_owned(), reference["$ref"].clone());
        return Some(());
    }
    this.put(&at, reference)
}

fn copy_schema(this: &mut Mutator<'_, '_>) -> Option<()> {
    let from = this.schema()?;
    let to = this.schema()?;
    let value = this.root.pointer(&from)?.clone();
    this.put(&to, value)
}

fn add_property(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node_where(|steps| steps.last().is_some_and(|key| key == "properties"))?;
    let schema = this.schema()?;
    let value = this.root.pointer(&schema)?.clone();
    let name = this.name();
    let members = this.root.pointer_mut(&at)?.as_object_mut()?;
    members.insert(name, value);
    Some(())
}

fn delete(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    tree::remove(&mut this.root, &at).map(drop)
}

fn duplicate(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let value = this.root.pointer(&at)?.clone();
    let (parent, _) = tree::split(&at)?;
    let name = this.name();
    match this.root.pointer_mut(parent)? {
        Value::Object(members) => drop(members.insert(name, value)),
        Value::Array(items) => items.push(value),
        _ => {}
    }
    Some(())
}

fn swap(this: &mut Mutator<'_, '_>) -> Option<()> {
    let (one, other) = (this.node()?, this.node()?);
    let first = this.root.pointer(&one)?.clone();
    let second = this.root.pointer(&other)?.clone();
    this.put(&one, second)?;
    this.put(&other, first)
}

fn move_elsewhere(this: &mut Mutator<'_, '_>) -> Option<()> {
    let from = this.node()?;
    let value = tree::remove(&mut this.root, &from)?;
    let to = this.node()?;
    this.put(&to, value)
}

/// Replaces a node with one of another document.
fn transplant(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let seed = this.entropy.choose(&this.seed_corpus.seeds)?;
    let pointers = tree::pointers(&seed.document);
    let from = this.entropy.choose(&pointers)?;
    let value = seed.document.pointer(from)?.clone();
    this.put(&at, value)
}

fn replace_by_anything(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let value = match this.entropy.below(4) {
        0 => Value::String(this.name()),
        _ => this.any_value(),
    };
    this.put(&at, value)
}

fn rename(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let name = this.name();
    tree::rename(&mut this.root, &at, &name)
}

/// Inserts a reference to anything: an ancestor, itself, another reference, or a target that does not exist.
fn refer_anywhere(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let to = match this.entropy.below(5) {
        0 => this
            .entropy
            .choose(&this.seed_corpus.dictionary.references)?
            .clone(),
        1 => format!("#{}", tree::split(&at)?.0),
        2 => format!("#{at}"),
        3 => format!("#{at}/{}", this.name()),
        _ => format!("#{}", this.node()?),
    };
    if this.entropy.one_in(2) {
        return this.put(&at, json!({ "$ref": to }));
    }
    let members = this.root.pointer_mut(&at)?.as_object_mut()?;
    members.insert("$ref".to_owned(), Value::String(to));
    Some(())
}

fn change_version(this: &mut Mutator<'_, '_>) -> Option<()> {
    let version = this
        .entropy
        .choose(&this.seed_corpus.dictionary.versions)?
        .clone();
    this.put("/openapi", version)
}

/// Makes a list, an object or a text much longer than anybody would write it.
fn lengthen(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let times = [50, 1000, 3000][this.entropy.below(3)];
    match this.root.pointer_mut(&at)? {
        Value::String(text) => *text = text.repeat(times),
        Value::Array(items) if items.len() == 1 => *items = vec![items[0].clone(); times / 10],
        Value::Object(members) if members.len() < 5 => {
            let (key, value) = members.iter().next()?;
            let more = (0..times / 10).map(|index| (format!("{key}{index}"), value.clone()));
            let more: Vec<_> = more.collect();
            members.extend(more);
        }
        _ => return None,
    }
    Some(())
}

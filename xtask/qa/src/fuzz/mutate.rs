//! Changes of a document's tree. Each does nothing where it finds no place.

use serde_json::{Map, Value, json};

use super::dice::Dice;
use super::stock::Stock;
use super::tree;

pub(super) type Mutation = fn(&mut Mutator<'_, '_>) -> Option<()>;

/// Those that mostly leave a document that code can be generated from.
pub(super) const GENTLE: &[Mutation] = &[
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

/// Those that break things.
pub(super) const ROUGH: &[Mutation] = &[
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
    pub(super) stock: &'s Stock,
    pub(super) dice: Dice<'b>,
    pub(super) root: Value,
}

impl Mutator<'_, '_> {
    pub(super) fn apply(&mut self, mutations: &[Mutation]) {
        if let Some(mutation) = self.dice.pick(mutations) {
            // Where there is no place for it, the case has one change less.
            let _ = mutation(self);
        }
    }

    /// Some node but the root: any, or one that is rather near to the root.
    fn node(&mut self) -> Option<String> {
        if self.dice.once_in(2) {
            let pointers = tree::pointers(&self.root);
            return self.dice.pick(&pointers[1..]).cloned();
        }
        let mut at = String::new();
        loop {
            let step = match self.root.pointer(&at)? {
                Value::Object(members) => {
                    let keys: Vec<_> = members.keys().collect();
                    self.dice.pick(&keys).map(|key| tree::escaped(key))
                }
                Value::Array(items) if !items.is_empty() => {
                    Some(self.dice.below(items.len()).to_string())
                }
                _ => None,
            };
            match step {
                Some(step) => at = format!("{at}/{step}"),
                None => break,
            }
            if self.dice.once_in(5) {
                break;
            }
        }
        (!at.is_empty()).then_some(at)
    }

    /// Some node that is told by the steps to it.
    fn node_where(&mut self, is_wanted: impl Fn(&[String]) -> bool) -> Option<String> {
        let mut pointers = tree::pointers(&self.root);
        pointers.retain(|pointer| is_wanted(&tree::steps(pointer)));
        self.dice.pick(&pointers).cloned()
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
        let name = self.dice.pick(&self.stock.words.names);
        name.cloned().unwrap_or_default()
    }

    /// A value that stands under this key somewhere.
    fn value(&mut self, key: &str) -> Option<Value> {
        self.dice.pick(self.stock.values(key)).cloned()
    }

    fn any_value(&mut self) -> Value {
        let value = self.dice.pick(&self.stock.words.values);
        value.cloned().unwrap_or_default()
    }

    fn put(&mut self, pointer: &str, value: Value) -> Option<()> {
        *self.root.pointer_mut(pointer)? = value;
        Some(())
    }

    /// Puts a schema where some other one is.
    pub(super) fn put_schema(&mut self, schema: Value) -> Option<()> {
        let at = self.schema()?;
        self.put(&at, schema)
    }

    /// References that lead nowhere lead to some schema, so that the rest of the document is looked at.
    pub(super) fn mend_references(&mut self) {
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
            let alike = components
                .iter()
                .filter(|pointer| pointer.starts_with(&section));
            let alike: Vec<_> = alike.collect();
            let around = at.trim_end_matches("/$ref").to_owned();
            let value = match self.dice.pick(&alike) {
                Some(target) => json!({"$ref": format!("#{target}")}),
                None => Value::Object(Map::new()),
            };
            let _ = self.put(&around, value);
        }
    }
}

/// Whether a schema is expected there.
pub(super) fn is_schema(steps: &[String]) -> bool {
    let is_one_of = |step: Option<&String>, keys: &[&str]| {
        step.is_some_and(|step| keys.contains(&step.as_str()))
    };
    let last = steps.last();
    let around = steps.len().checked_sub(2).and_then(|at| steps.get(at));
    let has_names = ["properties", "schemas", "$defs", "patternProperties"];
    let is_list = ["allOf", "oneOf", "anyOf", "prefixItems"];
    is_one_of(around, &has_names)
        || is_one_of(around, &is_list)
        || is_one_of(last, &["schema", "items", "additionalProperties", "not"])
}

/// What stands under the same key elsewhere.
fn exchange(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let (_, key) = tree::split(&at)?;
    let value = this.value(&key)?;
    this.put(&at, value)
}

fn set_keyword(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.schema()?;
    let keyword = this.dice.pick(&this.stock.words.schema_keywords)?;
    let value = match keyword.as_str() {
        // A schema from this document, which fits in better than one from another.
        "items" | "additionalProperties" | "not" if this.dice.once_in(2) => {
            let schema = this.schema()?;
            this.root.pointer(&schema)?.clone()
        }
        keyword => this.value(keyword)?,
    };
    let members = this.root.pointer_mut(&at)?.as_object_mut()?;
    members.insert(keyword.clone(), value);
    Some(())
}

/// Another key that may stand there, instead or as well.
fn other_key(this: &mut Mutator<'_, '_>) -> Option<()> {
    let groups = &this.stock.words.keys;
    let is_path = |key: &str| key.starts_with('/');
    let group_of = |key: &str| {
        groups.iter().find(|group| {
            group.iter().any(|other| other == key) || (is_path(key) && is_path(&group[0]))
        })
    };
    let at = this.node_where(|steps| steps.last().is_some_and(|key| group_of(key).is_some()))?;
    let (around, key) = tree::split(&at)?;
    let other = this.dice.pick(group_of(&key)?)?;
    if this.dice.once_in(2) {
        return tree::rename(&mut this.root, &at, other);
    }
    let value = match this.value(other) {
        Some(value) if this.dice.once_in(2) => value,
        _ => this.root.pointer(&at)?.clone(),
    };
    let members = this.root.pointer_mut(around)?.as_object_mut()?;
    members.insert(other.clone(), value);
    Some(())
}

/// A name is another one wherever it stands: as a key, as a value, in a reference, in a path.
fn rename_everywhere(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let (around, key) = tree::split(&at)?;
    let old = match this.root.pointer(&at)? {
        Value::String(text) if this.dice.once_in(2) => text.clone(),
        _ => key,
    };
    let parent = tree::split(around).map(|(_, parent)| parent);
    let is_grammar = this.stock.values(&old).len() > 3 && parent.as_deref() != Some("properties");
    if old.is_empty() || (is_grammar && !this.dice.once_in(20)) {
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
    let wrapped = match this.dice.below(9) {
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
    if this.dice.once_in(3) {
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
    let (around, _) = tree::split(&at)?;
    let name = this.name();
    match this.root.pointer_mut(around)? {
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

/// A node of another document.
fn transplant(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let seed = this.dice.pick(&this.stock.seeds)?;
    let pointers = tree::pointers(&seed.document);
    let from = this.dice.pick(&pointers)?;
    let value = seed.document.pointer(from)?.clone();
    this.put(&at, value)
}

fn replace_by_anything(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let value = match this.dice.below(4) {
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

/// A reference to any place: to what it stands in, to itself, to another reference, to nothing.
fn refer_anywhere(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let to = match this.dice.below(5) {
        0 => this.dice.pick(&this.stock.words.references)?.clone(),
        1 => format!("#{}", tree::split(&at)?.0),
        2 => format!("#{at}"),
        3 => format!("#{at}/{}", this.name()),
        _ => format!("#{}", this.node()?),
    };
    if this.dice.once_in(2) {
        return this.put(&at, json!({ "$ref": to }));
    }
    let members = this.root.pointer_mut(&at)?.as_object_mut()?;
    members.insert("$ref".to_owned(), Value::String(to));
    Some(())
}

fn change_version(this: &mut Mutator<'_, '_>) -> Option<()> {
    let version = this.dice.pick(&this.stock.words.versions)?.clone();
    this.put("/openapi", version)
}

/// A list or a text that is much longer than anybody would write it.
fn lengthen(this: &mut Mutator<'_, '_>) -> Option<()> {
    let at = this.node()?;
    let times = [50, 1000, 3000][this.dice.below(3)];
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

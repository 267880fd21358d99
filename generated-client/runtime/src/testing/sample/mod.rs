//! Values that are made up from the JSON Schemas of an API.

mod arbitrary;
mod heights;
mod random;
mod scalar;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use heights::Heights;
use random::Random;

/// Below this level, a value has only what its schema requires.
const DEEPEST: u32 = 5;

/// After this many values, the rest has only what its schema requires.
const LARGEST: u32 = 300;

/// Below this level every value is null, because no finite value matches a schema that requires itself.
/// An object counts twice if it is behind a reference. JSON text of more than 128 levels is not read.
const BOTTOM: u32 = 240;

/// After this number of values every other one is null: a schema may require itself twice.
const MOST: u32 = 100_000;

/// The most items or characters that a value has, even if its schema requires more.
const LONGEST: u64 = 10_000;

/// The direction of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Without members that are read-only.
    Input,
    /// Without members that are write-only.
    Output,
}

/// The operations of an API with their JSON Schemas.
#[derive(Debug)]
pub struct Schemas {
    all: Value,
    heights: Heights,
}

impl Schemas {
    /// Reads the `operations.json` of a client.
    pub fn new(text: &str) -> Self {
        let all: Value = serde_json::from_str(text).unwrap_or_default();
        let heights = Heights::new(&all["$defs"]);
        Self { all, heights }
    }

    /// The entry of an operation.
    pub(super) fn operation(&self, id: &str) -> Option<&Value> {
        self.all["operations"].get(id)
    }

    /// The schema of a type.
    pub(super) fn definition(&self, name: &str) -> Option<&Value> {
        self.all["$defs"].get(name)
    }

    /// The schema itself without `null`, or the one that it refers to.
    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        let schema = list(schema, "anyOf").first().unwrap_or(schema);
        definition(schema).map_or(schema, |name| &self.all["$defs"][name])
    }

    /// Sets the token of the next page in a response, or makes it the last page.
    pub(super) fn set_token(
        &self,
        schema: &Value,
        path: &[Value],
        response: &mut Value,
        token: Option<&str>,
    ) {
        let schema = self.resolved(schema);
        let ([Value::String(name), rest @ ..], Value::Object(members)) = (path, response) else {
            return;
        };
        let property = &schema["properties"][name];
        if !rest.is_empty() {
            if let Some(inner) = members.get_mut(name) {
                self.set_token(property, rest, inner, token);
            }
        } else if let Some(token) = token {
            members.insert(name.clone(), token.into());
        } else if !list(schema, "required")
            .iter()
            .any(|required| required == name)
        {
            members.remove(name);
        } else {
            // An empty token ends the pages as well.
            let none = if is_nullable(property) {
                Value::Null
            } else {
                "".into()
            };
            members.insert(name.clone(), none);
        }
    }
}

/// Makes up values. It makes the same values for the same seed and subject.
pub(super) struct Sampler<'a> {
    schemas: &'a Schemas,
    direction: Direction,
    random: Random,
    /// How many values were made.
    made: u32,
    /// Whether values that nothing restricts are arbitrary, instead of words and small numbers.
    is_arbitrary: bool,
}

impl<'a> Sampler<'a> {
    pub(super) fn new<'b>(
        schemas: &'a Schemas,
        direction: Direction,
        seed: u64,
        subject: impl IntoIterator<Item = &'b [u8]>,
    ) -> Self {
        Self {
            schemas,
            direction,
            random: Random::new(seed, subject),
            made: 0,
            is_arbitrary: false,
        }
    }

    /// The same with values that programs would hardly use.
    pub(super) fn arbitrary(mut self) -> Self {
        self.is_arbitrary = true;
        self
    }

    /// A value that matches a schema of the API.
    pub(super) fn value(&mut self, schema: &Value) -> Value {
        self.at(schema, 0)
    }

    /// One to three words, for content that is not JSON.
    pub(super) fn text(&mut self) -> String {
        scalar::string(&Value::Null, &mut self.random)
    }

    /// One to three values that match a schema.
    pub(super) fn few(&mut self, schema: &Value) -> Vec<Value> {
        let count = 1 + self.random.up_to(2);
        (0..count).map(|_| self.value(schema)).collect()
    }

    pub(super) fn word(&mut self) -> &'static str {
        scalar::word(&mut self.random)
    }

    pub(super) fn once_in(&mut self, times: u64) -> bool {
        self.random.once_in(times)
    }

    /// Whether the value is deep or large enough to have only what is required.
    fn is_full(&self, depth: u32) -> bool {
        depth >= DEEPEST || self.made >= LARGEST
    }

    fn at(&mut self, schema: &Value, depth: u32) -> Value {
        self.made += 1;
        if depth > BOTTOM || self.made > MOST {
            return Value::Null;
        }
        if let Some(name) = definition(schema) {
            let schemas = self.schemas;
            let mut value = self.at(&schemas.all["$defs"][name], depth + 1);
            // Siblings of `$ref` narrow some members.
            for (name, property) in members(schema, "properties") {
                if value.is_object() {
                    value[name] = self.at(property, depth + 1);
                }
            }
            return value;
        }
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        let listed = list(schema, "enum").iter();
        let listed: Vec<&Value> = listed.filter(|value| has_type(schema, value)).collect();
        if let Some(value) = self.random.pick(&listed) {
            return (*value).clone();
        }
        if let Some(alternative) = self.alternative(list(schema, "anyOf"), depth) {
            return match with_siblings(schema, alternative) {
                Some(schema) => self.at(&schema, depth + 1),
                None => self.at(alternative, depth + 1),
            };
        }
        if is_nullable(schema) && (self.is_full(depth) || self.random.once_in(4)) {
            return Value::Null;
        }
        match type_of(schema) {
            Some("string") if self.is_arbitrary && arbitrary::is_unrestricted(schema) => {
                arbitrary::text(schema, &mut self.random).into()
            }
            Some("string") => scalar::string(schema, &mut self.random).into(),
            Some("integer") => scalar::integer(schema, &mut self.random),
            Some("number") => scalar::number(schema, &mut self.random),
            Some("boolean") => self.random.once_in(2).into(),
            Some("array") => self.array(schema, depth),
            Some("object") => self.object(schema, depth),
            Some(_) => Value::Null,
            None => self.any(),
        }
    }

    /// One of the alternatives; the smallest if the value has to come to an end.
    fn alternative<'s>(&mut self, alternatives: &'s [Value], depth: u32) -> Option<&'s Value> {
        if !self.is_full(depth) {
            return self.random.pick(alternatives);
        }
        let height = |schema: &&Value| self.schemas.heights.of(schema).unwrap_or(u32::MAX);
        alternatives.iter().min_by_key(height)
    }

    fn any(&mut self) -> Value {
        if self.is_arbitrary {
            return arbitrary::value(&mut self.random);
        }
        let number = self.random.up_to(1000);
        let values = [
            json!(self.word()),
            json!(number),
            json!(number > 500),
            json!({ self.word(): number }),
        ];
        self.random.pick(&values).cloned().unwrap_or_default()
    }

    /// A number of items or members between the limits of a schema.
    fn length(&mut self, least: Option<u64>, most: Option<u64>, depth: u32) -> u64 {
        let least = least.unwrap_or(0).min(LONGEST);
        let others = if self.is_full(depth) {
            0
        } else {
            self.random.up_to(2)
        };
        least
            .saturating_add(others)
            .min(most.unwrap_or(u64::MAX))
            .max(least)
    }

    fn array(&mut self, schema: &Value, depth: u32) -> Value {
        let length = self.length(count(schema, "minItems"), count(schema, "maxItems"), depth);
        let is_unique = schema["uniqueItems"] == true;
        let mut items: Vec<Value> = Vec::new();
        for _ in 0..length {
            let mut item = self.at(&schema["items"], depth + 1);
            for _ in 0..20 {
                if !is_unique || !items.contains(&item) {
                    break;
                }
                item = self.at(&schema["items"], depth + 1);
            }
            items.push(item);
        }
        items.into()
    }

    fn object(&mut self, schema: &Value, depth: u32) -> Value {
        let required = list(schema, "required");
        let hidden = match self.direction {
            Direction::Input => "readOnly",
            Direction::Output => "writeOnly",
        };
        let mut object = Map::new();
        for (name, property) in members(schema, "properties") {
            let is_required = required.iter().any(|required| required == name);
            let is_there = is_required || (!self.is_full(depth) && self.random.once_in(2));
            if is_there && property[hidden] != true {
                object.insert(name.clone(), self.at(property, depth + 1));
            }
        }
        for (name, others) in members(schema, "dependentRequired") {
            if object.contains_key(name) {
                let others = others.as_array().map_or(&[][..], Vec::as_slice);
                self.complete(&mut object, others, schema, depth);
            }
        }
        let any = Value::Bool(true);
        let additional = schema.get("additionalProperties").unwrap_or(&any);
        if *additional != false {
            let given = u64::try_from(object.len()).unwrap_or_default();
            let least = count(schema, "minProperties").map(|least| least.saturating_sub(given));
            let most = count(schema, "maxProperties").map(|most| most.saturating_sub(given));
            let length = self.length(least, most, depth);
            for index in 0..length {
                let name = if self.is_arbitrary {
                    arbitrary::text(&Value::Null, &mut self.random)
                } else {
                    self.word().to_owned()
                };
                let name = format!("{name}{index}");
                object.insert(name, self.at(additional, depth + 1));
            }
            // The condition in the schema of a call is that it has none of these.
            if length > 0
                && let Some(otherwise) = schema.get("else")
            {
                self.complete(&mut object, list(otherwise, "required"), schema, depth);
            }
        }
        object.into()
    }

    /// Adds the properties that others require.
    fn complete(
        &mut self,
        object: &mut Map<String, Value>,
        names: &[Value],
        schema: &Value,
        depth: u32,
    ) {
        for name in names.iter().filter_map(Value::as_str) {
            if !object.contains_key(name) {
                let value = self.at(&schema["properties"][name], depth + 1);
                object.insert(name.to_owned(), value);
            }
        }
    }
}

/// The name of the definition that a schema refers to.
fn definition(schema: &Value) -> Option<&str> {
    text(schema, "$ref")?.strip_prefix("#/$defs/")
}

pub(super) fn text<'a>(schema: &'a Value, keyword: &str) -> Option<&'a str> {
    schema.get(keyword)?.as_str()
}

pub(super) fn list<'a>(schema: &'a Value, keyword: &str) -> &'a [Value] {
    let list = schema.get(keyword).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

fn members<'a>(
    schema: &'a Value,
    keyword: &str,
) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
    schema
        .get(keyword)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

fn count(schema: &Value, keyword: &str) -> Option<u64> {
    schema.get(keyword)?.as_u64()
}

fn is_nullable(schema: &Value) -> bool {
    schema["type"] == "null" || list(schema, "type").iter().any(|ty| ty == "null")
}

/// An alternative that only restricts values of the type next to it, with that type.
fn with_siblings(schema: &Value, alternative: &Value) -> Option<Value> {
    schema.get("type")?;
    let mut all = schema.as_object()?.clone();
    all.remove("anyOf");
    all.extend(alternative.as_object()?.clone());
    Some(all.into())
}

/// Whether a listed value has the type of its schema. An integer has 64 bits.
fn has_type(schema: &Value, value: &Value) -> bool {
    type_of(schema) != Some("integer") || value.as_f64().is_none_or(|number| number.abs() < 1e19)
}

/// The first type that is not null; `None` if any type is allowed.
fn type_of(schema: &Value) -> Option<&str> {
    let mut types = list(schema, "type").iter().filter_map(Value::as_str);
    text(schema, "type").or_else(|| types.find(|ty| *ty != "null"))
}

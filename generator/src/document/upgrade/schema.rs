//! Schemas: the order in which keywords are rewritten, and the keywords that concern a schema as a whole.

use serde_json::{Map, Value, json};

use super::{Members, Upgrade};
use crate::diagnostics::Help;
use crate::document::keyword::{BOUNDS, KEYWORDS, Keyword, Role, keyword};
use crate::source::whole;

/// `true` and `false` as schemas.
pub(super) fn from_boolean(value: &mut Value) {
    match value {
        Value::Bool(true) => *value = json!({}),
        Value::Bool(false) => *value = json!({"not": {}}),
        _ => {}
    }
}

/// Whether a schema accepts every value.
pub(super) fn is_any(schema: &Value) -> bool {
    match schema {
        Value::Bool(any) => *any,
        Value::Object(members) => members.keys().all(|key| is_annotation(key)),
        _ => false,
    }
}

/// Whether a keyword does not affect which values are valid. Where two schemas are merged, those of the outer one are kept.
pub(super) fn is_annotation(key: &str) -> bool {
    key.starts_with("x-") || has_role(key, &[Role::Annotation, Role::Identifier])
}

pub(super) fn is_composed(schema: &Members) -> bool {
    schema.keys().any(|key| has_role(key, &[Role::Composition]))
}

fn has_role(key: &str, roles: &[Role]) -> bool {
    keyword(key).is_some_and(|keyword| roles.contains(&keyword.role))
}

impl Upgrade<'_> {
    pub(super) fn schema(&mut self, schema: &mut Members) {
        self.unions(schema);
        self.names(schema);
        self.constant(schema);
        self.types(schema);
        self.settle_type(schema);
        bounds(schema);
        self.content(schema);
        self.array(schema);
        self.object(schema);
        self.conditions(schema);
        examples(schema);
        self.reference(schema);
        self.rest(schema);
    }

    /// Keywords that OpenAPI 3.0 does not have, and that are neither rewritten nor documented.
    fn rest(&mut self, schema: &mut Members) {
        let is_lost = |keyword: &&Keyword| {
            let is_kept = keyword.is_openapi || keyword.is_documented;
            !is_kept && !keyword.name.starts_with("x-") && schema.contains_key(keyword.name)
        };
        let lost: Vec<&Keyword> = KEYWORDS.iter().filter(is_lost).collect();
        for keyword in lost {
            let message = format!("`{}` is not supported here", keyword.name);
            let help = Help::new("it has no effect, so it can be removed").remove();
            self.drop_with_warning(schema, keyword.name, &message, help);
        }
    }

    /// Renames the keywords of definitions, so that they are ignored, but references still find them.
    fn names(&mut self, schema: &mut Members) {
        self.dialect(schema);
        schema.retain(|key, _| !has_role(key, &[Role::Identifier]));
        for key in ["$defs", "definitions"] {
            if let Some(definitions) = schema.shift_remove(key) {
                let to = format!("x-{key}");
                self.moved(vec![(self.below(&[key]), self.below(&[&to]))]);
                schema.insert(to, definitions);
            }
        }
    }

    /// In 3.0, siblings of a `$ref` have no effect, so the reference is moved to `allOf`.
    fn reference(&mut self, schema: &mut Members) {
        let is_alone = schema
            .keys()
            .all(|key| key == "$ref" || key.starts_with("x-"));
        if is_alone || !schema.get("$ref").is_some_and(Value::is_string) {
            return;
        }
        if let Some(reference) = schema.shift_remove("$ref") {
            let only = Map::from_iter([("$ref".to_owned(), reference)]);
            let to = self.add_to_all_of(schema, Value::Object(only));
            self.added(&to, &self.at.clone());
        }
    }

    /// Adds another schema that values must match too. Returns its location.
    pub(super) fn add_to_all_of(
        &mut self,
        schema: &mut Members,
        other: Value,
    ) -> crate::source::Pointer {
        let all_of = schema.entry("allOf").or_insert_with(|| json!([]));
        let Value::Array(all_of) = all_of else {
            return self.below(&["allOf"]);
        };
        all_of.push(other);
        let index = all_of.len() - 1;
        self.below(&["allOf", &index.to_string()])
    }
}

/// Writes whole bounds as integers, and exclusive bounds as booleans.
fn bounds(schema: &mut Members) {
    let bounds = BOUNDS.into_iter().flat_map(<[&str; 2]>::from);
    for key in bounds.chain(["multipleOf"]) {
        if let Some(limit) = schema.get_mut(key)
            && let Some(whole) = limit.as_f64().and_then(whole)
        {
            *limit = json!(whole);
        }
    }
    for (inclusive, exclusive) in BOUNDS {
        let Some(limit) = schema
            .get(exclusive)
            .filter(|limit| limit.is_number())
            .cloned()
        else {
            continue;
        };
        let number = |limit: &Value| limit.as_f64().unwrap_or_default();
        let is_redundant = schema.get(inclusive).is_some_and(|other| {
            if inclusive == "minimum" {
                number(other) > number(&limit)
            } else {
                number(other) < number(&limit)
            }
        });
        if is_redundant {
            schema.shift_remove(exclusive);
        } else {
            schema.insert(inclusive.to_owned(), limit);
            schema.insert(exclusive.to_owned(), json!(true));
        }
    }
}

fn examples(schema: &mut Members) {
    let examples = schema.shift_remove("examples");
    if let Some(Value::Array(examples)) = examples
        && let Some(first) = examples.into_iter().next()
    {
        schema.entry("example").or_insert(first);
    }
}

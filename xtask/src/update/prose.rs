//! The overlay with our own descriptions. It belongs to people, so that actions are added to its text and the rest stays as it is.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use openapi_rust_client_generator::Source;
use serde_json::{Map, Value, json};

use super::facts::PROSE as MEMBERS;
use super::walk::{Place, Role, places};
use super::yaml;
use crate::actions::Actions;
use crate::spec::PROSE;

/// A place without a description.
pub(super) struct Missing {
    pub(super) target: String,
    /// Its published description.
    pub(super) published: Map<String, Value>,
}

impl Missing {
    pub(super) fn is_published(&self) -> bool {
        !self.published.is_empty()
    }

    fn action(&self) -> Value {
        json!({"target": self.target, "update": self.published})
    }
}

/// The places of a document that have no description: operations, parameters, schemas, their properties, and those that the
/// publisher describes. `described` is the document with all overlays.
pub(super) fn missing(facts: &Value, published: &Value, described: &Value) -> Vec<Missing> {
    let places = places(facts).into_iter();
    let missing = places.filter_map(|place| {
        let texts = published.pointer(&place.pointer).map(texts);
        let published = texts.unwrap_or_default();
        let is_described = match described.pointer(&place.pointer) {
            Some(Value::Object(members)) => is_described(members, &place),
            // Corrections removed or replaced it.
            _ => true,
        };
        let needs_text = is_expected(&place) || !published.is_empty();
        (needs_text && !is_described).then_some(Missing {
            target: place.target,
            published,
        })
    });
    missing.collect()
}

/// The published texts, by their places.
pub(super) fn published(facts: &Value, published: &Value) -> BTreeMap<String, String> {
    let places = places(facts).into_iter();
    let texts = places.filter_map(|place| {
        let texts = texts(published.pointer(&place.pointer)?);
        let texts: Vec<&str> = texts.values().filter_map(Value::as_str).collect();
        (!texts.is_empty()).then(|| (place.target, texts.join("\n")))
    });
    texts.collect()
}

fn is_expected(place: &Place<'_>) -> bool {
    let is_described_elsewhere = place.members.contains_key("$ref");
    let role = matches!(
        place.role,
        Role::Operation | Role::Parameter | Role::Schema | Role::Property
    );
    role && !is_described_elsewhere
}

/// The texts of a place.
fn texts(place: &Value) -> Map<String, Value> {
    let text = |name: &&str| {
        let text = place.get(*name)?.as_str().filter(|text| !text.is_empty())?;
        Some(((*name).to_owned(), text.into()))
    };
    MEMBERS.iter().filter_map(text).collect()
}

/// Whether a place has a description after all overlays.
fn is_described(members: &Map<String, Value>, place: &Place<'_>) -> bool {
    let mut texts = MEMBERS.iter().filter_map(|name| members.get(*name));
    // The target of a reference that a correction added has its own description.
    let is_replaced = members.contains_key("$ref") && !place.members.contains_key("$ref");
    is_replaced || texts.any(|text| text.as_str() != Some(""))
}

/// Adds the published texts of some places. The new actions are in the order of the places of the document.
pub(super) fn with_published(
    overlay: Option<&Source>,
    title: &str,
    missing: &[Missing],
    facts: &Value,
) -> Result<Source> {
    let empty = Source::new(PROSE, head(title));
    let overlay = overlay.unwrap_or(&empty);
    let Some(mut actions) = Actions::of(overlay) else {
        bail!(
            "{PROSE} is not a list of actions in blocks, so none can be added: write `actions:` and `- target: …` on lines of their own"
        );
    };
    let order: Vec<String> = places(facts)
        .into_iter()
        .map(|place| place.target)
        .collect();
    let new = missing.iter().filter(|place| place.is_published());
    actions.insert(&new.map(|place| (&*place.target, place)).collect(), &order);
    let changed = Source::new(PROSE, actions.text());
    let targets = Actions::of(&changed).map(|actions| actions.targets);
    if targets.as_ref() != Some(&actions.targets) {
        bail!("cannot add actions to {PROSE}, because it is formatted in an unusual way");
    }
    Ok(changed)
}

/// The beginning of a new overlay.
fn head(title: &str) -> String {
    let info = json!({
        "overlay": "1.1.0",
        "info": {"title": format!("Descriptions of the {title}"), "version": "1.0.0"},
        "x-optional": true,
    });
    let info = info.as_object().map(yaml::members).unwrap_or_default();
    format!(
        "# Descriptions of the places of runtime.yaml, in our own words and in the order of the document.\n\
         #\n\
         # An action whose place is gone may stay, because the place may come back.\n\
         {info}actions:\n"
    )
}

impl Actions {
    /// Inserts each action after that of the nearest place before it.
    fn insert(&mut self, new: &BTreeMap<&str, &Missing>, order: &[String]) {
        let targets = std::mem::take(&mut self.targets);
        let texts = std::mem::take(&mut self.texts);
        let known = targets.iter().enumerate();
        let known: BTreeMap<_, _> = known
            .map(|(at, target)| (target.as_str(), at + 1))
            .collect();
        // By the number of actions before them.
        let mut inserted: BTreeMap<usize, Vec<&Missing>> = BTreeMap::new();
        let mut before = 0;
        for target in order {
            before = known.get(target.as_str()).copied().unwrap_or(before);
            if let Some(place) = new.get(target.as_str()) {
                inserted.entry(before).or_default().push(place);
            }
        }
        let known = targets.iter().zip(texts).map(Some).chain([None]);
        for (at, known) in known.enumerate() {
            for place in inserted.remove(&at).unwrap_or_default() {
                if let Some(text) = self.texts.last_mut()
                    && !text.ends_with('\n')
                {
                    text.push('\n');
                }
                self.targets.push(place.target.clone());
                self.texts.push(yaml::item(&place.action(), self.indent));
            }
            if let Some((target, text)) = known {
                self.targets.push(target.clone());
                self.texts.push(text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(target: &str) -> Missing {
        let published = json!({"description": "New."});
        Missing {
            target: target.to_owned(),
            published: published.as_object().unwrap().clone(),
        }
    }

    #[test]
    fn actions_are_added_in_the_order_of_the_document() {
        let facts = json!({"info": {"title": "T"}, "components": {"schemas": {"A": {}, "B": {}, "C": {"items": {}}}}});
        let text = "overlay: 1.1.0
info: {title: T, version: '1'}
x-optional: true
actions:
  # Mine.
  - target: $.components.schemas.A
    update:
      description: |-
        one
          - two
  # - three

  # Gone.
  - target: $.components.schemas.Gone
    update: {description: Gone.}
  - target: $.components.schemas.C
    update: {description: C.}";
        let overlay = Source::new(PROSE, text);
        let new = [
            "$.info",
            "$.components.schemas.B",
            "$.components.schemas.C.items",
        ]
        .map(missing);
        let changed = with_published(Some(&overlay), "T", &new, &facts)
            .unwrap()
            .text;
        let action =
            |target: &str| format!("  - target: {target}\n    update:\n      description: New.\n");
        let expected = text
            .replace("actions:\n", &format!("actions:\n{}", action("$.info")))
            .replace(
                "  # - three\n",
                &format!("{}  # - three\n", action("$.components.schemas.B")),
            )
            + "\n"
            + &action("$.components.schemas.C.items");
        assert_eq!(changed, expected);
    }

    #[test]
    fn an_overlay_is_started_and_others_are_refused() {
        let facts = json!({"info": {"title": "T"}});
        let new = [missing("$.info")];
        let changed = with_published(None, "T", &new, &facts).unwrap();
        let action = &changed.to_json().unwrap()["actions"][0];
        assert_eq!(*action, new[0].action());
        let flow = Source::new(
            PROSE,
            "{overlay: 1.1.0, actions: [{target: $, update: {}}]}",
        );
        assert!(with_published(Some(&flow), "T", &new, &facts).is_err());
    }
}

//! Cases from documents: each is the same for the same seed and number.

use serde_json::{Value, json};

use super::bomb;
use super::case::{Case, File};
use super::dice::{self, Dice};
use super::mutate::{GENTLE, Mutator, ROUGH, is_schema};
use super::stock::Stock;
use super::tree;

impl Stock {
    /// The first cases are the documents as they are.
    pub(super) fn case(&self, seed: u64, number: u64) -> Case {
        let bytes = dice::bytes(seed, number);
        let mut dice = Dice::new(&bytes);
        let as_it_is = usize::try_from(number)
            .ok()
            .and_then(|number| self.seeds.get(number));
        if let Some(seed) = as_it_is {
            let overlay = seed.overlay.iter();
            return Case {
                document: written(&mut dice, "api", &seed.document),
                overlays: overlay
                    .map(|overlay| written(&mut dice, "overlay", overlay))
                    .collect(),
                options: None,
                files: Vec::new(),
            };
        }
        self.changed(dice)
    }

    fn changed(&self, mut dice: Dice<'_>) -> Case {
        // Of two, the smaller one: it gives more cases in the same time, and shows as much.
        let (one, other) = (dice.below(self.seeds.len()), dice.below(self.seeds.len()));
        let (one, other) = (&self.seeds[one], &self.seeds[other]);
        let seed = if one.size < other.size { one } else { other };
        let is_rough = dice.once_in(3);
        let mut this = Mutator {
            stock: self,
            root: seed.document.clone(),
            dice,
        };
        if this.dice.once_in(6) {
            let version = if this.dice.once_in(2) {
                "3.1.0"
            } else {
                "3.2.0"
            };
            this.root["openapi"] = Value::from(version);
        }
        this.change(is_rough);
        if this.dice.once_in(12) {
            let _ = bomb::plant(&mut this);
        }
        if !is_rough || this.dice.once_in(2) {
            this.mend_references();
        }
        let mut files = Vec::new();
        if this.dice.once_in(10) {
            files.extend(this.outside());
        }
        let document = written(&mut this.dice, "api", &this.root);

        let mut overlays = Vec::new();
        let overlay = match &seed.overlay {
            Some(overlay) => Some(overlay.clone()),
            None if this.dice.once_in(8) => this.overlay(),
            None => None,
        };
        if let Some(overlay) = overlay {
            this.root = overlay;
            if this.dice.once_in(2) {
                this.change(is_rough);
            }
            overlays.push(written(&mut this.dice, "overlay", &this.root));
        }
        let options = if this.dice.once_in(5) {
            this.dice.pick(&self.words.options).cloned()
        } else {
            None
        };
        let options = options.map(|options| written(&mut this.dice, "options", &options));
        let mut case = Case {
            document,
            overlays,
            options,
            files,
        };
        if is_rough && this.dice.once_in(3) {
            let damaged = match case.overlays.first_mut() {
                Some(overlay) if this.dice.once_in(3) => overlay,
                _ => &mut case.document,
            };
            for _ in 0..=this.dice.below(4) {
                self.damage(&mut this.dice, &mut damaged.text);
            }
        }
        case
    }

    /// Changes a text as a text.
    fn damage(&self, dice: &mut Dice<'_>, text: &mut String) {
        let (start, end) = (place(dice, text), place(dice, text));
        let (start, end) = (start.min(end), start.max(end));
        let mut near = (start + 40).min(end);
        while !text.is_char_boundary(near) {
            near -= 1;
        }
        match dice.below(8) {
            0 => text.truncate(start),
            1 => text.replace_range(start..near, ""),
            2 => {
                let twice = text[start..near].to_owned();
                text.insert_str(near, &twice);
            }
            3 => *text = text.replace('\n', "\r\n"),
            4 => text.insert(0, '\u{feff}'),
            5 => {
                // A line twice: in YAML a key that stands twice.
                let line = text[start..].lines().nth(1).unwrap_or_default().to_owned();
                let after = text[start..].find('\n').map_or(start, |at| start + at + 1);
                text.insert_str(after, &(line + "\n"));
            }
            _ => {
                let piece = dice.pick(&self.words.texts).cloned().unwrap_or_default();
                text.insert_str(start, &piece);
            }
        }
    }
}

impl Mutator<'_, '_> {
    fn change(&mut self, is_rough: bool) {
        // Mostly few, for a document that is refused hides what else is wrong with it.
        let most = if self.dice.once_in(4) { 40 } else { 4 };
        let times = 1 + self.dice.below(most);
        for _ in 0..times {
            let mutations = if is_rough && self.dice.once_in(2) {
                ROUGH
            } else {
                GENTLE
            };
            self.apply(mutations);
        }
    }

    /// Puts a schema into a file of its own, which may refer back.
    fn outside(&mut self) -> Option<File> {
        let mut pointers = tree::pointers(&self.root);
        pointers.retain(|pointer| is_schema(&tree::steps(pointer)));
        let at = self.dice.pick(&pointers)?.clone();
        let place = self.root.pointer_mut(&at)?;
        let mut outside = place.take();
        lead_back(&mut outside);
        let fragment = *self.dice.pick(&["", "#", "#/a", "#/$defs/a"])?;
        *place = json!({"$ref": format!("parts/one.yaml{fragment}")});
        let outside = match fragment {
            "" | "#" => outside,
            "#/a" => json!({ "a": outside }),
            _ => {
                json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"a": outside}})
            }
        };
        let text = serde_json::to_string_pretty(&outside).ok()?;
        Some(File {
            name: "parts/one.yaml".to_owned(),
            text,
        })
    }

    fn overlay(&mut self) -> Option<Value> {
        let mut actions = Vec::new();
        for _ in 0..=self.dice.below(3) {
            let target = self.dice.pick(&self.stock.words.targets)?.clone();
            let action = if self.dice.once_in(4) {
                json!({"target": target, "remove": true})
            } else {
                let key = self.dice.pick(&self.stock.words.schema_keywords)?;
                let value = self.dice.pick(self.stock.values(key)).cloned();
                json!({"target": target, "update": {key.as_str(): value}})
            };
            actions.push(action);
        }
        Some(
            json!({"overlay": "1.0.0", "info": {"title": "x", "version": "1"}, "actions": actions}),
        )
    }
}

/// A place in a text, between two characters.
fn place(dice: &mut Dice<'_>, text: &str) -> usize {
    let mut at = dice.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What referred to the document it stood in refers to it from a file beside it.
fn lead_back(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(lead_back),
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(text) if key == "$ref" && text.starts_with('#') => {
                        text.insert_str(0, "../api.yaml");
                    }
                    member => lead_back(member),
                }
            }
        }
        _ => {}
    }
}

fn written(dice: &mut Dice<'_>, stem: &str, value: &Value) -> File {
    let yaml = || serde_yaml::to_string(value).unwrap_or_default();
    let (extension, text) = match dice.below(4) {
        0 => ("yaml", yaml()),
        1 => ("yaml", value.to_string()),
        2 => ("json", value.to_string()),
        _ => ("yaml", format!("{value:#}")),
    };
    File {
        name: format!("{stem}.{extension}"),
        text,
    }
}

//! Derives cases from documents. The same seed and number give the same case.

use serde_json::{Value, json};

use super::case::{Case, File};
use super::entropy::{self, Entropy};
use super::mutate::{BREAKING, Mutator, PRESERVING, SINGLE, is_schema};
use super::pathological;
use super::seed_corpus::SeedCorpus;
use super::tree;

impl SeedCorpus {
    /// The first cases are the documents as they are.
    pub(super) fn case(&self, seed: u64, number: u64) -> Case {
        let bytes = entropy::bytes(seed, number);
        let mut entropy = Entropy::new(&bytes);
        let unchanged = usize::try_from(number)
            .ok()
            .and_then(|number| self.seeds.get(number));
        if let Some(seed) = unchanged {
            let overlay = seed.overlay.iter();
            return Case {
                document: written(&mut entropy, "api", &seed.document),
                overlays: overlay
                    .map(|overlay| written(&mut entropy, "overlay", overlay))
                    .collect(),
                options: None,
                files: Vec::new(),
            };
        }
        self.mutated(entropy)
    }

    /// A document, by its index, and the same with one change.
    pub(crate) fn changed(&self, seed: u64, number: u64) -> (usize, &Value, Value) {
        let bytes = entropy::bytes(seed, number);
        let mut entropy = Entropy::new(&bytes);
        let index = entropy.below(self.seeds.len());
        let document = &self.seeds[index].document;
        let mut this = Mutator {
            seed_corpus: self,
            root: document.clone(),
            entropy,
        };
        while this.root == *document && this.entropy.has_more() {
            this.apply(SINGLE);
        }
        (index, document, this.root)
    }

    fn mutated(&self, mut entropy: Entropy<'_>) -> Case {
        // The smaller one of two documents gives more cases in the same time and reveals as much.
        let (one, other) = (
            entropy.below(self.seeds.len()),
            entropy.below(self.seeds.len()),
        );
        let (one, other) = (&self.seeds[one], &self.seeds[other]);
        let seed = if one.size < other.size { one } else { other };
        let is_breaking = entropy.one_in(3);
        let mut this = Mutator {
            seed_corpus: self,
            root: seed.document.clone(),
            entropy,
        };
        if this.entropy.one_in(6) {
            let version = if this.entropy.one_in(2) {
                "3.1.0"
            } else {
                "3.2.0"
            };
            this.root["openapi"] = Value::from(version);
        }
        this.change(is_breaking);
        if this.entropy.one_in(12) {
            // A document without a place for it stays as it is.
            let _ = pathological::insert(&mut this);
        }
        if !is_breaking || this.entropy.one_in(2) {
            this.fix_references();
        }
        let mut files = Vec::new();
        if this.entropy.one_in(10) {
            files.extend(this.move_to_file());
        }
        let document = written(&mut this.entropy, "api", &this.root);

        let mut overlays = Vec::new();
        let overlay = match &seed.overlay {
            Some(overlay) => Some(overlay.clone()),
            None if this.entropy.one_in(8) => this.overlay(),
            None => None,
        };
        if let Some(overlay) = overlay {
            this.root = overlay;
            if this.entropy.one_in(2) {
                this.change(is_breaking);
            }
            overlays.push(written(&mut this.entropy, "overlay", &this.root));
        }
        let options = if this.entropy.one_in(5) {
            this.entropy.choose(&self.dictionary.options).cloned()
        } else {
            None
        };
        let options = options.map(|options| written(&mut this.entropy, "options", &options));
        let mut case = Case {
            document,
            overlays,
            options,
            files,
        };
        if is_breaking && this.entropy.one_in(3) {
            let damaged = match case.overlays.first_mut() {
                Some(overlay) if this.entropy.one_in(3) => overlay,
                _ => &mut case.document,
            };
            for _ in 0..=this.entropy.below(4) {
                self.damage(&mut this.entropy, &mut damaged.text);
            }
        }
        case
    }

    /// Changes a text without regard to its structure.
    fn damage(&self, entropy: &mut Entropy<'_>, text: &mut String) {
        let (start, end) = (position(entropy, text), position(entropy, text));
        let (start, end) = (start.min(end), start.max(end));
        let mut near = (start + 40).min(end);
        while !text.is_char_boundary(near) {
            near -= 1;
        }
        match entropy.below(8) {
            0 => text.truncate(start),
            1 => text.replace_range(start..near, ""),
            2 => {
                let twice = text[start..near].to_owned();
                text.insert_str(near, &twice);
            }
            3 => *text = text.replace('\n', "\r\n"),
            4 => text.insert(0, '\u{feff}'),
            5 => {
                // A repeated line: in YAML often a duplicate key.
                let line = text[start..].lines().nth(1).unwrap_or_default().to_owned();
                let after = text[start..].find('\n').map_or(start, |at| start + at + 1);
                text.insert_str(after, &(line + "\n"));
            }
            _ => {
                let piece = entropy
                    .choose(&self.dictionary.strings)
                    .cloned()
                    .unwrap_or_default();
                text.insert_str(start, &piece);
            }
        }
    }
}

impl Mutator<'_, '_> {
    fn change(&mut self, is_breaking: bool) {
        // Mostly few: an error in a document hides the effect of its other changes.
        let most = if self.entropy.one_in(4) { 40 } else { 4 };
        let times = 1 + self.entropy.below(most);
        for _ in 0..times {
            let mutations = if is_breaking && self.entropy.one_in(2) {
                BREAKING
            } else {
                PRESERVING
            };
            self.apply(mutations);
        }
    }

    /// Moves a schema to a separate file, which may refer back to the document.
    fn move_to_file(&mut self) -> Option<File> {
        let mut pointers = tree::pointers(&self.root);
        pointers.retain(|pointer| is_schema(&tree::steps(pointer)));
        let at = self.entropy.choose(&pointers)?.clone();
        let place = self.root.pointer_mut(&at)?;
        let mut schema = place.take();
        refer_back(&mut schema);
        let fragment = *self.entropy.choose(&["", "#", "#/a", "#/$defs/a"])?;
        *place = json!({"$ref": format!("parts/one.yaml{fragment}")});
        let content = match fragment {
            "" | "#" => schema,
            "#/a" => json!({ "a": schema }),
            _ => {
                json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"a": schema}})
            }
        };
        let text = serde_json::to_string_pretty(&content).ok()?;
        Some(File {
            name: "parts/one.yaml".to_owned(),
            text,
        })
    }

    fn overlay(&mut self) -> Option<Value> {
        let mut actions = Vec::new();
        for _ in 0..=self.entropy.below(3) {
            let target = self
                .entropy
                .choose(&self.seed_corpus.dictionary.targets)?
                .clone();
            let action = if self.entropy.one_in(4) {
                json!({"target": target, "remove": true})
            } else {
                let key = self
                    .entropy
                    .choose(&self.seed_corpus.dictionary.schema_keywords)?;
                let value = self.entropy.choose(self.seed_corpus.values(key)).cloned();
                json!({"target": target, "update": {key.as_str(): value}})
            };
            actions.push(action);
        }
        Some(
            json!({"overlay": "1.0.0", "info": {"title": "x", "version": "1"}, "actions": actions}),
        )
    }
}

/// A position in a text, between two characters.
fn position(entropy: &mut Entropy<'_>, text: &str) -> usize {
    let mut at = entropy.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Adapts the references of a schema that moved from the document to another file.
fn refer_back(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(refer_back),
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(text) if key == "$ref" && text.starts_with('#') => {
                        text.insert_str(0, "../api.yaml");
                    }
                    member => refer_back(member),
                }
            }
        }
        _ => {}
    }
}

fn written(entropy: &mut Entropy<'_>, stem: &str, value: &Value) -> File {
    let yaml = || serde_yaml::to_string(value).unwrap_or_default();
    let (extension, text) = match entropy.below(4) {
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

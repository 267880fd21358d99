//! Secrets that were given to the guard. No problem repeats one.

use std::collections::BTreeSet;

use serde_json::Value;

use super::shapes::forms;
use super::{Problem, Rule, visit, visit_lists};

/// A value that must not appear in any form.
#[derive(Debug)]
pub(super) struct Secret {
    /// What it is, in words.
    name: String,
    forms: Vec<String>,
}

impl Secret {
    /// A secret; `None` if it is too short to be recognised.
    pub(super) fn new(name: &str, secret: &str) -> Option<Self> {
        (secret.len() >= 4).then(|| Self {
            name: name.to_owned(),
            forms: forms(secret),
        })
    }

    fn is_in(&self, text: &str) -> bool {
        let squeezed = squeezed(text);
        let mut forms = self.forms.iter();
        forms.any(|form| text.contains(form) || squeezed.contains(form))
    }

    /// The JSON pointers of the texts that contain it; the empty one if it is only in the text as a whole.
    fn places(&self, text: &str, value: Option<&Value>) -> BTreeSet<String> {
        let mut places = BTreeSet::new();
        if let Some(value) = value {
            visit(value, "", &mut |at, text, _| {
                if self.is_in(text) {
                    places.insert(at.to_owned());
                }
            });
            // It may be split over chunks.
            visit_lists(value, "", &mut |at, texts| {
                let is_split = !texts.iter().any(|text| self.is_in(text));
                if is_split && self.is_in(&texts.concat()) {
                    places.insert(at.to_owned());
                }
            });
        }
        if places.is_empty() && self.is_in(text) {
            places.insert(String::new());
        }
        places
    }
}

/// A problem for each place of a secret in a text, which is JSON if it has a value.
pub(super) fn problems(secrets: &[Secret], text: &str, value: Option<&Value>) -> Vec<Problem> {
    let problems = secrets.iter().flat_map(|secret| {
        let places = secret.places(text, value).into_iter();
        places.map(|at| Problem::new(&shown(secrets, &at), Rule::Secret, &secret.name))
    });
    let problems: BTreeSet<Problem> = problems.collect();
    problems.into_iter().collect()
}

/// A pointer, up to the object in which the name of a member contains a secret.
fn shown(secrets: &[Secret], at: &str) -> String {
    let squeezed = squeezed(at);
    let forms = secrets.iter().flat_map(|secret| &secret.forms);
    match forms.filter_map(|form| squeezed.find(form)).min() {
        Some(end) => {
            let above = squeezed[..end].rsplit_once('/');
            above.map_or(String::new(), |(above, _)| above.to_owned())
        }
        None => at.to_owned(),
    }
}

/// A text without white space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

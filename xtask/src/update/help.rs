//! Help for overlay actions that match nothing, or less than before: where the things are that they matched.

use std::collections::{BTreeMap, BTreeSet};

use openapi_rust_client::internal::one_line;
use openapi_rust_client_generator::{Code, Diagnostic};
use serde_json::Value;

use super::check::operations;
use super::counterparts::{Counterparts, Guess, id, ids};
use super::moves::{Moves, has};
use super::targets::{Targets, by_pointer};

/// The most new targets that a help names.
const MOST: usize = 3;

/// What is known about the places of two documents.
pub(super) struct Known<'d> {
    pub(super) previous: &'d Value,
    pub(super) facts: &'d Value,
    pub(super) moves: &'d Moves<'d>,
    pub(super) counterparts: &'d Counterparts,
}

/// Something that an action no longer matches.
struct Lost {
    /// The targets of its old and its new place.
    old: String,
    new: String,
    /// The JSON pointer to its new place.
    pointer: String,
    guess: Guess,
}

impl Known<'_> {
    /// Replaces the help of the problems of an overlay, where something is known. That for an action that may stay has nothing else.
    pub(super) fn explain(&self, overlay: &Targets<'_>, findings: &mut [Diagnostic]) {
        let here = findings.iter_mut().filter_map(|finding| {
            let is_here = finding.message.contains("matches nothing");
            Some((overlay.index(finding).filter(|_| is_here)?, finding))
        });
        let here: Vec<_> = here.collect();
        if here.is_empty() {
            return;
        }
        let [before, after] = overlay.matched();
        let targets = (by_pointer(self.previous), by_pointer(self.facts));
        for (index, finding) in here {
            let is_optional = finding.code == Code::OptionalAction;
            if is_optional {
                finding.help.clear();
            }
            let part = finding.message.split_once(" in the action on ");
            let part = part.map(|(part, _)| part);
            let old = before[index]
                .iter()
                .filter(|pointer| part.is_none_or(|part| self.is_about(part, pointer)));
            let old: Vec<&String> = old.collect();
            let lost = self.lost(old.iter().copied(), &after[index], &targets);
            let ids = self.renamed_ids(part.unwrap_or(&finding.message));
            let mut help = self.moves.explain(&finding.message);
            if !ids.is_empty() {
                help.extend(ids);
            } else if let Some(other) = same(overlay, index, &lost, after) {
                let what = part.map_or("the action", |part| part.trim_end());
                help = vec![format!("delete {what}: {other} does the same there")];
            } else if lost.is_empty() {
                // What resembles the target was there before.
                let is_gone = part.is_none() && !is_optional && !old.is_empty();
                if is_gone && help.is_empty() {
                    help.push(
                        "delete the action, or fix the target: the document no longer has what it was for"
                            .to_owned(),
                    );
                }
            } else if help.is_empty() || lost.iter().any(|lost| !self.has_only_moved(lost)) {
                let target = overlay.target(index).unwrap_or_default();
                help = vec![match self.selector(target, &lost, &after[index]) {
                    Some((selector, guess)) => with_condition(
                        &guess,
                        &format!("change the target to `{}`", one_line(&selector)),
                    ),
                    None => changed(&lost, !after[index].is_empty()),
                }];
            }
            if !help.is_empty() {
                finding.help = help.join("; ");
            }
        }
    }

    /// What an action matched in these places, and no longer matches where it is now.
    fn lost<'p>(
        &self,
        old: impl Iterator<Item = &'p String>,
        matched: &BTreeSet<String>,
        targets: &(BTreeMap<String, String>, BTreeMap<String, String>),
    ) -> Vec<Lost> {
        let lost = old.flat_map(|pointer| {
            let places = self.counterparts.of_place(pointer);
            let lost = places.filter(|(place, _)| !matched.contains(*place));
            lost.filter_map(|(place, guess)| {
                Some(Lost {
                    old: targets.0.get(pointer)?.clone(),
                    new: targets.1.get(place)?.clone(),
                    pointer: place.to_owned(),
                    guess: guess.clone(),
                })
            })
        });
        lost.collect()
    }

    /// The actions that match less than before, although it is still in the document, each with its place and what to do. Those
    /// with a problem are not repeated, and where an operation moved, its route says it.
    pub(super) fn weaker(&self, overlay: &Targets<'_>, findings: &[Diagnostic]) -> Vec<String> {
        let [before, after] = overlay.matched();
        let targets = (by_pointer(self.previous), by_pointer(self.facts));
        let mut found = Vec::new();
        for (index, action) in overlay.actions.iter().enumerate() {
            let now = &after[index];
            let mut findings = findings.iter();
            if now.is_empty() || findings.any(|it| overlay.index(it) == Some(index)) {
                continue;
            }
            let same = |other: &usize| overlay.actions[*other]["update"] == action["update"];
            let others: Vec<usize> = (0..overlay.actions.len()).filter(same).collect();
            let mut lost = self.lost(before[index].iter(), now, &targets);
            lost.retain(|lost| {
                let mut others = others.iter();
                !others.any(|other| after[*other].contains(&lost.pointer))
                    && !self.has_only_moved(lost)
            });
            if lost.is_empty() {
                continue;
            }
            let target = overlay.target(index).unwrap_or_default();
            let help = match self.selector(target, &lost, now) {
                Some((selector, _)) => format!("add an action with `{}`", one_line(&selector)),
                None => changed(&lost, true),
            };
            let place = overlay.place(index);
            found.push(format!(
                "{place}: some of what `{}` matched has moved; {help}",
                one_line(target)
            ));
        }
        found
    }

    /// One target for several new places, similar to the old target.
    fn selector(
        &self,
        target: &str,
        lost: &[Lost],
        matched: &BTreeSet<String>,
    ) -> Option<(String, Guess)> {
        let lost: BTreeSet<&str> = lost.iter().map(|lost| &*lost.pointer).collect();
        if lost.len() == 1 {
            return None;
        }
        let names = self.counterparts.names().into_iter();
        let renamed = names.map(|names| (renamed(target, names), Some(names.clone())));
        let mut selectors: Vec<(String, Guess)> = renamed.collect();
        let parameters = self.facts["components"]["parameters"].as_object();
        for (key, parameter) in parameters.into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap_or_default();
            let reference = format!("@['$ref'] == '#/components/parameters/{key}'");
            selectors.push((
                target.replace(&format!("@.name == '{name}'"), &reference),
                None,
            ));
        }
        for (section, inline) in [
            ("requestBodies", "requestBody"),
            ("responses", "responses.*"),
        ] {
            let shared = format!("$.components.{section}");
            let Some(below) = target.strip_prefix(&shared) else {
                continue;
            };
            // The first step is a name or any.
            let below = match below.strip_prefix(".*") {
                Some(below) => below,
                None if below.starts_with('[') => below.split_once(']').map_or("", |it| it.1),
                None => below,
            };
            selectors.push((format!("$.paths.*.*.{inline}{below}"), None));
        }
        // Between operations and their paths, and from shared things to inline ones.
        for (from, to) in [
            (".*.parameters", ".parameters"),
            (".parameters", ".*.parameters"),
            ("$.components..", "$.paths.."),
        ] {
            selectors.push((target.replace(from, to), None));
        }
        selectors.retain(|(selector, _)| selector != target);
        let values: Vec<Value> = selectors.iter().map(|it| it.0.as_str().into()).collect();
        let found = super::targets::matched(self.facts, values.iter());
        let mut pairs = selectors.into_iter().zip(found);
        let fits = |found: &BTreeSet<String>| {
            let is_lost = |place: &String| lost.contains(place.as_str());
            lost.iter().all(|place| found.contains(*place))
                && found
                    .iter()
                    .all(|place| is_lost(place) || matched.contains(place))
        };
        pairs
            .find(|(_, found)| fits(found))
            .map(|(selector, _)| selector)
    }

    /// Whether a part of a target is about a place: it may name the path of another one.
    fn is_about(&self, part: &str, pointer: &str) -> bool {
        let path = |pointer: &str| {
            let path = pointer.strip_prefix("/paths/")?.split('/').next()?;
            Some(path.replace("~1", "/").replace("~0", "~"))
        };
        let names_path = operations(self.previous).any(|(path, ..)| has(part, path));
        !names_path || path(pointer).is_some_and(|path| has(part, &path))
    }

    /// Whether the new path of the operation is all that is new in a target.
    fn has_only_moved(&self, lost: &Lost) -> bool {
        self.moves.target(&lost.old).as_ref() == Some(&lost.new)
    }

    /// The new `operationId`s of those in a text.
    fn renamed_ids(&self, text: &str) -> Vec<String> {
        let (old, new) = (ids(self.previous), ids(self.facts));
        let renamed = operations(self.previous).filter_map(|(path, method, operation)| {
            let before = id(operation).filter(|id| !new.contains(id) && has(text, id))?;
            let mut same = operations(self.facts);
            let same = same.find(|(other, verb, _)| (*other, *verb) == (path, method));
            let after = id(same?.2).filter(|id| !old.contains(id))?;
            let (before, after) = (one_line(before), one_line(after));
            Some(format!("`{before}` is `{after}` now: fix the target"))
        });
        renamed.collect()
    }
}

/// The place of an action that does the same where those things are now.
fn same(
    overlay: &Targets<'_>,
    index: usize,
    lost: &[Lost],
    matched: &[BTreeSet<String>],
) -> Option<String> {
    let mut others = overlay.actions.iter().enumerate();
    let (other, _) = others.find(|(other, action)| {
        let is_same = *other != index && action["update"] == overlay.actions[index]["update"];
        let mut lost = lost.iter();
        is_same && lost.all(|lost| matched[*other].contains(&lost.pointer))
    })?;
    (!lost.is_empty()).then(|| overlay.place(other))
}

/// The help for the new places of what an action matched.
fn changed(lost: &[Lost], matches_others: bool) -> String {
    let targets: BTreeSet<&str> = lost.iter().map(|lost| &*lost.new).collect();
    let shown: Vec<_> = targets
        .iter()
        .take(MOST)
        .map(|target| format!("`{}`", one_line(target)))
        .collect();
    let more = match targets.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let is_one = targets.len() == 1;
    let targets = shown.join(", ") + &more;
    if matches_others {
        return format!("it is {targets} now: add that to the target, or an action for it");
    }
    let guesses: BTreeSet<&Guess> = lost.iter().map(|lost| &lost.guess).collect();
    let guess = guesses.first().filter(|_| guesses.len() == 1);
    let change = if is_one {
        format!("change the target to {targets}")
    } else {
        format!("replace the action by one for each of {targets}")
    };
    with_condition(guess.unwrap_or(&&None), &change)
}

/// The help for a change of the target, which is a guess if the things have other names.
fn with_condition(guess: &Guess, change: &str) -> String {
    let condition = guess
        .as_ref()
        .map(|(_, name)| format!("if it was renamed to `{}`, ", one_line(name)));
    let condition = condition.unwrap_or_default();
    format!("{condition}{change}")
}

/// A target with another name for a property or a parameter.
fn renamed(target: &str, (old, new): &(String, String)) -> String {
    let quoted = target.replace(&format!("'{old}'"), &format!("'{new}'"));
    let mut segments = quoted.split_inclusive(['.', '[', ']', ' ', ')']);
    segments.by_ref().fold(String::new(), |text, segment| {
        let name = segment.trim_end_matches(['.', '[', ']', ' ', ')']);
        let is_member = name == old && text.ends_with('.');
        text + &if is_member {
            segment.replacen(old.as_str(), new, 1)
        } else {
            segment.to_owned()
        }
    })
}

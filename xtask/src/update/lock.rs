//! The origin of the document: what was published, and which generator took it in.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use openapi_rust_client_generator::Source;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::walk::places;
use super::yaml;

/// The digits of the checksum of a text, which are enough to see that it changed.
const DIGITS: usize = 8;

/// The text of the lock for a published document with these descriptions, of which it has checksums, and with the marks of the
/// entries of the changelog that updates wrote.
pub(super) fn text(
    document: &Value,
    published: &[u8],
    descriptions: &BTreeMap<String, String>,
    entries: &BTreeSet<String>,
) -> String {
    let info = |key: &str| match &document["info"][key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let descriptions = descriptions
        .iter()
        .map(|(target, text)| (target.clone(), Value::from(short_checksum(text))));
    let mut lock = json!({
        "title": info("title"),
        "version": info("version"),
        "sha256": checksum(published),
        "generator": env!("CARGO_PKG_VERSION"),
        "descriptions": descriptions.collect::<Map<_, _>>(),
    });
    if !entries.is_empty() {
        lock["changelog"] = json!(entries);
    }
    let lock = lock.as_object().map(yaml::members).unwrap_or_default();
    "# The published document that runtime.yaml was made from. Written by `cargo xtask update`.\n"
        .to_owned()
        + &lock
}

/// The title and the version in a lock.
pub(super) fn title(lock: &Source) -> Option<String> {
    let lock = lock.to_json()?;
    Some(format!(
        "{} {}",
        lock["title"].as_str()?,
        lock["version"].as_str()?
    ))
}

/// The marks of the entries of the changelog that updates wrote.
pub(super) fn entries(lock: &Source) -> BTreeSet<String> {
    let lock = lock.to_json().unwrap_or_default();
    let entries = lock["changelog"].as_array().into_iter().flatten();
    let entries = entries.filter_map(Value::as_str);
    entries.map(str::to_owned).collect()
}

/// The reason why a lock cannot be compared with.
pub(super) fn problem(lock: Option<&Source>) -> Option<&'static str> {
    let Some(lock) = lock else {
        return Some("is missing");
    };
    match lock.to_json() {
        Some(Value::Object(members)) => {
            let has_checksums = members.get("descriptions").is_some_and(Value::is_object);
            (!has_checksums).then_some("has no checksums of descriptions")
        }
        _ => Some("is damaged"),
    }
}

/// The places whose description is another one than that which a lock was made for, with the texts. A place that is new or gone is
/// listed elsewhere, unless it is `moved`: that gives the new pointer to a place.
pub(super) fn changed<'d>(
    lock: &Source,
    descriptions: &'d BTreeMap<String, String>,
    (previous, facts): (&Value, &Value),
    moved: impl Fn(&str) -> Option<String>,
) -> Vec<(String, &'d str)> {
    let lock = lock.to_json().unwrap_or_default();
    let Some(known) = lock["descriptions"].as_object() else {
        return Vec::new();
    };
    let targets = |document: &Value| -> BTreeMap<String, String> {
        let places = places(document).into_iter();
        places.map(|place| (place.target, place.pointer)).collect()
    };
    let (old, new) = (targets(previous), targets(facts));
    let new_target = |target: &str| {
        let pointer = moved(old.get(target)?)?;
        let mut new = new.iter();
        Some(new.find(|(_, other)| **other == pointer)?.0)
    };
    let present = descriptions.iter().filter_map(|(target, text)| {
        let known = known.get(target).and_then(Value::as_str);
        match known {
            Some(known) if known == short_checksum(text) => None,
            Some(_) => Some((target.clone(), &**text)),
            None => old
                .contains_key(target)
                .then(|| (format!("{target} (new)"), &**text)),
        }
    });
    let others = known.iter().filter_map(|(target, known)| {
        if new.contains_key(target) {
            let is_removed = !descriptions.contains_key(target);
            return is_removed.then(|| (format!("{target} (removed)"), ""));
        }
        let now = new_target(target)?;
        let text = descriptions.get(now).map_or("", String::as_str);
        let is_same = known.as_str() == Some(&short_checksum(text));
        (!is_same).then(|| (format!("{now} (before: {target})"), text))
    });
    present.chain(others).collect()
}

pub(super) fn short_checksum(text: &str) -> String {
    let mut checksum = checksum(text.as_bytes());
    checksum.truncate(DIGITS);
    checksum
}

fn checksum(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_sha256sum() {
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(checksum(b"abc"), sum);
    }
}

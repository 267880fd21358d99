//! The origin of the document: what was published, and which generator took it in.

use std::fmt::Write as _;

use openapi_rust_client_generator::Source;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::yaml;

/// The text of the lock for a published document.
pub(super) fn text(document: &Value, published: &[u8]) -> String {
    let info = |key: &str| match &document["info"][key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let lock = json!({
        "title": info("title"),
        "version": info("version"),
        "sha256": checksum(published),
        "generator": env!("CARGO_PKG_VERSION"),
    });
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

//! Checking the body of an error that a test has made up. Errors of a service are read as far as they fit; this is stricter.

use std::sync::{Arc, Mutex, PoisonError};

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::Decode;
use super::decode_error::{DecodeError, decode_json};
use crate::Value;
use crate::model::dropped_members::dropped_members;
use crate::model::json::to_text;
use crate::model::unlisted;

/// The problem of a body, which is found where the type of the body is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct ErrorFixture(Arc<Mutex<Option<String>>>);

impl ErrorFixture {
    pub(super) fn check<T: Serialize + DeserializeOwned>(&self, body: &[u8]) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = problem::<T>(body).err();
    }

    /// The problem, if the body was read and does not fit its type.
    pub(crate) fn problem(&self) -> Option<String> {
        let problem = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        problem.clone()
    }
}

fn problem<T: Serialize + DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    let value: T = expect_listed(|| decode_json(body))?;
    expect_all_members(body, &value)?;
    Ok(value)
}

/// Fails if a value is none of those that the document lists for it, because it is misspelled.
pub(crate) fn expect_listed<T>(decode: impl Fn() -> Decode<T>) -> Result<T, String> {
    let text = |error: DecodeError| error.to_string();
    let (decoded, unlisted) = unlisted::counted(&decode);
    let value = decoded.map_err(text)?;
    if unlisted > 0 {
        // The error has the path, unless the value is in a union, which has other variants to try.
        unlisted::refused(&decode).map_err(text)?;
        return Err("the document does not list one of the values".to_owned());
    }
    Ok(value)
}

/// Fails if JSON has members that the value made of it lacks, because their names are misspelled or not in the document.
pub(crate) fn expect_all_members<T: Serialize + ?Sized>(
    given: &[u8],
    value: &T,
) -> Result<(), String> {
    let parse = |text: &[u8]| serde_json::from_slice::<Value>(text);
    let kept = to_text(value).and_then(|text| parse(&text));
    // What cannot be read or written as JSON has no members to compare.
    let (Ok(given), Ok(kept)) = (parse(given), kept) else {
        return Ok(());
    };
    let dropped = dropped_members(&given, &kept);
    if dropped.is_empty() {
        return Ok(());
    }
    let paths = dropped.iter().map(|path| format!("`${path}`"));
    let paths: Vec<String> = paths.collect();
    Err(format!(
        "the document does not declare {}",
        paths.join(" and ")
    ))
}

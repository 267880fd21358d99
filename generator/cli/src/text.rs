//! The text of files.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow, bail};

pub(crate) fn read_text(path: &Path) -> Result<String> {
    decoded(fs::read(path)?)
}

/// The text of a file.
pub fn decoded(bytes: Vec<u8>) -> Result<String> {
    // A document starts with two ASCII characters, so that a zero byte among the first two indicates UTF-16.
    if matches!(
        bytes.as_slice(),
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, ..] | [_, 0, ..]
    ) {
        bail!("the file is in UTF-16; save it in UTF-8");
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        anyhow!("the file is not valid UTF-8 in line {line}")
    })
}

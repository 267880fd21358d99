//! The files of a client crate.

use std::collections::BTreeMap;

use anyhow::Result;
use openapi_client_generator::Generated;

use crate::files::Wanted;
use crate::template;

const GENERATED: &str = "src/generated";
const RUNTIME: &str = "src/runtime";

/// The folders that hold nothing else than [`modules`].
pub const SWEPT: [&str; 2] = [GENERATED, RUNTIME];

/// The files that are written anew by each run: the generated code, and the runtime that it needs.
pub fn modules(generated: &Generated) -> Result<BTreeMap<String, Wanted>> {
    let mut files = BTreeMap::new();
    for (path, text) in template::runtime(generated)? {
        files.insert(format!("{RUNTIME}/{path}"), Wanted::Exact(text));
    }
    for (path, text) in &generated.files {
        files.insert(format!("{GENERATED}/{path}"), Wanted::generated(path, text));
    }
    Ok(files)
}

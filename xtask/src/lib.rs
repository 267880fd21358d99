//! The layout of this workspace, for its commands.

pub mod examples;
pub mod recordings;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The document that the client is generated from.
pub const SPEC: &str = "spec/runtime.yaml";
/// Its overlays, in the order of application. A workspace may lack them.
pub const OVERLAYS: [&str; 2] = [
    "spec/runtime.prose.overlay.yaml",
    "spec/runtime.overlay.yaml",
];
/// The folder of the client.
pub const CLIENT: &str = "generated-client";

/// Finds the root of the workspace in the current folder, its parents and the parents of `CARGO_MANIFEST_DIR`.
pub fn workspace() -> Result<PathBuf> {
    let here = env::current_dir().context("cannot determine the current folder")?;
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    here.ancestors()
        .chain(package.iter().flat_map(|package| package.ancestors()))
        .find(|folder| folder.join(CLIENT).join("Cargo.toml").is_file())
        .map(Path::to_owned)
        .context(
            "found no generated-client/ in this folder or its parents; run the command in the workspace",
        )
}

// Compiles the examples of the README. Their lines are those of the README as long as these docs have nothing else.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}

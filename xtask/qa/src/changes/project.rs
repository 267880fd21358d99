//! The workspace with the crates of all versions, and with a program for each pair of versions.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use openapi_rust_client::internal::{Plan, runtime};
use openapi_rust_client_generator::Generated;

use super::consumer::consumer;

/// The versions that this workspace is tested with.
const LOCK: &str = include_str!("../../../../Cargo.lock");

#[derive(Default)]
pub(super) struct Project {
    files: BTreeMap<String, String>,
    members: Vec<String>,
}

impl Project {
    /// Adds the crate of a version.
    pub(super) fn add_crate(&mut self, name: &str, generated: &Generated) {
        let folder = format!("api-{name}");
        for (path, text) in &generated.files {
            let path = if path == "mod.rs" { "lib.rs" } else { path };
            self.files
                .insert(format!("{folder}/src/{path}"), text.clone());
        }
        let features = generated.features.iter();
        let each = features.fold(String::new(), |lines, name| lines + name + " = []\n");
        let manifest = format!(
            "[package]\nname = \"{folder}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\nname = \"api\"\n\n\
             [features]\ndefault = {:?}\ncall-json = []\ntesting = []\n{each}\n[dependencies]\n{}",
            generated.features,
            runtime_line(generated),
        );
        self.add_member(folder, manifest);
    }

    /// Adds a program that was written against one version and uses the crate of another one.
    pub(super) fn add_program(&mut self, name: &str, api: &str, written: &Generated) -> Result<()> {
        let folder = format!("use-{name}");
        let program = consumer(&written.files).with_context(|| name.to_owned())?;
        self.files.insert(format!("{folder}/src/main.rs"), program);
        let manifest = format!(
            "[package]\nname = \"{folder}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             api = {{ package = \"api-{api}\", path = \"../api-{api}\" }}\n{}",
            runtime_line(written),
        );
        self.add_member(folder, manifest);
        Ok(())
    }

    fn add_member(&mut self, folder: String, manifest: String) {
        self.files.insert(format!("{folder}/Cargo.toml"), manifest);
        self.members.push(folder);
    }

    /// Writes everything, and removes what an earlier run wrote.
    pub(super) fn write(mut self, folder: &Path) -> Result<()> {
        let cannot = || format!("cannot write {}", folder.display());
        fs::create_dir_all(folder).with_context(cannot)?;
        for entry in fs::read_dir(folder).with_context(cannot)? {
            let path: PathBuf = entry.with_context(cannot)?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let is_ours = name.starts_with("api-") || name.starts_with("use-");
            if is_ours && !self.members.contains(&name) {
                fs::remove_dir_all(&path).with_context(cannot)?;
            }
        }
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = {:?}\n\n[profile.dev]\nincremental = false\ndebug = false\n",
            self.members
        );
        self.files.insert("Cargo.toml".to_owned(), manifest);
        self.files.insert("Cargo.lock".to_owned(), LOCK.to_owned());
        for (path, text) in runtime::embedded() {
            self.files.insert(format!("runtime/{path}"), text);
        }
        Plan::new(folder, self.files, &[])?.apply(folder)
    }
}

fn runtime_line(generated: &Generated) -> String {
    let features = Vec::from_iter(&generated.runtime_features);
    format!(
        "openapi-client-runtime = {{ path = \"../runtime\", default-features = false, features = {features:?} }}\n"
    )
}

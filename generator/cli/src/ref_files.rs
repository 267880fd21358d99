//! The files that a document refers to. A document may come from a stranger, so it reads only files of some folders.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use openapi_rust_client_generator::Source;

use crate::shell::quoted;
use crate::text::decoded;

/// Maximum size of all referenced files together, in bytes.
const LARGEST: u64 = 64 << 20;

/// Reads the files of a document.
#[derive(Debug)]
pub(crate) struct RefFiles {
    /// The folders that files may be in, without symbolic links.
    folders: Vec<PathBuf>,
    /// The bytes that may still be read.
    left: u64,
}

/// The reason why a file is not read.
struct Refusal {
    reason: String,
    help: String,
}

impl RefFiles {
    /// Files may be in the folder of the document, in that of the file it links to, and in further folders.
    pub(crate) fn new(document: &Path, folders: &[PathBuf]) -> Result<Self> {
        let mut allowed = Vec::new();
        let linked = fs::canonicalize(document).ok();
        for document in [Some(document), linked.as_deref()].into_iter().flatten() {
            allowed.extend(real_folder(document));
        }
        for folder in folders {
            let folder = fs::canonicalize(folder)
                .with_context(|| format!("cannot find the folder {}", folder.display()))?;
            allowed.push(folder);
        }
        Ok(Self {
            folders: allowed,
            left: LARGEST,
        })
    }

    /// Attaches a file to the document, if it exists, or the reason why it is not read. Returns whether it was read.
    pub(crate) fn attach(&mut self, document: &mut Source, name: &str, path: &Path) -> bool {
        let Ok(real) = fs::canonicalize(path) else {
            // The generator reports it at the reference.
            return false;
        };
        let before = std::mem::replace(document, Source::new("", ""));
        let text = self.read(&real, name, path);
        let was_read = text.is_ok();
        *document = match text {
            Ok(text) => before.with_file(name, text),
            Err(Refusal { reason, help }) => before.with_refused_file(name, reason, help),
        };
        was_read
    }

    /// Reads the file at `path`, which `link` leads to.
    fn read(&mut self, path: &Path, name: &str, link: &Path) -> Result<String, Refusal> {
        let refusal = |reason: &str, help: &str| Refusal {
            reason: reason.to_owned(),
            help: help.to_owned(),
        };
        if !self.folders.iter().any(|folder| path.starts_with(folder)) {
            let folder = quoted(&folder_of(name, path, link));
            return Err(refusal(
                "is outside of the folder of the document",
                &format!(
                    "if you trust the document, allow the folder: `--ref-folder {folder}`, or `Build::ref_folder` in a build script"
                ),
            ));
        }
        if !path.is_file() {
            return Err(refusal("is not a file", "fix the `$ref`"));
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map(|file| file.take(self.left + 1));
        file.and_then(|mut file| file.read_to_end(&mut bytes))
            .map_err(|error| refusal(&format!("cannot be read: {error}"), "make it readable"))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let Some(left) = self.left.checked_sub(size) else {
            let reason = format!(
                "makes the referenced files larger than {} MiB",
                LARGEST >> 20
            );
            return Err(refusal(&reason, "refer to smaller files"));
        };
        self.left = left;
        decoded(bytes).map_err(|_| refusal("is not in UTF-8", "save it in UTF-8"))
    }
}

/// The folder to allow for a file that `link` leads to: as its name has it, unless the file itself is in another folder.
fn folder_of(name: &str, path: &Path, link: &Path) -> String {
    let real = path.parent().unwrap_or(path);
    if real_folder(link).is_some_and(|folder| folder == real) {
        let folder = name.rsplit_once('/').map_or(".", |(folder, _)| folder);
        return folder.to_owned();
    }
    real.display().to_string()
}

/// The folder that a file is in, without symbolic links. The file itself may be one.
fn real_folder(file: &Path) -> Option<PathBuf> {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()
}

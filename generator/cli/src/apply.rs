//! Makes the changes of a plan on disk: all of them, or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};

use crate::Plan;

impl Plan {
    /// Writes every new text beside the file that it replaces, and only when all of them are there renames them into
    /// place. What fails leaves everything as it was.
    pub fn apply(&self, root: &Path) -> Result<()> {
        let mut change = Change::default();
        let done = self.make(root, &mut change);
        match done {
            Ok(()) => change.keep(),
            Err(_) => change.undo(),
        }
        done.context("nothing was changed")
    }

    fn make(&self, root: &Path, change: &mut Change) -> Result<()> {
        for (path, text) in &self.writes {
            let path = root.join(path);
            change
                .stage(&path, text)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
        for path in self.writes.keys().map(|path| root.join(path)) {
            change
                .replace(&path)
                .with_context(|| format!("cannot replace {}", path.display()))?;
        }
        for path in self.removals.iter().map(|path| root.join(path)) {
            change
                .remove(&path)
                .with_context(|| format!("cannot remove {}", path.display()))?;
        }
        Ok(())
    }
}

/// What was done so far, for taking it back.
#[derive(Default)]
struct Change {
    /// Folders that were made, the outer ones first.
    folders: Vec<PathBuf>,
    /// Temporary files that wait for their place.
    staged: Vec<PathBuf>,
    /// Files that were replaced or removed, with what they held; `None` for new ones.
    changed: Vec<(PathBuf, Option<Vec<u8>>)>,
    removed: Vec<PathBuf>,
}

impl Change {
    fn stage(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let missing = path
            .ancestors()
            .skip(1)
            .take_while(|folder| !folder.exists());
        let mut missing: Vec<_> = missing.map(Path::to_owned).collect();
        while let Some(folder) = missing.pop() {
            if !folder.as_os_str().is_empty() {
                fs::create_dir(&folder)?;
                self.folders.push(folder);
            }
        }
        let temporary = temporary(path);
        self.staged.push(temporary.clone());
        fs::write(temporary, text)
    }

    fn replace(&mut self, path: &Path) -> io::Result<()> {
        let before = path.exists().then(|| fs::read(path)).transpose()?;
        fs::rename(temporary(path), path)?;
        self.changed.push((path.to_owned(), before));
        Ok(())
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        let before = fs::read(path)?;
        fs::remove_file(path)?;
        self.changed.push((path.to_owned(), Some(before)));
        self.removed.push(path.to_owned());
        Ok(())
    }

    /// Removes the folders that became empty.
    fn keep(&self) {
        for path in &self.removed {
            // Fails at the first folder that holds something, which is where to stop.
            let _ = path.ancestors().skip(1).try_for_each(fs::remove_dir);
        }
    }

    /// Best effort: the error that led here is the one to report.
    fn undo(&self) {
        for (path, before) in self.changed.iter().rev() {
            let _ = match before {
                Some(text) => fs::write(path, text),
                None => fs::remove_file(path),
            };
        }
        for path in &self.staged {
            let _ = fs::remove_file(path);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// In the same folder, since only there renaming is atomic.
fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", process::id()))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;

    use super::Plan;

    #[test]
    fn what_fails_half_way_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a"), "before").unwrap();
        // A file cannot be renamed to this, which only shows when `a` has been replaced.
        fs::create_dir_all(root.join("z/in the way")).unwrap();
        let texts = [("a", "after"), ("b/c/d", "new"), ("z", "new")];
        let plan = Plan {
            writes: BTreeMap::from(texts.map(|(path, text)| (path.into(), text.into()))),
            removals: BTreeSet::new(),
            foreign: BTreeSet::new(),
            unchanged: 0,
        };

        let error = format!("{:#}", plan.apply(root).unwrap_err());
        assert!(
            error.starts_with("nothing was changed: cannot replace "),
            "{error}"
        );
        assert_eq!(fs::read_to_string(root.join("a")).unwrap(), "before");
        let mut left: Vec<_> = fs::read_dir(root)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["a", "z"]);

        fs::remove_dir_all(root.join("z")).unwrap();
        plan.apply(root).unwrap();
        for (path, text) in texts {
            assert_eq!(fs::read_to_string(root.join(path)).unwrap(), text);
        }
    }
}

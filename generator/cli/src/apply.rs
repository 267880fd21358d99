//! Applies a plan to the disk, as a whole or not at all.
//!
//! A new folder is written under a temporary name and then renamed. In an existing folder, each new file is written next to
//! the file that it replaces. The files are renamed once all of them are written.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};

use crate::plan::Plan;

impl Plan {
    /// Makes all changes in `root`. A failure leaves the folder unchanged.
    pub fn apply(&self, root: &Path) -> Result<()> {
        if !root.exists() {
            return self.create(root).context("nothing was changed");
        }
        let mut change = Change::default();
        let done = self.make(root, &mut change);
        match done {
            Ok(()) => change.keep(),
            Err(_) => change.undo(),
        }
        done.context("nothing was changed")
    }

    fn create(&self, root: &Path) -> Result<()> {
        let outermost = missing_folders(root).last();
        let staged = temporary(root);
        // Not the temporary folder, which nobody knows.
        let create = |result: io::Result<()>| {
            let cannot = || {
                let root = root.display();
                format!("cannot create the folder {root}; choose one that can be written")
            };
            result.with_context(cannot)
        };
        let done = create(fs::create_dir_all(&staged))
            .and_then(|()| write_all(&staged, &self.writes))
            .and_then(|()| create(fs::rename(&staged, root)));
        if done.is_err() {
            // Best effort: the first error is the one to report.
            let _ = fs::remove_dir_all(outermost.unwrap_or(&staged));
        }
        done
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

/// Writes the files of a new folder. More threads would not help, because they would wait for the lock of the folder.
fn write_all(root: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    let mut made = PathBuf::new();
    for (path, text) in files {
        let path = root.join(path);
        let folder = path.parent().unwrap_or(root);
        // Files of the same folder are adjacent.
        if made != folder {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
            folder.clone_into(&mut made);
        }
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The changes made so far, so that they can be undone.
#[derive(Default)]
struct Change {
    /// New folders, the outer ones first.
    folders: Vec<PathBuf>,
    /// Temporary files that are yet to be renamed.
    staged: Vec<PathBuf>,
    /// Files that were written or removed, with their previous contents; `None` for new files.
    changed: Vec<(PathBuf, Option<Vec<u8>>)>,
    removed: Vec<PathBuf>,
}

impl Change {
    fn stage(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let missing: Vec<_> = missing_folders(path).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
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
            // Stops at the first folder that is not empty.
            let _ = path.ancestors().skip(1).try_for_each(fs::remove_dir);
        }
    }

    /// Restores the previous state. Best effort: the first error is the one to report.
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

/// The folders above a path that do not exist, the inner ones first.
fn missing_folders(path: &Path) -> impl Iterator<Item = &Path> {
    let folders = path.ancestors().skip(1);
    // The empty path is the current folder.
    folders.take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
}

/// A temporary path in the same folder, because renaming is atomic only there.
fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(texts: &[(&str, &str)]) -> Plan {
        let texts = texts.iter();
        Plan {
            writes: texts
                .map(|(path, text)| ((*path).into(), (*text).into()))
                .collect(),
            ..Plan::default()
        }
    }

    fn entries(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_failure_undoes_earlier_changes() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a"), "before").unwrap();
        // A file cannot replace this folder, which fails only after `a` was replaced.
        fs::create_dir_all(root.join("z/in the way")).unwrap();
        let texts = [("a", "after"), ("b/c/d", "new"), ("z", "new")];
        let plan = plan(&texts);

        let error = format!("{:#}", plan.apply(root).unwrap_err());
        assert!(
            error.starts_with("nothing was changed: cannot replace "),
            "{error}"
        );
        assert_eq!(fs::read_to_string(root.join("a")).unwrap(), "before");
        assert_eq!(entries(root), ["a", "z"]);

        fs::remove_dir_all(root.join("z")).unwrap();
        plan.apply(root).unwrap();
        for (path, text) in texts {
            assert_eq!(fs::read_to_string(root.join(path)).unwrap(), text);
        }
    }

    #[test]
    fn a_new_folder_is_written_as_a_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("new/er");
        // `a` cannot be both a file and a folder.
        let error = plan(&[("a", "1"), ("a/b", "2")]).apply(&root).unwrap_err();
        assert!(
            format!("{error:#}").starts_with("nothing was changed: cannot "),
            "{error:#}"
        );
        assert!(entries(folder.path()).is_empty());

        plan(&[("a/b", "1"), ("c", "2")]).apply(&root).unwrap();
        assert_eq!(fs::read_to_string(root.join("a/b")).unwrap(), "1");
        assert_eq!(entries(&root), ["a", "c"]);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let root = file.join("new");
        let error = format!("{:#}", plan(&[("a", "1")]).apply(&root).unwrap_err());
        let expected = format!(
            "nothing was changed: cannot create the folder {}; choose one that can be written: ",
            root.display()
        );
        assert!(error.starts_with(&expected), "{error}");
    }
}

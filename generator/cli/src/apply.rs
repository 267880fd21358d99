//! Makes the changes of a plan on disk: all of them, or none.
//!
//! A new folder is written under a temporary name and renamed as a whole. In one that exists, each new text is written
//! next to the file that it replaces, and renamed when all of them are there.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};

use crate::Plan;

impl Plan {
    /// Makes all changes in `root`. A failure leaves everything as it was.
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
        let mut missing = root.ancestors().skip(1);
        let outermost = missing
            .by_ref()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .last();
        let staged = temporary(root);
        let done = write_all(&staged, &self.writes).and_then(|()| {
            fs::rename(&staged, root).with_context(|| format!("cannot create {}", root.display()))
        });
        if done.is_err() {
            // Best effort: the error that led here is the one to report.
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

/// Writes new files into a new folder. One thread does it: several would only wait for each other's entries in the folder.
fn write_all(root: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    let mut made = None;
    for (path, text) in files {
        let path = root.join(path);
        let folder = path.parent().map(Path::to_owned);
        // Files of one folder follow each other.
        if made != folder {
            let folder = folder.as_deref().unwrap_or(root);
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
            made = Some(folder.to_owned());
        }
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The changes made so far, to take them back.
#[derive(Default)]
struct Change {
    /// New folders, the outer ones first.
    folders: Vec<PathBuf>,
    /// Temporary files that are yet to be renamed.
    staged: Vec<PathBuf>,
    /// Files that were replaced or removed, with their former texts; `None` for new ones.
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
            // Fails at the first folder that is not empty, which is where to stop.
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
    fn a_failure_half_way_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a"), "before").unwrap();
        // A file cannot be renamed to this, which only shows when `a` has been replaced.
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
    fn a_new_folder_is_there_as_a_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("new/er");
        // `a` cannot be a file and a folder.
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
}

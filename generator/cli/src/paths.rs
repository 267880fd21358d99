//! Paths from one folder to another.

use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

/// The relative path from one folder to a file or folder, with `/`.
pub(crate) fn relative(from: &Path, to: &Path) -> Result<String> {
    let from = absolute(from)?;
    let to = absolute(to)?;
    let (mut from, mut to) = (from.components().peekable(), to.components().peekable());
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let up = from.map(|_| "..".to_owned());
    let down = to.map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<_> = up.chain(down).collect();
    Ok(parts.join("/"))
}

/// Whether two paths have more in common than the root.
pub(crate) fn shares_a_folder(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (absolute(one), absolute(other)) else {
        return false;
    };
    let parts = one.components().zip(other.components());
    let mut shared = parts.take_while(|(one, other)| one == other);
    shared.any(|(part, _)| matches!(part, Component::Normal(_)))
}

/// A path without `.` and `..`, whether it exists or not.
fn absolute(path: &Path) -> Result<PathBuf> {
    let path =
        std::path::absolute(path).with_context(|| format!("cannot resolve {}", path.display()))?;
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(resolved.pop()),
            Component::CurDir => {}
            _ => resolved.push(part),
        }
    }
    Ok(resolved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_relative_to_the_folder() {
        for (from, to, path) in [
            ("a", "b", "../b"),
            ("a/b", "a/runtime", "../runtime"),
            ("a", "a/runtime", "runtime"),
            ("./a/../b", "/runtime", ""),
        ] {
            let found = relative(Path::new(from), Path::new(to)).unwrap();
            if path.is_empty() {
                assert!(found.ends_with("../runtime"), "{found}");
            } else {
                assert_eq!(found, path);
            }
        }
    }
}

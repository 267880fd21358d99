//! File names, as paths with `/` between folders.

use crate::source::percent_decoded;

/// The target of a reference without its fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The file with this name.
    File(String),
    /// A URL.
    Url,
    /// An absolute path.
    Absolute,
}

/// Resolves a relative reference in the file `from`.
pub(super) fn resolve(from: &str, reference: &str) -> Place {
    if has_scheme(reference) || reference.starts_with("//") {
        return Place::Url;
    }
    let path = percent_decoded(reference).replace('\\', "/");
    if path.starts_with('/') || path.get(1..3) == Some(":/") {
        return Place::Absolute;
    }
    Place::File(joined(from, &path))
}

/// Whether this starts with a URL scheme such as `https:`. A single letter is a drive.
pub(super) fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else {
        return false;
    };
    let of_scheme = |char: char| char.is_ascii_alphanumeric() || "+-.".contains(char);
    scheme.len() > 1
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(of_scheme)
}

/// A path relative to the folder of `from`, without redundant `.` and `..`.
fn joined(from: &str, path: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let from_root = from.starts_with('/');
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(path.split('/')) {
        match step {
            "" | "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => {
                steps.pop();
            }
            ".." if from_root => {}
            step => steps.push(step),
        }
    }
    let root = if from_root { "/" } else { "" };
    format!("{root}{}", steps.join("/"))
}

/// Resolves a reference against an absolute or relative URL.
pub(super) fn against(base: &str, reference: &str) -> String {
    if has_scheme(reference) {
        return reference.to_owned();
    }
    // `https://example.com` is kept as it is; the rest is a path.
    let host = base.find("://").map_or(0, |at| {
        let rest = &base[at + 3..];
        at + 3 + rest.find('/').unwrap_or(rest.len())
    });
    let (host, path) = base.split_at(host);
    if reference.starts_with('/') {
        return format!("{host}{reference}");
    }
    format!("{host}{}", joined(path, reference))
}

/// The name of a file without redundant `.` and `..`, so that each file has one name.
pub(super) fn normal(name: &str) -> String {
    let file = name.rsplit_once('/').map_or(name, |(_, file)| file);
    joined(name, file)
}

/// The name of the folder that contains a file.
pub(super) fn folder(name: &str) -> &str {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.rsplit_once('/').map_or(folder, |(_, folder)| folder)
}

/// The name of a file without its folder, up to the first dot.
pub(super) fn stem(name: &str) -> &str {
    let file = name.rsplit_once('/').map_or(name, |(_, file)| file);
    file.split_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_relative_to_the_folder_of_their_file() {
        let file = |from: &str, reference: &str| match resolve(from, reference) {
            Place::File(name) => name,
            other => panic!("{reference}: {other:?}"),
        };
        assert_eq!(file("api.yaml", "./pet.json"), "pet.json");
        assert_eq!(file("a/api.yaml", "b/c.yaml"), "a/b/c.yaml");
        assert_eq!(file("a/b/c.yaml", "../../x%20y.yaml"), "x y.yaml");
        assert_eq!(file("a.yaml", "../../b.yaml"), "../../b.yaml");
        assert_eq!(file("../a/b.yaml", "../c.yaml"), "../c.yaml");
        assert_eq!(file("/a/b.yaml", "../../../c.yaml"), "/c.yaml");
        assert_eq!(file("C:/a/b.yaml", "c.yaml"), "C:/a/c.yaml");
        assert_eq!(file("a.yaml", ".\\b\\c.yaml"), "b/c.yaml");
        assert_eq!(normal("./a/../b.yaml"), "b.yaml");
    }

    #[test]
    fn references_resolve_against_urls() {
        let base = "https://example.com/a/b.json";
        assert_eq!(against(base, "c.json"), "https://example.com/a/c.json");
        assert_eq!(against(base, "../c.json"), "https://example.com/c.json");
        assert_eq!(against(base, "/c.json"), "https://example.com/c.json");
        assert_eq!(against(base, "urn:c"), "urn:c");
        assert_eq!(against("https://example.com", "c"), "https://example.comc");
        assert_eq!(against("a.yaml", "c"), "c");
    }

    #[test]
    fn urls_and_absolute_paths_are_recognized() {
        for url in [
            "https://example.com/a.yaml",
            "file:///a.yaml",
            "urn:a:b",
            "//example.com/a",
        ] {
            assert_eq!(resolve("a.yaml", url), Place::Url, "{url}");
        }
        for absolute in ["/a.yaml", "C:\\a.yaml", "c:/a.yaml"] {
            assert_eq!(resolve("a.yaml", absolute), Place::Absolute, "{absolute}");
        }
    }
}

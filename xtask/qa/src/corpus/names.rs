//! Derives the names of crates from the names of their documents.

use std::collections::HashSet;

use openapi_rust_client::internal::CrateName;
use openapi_rust_client::internal::is_dependency;

/// Folders that cargo creates in its target folder.
const FOLDERS: [&str; 4] = ["build", "deps", "examples", "incremental"];

/// Chooses a name for each file. Names are unique as file names and as identifiers.
pub(super) fn choose<'a>(files: impl Iterator<Item = &'a str>) -> Vec<CrateName> {
    let mut taken = HashSet::new();
    let mut choose = |file: &str| {
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let numbered = (2_u32..).map(|number| format!("{stem} {number}"));
        [stem.to_owned(), format!("{stem} {extension}")]
            .into_iter()
            .chain(numbered)
            .map(|text| name(&text))
            .find(|name| taken.insert(name.in_code()))
            .unwrap_or_else(|| name(stem))
    };
    files.map(&mut choose).collect()
}

fn name(text: &str) -> CrateName {
    let name = CrateName::from_words(text);
    if is_dependency(&name) || FOLDERS.contains(&&*name.in_code()) {
        return CrateName::from_words(&format!("{text} client"));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::choose;

    fn names(files: &[&str]) -> Vec<String> {
        let names = choose(files.iter().copied());
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_name_consists_of_the_words_of_the_file_name() {
        let files = ["petstore.yaml", "My API (v1.2).json", "stripe_v1.yml"];
        assert_eq!(names(&files), ["petstore", "my-api-v1-2", "stripe-v1"]);
    }

    #[test]
    fn names_that_cannot_be_used_are_changed() {
        let files = ["2do.json", "é.json", "test.json", "tokio.json", "deps.json"];
        assert_eq!(
            names(&files),
            ["api-2do", "api", "api-test", "tokio-client", "deps-client"]
        );
    }

    #[test]
    fn names_are_unique() {
        let files = ["a-b.json", "a-b.yaml", "a.b.yaml", "a_b.yaml", "A_B.json"];
        assert_eq!(
            names(&files),
            ["a-b", "a-b-yaml", "a-b-2", "a-b-3", "a-b-json"]
        );
    }
}

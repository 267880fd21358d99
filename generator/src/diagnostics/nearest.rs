//! Suggestions for misspelled names.

/// Names with more letters are not compared. The time is the product of two lengths, and both may come from a document.
const LONGEST: usize = 80;

/// The name that was probably meant by a misspelled one.
pub(crate) fn nearest<'n>(
    written: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let length = written.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return None;
    }
    // A third of the letters may differ; with more, the names are unrelated.
    let most = (length / 3).max(1);
    let written = written.to_lowercase();
    let is_similar_in_length = |name: &&str| {
        let other = name.chars().take(LONGEST + 1).count();
        other <= LONGEST && other.abs_diff(length) <= most
    };
    let names = names.into_iter();
    let distance = |name: &str| strsim::damerau_levenshtein(&written, &name.to_lowercase());
    let near = names
        .filter(is_similar_in_length)
        .map(|name| (distance(name), name));
    let near = near.filter(|(distance, _)| *distance <= most);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Help for something that OpenAPI does not define.
pub(crate) const NO_EFFECT: &str = "it has no effect: fix its spelling, or remove it";

/// The message for an unknown name, with a suggestion if a known one is similar.
pub(crate) fn unknown<'k>(
    what: &str,
    name: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> String {
    let near = nearest(name, known).map(|near| format!("; did you mean `{near}`?"));
    format!("unknown {what} `{name}`{}", near.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_only_up_to_a_length() {
        let names = ["operationId", "operations"];
        assert_eq!(nearest("operatoinID", names), Some("operationId"));
        assert_eq!(nearest("tags", names), None);
        let long = "a".repeat(1_000_000);
        assert_eq!(nearest(&long, [&*long]), None);
        assert_eq!(nearest("a", [&*long]), None);
    }
}

//! Suggestions for misspelled names.

/// The name that was probably meant by a misspelled one.
pub(crate) fn nearest<'n>(
    written: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    // A third of the letters may differ; with more, the names are unrelated.
    let most = (written.chars().count() / 3).max(1);
    nearest_within(most, written, names)
}

/// The same, with the most letters that may differ.
pub(crate) fn nearest_within<'n>(
    most: usize,
    written: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let written = written.to_lowercase();
    let distance = |name: &str| strsim::damerau_levenshtein(&written, &name.to_lowercase());
    let near = names.into_iter().map(|name| (distance(name), name));
    let near = near.filter(|(distance, _)| *distance <= most);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

//! Lists of pairs in a text: queries and cookies.

/// The name of a pair, as it is written.
pub(super) fn name_of(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default().trim()
}

/// Whether a query or a list of cookies has a pair of this name, which is encoded.
pub(super) fn has_pair(list: &str, separator: char, name: &str) -> bool {
    list.split(separator).any(|pair| name_of(pair) == name)
}

/// Cookies that are set by hand, and those of the call, which take the place of others with the same name.
pub(super) fn with_cookies(by_hand: &str, cookies: &str) -> String {
    let is_other = |pair: &&str| !has_pair(cookies, ';', name_of(pair));
    let by_hand = by_hand.split(';').map(str::trim);
    let mut all = String::new();
    for pair in by_hand.filter(|pair| !pair.is_empty()).filter(is_other) {
        append(&mut all, "; ", pair);
    }
    append(&mut all, "; ", cookies);
    all
}

pub(super) fn append(list: &mut String, separator: &str, item: &str) {
    if !list.is_empty() {
        list.push_str(separator);
    }
    list.push_str(item);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_of_the_call_replace_those_of_the_same_name() {
        assert_eq!(with_cookies("z=1", "c=1"), "z=1; c=1");
        assert_eq!(with_cookies("c=0;z=1 ; ;d", "c=1; e=2"), "z=1; d; c=1; e=2");
        assert_eq!(with_cookies("", "c=1"), "c=1");
    }
}

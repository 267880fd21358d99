//! A suggestion for the misspelled name of an operation.

/// Names with more bytes are not compared, because the time is the product of the lengths.
const LONGEST: usize = 200;

/// The name that was probably meant: upper case, `_` and `-` do not count, and a third of the rest may differ.
pub(super) fn nearest(written: &str, names: impl Iterator<Item = String>) -> Option<String> {
    let plain = |name: &str| -> Vec<u8> {
        let bytes = name.bytes().filter(|byte| !b"_-".contains(byte));
        bytes.map(|byte| byte.to_ascii_lowercase()).collect()
    };
    let written = plain(written);
    let most = (written.len() / 3).max(1);
    let near = names.filter_map(|name| {
        let other = plain(&name);
        let is_comparable = written.len().max(other.len()) <= LONGEST
            && other.len().abs_diff(written.len()) <= most;
        let distance = is_comparable.then(|| distance(&written, &other))?;
        (distance <= most).then_some((distance, name))
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The number of bytes to insert, remove or replace.
fn distance(one: &[u8], other: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (done, byte) in one.iter().enumerate() {
        let mut diagonal = done;
        row[0] = done + 1;
        for (at, wanted) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(byte != wanted);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_the_one_that_was_meant() {
        let names = || ["getUser", "getUsers", "listUsers", "GET /users/{id}"].map(str::to_owned);
        for (written, meant) in [
            ("getUsr", Some("getUser")),
            ("get_user", Some("getUser")),
            ("GETUSERS", Some("getUsers")),
            ("get /users/{userId}", Some("GET /users/{id}")),
            ("deleteWorkflow", None),
            ("", None),
        ] {
            let found = nearest(written, names().into_iter());
            assert_eq!(found.as_deref(), meant, "{written}");
        }
        let long = "a".repeat(100_000);
        assert_eq!(nearest(&long, [long.clone()].into_iter()), None);
    }
}

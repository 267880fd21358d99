//! The reason why a process ended.

/// Why a process ended, from what it wrote on standard error.
pub(crate) fn last_words(text: &str) -> Option<String> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some((_, place)) = lines
        .by_ref()
        .find_map(|line| line.strip_suffix(':')?.split_once(" panicked at "))
    else {
        // The stack overflowed, or memory ran out.
        return text
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
            .map(str::to_owned);
    };
    let message = lines.next().unwrap_or_default();
    Some(format!("{message} ({place})"))
}

#[cfg(test)]
mod tests {
    use super::last_words;

    #[test]
    fn the_reason_of_a_panic() {
        let text = "warning: x\n\nthread 'main' (7) panicked at generator/src/a.rs:1:2:\n\
            index out of bounds\nnote: run with `RUST_BACKTRACE=1`\n";
        assert_eq!(
            last_words(text).as_deref(),
            Some("index out of bounds (generator/src/a.rs:1:2)")
        );
    }

    #[test]
    fn the_reason_of_another_end() {
        let text =
            "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow\n";
        assert_eq!(
            last_words(text).as_deref(),
            Some("thread 'main' has overflowed its stack")
        );
        assert_eq!(last_words("\n"), None);
    }
}

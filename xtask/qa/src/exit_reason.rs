//! The reason why a process ended.

/// Extracts the reason from the standard error of a process: `index out of bounds (generator/src/a.rs:1:2)`.
pub(crate) fn exit_reason(text: &str) -> Option<String> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some((_, location)) = lines
        .by_ref()
        .find_map(|line| line.strip_suffix(':')?.split_once(" panicked at "))
    else {
        // The stack overflowed, or memory ran out.
        let first = text.lines().map(str::trim).find(|line| !line.is_empty());
        return first.map(without_id);
    };
    let message = lines.next().unwrap_or_default();
    Some(format!("{message} ({location})"))
}

/// The line without the number of a thread, which differs from run to run: `thread '<unknown>' (7) has overflowed its stack`.
fn without_id(line: &str) -> String {
    let parts = line.split_once(" (").and_then(|(before, rest)| {
        let (id, after) = rest.split_once(')')?;
        let is_number = id.parse::<u64>().is_ok();
        is_number.then(|| format!("{before}{after}"))
    });
    parts.unwrap_or_else(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::exit_reason;

    #[test]
    fn a_panic_has_its_message_and_location() {
        let text = "warning: x\n\nthread 'main' (7) panicked at generator/src/a.rs:1:2:\n\
            index out of bounds\nnote: run with `RUST_BACKTRACE=1`\n";
        assert_eq!(
            exit_reason(text).as_deref(),
            Some("index out of bounds (generator/src/a.rs:1:2)")
        );
    }

    #[test]
    fn another_error_has_its_first_line() {
        let text =
            "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow\n";
        assert_eq!(
            exit_reason(text).as_deref(),
            Some("thread 'main' has overflowed its stack")
        );
        let numbered = "\nthread '<unknown>' (7) has overflowed its stack\n";
        assert_eq!(
            exit_reason(numbered).as_deref(),
            Some("thread '<unknown>' has overflowed its stack")
        );
        assert_eq!(exit_reason("\n"), None);
    }
}

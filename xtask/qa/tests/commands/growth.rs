//! `cargo xtask growth` with kinds of documents.

use crate::sandbox::Sandbox;

#[test]
fn an_unknown_kind_is_an_error_that_lists_all() {
    let run = Sandbox::new()
        .run(&["growth", "union", "nosuch"])
        .ends_with(1);
    assert!(run.stdout.is_empty(), "{}", run.stdout);
    let message = "unknown kind `nosuch`; the kinds are operations, tags, ";
    assert!(run.stderr.contains(message), "{}", run.stderr);
}

#[test]
fn the_output_is_the_table_of_the_docs() {
    let table = include_str!("../../../../docs/growth.md");
    // Times, and what follows from them, are those of the machine.
    let without_times = |line: &str| {
        let cells = line.split(" | ").map(|cell| cell.split(", ").next());
        let cells: Vec<_> = cells.flatten().map(str::to_owned).collect();
        let growth = cells.len().saturating_sub(2);
        let cells = cells.into_iter().enumerate();
        cells
            .filter(|(at, _)| *at != growth)
            .map(|(_, cell)| cell)
            .collect::<Vec<_>>()
    };
    let lines: Vec<_> = table.lines().map(without_times).collect();
    let run = Sandbox::new().run(&["growth", "servers", "path-parameters"]);
    for line in run.stdout.lines() {
        assert!(lines.contains(&without_times(line)), "{line}");
    }
    assert_eq!(run.stdout.lines().count(), 4, "{}", run.stdout);
}

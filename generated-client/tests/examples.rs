//! The examples in the docs of `Client`, its builder and `Call`, and of the service for tests. They need the client of an API, so
//! they can only be compiled as a part of the docs of a crate.

const MACROS: &str = concat!(
    include_str!("../runtime/src/client/define.rs"),
    include_str!("../runtime/src/client/define_hooks.rs"),
    include_str!("../runtime/src/client/define_limits.rs"),
    include_str!("../runtime/src/client/define_http.rs"),
    include_str!("../runtime/src/client/define_parts.rs"),
    include_str!("../runtime/src/testing/service.rs"),
);
const DOCS: &str = concat!(
    include_str!("../src/lib.rs"),
    include_str!("../src/production.md"),
    include_str!("../src/testing.md"),
);

/// The code blocks of docs, without indentation.
fn blocks(docs: &str, start: &str) -> Vec<Vec<String>> {
    let mut blocks = Vec::new();
    let mut lines = docs
        .lines()
        .map(|line| line.trim_start_matches("//!").trim());
    while lines.by_ref().any(|line| line.starts_with(start)) {
        let block = lines.by_ref().take_while(|line| !line.starts_with("```"));
        let block = block.map(|line| line.replace("\\\"", "\"").replace(".with_env()", ""));
        blocks.push(block.collect());
    }
    blocks
}

#[test]
fn examples_of_the_macros_are_compiled_as_a_part_of_the_docs_of_the_crate() {
    let compiled = blocks(DOCS, "```");
    let examples = blocks(MACROS, "```no_run");
    assert_eq!(examples.len(), 10);
    for example in examples {
        let is_compiled = compiled.iter().any(|block| {
            let mut lines = block.iter();
            example
                .iter()
                .all(|wanted| lines.any(|line| line == wanted))
        });
        assert!(is_compiled, "{}", example.join("\n"));
    }
}

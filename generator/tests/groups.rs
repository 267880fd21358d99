//! The headings under which docs list operations.

use openapi_rust_client_generator::{Options, Source, generate};

/// The lists of operations in the docs of the module `operations`, with their headings.
fn index(operations: &[(&str, &str)]) -> String {
    let operations = operations.iter().map(|(path, tags)| {
        let operation = format!("{{tags: {tags}, responses: {{'204': {{description: Done.}}}}}}");
        format!("  {path}: {{get: {operation}}}\n")
    });
    let operations: String = operations.collect();
    let document =
        format!("openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths:\n{operations}");
    let document = Source::new("api.yaml", document);
    let generated = generate(&document, &[], &Options::default()).unwrap();
    let module = generated.files["operations/mod.rs"].lines();
    let docs = module.filter_map(|line| line.strip_prefix("//! "));
    let shown = docs.filter(|line| line.starts_with('#') || line.starts_with("  "));
    shown.map(str::trim).collect::<Vec<_>>().join("\n")
}

#[test]
fn operations_without_tags_come_last_by_path() {
    let operations = [
        ("/health", "[]"),
        ("/items", "[items]"),
        ("/Users/all", "[]"),
        ("/token", "[users]"),
        ("/me", "[users, more]"),
        ("/groups", "[more]"),
        ("/", "[]"),
    ];
    assert_eq!(
        index(&operations),
        "# Items\n`GET /items`\n# Users\n`GET /token`\n`GET /me`\n`GET /Users/all`\n# More\n`GET /groups`\n# Health\n`GET /health`\n# Other operations\n`GET /`"
    );
}

#[test]
fn a_tag_that_all_have_is_not_a_heading() {
    let operations = [
        ("/v1/users", "[api]"),
        ("/v1/teams", "[api]"),
        ("/v1/health", "[]"),
    ];
    assert_eq!(
        index(&operations),
        "# Users\n`GET /v1/users`\n# Teams\n`GET /v1/teams`\n# Health\n`GET /v1/health`"
    );
}

#[test]
fn a_few_tags_are_not_headings() {
    let operations = [
        ("/users", "[]"),
        ("/teams", "[new]"),
        ("/rooms", "[old]"),
        ("/users/all", "[]"),
    ];
    assert_eq!(
        index(&operations),
        "# Users\n`GET /users`\n`GET /users/all`\n# Teams\n`GET /teams`\n# Rooms\n`GET /rooms`"
    );
}

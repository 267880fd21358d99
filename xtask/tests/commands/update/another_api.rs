//! Documents of another API, or of the same one under another title or on other servers.

use super::*;

#[test]
fn the_document_of_another_api_is_taken_in_only_on_request() {
    let sandbox = updated();
    let before = files(&sandbox);
    let another = SPEC.replace("title: Things", "title: Other");
    let another = another.replace("https://things.example", "https://other.example");
    let run = update(&sandbox, &another, &[]).ends_with(1);
    let titles = "its title is `Other`, the title of spec/runtime.yaml is `Things`";
    assert!(run.stderr.contains(titles), "{}", run.stderr);
    assert!(run.stderr.contains("`--another-api`"), "{}", run.stderr);
    assert_eq!(files(&sandbox), before);
    update(&sandbox, &another, &["--another-api"]).ends_with(0);
    assert!(sandbox.read(LOCK).contains("title: Other\n"));
}

#[test]
fn an_api_may_get_another_title() {
    let sandbox = updated();
    let renamed = SPEC.replace("title: Things", "title: All things");
    let run = update(&sandbox, &renamed, &[]).ends_with(0);
    let titles = "another title than spec/runtime.yaml: `All things` in place of `Things`";
    assert!(run.stderr.contains(titles), "{}", run.stderr);
}

#[test]
fn another_api_of_the_same_server_is_taken_in_only_on_request() {
    let sandbox = updated();
    let before = files(&sandbox);
    for title in ["Things", "Other"] {
        let another = SPEC.replace("title: Things", &format!("title: {title}"));
        let another = another.replace("  /things", "  /others");
        let another = another.replace("getThing", "getOther");
        let run = update(&sandbox, &another, &[]).ends_with(1);
        let routes = "they have 0 of 1 operations in common";
        assert!(run.stderr.contains(routes), "{}", run.stderr);
        let is_reason = run.stderr.contains("its title is");
        assert_eq!(is_reason, title == "Other", "{}", run.stderr);
        assert_eq!(files(&sandbox), before);
        update(&sandbox, &another, &["--another-api", "--dry-run"]).ends_with(0);
    }
    let renamed = SPEC
        .replace("{id}", "{key}")
        .replace("name: id", "name: key");
    update(&sandbox, &renamed, &["--dry-run"]).ends_with(0);
}

#[test]
fn an_api_may_move_all_its_paths() {
    let sandbox = updated();
    let moved = SPEC.replace("  /things", "  /v2/things");
    update(&sandbox, &moved, &["--dry-run"]).ends_with(0);
}

#[test]
fn other_servers_are_reported() {
    let sandbox = updated();
    let moved = SPEC.replace("https://things.example", "https://other.example");
    let run = update(&sandbox, &moved, &["--dry-run"]).ends_with(0);
    let servers = "`https://other.example` in place of `https://things.example`";
    assert!(run.stderr.contains(servers), "{}", run.stderr);
    let run = update(&sandbox, SPEC, &["--dry-run"]).ends_with(0);
    assert!(!run.stderr.contains("servers"), "{}", run.stderr);
}

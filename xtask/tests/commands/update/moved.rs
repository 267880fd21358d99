//! Overlay actions and descriptions: those for operations that moved and properties that were renamed, and those that changed.

use super::{LOCK, OVERLAY, update};
use crate::sandbox::{SPEC, Sandbox};

#[test]
fn help_names_the_new_path_of_an_operation_that_moved() {
    let sandbox = Sandbox::new();
    let paths = "    get: {operationId: getGroup, responses: {'204': {description: ''}}}
  /thing:
    delete: {operationId: deleteThing, responses: {'204': {description: ''}}}
";
    let before = SPEC.replace("components:", &format!("  /group:\n{paths}components:"));
    update(&sandbox, &before, &["--prose", "published"]).ends_with(0);
    let corrections = "overlay: 1.0.0
info: {title: Corrections, version: '1'}
actions:
  - target: $.paths['/things/{id}'].*.parameters[?@.name == 'id'].schema
    update: {minLength: 5}
  - target: $.paths['/thing', '/group'].*
    update: {tags: [x]}
";
    sandbox.write(OVERLAY, corrections);
    let moved = before.replace("/things/{id}", "/items/{id}");
    let moved = moved
        .replace("/group:\n", "/groups:\n")
        .replace("deleteThing", "removeThing");
    let moved = moved.replace("  /thing:", "  /trash:");
    let printed = update(&sandbox, &moved, &[]).ends_with(0).stdout;
    for help in [
        "  spec/runtime.overlay.yaml:4: the action on `$.paths['/things/{id}'].*.parameters[?@.name == 'id'].schema` matches \
         nothing in the document\n    help: `/things/{id}` is `/items/{id}` now: fix the target\n",
        "help: `/group` is `/groups` now: fix the target; delete `/thing`, or fix the target: the document has none of its `operationId`s\n",
        "`$.paths['/things/{id}'].get.responses['200']` matches nothing in the document\n    help: `/things/{id}` is `/items/{id}` now",
    ] {
        assert!(printed.contains(help), "{help}:\n{printed}");
    }
    assert!(!printed.contains("did you mean"), "{printed}");
}

#[test]
fn the_new_place_of_the_description_of_a_renamed_property_is_named() {
    let sandbox = Sandbox::new();
    let published = SPEC.replace(
        "        text:\n",
        "        text:\n          description: The text.\n",
    );
    update(&sandbox, &published, &["--prose", "published"]).ends_with(0);
    let renamed = published.replace("        text:\n", "        title:\n");
    let printed = update(&sandbox, &renamed, &[]).ends_with(0).stdout;
    let help = "`$.components.schemas.Label.properties.text` matches nothing in the document\n    \
                help: if it was renamed to `title`, change the target to `$.components.schemas.Label.properties.title`\n";
    assert!(printed.contains(help), "{printed}");
}

#[test]
fn the_new_place_of_the_description_of_a_renamed_parameter_is_named() {
    let sandbox = Sandbox::new();
    let parameters = "      parameters:\n";
    assert!(SPEC.contains(parameters));
    let parameter = |name: &str| {
        let parameter = format!(
            "{parameters}        - {{name: {name}, in: query, description: A tag., schema: {{type: boolean}}}}\n"
        );
        SPEC.replace(parameters, &parameter)
    };
    update(&sandbox, &parameter("tag"), &["--prose", "published"]).ends_with(0);
    let run = update(&sandbox, &parameter("label"), &[]).ends_with(0);
    let help = "    help: if it was renamed to `label`, change the target to \
                `$.paths['/things/{id}'].get.parameters[?@.name == 'label']`\n";
    assert!(run.stdout.contains(help), "{}", run.stdout);
}

#[test]
fn changed_descriptions_of_the_publisher_are_listed() {
    let sandbox = Sandbox::new();
    let printed = update(&sandbox, SPEC, &[]).ends_with(0).stdout;
    assert!(!printed.contains("changed;"), "{printed}");
    let changed = SPEC.replace("Finds a thing.", "Finds a thing\n        quickly.");
    let printed = update(&sandbox, &changed, &[]).ends_with(0).stdout;
    let list = "\n1 published description changed; spec/runtime.prose.overlay.yaml may need the same change:\n  \
                $.paths['/things/{id}'].get\n    Finds a thing quickly.\n";
    assert!(printed.contains(list), "{printed}");
    let printed = update(&sandbox, &changed, &[]).ends_with(0).stdout;
    assert!(printed.contains("\nnothing new\n"), "{printed}");
    assert!(!printed.contains("changed;"), "{printed}");
}

#[test]
fn an_action_whose_published_type_changes_is_named() {
    let sandbox = Sandbox::new();
    let published = SPEC.replace(
        "        text:\n",
        "        delay: {type: number}\n        text:\n",
    );
    let corrections = "overlay: 1.1.0
info: {title: Corrections, version: '1'}
actions:
  # Comment.
  - target: $.components..properties.delay
    update: {type: integer, format: int64}
  - target: $.components.schemas.Label
    update: {properties: {delay: {minimum: 5}}}
  - target: $.components..properties.delay
    update: {x-rust-name: Delay}
";
    sandbox.write(OVERLAY, corrections);
    update(&sandbox, &published, &[]).ends_with(0);
    let printed = update(&sandbox, &published, &[]).ends_with(0).stdout;
    assert!(!printed.contains("that still match"), "{printed}");
    let changed = published.replace("delay: {type: number}", "delay: {type: string}");
    let printed = update(&sandbox, &changed, &[]).ends_with(0).stdout;
    let (_, list) = printed.split_once("that still match").unwrap();
    let place = "$.components.schemas.Label.properties.delay";
    for entry in [
        format!(
            "  {OVERLAY}:5: the document now says `type: string` (before: `type: number`) where this action sets \
                 `type: integer`: check it ({place})\n"
        ),
        format!(
            "  {OVERLAY}:7: the document now says `type: string` (before: `type: number`) where this action sets \
                 `minimum: 5`: check it ({place})\n"
        ),
    ] {
        assert!(list.contains(&entry), "{entry}:\n{printed}");
    }
    assert_eq!(list.matches("now says").count(), 2, "{printed}");
}

#[test]
fn an_action_that_lists_an_operation_that_moved_is_named_although_it_matches() {
    let sandbox = Sandbox::new();
    let operation = |method: &str, id: &str| {
        format!("    {method}: {{operationId: {id}, responses: {{'204': {{description: ''}}}}}}\n")
    };
    let group = |methods: &[(&str, &str)]| {
        let methods = methods.iter().map(|(method, id)| operation(method, id));
        methods.collect::<String>()
    };
    let others = format!(
        "  /other:\n{}  /trash:\n{}",
        operation("put", "putOther"),
        operation("delete", "deleteTrash")
    );
    let with = |paths: &str| SPEC.replace("components:", &format!("{others}{paths}components:"));
    let before = group(&[
        ("get", "getGroup"),
        ("put", "putGroup"),
        ("delete", "deleteGroup"),
    ]);
    let before = with(&format!("  /group:\n{before}"));
    update(&sandbox, &before, &[]).ends_with(0);
    let corrections = "overlay: 1.0.0
info: {title: Corrections, version: '1'}
actions:
  - target: $.paths['/group', '/things/{id}'].*
    update: {tags: [x]}
  - target: $.paths['/group', '/trash', '/other']['put', 'delete']
    update: {x-nothing: own}
";
    sandbox.write(OVERLAY, corrections);
    let part = group(&[("put", "putGroup"), ("delete", "deleteGroup")]);
    let part = with(&format!(
        "  /group:\n{part}  /team:\n{}",
        operation("get", "getGroup")
    ));
    let printed = update(&sandbox, &part, &["--dry-run"]).ends_with(0).stdout;
    let moved = format!("  {OVERLAY}:4: `GET /group` is `GET /team` now: fix the target\n");
    assert!(printed.contains(&moved), "{printed}");
    assert_eq!(printed.matches("now: fix").count(), 1, "{printed}");

    let method = group(&[
        ("get", "getGroup"),
        ("patch", "putGroup"),
        ("delete", "deleteGroup"),
    ]);
    let method = with(&format!("  /group:\n{method}")).replace("/trash", "/bin");
    let printed = update(&sandbox, &method, &[]).ends_with(0).stdout;
    let moved = format!("  {OVERLAY}:6: `PUT /group` is `PATCH /group` now: fix the target\n");
    assert!(printed.contains(&moved), "{printed}");
    assert!(!printed.contains(&format!("{OVERLAY}:4")), "{printed}");
}

#[test]
fn descriptions_that_the_publisher_adds_or_removes_are_listed() {
    let sandbox = Sandbox::new();
    update(&sandbox, SPEC, &[]).ends_with(0);
    let changed = SPEC.replace("      description: A label.\n", "").replace(
        "        text:\n",
        "        text:\n          description: The text.\n",
    );
    let printed = update(&sandbox, &changed, &[]).ends_with(0).stdout;
    let list = "\n2 published descriptions changed; spec/runtime.prose.overlay.yaml may need the same change:\n  \
                $.components.schemas.Label.properties.text (new)\n    The text.\n  \
                $.components.schemas.Label (removed)\n";
    assert!(printed.contains(list), "{printed}");
}

#[test]
fn a_description_that_changes_with_its_place_is_listed() {
    let sandbox = Sandbox::new();
    let published = SPEC.replace(
        "        text:\n",
        "        text:\n          description: The text.\n",
    );
    update(&sandbox, &published, &[]).ends_with(0);
    let moved = published
        .replace("        text:\n", "        title:\n")
        .replace("The text.", "The title.")
        .replace("/things/{id}", "/items/{id}");
    let printed = update(&sandbox, &moved, &["--dry-run"]).ends_with(0).stdout;
    let list = "\n1 published description changed; spec/runtime.prose.overlay.yaml may need the same change:\n  \
                $.components.schemas.Label.properties.title (before: $.components.schemas.Label.properties.text)\n    \
                The title.\n\n";
    assert!(printed.contains(list), "{printed}");
    let moved = moved.replace("Finds a thing.", "Finds an item.");
    let printed = update(&sandbox, &moved, &[]).ends_with(0).stdout;
    let line =
        "  $.paths['/items/{id}'].get (before: $.paths['/things/{id}'].get)\n    Finds an item.\n";
    assert!(printed.contains(line), "{printed}");
}

#[test]
fn a_lock_that_cannot_be_compared_with_is_reported() {
    let sandbox = Sandbox::new();
    let lock = sandbox.path(LOCK);
    update(&sandbox, SPEC, &[]).ends_with(0);
    let text = sandbox.read(LOCK);
    let (without, _) = text.split_once("descriptions:").unwrap();
    for (text, problem) in [
        (Some(without.to_owned()), "has no checksums of descriptions"),
        (Some(format!("<<<<<<< HEAD\n{text}")), "is damaged"),
        (None, "is missing"),
    ] {
        match text {
            Some(text) => sandbox.write(LOCK, &text),
            None => std::fs::remove_file(&lock).unwrap(),
        }
        let run = update(&sandbox, SPEC, &[]).ends_with(0);
        let warning = format!("warning: {LOCK} {problem}: published descriptions");
        assert!(run.stderr.contains(&warning), "{}", run.stderr);
        let run = update(&sandbox, SPEC, &[]).ends_with(0);
        assert!(!run.stderr.contains(LOCK), "{}", run.stderr);
    }
}

//! Overlays: what actions do, and the limits that keep an overlay from taking very long or a lot of memory.

use openapi_rust_client_generator::{Options, Source, generate};

const DOCUMENT: &str = "openapi: 3.0.3
info: {title: Test, version: '1', x-list: [0, 1, 2, 3]}
paths:
  /a: {get: {operationId: a, tags: [one], responses: {'204': {description: Done.}}}}
  /b: {get: {operationId: b, tags: [two], responses: {'204': {description: Done.}}}}
";

fn overlay(version: &str, actions: &[String]) -> Source {
    let actions = actions.join("\n  - ");
    let text =
        format!("overlay: {version}\ninfo: {{title: T, version: '1'}}\nactions:\n  - {actions}\n");
    Source::new("overlay.yaml", text)
}

/// The error for actions.
#[track_caller]
fn refused(document: &str, actions: &[String]) -> String {
    let document = Source::new("api.yaml", document);
    let overlays = [overlay("1.1.0", actions)];
    let problems = generate(&document, &overlays, &Options::default()).unwrap_err();
    let first = problems.iter().next().unwrap();
    assert_eq!(first.code.as_str(), "overlay", "{first}");
    assert!(first.message.chars().count() < 500, "{first}");
    assert!(first.pointer.starts_with("#/actions/"), "{first}");
    first.message.clone()
}

fn update(target: &str) -> String {
    format!("{{target: \"{target}\", update: {{x-a: 1}}}}")
}

#[track_caller]
fn refused_target(target: &str, reason: &str) {
    let message = refused(DOCUMENT, &[update(target)]);
    assert!(message.contains(reason), "{message}");
}

#[test]
fn paths_have_a_length_and_a_depth() {
    for (open, close) in [
        ("(", ")"),
        ("[?@", "]"),
        ("!(", ")"),
        ("(@[?", "])"),
        ("[?(", ")]"),
    ] {
        for depth in [11, 100, 3_000] {
            let target = format!("$[?{}@.a{}]", open.repeat(depth), close.repeat(depth));
            refused_target(&target, "the path ");
        }
    }
    refused_target(
        &format!("${}", ".a".repeat(10_000)),
        "is longer than 10000 bytes",
    );
    let copy = format!("{{target: $.info, copy: \"${}\"}}", "[?@".repeat(50));
    assert!(refused(DOCUMENT, &[copy]).contains("brackets"));
    // Brackets in names are not nested.
    let name = "[(".repeat(100);
    let message = refused(DOCUMENT, &[update(&format!("$['{name}']"))]);
    assert!(message.contains("matches nothing"), "{message}");
}

#[test]
fn paths_do_not_select_a_node_very_many_times() {
    let deep = format!(
        "{DOCUMENT}x-deep: {}1{}\n",
        "[".repeat(100),
        "]".repeat(100)
    );
    let wide: Vec<_> = (0..10_000)
        .map(|at| format!("  a{at}: {{b: {{c: 1}}}}\n"))
        .collect();
    let wide = format!("{DOCUMENT}x-wide:\n{}", wide.concat());
    for (document, target) in [
        (&deep, "$..*..*..*..*..*..*"),
        (&deep, "$..[?@..[?@..[?@..*]]]..*..*"),
        (&wide, "$..[?$..b]"),
        (&wide, "$.*.*[?count($.*.*.*) > 1]"),
        (&wide, "$.*.*[?$.*[?$.*[?@.a]]]"),
    ] {
        let message = refused(document, &[update(target)]);
        assert!(message.contains("for a document of this size"), "{message}");
    }
}

#[test]
fn documents_do_not_grow_without_end() {
    let doubling = "{target: $.info, copy: $.paths}".to_owned();
    let deeper = |depth: usize| {
        let target = ".x".repeat(depth);
        format!("{{target: $.info{target}, update: {{x: {{}}}}}}")
    };
    let message = refused(DOCUMENT, &(0..200).map(deeper).collect::<Vec<_>>());
    assert!(message.contains("deeper than 128 levels"), "{message}");
    let nested = "{target: $.info, copy: $}".to_owned();
    let message = refused(DOCUMENT, &vec![nested; 200]);
    assert!(message.contains("adds more than 64 MiB"), "{message}");

    let list = r#"{target: "$.info['x-list']", copy: "$.info['x-list']"}"#.to_owned();
    let message = refused(DOCUMENT, &[vec![doubling], vec![list; 60]].concat());
    assert!(message.contains("adds more than 64 MiB"), "{message}");

    let text = "x".repeat(100_000);
    let wide: Vec<_> = (0..2_000).map(|at| format!("  a{at}: {{}}\n")).collect();
    let wide = format!("{DOCUMENT}x-wide:\n{}", wide.concat());
    let large = format!("{{target: \"$['x-wide'].*\", update: {{a: {text}}}}}");
    let message = refused(&wide, &[large]);
    assert!(message.contains("adds more than 64 MiB"), "{message}");

    let numbers: Vec<_> = (0..2_000).map(|at| format!("  a{at}: {at}\n")).collect();
    let numbers = format!("{DOCUMENT}x-wide:\n{}", numbers.concat());
    let large = format!("{{target: \"$['x-wide'].*\", update: {text}}}");
    let message = refused(&numbers, &[large]);
    assert!(message.contains("adds more than 64 MiB"), "{message}");
}

/// The client's code after actions.
fn client(version: &str, actions: &[&str]) -> String {
    let actions: Vec<_> = actions.iter().map(|action| (*action).to_owned()).collect();
    let document = Source::new("api.yaml", DOCUMENT);
    let generated = generate(
        &document,
        &[overlay(version, &actions)],
        &Options::default(),
    );
    let generated = generated.unwrap_or_else(|problems| panic!("{problems}"));
    generated.files.values().map(String::as_str).collect()
}

#[test]
fn every_node_is_changed_once() {
    for version in ["1.0.0", "1.1.0"] {
        // Removal of several items, in any order and twice.
        let code = client(
            version,
            &[
                "{target: \"$.info['x-list'][3, 0, 0]\", update: {}}",
                "{target: '$.paths..get', update: {description: Described.}}",
            ][1..],
        );
        assert_eq!(code.matches("/// Described.").count() % 2, 0);
        assert!(code.contains("/// Described."), "{code}");
        let code = client(
            version,
            &["{target: \"$.paths['/b', '/b']\", remove: true}"],
        );
        assert!(
            code.contains("pub fn a(") && !code.contains("pub fn b("),
            "{code}"
        );
    }
    let code = client(
        "1.1.0",
        &[
            "{target: \"$.paths['/c']\", update: {}}",
            "{target: $.paths, update: {/c: {}}}",
            "{target: \"$.paths['/c']\", copy: \"$.paths['/a']\"}",
            "{target: \"$.paths['/c'].get\", update: {operationId: c}}",
        ][1..],
    );
    assert!(code.contains("pub fn c("), "{code}");
}

#[test]
fn strings_and_numbers_are_targets_since_1_1() {
    let replaces = "{target: \"$.paths['/a'].get.operationId\", update: c}";
    let removes = "{target: \"$.paths['/b'].get.operationId\", remove: true}";
    let item = "{target: \"$.paths['/a'].get.tags[0]\", remove: true}";
    let copies = "{target: \"$.paths['/a'].get.operationId\", copy: $.info.title}";
    let code = client("1.1.0", &[replaces, removes, item]);
    assert!(
        code.contains("pub fn c(") && code.contains("pub fn get_b("),
        "{code}"
    );
    let code = client("1.1.0", &[copies]);
    assert!(code.contains("pub fn test("), "{code}");

    let update = "{target: $.info.title, update: {a: 1}}".to_owned();
    let message = refused(DOCUMENT, &[update]);
    let expected = "a target is a string, and an object cannot replace it";
    assert!(message.ends_with(expected), "{message}");
}

#[test]
fn strings_and_numbers_are_not_targets_in_1_0() {
    for action in [
        "{target: $.info.title, remove: true}",
        "{target: $.info.title, update: x}",
    ] {
        let document = Source::new("api.yaml", DOCUMENT);
        let overlays = [overlay("1.0.0", &[action.to_owned()])];
        let problems = generate(&document, &overlays, &Options::default()).unwrap_err();
        let first = problems.iter().next().unwrap();
        assert!(first.help.contains("`overlay: 1.1.0`"), "{first}");
    }
}

#[test]
fn items_are_removed_as_they_are_before_each_action() {
    let document = "openapi: 3.0.3
info: {title: Test, version: '1'}
tags: [{name: a}, {name: b}, {name: c, x-old: true}, {name: d}, {name: e, x-old: true}, {name: f}]
paths:
  /a: {get: {operationId: a, tags: [f], responses: {'204': {description: Done.}}}}
";
    // The tags that are left. They get a field of their name, which is reported as unknown.
    let left = |version: &str, targets: &[&str]| {
        let remove = targets
            .iter()
            .map(|target| format!("{{target: \"{target}\", remove: true}}"));
        let describe = "abcdef".chars().map(|name| {
            format!("{{target: \"$.tags[?@.name == '{name}']\", x-optional: true, update: {{'{name}': 1}}}}")
        });
        let actions: Vec<String> = remove.chain(describe).collect();
        let document = Source::new("api.yaml", document);
        let generated = generate(
            &document,
            &[overlay(version, &actions)],
            &Options::default(),
        );
        let generated = generated.unwrap_or_else(|problems| panic!("{targets:?}: {problems}"));
        let warnings = generated.warnings.iter();
        let fields = warnings.filter(|warning| warning.code.as_str() == "unknown-keyword");
        // Each is reported at the action that added it.
        let nodes = fields.map(|warning| &warning.node.as_ref().unwrap().pointer);
        let names = nodes.map(|node| node.chars().last().unwrap());
        names.collect::<String>()
    };
    for (targets, expected) in [
        // One action after the other: the second one sees what the first one left.
        (&["$.tags[0]", "$.tags[1]"][..], "bdef"),
        (&["$.tags[0]", "$.tags[0]"], "cdef"),
        (&["$.tags[1]", "$.tags[0]"], "cdef"),
        // All matches of one action, whatever their order.
        (&["$.tags[0, 1]"], "cdef"),
        (&["$.tags[1, 0]"], "cdef"),
        (&["$.tags[0, 0, 0]"], "bcdef"),
        (&["$.tags[0:3]"], "def"),
        (&["$.tags[::2]"], "bdf"),
        (&["$.tags[::-2]"], "ace"),
        (&["$.tags[-1, 0]"], "bcde"),
        (&["$.tags[-1]", "$.tags[-1]"], "abcd"),
        (&["$.tags[?@['x-old']]"], "abdf"),
        (&["$.tags[?@.name > 'b']"], "ab"),
        (&["$..tags[?@.name == 'b' || @.name == 'c']"], "adef"),
        (&["$.tags[?@['x-old'], 0]"], "bdf"),
        (&["$.tags[*]"], ""),
        (&["$.tags.*"], ""),
        (&["$.tags"], ""),
        (&["$['tags', 'servers']"], ""),
    ] {
        for version in ["1.0.0", "1.1.0"] {
            assert_eq!(left(version, targets), expected, "{targets:?}");
        }
    }
}

#[test]
fn problems_of_overlays_and_of_the_document_are_reported_together() {
    let document = Source::new(
        "api.yaml",
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {operationId: a, responses: {'200': {$ref: '#/components/responses/Gone'}}}\n",
    );
    let overlay = Source::new(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n  - target: $.paths['/b']\n    update: {x: 1}\n",
    );
    let problems = generate(&document, &[overlay], &Options::default()).unwrap_err();
    let codes: Vec<&str> = problems
        .iter()
        .map(|problem| problem.code.as_str())
        .collect();
    assert_eq!(codes, ["unresolved-reference", "overlay"]);
}

#[test]
fn an_action_that_cannot_be_read_hides_no_other_problem() {
    let text = "overlay: 1.0.0
info: {title: T}
actions:
  - update: {a: b}
  - {target: 5, update: {a: b}}
  - {target: $.info, remove: 'yes'}
  - {target: $.info, updat: {a: b}}
  - {target: $.nothing, update: {a: b}}
";
    let problems = generate(
        &Source::new("api.yaml", DOCUMENT),
        &[Source::new("overlay.yaml", text)],
        &Options::default(),
    );
    let problems = problems.unwrap_err();
    let problems = problems
        .iter()
        .map(|problem| format!("{}: {}", problem.line, problem.message));
    let expected = [
        "1: invalid overlay: missing field `version`",
        "4: invalid overlay: missing field `target`",
        "5: invalid overlay: invalid type: integer `5`, expected a string",
        "6: invalid overlay: invalid type: string \"yes\", expected a boolean",
        "7: unknown field `updat`; did you mean `update`?",
        "8: the action on `$.nothing` matches nothing in the document",
    ];
    assert_eq!(problems.collect::<Vec<_>>(), expected);
}

#[test]
fn advice_to_remove_a_string_or_number_can_be_followed() {
    let document = "openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a:
    get:
      operationId: a
      parameters: [{name: q, in: query, type: string, schema: {type: string}}]
      responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}], discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}}
    Cat: {type: object, required: [kind, name], properties: {kind: {type: string}}}
";
    let codes = |overlays: &[Source]| {
        let document = Source::new("api.yaml", document);
        let generated = generate(&document, overlays, &Options::default());
        let generated = generated.unwrap_or_else(|problems| panic!("{problems}"));
        let codes = generated
            .warnings
            .iter()
            .map(|problem| problem.code.as_str());
        codes.collect::<Vec<_>>()
    };
    let expected = [
        "unknown-keyword",
        "unresolved-reference",
        "required-unlisted",
    ];
    assert_eq!(codes(&[]), expected);
    let actions = [
        "$.paths['/a'].get.parameters[0].type",
        "$.components.schemas.Pet.discriminator.mapping.dog",
        "$.components.schemas.Cat.required[?@ == 'name']",
    ];
    let actions = actions.map(|target| format!("{{target: \"{target}\", remove: true}}"));
    assert_eq!(codes(&[overlay("1.1.0", &actions)]), [""; 0]);
}

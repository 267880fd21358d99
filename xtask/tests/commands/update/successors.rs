//! Things that other things replace: new ids and routes of operations, shared parts and inline ones.

use super::{OVERLAY, PROSE, update};
use crate::git::commit;
use crate::sandbox::{SPEC, Sandbox};

/// A workspace with these corrections that took in a document with its prose.
fn with(corrections: &[(&str, &str)], document: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let actions = corrections
        .iter()
        .map(|(target, update)| format!("  - target: {target}\n    update: {update}\n"));
    let actions: String = actions.collect();
    let overlay =
        format!("overlay: 1.1.0\ninfo: {{title: Corrections, version: '1'}}\nactions:\n{actions}");
    sandbox.write(OVERLAY, &overlay);
    update(&sandbox, document, &["--prose", "published"]).ends_with(0);
    sandbox
}

fn expect(sandbox: &Sandbox, document: &str, texts: &[&str]) -> String {
    let printed = update(sandbox, document, &[]).ends_with(0).stdout;
    for text in texts {
        assert!(printed.contains(text), "{text}:\n{printed}");
    }
    printed
}

/// The document with more operations, each on its path.
fn operations(list: &[(&str, &str)]) -> String {
    let paths = list.iter().map(|(path, id)| {
        format!("  {path}:\n    post: {{operationId: {id}, description: Does it., responses: {{'204': {{description: ''}}}}}}\n")
    });
    let paths: String = paths.collect();
    SPEC.replace("components:", &format!("{paths}components:"))
}

#[test]
fn the_new_id_of_an_operation_is_named_and_not_that_of_a_similar_one() {
    let list = [("/users", "createUser"), ("/upsert", "getOrCreateUser")];
    let target = "$.paths.*[?@.operationId == 'getOrCreateUser']";
    let sandbox = with(&[(target, "{x-idempotent: true}")], &operations(&list));
    let renamed = operations(&[list[0], ("/upsert", "upsertUser")]);
    let help = "    help: `getOrCreateUser` is `upsertUser` now: fix the target\n";
    let printed = expect(&sandbox, &renamed, &[help]);
    assert!(!printed.contains("did you mean"), "{printed}");
}

#[test]
fn nothing_similar_is_recommended_for_an_operation_that_is_gone() {
    let list = [("/users", "createUser"), ("/upsert", "getOrCreateUser")];
    let target = "$.paths.*[?@.operationId == 'getOrCreateUser']";
    let sandbox = with(&[(target, "{x-idempotent: true}")], &operations(&list));
    let help = "    help: delete the action, or fix the target: the document no longer has what it was for\n";
    let printed = expect(&sandbox, &operations(&list[..1]), &[help]);
    assert!(!printed.contains("did you mean"), "{printed}");
}

#[test]
fn what_is_on_the_route_of_another_operation_is_named() {
    let before = operations(&[("/messages", "createMessage")]);
    let sandbox = with(
        &[("$.paths['/messages'].post", "{x-record: never}")],
        &before,
    );
    let after = operations(&[
        ("/messages", "createMessages"),
        ("/messages/send", "createMessage"),
    ]);
    let entry = "`POST /messages` is `POST /messages/send` now, and `createMessages` has its place, which this action is about \
                 now: change the target to `$.paths['/messages/send'].post`\n";
    let correction = format!("  {OVERLAY}:4: {entry}");
    let printed = expect(&sandbox, &after, &[&correction]);
    let mut lines = printed.lines();
    let is_prose = |line: &str| line.contains(PROSE) && line.contains(entry.trim_end());
    assert!(lines.any(is_prose), "{printed}");
}

#[test]
fn recordings_of_an_operation_that_moved_are_not_taken_for_those_of_another_one() {
    let before = operations(&[("/messages", "createMessage")]);
    let sandbox = with(&[("$.info", "{x-nothing: 1}")], &before);
    let recording = r#"{"log": {"entries": [{"comment": "all", "request": {"method": "POST",
        "url": "https://things.example/messages"}, "response": {"status": 204}}]}}"#;
    let file = "generated-client/tests/recordings/recorded/createMessage.har";
    sandbox.write(file, recording);
    commit(&sandbox);
    let after = operations(&[
        ("/messages", "createMessages"),
        ("/messages/send", "createMessage"),
    ]);
    let expected = [
        "  recorded/createMessage.har, entry 1 (all): its operation moved: change `method` and `url` to POST /messages/send\n",
        "  createMessages: no recording of a success;",
    ];
    // Another update, such as after corrections, compares with what is committed, too.
    for correction in ["{x-nothing: 2}", "{x-nothing: 3}"] {
        sandbox.write(OVERLAY, &format!("overlay: 1.1.0\ninfo: {{title: Corrections, version: '1'}}\nactions:\n  - target: $.info\n    update: {correction}\n"));
        let printed = expect(&sandbox, &after, &expected);
        assert!(!printed.contains("createMessage: no"), "{printed}");
    }
}

#[test]
fn operations_that_change_places_are_named() {
    let before = operations(&[("/a", "doA"), ("/b", "doB")]);
    let sandbox = with(&[("$.paths['/a'].post", "{x-record: never}")], &before);
    let after = operations(&[("/a", "doB"), ("/b", "doA")]);
    let entry = format!("{OVERLAY}:4: `POST /a` is `POST /b` now, and `doB` has its place");
    expect(&sandbox, &after, &[&entry]);
}

#[test]
fn a_part_that_its_operation_no_longer_has_gets_no_new_target() {
    let before = operations(&[("/again", "doAgain")]);
    let parameter = "$.paths['/things/{id}'].get.parameters[?@.name == 'id']";
    let sandbox = with(&[(parameter, "{x-nothing: 1}")], &before);
    let after = before
        .replace("getThing", "other")
        .replace("doAgain", "getThing")
        .replace("operationId: other", "operationId: doAgain");
    let printed = expect(&sandbox, &after, &["`doAgain` has its place"]);
    assert!(!printed.contains("post.parameters"), "{printed}");
}

#[test]
fn the_new_name_of_a_schema_is_named() {
    let target = "$.components.schemas.Label.properties.text";
    let sandbox = with(&[(target, "{maxLength: 5}")], SPEC);
    let after = SPEC
        .replace("    Label:", "    Tag:")
        .replace("schemas/Label", "schemas/Tag");
    let help = "    help: change the target to `$.components.schemas.Tag.properties.text`\n";
    let prose = "`$.components.schemas.Label` matches nothing in the document\n    \
                 help: change the target to `$.components.schemas.Tag`\n";
    expect(&sandbox, &after, &[help, prose]);
}

#[test]
fn parameters_that_are_shared_now_are_named() {
    let parameter =
        "        - {name: x-bot, in: header, schema: {type: string}}\n      responses:\n";
    let before = SPEC.replace("      responses:\n", parameter);
    let target = "$.paths.*.*.parameters[?@.name == 'x-bot']";
    let sandbox = with(&[(target, "{x-env: BOT}")], &before);
    let after = before.replace(
        "- {name: x-bot, in: header, schema: {type: string}}",
        "- {$ref: '#/components/parameters/bot'}",
    );
    let after = after.replace(
        "components:\n",
        "components:\n  parameters:\n    bot: {name: x-bot, in: header, schema: {type: string}}\n",
    );
    let help = "    help: change the target to `$.components.parameters.bot`\n";
    expect(&sandbox, &after, &[help]);
}

#[test]
fn parameters_that_moved_to_the_path_are_named() {
    let (start, parameters) = SPEC.split_once("      parameters:\n").unwrap();
    let (parameters, rest) = parameters.split_once("      responses:").unwrap();
    let above = format!("  /things/{{id}}:\n    parameters:\n{parameters}");
    let start = start.replace("  /things/{id}:\n", &above);
    let after = format!("{start}      responses:{rest}");
    let target = "$.paths.*.*.parameters[?@.name == 'id'].schema";
    let sandbox = with(&[(target, "{x-rust-newtype: ThingId}")], SPEC);
    let help = "    help: change the target to `$.paths['/things/{id}'].parameters[?@.name == 'id'].schema`\n";
    expect(&sandbox, &after, &[help]);
}

#[test]
fn one_target_is_named_for_bodies_that_are_inline_now() {
    let body =
        "content: {application/json: {schema: {type: object, properties: {tags: {type: string}}}}}";
    let operation = |id: &str, body: &str| {
        format!(
            "  /{id}:\n    post: {{operationId: {id}, requestBody: {{{body}}}, responses: {{'204': {{description: ''}}}}}}\n"
        )
    };
    let document = |bodies: [&str; 2], shared: &str| {
        let paths = operation("one", bodies[0]) + &operation("two", bodies[1]);
        SPEC.replace("components:\n", &format!("{paths}components:\n{shared}"))
    };
    let shared = format!("  requestBodies:\n    one: {{{body}}}\n    two: {{{body}}}\n");
    let references =
        ["one", "two"].map(|name| format!("$ref: '#/components/requestBodies/{name}'"));
    let before = document([&references[0], &references[1]], &shared);
    let target = "$.components.requestBodies..properties.tags";
    let sandbox = with(&[(target, "{maxLength: 5}")], &before);
    let help = "    help: change the target to `$.paths.*.*.requestBody..properties.tags`\n";
    expect(&sandbox, &document([body, body], ""), &[help]);

    let target = "$.components..properties.tags";
    let sandbox = with(&[(target, "{maxLength: 5}")], &before);
    let still_there = format!("  requestBodies:\n    one: {{{body}}}\n");
    let moved = "  spec/runtime.overlay.yaml:4: some of what `$.components..properties.tags` matched has moved; it is \
                 `$.paths['/two'].post.requestBody.content['application/json'].schema.properties.tags` now: add that to the target";
    expect(
        &sandbox,
        &document([&references[0], body], &still_there),
        &[moved],
    );
}

#[test]
fn each_place_of_a_renamed_property_gets_its_own_target_and_selectors_its_name() {
    let schema = |name: &str| {
        let page = format!(
            "{{type: object, properties: {{{name}: {{type: integer, description: The next.}}}}}}"
        );
        SPEC.replace(
            "        text:\n",
            &format!("        page: {page}\n        text:\n"),
        )
        .replace(
            "        name:\n",
            &format!("        page: {page}\n        name:\n"),
        )
    };
    let target = "$.components..properties[?@.properties.token]";
    let sandbox = with(&[(target, "{x-rust-name: Page}")], &schema("token"));
    let help = |target: &str| {
        format!("    help: if it was renamed to `cursor`, change the target to `{target}`\n")
    };
    let [label, thing] = ["Label", "Thing"].map(|name| {
        help(&format!(
            "$.components.schemas.{name}.properties.page.properties.cursor"
        ))
    });
    let selector = help("$.components..properties[?@.properties.cursor]");
    expect(&sandbox, &schema("cursor"), &[&label, &thing, &selector]);
}

#[test]
fn a_path_is_deleted_if_another_action_does_the_same_on_the_new_one() {
    let before = operations(&[]);
    let newtype = "{x-rust-newtype: ThingId}";
    let corrections = [
        (
            "$.paths['/things/{id}', '/other/{id}'].get.parameters[?@.name == 'id'].schema",
            newtype,
        ),
        (
            "$.paths.*.*.parameters[?@.name == 'thingId'].schema",
            newtype,
        ),
    ];
    let operation = |path: &str, id: &str, name: &str| {
        format!(
            "  /{path}/{{{name}}}:\n    get: {{operationId: {id}, parameters: [{{name: {name}, in: path, required: true, schema: \
             {{type: string}}}}], responses: {{'204': {{description: ''}}}}}}\n"
        )
    };
    let third = operation("third", "getThird", "thingId");
    let document =
        |other: &str| before.replace("components:\n", &format!("{other}{third}components:\n"));
    let sandbox = with(
        &corrections,
        &document(&operation("other", "getOther", "id")),
    );
    let after = document(&operation("moved", "getOther", "thingId"));
    let help = format!("    help: delete `'/other/{{id}}'`: {OVERLAY}:6 does the same there\n");
    let printed = expect(&sandbox, &after, &[&help]);
    assert!(!printed.contains("still match"), "{printed}");
}

#[test]
fn what_the_document_says_itself_now_is_named() {
    let corrections = [
        ("$", "{externalDocs: {url: 'https://ours.example'}}"),
        ("$.components.schemas", "{Problem: {type: object}}"),
    ];
    let sandbox = with(&corrections, SPEC);
    let after = SPEC.replace(
        "components:\n  schemas:\n",
        "externalDocs: {url: 'https://theirs.example'}\ncomponents:\n  schemas:\n    Problem: {type: object, properties: {code: \
         {type: integer}}}\n",
    );
    let docs = format!(
        "  {OVERLAY}:4: the document now has `externalDocs` itself, an object (before: no `externalDocs`), where this action sets \
         it: check it ($)\n"
    );
    let schema = format!(
        "  {OVERLAY}:6: the document now has `Problem` itself, an object (before: no `Problem`), where this action sets it: check \
         it (#/components/schemas)\n"
    );
    expect(&sandbox, &after, &[&docs, &schema]);
}

#[test]
fn the_same_change_at_many_places_is_one_entry() {
    let operations = |status: &str| {
        let document = operations(&[("/one", "one"), ("/two", "two")]);
        document.replace(
            "'204': {description: ''}",
            &format!(
                "'204': {{description: ''}}, default: {{$ref: '#/components/responses/{status}'}}"
            ),
        ) + "  responses:\n    first: {description: ''}\n    second: {description: ''}\n    ours: {description: ''}\n"
    };
    let target = "$.paths.*.*.responses.default";
    let update = "{$ref: '#/components/responses/ours'}";
    let sandbox = with(&[(target, update)], &operations("first"));
    let entry = format!(
        "  {OVERLAY}:4: the document now says `$ref: #/components/responses/second` (before: `$ref: #/components/responses/first`) \
         where this action sets `$ref: #/components/responses/ours`: check it ($.paths['/one'].post.responses.default and 1 more)\n"
    );
    expect(&sandbox, &operations("second"), &[&entry]);
}

#[test]
fn an_older_version_of_the_document_is_reported() {
    let sandbox = with(&[("$.info", "{x-nothing: 1}")], SPEC);
    let run = update(
        &sandbox,
        &SPEC.replace("version: 1.2.3", "version: 1.2.0"),
        &[],
    );
    let warning = "has version 1.2.0, which is older than 1.2.3 in spec/runtime.yaml";
    assert!(
        run.ends_with(0).stderr.contains(warning),
        "no warning about the version"
    );
}

#[test]
fn null_in_the_document_is_not_the_fault_of_an_action() {
    let target = "$.components.schemas.Label";
    let sandbox = with(&[(target, "{maxProperties: 5}")], SPEC);
    let (document, _) = SPEC.split_once("      description: A label.").unwrap();
    let run = update(&sandbox, document, &[]).ends_with(1);
    assert!(run.stderr.contains("error[null]"), "{}", run.stderr);
    assert!(
        run.stderr.contains("--> published.yaml:39"),
        "{}",
        run.stderr
    );
}

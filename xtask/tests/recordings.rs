//! The recordings of the client follow its operations.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use xtask::recordings::{
    Api, README, RECORDINGS, Recordings, Renames, document, schemas, with_coverage,
};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Schemas without a document.
fn api(schemas: &Value) -> Api<'_> {
    Api {
        schemas,
        document: &Value::Null,
    }
}

/// The problems after a change of the schemas.
fn problems(changed: &Value) -> Vec<String> {
    let recordings = Recordings::read(&root().join(RECORDINGS)).unwrap();
    let api = Api {
        schemas: changed,
        document: &document(root()).unwrap(),
    };
    recordings.problems(api, &schemas(root()).unwrap())
}

#[test]
fn recordings_follow_the_operations() {
    let problems = problems(&schemas(root()).unwrap());
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn the_table_of_recorded_statuses_is_up_to_date() {
    let recordings = Recordings::read(&root().join(RECORDINGS)).unwrap();
    let table = recordings.coverage(&schemas(root()).unwrap());
    println!("{table}");
    let readme = fs::read_to_string(root().join(README)).unwrap();
    let expected = with_coverage(&readme, &table).unwrap();
    assert!(
        readme == expected,
        "run `cargo xtask recordings --coverage`"
    );
    assert!(
        table.contains("\n| `createUser` |  | 201 | 409 |"),
        "{table}"
    );
}

#[test]
fn a_readme_without_a_place_for_the_table_is_an_error() {
    let problem = with_coverage("# Recordings\n", "").unwrap_err().to_string();
    assert!(
        problem.starts_with("the README has no place for the table"),
        "{problem}"
    );
}

#[test]
fn a_removed_operation_is_named_with_its_recordings() {
    let mut schemas = schemas(root()).unwrap();
    let operations = schemas["operations"].as_object_mut().unwrap();
    operations.shift_remove("setStateExpiry").unwrap();
    assert_eq!(
        problems(&schemas),
        [
            "recorded/setStateExpiry.har, entry 1 (fewest inputs): no operation has its method and path: change `method` and `url` if it moved, or remove it",
            "recorded/setStateExpiry.har, entry 2 (all inputs): no operation has its method and path: change `method` and `url` if it moved, or remove it",
        ]
    );
}

#[test]
fn a_recording_of_an_operation_that_moved_is_kept() {
    let mut schemas = schemas(root()).unwrap();
    schemas["operations"]["cancelScheduledEvent"]["route"] =
        json!("DELETE /v1/chat/scheduled/{id}");
    let problems = problems(&schemas);
    assert!(!problems.is_empty());
    for problem in problems {
        let (name, problem) = problem.split_once(": ").unwrap();
        assert!(
            name.starts_with("recorded/cancelScheduledEvent.har, "),
            "{name}"
        );
        let moved =
            "its operation moved: change `method` and `url` to DELETE /v1/chat/scheduled/{id}";
        assert_eq!(problem, moved);
    }
}

#[test]
fn recordings_of_several_operations_follow_one_that_moved() {
    let mut schemas = schemas(root()).unwrap();
    schemas["operations"]["getUser"]["route"] = json!("GET /v1/chat/people/{id}");
    let mut problems = problems(&schemas);
    let again = problems.pop().unwrap();
    assert!(again.starts_with("stand-in/: do not edit these"), "{again}");
    let moved = ": its operation moved: change `method` and `url` to GET /v1/chat/people/{id}";
    assert!(
        problems.iter().all(|problem| problem.ends_with(moved)),
        "{problems:#?}"
    );
    let files = ["recorded/getUser.har, ", "constructed/errors.har, "];
    for file in files {
        assert!(
            problems.iter().any(|problem| problem.starts_with(file)),
            "{file}"
        );
    }
}

#[test]
fn a_new_operation_has_no_recording() {
    let mut schemas = schemas(root()).unwrap();
    let operation = json!({"route": "POST /v1/chat/users/{id}/archive", "input": {}, "output": {}});
    schemas["operations"]["archiveUser"] = operation;
    assert_eq!(
        problems(&schemas),
        [
            "archiveUser: no recording of a success; `cargo xtask recordings --missing` writes one to complete"
        ]
    );
}

#[test]
fn members_that_come_and_go_are_named() {
    let mut schemas = schemas(root()).unwrap();
    let input = &mut schemas["operations"]["createUser"]["input"];
    input["properties"]
        .as_object_mut()
        .unwrap()
        .shift_remove("pictureUrl")
        .unwrap();
    input["properties"]["locale"] = json!({"type": "string"});
    let user = &mut schemas["$defs"]["User"];
    user["properties"]
        .as_object_mut()
        .unwrap()
        .shift_remove("attributes")
        .unwrap();
    user["properties"]["locale"] = json!({"type": "string"});
    user["required"]
        .as_array_mut()
        .unwrap()
        .push("locale".into());
    let input = &mut schemas["operations"]["listUsers"]["input"];
    input["properties"]
        .as_object_mut()
        .unwrap()
        .shift_remove("rangeField")
        .unwrap();
    let problems = problems(&schemas);
    assert_named(
        &problems,
        &[
            "recorded/createUser.har, entry 2 (all inputs): /pictureUrl of the request is gone: remove it from `postData`",
            "recorded/createUser.har, entry 1 (fewest inputs): /user/locale of the response is required: add it to the text of `content`",
            "recorded/createUser.har, entry 2 (all inputs): /user/attributes of the response is gone: remove it, or list it in the `comment` of `content` as unknown to the document",
            "recorded/listUsers.har, entry 2 (all inputs): the parameter `rangeField` is gone: remove it from the URL",
        ],
    );
}

#[test]
fn a_new_name_is_proposed_only_for_the_member_of_its_type() {
    let mut schemas = schemas(root()).unwrap();
    let mut remove = |pointer: &str, name: &str| {
        let properties = schemas.pointer_mut(pointer).unwrap();
        let properties = properties["properties"].as_object_mut().unwrap();
        properties.shift_remove(name).unwrap();
    };
    remove("/$defs/Message", "tags");
    remove("/$defs/User", "tags");
    remove("/operations/listUsers/input", "rangeField");
    remove("/operations/createUser/input", "pictureUrl");
    let mut renames = Renames::default();
    renames.insert("Message", "tags", "labels");
    renames.insert("Client::list_users", "rangeField", "field");
    renames.insert("Client::create_user", "pictureUrl", "avatarUrl");
    let recordings = Recordings::read(&root().join(RECORDINGS)).unwrap();
    let problems = recordings.with_renames(renames);
    let problems = problems.problems(api(&schemas), &schemas);
    assert_named(
        &problems,
        &[
            "/message/tags of the response is gone: if it was renamed to `labels`, rename it; otherwise remove it, or list it",
            "/user/tags of the response is gone: remove it, or list it",
            "the parameter `rangeField` is gone: if it was renamed to `field`, rename it; otherwise remove it from the URL",
            "/pictureUrl of the request is gone: if it was renamed to `avatarUrl`, rename it; otherwise remove it from `postData`",
        ],
    );
}

#[test]
fn new_names_follow_from_the_operations_before() {
    let before = schemas(root()).unwrap();
    let mut after = before.clone();
    let mut rename = |pointer: &str, old: &str, new: &str| {
        let properties = after.pointer_mut(pointer).unwrap();
        let properties = properties["properties"].as_object_mut().unwrap();
        let mut property = properties.shift_remove(old).unwrap();
        property["description"] = json!("Another description.");
        properties.insert(new.to_owned(), property);
    };
    rename("/$defs/User", "pictureUrl", "avatarUrl");
    rename("/operations/createUser/input", "pictureUrl", "avatarUrl");
    // Two that may be it.
    rename("/$defs/Message", "tags", "labels");
    after["$defs"]["Message"]["properties"]["marks"] =
        after["$defs"]["Message"]["properties"]["labels"].clone();
    let recordings = Recordings::read(&root().join(RECORDINGS)).unwrap();
    let recordings = recordings.with_renames(Renames::between(&before, &after));
    let problems = recordings.problems(api(&after), &before);
    assert_named(
        &problems,
        &[
            "/user/pictureUrl of the response is gone: if it was renamed to `avatarUrl`, rename it; otherwise remove it",
            "/pictureUrl of the request is gone: if it was renamed to `avatarUrl`, rename it; otherwise remove it from `postData`",
            "/message/tags of the response is gone: remove it",
        ],
    );
}

/// Fails unless each of the texts is a problem, or a part of one.
fn assert_named(problems: &[String], expected: &[&str]) {
    for expected in expected {
        let mut problems_with = problems.iter().filter(|problem| problem.contains(expected));
        assert!(
            problems_with.next().is_some(),
            "{expected} in\n{}",
            problems.join("\n")
        );
    }
}

#[test]
fn other_types_and_new_required_inputs_are_named() {
    let mut schemas = schemas(root()).unwrap();
    schemas["$defs"]["User"]["properties"]["createdAt"] = json!({"type": "integer"});
    let operations = &mut schemas["operations"];
    operations["createUser"]["input"]["properties"]["name"] = json!({"type": ["integer", "null"]});
    let input = &mut operations["listUsers"]["input"];
    input["properties"]["nextToken"] = json!({"type": "integer"});
    operations["getEvent"]["input"]["properties"]["id"] = json!({"type": "integer"});
    let input = &mut operations["addParticipant"]["input"];
    input["properties"]["role"] = json!({"type": "string"});
    input["required"]
        .as_array_mut()
        .unwrap()
        .push("role".into());
    assert_named(
        &problems(&schemas),
        &[
            "recorded/createUser.har, entry 1 (fewest inputs): /user/createdAt of the response should be of type integer: change it in the text of `content`",
            "recorded/createUser.har, entry 2 (all inputs): /name of the request should be of type integer or null: change it in `postData`",
            "and should be of type integer: change it in the URL",
            "recorded/listUsers.har, entry 2 (all inputs): the parameter `nextToken` is `",
            "recorded/getEvent.har, entry 1 (fewest inputs): the parameter `id` is `",
            "recorded/addParticipant.har, entry 1 (fewest inputs): the input `role` is required: add it to the request",
        ],
    );
}

#[test]
fn errors_that_the_document_describes_are_compared() {
    let schemas = schemas(root()).unwrap();
    let mut document = document(root()).unwrap();
    let content = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Missing"}}});
    document["paths"]["/v1/chat/users/{id}"]["get"]["responses"]["404"] =
        json!({"content": content});
    document["components"]["schemas"]["Missing"] = json!({"type": "object", "required": ["why"], "properties": {
        "why": {"type": "string"}, "code": {"type": "string"}, "type": {}, "message": {}
    }});
    document["servers"][0]["url"] = json!("https://api.botpress.dev");
    let api = Api {
        schemas: &schemas,
        document: &document,
    };
    let recordings = Recordings::read(&root().join(RECORDINGS)).unwrap();
    assert_named(
        &recordings.problems(api, &schemas),
        &[
            "getUser): /why of the response is required: add it to the text of `content`",
            "getUser): /code of the response should be of type string: change it in the text of `content`",
            "getUser): /id of the response is gone: remove it",
            "stand-in/conversations.har, entry 1 (step 1, createUser): the service is at https://api.botpress.dev now",
            "stand-in/: do not edit these; adapt the scenarios",
        ],
    );
}

#[test]
fn steps_of_scenarios_are_compared() {
    let before = schemas(root()).unwrap();
    let mut after = before.clone();
    let operations = after["operations"].as_object_mut().unwrap();
    let removal = operations.shift_remove("deleteUser").unwrap();
    operations.insert("removeUser".to_owned(), removal);
    operations.shift_remove("getUser").unwrap();
    let input = &mut operations["createUser"]["input"];
    input["properties"]
        .as_object_mut()
        .unwrap()
        .shift_remove("name")
        .unwrap();
    input["required"]
        .as_array_mut()
        .unwrap()
        .push("locale".into());
    let recordings = Recordings::read(&root().join(RECORDINGS)).unwrap();
    let problems = recordings.problems(api(&after), &before);
    let users = "generated-client/tests/scenarios/users.yaml";
    assert_named(
        &problems,
        &[
            &format!(
                "{users}, step 8: there is no operation `deleteUser`; it is `removeUser` now: rename it"
            ),
            &format!(
                "{users}, step 4: there is no operation `getUser`; remove the step, or call another one"
            ),
            &format!("{users}, step 1: `createUser` has no input `name`: remove it"),
            &format!("{users}, step 2: `createUser` requires the input `locale`: add it"),
            "stand-in/: do not edit these; adapt the scenarios",
        ],
    );
}

#[test]
fn operations_without_json_need_no_recording() {
    let mut schemas = schemas(root()).unwrap();
    let mut document = document(root()).unwrap();
    let responses = [("getText", "text/plain"), ("postForm", "application/json")];
    for (id, content_type) in responses {
        let success = json!({"status": 200, "contentType": content_type});
        schemas["operations"][id] =
            json!({"route": format!("POST /{id}"), "input": {}, "output": {}, "success": success});
    }
    let form = json!({"$ref": "#/components/requestBodies/Form"});
    document["paths"]["/postForm"]["post"]["requestBody"] = form;
    document["components"]["requestBodies"]["Form"] =
        json!({"content": {"multipart/form-data": {}}});
    let api = Api {
        schemas: &schemas,
        document: &document,
    };
    let other = |id| api.other_content(id);
    assert_eq!(other("getText").unwrap(), "its response is text/plain");
    assert_eq!(
        other("postForm").unwrap(),
        "its request is multipart/form-data"
    );
    assert_eq!(other("createUser"), None);
    assert_eq!(other("deleteUser"), None);
    let recordings = Recordings::read(&root().join(RECORDINGS)).unwrap();
    assert_eq!(recordings.missing(api, &schemas), ["getText", "postForm"]);
    assert_eq!(recordings.problems(api, &schemas), [""; 0]);
}

//! What a later version of a document adds does not rename what both versions have.

use openapi_rust_client_generator::{Generated, KeptNames, Options, Source, generate};
use serde_json::{Value, json};

/// A document with members of every kind.
fn document() -> Value {
    let user = json!({"$ref": "#/components/schemas/User"});
    let answer = |schema: &Value| json!({"description": "x", "content": {"application/json": {"schema": schema}}});
    let header =
        json!({"name": "x-bot-id", "in": "header", "required": true, "schema": {"type": "string"}});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Growth", "version": "1"},
        "servers": [{"url": "https://growth.test"}],
        "paths": {
            "/users": {
                "post": {
                    "operationId": "createUser",
                    "tags": ["UserApi"],
                    "parameters": [
                        header,
                        {"name": "userId", "in": "query", "schema": {"type": "string"}},
                        {"name": "x-trace", "in": "header", "schema": {"type": "string"}},
                    ],
                    "requestBody": {"content": {"application/json": {"schema": {
                        "type": "object",
                        "properties": {"nickName": {"type": "string", "nullable": true}},
                    }}}},
                    "responses": {"200": answer(&user), "202": answer(&json!({"type": "string"})), "400": answer(&json!({"$ref": "#/components/schemas/ApiError"}))},
                },
                "get": {
                    "parameters": [header],
                    "responses": {"200": answer(&json!({"type": "object", "properties": {"page": {"type": "object", "properties": {"next": {"type": "string"}}}}}))},
                },
            },
            "/pets": {
                "put": {
                    "operationId": "putPet",
                    "parameters": [header],
                    "requestBody": {"required": true, "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/pet"}},
                        "text/plain": {"schema": {"type": "string"}},
                    }},
                    "responses": {"200": answer(&user), "400": answer(&json!({"$ref": "#/components/schemas/ApiError"}))},
                },
            },
        },
        "components": {
            "securitySchemes": {"ApiKey": {"type": "apiKey", "in": "header", "name": "x-key"}},
            "schemas": {
                "User": {"type": "object", "properties": {
                    "createdBy": {"type": "string", "nullable": true},
                    "Note": {"type": "string"},
                    "state": {"type": "string", "enum": ["activeNow", "2"]},
                }},
                "Open": {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "string"}},
                "Closed": {"type": "object", "properties": {"additional_properties": {"type": "string"}}},
                "pet": {"oneOf": [{"$ref": "#/components/schemas/cat"}, {"$ref": "#/components/schemas/Dog"}]},
                "cat": {"type": "object", "required": ["meow"], "properties": {"meow": {"type": "string"}}},
                "Dog": {"type": "object", "required": ["bark"], "properties": {"bark": {"type": "string"}}},
                "ApiError": {"type": "object", "properties": {"message": {"type": "string"}}},
            },
        },
    })
}

fn generated(document: &Value, options: &Options) -> Generated {
    let document = Source::new("api.json", document.to_string());
    generate(&document, &[], options).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The names as a value. The file has only setters that are not named like their fields, so the others are added.
fn names(generated: &Generated) -> Value {
    let mut names: Value = serde_yaml::from_str(&generated.names.to_yaml()).unwrap();
    for section in ["operations", "types"] {
        for (_, item) in names[section].as_object_mut().unwrap() {
            let members = item.get("members").or(item.get("inputs"));
            let members = members.and_then(Value::as_object).cloned();
            for member in members.unwrap_or_default().keys() {
                for kind in ["setters", "null-setters"] {
                    let setter = &mut item[kind][member];
                    if setter.is_null() {
                        *setter = json!("like the field");
                    }
                }
            }
        }
    }
    names
}

/// The old names that are not in the new ones.
fn renamed(old: &Value, new: &Value) -> Vec<String> {
    let Some(members) = old.as_object() else {
        let is_same = old == new;
        return (!is_same)
            .then(|| format!(": {old} -> {new}"))
            .into_iter()
            .collect();
    };
    let members = members.iter().flat_map(|(name, value)| {
        let renamed = renamed(value, &new[name]).into_iter();
        renamed.map(move |what| format!(" {name}{what}"))
    });
    members.collect()
}

/// Adds a member in front of the others.
fn add(document: &mut Value, object: &str, name: &str, value: Value) {
    let object = document.pointer_mut(object).unwrap();
    let members = object.as_object_mut().unwrap();
    let old = std::mem::take(members);
    members.insert(name.to_owned(), value);
    members.extend(old);
}

fn add_to_list(document: &mut Value, list: &str, value: Value) {
    let list = document.pointer_mut(list).unwrap();
    list.as_array_mut().unwrap().insert(0, value);
}

type Growth = fn(&mut Value);

const USER: &str = "/components/schemas/User/properties";
const PARAMETERS: &str = "/paths/~1users/post/parameters";

/// Additions, each of which takes a name, a setting or the error type away if no names are kept.
const GROWTH: [(&str, Growth); 18] = [
    ("a property with the name of a field", |it| {
        add(it, USER, "created_by", json!({"type": "integer"}));
    }),
    ("a property with a keyword's name", |it| {
        add(it, USER, "note", json!({"type": "string"}));
    }),
    ("a property with the name of a setter for null", |it| {
        add(it, USER, "created_by_null", json!({"type": "string"}));
    }),
    ("a value with the name of a variant", |it| {
        add_to_list(it, &format!("{USER}/state/enum"), json!("ActiveNow"));
    }),
    ("a value with the name of a spelled out number", |it| {
        add_to_list(it, &format!("{USER}/state/enum"), json!("N2"));
    }),
    ("other words for values", |it| {
        let state = format!("{USER}/state");
        add(it, &state, "x-enum-varnames", json!(["Two", "Three"]));
    }),
    ("a rest with the name of a property", |it| {
        let closed = "/components/schemas/Closed";
        add(
            it,
            closed,
            "additionalProperties",
            json!({"type": "string"}),
        );
    }),
    ("an alternative with the name of a variant", |it| {
        let variant = json!({"type": "object", "required": ["purr"], "properties": {"purr": {"type": "string"}}});
        add(it, "/components/schemas", "Cat", variant);
        let variant = json!({"$ref": "#/components/schemas/Cat"});
        add_to_list(it, "/components/schemas/pet/oneOf", variant);
    }),
    ("schemas with the names of types", |it| {
        let names = [
            "Pet",
            "CreateUser",
            "CreateUserCall",
            "CreateUserResponse",
            "UserState",
        ];
        for name in names
            .into_iter()
            .chain(["GetUsersResponse", "GetUsersResponsePage"])
        {
            add(
                it,
                "/components/schemas",
                name,
                json!({"type": "object", "properties": {"z": {"type": "integer"}}}),
            );
        }
    }),
    ("a query parameter with the name of another", |it| {
        add_to_list(
            it,
            PARAMETERS,
            json!({"name": "user_id", "in": "query", "schema": {"type": "string"}}),
        );
    }),
    ("a query parameter with the name of a header", |it| {
        add_to_list(
            it,
            PARAMETERS,
            json!({"name": "x_trace", "in": "query", "schema": {"type": "string"}}),
        );
    }),
    (
        "a parameter with the name of a property of the body",
        |it| {
            add_to_list(
                it,
                PARAMETERS,
                json!({"name": "nick_name", "in": "query", "schema": {"type": "string"}}),
            );
            add_to_list(
                it,
                PARAMETERS,
                json!({"name": "nick_name_null", "in": "query", "schema": {"type": "string"}}),
            );
        },
    ),
    ("a parameter with the name of the body", |it| {
        add_to_list(
            it,
            "/paths/~1pets/put/parameters",
            json!({"name": "pet", "in": "query", "schema": {"type": "string"}}),
        );
    }),
    ("operations with the names of methods", |it| {
        for id in ["create_user", "getUsers", "put_pet", "putPetAsText"] {
            let operation = json!({"operationId": id, "responses": {"204": {"description": "x"}}});
            add(it, "/paths", &format!("/a/{id}"), json!({"get": operation}));
        }
    }),
    ("operations without the client header", |it| {
        for at in 0..20 {
            add(
                it,
                "/paths",
                &format!("/a/{at}"),
                json!({"get": {"responses": {"204": {"description": "x"}}}}),
            );
        }
    }),
    (
        "operations with another error and an input as header",
        |it| {
            add(
                it,
                "/components/schemas",
                "Other",
                json!({"type": "object", "properties": {"z": {"type": "integer"}}}),
            );
            let answer = json!({"description": "x", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Other"}}}});
            let header = json!({"name": "x-trace", "in": "header", "schema": {"type": "string"}});
            for at in 0..20 {
                add(
                    it,
                    "/paths",
                    &format!("/a/{at}"),
                    json!({"get": {"parameters": [header], "responses": {"400": answer}}}),
                );
            }
        },
    ),
    ("a credential and a tag with other letters", |it| {
        add(
            it,
            "/components/securitySchemes",
            "api_key",
            json!({"type": "apiKey", "in": "query", "name": "k"}),
        );
        add(
            it,
            "/components/securitySchemes",
            "bot_id",
            json!({"type": "apiKey", "in": "query", "name": "k"}),
        );
        add_to_list(it, "/paths/~1users/post/tags", json!("user-api"));
    }),
    ("an operation with the derived id of another", |it| {
        let operation = it["paths"]["/users"]["get"].clone();
        add(it, "/paths", "//users", json!({"get": operation}));
    }),
];

fn options() -> Options {
    Options::read(&Source::new("options.yaml", "features: tags")).unwrap()
}

/// The ids that an addition declares. Operations without an `operationId` cannot keep these.
fn declared(growth: &str) -> &'static [&'static str] {
    match growth {
        "operations with the names of methods" => &[
            r#" operations GET /users id: "getUsers" -> "getUsers2""#,
            r#" operations putPet as text/plain id: "putPetAsText" -> "putPetAsText2""#,
        ],
        _ => &[],
    }
}

#[test]
fn what_a_document_adds_renames_nothing() {
    let old = document();
    let first = generated(&old, &options());
    let mut options = options();
    options.kept_names = first.names.clone();
    assert_eq!(generated(&old, &options).files, first.files);
    let mut all = old.clone();
    let mut last = first.clone();
    for (name, grow) in GROWTH {
        let mut new = old.clone();
        grow(&mut new);
        let new = generated(&new, &options);
        assert_eq!(
            renamed(&names(&first), &names(&new)),
            declared(name),
            "{name}"
        );
        // All of them, one after the other.
        grow(&mut all);
        let mut options = options.clone();
        let file = Source::new("names.yaml", last.names.to_yaml());
        options.kept_names = KeptNames::read(&file).unwrap();
        let new = generated(&all, &options);
        assert_eq!(
            renamed(&names(&last), &names(&new)),
            declared(name),
            "{name}"
        );
        last = new;
    }
}

#[test]
fn without_kept_names_each_of_them_renames_something() {
    let first = names(&generated(&document(), &options()));
    for (name, grow) in GROWTH {
        let mut new = document();
        grow(&mut new);
        let new = names(&generated(&new, &options()));
        assert!(!renamed(&first, &new).is_empty(), "{name}");
    }
}

#[test]
fn a_header_and_an_error_type_that_are_gone_everywhere_are_not_kept() {
    let mut options = options();
    options.kept_names = generated(&document(), &options).names;
    let text = document().to_string();
    let text = text
        .replace("x-bot-id", "x-other")
        .replace("ApiError", "Problem");
    let new: Value = serde_json::from_str(&text).unwrap();
    let client = &names(&generated(&new, &options))["client"];
    assert_eq!(client["error"], "Problem");
    assert_eq!(client["headers"], json!({"x-other": "other"}));
}

/// A header that one operation no longer requires, or restricts to some values, is still sent by it: programs that set it on the
/// client do not change.
#[test]
fn a_setting_is_sent_by_an_operation_that_declares_its_header_in_another_way() {
    let old = document();
    let mut options = options();
    options.kept_names = generated(&old, &options).names;
    let changes = [
        json!({"name": "x-bot-id", "in": "header", "schema": {"type": "string"}}),
        json!({"name": "x-bot-id", "in": "header", "schema": {"type": "string", "enum": ["a", "b"]}}),
    ];
    for (header, is_input) in changes.into_iter().zip([false, true]) {
        let mut new = old.clone();
        *new.pointer_mut("/paths/~1pets/put/parameters/0").unwrap() = header;
        let generated = generated(&new, &options);
        let operation = &generated.files["operations/put_pet.rs"];
        assert!(!operation.contains("without_headers"), "{operation}");
        assert_eq!(operation.contains("bot_id"), is_input, "{operation}");
    }
}

/// Whatever new operations declare. A required one stays required even if only one operation still requires it.
#[test]
fn a_setting_stays_required_or_optional() {
    for is_required in [true, false] {
        let text = document().to_string();
        let text = text.replace("\"required\":true", &format!("\"required\":{is_required}"));
        let old: Value = serde_json::from_str(&text).unwrap();
        let mut options = options();
        options.kept_names = generated(&old, &options).names;
        let mut new = old.clone();
        let header = |name: &str| json!({"name": name, "in": "header", "required": !is_required, "schema": {"type": "string"}});
        for index in 0..9 {
            let parameters = [header("X-Bot-Id")];
            let added = json!({"get": {"parameters": parameters, "responses": {}}});
            add(&mut new, "/paths", &format!("/new{index}"), added);
        }
        if is_required {
            for (name, method) in [("X-BOT-ID", "post"), ("x-bot-id", "get")] {
                let parameter = new.pointer_mut(&format!("/paths/~1users/{method}/parameters/0"));
                *parameter.unwrap() = header(name);
            }
        }
        let generated = generated(&new, &options);
        let client = &names(&generated)["client"];
        assert_eq!(client["headers"], json!({"x-bot-id": "bot_id"}));
        let presence = ["optional", "required"][usize::from(is_required)];
        assert_eq!(client["presence"], json!({"x-bot-id": presence}));
        let operation = &generated.files["operations/put_pet.rs"];
        assert!(!operation.contains("bot_id"), "{operation}");
    }
}

#[test]
fn a_name_that_was_deleted_is_chosen_again() {
    let mut document = document();
    add(
        &mut document,
        USER,
        "created_by",
        json!({"type": "integer"}),
    );
    let kept = "types: {User: {members: {Note: remark}}}";
    let mut options = options();
    options.kept_names = KeptNames::read(&Source::new("names.yaml", kept)).unwrap();
    let members = &names(&generated(&document, &options))["types"]["User"]["members"];
    let expected = json!({
        "Note": "remark", "createdBy": "created_by2", "created_by": "created_by", "state": "state",
    });
    assert_eq!(*members, expected);
}

#[test]
fn a_method_name_that_was_chosen_is_not_reported() {
    let mut document = document();
    let of_operation = |id: &str| json!({"post": {"operationId": id, "responses": {}}});
    add(&mut document, "/paths", "/c", of_operation("create_user"));
    let mut options = options();
    let method = |name: &str| format!("operations: {{create_user: {{method: {name}}}}}");
    for (name, count) in [("sign_up", 0), ("create_user2", 1)] {
        options.kept_names = KeptNames::read(&Source::new("names.yaml", method(name))).unwrap();
        let generated = generated(&document, &options);
        let warnings = generated.warnings.iter();
        let warnings = warnings.filter(|warning| warning.code.as_str() == "operation-name");
        assert_eq!(warnings.count(), count, "{name}");
        let client = &generated.files["client.rs"];
        assert!(client.contains(&format!("fn {name}(")), "{client}");
    }
}

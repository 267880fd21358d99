//! Selection of operations: everything that they use is kept, and the rest is left out, together with its problems.

use openapi_rust_client_generator::{Diagnostic, Generated, Options, Selector, Source, generate};

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Test, version: '1'}
security: [{general: []}]
paths:
  /users:
    parameters: [{$ref: '#/components/parameters/Page'}]
    get:
      operationId: listUsers
      tags: [users]
      responses: {'200': {$ref: '#/components/responses/Users'}}
    post:
      operationId: createUser
      tags: [users, admin]
      security: [{admin: []}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewUser'}}}}
      responses: {'204': {description: Done.}}
  /teams/{id}:
    get:
      tags: [teams]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: A team., content: {application/json: {schema: {$ref: '#/components/schemas/Team'}}}}
  /broken/{id}:
    get:
      operationId: broken
      responses:
        '200': {description: Nothing., content: {application/json: {schema: {$ref: '#/components/schemas/Nobody'}}}}
        '400': {$ref: 'missing.yaml#/Response'}
components:
  parameters:
    Page: {name: page, in: query, schema: {$ref: '#/components/schemas/Page'}}
  responses:
    Users: {description: Users., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/User'}}}}}
  schemas:
    Page: {type: string, enum: [first, last]}
    User: {type: object, properties: {team: {$ref: '#/components/schemas/Team/properties/name'}}}
    NewUser: {type: object, properties: {name: {type: string}}}
    Team: {type: object, properties: {name: {type: object, properties: {a: {type: string}}}, color: {$ref: '#/components/schemas/Color'}}}
    Color: {type: string, enum: [red, blue]}
    Unused: {$ref: 'missing.yaml#/Unused'}
  securitySchemes:
    general: {type: http, scheme: basic}
    admin: {type: apiKey, in: header, name: x-admin}
    unnamed: {type: apiKey, in: header, name: x-unnamed}
";

fn options(text: &str) -> Options {
    Options::read(&Source::new("options.yaml", text)).unwrap_or_else(|found| panic!("{found}"))
}

fn generated(document: &str, options: &Options) -> Generated {
    let source = Source::new("api.yaml", document);
    generate(&source, &[], options).unwrap_or_else(|found| panic!("{found}"))
}

fn problems(document: &str, options: &Options) -> Vec<Diagnostic> {
    match generate(&Source::new("api.yaml", document), &[], options) {
        Ok(generated) => generated.warnings.iter().cloned().collect(),
        Err(found) => found.iter().cloned().collect(),
    }
}

/// The names of the files in a folder.
fn files<'g>(generated: &'g Generated, folder: &str) -> Vec<&'g str> {
    let names = generated.files.keys();
    let names = names.filter_map(|path| path.strip_prefix(folder)?.strip_suffix(".rs"));
    names.filter(|name| *name != "mod").collect()
}

/// The operations and types that some options leave.
fn left(text: &str) -> (Vec<String>, Vec<String>) {
    let generated = generated(DOCUMENT, &options(text));
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    (
        owned(files(&generated, "operations/")),
        owned(files(&generated, "types/")),
    )
}

#[track_caller]
fn leaves(text: &str, operations: &[&str], types: &[&str]) {
    let found = left(text);
    assert_eq!(found.0, operations, "{text}");
    assert_eq!(found.1, types, "{text}");
}

#[test]
fn operations_are_selected_with_what_they_use() {
    let team = ["color", "team"];
    let users = ["color", "name", "page", "team", "user"];
    leaves(
        "include: [{path: '/teams/**'}]",
        &["get_teams_by_id"],
        &team,
    );
    leaves(
        "include: [{operation: getTeamsById}]",
        &["get_teams_by_id"],
        &team,
    );
    leaves("include: [{path: GET /users}]", &["list_users"], &users);
    leaves(
        "include: [{tag: users}]\nexclude: [{tag: admin}]",
        &["list_users"],
        &users,
    );
    leaves(
        "include: [tag:users]",
        &["create_user", "list_users"],
        &["color", "name", "new_user", "page", "team", "user"],
    );
    leaves(
        "include: [{operation: create*}]",
        &["create_user"],
        &["new_user", "page"],
    );
}

#[test]
fn problems_in_parts_that_are_left_out_are_not_reported() {
    let broken: Vec<&str> = problems(DOCUMENT, &Options::default())
        .iter()
        .map(|found| found.code.as_str())
        .collect();
    assert!(broken.contains(&"external-reference"), "{broken:?}");
    leaves(
        "exclude: [{operation: broken}]",
        &["create_user", "get_teams_by_id", "list_users"],
        &["color", "name", "new_user", "page", "team", "user"],
    );
    assert_eq!(
        problems(DOCUMENT, &options("exclude: [{operation: broken}]")),
        []
    );
}

#[test]
fn security_schemes_go_with_the_operations_that_name_them() {
    let settings = |text: &str| generated(DOCUMENT, &options(text)).files["client.rs"].clone();
    let users = settings("include: [{operation: listUsers}]");
    assert!(
        users.contains("pub fn general(") && users.contains("pub fn unnamed("),
        "{users}"
    );
    assert!(!users.contains("x-admin"), "{users}");
    let admin = settings("include: [{operation: createUser}]");
    assert!(
        admin.contains("pub fn admin(") && !admin.contains("\"general\""),
        "{admin}"
    );
    assert!(admin.contains("security: &[],"), "{admin}");
}

#[test]
fn the_same_selection_gives_the_same_bytes() {
    let all = |text: &str| generated(DOCUMENT, &options(text)).files;
    let first = all("include: [{tag: users}, {path: '/teams/**'}]\nexclude: [{tag: admin}]");
    let same = [
        "exclude: [{tag: admin}]\ninclude: [{path: '/teams/**'}, {tag: users}]",
        "include: [{path: '/**'}]\nexclude: [{operation: broken}, {operation: createUser}]",
        "{\"exclude\": [{\"path\": \"POST /**\"}, \"path: /broken/**\"]}",
    ];
    for same in same {
        assert_eq!(all(same), first, "{same}");
    }
    // A type is the same as for the whole document.
    let fine = all("exclude: [{operation: broken}]");
    for (path, text) in first.iter().filter(|(path, _)| !path.ends_with("mod.rs")) {
        let shared = path.starts_with("types/") || path.starts_with("operations/");
        assert!(!shared || fine[path] == *text, "{path}");
    }
}

#[test]
fn a_selector_that_selects_nothing_is_reported() {
    let text = "\
include:
  - tag: user
  - path: /users
  - operation: nothingLikeIt
exclude:
  - path: GET /user
";
    let found = problems(DOCUMENT, &options(text));
    let reported: Vec<String> = found
        .iter()
        .map(|found| {
            format!(
                "{} {}:{}:{} {}",
                found.code, found.file, found.line, found.column, found.pointer
            )
        })
        .collect();
    assert_eq!(
        reported,
        [
            "unmatched-selector options.yaml:2:5 #/include/0",
            "unmatched-selector options.yaml:4:5 #/include/2",
            "unmatched-selector options.yaml:6:5 #/exclude/0",
        ]
    );
    assert_eq!(
        found[0].message,
        "`tag: user` in `include` selects no operation"
    );
    let help = |index: usize| found[index].help.as_str();
    assert_eq!(help(0), "did you mean `tag: users`? otherwise remove it");
    assert_eq!(help(1), "fix it, or remove it if it is no longer needed");
    assert_eq!(
        help(2),
        "did you mean `path: GET /users`? otherwise remove it"
    );
}

#[test]
fn a_selector_that_is_not_from_a_file_is_reported_at_the_paths() {
    let mut options = options("include: [{tag: users}]");
    options
        .exclude
        .push(Selector::Operation("listUser".to_owned()));
    let found = problems(DOCUMENT, &options);
    let place = (
        found[0].file.as_str(),
        found[0].line,
        found[0].pointer.as_str(),
    );
    assert_eq!(place, ("api.yaml", 4, "#/paths"));
    assert!(found[0].message.contains("`operation: listUser`"));
}

#[test]
fn a_selection_without_operations_is_an_error() {
    let found = problems(DOCUMENT, &options("exclude: [{path: '/**'}]"));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].code.as_str(), found[0].line),
        ("no-operations", 4)
    );
}

#[test]
fn a_part_of_an_operation_that_is_left_out_can_be_used() {
    let document = "\
openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a:
    get:
      operationId: first
      responses:
        '200': {description: It., content: {application/json: {schema: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}}}}
        '400': {description: Bad., content: {application/json: {schema: {$ref: '#/components/schemas/Nobody'}}}}
        '500': {$ref: 'missing.yaml'}
  /b:
    get:
      operationId: second
      responses:
        '200': {$ref: '#/paths/~1a/get/responses/200'}
components:
  schemas:
    B: {type: object, properties: {c: {type: string}}}
    C: {type: object, properties: {c: {type: string}}}
";
    let generated = generated(document, &options("exclude: [{operation: first}]"));
    assert_eq!(files(&generated, "operations/"), ["second"]);
    assert_eq!(files(&generated, "types/"), ["b"]);
}

#[test]
fn a_path_item_that_two_paths_share_is_selected_for_one() {
    let document = "\
openapi: 3.1.0
info: {title: Test, version: '1'}
paths:
  /v1/a: {$ref: '#/components/pathItems/A'}
  /v2/a: {$ref: '#/components/pathItems/A'}
webhooks:
  reported: {post: {operationId: reported, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}
components:
  pathItems:
    A:
      get: {responses: {'204': {description: Done.}}}
      query: {responses: {'204': {description: Done.}}}
  schemas:
    B: {type: object, properties: {c: {type: string}}}
";
    let options = options("include: [{path: GET /v2/**}]");
    let generated = generated(document, &options);
    assert_eq!(files(&generated, "operations/"), ["get_v2a"]);
    assert_eq!(files(&generated, "types/"), <[&str; 0]>::default());
    assert!(generated.warnings.is_empty(), "{}", generated.warnings);
}

#[test]
fn operations_in_other_files_are_selected_too() {
    let document = "\
openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /pets: {$ref: paths/pets.yaml}
  /gone: {$ref: paths/gone.yaml}
components:
  schemas:
    Toy: {type: object, properties: {name: {type: string}}}
    Unused: {type: object, properties: {name: {type: string}}}
";
    let source = Source::new("api.yaml", document)
        .with_file(
            "paths/pets.yaml",
            "get:\n  operationId: listPets\n  tags: [pets]\n  responses: {'200': {$ref: '../responses.yaml#/Pets'}}\n\
             post:\n  operationId: addPet\n  responses: {'200': {$ref: '../gone.yaml#/Pet'}}\n",
        )
        .with_file(
            "responses.yaml",
            "Pets: {description: Pets., content: {application/json: {schema: {$ref: '#/Pet'}}}}\n\
             Pet: {type: object, properties: {toy: {$ref: 'api.yaml#/components/schemas/Toy'}}}\n",
        );
    for text in [
        "include: [{tag: pets}]\nexclude: [{path: /gone}]",
        "include: [{path: GET /pets}]",
    ] {
        let generated =
            generate(&source, &[], &options(text)).unwrap_or_else(|found| panic!("{found}"));
        assert_eq!(files(&generated, "operations/"), ["list_pets"]);
        assert_eq!(files(&generated, "types/"), ["pet", "toy"]);
    }
}

#[test]
fn mistakes_in_options_are_reported_where_they_are() {
    let text = "inclde:\n  - tag: a\nexclude:\n  - tag: a\n  - tags: a\n  - {tag: a, path: /a}\n  - paths\n";
    let found = Options::read(&Source::new("my/options.yaml", text)).unwrap_err();
    let found: Vec<String> = found
        .iter()
        .map(|found| {
            format!(
                "{} {}:{} {} {}",
                found.code, found.line, found.column, found.message, found.help
            )
        })
        .collect();
    let help =
        "write `operation: getUser`, `tag: users`, `path: /users/**` or `path: GET /users/{id}`";
    assert_eq!(
        found,
        [
            "options 1:1 unknown option `inclde` did you mean `include`?".to_owned(),
            format!("options 5:5 `exclude`: unknown kind of selector `tags` {help}"),
            format!(
                "options 6:5 `exclude`: a selector has one member; write each selector as a separate item {help}"
            ),
            format!("options 7:5 `exclude`: `paths` does not name a kind of selector {help}"),
        ]
    );
    for (text, place) in [
        ("include: {tag: a}", "1:1 #/include"),
        ("- a", "1:1 #"),
        ("a: [", "1:5 #"),
    ] {
        let found = Options::read(&Source::new("options.yaml", text)).unwrap_err();
        let found = found.iter().next().unwrap();
        assert_eq!(
            format!("{}:{} {}", found.line, found.column, found.pointer),
            place
        );
    }
    assert!(options("# nothing\n").include.is_empty());
}

#[test]
fn types_only_generates_the_types_of_the_schemas() {
    let fine = DOCUMENT.replace("    Unused: {$ref: 'missing.yaml#/Unused'}\n", "");
    let all = generated(&fine, &options("types-only: true"));
    assert_eq!(
        files(&all, "types/"),
        ["color", "name", "new_user", "page", "team", "user"]
    );
    let others: Vec<_> = all
        .files
        .keys()
        .filter(|path| !path.starts_with("types/"))
        .collect();
    assert_eq!(others, ["about.md", "mod.rs"]);
    assert!(all.warnings.is_empty(), "{}", all.warnings);
    assert!(all.files["types/user.rs"].contains("pub fn new() -> Self"));

    // With a selection, those that it uses. Operations only select types.
    let some = generated(
        DOCUMENT,
        &options("{types-only: true, include: [{path: '/teams/**'}]}"),
    );
    assert_eq!(files(&some, "types/"), ["color", "team"]);
    assert_eq!(some.operations, 0);

    let none = DOCUMENT.split("components:").next().unwrap();
    let found = problems(none, &options("types-only: true"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code.as_str(), "no-types");
}

#[test]
fn a_feature_for_each_tag_that_is_left() {
    let text = "{features: tags, exclude: [{operation: broken}]}";
    let all = generated(DOCUMENT, &options(text));
    assert_eq!(all.features, ["users", "admin", "teams"]);
    let line = "#[cfg(any(feature = \"admin\", feature = \"users\"))]\nmod create_user;";
    assert!(all.files["operations/mod.rs"].contains(line));
    // Code behind a feature is the same as without features.
    let plain = generated(DOCUMENT, &options("exclude: [{operation: broken}]"));
    for (path, text) in &plain.files {
        let is_item = path.contains('/') && !path.ends_with("mod.rs");
        assert!(!is_item || all.files[path] == *text, "{path}");
    }
    let some = generated(
        DOCUMENT,
        &options("{features: tags, include: [{tag: teams}]}"),
    );
    assert_eq!(some.features, ["teams"]);
    assert!(plain.features.is_empty());
}

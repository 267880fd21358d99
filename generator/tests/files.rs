//! Documents in several files: references are resolved, types have good names, and problems are reported where they are.

use std::collections::BTreeMap;

use openapi_rust_client_generator::{Code, Diagnostic, Generated, Options, Source, generate};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Test, version: '1'}\n";

/// The document `api/openapi.yaml` with attached files.
fn source(document: &str, files: &[(&str, &str)]) -> Source {
    let document = Source::new("api/openapi.yaml", format!("{HEAD}{document}"));
    files.iter().fold(document, |document, (name, text)| {
        document.with_file(*name, *text)
    })
}

fn generated(document: &str, files: &[(&str, &str)]) -> Generated {
    let source = source(document, files);
    assert_eq!(source.missing_files(), <[&str; 0]>::default());
    generate(&source, &[], &Options::default()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Code, file with line and column, and pointer of each problem.
fn problems(document: &str, files: &[(&str, &str)]) -> Vec<(&'static str, String, String)> {
    let found = generate(&source(document, files), &[], &Options::default());
    let place = |found: &Diagnostic| {
        let place = format!("{}:{}:{}", found.file, found.line, found.column);
        (found.code.as_str(), place, found.pointer.clone())
    };
    match found {
        Ok(generated) => generated.warnings.iter().map(place).collect(),
        Err(problems) => problems.iter().map(place).collect(),
    }
}

fn paths(schema: &str) -> String {
    format!(
        "paths:\n  /pet:\n    get:\n      operationId: getPet\n      responses:\n        '200':\n          description: A pet.\n          content: {{application/json: {{schema: {schema}}}}}\n"
    )
}

fn types(generated: &Generated) -> Vec<&str> {
    let names = generated
        .files
        .keys()
        .filter_map(|path| path.strip_prefix("types/"));
    names.filter(|name| *name != "mod.rs").collect()
}

#[test]
fn a_schema_in_another_file_is_named_for_its_location() {
    let files = [
        (
            "api/schemas/pet.json",
            "{\"type\": \"object\", \"properties\": {\"owner\": {\"$ref\": \"../common.yaml#/components/schemas/Owner\"}}}",
        ),
        (
            "api/common.yaml",
            "components:\n  schemas:\n    Owner:\n      type: object\n      properties:\n        pets: {type: array, items: {$ref: schemas/pet.json}}\n        boss: {$ref: '#/components/schemas/Owner'}\n        cat: {$ref: 'openapi.yaml#/components/schemas/Cat'}\n    Unused: {type: nonsense}\n",
        ),
    ];
    let document = paths("{$ref: ./schemas/pet.json}")
        + "components: {schemas: {Cat: {type: object, properties: {name: {type: string}}}}}\n";
    let generated = generated(&document, &files);
    assert_eq!(types(&generated), ["cat.rs", "owner.rs", "pet.rs"]);
    assert!(generated.files["types/owner.rs"].contains("Vec<Pet>"));
    assert!(generated.files["types/owner.rs"].contains("Option<Cat>"));
}

#[test]
fn schemas_named_in_components_keep_their_names() {
    let document = paths("{$ref: schemas/pet.yaml}")
        + "components: {schemas: {Animal: {$ref: schemas/pet.yaml}}}\n";
    let files = [(
        "api/schemas/pet.yaml",
        "{type: object, properties: {name: {type: string}}}",
    )];
    assert_eq!(types(&generated(&document, &files)), ["animal.rs"]);
}

#[test]
fn equal_names_in_two_files_are_made_unique() {
    let schemas = |property: &str| {
        format!(
            "components: {{schemas: {{Pet: {{type: object, properties: {{{property}: {{type: string}}}}}}}}}}\n"
        )
    };
    let document = paths(
        "{type: object, properties: {a: {$ref: 'dogs.yaml#/components/schemas/Pet'}, b: {$ref: '#/components/schemas/Pet'}, c: {$ref: cats/pet.yaml}}}",
    ) + &schemas("x");
    let (dogs, cats) = (
        schemas("y"),
        "{type: object, properties: {z: {type: string}}}",
    );
    let generated = generated(
        &document,
        &[("api/dogs.yaml", &dogs), ("api/cats/pet.yaml", cats)],
    );
    assert_eq!(types(&generated), ["dogs_pet.rs", "pet.rs", "pet2.rs"]);
}

#[test]
fn paths_parameters_responses_and_bodies_may_be_elsewhere() {
    let document = "paths:\n  /pets/{id}: {$ref: 'paths.yaml#/~1pets~1%7Bid%7D'}\n";
    let files = [
        (
            "api/paths.yaml",
            "/pets/{id}:\n  parameters: [{$ref: 'parts/all.yaml#/id'}]\n  put:\n    operationId: putPet\n    requestBody: {$ref: 'parts/all.yaml#/body'}\n    responses: {'200': {$ref: 'parts/all.yaml#/response'}}\n",
        ),
        (
            "api/parts/all.yaml",
            "id: {name: id, in: path, required: true, schema: {$ref: '#/id-schema'}}\nid-schema: {type: string}\nbody: {content: {application/json: {schema: {$ref: '#/pet'}}}}\nresponse: {description: It., content: {application/json: {schema: {$ref: '#/pet'}}}}\npet: {type: object, properties: {name: {type: string}}}\n",
        ),
    ];
    let generated = generated(document, &files);
    assert_eq!(generated.operations, 1);
    assert_eq!(types(&generated), ["pet.rs"]);
    assert!(generated.files["client.rs"].contains("pub fn put_pet"));
}

#[test]
fn problems_are_reported_in_the_file_that_has_them() {
    let document = paths("{$ref: schemas/pet.yaml}");
    let pet =
        "type: object\nproperties:\n  owner:\n    type: strng\n  other: {$ref: '#/nowhere'}\n";
    assert_eq!(
        problems(&document, &[("api/schemas/pet.yaml", pet)]),
        [(
            "unresolved-reference",
            "api/schemas/pet.yaml:5:11".to_owned(),
            "#/properties/other/$ref".to_owned()
        )]
    );
    let pet = "type: object\nproperties:\n  owner:\n    type: strng\n";
    assert_eq!(
        problems(&document, &[("api/schemas/pet.yaml", pet)]),
        [(
            "unknown-type",
            "api/schemas/pet.yaml:4:5".to_owned(),
            "#/properties/owner/type".to_owned()
        )]
    );
    let broken = problems(&document, &[("api/schemas/pet.yaml", "a: [")]);
    assert_eq!(broken[0].0, "unreadable");
    assert!(
        broken[0].1.starts_with("api/schemas/pet.yaml:"),
        "{broken:?}"
    );
}

#[test]
fn a_missing_file_is_reported_at_the_reference() {
    let document = paths("{$ref: ./schemas/pet.yaml#/x}");
    let at = "#/paths/~1pet/get/responses/200/content/application~1json/schema/$ref";
    let place = "api/openapi.yaml:10:49".to_owned();
    assert_eq!(
        problems(&document, &[]),
        [("external-reference", place.clone(), at.to_owned())]
    );
    assert_eq!(
        source(&document, &[]).missing_files(),
        ["api/schemas/pet.yaml"]
    );
    // The file exists, but has no such node.
    let found = problems(&document, &[("api/schemas/pet.yaml", "{y: 1}")]);
    assert_eq!(found, [("unresolved-reference", place, at.to_owned())]);
}

#[test]
fn the_network_is_not_accessed() {
    for reference in [
        "https://example.com/pet.yaml#/Pet",
        "file:///pet.yaml",
        "//example.com/pet.yaml",
    ] {
        let document = paths(&format!("{{$ref: '{reference}'}}"));
        let found = generate(&source(&document, &[]), &[], &Options::default()).unwrap_err();
        let found = found.iter().next().unwrap();
        assert_eq!(found.code, Code::RemoteReference);
        assert!(found.help.contains("bundle"));
        assert_eq!(
            source(&document, &[]).missing_files(),
            <[&str; 0]>::default()
        );
    }
    let found = problems(&paths("{$ref: /etc/pet.yaml}"), &[]);
    assert_eq!(found[0].0, "external-reference");
}

#[test]
fn files_that_refer_to_one_another_terminate() {
    let document = paths("{$ref: a.yaml}");
    let circle = problems(
        &document,
        &[
            ("api/a.yaml", "{$ref: b.yaml}"),
            ("api/b.yaml", "{$ref: a.yaml}"),
        ],
    );
    assert!(
        circle
            .iter()
            .all(|(code, ..)| *code == "circular-reference"),
        "{circle:?}"
    );
    assert!(!circle.is_empty());
    let document = "paths:\n  /a: {$ref: a.yaml}\n";
    let circle = problems(
        document,
        &[
            ("api/a.yaml", "{$ref: b.yaml}"),
            ("api/b.yaml", "{$ref: a.yaml}"),
        ],
    );
    assert_eq!(circle.len(), 1, "{circle:?}");
    assert_eq!(circle[0].0, "circular-reference");
    // Content that contains itself.
    let document = "paths: {/a: {get: {operationId: a, responses: {'200': {description: x, content: {a/b: {$ref: 'm.yaml'}}}}}}}\n";
    let content =
        "{encoding: {a: {headers: {b: {content: {a/b: {$ref: m.yaml}, c/d: {$ref: m.yaml}}}}}}}";
    let circle = problems(document, &[("api/m.yaml", content)]);
    assert!(
        circle
            .iter()
            .all(|(code, ..)| *code == "circular-reference"),
        "{circle:?}"
    );
    assert!(!circle.is_empty());
}

#[test]
fn copies_do_not_grow_without_end() {
    // Each content contains the next one, once or several times.
    let document = |length: usize, links: &dyn Fn(usize) -> String, last: &str| {
        let media = |index: usize| {
            format!(
                "    m{index}: {{encoding: {{a: {{headers: {{b: {{content: {{{}}}}}}}}}}}}}\n",
                links(index + 1)
            )
        };
        let media: Vec<String> = (0..length).map(media).collect();
        "paths: {/a: {get: {operationId: a, responses: {'200': {description: x, content: {a/b: {$ref: '#/components/mediaTypes/m0'}}}}}}}\ncomponents:\n  mediaTypes:\n".to_owned()
            + &media.concat()
            + &format!("    m{length}: {last}\n")
    };
    let links = |index: usize, count: usize| {
        let link = |copy| format!("a/{copy}: {{$ref: '#/components/mediaTypes/m{index}'}}");
        (0..count).map(link).collect::<Vec<_>>().join(", ")
    };
    let large = format!("{{example: [{}]}}", "1, ".repeat(1000));
    for (text, reported) in [
        (
            document(500, &|index| links(index, 1), "{}"),
            "200 levels deep",
        ),
        (
            document(500, &|index| links(index, 2), "{}"),
            "200 levels deep",
        ),
        (document(3, &|index| links(index, 10), &large), "too large"),
    ] {
        let found = generate(&source(&text, &[]), &[], &Options::default()).unwrap_err();
        let found: Vec<_> = found.iter().collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code.as_str(), "circular-reference");
        assert!(found[0].message.contains(reported), "{}", found[0].message);
    }
}

#[test]
fn data_that_looks_like_a_reference_is_left_alone() {
    let document = paths(
        "{type: object, example: {$ref: nowhere.yaml}, properties: {a: {type: string, default: 'x', enum: ['x']}}}",
    );
    generated(&document, &[]);
}

#[test]
fn a_mapping_may_name_files() {
    // The result is not visible here, but the file is requested.
    let document = paths(
        "{oneOf: [], discriminator: {propertyName: kind, mapping: {dog: dog.yaml, cat: Cat, com.example.Cow: com.example.Cow}}}",
    );
    assert_eq!(source(&document, &[]).missing_files(), ["api/dog.yaml"]);
}

#[test]
fn loading_ends_when_nothing_is_missing() {
    let disk = BTreeMap::from([
        ("api/a.yaml", "{$ref: deep/b.yaml}"),
        (
            "api/deep/b.yaml",
            "{type: object, properties: {c: {$ref: ../../c.yaml#/C}, a: {$ref: ../a.yaml}}}",
        ),
        (
            "c.yaml",
            "C: {type: object, properties: {name: {type: string}}}",
        ),
    ]);
    let mut document = source(&paths("{$ref: a.yaml}"), &[]);
    let mut read = Vec::new();
    loop {
        let missing = document.missing_files();
        if missing.is_empty() {
            break;
        }
        for name in missing {
            document = document.with_file(name.clone(), disk[name.as_str()]);
            read.push(name);
        }
    }
    assert_eq!(read, ["api/a.yaml", "api/deep/b.yaml", "c.yaml"]);
    let generated = generate(&document, &[], &Options::default()).unwrap();
    assert_eq!(types(&generated), ["a.rs", "c.rs"]);
}

#[test]
fn a_copy_and_its_overrides_keep_their_own_references() {
    let operation = |method: &str, id: &str, file: &str| {
        format!(
            "    {method}:\n      operationId: {id}\n      parameters: [{{$ref: {file}.yaml}}]\n      responses: {{'204': {{description: x}}}}\n"
        )
    };
    let document = format!(
        "paths:\n  /b:\n{}{}  /a:\n    $ref: '#/paths/~1b'\n{}{}",
        operation("get", "getB", "far/y"),
        operation("delete", "deleteB", "far/y"),
        operation("get", "getA", "far/x"),
        operation("delete", "deleteA", "far/y"),
    );
    let parameter =
        |name: &str| format!("{{name: {name}, in: query, schema: {{$ref: type.yaml}}}}");
    let (x, y) = (parameter("x"), parameter("y"));
    let files = [
        ("api/far/x.yaml", x.as_str()),
        ("api/far/y.yaml", y.as_str()),
        ("api/far/type.yaml", "{type: string, enum: [up, down]}"),
    ];
    let generated = generated(&document, &files);
    let field = |file: &str, name: &str| {
        let text = &generated.files[&format!("operations/{file}.rs")];
        text.contains(&format!("pub {name}: Option<Type>"))
    };
    assert!(field("get_a", "x") && !field("get_a", "y"));
    assert!(field("delete_a", "y") && field("get_b", "y") && field("delete_b", "y"));
}

#[test]
fn a_path_item_with_fields_next_to_its_reference_is_shared() {
    let document = "\
paths:
  /a: {$ref: '#/x-items/shared', summary: Mine., put: {operationId: putA, responses: {'204': {description: Done.}}}}
  /b: {$ref: '#/x-items/shared'}
  /c: {$ref: 'item.yaml'}
  /d: {$ref: 'item.yaml'}
  /e: {$ref: '#/paths/~1f', description: Of another path.}
  /f: {get: {operationId: getOfF, responses: {'204': {description: Done.}}}}
x-items: {shared: {get: {operationId: getShared, responses: {'204': {description: Done.}}}}}
";
    let item = "get: {operationId: getItem, responses: {'204': {description: Done.}}}\n";
    let files = [("api/item.yaml", item)];
    let generated = generated(document, &files);
    let client = &generated.files["client.rs"];
    for name in [
        "get_shared",
        "put_a",
        "get_b",
        "get_item",
        "get_d",
        "get_e",
        "get_of_f",
    ] {
        assert!(client.contains(&format!("pub fn {name}")), "{name}");
    }
    let found = problems(document, &files);
    let places = found
        .iter()
        .map(|(code, place, pointer)| (*code, place.as_str(), pointer.as_str()));
    assert_eq!(
        places.collect::<Vec<_>>(),
        [
            (
                "duplicate-operation-id",
                "api/openapi.yaml:5:8",
                "#/paths/~1b/$ref"
            ),
            (
                "duplicate-operation-id",
                "api/openapi.yaml:7:8",
                "#/paths/~1d/$ref"
            ),
            (
                "duplicate-operation-id",
                "api/openapi.yaml:8:8",
                "#/paths/~1e/$ref"
            ),
        ]
    );
}

/// OpenAPI does not allow these references, but documents of several files have them.
#[test]
fn an_operation_may_be_a_reference() {
    let document = "\
paths:
  /users/{id}:
    get: {$ref: users/get.yaml, deprecated: true}
    put: {$ref: '#/x-operations/put'}
  /members/{id}: {$ref: '#/paths/~1users~1{id}'}
  /people/{id}: {$ref: '#/paths/~1users~1{id}', summary: A copy.}
  /persons/{id}: {get: {$ref: users/get.yaml}}
x-operations: {put: {operationId: putUser, parameters: [{$ref: 'users/id.yaml'}], responses: {'204': {description: Done.}}}}
";
    let files = [
        (
            "api/users/get.yaml",
            "operationId: getUser\nparameters:\n  - {$ref: id.yaml}\n  - {name: all, in: query}\nresponses: {'200': {$ref: 'parts.yaml#/user'}}\n",
        ),
        (
            "api/users/id.yaml",
            "{name: id, in: path, required: true, schema: {type: string}}",
        ),
        (
            "api/users/parts.yaml",
            "user: {description: It., content: {application/json: {schema: {title: User, type: object, properties: {a: {type: string}}}}}}",
        ),
    ];
    let found = problems(document, &files);
    let places: Vec<_> = found.iter().map(|(code, at, _)| (*code, &**at)).collect();
    for place in [
        ("invalid", "api/openapi.yaml:5:11"),
        ("invalid", "api/openapi.yaml:6:11"),
        ("duplicate-operation-id", "api/openapi.yaml:8:18"),
        ("duplicate-operation-id", "api/openapi.yaml:9:25"),
        ("no-schema", "api/users/get.yaml:4:5"),
    ] {
        assert!(places.contains(&place), "{places:?}");
    }

    let options = Source::new("options.yaml", "include: [{operation: getUser}]");
    let selected = Options::read(&options).unwrap();
    for (options, operations) in [(Options::default(), 7), (selected, 4)] {
        let generated = generate(&source(document, &files), &[], &options).unwrap();
        assert_eq!(generated.operations, operations);
        let get = &generated.files["operations/get_user.rs"];
        assert!(get.contains("id: String") && get.contains("User"), "{get}");
        assert!(generated.files["client.rs"].contains("#[deprecated"));
    }
}

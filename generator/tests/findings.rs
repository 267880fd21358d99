//! Minimized documents for which `cargo xtask fuzz` found bugs in the generator. The generated code is valid Rust, rejected
//! documents are reported, and both are fast.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Test, version: '1'}\n";
const PATHS: &str =
    "paths: {/a: {get: {operationId: getA, responses: {'204': {description: x}}}}}\n";

/// The result for a document. Every file of code must be valid Rust or JSON.
fn generated(document: &str) -> Generated {
    let found = generate(&Source::new("api.yaml", document), &[], &Options::default());
    let generated = found.unwrap_or_else(|problems| panic!("{problems}"));
    for (path, text) in &generated.files {
        if path == "operations.json" {
            serde_json::from_str::<serde_json::Value>(text).unwrap();
        } else if path != "about.md" {
            syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        }
    }
    generated
}

/// Schemas, each of which is made from the next.
fn chain(length: usize, schema: impl Fn(usize) -> String) -> String {
    let links = (0..length).map(|index| format!("    L{index}: {{{}}}\n", schema(index + 1)));
    format!(
        "{PATHS}components:\n  schemas:\n{}    L{length}: {{type: object, properties: {{end: {{type: string}}}}}}\n",
        links.collect::<String>()
    )
}

fn reference(index: usize) -> String {
    format!("$ref: '#/components/schemas/L{index}'")
}

#[test]
fn text_from_a_document_stays_in_its_comment() {
    for text in [
        "a\\nb",
        "a\\rb",
        "*/ fn x() {}",
        "\\u2028",
        "\\0",
        "\\u202e",
    ] {
        let document = format!(
            "openapi: 3.0.3\ninfo: {{title: \"{text}\", version: \"{text}\", description: \"{text}\"}}\npaths:
  /a:
    post:
      operationId: a
      summary: \"{text}\"
      parameters: [{{name: \"{text}\", in: query, schema: {{type: string}}}}]
      requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{\"{text}\": {{nullable: true}}}}}}}}}}}}
      responses: {{default: {{description: \"{text}\"}}}}\n"
        );
        let generated = generated(&document);
        assert!(!generated.title.contains(['\n', '\r']));
        assert!(generated.files.values().all(|text| !text.contains('\r')));
    }
}

#[test]
fn long_chains_of_subschemas_are_rejected_once() {
    for links in [
        |next| format!("allOf: [{{{}}}, {{{}}}]", reference(next), reference(next)),
        |next| {
            format!(
                "properties: {{a: {{type: string}}}}, allOf: [{{{}}}], oneOf: [{{{}}}]",
                reference(next),
                reference(next)
            )
        },
    ] {
        let document = format!("{HEAD}{}", chain(1000, links));
        let found = generate(&Source::new("api.yaml", document), &[], &Options::default());
        let found = found.unwrap_err();
        // A schema that could not be read is not reported as circular.
        assert!(
            found
                .iter()
                .all(|problem| problem.code.as_str() == "too-deep"),
            "{found}"
        );
    }
}

#[test]
fn arrays_and_maps_that_rustc_would_refuse_are_rejected() {
    let nested = |levels: usize| {
        let array = "{type: array, items: ".repeat(levels / 2);
        let map = "{type: object, additionalProperties: ".repeat(levels - levels / 2);
        let document = format!(
            "{HEAD}{PATHS}components:\n  schemas:\n    Nested: {array}{map}{{type: string}}{}\n",
            "}".repeat(levels)
        );
        generate(&Source::new("api.yaml", document), &[], &Options::default())
    };
    assert!(nested(24).is_ok());
    for levels in [25, 40, 60] {
        let found = nested(levels).unwrap_err();
        let found: Vec<&str> = found.iter().map(|problem| problem.code.as_str()).collect();
        assert_eq!(found, ["too-deep"], "{levels}");
    }
}

#[test]
fn properties_that_many_subschemas_describe_are_compared_quickly() {
    let head = HEAD.replace("3.0.3", "3.1.0");
    let link = |next| {
        format!(
            "{}, type: [object, 'null'], properties: {{a: {{{}}}}}",
            reference(next),
            reference(next)
        )
    };
    let document = head + &chain(33, link);
    assert_eq!(generated(&document).types, 34);
}

#[test]
fn lines_are_counted_as_in_editors() {
    // The YAML parser treats the first of these as a line break.
    let document = Source::new("api.yaml", "{openapi: 3.0.3, a: \"\u{85}\", b: [}");
    let found = generate(&document, &[], &Options::default()).unwrap_err();
    let problem = found.iter().next().unwrap();
    assert_eq!((problem.line, problem.column), (1, 30));
}

#[test]
fn columns_are_counted_in_characters_after_any_kind_of_line() {
    let bodies = [
        "{\"openapi\": \"3.0.3\",\r\n\t\"é😀\": 1, \"paths\": []}",
        "{\"openapi\": \"3.0.3\",\n\t\"é😀\": 1, \"paths\": []}",
        "openapi: 3.0.3\r\n{0}\r\npaths: []",
    ];
    for (body, place) in bodies.iter().zip([(2, 11), (2, 11), (3, 1)]) {
        let text = body.replace("{0}", "é😀: 1");
        for text in [format!("\u{feff}{text}"), text] {
            let document = Source::new("api", text);
            let found = generate(&document, &[], &Options::default()).unwrap_err();
            let mut places = found.iter().map(|problem| (problem.line, problem.column));
            assert!(
                places.any(|found| found == place),
                "{document:?}: {found:?}"
            );
        }
    }
}

#[test]
fn a_path_through_very_many_types_needs_no_deep_stack() {
    let link = |next| format!("required: [a], properties: {{a: {{{}}}}}", reference(next));
    let document = format!("{HEAD}{}", chain(6000, link));
    let small = std::thread::Builder::new().stack_size(1 << 20);
    let read =
        move || generate(&Source::new("api.yaml", document), &[], &Options::default()).unwrap_err();
    let found = small.spawn(read).unwrap().join().unwrap();
    let mut codes = found.iter().map(|problem| problem.code.as_str());
    assert!(codes.all(|code| code == "too-deep"), "{found}");
}

#[test]
fn features_do_not_depend_on_types_that_are_left_out() {
    let event = |name: &str| format!("{{properties: {{event: {{const: {name}}}}}}}");
    let (word, usage) = (event("word"), event("usage"));
    let document = format!(
        "openapi: 3.2.0
info: {{title: Test, version: '1'}}
paths:
  /chat:
    post:
      tags: [chat]
      responses:
        '200':
          description: Events.
          content: {{text/event-stream: {{itemSchema: {{properties: {{a: {{}}}}, oneOf: [{word}, {usage}]}}}}}}
"
    );
    let mut options = Options::default();
    options.features = openapi_rust_client_generator::Features::Tags;
    let generated = generate(&Source::new("api.yaml", document), &[], &options);
    assert_eq!(generated.unwrap().features, ["chat"]);
}

#[test]
fn files_can_exist_on_every_system() {
    let names = [
        "con", "NUL", "Aux", "prn", "com1", "Lpt9", "COM", "com", "Com", "conin$", "mod", "É", "é",
        "E", "a b", "A_B",
    ];
    let operation = |name: &&str| {
        format!(
            "  /{name}: {{get: {{operationId: '{name}', responses: {{'204': {{description: x}}}}}}}}\n"
        )
    };
    let schema = |name: &&str| {
        format!("    '{name}': {{type: object, properties: {{a: {{type: string}}}}}}\n")
    };
    let list = |one: &dyn Fn(&&str) -> String| names.iter().map(one).collect::<Vec<_>>().concat();
    let document = format!(
        "{HEAD}paths:\n{}components:\n  schemas:\n{}",
        list(&operation),
        list(&schema)
    );
    let mut seen = std::collections::BTreeSet::new();
    for path in generated(&document).files.keys() {
        let stem = path.rsplit('/').next().unwrap().split('.').next().unwrap();
        let is_device = [
            "con", "nul", "aux", "prn", "com1", "com2", "com3", "lpt9", "conin",
        ];
        assert!(!is_device.contains(&stem), "{path}");
        assert!(seen.insert(path.to_lowercase()), "{path}");
    }
    assert!(
        seen.contains("types/con2.rs") && seen.contains("operations/nul2.rs"),
        "{seen:?}"
    );
}

#[test]
fn unions_do_not_contain_themselves() {
    let generated = generated(&format!(
        "{HEAD}{PATHS}components:
  schemas:
    Own: {{oneOf: [{{type: string}}, {{$ref: '#/components/schemas/Own'}}, {{type: integer}}]}}
    One: {{oneOf: [{{type: string}}, {{$ref: '#/components/schemas/Other'}}]}}
    Other: {{oneOf: [{{type: integer}}, {{$ref: '#/components/schemas/One'}}]}}
    List: {{oneOf: [{{type: string}}, {{type: array, items: {{$ref: '#/components/schemas/List'}}}}]}}\n"
    ));
    let variants = |file: &str| {
        let text = &generated.files[file];
        let end = text.find("A value that this version").unwrap();
        let variants = text[..end]
            .lines()
            .filter_map(|line| line.strip_prefix("    "));
        let variants: Vec<_> = variants.filter(|line| !line.starts_with("///")).collect();
        variants.join(" ")
    };
    assert_eq!(variants("types/own.rs"), "String(String), Integer(i64),");
    assert_eq!(variants("types/one.rs"), "String(String), Other(Other),");
    assert_eq!(variants("types/other.rs"), "Integer(i64), String(String),");
    assert_eq!(
        variants("types/list.rs"),
        "String(String), List(Vec<List>),"
    );
}

#[test]
fn a_broken_reference_that_is_read_often_is_reported_once() {
    let uses: Vec<_> = (0..300)
        .map(|at| format!("  /a{at}: {{get: {{responses: {{'200': {{$ref: '#/components/responses/R'}}}}}}}}\n"))
        .collect();
    let document = format!(
        "openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths:\n{}components:\n  responses:\n    \
         R: {{description: x, content: {{application/json: {{schema: {{type: array, items: {{$ref: '#/components/schemas/Pte'}}}}}}}}}}\n  \
         schemas: {{Pet: {{type: object}}}}\n",
        uses.concat()
    );
    let document = Source::new("api.yaml", document);
    let problems = generate(&document, &[], &Options::default()).unwrap_err();
    let problems: Vec<_> = problems.iter().map(|problem| &problem.help).collect();
    assert_eq!(
        problems,
        ["fix the `$ref` (did you mean `#/components/schemas/Pet`?), or define it"]
    );
}

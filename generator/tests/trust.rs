//! Extensions that reach the code, its manifest or the environment count only where they are trusted: in overlays.

use openapi_rust_client_generator::{Code, Generated, Options, Source, generate};

const HEAD: &str = "info: {title: Test, version: '1'}
servers: [{url: 'https://api.example', x-env: EVIL_URL}]
security: [{key: []}]
paths:
  /a:
    parameters:
      - {name: first, in: query, required: true, schema: {type: string}}
      - {name: X-Second, in: header, required: true, x-env: EVIL_SECOND, schema: {type: string}}
    get: {operationId: b, responses: {'204': {description: Done.}}}
    post:
      operationId: a
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
      responses: {'204': {description: Done.}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: key, x-env: EVIL_KEY}
  schemas:
    B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
";

const EVIL: &str = "x-rust-type: {crate: evil, path: 'evil::Type', version: '*', parameters: []}";

/// A document whose schema `A` has these members.
fn document(version: &str, schema: &str) -> Source {
    let text = format!("openapi: {version}\n{HEAD}    A: {{{schema}}}\n");
    Source::new("api.yaml", text)
}

fn overlay(actions: &[&str]) -> Vec<Source> {
    let actions = actions.join("\n  - ");
    let text =
        format!("overlay: 1.1.0\ninfo: {{title: T, version: '1'}}\nactions:\n  - {actions}\n");
    vec![Source::new("overlay.yaml", text)]
}

#[track_caller]
fn generated(document: &Source, actions: &[&str]) -> Generated {
    let overlays = if actions.is_empty() {
        Vec::new()
    } else {
        overlay(actions)
    };
    let done = generate(document, &overlays, &Options::default());
    done.unwrap_or_else(|problems| panic!("{problems}"))
}

/// The pointers of the extensions that are ignored.
fn ignored(generated: &Generated) -> Vec<&str> {
    let warnings = generated.warnings.iter();
    let ignored = warnings.filter(|problem| problem.code == Code::UntrustedExtension);
    ignored.map(|problem| &*problem.pointer).collect()
}

#[track_caller]
fn assert_harmless(generated: &Generated) {
    assert_eq!(generated.dependencies.len(), 0);
    for (path, text) in &generated.files {
        assert!(!text.contains("EVIL_"), "{path}\n{text}");
        assert!(!text.to_lowercase().contains("evil::"), "{path}\n{text}");
        assert!(!text.contains('\u{ffff}'), "{path}\n{text}");
    }
}

#[test]
fn the_document_names_no_crates_and_no_variables() {
    for version in ["3.0.3", "3.1.0"] {
        for schema in [
            format!("type: string, {EVIL}"),
            "type: string, x-rust-type: 'evil::Type'".to_owned(),
            format!("type: array, items: {{type: object, properties: {{b: {{{EVIL}}}}}}}"),
            format!(
                "type: object, properties: {{z: {{$ref: '#/components/schemas/A/x-far/headers/0/x-rust-type/headers'}}}}, x-far: {{headers: [{{x-rust-type: {{headers: {{type: string, {EVIL}}}}}}}]}}"
            ),
            format!(
                "allOf: [{{type: object, properties: {{a: {{type: string}}}}}}, {{type: object, {EVIL}}}]"
            ),
            format!("oneOf: [{{type: string, {EVIL}}}, {{type: integer}}]"),
        ] {
            let generated = generated(&document(version, &schema), &[]);
            assert_harmless(&generated);
            assert!(ignored(&generated).len() >= 4, "{}", generated.warnings);
        }
    }
    // Not even one that would be an error elsewhere.
    let generated = generated(&document("3.0.3", "x-rust-type: 7"), &[]);
    assert_harmless(&generated);
    assert!(ignored(&generated).contains(&"#/components/schemas/A/x-rust-type"));
}

#[test]
fn other_files_are_not_trusted_either() {
    let document = document("3.0.3", "$ref: 'other.yaml#/A'");
    let document = document.with_file("other.yaml", format!("A: {{type: string, {EVIL}}}"));
    let generated = generated(&document, &["{target: $.info, update: {x-a: b}}"]);
    assert_harmless(&generated);
    let warnings = generated.warnings.iter();
    let files: Vec<_> = warnings.map(|problem| &*problem.file).collect();
    assert_eq!(files, ["api.yaml", "api.yaml", "api.yaml", "other.yaml"]);
}

#[test]
fn extensions_in_overlays_count() {
    for version in ["3.0.3", "3.1.0"] {
        for schema in [
            "type: string",
            "$ref: '#/components/schemas/B'",
            "type: object, nullable: true, properties: {a: {type: string}}",
            "allOf: [{type: object}, {type: object, properties: {a: {type: string}}}]",
            "oneOf: [{type: string}, {type: integer}]",
            &format!("type: string, {EVIL}"),
        ] {
            let generated = generated(
                &document(version, schema),
                &[
                    r#"{target: "$.components.schemas.A['x-rust-type']", remove: true}"#,
                    "{target: $.components.schemas.A, update: {x-rust-type: {path: 'good::Type', version: '1'}}}",
                    "{target: '$.servers[0]', update: {x-env: GOOD_URL}}",
                    "{target: $.components.securitySchemes.key, update: {x-env: GOOD_KEY}}",
                    r#"{target: "$.paths.*.parameters[?@.name == 'X-Second']", update: {x-env: GOOD_SECOND}}"#,
                ][usize::from(!schema.contains("x-rust-type"))..],
            );
            assert_harmless_but_good(&generated);
        }
    }
}

#[track_caller]
fn assert_harmless_but_good(generated: &Generated) {
    assert_eq!(ignored(generated), <[&str; 0]>::default());
    assert!(generated.dependencies.contains_key("good"));
    let text: String = generated.files.values().map(String::as_str).collect();
    for good in ["GOOD_URL", "GOOD_KEY", "GOOD_SECOND", "good::Type"] {
        assert!(text.contains(good), "{good}");
    }
    assert!(!text.contains("EVIL_") && !text.contains('\u{ffff}'));
}

#[test]
fn extensions_that_an_overlay_moves_are_not_trusted() {
    let evil = document("3.0.3", &format!("type: string, {EVIL}"));
    for actions in [
        // The second parameter becomes the first one.
        &["{target: '$.paths.*.parameters[0]', remove: true}"][..],
        // A part comes from the document.
        &[
            "{target: $.components.schemas.A, update: {x-rust-type: {path: 'evil::Other', features: []}}}",
        ],
        &["{target: $.components.schemas.B.properties.a, copy: $.components.schemas.A}"],
        &[r#"{target: "$.components.schemas.A['x-rust-type']", update: {path: 'evil::Other'}}"#],
    ] {
        let generated = generated(&evil, actions);
        assert_harmless(&generated);
        assert!(!ignored(&generated).is_empty(), "{actions:?}");
    }
}

#[test]
fn extensions_that_an_overlay_removes_are_not_reported() {
    let evil = document("3.0.3", &format!("type: string, {EVIL}"));
    let removal = r#"{target: "$..['x-rust-type']", remove: true}"#;
    let generated = generated(&evil, &[removal]);
    assert_harmless(&generated);
    assert_eq!(ignored(&generated).len(), 3, "{}", generated.warnings);
}

#[test]
fn properties_and_headers_may_have_such_names() {
    let schema = "type: object, properties: {x-env: {type: string, enum: [a, b], description: One.}, x-rust-type: {type: object, properties: {path: {type: string}}}}";
    let generated = generated(&document("3.0.3", schema), &[]);
    assert_eq!(ignored(&generated).len(), 3, "{}", generated.warnings);
    let text = &generated.files["types/a.rs"];
    assert!(
        text.contains("x_env") && text.contains("x_rust_type"),
        "{text}"
    );
    assert_harmless(&generated);
}

#[test]
fn values_of_the_wrong_type_are_those_of_who_wrote_them() {
    let document = |value: &str| document("3.0.3", &format!("type: string, x-env: {value}"));
    for value in ["5", "true", "[5]"] {
        let actions = [&*format!(
            "{{target: '$.servers[0]', update: {{x-env: {value}}}}}"
        )];
        let problems = match generate(&document(value), &overlay(&actions), &Options::default()) {
            Ok(generated) => generated.warnings,
            Err(problems) => problems,
        };
        let ignored = problems.iter();
        let ignored = ignored.filter(|problem| problem.code == Code::UntrustedExtension);
        let ignored: Vec<&str> = ignored.map(|problem| &*problem.pointer).collect();
        let of_server = ignored.iter().filter(|at| at.contains("servers"));
        assert_eq!(of_server.count(), 0, "{value}: {problems}");
        assert!(
            ignored.iter().any(|at| at.ends_with("/A/x-env")),
            "{value}: {problems}"
        );
        let mut all = problems.iter();
        let is_named = all.any(|problem| problem.code == Code::EnvironmentVariable);
        assert!(is_named, "{value}: {problems}");
    }
}

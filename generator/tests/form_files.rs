//! Files in multipart forms, alone and as alternatives to other values.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

/// A multipart body with this schema.
fn form(schema: &str) -> Generated {
    let text = format!(
        "openapi: 3.1.0
info: {{title: Test, version: '1'}}
paths:
  /a:
    post:
      operationId: a
      requestBody: {{required: true, content: {{multipart/form-data: {{schema: {schema}}}}}}}
      responses: {{'204': {{description: Done.}}}}
components: {{schemas: {{File: {{type: string, format: binary}}}}}}
"
    );
    generate(&Source::new("api.yaml", text), &[], &Options::default())
        .unwrap_or_else(|problems| panic!("{schema}:\n{problems}"))
}

fn code(generated: &Generated) -> &str {
    &generated.files["operations/a.rs"]
}

/// The place of each warning below the schema of the body.
fn places(generated: &Generated) -> Vec<&str> {
    let pointers = generated
        .warnings
        .iter()
        .map(|found| found.pointer.as_str());
    pointers
        .filter_map(|pointer| pointer.split_once("/schema/"))
        .map(|(_, place)| place)
        .collect()
}

const FILE: &str = "{$ref: '#/components/schemas/File'}";

#[test]
fn a_file_that_may_also_be_text_is_a_file() {
    for (property, ty) in [
        (format!("anyOf: [{FILE}, {{type: string}}]"), "Upload"),
        (format!("oneOf: [{{type: string}}, {FILE}]"), "Upload"),
        (
            format!("oneOf: [{{type: string, format: uri}}, {FILE}, {{type: 'null'}}]"),
            "Upload",
        ),
        (
            format!("type: array, items: {{anyOf: [{FILE}, {{type: string}}]}}"),
            "Vec<Upload>",
        ),
        ("type: string, contentEncoding: binary".to_owned(), "Upload"),
    ] {
        let generated = form(&format!("{{properties: {{f: {{{property}}}}}}}"));
        assert!(generated.warnings.is_empty(), "{property}");
        let field = format!("pub f: Option<{ty}>");
        assert!(code(&generated).contains(&field), "{property}");
        assert!(code(&generated).contains("parts.files("), "{property}");
    }
}

#[test]
fn a_map_of_files_may_be_one_of_several_schemas() {
    let map = format!("{{type: object, additionalProperties: {FILE}}}");
    let text =
        format!("{{type: object, additionalProperties: {{anyOf: [{FILE}, {{type: string}}]}}}}");
    let fields = "{type: object, properties: {a: {type: string}}}";
    for schema in [
        text,
        format!("{{allOf: [{fields}, {map}]}}"),
        format!("{{oneOf: [{map}, {fields}]}}"),
    ] {
        let generated = form(&schema);
        assert!(generated.warnings.is_empty(), "{schema}");
        let code = code(&generated);
        assert!(code.contains("BTreeMap<String, Upload>"), "{schema}");
        assert!(code.contains("file_members("), "{schema}");
    }
}

#[test]
fn alternatives_that_are_not_files_and_files_inside_of_json_are_reported() {
    for (property, place) in [
        (
            format!("anyOf: [{FILE}, {{type: object}}]"),
            "properties/f/anyOf/1",
        ),
        (
            format!("type: object, additionalProperties: {FILE}"),
            "properties/f/additionalProperties",
        ),
        (
            format!("type: object, properties: {{g: {FILE}}}"),
            "properties/f/properties/g",
        ),
    ] {
        let generated = form(&format!("{{properties: {{f: {{{property}}}}}}}"));
        assert_eq!(places(&generated), [place], "{property}");
    }
}

#[test]
fn base64_text_has_the_media_type_of_its_content() {
    let generated = form(
        "{properties: {f: {type: string, contentMediaType: image/png, contentEncoding: base64}}}",
    );
    assert!(code(&generated).contains("parts.part(\"f\", \"image/png\", &self.f)"));
}

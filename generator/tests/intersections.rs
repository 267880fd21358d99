//! Values that match all schemas of an `allOf`, none of which is an object.

use openapi_rust_client_generator::{Options, Source, generate};

/// The type of a property with a schema, and the codes of the warnings.
fn lowered(schema: &str) -> (String, Vec<&'static str>) {
    let text = format!(
        "
openapi: 3.1.0
info: {{title: Test, version: '1'}}
components:
  schemas:
    Int: {{type: integer}}
    Num: {{type: number}}
    List: {{type: array, items: {{type: string}}}}
    Color: {{type: string, enum: [red, blue]}}
    Id: {{type: string, format: uuid}}
    A: {{type: object, properties: {{p: {schema}}}}}
"
    );
    let mut options = Options::default();
    options.types_only = true;
    let generated = generate(&Source::new("api.yaml", text), &[], &options).unwrap();
    let file = &generated.files["types/a.rs"];
    let field = file
        .lines()
        .find_map(|line| line.trim().strip_prefix("pub p: Option<"));
    let field = field.unwrap().strip_suffix(">,").unwrap().to_owned();
    let codes = generated
        .warnings
        .iter()
        .map(|warning| warning.code.as_str());
    (field, codes.collect())
}

#[test]
fn the_narrower_of_two_types_applies() {
    for (schema, expected) in [
        ("{allOf: [{type: integer}, {type: number}]}", "i64"),
        ("{allOf: [{type: number}, {type: integer}]}", "i64"),
        (
            "{allOf: [{$ref: '#/components/schemas/Int'}, {$ref: '#/components/schemas/Num'}]}",
            "i64",
        ),
        (
            "{allOf: [{type: number}, {type: integer, format: int32}, {minimum: 3}]}",
            "i32",
        ),
        (
            "{allOf: [{type: integer, format: int64}, {type: integer, format: int32}]}",
            "i32",
        ),
        (
            "{type: integer, allOf: [{type: number}, {minimum: 3}]}",
            "i64",
        ),
        (
            "{type: number, allOf: [{$ref: '#/components/schemas/Int'}]}",
            "i64",
        ),
        (
            "{type: integer, format: int32, allOf: [{$ref: '#/components/schemas/Num'}]}",
            "i32",
        ),
        (
            "{allOf: [{type: string}, {type: string, format: uuid}]}",
            "String",
        ),
        (
            "{allOf: [{type: string, minLength: 2}, {type: string, format: date-time}]}",
            "Timestamp",
        ),
        (
            "{allOf: [{type: string, format: date-time}, {type: string, format: uuid}]}",
            "Timestamp",
        ),
        ("{type: string, allOf: [{format: uuid}]}", "String"),
        ("{allOf: [{type: boolean}, {type: boolean}]}", "bool"),
    ] {
        assert_eq!(lowered(schema), (expected.to_owned(), vec![]), "{schema}");
    }
}

#[test]
fn arrays_and_maps_have_the_narrower_type_inside() {
    for (schema, expected) in [
        (
            "{allOf: [{type: array, items: {type: string}}, {type: array, items: {type: string}}]}",
            "Vec<String>",
        ),
        (
            "{allOf: [{type: array, items: {type: string}}, {type: array, maxItems: 3}]}",
            "Vec<String>",
        ),
        (
            "{allOf: [{type: array}, {type: array, items: {type: integer}}]}",
            "Vec<i64>",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/List'}, {type: array, items: {type: string, maxLength: 3}}]}",
            "Vec<String>",
        ),
        (
            "{allOf: [{type: array, items: {type: number}}, {type: array, items: {type: integer}}]}",
            "Vec<i64>",
        ),
        (
            "{allOf: [{type: array, items: {type: string}}, {type: array, items: {$ref: '#/components/schemas/Color'}}]}",
            "Vec<Color>",
        ),
        (
            "{allOf: [{type: object, additionalProperties: {type: integer}}, {type: object, additionalProperties: {type: number}}]}",
            "BTreeMap<String, i64>",
        ),
    ] {
        assert_eq!(lowered(schema), (expected.to_owned(), vec![]), "{schema}");
    }
}

#[test]
fn enumerations_are_narrower_than_their_type() {
    for (schema, expected) in [
        (
            "{allOf: [{type: string}, {$ref: '#/components/schemas/Color'}]}",
            "Color",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/Color'}, {type: string, minLength: 3}]}",
            "Color",
        ),
        (
            "{type: string, allOf: [{$ref: '#/components/schemas/Color'}]}",
            "Color",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/Color'}, {enum: [red]}]}",
            "AP",
        ),
        ("{allOf: [{type: integer}, {enum: [1, 2]}]}", "AP"),
        (
            "{allOf: [{type: integer, enum: [1, 2]}, {type: number, enum: [2, 3]}]}",
            "AP",
        ),
        ("{allOf: [{const: a}, {type: string}]}", "AP"),
        ("{allOf: [{type: boolean}, {const: true}]}", "AP"),
    ] {
        assert_eq!(lowered(schema), (expected.to_owned(), vec![]), "{schema}");
    }
}

#[test]
fn null_is_allowed_if_a_part_allows_it() {
    for (schema, expected) in [
        (
            "{allOf: [{type: [string, 'null']}, {type: [string, 'null'], format: uuid}]}",
            "Nullable<String>",
        ),
        (
            "{allOf: [{type: [integer, 'null']}, {type: [number, 'null']}]}",
            "Nullable<i64>",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/Id'}, {type: [string, 'null']}]}",
            "Nullable<String>",
        ),
    ] {
        let (ty, codes) = lowered(schema);
        assert_eq!((ty.as_str(), codes), (expected, vec![]), "{schema}");
    }
}

#[test]
fn types_without_a_common_value_are_reported() {
    for (schema, expected) in [
        ("{allOf: [{type: string}, {type: integer}]}", "String"),
        (
            "{allOf: [{type: string, format: date}, {type: string, format: date-time}]}",
            "Date",
        ),
        (
            "{allOf: [{type: array, items: {type: integer}}, {type: array, items: {type: string}}]}",
            "Vec<i64>",
        ),
        ("{type: string, allOf: [{type: integer}]}", "i64"),
        (
            "{type: boolean, allOf: [{$ref: '#/components/schemas/Color'}]}",
            "Color",
        ),
    ] {
        assert_eq!(
            lowered(schema),
            (expected.to_owned(), vec!["all-of"]),
            "{schema}"
        );
    }
}

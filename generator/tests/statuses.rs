//! The types of responses by status.

use openapi_rust_client_generator::{Generated, Options, Source, generate};

const THING: &str = "content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}";

fn generated(method: &str, responses: &str) -> Generated {
    let responses = responses.replace("THING", THING);
    let document = format!(
        "openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a: {{{method}: {{operationId: callA, responses: {{{responses}}}}}}}
components:
  schemas:
    Thing: {{type: object, properties: {{id: {{type: string}}}}}}
"
    );
    let document = Source::new("api.yaml", document);
    let generated = generate(&document, &[], &Options::default());
    generated.unwrap_or_else(|problems| panic!("{responses}:\n{problems}"))
}

/// The code of the operation, and the warnings.
fn operation(method: &str, responses: &str) -> (String, Vec<String>) {
    let generated = generated(method, responses);
    let warnings = generated.warnings.iter();
    let warnings = warnings.map(|warning| format!("{} {}", warning.code, warning.pointer));
    (
        generated.files["operations/call_a.rs"].clone(),
        warnings.collect(),
    )
}

#[test]
fn statuses_without_content_have_none() {
    for status in ["204", "205"] {
        let (code, warnings) = operation(
            "delete",
            &format!("'{status}': {{description: Done., THING}}"),
        );
        assert!(code.contains("type Response = ();"), "{code}");
        let at = format!("unused-content #/paths/~1a/delete/responses/{status}/content");
        assert_eq!(warnings, [at]);
    }
    let (code, warnings) = operation("delete", "'204': {description: Done., content: {}}");
    assert!(code.contains("type Response = ();"), "{code}");
    assert_eq!(warnings, Vec::<String>::new());
}

#[test]
fn content_for_one_of_two_statuses_makes_an_enum() {
    for no_content in ["{description: Done.}", "{description: Done., THING}"] {
        let (code, _) = operation(
            "put",
            &format!("'200': {{description: It., THING}}, '204': {no_content}"),
        );
        assert!(code.contains("200 => Ok(Thing)"), "{code}");
        assert!(code.contains("204 => NoContent(())"), "{code}");
    }
    let (code, _) = operation(
        "put",
        "2XX: {description: It., THING}, '204': {description: Done., THING}",
    );
    assert!(code.contains("204 => NoContent(())"), "{code}");
}

#[test]
fn content_that_is_never_sent_is_not_requested() {
    let (code, _) = operation(
        "get",
        "'200': {description: It., THING}, '204': {description: No., content: {text/plain: {}}}",
    );
    assert!(!code.contains("parts.accept"), "{code}");
}

const LOCATION: &str = "headers: {location: {schema: {type: string}}}";

#[test]
fn a_redirect_with_a_location_is_a_response() {
    let redirect = format!("'302': {{description: Elsewhere., {LOCATION}}}");
    let (code, _) = operation("get", &redirect);
    assert!(code.contains("type Response = ();"), "{code}");
    assert!(code.contains(".with_redirects(&[302])"), "{code}");
    let (code, _) = operation(
        "get",
        &format!("'200': {{description: It., THING}}, {redirect}"),
    );
    assert!(code.contains("302 => Found(())"), "{code}");
    let (code, _) = operation(
        "delete",
        &format!("'200': {{description: It.}}, {redirect}"),
    );
    assert!(code.contains("302 => Found(())"), "{code}");
    let (code, _) = operation(
        "get",
        &format!(
            "3XX: {{description: Elsewhere., {LOCATION}}}, default: {{description: E., THING}}"
        ),
    );
    assert!(code.contains("type Response = ();"), "{code}");
    assert!(code.contains("type Error = Thing;"), "{code}");
    assert!(
        code.contains("with_redirects(&[300, 301, 302, 303, 304, 305, 306, 307, 308])"),
        "{code}"
    );
}

#[test]
fn a_redirect_is_a_response_if_there_is_no_other() {
    let (code, _) = operation(
        "get",
        "'303': {description: Elsewhere.}, '404': {description: No.}",
    );
    assert!(code.contains(".with_redirects(&[303])"), "{code}");
    let (code, _) = operation(
        "get",
        "'200': {description: It., THING}, '301': {description: Moved., THING}, '304': {description: Same.}",
    );
    assert!(code.contains("type Response = Thing;"), "{code}");
    assert!(!code.contains("with_redirects"), "{code}");
}

#[test]
fn not_modified_is_a_response_if_a_parameter_asks_for_it() {
    let responses = "'200': {description: It., THING}, '304': {description: Same.}";
    for (parameter, is_response) in [
        (
            "{name: if-modified-since, in: header, schema: {type: string}}",
            true,
        ),
        (
            "{name: If-None-Match, in: header, required: true, schema: {type: string}}",
            true,
        ),
        (
            "{name: If-None-Match, in: query, schema: {type: string}}",
            false,
        ),
        (
            "{name: If-Match, in: header, schema: {type: string}}",
            false,
        ),
    ] {
        let responses = format!("{responses}}}, parameters: [{parameter}], x-end: {{");
        let (code, _) = operation("get", &responses);
        assert_eq!(
            code.contains("304 => NotModified(())"),
            is_response,
            "{code}"
        );
    }
}

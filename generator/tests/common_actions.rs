//! One overlay action for many problems of a kind.

use openapi_rust_client_generator::{Code, Diagnostics, Options, Source, generate};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Test, version: '1'}\n";

fn problems(document: &str, overlay: Option<String>) -> Diagnostics {
    let document = Source::new("api.yaml", format!("{HEAD}{document}"));
    let overlay = overlay.map(|text| Source::new("overlay.yaml", text));
    let overlays: Vec<_> = overlay.into_iter().collect();
    match generate(&document, &overlays, &Options::default()) {
        Ok(generated) => generated.warnings,
        Err(problems) => problems,
    }
}

fn count(problems: &Diagnostics, code: Code) -> usize {
    let problems = problems.iter();
    problems.filter(|problem| problem.code == code).count()
}

/// The targets of the actions for a kind of problem, which fix all of them and cause no others.
#[track_caller]
fn targets(document: &str, code: Code) -> Vec<String> {
    let found = problems(document, None);
    assert!(count(&found, code) > 3, "{found}");
    let actions = found.common_actions(code);
    if !actions.is_empty() {
        let text: Vec<_> = actions.iter().map(ToString::to_string).collect();
        let text = text.join("\n");
        let overlay =
            format!("overlay: 1.1.0\ninfo: {{title: T, version: '1'}}\nactions:\n{text}\n");
        let after = problems(document, Some(overlay));
        assert_eq!(count(&after, code), 0, "{text}\n{after}");
        assert!(after.len() < found.len(), "{text}\n{after}");
    }
    let targets = actions.iter().map(|action| action.target.clone());
    targets.collect()
}

/// Operations with these responses.
fn operations(count: usize, responses: &str) -> String {
    let operation = |at| {
        let method = ["get", "put", "post"][at % 3];
        format!("  /a{at}: {{{method}: {{operationId: a{at}, responses: {{{responses}}}}}}}\n")
    };
    let operations: Vec<_> = (0..count).map(operation).collect();
    format!("paths:\n{}", operations.concat())
}

fn schemas(properties: &[&str]) -> String {
    let properties = properties.iter().enumerate();
    let properties: Vec<_> = properties
        .map(|(at, it)| format!("        p-{at}: {{{it}}}\n"))
        .collect();
    format!(
        "{}components:\n  schemas:\n    A:\n      type: object\n      properties:\n{}",
        operations(
            1,
            "'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"
        ),
        properties.concat()
    )
}

#[test]
fn many_nodes_of_the_same_name_have_one_action() {
    let item = "{$ref: '#/components/responses/R'}";
    let components = "components: {responses: {R: {description: x, content: {application/json: {schema: {type: string}}}}}}\n";
    let responses = format!("'200': {item}, default: {item}");
    let found = targets(
        &(operations(9, &responses) + components),
        Code::ErrorIsSuccess,
    );
    assert_eq!(found, ["$.paths.*.*.responses.default"]);

    // Two names are two actions.
    let more = format!("{responses}, '404': {item}");
    let found = targets(&(operations(9, &more) + components), Code::ErrorIsSuccess);
    assert_eq!(
        found,
        [
            "$.paths.*.*.responses['404']",
            "$.paths.*.*.responses.default"
        ]
    );
}

#[test]
fn a_filter_spares_what_is_right() {
    let wrong = ["type: text"; 6];
    let right = ["type: integer", "description: Any."];
    assert_eq!(
        targets(&schemas(&wrong), Code::UnknownType),
        ["$.components.schemas.A.properties.*"]
    );
    assert_eq!(
        targets(&schemas(&[&wrong[..], &right].concat()), Code::UnknownType),
        ["$.components.schemas.A.properties[?@.type == 'text']"]
    );
}

#[test]
fn no_action_is_better_than_a_wrong_one() {
    // Each needs its own fix.
    let different = [
        "type: t1",
        "type: t2",
        "type: t3",
        "type: t4",
        "type: string",
    ];
    assert_eq!(
        targets(&schemas(&different), Code::UnknownType),
        <[&str; 0]>::default()
    );
    // Few problems have their own actions.
    let found = problems(&schemas(&["type: text"; 3]), None);
    assert_eq!(found.common_actions(Code::UnknownType), []);
}

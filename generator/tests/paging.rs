//! An `x-paging` that does not fit its operation is reported where it is in the document, and a missing one is proposed.

use openapi_rust_client_generator::{Code, Options, OverlayAction, Source, generate};
use serde_json::{Value, json};

#[test]
fn a_path_item_that_is_a_reference_is_followed() {
    let document = "
openapi: 3.0.3
info: {title: Test, version: '1'}
paths:
  /a: {$ref: '#/x-items/list'}
x-items:
  list:
    get:
      operationId: list
      x-paging: {token: after, next: next}
      responses:
        '204': {description: Nothing}
";
    let refused = generate(&Source::new("api.yaml", document), &[], &Options::default());
    let problems = refused.unwrap_err();
    let problem = problems.iter().next().unwrap();
    assert_eq!(problem.code, Code::Paging);
    assert_eq!(problem.pointer, "#/x-items/list/get/x-paging");
    assert_eq!((problem.line, problem.column), (10, 7));
}

/// The warnings for a list of things, with this query parameter and these properties of the response.
fn warnings(operation: &str, parameter: &str, properties: &str) -> Vec<(String, Option<Value>)> {
    let document = format!(
        "
openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a:
    get:
      operationId: list
      {operation}
      parameters: [{{name: {parameter}, in: query, schema: {{type: string}}}}]
      responses:
        '200':
          description: A page.
          content: {{application/json: {{schema: {{type: object, required: [items], properties: {{{properties}}}}}}}}}
"
    );
    let generated = generate(&Source::new("api.yaml", document), &[], &Options::default()).unwrap();
    let warnings = generated.warnings.iter().map(|problem| {
        let action = problem.overlay.clone();
        (
            problem.message.clone(),
            action.and_then(|action| action.update),
        )
    });
    warnings.collect()
}

const ITEMS: &str = "items: {type: array, items: {type: string}}";

#[test]
fn an_operation_that_seems_to_have_pages_gets_a_proposal() {
    let text = "{type: string}";
    for (parameter, next, properties) in [
        (
            "nextToken",
            "nextToken",
            format!("{ITEMS}, nextToken: {text}"),
        ),
        (
            "next_token",
            "meta.next_token",
            format!("{ITEMS}, meta: {{type: object, properties: {{next_token: {text}}}}}"),
        ),
        (
            "pageToken",
            "nextPageToken",
            format!("nextPageToken: {text}, {ITEMS}"),
        ),
        (
            "cursor",
            "next_cursor",
            format!("{ITEMS}, next_cursor: {{type: string, nullable: true}}"),
        ),
    ] {
        let found = warnings("x-a: 1", parameter, &properties);
        let [(message, Some(update))] = &found[..] else {
            panic!("{found:?}");
        };
        assert!(
            message.contains(&format!("(`{parameter}` and `{next}`)")),
            "{message}"
        );
        assert_eq!(
            *update,
            json!({"x-paging": {"token": parameter, "next": next}})
        );
        let declared = format!("x-paging: {{token: {parameter}, next: {next}}}");
        assert_eq!(warnings(&declared, parameter, &properties), []);
        assert_eq!(warnings("x-paging: false", parameter, &properties), []);
    }
}

#[test]
fn an_operation_without_the_exact_form_of_pages_gets_no_proposal() {
    let text = "{type: string}";
    for (parameter, properties) in [
        ("nextToken", ITEMS.to_owned()),
        ("nextToken", format!("items: {text}, nextToken: {text}")),
        (
            "nextToken",
            format!("{ITEMS}, nextToken: {{type: integer}}"),
        ),
        ("after", format!("{ITEMS}, after: {text}")),
        ("cursor", format!("{ITEMS}, nextToken: {text}")),
    ] {
        assert_eq!(
            warnings("x-a: 1", parameter, &properties),
            [],
            "{properties}"
        );
    }
}

#[test]
fn an_operation_whose_pages_cannot_be_declared_is_reported() {
    let optional = "list: {type: array, items: {type: string}}, nextToken: {type: string}";
    let several = "items: {type: array, items: {type: string}}, list: {type: array, items: {type: string}}, nextToken: {type: string}";
    for (properties, reason) in [
        (
            optional,
            "`list` in the response is an array, but not required",
        ),
        (several, ""),
    ] {
        let found = warnings("x-a: 1", "nextToken", properties);
        if reason.is_empty() {
            assert_eq!(found.len(), 1, "{found:?}");
            continue;
        }
        let found: Vec<_> = found
            .into_iter()
            .filter(|(message, _)| message.contains("takes and returns a token"))
            .collect();
        let [(message, Some(update))] = &found[..] else {
            panic!("{found:?}");
        };
        assert!(message.contains(reason), "{message}");
        assert_eq!(*update, json!({"x-paging": false}));
        let off = warnings("x-paging: false", "nextToken", properties);
        assert!(
            off.iter()
                .all(|(message, _)| !message.contains("token for pages"))
        );
    }
}

#[test]
fn a_token_in_a_body_is_reported() {
    for body in [
        "{type: object, properties: {pageToken: {type: string}}}",
        "{$ref: '#/components/schemas/Query'}",
    ] {
        let document = format!(
            "openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a:
    post:
      operationId: list
      requestBody: {{required: true, content: {{application/json: {{schema: {body}}}}}}}
      responses:
        '200':
          description: A page.
          content: {{application/json: {{schema: {{type: object, required: [items], properties: {{{ITEMS}, nextPageToken: {{type: string}}}}}}}}}}
components: {{schemas: {{Query: {{type: object, properties: {{pageToken: {{type: string}}}}}}}}}}
"
        );
        let generated = generate(&Source::new("api.yaml", document), &[], &Options::default());
        let warnings = generated.unwrap().warnings;
        let messages: Vec<_> = warnings.iter().map(|problem| &problem.message).collect();
        let [message] = messages.as_slice() else {
            panic!("{messages:?}");
        };
        assert!(
            message.contains("(`pageToken` and `nextPageToken`)"),
            "{message}"
        );
    }
}

/// The problems of a list of things with this `x-paging`, and the update that is proposed for the first one.
fn misfits(paging: &str, overlays: &[Source]) -> (Vec<String>, Option<OverlayAction>) {
    let document = format!(
        "
openapi: 3.0.3
info: {{title: Test, version: '1'}}
paths:
  /a:
    get:
      operationId: list
      x-paging: {paging}
      parameters:
        - {{name: page, in: query, schema: {{type: integer}}}}
        - {{name: after, in: query, required: true, schema: {{type: string}}}}
        - {{name: cursor, in: query, schema: {{type: string}}}}
      responses: {{'200': {{description: A page., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Page'}}}}}}}}}}
components:
  schemas:
    Page:
      type: object
      required: [list, others]
      properties:
        data: {{type: array, items: {{type: string}}}}
        list: {{type: array, items: {{type: string}}}}
        others: {{type: array, items: {{type: string}}}}
        count: {{type: integer}}
        next: {{type: string}}
"
    );
    let document = Source::new("api.yaml", document);
    let problems = generate(&document, overlays, &Options::default()).err();
    let problems = problems.unwrap_or_default();
    let action = problems.iter().find_map(|problem| problem.overlay.clone());
    let messages = problems.iter().map(|problem| problem.message.clone());
    (messages.collect(), action)
}

#[test]
fn paging_that_does_not_fit_is_reported_with_its_cause() {
    for (paging, cause, has_fix) in [
        (
            "{token: cursor, next: next, items: data}",
            "`data` in the response is an array, but not required",
            true,
        ),
        (
            "{token: page, next: next, items: list}",
            "the query parameter `page` is not of type string: pages have to be linked by tokens, not by page numbers, offsets or dates",
            true,
        ),
        (
            "{token: after, next: next, items: list}",
            "the query parameter `after` is required, but the first page has no token",
            true,
        ),
        (
            "{token: curser, next: next, items: list}",
            "there is no query parameter `curser`; did you mean `cursor`?",
            false,
        ),
        (
            "{token: cursor, next: next, items: lists}",
            "the response has no `lists`; did you mean `list`?",
            false,
        ),
        (
            "{token: cursor, next: next, items: count}",
            "`count` in the response is not an array",
            false,
        ),
        (
            "{token: cursor, next: next}",
            "the response has 2 arrays that could be the items",
            false,
        ),
    ] {
        let (messages, action) = misfits(paging, &[]);
        assert_eq!(messages, [cause]);
        assert_eq!(action.is_some(), has_fix, "{paging}");
        if let Some(action) = action {
            let overlay = format!(
                "overlay: 1.1.0\ninfo: {{title: Test, version: '1'}}\nactions:\n{action}\n"
            );
            let (messages, _) = misfits(paging, &[Source::new("overlay.yaml", overlay)]);
            assert_eq!(messages, [""; 0], "{action}");
        }
    }
}

//! An `x-paging` that does not fit its operation is reported where it is in the document.

use openapi_client_generator::{Code, Options, Source, generate};

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

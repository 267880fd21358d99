use std::collections::BTreeMap;

use crate::{JsonObject, object};

use super::*;

#[derive(Clone, Debug, Default, PartialEq)]
struct Report {
    count: Option<i64>,
    name: Option<String>,
    parts: Option<BTreeMap<String, i64>>,
}

object!(Report {
    optional count: "count",
    optional name: "name",
    optional parts: "parts",
});

fn response(is_change: bool, body: &str) -> RawResponse {
    let body = Bytes::from(body.to_owned());
    let mut response = RawResponse::new(StatusCode::OK, HeaderMap::new(), body);
    response.is_change = is_change;
    response
}

#[test]
fn a_report_of_a_change_is_read_as_far_as_it_fits() {
    let named = Report {
        name: Some("n".to_owned()),
        ..Report::default()
    };
    for body in [
        r#"{"count": [], "name": "n"}"#,
        r#"{"name": "n", "parts": 1} OK"#,
        r#"{"name": "n", "count": 1e99, "parts"#,
    ] {
        let read = |is_change| response(is_change, body).object::<Report>();
        assert_eq!(read(true), Ok(named.clone()), "{body}");
        // Who only reads needs the response.
        assert!(read(false).is_err(), "{body}");
    }
    let parts = r#"{"parts": {"a": 1, "b": "x"}}"#;
    let report: Report = response(true, parts).object().unwrap();
    assert_eq!(report.parts, Some([("a".to_owned(), 1)].into()));
}

#[test]
fn what_is_needed_stays_an_error() {
    for body in ["<html>", "<!DOCTYPE html><p>", "{\"a\": 1} x"] {
        assert!(response(true, body).object::<Vec<u8>>().is_err());
    }
    assert!(response(true, "<ok/>").object::<Report>().is_ok());
    assert!(response(false, "<ok/>").object::<Report>().is_err());
    assert!(response(true, "<HTML>").object::<Report>().is_err());
    assert!(response(true, "x").json::<JsonObject>().is_err());
}

#[test]
fn a_byte_order_mark_makes_no_difference() {
    let named = r#"{"name": "n", "count": []}"#;
    for body in [named, "[1]", "OK", " "] {
        let read = |body: &str| response(true, body).object::<Report>().ok();
        assert_eq!(read(&format!("\u{feff}{body}")), read(body), "{body}");
        let is_json = |body: &str| response(true, body).is_json();
        assert_eq!(is_json(&format!("\u{feff}{body}")), is_json(body));
    }
}

#[test]
fn an_empty_body_is_no_decode_error_with_a_path() {
    let error = response(false, " ").json::<Vec<u8>>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the call succeeded, but the body is empty"
    );
    let response = RawResponse::new(StatusCode::NO_CONTENT, HeaderMap::new(), Bytes::new());
    assert!(response.json::<Vec<u8>>().unwrap().is_empty());
    let error = response.json::<u8>().unwrap_err();
    assert!(
        error.to_string().contains("status 204 has no content"),
        "{error}"
    );
}

use serde_json::json;

use super::*;

#[track_caller]
fn check(style: Style, scalar: &str, array: &str, object: &str) {
    assert_eq!(style.write("color", &json!("blue")).unwrap(), scalar);
    assert_eq!(
        style
            .write("color", &json!(["blue", "black", "brown"]))
            .unwrap(),
        array
    );
    assert_eq!(
        style
            .write("color", &json!({"B": 150, "G": 200, "R": 100}))
            .unwrap(),
        object
    );
}

/// The table "Style Examples" of the specification.
#[test]
fn reserved_characters_may_be_allowed() {
    let write = |style: Style| style.write("q", &json!("a/b:c?d=e,f&g#h+i%[j]")).unwrap();
    assert_eq!(
        write(Style::FORM.with_reserved()),
        "q=a/b:c?d=e,f%26g%23h%2Bi%25%5Bj%5D"
    );
    assert!(write(Style::FORM).starts_with("q=a%2Fb%3Ac%3Fd%3De%2Cf%26"));
    let list = Style::PIPE_DELIMITED.with_reserved();
    assert_eq!(list.write("q", &json!(["a/b", "c"])).unwrap(), "q=a/b%7Cc");
}

#[test]
fn values_are_written_in_the_styles_of_openapi() {
    check(
        Style::MATRIX,
        ";color=blue",
        ";color=blue,black,brown",
        ";color=B,150,G,200,R,100",
    );
    check(
        Style::MATRIX_EXPLODED,
        ";color=blue",
        ";color=blue;color=black;color=brown",
        ";B=150;G=200;R=100",
    );
    check(
        Style::LABEL,
        ".blue",
        ".blue,black,brown",
        ".B,150,G,200,R,100",
    );
    check(
        Style::LABEL_EXPLODED,
        ".blue",
        ".blue.black.brown",
        ".B=150.G=200.R=100",
    );
    check(
        Style::SIMPLE,
        "blue",
        "blue,black,brown",
        "B,150,G,200,R,100",
    );
    check(
        Style::SIMPLE_EXPLODED,
        "blue",
        "blue,black,brown",
        "B=150,G=200,R=100",
    );
    check(
        Style::FORM,
        "color=blue",
        "color=blue&color=black&color=brown",
        "B=150&G=200&R=100",
    );
    check(
        Style::FORM_JOINED,
        "color=blue",
        "color=blue,black,brown",
        "color=B,150,G,200,R,100",
    );
    check(
        Style::SPACE_DELIMITED,
        "color=blue",
        "color=blue%20black%20brown",
        "color=B%20150%20G%20200%20R%20100",
    );
    check(
        Style::PIPE_DELIMITED,
        "color=blue",
        "color=blue%7Cblack%7Cbrown",
        "color=B%7C150%7CG%7C200%7CR%7C100",
    );
    check(
        Style::DEEP_OBJECT,
        "color=blue",
        "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
        "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100",
    );
    check(
        Style::DOT_OBJECT,
        "color=blue",
        "color=blue&color=black&color=brown",
        "color.B=150&color.G=200&color.R=100",
    );
    assert_eq!(Style::MATRIX.write("color", &json!("")).unwrap(), ";color");
    assert_eq!(Style::FORM.write("color", &json!("")).unwrap(), "color=");
}

#[test]
fn nothing_is_sent_for_nothing() {
    for style in [
        Style::FORM,
        Style::FORM_JOINED,
        Style::DEEP_OBJECT,
        Style::DOT_OBJECT,
        Style::SIMPLE,
        Style::MATRIX,
    ] {
        for nothing in [
            json!(null),
            json!([]),
            json!({}),
            json!([null]),
            json!({"a": null}),
        ] {
            assert_eq!(style.write("n", &nothing), None, "{style:?} {nothing}");
        }
    }
}

#[test]
fn everything_but_unreserved_is_encoded() {
    assert_eq!(
        Style::DOT_OBJECT
            .write("tags", &json!({"a.b:c&=+ %": "ü,[]/\u{1}~"}))
            .unwrap(),
        "tags.a.b%3Ac%26%3D%2B%20%25=%C3%BC%2C%5B%5D%2F%01~"
    );
    assert_eq!(
        Style::DOT_OBJECT.write("tags", &json!({"": ""})).unwrap(),
        "tags.="
    );
    assert_eq!(
        Style::FORM_JOINED
            .write("a b", &json!(["1,2", true, 0.5]))
            .unwrap(),
        "a%20b=1%2C2,true,0.5"
    );
    assert_eq!(
        Style::SIMPLE.write_raw("", &json!(["a b", "c"])).unwrap(),
        "a b,c"
    );
}

#[test]
fn nested_values_have_paths_as_names() {
    let value = json!({"a": {"b": [1, {"c": null, "d": "x"}]}});
    assert_eq!(
        Style::DEEP_OBJECT.write("f", &value).unwrap(),
        "f%5Ba%5D%5Bb%5D%5B0%5D=1&f%5Ba%5D%5Bb%5D%5B1%5D%5Bd%5D=x"
    );
    assert_eq!(
        Style::DOT_OBJECT.write("f", &value).unwrap(),
        "f.a.b=1&f.a.b.d=x"
    );
    assert_eq!(
        Style::FORM.write("f", &json!([[1], {"a": 2}])).unwrap(),
        "f=%5B1%5D&f=%7B%22a%22%3A2%7D"
    );
}

#[test]
fn a_list_in_an_object_is_written_as_a_parameter_of_its_own() {
    let value = json!({"deep": [[1], 2], "none": [], "page": 0, "sort": ["a,desc", null, "b"]});
    assert_eq!(
        Style::FORM.write("pageable", &value).unwrap(),
        "deep=%5B%5B1%5D%2C2%5D&page=0&sort=a%2Cdesc&sort=b"
    );
    let value = json!({"a": [1, 2]});
    for (style, text) in [
        (Style::FORM_JOINED, "f=a,%5B1%2C2%5D"),
        (Style::SIMPLE_EXPLODED, "a=%5B1%2C2%5D"),
        (Style::FIELD, "f=%7B%22a%22%3A%5B1%2C2%5D%7D"),
    ] {
        assert_eq!(style.write("f", &value).unwrap(), text);
    }
}

use super::same_code;

#[track_caller]
fn same(a: &str, b: &str) {
    assert!(same_code(a, b), "should be the same:\n{a}\n---\n{b}");
    assert!(
        same_code(b, a),
        "should be the same, turned round:\n{b}\n---\n{a}"
    );
}

#[track_caller]
fn different(a: &str, b: &str) {
    assert!(!same_code(a, b), "should differ:\n{a}\n---\n{b}");
    assert!(
        !same_code(b, a),
        "should differ, turned round:\n{b}\n---\n{a}"
    );
}

#[test]
fn white_space_does_not_count() {
    same("", " \n\r\n\t");
    same("fn a() {}", "fn a ( )\n{\n}\n");
    same(
        "let x: Vec<Vec<u8>> = y;",
        "let x: Vec<\n    Vec<u8>\n> = y;",
    );
    same("a\r\n/// b\r\n", "a\n/// b\n");
}

#[test]
fn commas_before_a_closing_bracket_do_not_count() {
    same("f(a, b)", "f(\n    a,\n    b,\n)");
    same("f::<A>(a)?(b)", "f::<A,>(a,)?(b,)");
    same("[a, b]", "[\n    a,\n    b,\n]");
    same("A { b }", "A {\n    b,\n}");
    same("HashMap<A, B>", "HashMap<\n    A,\n    B,\n>");
    same(
        "object!(A { required b: \"c\" })",
        "object!(A {\n    required b: \"c\",\n})",
    );
    different("f(a, b)", "f(a b)");
    different("f(a, b)", "f(a, b,,)");
}

#[test]
fn the_comma_of_a_tuple_counts() {
    different("let a = (b,);", "let a = (b);");
    different("Vec<(A,)>", "Vec<(A)>");
    different("impl A for (B,) {}", "impl A for (B) {}");
    different("f((a,))", "f((a))");
    different("let a: (Map<B, C>,) = d;", "let a: (Map<B, C>) = d;");
    different(
        "let a: (Box<fn() -> B, C>,);",
        "let a: (Box<fn() -> B, C>);",
    );
    different("let a = ([b, c],);", "let a = ([b, c]);");
    same("Vec<(A, Map<B, C>)>", "Vec<(\n    A,\n    Map<B, C>,\n)>");
    same("f((a, b))", "f(\n    (a, b),\n)");
}

#[test]
fn words_stay_apart() {
    different("a b", "ab");
    different("1 2", "12");
    different("'a b", "'ab");
    different("x && y", "x & &y");
    different("x | |y| z", "x || y | z");
}

#[test]
fn strings_count_as_they_are() {
    different(r#"f("a b")"#, r#"f("a  b")"#);
    different("f(\"a\nb\")", "f(\"a\n b\")");
    different(r#"f("a,")"#, r#"f("a")"#);
    same(r#"f("a\"",  b )"#, r#"f("a\"", b)"#);
    different(r#"f("a\" ,", b)"#, r#"f("a\",", b)"#);
    different(r##"r#"a" b"#"##, r##"r#"a"  b"#"##);
    same(r##"f( r#"a" b"#  )"##, r##"f(r#"a" b"#)"##);
    different(r#"b"a b""#, r#"b"a  b""#);
    same("r#type : A", "r#type: A");
}

#[test]
fn characters_are_no_lifetimes() {
    same("['\"',  'b']", "['\"', 'b']");
    different("[' ']", "['  ']");
    same(r"['\'',  a]", r"['\'', a]");
    same("f::<'a,  'b>('é' ,'a')", "f::<'a, 'b>('é', 'a')");
}

#[test]
fn comments_count() {
    same("/// A b.\nfn a() {}", "    /// A b.  \n    fn a() {}");
    different("/// A b.\nfn a() {}", "/// A  b.\nfn a() {}");
    different("/// A\n/// b.\nfn a() {}", "/// A b.\nfn a() {}");
    different("// a,\n)", "// a\n)");
    different("/* a /* b */ c */ d", "/* a /* b */  c */ d");
    same("/* a /* \" */ */  d", "/* a /* \" */ */ d");
    different("//! a", "/// a");
}

#[test]
fn unfinished_texts_end() {
    for text in [
        "\"a",
        "'",
        "'\\",
        "r#\"a",
        "/* a /* */",
        "br##",
        "'é",
        "(",
        ")",
        ",",
    ] {
        same(text, text);
        different(text, "b");
    }
}

/// Every break of lines and every trailing comma that rustfmt chooses must compare equal, every change of a character
/// must not.
#[test]
fn what_rustfmt_lays_out_in_another_way_is_the_same() {
    let mut layouts = Vec::new();
    for width in [30, 50, 70, 100, 200] {
        let Some(text) = rustfmt(SAMPLE, width) else {
            return;
        };
        same(SAMPLE, &text);
        for (at, found) in SAMPLE.match_indices(|character: char| !character.is_whitespace()) {
            let mut changed = SAMPLE.to_owned();
            changed.replace_range(at..at + found.len(), if found == "_" { "a" } else { "_" });
            let trailing_comma =
                found == "," && SAMPLE[at + 1..].trim_start().starts_with([')', '}']);
            if !trailing_comma {
                different(&changed, &text);
            }
        }
        layouts.push(text);
    }
    layouts.dedup();
    assert!(
        layouts.len() > 3,
        "rustfmt is expected to lay out the sample in several ways"
    );
}

const SAMPLE: &str = r#"//! `GET /v1/things/{id}`

use crate::types::{Thing, ThingId};

/// Inputs of a call, "quoted" and it's fine.
#[derive(Clone, Debug, PartialEq)]
pub struct GetThing { pub id: ThingId, pub labels: BTreeMap<String, Vec<Option<String>>> }

impl<'a> Request for GetThing<'a> {
    const OPERATION: Operation = Operation::get("getThing", "/v1/things/{id}");

    fn encode(&self, parts: &mut Parts, style: (Style, Style)) -> Result<(), EncodeError<'a>> {
        parts.path("id", &self.id)?;
        parts.query_styled("a rather long name of a parameter", Style::DEEP_OBJECT, &self.labels, 'x')?;
        self.labels.iter().filter_map(Option::as_ref).map(String::len).collect::<Vec<_>>();
        parts.header("x-header", &[self.labels.len() as f64 * 1.5, 2.0, 3.0, 4.0])
    }
}
object!(GetThing { required id: "id", optional labels: "labels" });
"#;

fn rustfmt(text: &str, width: usize) -> Option<String> {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut child = Command::new("rustfmt")
        .args([
            "--edition",
            "2024",
            "--config",
            &format!("max_width={width},use_small_heuristics=Max"),
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

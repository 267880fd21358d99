//! Tests of the rules, on made-up files.

use std::path::Path;

use crate::imports::exported;
use crate::layers::Layers;
use crate::too_long;

const LAYERS: Layers = Layers {
    folder: "made-up/src",
    modules: &[("low", ""), ("middle", "low"), ("high", "low middle")],
};

/// The violations in a file of a made-up crate, whose root has `pub use high::{Tall, Thing as Peak};`.
fn offences(path: &str, text: &str) -> Vec<String> {
    let names =
        exported("mod high; pub use high::{self, Tall, Thing as Peak, wide::Wide};\nmod low;");
    LAYERS.offences(Path::new(path), text, &names)
}

/// The lines that import what comes later.
fn lines(path: &str, text: &str) -> Vec<usize> {
    let offences = offences(path, text).into_iter();
    let lines = offences.map(|offence| offence.split(':').nth(1).unwrap().parse().unwrap());
    lines.collect()
}

#[test]
fn an_import_from_a_later_layer_is_an_offence() {
    assert_eq!(
        offences(
            "middle/part.rs",
            "use crate::low::Low;\nuse crate::high::High;\n"
        ),
        ["made-up/src/middle/part.rs:2: `middle` imports `high`, and may import low"]
    );
    assert_eq!(
        offences("low.rs", "use crate::middle::Middle;"),
        ["made-up/src/low.rs:1: `low` imports `middle`, and may import no other module"]
    );
    assert!(offences("high.rs", "use crate::{low, middle::{Middle, More}};").is_empty());
    assert!(offences("lib.rs", "use crate::high::High;").is_empty());
}

#[test]
fn a_module_that_the_table_does_not_know_is_an_offence() {
    assert_eq!(
        offences("other.rs", ""),
        ["made-up/src/other.rs: `other` is not in the table of `xtask/tests/tidy/layers.rs`"]
    );
}

#[test]
fn paths_are_followed_however_they_are_written() {
    for text in [
        "use crate::high;",
        "pub(crate) use crate::{low::Low, high::{self, High}};",
        "use crate::{\n    low,\n} ; use crate :: high :: High ;",
        "fn f() { crate::high::run::<u8>() }",
        "use super::high::High;",
        "use super::{low, high};",
        "use {std::fmt, crate::high::High};",
        "use crate::Tall;",
        "use crate::{Tall as Long, low};",
        "fn f(peak: &crate::Peak) {}",
        "fn f(wide: crate::Wide) {}",
        "const QUOTE: char = '\"'; use crate::high::A; const OTHER: char = '\"';",
        "fn f<'a>(a: &'a str) { crate::high::run(a, \"\\\"\") }",
    ] {
        assert_eq!(lines("middle.rs", text).len(), 1, "{text}");
    }
    assert_eq!(
        lines("middle/deep/part.rs", "use super::super::super::high::A;"),
        [1]
    );
    assert_eq!(lines("middle/mod.rs", "use super::high::A;"), [1]);
    assert_eq!(
        lines(
            "low.rs",
            "\n\nuse crate::{\n    low,\n    middle,\n    high,\n};"
        ),
        [5, 6]
    );
}

#[test]
fn text_that_is_not_an_import_is_ignored() {
    for text in [
        "// use crate::high::High;",
        "/* crate::high */ /// [`High`](crate::high::High)",
        "const TEXT: &str = \"crate::high::High\";",
        "const TEXT: &str = r#\"a \"crate::high::High\"\"#;",
        "macro_rules! m { () => { $crate::high::High } }",
        "use super::part::high;",
        "use crate::low::{high, middle};",
        "use other::high::High;",
        "#[cfg(test)]\nmod tests { use crate::high::High; fn f() {} }",
        "#[cfg(test)]\n#[allow(unused)]\nuse crate::high::High;",
        "pub(crate) fn high() {}",
    ] {
        assert_eq!(lines("middle/one.rs", text), [0; 0], "{text}");
    }
    assert_eq!(
        lines("middle/one/tests/more.rs", "use crate::high;"),
        [0; 0]
    );
    let after = "#[cfg(test)]\nuse crate::high::A;\nuse crate::high::B;";
    assert_eq!(lines("middle.rs", after), [3]);
}

#[test]
fn a_file_has_450_lines_at_most() {
    let path = Path::new("made-up/src/long.rs");
    assert_eq!(too_long(path, &"\n".repeat(450)), None);
    assert_eq!(
        too_long(path, &"\n".repeat(451)).as_deref(),
        Some("made-up/src/long.rs: 451 lines; split it by what it does, a file has 450 at most")
    );
}

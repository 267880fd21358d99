//! Embeds the sources that new crates are made from: the runtime, and the library and the example of our own client.
//!
//! In a checkout they are in other folders. A published package has copies in `embedded/`, made by `cargo xtask release`.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the runtime next to its `src/`, and their names in `embedded/`: cargo leaves out folders with a `Cargo.toml`.
const FILES: [(&str, &str); 3] = [
    ("Cargo.toml", "manifest.toml"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// The library, the chapters of its docs, and the example.
const LIBRARY: &str = "src/lib.rs";
const CHAPTERS: [&str; 2] = ["production.md", "testing.md"];
const EXAMPLE: &str = "examples/call.rs";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Build scripts of users generate modules, not crates.
    if env::var_os("CARGO_FEATURE_CLI").is_none() {
        return;
    }
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let checkout = package.join("../../generated-client");
    let copies = package.join("embedded");
    // The folder of the generator tells a checkout from a package that happens to be in a similar place.
    let is_checkout = package.join("../tests/golden-cases").is_dir();
    let client = if is_checkout { checkout } else { copies };
    let runtime = client.join("runtime");
    let chapters = CHAPTERS.map(|name| format!("src/{name}"));
    for path in [LIBRARY, EXAMPLE, "runtime"]
        .into_iter()
        .chain(chapters.iter().map(String::as_str))
    {
        println!("cargo::rerun-if-changed={}", client.join(path).display());
    }

    let mut files = Vec::new();
    for (path, copy) in FILES {
        let source = runtime.join(if is_checkout { path } else { copy });
        files.push((path.to_owned(), source));
    }
    list(&runtime.join("src"), "src", &mut files);
    files.sort();
    let mut code =
        "/// The files of the runtime, by path.\npub(crate) const RUNTIME: &[(&str, &str)] = &[\n"
            .to_owned();
    for (path, source) in &files {
        let source = source.display().to_string();
        writeln!(code, "    ({path:?}, include_str!({source:?})),").expect("strings grow");
    }
    code.push_str("];\n");
    let read = |path: &str| {
        fs::read_to_string(client.join(path))
            .unwrap_or_else(|error| panic!("cannot read {path}: {error}"))
    };
    let mut library = read(LIBRARY);
    for (name, path) in CHAPTERS.iter().zip(&chapters) {
        let lines: Vec<String> = read(path)
            .lines()
            .map(|line| format!("//! {line}"))
            .collect();
        let include = format!("#![doc = include_str!({name:?})]");
        library = library.replace(&include, &lines.join("\n"));
    }
    for (docs, name, text) in [
        ("The library of our own client.", "LIBRARY", library),
        ("Its example.", "EXAMPLE", read(EXAMPLE)),
    ] {
        writeln!(
            code,
            "/// {docs}\npub(crate) const {name}: &str = {text:?};"
        )
        .expect("strings grow");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("embedded.rs"), code).expect("OUT_DIR can be written");
}

/// Adds the files of a folder and the folders in it.
fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| {
        panic!(
            "cannot read {}: {error}; `cargo xtask release` makes the packages",
            folder.display()
        )
    });
    for entry in entries {
        let path = entry.expect("an entry of a folder can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let inside = format!("{prefix}/{name}");
        if path.is_dir() {
            list(&path, &inside, files);
        } else {
            files.push((inside, path));
        }
    }
}

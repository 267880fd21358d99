//! Rules that the compiler does not know: which module may import which, where modules are, and how long a file may be.

mod imports;
mod layers;
mod made_up;

use std::fs;
use std::path::{Path, PathBuf};

use imports::exported;
use layers::LAYERS;

/// The most lines of a file that is written by hand.
const LONGEST: usize = 450;

#[test]
fn imports_follow_the_layers() {
    let mut problems = Vec::new();
    for layers in LAYERS {
        let folder = root().join(layers.folder);
        let roots = ["lib.rs", "main.rs"].map(|name| folder.join(name));
        let roots = roots.map(|path| fs::read_to_string(path).unwrap_or_default());
        let names = exported(&roots.concat());
        for path in sources(&folder) {
            let inside = path.strip_prefix(&folder).unwrap();
            let text = fs::read_to_string(&path).unwrap();
            problems.extend(layers.offences(inside, &text, &names));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn the_root_has_only_what_everybody_expects_there() {
    let expected = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "SECURITY.md",
        "docs",
        "generated-client",
        "generator",
        "spec",
        "target",
        "xtask",
    ];
    let entries = fs::read_dir(root()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let others = names.filter(|name| !name.starts_with('.') && !expected.contains(&&**name));
    assert_eq!(others.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn layers_lie_on_those_above_them_in_the_table() {
    for layers in LAYERS {
        for (at, (module, _)) in layers.modules.iter().enumerate() {
            let path = root().join(layers.folder).join(module);
            assert!(
                path.is_dir() || path.with_extension("rs").is_file(),
                "{} does not exist",
                path.display()
            );
            for other in layers.allowed(module).unwrap() {
                let above = layers.modules[..at].iter();
                assert!(
                    above.clone().any(|(name, _)| *name == other),
                    "{}: `{module}` may import `{other}`, which is not above it in the table",
                    layers.folder
                );
            }
        }
    }
}

#[test]
fn the_architecture_lists_the_layers_of_the_generator() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let table = text.split_once("\n| module |").unwrap().1;
    let rows = table.lines().map_while(|line| line.split('|').nth(1));
    let listed = rows.filter_map(|cell| cell.trim().strip_prefix('`')?.strip_suffix('`'));
    let generator = LAYERS.iter().find(|it| it.folder == "generator/src");
    let layers = generator.unwrap().modules.iter().map(|(module, _)| *module);
    assert!(layers.eq(listed), "see the table in ARCHITECTURE.md");
}

#[test]
fn files_are_short() {
    let mut problems = Vec::new();
    for path in sources(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(root()).unwrap();
        problems.extend(too_long(path, &text));
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn modules_with_other_modules_are_in_their_folder() {
    let is_outside = |path: &PathBuf| path.with_extension("").is_dir();
    let outside: Vec<_> = sources(&root()).into_iter().filter(is_outside).collect();
    assert!(outside.is_empty(), "move these to `mod.rs`: {outside:#?}");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Rust files that are written by hand, in their order.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            let is_skipped = ["target", "generated", "expected"].contains(&&*name);
            if !is_skipped && !name.starts_with('.') {
                found.extend(sources(&path));
            }
        } else if name.ends_with(".rs") {
            found.push(path);
        }
    }
    found
}

fn too_long(path: &Path, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > LONGEST).then(|| {
        let path = path.display();
        format!("{path}: {lines} lines; split it by what it does, a file has {LONGEST} at most")
    })
}

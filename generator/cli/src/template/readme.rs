//! `README.md` of a generated crate.

use std::path::Path;

use super::Template;
use crate::paths::{relative, shares_a_folder};
use crate::runtime::Runtime;
use crate::shell::quoted;

const README: &str = include_str!("README.md");
const TYPES_README: &str = include_str!("README.types.md");

/// Advice for crates with a copy of the runtime.
const SHARED: &str = "A program that uses several generated crates needs one runtime for all of them, because cargo refuses copies of\none package (`package collision in the lockfile`): generate each of them with `--runtime DIR`.\n\n";

pub(super) fn readme(template: &Template<'_>) -> String {
    let Template {
        name,
        document,
        generated,
        ..
    } = template;
    let file = |path: &Path| from_crate(template.out, &document.folder.join(path));
    let overlays = document.overlays.iter();
    let overlays = overlays.map(|path| format!("--overlay {}", quoted(&file(path))));
    let runtime = match template.runtime {
        Runtime::Embedded => None,
        Runtime::Path(path) => Some(format!(
            "--runtime {}",
            quoted(&from_crate(template.out, path))
        )),
        Runtime::Version(version) => Some(format!("--runtime-version {}", quoted(version))),
    };
    let arguments = overlays.chain(document.run_options.arguments(file));
    let arguments = arguments.chain(runtime);
    let arguments: Vec<_> = arguments.map(|argument| argument + " ").collect();
    let description = match generated.description.trim() {
        "" => String::new(),
        text => format!("{text}\n\n"),
    };
    let example = generated.example.statements.as_ref().map(|code| {
        let name = name.in_code();
        let code = code.replace('\n', "\n    ");
        format!(
            "```rust\nuse {name}::Client;\n\n#[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    {code}\n    Ok(())\n}}\n```\n\n"
        )
    });
    let owned = match template.runtime {
        Runtime::Embedded => "`src/generated/` and `runtime/` are",
        Runtime::Path(_) | Runtime::Version(_) => "`src/generated/` is",
    };
    let shared = match template.runtime {
        Runtime::Embedded => SHARED,
        Runtime::Path(_) | Runtime::Version(_) => "",
    };
    let values = [
        ("{title}", generated.title.clone()),
        ("{description}\n\n", description),
        ("{example}\n\n", example.unwrap_or_default()),
        ("{name}", name.to_string()),
        ("{code_name}", name.in_code()),
        ("{spec}", quoted(&file(&document.spec))),
        ("{arguments} ", arguments.concat()),
        ("{settings}", quoted(&generated.example.json_settings)),
        ("{owned}", owned.to_owned()),
        ("{shared}\n\n", shared.to_owned()),
    ];
    let text = if template.has_client() {
        README
    } else {
        TYPES_README
    };
    filled(text, &values)
}

/// The path of a file from the folder of the crate; only its name if it is elsewhere on this machine.
fn from_crate(krate: &Path, path: &Path) -> String {
    let name = || {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    let path = shares_a_folder(krate, path).then(|| relative(krate, path).ok());
    path.flatten().unwrap_or_else(name)
}

/// Fills the values into a template. A single pass leaves braces in the values alone.
fn filled(template: &str, values: &[(&str, String)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((at, (key, value))) = values
        .iter()
        .filter_map(|value| Some((rest.find(value.0)?, value)))
        .min_by_key(|(at, _)| *at)
    {
        text += &rest[..at];
        text += value;
        rest = &rest[at + key.len()..];
    }
    text + rest
}

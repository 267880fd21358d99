//! `src/lib.rs` of a generated crate: the re-exports of our own client, and those parts of its docs that hold for every API.

use super::Template;

const CLIENT: &str = include_str!("../../../../generated-client/src/lib.rs");
const TYPES: &str = include_str!("types.rs");

pub(super) fn library(template: &Template<'_>) -> String {
    let generated = template.generated;
    let has_client = template.has_client();
    let (library, about) = if has_client {
        (CLIENT, "[`Client`] has a method for each operation.")
    } else {
        (TYPES, "[`types`] has a type for each schema.")
    };
    let is_docs = |line: &&str| line.starts_with("//!") || line.trim().is_empty();
    let items: Vec<_> = library.lines().skip_while(is_docs).collect();
    // Without the version, which would become outdated: the file is written only once.
    let title = format!("# {}", generated.title);
    let example = example(template).unwrap_or_default();
    let guide = guide(library);
    let texts = [
        &*title,
        generated.description.trim(),
        about,
        &example,
        &guide,
    ];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let docs: Vec<_> = texts
        .join("\n\n")
        .lines()
        .map(|line| format!("//! {line}").trim_end().to_owned())
        .collect();
    format!("{}\n\n{}\n", docs.join("\n"), items.join("\n"))
}

/// An example as Markdown.
fn example(template: &Template<'_>) -> Option<String> {
    let code = template.generated.example.as_deref()?;
    let name = template.name.in_code();
    Some(format!(
        "```no_run\nuse {name}::Client;\n\n# async fn run() -> Result<(), Box<dyn std::error::Error>> {{\n{code}\n# Ok(())\n# }}\n```"
    ))
}

/// The sections of a library's docs that hold for every API: without examples, and without sections that consist of nothing
/// else.
fn guide(library: &str) -> String {
    let docs = library
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut sections: Vec<Vec<String>> = Vec::new();
    let mut in_code = false;
    let mut starts_paragraph = true;
    for line in docs {
        if line.starts_with("```") {
            in_code = !in_code;
        } else if line.is_empty() {
            starts_paragraph = true;
        } else if in_code {
            // The code of another API.
        } else if line.starts_with("# ") {
            sections.push(vec![line.to_owned()]);
        } else if let Some(section) = sections.last_mut() {
            match section.last_mut().filter(|_| !starts_paragraph) {
                Some(paragraph) => paragraph.extend(["\n", line]),
                None => section.push(line.to_owned()),
            }
            starts_paragraph = false;
        }
    }
    let introduces_example = |paragraph: &String| paragraph.ends_with(':');
    sections.retain(|section| !section[1..].iter().all(introduces_example));
    let paragraphs = sections.iter().flatten();
    let paragraphs = paragraphs.map(|paragraph| match paragraph.strip_suffix(':') {
        Some(sentence) => format!("{sentence}."),
        None => paragraph.clone(),
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_has_no_examples_of_another_api() {
        let library = "//! About us.\n//!\n//! ```\n//! ours();\n//! ```\n//!\n//! # Calls\n//!\n//! All\n//! calls.\n//!\n//! As in:\n//!\n//! ```\n//! # fn hidden() {}\n//! ours();\n//! ```\n//!\n//! # Ids\n//!\n//! Ours:\n//!\n//! ```\n//! ours();\n//! ```\n//!\n//! # Features\n//!\n//! - one\n//! - two\n\nmod generated;\n";
        assert_eq!(
            guide(library),
            "# Calls\n\nAll\ncalls.\n\nAs in.\n\n# Features\n\n- one\n- two"
        );
        assert_eq!(guide(TYPES), "");
        let guide = guide(CLIENT);
        assert!(guide.contains("# Retries\n\n"), "{guide}");
        for ours in ["otpress", "conversation", "UserId", "```"] {
            assert!(!guide.contains(ours), "{ours} in\n{guide}");
        }
    }
}

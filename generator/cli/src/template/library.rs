//! `src/lib.rs` of a generated crate: the re-exports of our own client, and those parts of its docs that hold for every API.

use super::{OUR_CLIENT, Template};
use crate::crate_name::CrateName;
use crate::embedded::LIBRARY as CLIENT;
use openapi_rust_client_generator::Example;

const TYPES: &str = include_str!("types.rs");

/// The line of a library that includes the description of the document. Each run brings it up to date.
pub(super) const ABOUT: &str = "#![doc = include_str!(\"generated/about.md\")]";

/// The first line of an example that compiles for every API. rustdoc hides it.
const FOR_EVERY_API: &str = "# // For every API.";

/// The first line of a test of our own, in place of which others have a test of theirs.
const OUR_TEST: &str = "# // In other crates: a test of their own.";

/// The heading before which the chapters about streams and files are.
const AFTER_FILES: &str = "# Errors";

/// The heading of the chapter about bearer tokens.
const ABOUT_TOKENS: &str = "# Credentials that change";

/// Chapters that only some crates need, because our own client has neither streams nor files.
const STREAMS: &str = include_str!("streams.md");
const DOWNLOADS: &str = include_str!("downloads.md");
const UPLOADS: &str = include_str!("uploads.md");

/// The call of our own client in these examples.
const OUR_CALL: &str = "client.get_user(\"user_1\")";
/// The settings of our own client in these examples.
const OUR_SETTINGS: &str = ".with_env()";

pub(super) fn library(template: &Template<'_>) -> String {
    let generated = template.generated;
    let (library, about) = if template.has_client() {
        (CLIENT, "[`Client`] has a method for each operation.")
    } else {
        (TYPES, "[`types`] has a type for each schema.")
    };
    let is_docs = |line: &&str| line.starts_with("//!") || line.trim().is_empty() || *line == ABOUT;
    let items: Vec<_> = library.lines().skip_while(is_docs).collect();
    // The title stays as it is, because the file is written only once.
    let title = format!("# {}\n\n", generated.title);
    let own = Own {
        name: template.name,
        example: &generated.example,
    };
    let example = own.first_example();
    let guide = own.guide(library);
    let texts = [about, &example, &guide];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    format!(
        "{}\n{ABOUT}\n{}\n\n{}\n",
        docs(&title),
        docs(&format!("\n{}", texts.join("\n\n"))),
        items.join("\n")
    )
}

fn docs(text: &str) -> String {
    let lines = text.lines();
    let lines: Vec<_> = lines
        .map(|line| format!("//! {line}").trim_end().to_owned())
        .collect();
    lines.join("\n")
}

/// A part of a section.
enum Block {
    Text(String),
    Code(String),
}

/// The values that a crate has in place of those of our own client.
struct Own<'a> {
    name: &'a CrateName,
    example: &'a Example,
}

impl Own<'_> {
    /// The example of the document as Markdown.
    fn first_example(&self) -> String {
        let Some(code) = self.example.statements.as_deref() else {
            return String::new();
        };
        let name = self.name.in_code();
        format!(
            "```no_run\nuse {name}::Client;\n\n# async fn run() -> Result<(), Box<dyn std::error::Error>> {{\n{code}\n# Ok(())\n# }}\n```"
        )
    }

    /// The sections of a library's docs that hold for every API, without those that only introduce examples of our own.
    fn guide(&self, library: &str) -> String {
        let mut texts = Vec::new();
        for (heading, blocks) in sections(library) {
            if heading == ABOUT_TOKENS && !self.example.takes_token {
                continue;
            }
            if heading == AFTER_FILES {
                texts.extend(self.chapters());
            }
            let mut section: Vec<String> = Vec::new();
            let mut is_needed = false;
            let mut blocks = blocks.iter().peekable();
            while let Some(block) = blocks.next() {
                match block {
                    Block::Code(code) => section.extend(self.example(code)),
                    Block::Text(text) => {
                        let introduced = blocks.peek().and_then(|block| match block {
                            Block::Code(code) => Some(self.example(code).is_some()),
                            Block::Text(_) => None,
                        });
                        is_needed |= introduced != Some(false) || !text.ends_with(':');
                        section.push(match text.strip_suffix(':') {
                            Some(sentence) if introduced == Some(false) => format!("{sentence}."),
                            _ => text.clone(),
                        });
                    }
                }
            }
            if is_needed {
                texts.push(heading.to_owned());
                texts.extend(section);
            }
        }
        texts.join("\n\n")
    }

    /// The chapters about streams and files, as far as the API has them.
    fn chapters(&self) -> impl Iterator<Item = String> {
        let Example {
            stream,
            download,
            upload,
            ..
        } = self.example;
        let all = [(STREAMS, stream), (DOWNLOADS, download), (UPLOADS, upload)];
        let all = all
            .into_iter()
            .filter_map(|(text, code)| Some((text, code.as_ref()?)));
        all.map(|(text, code)| text.trim_end().replace("{example}", code))
    }

    /// An example of our own client for this crate, if there can be one.
    fn example(&self, code: &str) -> Option<String> {
        if code.contains(OUR_TEST) {
            return self.example.test.clone();
        }
        let marker = format!("{FOR_EVERY_API}\n");
        let code = code.contains(&marker).then(|| code.replace(&marker, ""))?;
        let code = match &self.example.call {
            Some(call) => code.replace(OUR_CALL, call),
            None if code.contains(OUR_CALL) => return None,
            None => code,
        };
        let settings = &self.example.settings;
        let code = if *settings == [OUR_SETTINGS] {
            code
        } else {
            let created = format!("Client::builder(){}.build()", settings.concat());
            let lines = settings.iter().map(|setting| format!("    {setting}\n"));
            code.replace("Client::from_env()", &created)
                .replace(&format!("    {OUR_SETTINGS}\n"), &lines.collect::<String>())
                .replace(OUR_SETTINGS, &settings.concat())
        };
        Some(code.replace(&OUR_CLIENT.replace('-', "_"), &self.name.in_code()))
    }
}

/// The sections of a library's docs: the heading of each, and its blocks.
fn sections(library: &str) -> Vec<(&str, Vec<Block>)> {
    let docs = library
        .lines()
        .filter(|line| *line != ABOUT)
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut sections: Vec<(&str, Vec<Block>)> = Vec::new();
    let mut in_code = false;
    let mut is_new = true;
    for line in docs {
        let is_fence = line.starts_with("```");
        if line.starts_with("# ") && !in_code {
            sections.push((line, Vec::new()));
            is_new = true;
        } else if line.is_empty() && !in_code {
            is_new = true;
        } else if let Some((_, blocks)) = sections.last_mut() {
            match blocks.last_mut().filter(|_| !is_new) {
                Some(Block::Text(text) | Block::Code(text)) => {
                    text.push('\n');
                    text.push_str(line);
                }
                None if is_fence => blocks.push(Block::Code(line.to_owned())),
                None => blocks.push(Block::Text(line.to_owned())),
            }
            is_new = false;
        }
        in_code ^= is_fence;
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "all-things";

    fn guide(library: &str, settings: &[&str], call: Option<&str>) -> String {
        let mut example = Example::default();
        example.settings = settings.iter().map(ToString::to_string).collect();
        example.call = call.map(str::to_owned);
        let own = Own {
            name: &NAME.parse().unwrap(),
            example: &example,
        };
        own.guide(library)
    }

    #[test]
    fn the_guide_has_no_examples_of_another_api() {
        let library = "//! About us.\n//!\n//! ```\n//! ours();\n//! ```\n//!\n//! # Calls\n//!\n//! All\n//! calls.\n//!\n//! As in:\n//!\n//! ```\n//! # fn hidden() {}\n//!\n//! ours();\n//! ```\n//!\n//! # Ids\n//!\n//! Ours:\n//!\n//! ```\n//! ours();\n//! ```\n//!\n//! # Features\n//!\n//! - one\n//! - two\n\nmod generated;\n";
        assert_eq!(
            guide(library, &[], None),
            "# Calls\n\nAll\ncalls.\n\nAs in.\n\n# Features\n\n- one\n- two"
        );
        assert_eq!(guide(TYPES, &[], None), "");
        let guide = guide(CLIENT, &[".key(\"…\")"], Some("client.find(\"…\")"));
        assert!(guide.contains("# Retries\n\n"), "{guide}");
        assert!(!guide.contains(ABOUT_TOKENS), "{guide}");
        assert!(guide.contains("use all_things::Client;"), "{guide}");
        for ours in [
            "otpress",
            "onversation",
            "UserId",
            "get_user",
            ".with_env()",
            FOR_EVERY_API,
        ] {
            assert!(!guide.contains(ours), "{ours} in\n{guide}");
        }
    }

    #[test]
    fn clients_with_a_bearer_token_have_a_chapter_about_it() {
        let mut example = Example::default();
        example.takes_token = true;
        let own = Own {
            name: &NAME.parse().unwrap(),
            example: &example,
        };
        let guide = own.guide(CLIENT);
        assert!(guide.contains(&format!("{ABOUT_TOKENS}\n\n")), "{guide}");
    }

    #[test]
    fn examples_for_every_api_have_its_settings_and_its_call() {
        let library = "//! # Calls\n//!\n//! As in:\n//!\n//! ```\n//! # // For every API.\n//! Client::builder()\n//!     .with_env()\n//!     .build()?;\n//! Client::from_env()?;\n//! ```\n//!\n//! And:\n//!\n//! ```\n//! # // For every API.\n//! client.get_user(\"user_1\").await?;\n//! ```\n";
        assert_eq!(
            guide(library, &[".key(\"…\")"], Some("client.find()")),
            "# Calls\n\nAs in:\n\n```\nClient::builder()\n    .key(\"…\")\n    .build()?;\nClient::builder().key(\"…\").build()?;\n```\n\nAnd:\n\n```\nclient.find().await?;\n```"
        );
        assert_eq!(
            guide(library, &[], None),
            "# Calls\n\nAs in:\n\n```\nClient::builder()\n    .build()?;\nClient::builder().build()?;\n```\n\nAnd."
        );
    }
}

//! Items to files. Text is used unchanged; tokens are formatted by `prettyplease`, which writes no blank lines: this module
//! adds those between items and between the members of an `impl`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use proc_macro2::TokenStream;

use crate::emit::{Emitter, FileContent, HEADER, Item, Module};

/// The contents of the files, by path. Files are rendered in parallel on all cores.
pub(crate) fn render(emitter: Emitter<'_>) -> BTreeMap<String, String> {
    let files = emitter.files();
    let next = AtomicUsize::new(0);
    let write = || {
        let mut texts = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (path, content) = emitter.write(*file);
            let text = match content {
                FileContent::Module(module) => text(module),
                FileContent::Text(text) => text,
            };
            texts.push((path, text));
        }
        texts
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let others = (1..cores.min(files.len())).map(|_| scope.spawn(write));
        let others: Vec<_> = others.collect();
        let mut texts = BTreeMap::from_iter(write());
        for other in others {
            texts.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        texts
    })
}

fn text(module: Module) -> String {
    let mut blocks = vec![HEADER.to_owned()];
    if !module.docs.is_empty() {
        let docs: Vec<String> = module
            .docs
            .iter()
            .map(|line| format!("//! {line}"))
            .collect();
        blocks.push(docs.join("\n"));
    }
    let uses = module.uses.lines();
    if !uses.is_empty() {
        blocks.push(uses.join("\n"));
    }
    let mut text = blocks.join("\n\n");
    for item in module.items {
        // Writing to a string cannot fail.
        let _ = match item {
            Item::Code(tokens) => write!(text, "\n\n{}", laid_out(tokens)),
            Item::Text(item) => write!(text, "\n\n{item}"),
            Item::Line(item) => write!(text, "\n{item}"),
        };
    }
    text.push('\n');
    text
}

fn laid_out(tokens: TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => with_blank_lines(prettyplease::unparse(&file).trim_end()),
        // The tokens are valid Rust; if they were not, the compiler would say so.
        Err(error) => error.to_compile_error().to_string(),
    }
}

/// Adds a blank line before each item and each member of an `impl`, except the first, and except between type aliases.
fn with_blank_lines(text: &str) -> String {
    let mut result: Vec<&str> = Vec::new();
    let mut in_docs = false;
    let mut in_impl = false;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if indent == 0 {
            in_impl = line.starts_with("impl") || (in_impl && !line.starts_with('}'));
        }
        let is_member = (indent == 0 || (indent == 4 && in_impl))
            && !line.trim_start().starts_with(['}', ']', ')']);
        let starts_docs = line.trim_start().starts_with(['/', '#']);
        if is_member && !in_docs {
            let previous = result.last().copied().unwrap_or_default();
            let is_short = |line: &str| line.trim_start().starts_with("type ");
            let is_first = previous.is_empty() || previous.ends_with('{');
            if !(is_first || is_short(previous) && is_short(line)) {
                result.push("");
            }
        }
        if is_member {
            in_docs = starts_docs;
        }
        result.push(line);
    }
    result.join("\n")
}

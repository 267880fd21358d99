//! The targets of links: addresses, items of the crate, and others, which become text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use pulldown_cmark::{Event, Parser, Tag};

/// The targets of links.
pub(super) struct Links<'a> {
    item: &'a dyn Fn(&str) -> Option<String>,
    /// The paths of items that are in the text by now.
    paths: BTreeSet<String>,
}

/// The target of a link.
pub(super) enum Target {
    /// An address that is safe as it is.
    Url,
    /// The path of an item.
    Item(String),
    Unknown,
}

impl<'a> Links<'a> {
    pub(super) fn new(item: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            item,
            paths: BTreeSet::new(),
        }
    }

    pub(super) fn target(&mut self, url: &str) -> Target {
        let starts_with = |prefix: &str| {
            let start = url.as_bytes().get(..prefix.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
        };
        // Without a dot, rustdoc takes the address for an item.
        let is_mail = starts_with("mailto:") && url.contains('.');
        if starts_with("https://") || starts_with("http://") || is_mail {
            return Target::Url;
        }
        if self.paths.contains(url) {
            return Target::Item(url.to_owned());
        }
        match (self.item)(url) {
            Some(path) => {
                self.paths.insert(path.clone());
                Target::Item(path)
            }
            None => Target::Unknown,
        }
    }
}

/// An address between `<` and `>`.
pub(super) fn escaped_url(url: &str) -> String {
    let mut escaped = String::with_capacity(url.len());
    for char in url.chars() {
        match char {
            '\n' => escaped.push_str("%0A"),
            '&' => escaped.push_str("&amp;"),
            '<' | '>' | '\\' => escaped.extend(['\\', char]),
            _ => escaped.push(char),
        }
    }
    escaped
}

/// A description without links to headings of the document, which lead nowhere outside of it.
pub(in crate::emit) fn without_anchors(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains("](#") {
        return Cow::Borrowed(markdown);
    }
    let mut text = String::new();
    let mut done = 0;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        let source = &markdown[range.clone()];
        let is_anchor =
            matches!(event, Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with('#'));
        let end = source
            .rfind("](#")
            .filter(|_| is_anchor && range.start >= done);
        if let Some(shown) = end.and_then(|end| source.get(1..end)) {
            text.push_str(&markdown[done..range.start]);
            text.push_str(shown);
            done = range.end;
        }
    }
    text.push_str(&markdown[done..]);
    Cow::Owned(text)
}

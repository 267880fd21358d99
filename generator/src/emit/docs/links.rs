//! The targets of links: addresses, items of the crate, and others, which become text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

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
        // Without a dot, rustdoc takes a mail address for an item.
        let is_mail = url
            .as_bytes()
            .first()
            .is_some_and(|byte| byte.eq_ignore_ascii_case(&b'm'));
        if is_absolute(url) && (!is_mail || url.contains('.')) {
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

/// Whether a link leads to the same place from everywhere.
fn is_absolute(url: &str) -> bool {
    let starts_with = |prefix: &str| {
        let start = url.as_bytes().get(..prefix.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    ["https://", "http://", "mailto:"]
        .into_iter()
        .any(starts_with)
}

/// A description with the text of each link that leads nowhere outside of the document, such as one to a heading.
pub(in crate::emit) fn without_dead_links(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains('[') {
        return Cow::Borrowed(markdown);
    }
    let mut text = String::new();
    let mut done = 0;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        let Event::Start(Tag::Link {
            link_type,
            dest_url,
            ..
        }) = event
        else {
            continue;
        };
        let source = &markdown[range.clone()];
        let end = match link_type {
            LinkType::Inline => source.rfind("]("),
            LinkType::Reference => source.rfind("]["),
            LinkType::Collapsed | LinkType::Shortcut => source.find(']'),
            _ => None,
        };
        let is_dead = !is_absolute(&dest_url) && range.start >= done;
        if let Some(shown) = end.filter(|_| is_dead).and_then(|end| source.get(1..end)) {
            text.push_str(&markdown[done..range.start]);
            text.push_str(shown);
            // The parser does not count the brackets of `[name][]`.
            let rest = &markdown[range.end..];
            let is_collapsed = link_type == LinkType::Collapsed && rest.starts_with("[]");
            done = range.end + if is_collapsed { 2 } else { 0 };
        }
    }
    text.push_str(&markdown[done..]);
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::without_dead_links;

    #[test]
    fn links_that_lead_nowhere_become_their_text() {
        for (markdown, expected) in [
            (
                "See [the `User`](#schema_user), *a [b](#c)*, [b](https://b.test/#c).",
                "See the `User`, *a b*, [b](https://b.test/#c).",
            ),
            (
                "[a](/docs) [b](ref:x \"title\") [c](javascript:alert(1)) [d](MAILTO:d@e.test)",
                "a b c [d](MAILTO:d@e.test)",
            ),
            (
                "[a][ref] [ref][] [ref]\n\n[ref]: #x",
                "a ref ref\n\n[ref]: #x",
            ),
            (
                "`[a](#b)`, 1 < 2, [ ] and [x]",
                "`[a](#b)`, 1 < 2, [ ] and [x]",
            ),
        ] {
            assert_eq!(without_dead_links(markdown), expected);
        }
    }
}

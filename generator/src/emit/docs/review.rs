//! The changes that make Markdown safe as a doc comment.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::links::{Links, Target, escaped_url};
use super::literal::{fence, literal, url_at_start};

/// Languages of code blocks that rustdoc shows but does not run.
const LANGUAGES: &[&str] = &[
    "bash",
    "css",
    "csv",
    "curl",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "python",
    "sh",
    "shell",
    "sql",
    "text",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
];

/// The extensions that rustdoc turns on, except for typographic quotes, which do not change the structure of Markdown, and
/// task lists: versions of the parser differ in what may follow `- [ ]`, so its brackets are escaped.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// The replacement of a range of the text.
type Edit = (Range<usize>, String);

/// The result of a review.
#[derive(Debug, Default)]
pub(super) struct Review {
    /// The changes that the text needs.
    pub(super) edits: Vec<Edit>,
    /// The ranges whose lines can't be broken, in order.
    pub(super) unbreakable: Vec<Range<usize>>,
}

impl Review {
    /// Applies the edits that do not overlap an earlier one. The next review finds what the others were for.
    pub(super) fn applied(mut self, text: &str) -> String {
        self.edits
            .sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut result = String::with_capacity(text.len());
        let mut done = 0;
        for (range, edit) in self.edits {
            if range.start >= done {
                result.push_str(&text[done..range.start]);
                result.push_str(&edit);
                done = range.end;
            }
        }
        result.push_str(&text[done..]);
        result
    }
}

/// Finds the changes that Markdown needs.
pub(super) fn review(markdown: &str, links: &mut Links<'_>) -> Review {
    let parser = Parser::new_ext(markdown, EXTENSIONS);
    let mut reviewer = Reviewer {
        markdown,
        review: Review::default(),
        links,
        open_links: Vec::new(),
        code_block: None,
        in_comment: false,
        text: 0..0,
    };
    // Definitions of links show nothing, and the links with a known target carry it themselves.
    for (_, definition) in parser.reference_definitions().iter() {
        reviewer.edit(definition.span.clone(), "");
    }
    for (event, range) in parser.into_offset_iter() {
        reviewer.event(event, range);
    }
    reviewer.end_text();
    reviewer.review
}

/// Whether Markdown is as safe for a parser without extensions. Tables and footnotes hold text that it reads otherwise.
pub(super) fn is_safe_without_extensions(markdown: &str) -> bool {
    let is_safe = |event: Event<'_>| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => LANGUAGES.contains(&&*info),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented) | Tag::HtmlBlock)
        | Event::InlineHtml(_) => false,
        _ => true,
    };
    !(markdown.contains("[^") || markdown.contains('|')) || Parser::new(markdown).all(is_safe)
}

struct Reviewer<'a, 'l> {
    markdown: &'a str,
    review: Review,
    links: &'a mut Links<'l>,
    open_links: Vec<OpenLink>,
    code_block: Option<CodeBlock>,
    /// Whether the HTML block is inside of a comment.
    in_comment: bool,
    /// Text that may continue in the next event.
    text: Range<usize>,
}

struct OpenLink {
    link_type: LinkType,
    url: String,
    target: Target,
    /// The text of the link, without the brackets.
    text: Range<usize>,
}

struct CodeBlock {
    is_fenced: bool,
    content: String,
}

impl Reviewer<'_, '_> {
    fn edit(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.review.edits.push((range, text.into()));
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Event::Text(text) = &event {
            match &mut self.code_block {
                Some(code_block) => code_block.content.push_str(text),
                None if self.text.end == range.start => self.text.end = range.end,
                None => {
                    self.end_text();
                    self.text = range.clone();
                }
            }
        } else {
            self.end_text();
        }
        let ends_link = matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
        let ended = if ends_link {
            self.open_links.pop()
        } else {
            None
        };
        if let Some(link) = self.open_links.last_mut() {
            link.text.end = link.text.end.max(range.end);
        }
        if let Some(link) = ended {
            self.end_link(link, range.clone());
        }
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => self.start_link(link_type, &dest_url, range.start + 1),
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                ..
            }) => self.start_link(link_type, &dest_url, range.start + 2),
            Event::Start(Tag::CodeBlock(kind)) => {
                let is_fenced = matches!(kind, CodeBlockKind::Fenced(_));
                if let CodeBlockKind::Fenced(info) = kind {
                    self.fence(&info, range.start);
                }
                self.code_block = Some(CodeBlock {
                    is_fenced,
                    content: String::new(),
                });
            }
            Event::End(TagEnd::CodeBlock) => {
                let code_block = self.code_block.take();
                match code_block {
                    Some(CodeBlock {
                        content,
                        is_fenced: false,
                    }) => self.indented_code(&content, &range),
                    _ => self.close_fence(&range),
                }
                self.review.unbreakable.push(range);
            }
            Event::End(TagEnd::Table | TagEnd::Heading(_)) => self.review.unbreakable.push(range),
            Event::Start(Tag::HtmlBlock) => self.in_comment = false,
            Event::Html(_) => self.html_line(range),
            Event::InlineHtml(_) => self.inline_html(range),
            _ => {}
        }
    }

    fn start_link(&mut self, link_type: LinkType, url: &str, text: usize) {
        let target = self.links.target(url);
        self.open_links.push(OpenLink {
            link_type,
            url: url.to_owned(),
            target,
            text: text..text,
        });
    }

    /// Keeps the links to addresses, replaces the targets that are items, and turns other links into their text.
    fn end_link(&mut self, link: OpenLink, range: Range<usize>) {
        let OpenLink {
            link_type,
            url,
            target,
            text,
        } = link;
        let source = &self.markdown[text.clone()];
        let tail = text.end..range.end;
        match (link_type, target) {
            (LinkType::Email, _) | (LinkType::Autolink | LinkType::Inline, Target::Url) => {}
            (LinkType::Autolink, _) => {
                let shown = literal(&self.markdown[range.clone()]);
                self.edit(range, shown);
            }
            (_, Target::Url) => self.edit(tail, format!("](<{}>)", escaped_url(&url))),
            (LinkType::Inline, Target::Item(path)) if path == url => {}
            (_, Target::Item(path)) => {
                if path.rsplit("::").next() == Some(source) {
                    let code = format!("`{source}`");
                    self.edit(text, code);
                }
                self.edit(tail, format!("]({path})"));
            }
            (_, Target::Unknown) => {
                self.edit(range.start..text.start, "");
                self.edit(tail, "");
            }
        }
    }

    /// Gives a fenced code block a language that is not Rust.
    fn fence(&mut self, info: &str, start: usize) {
        let language = info.split([' ', ',', '{']).next().unwrap_or_default();
        let language = language.to_lowercase();
        let language = LANGUAGES.iter().find(|known| **known == language);
        let language = language.copied().unwrap_or("text");
        if info != language {
            let line = self.markdown[start..].lines().next().unwrap_or_default();
            let marker = line.chars().next().unwrap_or_default();
            let fence = line.len() - line.trim_start_matches(marker).len();
            self.edit(start + fence..start + line.len(), language);
        }
    }

    /// Closes a code block that lasts to the end of the text, so that it does not swallow what follows.
    fn close_fence(&mut self, range: &Range<usize>) {
        let block = &self.markdown[range.clone()];
        let marker = block.chars().next().unwrap_or_default();
        let fence = block.len() - block.trim_start_matches(marker).len();
        let last = block.trim_end().lines().skip(1).last().unwrap_or_default();
        let closes = last.trim_end().ends_with(&block[..fence]);
        let is_nested = !self.prefix(range.start).is_empty();
        if !closes && !is_nested && range.end >= self.markdown.trim_end().len() {
            let fence = block[..fence].to_owned();
            self.edit(range.end..range.end, format!("\n{fence}"));
        }
    }

    /// The rest of a line in front of a position.
    fn prefix(&self, at: usize) -> &str {
        let line = self.markdown[..at].rfind('\n').map_or(0, |end| end + 1);
        &self.markdown[line..at]
    }

    /// Writes an indented code block as a fenced one, in the same list item or quotation.
    fn indented_code(&mut self, content: &str, range: &Range<usize>) {
        let prefix = self.prefix(range.start);
        let first = prefix.strip_suffix("    ").unwrap_or(prefix);
        let start = range.start - (prefix.len() - first.len());
        let next: String = first
            .chars()
            .map(|char| if char == '>' { '>' } else { ' ' })
            .collect();
        let fence = fence(content);
        let opening = format!("{fence}text");
        let content = content.trim_end().lines();
        let lines = [&*opening].into_iter().chain(content).chain([&*fence]);
        let mut code = lines.collect::<Vec<_>>().join(&format!("\n{next}"));
        if self.markdown[range.clone()].ends_with('\n') {
            code.push('\n');
        }
        self.edit(start..range.end, code);
    }

    /// Shows a line of an HTML block, but not its comments.
    fn html_line(&mut self, range: Range<usize>) {
        let line = &self.markdown[range.clone()];
        let mut shown = String::new();
        let mut rest = line;
        loop {
            let mark = if self.in_comment { "-->" } else { "<!--" };
            let (before, after) = match rest.split_once(mark) {
                Some((before, after)) => (before, Some(after)),
                None => (rest, None),
            };
            if !self.in_comment {
                shown.push_str(before);
            }
            let Some(after) = after else { break };
            self.in_comment = !self.in_comment;
            rest = after;
        }
        let is_break = is_break(&shown);
        let mut shown = if is_break {
            String::new()
        } else {
            literal(&shown)
        };
        if line.ends_with('\n') {
            shown.push('\n');
        }
        self.edit(range, shown);
    }

    fn inline_html(&mut self, range: Range<usize>) {
        let html = &self.markdown[range.clone()];
        let ends_line = self.markdown[range.end..].starts_with('\n');
        let shown = if html.starts_with("<!--") || is_break(html) && ends_line {
            String::new()
        } else if is_break(html) {
            " ".to_owned()
        } else {
            let lines: Vec<_> = html.lines().map(literal).collect();
            lines.join(" ")
        };
        self.edit(range, shown);
    }

    /// Escapes brackets that are not links, and marks addresses as rustdoc requires.
    fn end_text(&mut self) {
        let range = std::mem::take(&mut self.text);
        let text = &self.markdown[range.clone()];
        let in_link = !self.open_links.is_empty();
        let mut rest = 0;
        for (at, found) in text.match_indices(['[', ']', '<', 'h']) {
            if at < rest {
                continue;
            }
            let position = range.start + at;
            if let Some(url) = url_at_start(&text[at..]) {
                rest = at + url.len();
                if !in_link {
                    self.edit(position..position + url.len(), format!("<{url}>"));
                }
                continue;
            }
            let starts_tag = |char: char| char.is_ascii_alphabetic() || "/!?".contains(char);
            let is_markup = match found {
                "[" | "]" => true,
                // Other versions of the parser may see HTML where this one does not.
                "<" => text[at + 1..].starts_with(starts_tag),
                _ => false,
            };
            let before = &self.markdown[..position];
            let backslashes = before.len() - before.trim_end_matches('\\').len();
            if is_markup && backslashes.is_multiple_of(2) {
                self.edit(position..position, "\\");
            }
        }
    }
}

fn is_break(html: &str) -> bool {
    let html = html.trim().to_ascii_lowercase();
    let name = html
        .strip_prefix("<br")
        .and_then(|rest| rest.strip_suffix('>'));
    name.is_some_and(|rest| rest.trim_matches(['/', ' ']).is_empty())
}

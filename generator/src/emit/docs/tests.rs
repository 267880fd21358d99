use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::*;

fn doc(markdown: &str) -> String {
    let link = |target: &str| (target == "#schema_user").then(|| "crate::types::User".to_owned());
    lines(markdown, 0, &link).join("\n")
}

#[test]
fn links_to_schemas_lead_to_types_and_others_become_text() {
    assert_eq!(
        doc("The [User](#schema_user), its [Users](#schema_user)."),
        "The [`User`](crate::types::User), its [Users](crate::types::User)."
    );
    assert_eq!(
        doc("See [an error](#errors) and [Tags](/docs/tags)."),
        "See an error and Tags."
    );
    assert_eq!(doc("See [x](https://a.b/c)."), "See [x](https://a.b/c).");
}

#[test]
fn nothing_is_taken_for_an_item_or_a_tag() {
    assert_eq!(
        doc("With [\"bar\",\"baz\"] or a[0]."),
        "With \\[\"bar\",\"baz\"\\] or a\\[0\\]."
    );
    assert_eq!(doc("A `[x]` stays."), "A `[x]` stays.");
    assert_eq!(doc("Send <token> here<br>now"), "Send \\<token\\> here now");
    assert_eq!(
        doc("At https://a.b/c?d=1. And <https://x.y>."),
        "At <https://a.b/c?d=1>. And <https://x.y>."
    );
}

#[test]
fn code_is_never_a_test() {
    assert_eq!(
        doc("Say:\n\n    panic!()\n\nor\n\n```\nlet x;\n```"),
        "Say:\n\n```text\npanic!()\n```\n\nor\n\n```text\nlet x;\n```"
    );
    assert_eq!(doc("```rust\nboom()\n```"), "```text\nboom()\n```");
    assert_eq!(doc("```json\n{}\n```"), "```json\n{}\n```");
}

#[test]
fn long_lines_are_broken_between_words() {
    let long = format!("- {}", "word ".repeat(40));
    let lines = lines(&long, 4, &|_| None);
    assert!(
        lines.len() == 3 && lines.iter().all(|line| line.len() <= 92),
        "{lines:?}"
    );
    assert!(lines[1].starts_with("  word"));
    let dash = format!("{} - and so on, which is not a list", "x".repeat(95));
    assert!(
        doc(&dash).lines().all(|line| !line.starts_with('-')),
        "{}",
        doc(&dash)
    );
}

/// The parts that rustdoc would run, render as HTML, link to, or warn about.
fn hazards(markdown: &str) -> Vec<String> {
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut hazards = Vec::new();
    for options in [extensions, Options::empty()] {
        let mut skipped = 0;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                    if ["text", "json", "sh"].contains(&&*info) =>
                {
                    skipped += 1;
                }
                Event::Start(Tag::CodeBlock(kind)) => hazards.push(format!("code: {kind:?}")),
                _ if options != extensions => {}
                Event::Html(html) | Event::InlineHtml(html) => {
                    hazards.push(format!("HTML: {html}"));
                }
                Event::Start(
                    Tag::Link {
                        link_type,
                        dest_url,
                        ..
                    }
                    | Tag::Image {
                        link_type,
                        dest_url,
                        ..
                    },
                ) => {
                    let is_known = ["http://", "https://", "mailto:", "crate::types::User"]
                        .iter()
                        .any(|known| dest_url.to_lowercase().starts_with(known));
                    if !is_known && link_type != LinkType::Email {
                        hazards.push(format!("link: {dest_url}"));
                    }
                    skipped += 1;
                }
                Event::End(TagEnd::CodeBlock | TagEnd::Link | TagEnd::Image) => {
                    skipped = skipped.max(1) - 1;
                }
                Event::Text(text) if skipped == 0 => {
                    let mut urls = text.split("://").skip(1);
                    if text.contains("http") && urls.any(|host| host.contains(".com")) {
                        hazards.push(format!("address: {text}"));
                    }
                }
                _ => {}
            }
        }
        let mut broken = Vec::new();
        let callback = |link: pulldown_cmark::BrokenLink<'_>| {
            broken.push(format!("broken link: {}", link.reference));
            None
        };
        Parser::new_with_broken_link_callback(markdown, extensions, Some(callback)).for_each(drop);
        // A footnote without a definition is text.
        hazards.extend(broken.into_iter().filter(|link| !link.contains('^')));
    }
    hazards
}

fn assert_safe(markdown: &str) {
    for indent in [0, 4] {
        let link =
            |target: &str| (target == "#schema_user").then(|| "crate::types::User".to_owned());
        let doc = lines(markdown, indent, &link).join("\n");
        let hazards = hazards(&doc);
        assert!(hazards.is_empty(), "{hazards:?}\n{markdown}\n---\n{doc}");
    }
}

#[test]
fn verbatim_lines_of_html_do_not_become_code() {
    for (open, close) in [
        ("<pre>", "</pre>"),
        ("<!--", "-->"),
        ("<div>", "</div>"),
        ("<script>", "</script>"),
        ("<![CDATA[", "]]>"),
        ("<?php", "?>"),
        ("<x-y>", "</x-y>"),
        ("<PRE>", ""),
    ] {
        for code in [
            "    boom()",
            "```\nboom()\n```",
            "~~~rust\nboom()\n~~~",
            "\n    boom()\n\n```",
        ] {
            assert_safe(&format!("A\n\n{open}\n{code}\n{close}\n\nB"));
            assert_safe(&format!("- A\n\n  {open}\n  {code}\n  {close}\n"));
            assert_safe(&format!("> {open}\n> {code}\n"));
        }
    }
    assert_eq!(
        doc("Read.\n\n<!--\n```\nGET /a\n```\n-->\n\nAll of it."),
        "Read.\n\nAll of it."
    );
}

#[test]
fn a_line_break_leaves_no_indented_code() {
    for br in ["<br>", "<br/>", "<BR />"] {
        assert_safe(&format!("{br}\n    boom()"));
        assert_safe(&format!("A\n\n{br}\n    boom()"));
        assert_safe(&format!("A\n\n{br}\n\n    boom()"));
        assert_safe(&format!("- {br}\n      boom()"));
        assert_safe(&format!("{br}     boom()\n{br}\n\n     boom()"));
    }
    assert_eq!(doc("One<br/>\ntwo<br>three"), "One\ntwo three");
}

#[test]
fn the_text_of_a_dissolved_link_starts_no_block() {
    for text in [
        "\\``` rust",
        "~~~",
        "``` rust",
        "#",
        "    boom()",
        "> ",
        "-     boom()",
        "\\<pre>",
    ] {
        assert_safe(&format!("[{text}](nowhere)\nboom()\n"));
        assert_safe(&format!("A\n\n![{text}](#a)\nboom()\n~~~\n"));
        assert_safe(&format!("[{text}][a]\n\nboom()\n\n[a]: b"));
    }
}

#[test]
fn wrapping_starts_no_block() {
    let words = "word ".repeat(17);
    for start in [
        "```",
        "~~~",
        "``` rust",
        "~~~rust",
        "<pre>",
        "<!--",
        "[a]: b",
        "[^a]:     b",
        "|-|",
        "=====",
    ] {
        for pad in 0..12 {
            let pad = "x".repeat(pad);
            assert_safe(&format!("{words}{pad} {start} boom()\nboom()\n"));
            assert_safe(&format!("- {words}{pad} `{start} boom()\n  boom()`\n"));
            assert_safe(&format!("> {words}{pad} {start} boom()\n> boom()\n"));
        }
    }
}

#[test]
fn footnotes_hold_no_code() {
    assert_safe("A[^a].\n\n[^a]:\n\n        boom()\n");
    assert_safe("A[^a].\n\n[^a]:     boom()\n");
    assert_safe("A[^a].\n\n[^a]: x\n\n    ```\n    boom()\n    ```\n");
    assert_safe("[^a]: b\n    boom()\n\n    boom()\n\n[^a]");
    assert_eq!(doc("A[^a].\n\n[^a]: More."), "A[^a].\n\n[^a]: More.");
}

#[test]
fn task_lists_hold_no_code() {
    // The parser of some versions of rustdoc reads a block after the box.
    for code in ["~~~", "``` rust", "    boom()", "<pre>", "<!--"] {
        assert_safe(&format!("- [ ] {code}\nboom()\n"));
    }
    assert_eq!(doc("- [x] ~~~\n- [ ] b"), "- \\[x\\] ~~~\n- \\[ \\] b");
}

#[test]
fn no_html_and_no_scripts_reach_the_page() {
    for text in [
        "<div>\n\\<img src=x onerror=alert(1)>\n</div>",
        "\\\\<img src=x onerror=alert(1)>",
        "`\\`<img src=x onerror=alert(1)>",
        "a <img\nsrc=x onerror=alert(1)> b",
        "[a](javascript:alert(1))",
        "[a](JavaScript:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](&#x6A;avascript:alert(1) \"title\")",
        "[a](<javascript:alert(1)>)",
        "<javascript:alert(1)>",
        "<data:text/html;base64,AAAA>",
        "<vbscript:x@y>",
        "<javascript:alert(1)@b.com>",
        "![a](data:image/svg+xml;base64,AAAA)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[b][]\n\n[b]: javascript:alert(1) 'x'",
        "[b]\n\n[b]: <javascript:alert(1)>",
        "[![x](javascript:1)](javascript:2)",
        "[a](https://b.com/<script>)",
        "| a | b |\n|---|---|\n| <b>x</b> | [y](javascript:1) |",
    ] {
        assert_safe(text);
        assert_safe(&format!("- {text}"));
        assert_safe(&format!("word {}{text}", "word ".repeat(18)));
    }
}

#[test]
fn links_to_addresses_stay_and_carry_their_target() {
    assert_eq!(
        doc("See [this][a] and [b].\n\n[a]: https://x.com/y(z) 'T'\n[b]: <https://x.com/?a=1&b=2>"),
        "See [this](<https://x.com/y(z)>) and [b](<https://x.com/?a=1&amp;b=2>)."
    );
    assert_eq!(
        doc("Mail [us](mailto:a@b.com)."),
        "Mail [us](mailto:a@b.com)."
    );
    assert_eq!(doc("Mail <a@b.com>."), "Mail <a@b.com>.");
}

#[test]
fn rustdoc_has_nothing_to_warn_about() {
    for text in [
        "[a",
        "a]",
        "[a](b",
        "[a][b]",
        "[a [b] c](https://x.com)",
        "![a [b]](https://x.com)",
        "[Vec](Vec)",
        "[a](struct@b)",
        "[us](mailto:me@localhost)",
        "[a]: unused",
        "[`a`]",
        "\\\\[a]",
        "https://x.com/a_b*c*d--e?f=[g]",
        "\\<https://x.com\\>",
        "<https://x.com/{id}>",
        "**https://x.com**",
        "# See https://x.com",
        "(https://x.com), \"https://y.com\".",
        "```rust,should-panic\nx\n```",
        "```json,rust\n{}\n```",
        "``` json rust\n{}\n```",
        "```{.rust}\n{}\n```",
        "```ignore-text\n{}\n```",
    ] {
        assert_safe(text);
    }
}

#[test]
fn code_stays_in_its_list_or_quotation() {
    assert_eq!(
        doc("1. Say:\n\n   ```rust,ignore\n   a()\n   ```\n\n   Then:\n\n       b()\n\n2. Go."),
        "1. Say:\n\n   ```text\n   a()\n   ```\n\n   Then:\n\n   ```text\n   b()\n   ```\n\n2. Go."
    );
    assert_eq!(
        doc("-     a()\n      b()"),
        "- ```text\n  a()\n  b()\n  ```"
    );
    assert_eq!(doc("> A\n>\n>     b()"), "> A\n>\n> ```text\n> b()\n> ```");
    assert_eq!(
        doc("Say:\n\n\tlet a = `b`;\n\t```"),
        "Say:\n\n````text\nlet a = `b`;\n```\n````"
    );
    assert_eq!(doc("```\na()"), "```text\na()\n```");
}

#[test]
fn random_texts_are_safe() {
    let pieces = [
        "\n",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "```",
        "~~~",
        "`",
        "``",
        "rust",
        "text",
        "boom()",
        "<pre>",
        "</pre>",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<br>",
        "<img src=x>",
        "<",
        ">",
        "> ",
        "- ",
        "1. ",
        "+ ",
        "[",
        "]",
        "](",
        ")",
        "[a](b)",
        "[^a]",
        "[^a]: ",
        "[a]: ",
        "javascript:x",
        "https://x.com",
        "\\",
        "|",
        "|-|",
        "#",
        "=",
        "---",
        "*",
        "_",
        "~~",
        "&lt;",
        "!",
        "word",
        "- [ ] ",
        "<?",
        "<![CDATA[",
        "a long word after another in a sentence of many words that goes on until the line is full ",
    ];
    // A linear congruential generator, so that a failure can be reproduced.
    let mut state: u64 = 1;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(state >> 33).unwrap_or_default() % below
    };
    for _ in 0..4000 {
        let length = 1 + random(24);
        let text: String = (0..length).map(|_| pieces[random(pieces.len())]).collect();
        assert_safe(&text);
    }
}

#[test]
fn work_grows_with_the_length_of_the_text() {
    // Each of these takes minutes if a step looks at the whole text for each of its parts.
    for piece in [
        "http://", "[", "]", "\\[", "- ", "> ", "`", "<", "<!--", "[a](b) ", "*", "1. ",
    ] {
        let doc = doc(&piece.repeat(50_000));
        assert!(doc.len() < 2_000_000, "{piece}: {}", doc.len());
    }
}

//! The faults, and what a call makes of each.

use std::time::Duration;

use test_server::Reply;

/// A fault, and what a call makes of it.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    pub(crate) way: Way,
    pub(crate) repeated: Repeated,
    /// A part of the error's text.
    pub(crate) says: &'static str,
    outcome: Outcome,
    is_endless: bool,
    /// The outcome of a call whose response has nothing that is required.
    without_content: Option<Outcome>,
}

impl Fault {
    pub(crate) fn outcome(&self, operation: &str) -> Outcome {
        let without_content = self.without_content.filter(|_| operation == "deleteUser");
        without_content.unwrap_or(self.outcome)
    }

    /// Whether there is never a complete response.
    pub(crate) fn is_endless(&self) -> bool {
        self.is_endless
    }

    /// The response never ends, although enough of it has arrived.
    fn slow(self) -> Self {
        Self {
            is_endless: true,
            ..self
        }
    }

    /// Such a call takes what it gets.
    fn or_success(self) -> Self {
        Self {
            without_content: Some(Outcome::Success),
            ..self
        }
    }
}

pub(crate) enum Way {
    /// Nobody listens.
    Refused,
    Reply(Reply),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Success,
    Transport,
    Timeout,
    TooLarge,
    Decode,
    /// An error of the service, with its status.
    Api(u16),
}

/// The calls that are repeated after a fault.
#[derive(Clone, Copy)]
pub(crate) enum Repeated {
    Never,
    IfIdempotent,
    Always,
}

use Outcome::{Api, Decode, Timeout, TooLarge, Transport};
use Repeated::{Always, IfIdempotent, Never};

fn fault(
    name: &'static str,
    reply: Reply,
    outcome: Outcome,
    repeated: Repeated,
    says: &'static str,
) -> Fault {
    Fault {
        name,
        way: Way::Reply(reply),
        repeated,
        says,
        outcome,
        is_endless: outcome == Timeout,
        without_content: None,
    }
}

/// Bytes, after which the server keeps the connection open.
fn open(bytes: &str) -> Reply {
    Reply::raw(&[bytes], Duration::ZERO)
}

fn cut(bytes: &str) -> Reply {
    Reply::cut(bytes)
}

pub(crate) fn connections() -> Vec<Fault> {
    let refused = Fault {
        way: Way::Refused,
        ..fault("refused", open(""), Transport, Always, "")
    };
    vec![
        refused,
        fault(
            "closed without a response",
            cut(""),
            Transport,
            IfIdempotent,
            "",
        ),
        fault(
            "no response",
            open(""),
            Timeout,
            Never,
            "no complete response within 100ms",
        ),
        fault(
            "TLS",
            cut("\x15\x03\x01\0\x02\x02\x50"),
            Transport,
            Never,
            "TLS",
        ),
        fault(
            "HTTP/2",
            cut("\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64"),
            Transport,
            Never,
            "another protocol",
        ),
        fault(
            "SSH",
            cut("SSH-2.0-OpenSSH_9.6\r\n"),
            Transport,
            Never,
            "another protocol",
        ),
        fault(
            "SMTP",
            cut("220 mail.example ESMTP\r\n"),
            Transport,
            Never,
            "",
        ),
        fault(
            "random bytes",
            cut("\x01\x02garbage\x7f\x7f\r\n\r\n"),
            Transport,
            Never,
            "",
        ),
    ]
}

pub(crate) fn heads() -> Vec<Fault> {
    let headers = "x-filler: 1\r\n".repeat(101);
    let many = format!("HTTP/1.1 200 OK\r\n{headers}content-length: 2\r\n\r\n{{}}");
    vec![
        fault(
            "half a status line",
            cut("HTTP/1.1 2"),
            Transport,
            IfIdempotent,
            "",
        ),
        fault(
            "half a head",
            cut("HTTP/1.1 200 OK\r\ncontent-le"),
            Transport,
            IfIdempotent,
            "",
        ),
        fault(
            "half a head, and no more",
            open("HTTP/1.1 200 OK\r\ncontent-le"),
            Timeout,
            Never,
            "",
        ),
        fault(
            "no such version",
            cut("HTTP/7.3 200 OK\r\n\r\n"),
            Transport,
            Never,
            "",
        ),
        fault(
            "a status that is not a number",
            cut("HTTP/1.1 abc OK\r\n\r\n"),
            Transport,
            Never,
            "",
        ),
        fault("more than 100 headers", cut(&many), Transport, Never, ""),
        fault(
            "a header without a name",
            cut("HTTP/1.1 200 OK\r\n: x\r\n\r\n"),
            Transport,
            Never,
            "",
        ),
        fault(
            "two lengths",
            cut("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}"),
            Transport,
            Never,
            "",
        ),
        fault(
            "a length that is not a number",
            cut("HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}"),
            Transport,
            Never,
            "",
        ),
    ]
}

pub(crate) fn bodies() -> Vec<Fault> {
    let head = |rest: &str| format!("HTTP/1.1 200 OK\r\n{rest}");
    let json = |body: &str| Reply::json(body);
    let large = format!("{{\"user\": \"{}\"}}", "x".repeat(10_000));
    vec![
        fault(
            "half a body",
            cut(&head("content-length: 9\r\n\r\n{\"us")),
            Transport,
            IfIdempotent,
            "",
        ),
        fault(
            "half a body, and no more",
            open(&head("content-length: 9\r\n\r\n{\"us")),
            Timeout,
            Never,
            "",
        ),
        fault(
            "half a chunk",
            cut(&head("transfer-encoding: chunked\r\n\r\n9\r\n{\"us")),
            Transport,
            IfIdempotent,
            "",
        ),
        fault(
            "a chunk without a length",
            cut(&head(
                "transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
            )),
            Transport,
            Never,
            "",
        ),
        fault(
            "no last chunk",
            cut(&head("transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n")),
            Transport,
            IfIdempotent,
            "",
        ),
        fault("an empty body", json(""), Decode, Never, "empty").or_success(),
        fault(
            "HTML",
            Reply::new("200 OK", &[("content-type", "text/html")], "<html>Welcome"),
            Decode,
            Never,
            "",
        ),
        fault("half of the JSON", json("{\"user\": {"), Decode, Never, "").or_success(),
        fault("another type", json("[1, 2]"), Decode, Never, ""),
        fault(
            "members of other types",
            json("{\"user\": 1, \"users\": 2, \"meta\": 3}"),
            Decode,
            Never,
            "",
        )
        .or_success(),
        fault(
            "bytes that are not UTF-8",
            Reply::json(b"{\"user\": \"\xff\xfe\"}"),
            Decode,
            Never,
            "",
        )
        .or_success(),
        fault("a large body", json(&large), TooLarge, Never, "10000"),
        fault(
            "gzip",
            Reply::new(
                "200 OK",
                &[("content-encoding", "gzip")],
                b"\x1f\x8b\x08\0\0\0\0\0\0\0",
            ),
            Decode,
            Never,
            "gzip",
        ),
    ]
}

pub(crate) fn statuses() -> Vec<Fault> {
    let status = |line: &'static str, repeated| {
        let code = line[..3].parse().unwrap_or_default();
        fault(
            line,
            Reply::new(line, &[], "{\"message\": \"no\"}"),
            Api(code),
            repeated,
            "no",
        )
    };
    let to = |location: &'static str| {
        move |line: &'static str| {
            let code = line[..3].parse().unwrap_or_default();
            (code, Reply::new(line, &[("location", location)], ""))
        }
    };
    let mut faults = vec![
        status("400 Bad Request", Never),
        status("401 Unauthorized", Never),
        status("403 Forbidden", Never),
        status("404 Not Found", Never),
        status("409 Conflict", Never),
        status("410 Gone", Never),
        status("413 Content Too Large", Never),
        status("422 Unprocessable Content", Never),
        status("429 Too Many Requests", Always),
        status("500 Internal Server Error", Never),
        status("501 Not Implemented", Never),
        status("502 Bad Gateway", IfIdempotent),
        status("503 Service Unavailable", IfIdempotent),
        status("504 Gateway Timeout", IfIdempotent),
        status("599 Own Status", Never),
        status("399 Own Status", Never),
        fault(
            "an error in HTML",
            Reply::new(
                "502 Bad Gateway",
                &[("content-type", "text/html")],
                "<html>Bad gateway</html>",
            ),
            Api(502),
            IfIdempotent,
            "",
        ),
        fault(
            "an error without a body",
            Reply::new("503 Service Unavailable", &[], ""),
            Api(503),
            IfIdempotent,
            "",
        ),
        fault(
            "a wait that does not fit",
            Reply::new("429 Too Many Requests", &[("retry-after", "3600")], "{}"),
            Api(429),
            Never,
            "",
        ),
    ];
    let unchanged = Reply::new("304 Not Modified", &[], "");
    faults.push(fault("304 Not Modified", unchanged, Api(304), Never, "304"));
    for line in [
        "301 Moved Permanently",
        "302 Found",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let (code, reply) = to("http://127.0.0.2:1/elsewhere")(line);
        faults.push(fault(line, reply, Api(code), Never, "127.0.0.2"));
    }
    faults
}

/// Errors whose status arrives, but not the whole body.
pub(crate) fn incomplete_errors() -> Vec<Fault> {
    let large = format!("{{\"message\": \"{}\"}}", "x".repeat(10_000));
    vec![
        fault(
            "half the body of an error",
            cut("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 90\r\n\r\n{\"mess"),
            Api(503),
            IfIdempotent,
            "the body is incomplete: the connection failed",
        ),
        fault(
            "half the body of a rate limit",
            cut("HTTP/1.1 429 Too Many Requests\r\nretry-after: 0\r\ncontent-length: 90\r\n\r\n{"),
            Api(429),
            Always,
            "the body is incomplete: the connection failed",
        ),
        fault(
            "half a chunk of an error",
            cut(
                "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n90\r\n{\"message\": \"gone\"",
            ),
            Api(404),
            Never,
            "gone (the body is incomplete: the connection failed",
        ),
        fault(
            "half the body of an error, and no more",
            open("HTTP/1.1 404 Not Found\r\ncontent-length: 90\r\n\r\n{\"mess"),
            Api(404),
            Never,
            "the body is incomplete: no complete response within 100ms",
        )
        .slow(),
        fault(
            "an error that is announced as too large",
            Reply::new("429 Too Many Requests", &[("retry-after", "0")], &large),
            Api(429),
            Always,
            "the body is incomplete: ",
        ),
        fault(
            "an error that turns out to be too large",
            open(&format!(
                "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{large}\r\n0\r\n\r\n",
                large.len()
            )),
            Api(404),
            Never,
            "the body is incomplete: ",
        ),
    ]
}

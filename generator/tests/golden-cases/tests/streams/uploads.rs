//! Bodies and files from memory, from files and from streams.

use std::collections::VecDeque;
use std::error::Error;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use futures_core::Stream;

use crate::{Client, client};
use openapi_client_runtime::bytes::Bytes;
use openapi_client_runtime::{ErrorKind, Upload};
use test_server::{Reply, Server};

/// A stream of the chunks in a list.
struct Chunks<E>(VecDeque<Result<&'static str, E>>);

impl<E: Unpin> Stream for Chunks<E> {
    type Item = Result<&'static str, E>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

pub(crate) fn stream<const N: usize>(chunks: [&'static str; N]) -> Upload {
    let chunks = chunks.map(Ok::<_, io::Error>);
    Upload::from_stream(Chunks(chunks.into()))
}

/// A stream that fails.
pub(crate) fn broken() -> Upload {
    let chunks = [Ok("a"), Err(io::Error::other("out of paper"))];
    Upload::from_stream(Chunks(chunks.into()))
}

/// A file that is deleted at the end of the test.
struct File(PathBuf);

impl File {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = std::env::temp_dir().join(format!("{}-{name}", std::process::id()));
        fs::write(&path, content).unwrap();
        Self(path)
    }

    fn upload(&self) -> Upload {
        Upload::from_path(&self.0)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

pub(crate) fn done() -> Reply {
    Reply::new("204 No Content", &[], "")
}

#[tokio::test]
async fn bytes_from_everywhere_are_sent() {
    let server = Server::start([done()]);
    let client = client(&server);
    let file = File::new("everywhere", "file");
    let empty = File::new("empty", "");
    let bodies: [(Upload, &str, Option<&str>); 10] = [
        ("text".into(), "text", Some("4")),
        (String::from("string").into(), "string", Some("6")),
        (vec![b'v'].into(), "v", Some("1")),
        (b"array".into(), "array", Some("5")),
        (b"slice".as_slice().into(), "slice", Some("5")),
        (Bytes::from_static(b"static").into(), "static", Some("6")),
        (file.upload(), "file", Some("4")),
        (empty.upload(), "", Some("0")),
        (stream(["a", "", "b"]), "ab", None),
        (stream(["c", "d"]).with_length(2), "cd", Some("2")),
    ];
    for (body, expected, length) in bodies {
        client.write_file("a", body).await.unwrap();
        let got = server.received().pop().unwrap();
        assert_eq!(got.body, expected);
        assert_eq!(got.header("content-length"), length, "{expected}");
        let chunked = length.is_none().then_some("chunked");
        assert_eq!(got.header("transfer-encoding"), chunked, "{expected}");
        let media_type = got.header("content-type");
        assert_eq!(media_type, Some("application/octet-stream"));
    }
    let body = Upload::from("a,b").with_media_type("text/csv");
    client.write_file("a", body).await.unwrap();
    let got = server.received().pop().unwrap();
    assert_eq!(got.header("content-type"), Some("text/csv"));
}

#[tokio::test]
async fn files_of_a_form_are_sent() {
    let server = Server::start([done()]);
    let client = client(&server);
    let file = File::new("cover.png", "PNG");
    let name = file.0.file_name().unwrap().to_str().unwrap();
    let call = |last: Upload| {
        let named = Upload::from("2").with_file_name("zwei.png");
        let call = client.add_pictures("Zoo", file.upload());
        call.pictures([stream(["1", "1"]).with_length(2), named])
            .note(last.with_media_type("text/x-note"))
    };
    call("memory".into()).await.unwrap();
    call(stream(["mem", "ory"])).await.unwrap();
    let [known, unknown] = &server.received()[..] else {
        panic!("not two requests")
    };
    assert!(known.header("content-length").is_some());
    assert_eq!(unknown.header("transfer-encoding"), Some("chunked"));
    for got in [known, unknown] {
        let media_type = got.header("content-type").unwrap();
        let boundary = media_type
            .strip_prefix("multipart/form-data; boundary=")
            .unwrap();
        let part = |name: &str, media_type: &str, body: &str| {
            let head = "Content-Disposition: form-data; name=";
            format!("--{boundary}\r\n{head}{name}\r\nContent-Type: {media_type}\r\n\r\n{body}\r\n")
        };
        let expected = [
            part("\"title\"", "text/plain", "Zoo"),
            part(
                &format!("\"cover\"; filename=\"{name}\""),
                "image/png",
                "PNG",
            ),
            part("\"pictures\"; filename=\"file\"", "image/png", "11"),
            part("\"pictures\"; filename=\"zwei.png\"", "image/png", "2"),
            part("\"note\"; filename=\"file\"", "text/x-note", "memory"),
            format!("--{boundary}--\r\n"),
        ];
        assert_eq!(got.body, expected.concat());
    }
}

#[tokio::test]
async fn bodies_that_can_be_read_again_are_retried() {
    let busy = || Reply::new("503 Service Unavailable", &[], "{}");
    let file = File::new("again", "file");
    let server = Server::start([busy(), done(), busy(), done(), busy(), done()]);
    let client = client(&server);
    client.write_file("a", "text").await.unwrap();
    client.write_file("a", file.upload()).await.unwrap();
    let bodies = server.received().into_iter().map(|got| got.body);
    let bodies: Vec<_> = bodies.collect();
    assert_eq!(bodies, ["text", "text", "file", "file"]);

    let error = client.write_file("a", stream(["s"])).await.unwrap_err();
    assert_eq!(error.status(), Some(503));
    assert_eq!(server.received().len(), 5);
    // Not even if a policy says so.
    let always = openapi_client_runtime::RetryPolicy::default().retry_if(|_| true);
    let call = client.write_file("a", stream(["s"])).with_retry(always);
    assert!(call.clone().await.is_ok());
    let error = call.await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "writeFile: body is a stream that was already sent; nothing was sent"
    );
    assert_eq!(server.received().len(), 6);
}

#[tokio::test]
async fn a_stream_does_not_follow_redirects() {
    let moved = || Reply::new("307 Temporary Redirect", &[("location", "/b")], "");
    let file = File::new("moved", "file");
    let server = Server::start([moved(), done(), moved(), done()]);
    let client = client(&server);
    client.write_file("a", file.upload()).await.unwrap();
    let [first, second] = &server.received()[..] else {
        panic!("not two requests")
    };
    assert_eq!(
        (first.body.as_str(), second.body.as_str()),
        ("file", "file")
    );
    let error = client.write_file("a", stream(["s"])).await.unwrap_err();
    assert_eq!(error.status(), Some(307));
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_errors() {
    let server = Server::start([done()]);
    let client = client(&server);
    let missing = client.write_file("a", Upload::from_path("/no/such/file"));
    let error = missing.await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Encode(_)));
    let text = error.to_string();
    assert!(
        text.starts_with("writeFile: file `/no/such/file` cannot be opened: ")
            && text.ends_with("; nothing was sent"),
        "{text}"
    );
    assert_eq!(server.received().len(), 0);

    let folder = Upload::from_path(std::env::temp_dir());
    let endless = [(); 10].map(|()| "0123456789");
    for (body, problem) in [
        (broken(), "could not be read completely: out of paper"),
        (folder, "could not be read completely: "),
        (
            stream(["a"]).with_length(2),
            "does not have the announced length",
        ),
        (
            stream(["abc"]).with_length(2),
            "does not have the announced length",
        ),
        (stream(endless), "is larger than the limit of the client"),
    ] {
        let client = Client::builder().base_url(server.url());
        let client = client.max_request_body(99).build().unwrap();
        let error = client.write_file("a", body).await.unwrap_err();
        let ErrorKind::Upload(upload) = error.kind() else {
            panic!("{error:?}")
        };
        assert_eq!(upload.cause().is_some(), problem.contains(": "));
        assert!(error.source().is_none(), "{error:?}");
        assert!(!error.is_retryable());
        let text = error.to_string();
        assert!(
            text.starts_with(&format!("writeFile: the upload {problem}")),
            "{text}"
        );
        assert_eq!(server.received().len(), 0);
    }
}

#[tokio::test]
async fn a_body_has_the_same_limit_wherever_it_comes_from() {
    let server = Server::start([done()]);
    let client = Client::builder().base_url(server.url());
    let client = client.max_request_body(3).build().unwrap();
    let file = File::new("limit", "four");
    for body in [
        "four".into(),
        file.upload(),
        stream(["fo", "ur"]).with_length(4),
    ] {
        let error = client.write_file("a", body).await.unwrap_err();
        assert!(
            error
                .to_string()
                .contains("has 4 bytes, more than the limit of 3"),
            "{error}"
        );
    }
    assert_eq!(server.received().len(), 0);
    client.write_file("a", stream(["t", "wo"])).await.unwrap();
}

#[tokio::test]
async fn a_response_can_be_forwarded() {
    let server = Server::start([
        Reply::slow("", &["a", "b"], Duration::from_millis(50)),
        done(),
    ]);
    let client = client(&server);
    let file = client.read_file("a").byte_stream().await.unwrap();
    client
        .write_file("b", Upload::from_stream(file))
        .await
        .unwrap();
    assert_eq!(server.received()[1].body, "ab");
}

const CHUNK: usize = 64 * 1024;
const CHUNKS: usize = 1600;

/// 100 MiB, which counts how much of it was read.
struct Large(Arc<AtomicUsize>);

impl Stream for Large {
    type Item = Result<Vec<u8>, io::Error>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let count = self.0.fetch_add(1, Ordering::SeqCst);
        Poll::Ready((count < CHUNKS).then(|| Ok(vec![b'x'; CHUNK])))
    }
}

#[tokio::test]
async fn a_large_body_is_never_in_memory_as_a_whole() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let made = Arc::new(AtomicUsize::new(0));
    let seen = made.clone();
    let server = thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        // While nobody reads, only what the system buffers is produced.
        thread::sleep(Duration::from_millis(300));
        let before = seen.load(Ordering::SeqCst);
        let mut buffer = vec![0; CHUNK];
        let (mut read, mut most) = (0, 0);
        while read < CHUNK * CHUNKS {
            read += connection.read(&mut buffer).unwrap();
            most = most.max(seen.load(Ordering::SeqCst).saturating_sub(read / CHUNK));
        }
        connection
            .write_all(b"HTTP/1.1 204 No Content\r\n\r\n")
            .unwrap();
        (before, most)
    });
    let client = Client::builder().base_url(url).build().unwrap();
    let body = Upload::from_stream(Large(made)).with_length((CHUNK * CHUNKS) as u64);
    client.write_file("a", body).await.unwrap();
    let (before, most) = server.join().unwrap();
    assert!(before < CHUNKS / 4, "{before} chunks were made for nobody");
    assert!(most < CHUNKS / 4, "{most} chunks were on their way at once");
}

#[test]
fn uploads_are_compared_by_source() {
    let one = stream(["a"]);
    assert_eq!(one, one.clone());
    assert_ne!(one, stream(["a"]));
    assert_eq!(Upload::from("a"), Upload::from(vec![b'a']));
    assert_eq!(Upload::from_path("a"), Upload::from_path("a"));
    assert_ne!(Upload::from("a"), Upload::from("a").with_file_name("a"));
    assert!(format!("{one:?}").contains("a stream"));
}

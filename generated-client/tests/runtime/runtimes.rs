//! The tokio runtime of a call: none, or several one after the other.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::Duration;

use botpress_runtime::runtime::{ErrorKind, RetryPolicy};
use tokio::runtime::{Builder, Runtime};

use super::{Echo, List, builder, client, quick};
use test_server::{Reply, Server};

/// An executor that is not tokio.
fn on_another_executor<F: Future>(future: F) -> F::Output {
    struct Unpark(thread::Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

fn runtime() -> Runtime {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(1).enable_all().build().unwrap()
}

#[test]
fn a_call_outside_of_a_runtime_is_an_error() {
    let server = Server::start([]);
    let client = client(&server);
    let error = on_another_executor(client.call(Echo::new("a")).send()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Runtime(_)), "{error}");
    assert!(!error.is_retryable());
    let text = error.to_string();
    assert!(text.contains("`#[tokio::main]`"), "{text}");
    assert!(text.contains("`blocking`"), "{text}");
    let error = on_another_executor(client.call_json("getUser", serde_json::json!({"id": "a"})));
    assert_eq!(error.unwrap_err().to_json()["kind"], "runtime");
    let mut items = client.call(List::default()).stream();
    assert!(on_another_executor(items.try_next()).is_err());
    assert_eq!(server.received().len(), 0);
}

#[test]
fn a_stream_outside_of_a_runtime_is_an_error() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n";
    let server = Server::start([Reply::raw(&[head, "12"], Duration::from_secs(60))]);
    let client = client(&server);
    let body = client.call(List::default()).byte_stream();
    let mut body = runtime().block_on(body).unwrap();
    let read = on_another_executor(async {
        while body.try_next().await?.is_some() {}
        Ok::<_, botpress_runtime::Error<serde_json::Value>>(())
    });
    let error = read.unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Runtime(_) | ErrorKind::Transport(_)
        ),
        "{error}"
    );
}

#[test]
fn a_client_works_in_several_runtimes_one_after_the_other() {
    let server = Server::answering(|_, _| Reply::json("{}"));
    let client = builder(&server).retry(RetryPolicy::none()).build().unwrap();
    for _ in 0..3 {
        let runtime = runtime();
        for _ in 0..2 {
            runtime
                .block_on(client.call(Echo::new("a")).send())
                .unwrap();
        }
    }
    assert_eq!(server.received().len(), 6);
}

#[test]
fn a_page_that_was_requested_ahead_in_a_runtime_that_ended_is_requested_again() {
    let server = Server::answering(|_, request| {
        let page = if request.target.contains("nextToken=2") {
            r#"{"items": [3]}"#
        } else {
            r#"{"items": [1, 2], "next": "2"}"#
        };
        Reply::json(page)
    });
    let client = client(&server);
    let mut items = client.call(List::default()).stream().prefetch();
    let first = runtime();
    assert_eq!(first.block_on(items.try_next()).unwrap(), Some(1));
    drop(first);
    let second = runtime();
    for expected in [Some(2), Some(3), None] {
        assert_eq!(second.block_on(items.try_next()).unwrap(), expected);
    }
}

/// Calls over the connection of another runtime, which ends before the response. Returns the number of requests as well.
fn over_the_connection_of_another(policy: RetryPolicy) -> (usize, Result<(), String>) {
    let hangs = Arc::new(AtomicBool::new(false));
    let is_hanging = hangs.clone();
    let server = Server::answering(move |_, _| {
        if is_hanging.load(Ordering::SeqCst) {
            Reply::raw(&["", "{}"], Duration::from_secs(60))
        } else {
            Reply::json("{}")
        }
    });
    let client = builder(&server).retry(policy).build().unwrap();
    let second = runtime();
    loop {
        let first = runtime();
        hangs.store(false, Ordering::SeqCst);
        first.block_on(client.call(List::default()).send()).unwrap();
        let (connections, requests) = (server.connections(), server.received().len());
        hangs.store(true, Ordering::SeqCst);
        let called = second.block_on(async {
            let call = tokio::spawn(client.call(List::default()).send());
            while server.received().len() == requests {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            hangs.store(false, Ordering::SeqCst);
            first.shutdown_background();
            // The connection of the first call may not have been free yet.
            if server.connections() > connections {
                call.abort();
                return None;
            }
            Some(call.await.unwrap())
        });
        if let Some(called) = called {
            let called = called.map(drop).map_err(|error| error.to_string());
            return (server.received().len() - requests, called);
        }
    }
}

#[test]
fn a_connection_whose_runtime_has_ended_is_reported_as_that() {
    let (_, called) = over_the_connection_of_another(RetryPolicy::none());
    assert_eq!(
        called.unwrap_err(),
        "list: the connection failed: the tokio runtime in which the connection was made has ended"
    );
}

#[test]
fn a_call_over_a_connection_whose_runtime_has_ended_is_repeated_if_that_is_safe() {
    let (requests, called) = over_the_connection_of_another(quick());
    called.unwrap();
    assert_eq!(requests, 2);
}

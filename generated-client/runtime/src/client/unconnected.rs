//! Connections that fail without a network. The errors are those of the HTTP client, which cannot be made in another way.

use std::error::Error as StdError;
use std::fmt;
use std::future::ready;
use std::io;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame};
use reqwest::dns::{Name, Resolve, Resolving};

use super::error::Failure;
use super::http_client::untrusting;

/// An HTTP client that finds no host, and therefore opens no socket.
pub(super) fn client() -> reqwest::Client {
    static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
        let http = reqwest::Client::builder().no_proxy().dns_resolver(NoHost);
        untrusting(http).expect("an HTTP client without certificates and proxies can be built")
    });
    CLIENT.clone()
}

struct NoHost;

impl Resolve for NoHost {
    fn resolve(&self, _: Name) -> Resolving {
        let refused = io::Error::new(io::ErrorKind::ConnectionRefused, "connection refused");
        Box::pin(ready(Err(refused.into())))
    }
}

/// The failure of a call to which no connection can be made.
pub(crate) async fn no_connection() -> Failure {
    match client().get("http://service.invalid").send().await {
        Err(error) => Failure::of_body(error),
        Ok(_) => unreachable!("no host has an address"),
    }
}

/// The failure of a call whose connection is lost before the response begins.
pub(crate) async fn lost_connection() -> Failure {
    let body = reqwest::Body::wrap(Lost);
    let response = reqwest::Response::from(http::Response::new(body));
    match response.bytes().await {
        Err(error) => Failure::of_body(error),
        Ok(_) => unreachable!("the body fails"),
    }
}

/// A body that fails at once.
struct Lost;

impl Body for Lost {
    type Data = Bytes;
    type Error = LostConnection;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, LostConnection>>> {
        Poll::Ready(Some(Err(LostConnection)))
    }
}

/// The end of a connection in the middle of a message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LostConnection;

impl fmt::Display for LostConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("connection closed before message completed")
    }
}

impl StdError for LostConnection {}

//! [`client_limits!`] defines the methods of a client's builder that set limits. It is a part of [`client!`](crate::client).

/// Adds the methods to `ClientBuilder`.
#[doc(hidden)]
#[macro_export]
macro_rules! client_limits {
    () => {
        impl ClientBuilder {
            /// The size limit of request bodies, in bytes. Default: 100 MiB.
            pub fn max_request_body(self, bytes: u64) -> Self {
                Self(self.0.max_request_body(bytes))
            }

            /// The size limit of response bodies, in bytes. In a stream of events, it applies to each event. Default: 100
            /// MiB.
            pub fn max_response_body(self, bytes: u64) -> Self {
                Self(self.0.max_response_body(bytes))
            }

            /// The largest number of calls that the clones of the client send at the same time. Further calls wait, and the
            /// one that has waited longest is next. Default: no limit.
            ///
            /// A call counts from the moment it is sent until its response has arrived, but not while it waits for a retry. A
            /// response that is read as a stream counts until it ends or is dropped. Waiting is a part of the call's timeout:
            /// a call that was never sent fails with
            /// [`ErrorKind::NotSent`](openapi_client_runtime::ErrorKind::NotSent).
            #[cfg_attr(
                not(doctest),
                doc = "
```no_run
let client = Client::builder().max_concurrent_calls(20).build()?;
```"
            )]
            pub fn max_concurrent_calls(self, limit: usize) -> Self {
                Self(self.0.max_concurrent_calls(limit))
            }

            /// Lets calls wait if the service would refuse them, because the rate limit that its responses state
            /// (`RateLimit-Limit`, `RateLimit-Remaining`, `RateLimit-Reset`) is used up, or because it refused one with status
            /// 429 and a time to wait. Calls in progress count, and the call that has waited longest is next. Default: calls
            /// are sent at once, and retried after a 429.
            ///
            /// Clones of the client share what they know, as long as they call the same host with the same credentials and the
            /// same headers of the client. The limit is taken for one of the whole service: where each operation has a limit of
            /// its own, one that is used up keeps the others waiting. Before the first response, nothing is known. Waiting is a part of the call's
            /// timeout: if the next window begins later, the call fails at once with
            /// [`ErrorKind::RateLimited`](openapi_client_runtime::ErrorKind::RateLimited).
            #[cfg_attr(
                not(doctest),
                doc = "
```no_run
let client = Client::builder().wait_for_rate_limit().build()?;
```"
            )]
            pub fn wait_for_rate_limit(self) -> Self {
                Self(self.0.wait_for_rate_limit())
            }
        }
    };
}

//! [`client_http!`] defines the methods of a client's builder that configure connections. It is a part of
//! [`client!`](crate::client).

/// Adds the methods to `ClientBuilder`.
#[doc(hidden)]
#[macro_export]
macro_rules! client_http {
    () => {
        impl ClientBuilder {
            /// The timeout for connecting. Default: 10 seconds.
            pub fn connect_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.connect_timeout(timeout))
            }

            /// A certificate authority that the client trusts in addition to those of the system, for a service or a proxy with
            /// a certificate of a company: the text of a file with one or more certificates in the PEM format. It can be set
            /// several times, and needs the feature `rustls`.
            pub fn root_certificate(self, pem: impl ::core::convert::AsRef<[u8]>) -> Self {
                Self(self.0.root_certificate(pem.as_ref()))
            }

            /// The URL of a proxy for all requests, even those to this machine: `http` or `https`, with a user name and
            /// password if the proxy requires them.
            ///
            /// Without it, the proxy variables of the environment (`HTTPS_PROXY`, `NO_PROXY`, …) are respected, except for
            /// requests to this machine.
            pub fn proxy(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.proxy(url.into()))
            }

            /// The number of idle connections to each host that are kept for later calls. Default: all, for 90 seconds. With 0,
            /// each call makes a new connection.
            pub fn pool_max_idle_per_host(self, connections: usize) -> Self {
                Self(self.0.pool_max_idle_per_host(connections))
            }

            /// Sends requests through your own HTTP client, for example one with a client certificate or a SOCKS proxy.
            /// The other settings of connections then have to be set on that client.
            ///
            /// Build it with the `reqwest` that `runtime` re-exports and with `redirect::Policy::none()`. Calls follow
            /// redirects themselves, within the origin of the service. `build` refuses an HTTP client that follows them: it
            /// may turn a `POST` into a `GET` or send it again.
            pub fn http_client(self, client: $crate::reqwest::Client) -> Self {
                Self(self.0.http_client(client))
            }
        }
    };
}

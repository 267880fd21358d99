//! [`client!`] defines the types that each client has of its own, because methods can be added to local types only.
//!
//! Every client compiles it again, so what it defines hands over to functions of this crate at once.

/// Defines `Client`, `ClientBuilder` and `Call`: `client!(API, path::of::by_name)`, where the module has `OPERATIONS` and
/// `SCHEMAS` if the client has the feature `call-json`.
#[doc(hidden)]
#[macro_export]
macro_rules! client {
    ($api:ident, $($by_name:ident)::+) => {
        /// Calls the API. A clone is cheap and uses the same connections.
        #[derive(Clone)]
        pub struct Client($crate::codegen::ClientCore);

        impl Client {
            /// Configures a client.
            pub fn builder() -> ClientBuilder {
                let user_agent = ::core::concat!(
                    ::core::env!("CARGO_PKG_NAME"), "/", ::core::env!("CARGO_PKG_VERSION")
                );
                ClientBuilder($crate::codegen::BuilderCore::new(&$api, user_agent))
            }

            /// Starts a call from a request.
            pub fn call<R: $crate::Request>(&self, request: R) -> Call<R> {
                Call {
                    client: self.0.clone(),
                    request,
                    settings: ::core::default::Default::default(),
                }
            }

            /// A client with another token, on the same connections.
            pub fn with_token(
                &self,
                token: impl ::core::convert::Into<::std::string::String>,
            ) -> ::core::result::Result<Self, $crate::ConfigError> {
                self.0.with_token(token.into()).map(Self)
            }

            /// A client with another value of a header, on the same connections. An empty value removes the header.
            pub fn with_header(
                &self,
                name: &str,
                value: impl ::core::fmt::Display,
            ) -> ::core::result::Result<Self, $crate::ConfigError> {
                self.0.with_header(name, &value).map(Self)
            }

            /// A client with another timeout for its calls, on the same connections.
            #[must_use]
            pub fn with_timeout(&self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.with_timeout(timeout))
            }

            /// A client with another retry policy, on the same connections.
            #[must_use]
            pub fn with_retry(&self, policy: $crate::RetryPolicy) -> Self {
                Self(self.0.with_retry(policy))
            }

            /// The base URL of the service.
            pub fn base_url(&self) -> &str {
                self.0.base_url()
            }
        }

        #[cfg(feature = "call-json")]
        impl Client {
            /// Calls an operation with its inputs as a JSON object, and returns the response as JSON. `operation` is its
            /// `operationId`, or its method and path as the document writes it: `GET /users/{id}`.
            ///
            /// All inputs are members of one object, under the document's names; where a name is used twice, each is
            /// qualified: `path.id`, `body.id`. A header that the client sets may be given as well. Inputs that the document
            /// does not know are sent under a qualified name: `query.pageSize`, `header.x-trace`, `body.note`.
            ///
            /// Bytes are Base64 text in the input, and `{"base64": …}` in the response. Events, and other values that come one
            /// after the other, are collected into an array until the service ends them; together they have the time and the
            /// size limit of one response.
            pub async fn call_json(
                &self,
                operation: &str,
                input: $crate::Value,
            ) -> ::core::result::Result<$crate::Value, $crate::JsonCallError> {
                let (operations, schemas) = ($($by_name)::+::OPERATIONS, &$($by_name)::+::SCHEMAS);
                let content_type = ::core::option::Option::None;
                $crate::codegen::call_json(&self.0, operations, schemas, operation, content_type, input).await
            }

            /// The same, with the body as one of the media types that the document offers for it, which
            /// `NamedOperation::content_types` lists. By default it is JSON, or else the first in the document. Where there is
            /// no choice, the body is labelled with any media type that the caller names.
            pub async fn call_json_as(
                &self,
                operation: &str,
                content_type: &str,
                input: $crate::Value,
            ) -> ::core::result::Result<$crate::Value, $crate::JsonCallError> {
                let (operations, schemas) = ($($by_name)::+::OPERATIONS, &$($by_name)::+::SCHEMAS);
                let content_type = ::core::option::Option::Some(content_type);
                $crate::codegen::call_json(&self.0, operations, schemas, operation, content_type, input).await
            }
        }

        impl ::core::fmt::Debug for Client {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }

        /// Builds a [`Client`]. A missing or wrong setting is an error of [`build`](Self::build), not of the first call.
        ///
        /// An empty value counts as none.
        #[derive(Clone)]
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct ClientBuilder($crate::codegen::BuilderCore);

        impl ClientBuilder {
            /// Takes settings that are not set here from the environment.
            pub fn with_env(self) -> Self {
                Self(self.0.with_env())
            }

            /// The base URL of the service: `http` or `https`, with or without a path.
            pub fn base_url(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.base_url(url.into()))
            }

            /// The bearer token.
            pub fn token(self, token: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.token(token.into()))
            }

            /// The token or key of a security scheme, by the scheme's name in the document.
            pub fn credential(
                self,
                scheme: &str,
                secret: impl ::core::convert::Into<::std::string::String>,
            ) -> Self {
                Self(self.0.credential(scheme, secret.into()))
            }

            /// User name and password of a security scheme `basic`, by the scheme's name in the document.
            pub fn basic_credential(self, scheme: &str, user: &str, password: &str) -> Self {
                Self(self.0.basic_credential(scheme, user, password))
            }

            /// A header that goes with every request; a second value replaces the first.
            pub fn header(self, name: &str, value: impl ::core::fmt::Display) -> Self {
                Self(self.0.header(name, &value))
            }

            /// The name that the service sees in the header `User-Agent`. Default: name and version of this crate.
            pub fn user_agent(self, value: impl ::core::fmt::Display) -> Self {
                self.header("user-agent", value)
            }

            /// How long a call may take, from its start to the last byte of the response, retries included. A response that is
            /// read as a stream has this time to begin. Default: 60 seconds.
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// How long connecting may take. Default: as long as the whole call.
            pub fn connect_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.connect_timeout(timeout))
            }

            /// Whether and how a call is repeated that failed for a passing reason.
            pub fn retry(self, policy: $crate::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// A function that is called after each attempt of a call, to log or to count. It must not block.
            pub fn on_attempt(
                self,
                hook: impl ::core::ops::Fn(&$crate::Attempt<'_>)
                + ::core::marker::Send
                + ::core::marker::Sync
                + 'static,
            ) -> Self {
                Self(self.0.on_attempt(::std::sync::Arc::new(hook)))
            }

            /// Sends through an HTTP client of your own, for what has no setting here: proxies, certificates, DNS, HTTP/2.
            ///
            /// Build it with `redirect::Policy::none()`, of the `reqwest` that `runtime` re-exports: redirects are followed by
            /// the call, within the origin of the service. A client that follows them itself would send the headers of a call,
            /// all but the token, to another host; that call fails then. It cannot be combined with
            /// [`connect_timeout`](Self::connect_timeout), which is a setting of that client.
            pub fn http_client(self, client: $crate::reqwest::Client) -> Self {
                Self(self.0.http_client(client))
            }

            /// How large the body of a request may be, in bytes. Default: 100 MiB.
            pub fn max_request_body(self, bytes: u64) -> Self {
                Self(self.0.max_request_body(bytes))
            }

            /// How large the body of a response may be, in bytes; reading stops there. In a stream of events, it is the limit
            /// of each event. Default: 100 MiB.
            pub fn max_response_body(self, bytes: u64) -> Self {
                Self(self.0.max_response_body(bytes))
            }

            /// Checks the settings and makes the client. That takes milliseconds, and every client has connections of its own:
            /// build one and clone it.
            pub fn build(self) -> ::core::result::Result<Client, $crate::ConfigError> {
                self.0.build().map(Client)
            }
        }

        #[cfg(feature = "call-json")]
        impl ClientBuilder {
            /// Takes settings from JSON: `apiUrl`, `token`, `credentials` by security scheme, `retry`, and the camel case of
            /// each header's setting.
            ///
            /// `null` leaves a setting as it is; `"retry": false` switches retries off.
            pub fn with_settings(
                self,
                settings: &$crate::JsonObject,
            ) -> ::core::result::Result<Self, $crate::ConfigError> {
                self.0.with_settings(settings).map(Self)
            }
        }

        impl ::core::fmt::Debug for ClientBuilder {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }

        /// An operation with its inputs, ready to be sent: `.await` it.
        ///
        /// It is a value: its inputs can be read, it can be cloned and sent again, and nothing happens until it is awaited.
        /// Besides the setters of the operation's optional inputs it has `with_…` settings that hold for this call only.
        #[derive(Clone)]
        #[must_use = "a call does nothing unless it is awaited"]
        pub struct Call<R> {
            client: $crate::codegen::ClientCore,
            pub(crate) request: R,
            settings: $crate::codegen::CallSettings,
        }

        impl<R> Call<R> {
            /// The inputs.
            pub fn request(&self) -> &R {
                &self.request
            }

            /// How long this call may take, from its start to the last byte of the response. A response that is read as a stream
            /// has this time to begin.
            pub fn with_timeout(mut self, timeout: ::core::time::Duration) -> Self {
                self.settings.set_timeout(timeout);
                self
            }

            /// Whether and how this call is repeated, in place of the client's policy.
            pub fn with_retry(mut self, policy: $crate::RetryPolicy) -> Self {
                self.settings.set_retry(policy);
                self
            }

            /// A header that goes with this call, in place of the client's header of that name.
            pub fn with_header(mut self, name: &str, value: impl ::core::fmt::Display) -> Self {
                self.settings.add_header(name, &value);
                self
            }

            /// A query parameter that the document does not know.
            pub fn with_query(mut self, name: &str, value: impl ::core::fmt::Display) -> Self {
                self.settings.add_query(name, &value);
                self
            }

            /// A member of the body that the document does not know.
            pub fn with_property(
                mut self,
                name: &str,
                value: impl ::core::convert::Into<$crate::Value>,
            ) -> Self {
                self.settings.add_property(name, value.into());
                self
            }
        }

        impl<R: $crate::Request> Call<R> {
            /// Sends the request and decodes the response. `.await` on the call does the same.
            pub fn send(self) -> $crate::CallFuture<::core::result::Result<R::Response, $crate::Error<R::Error>>> {
                $crate::codegen::send(&self.client, &self.request, &self.settings)
            }

            /// Sends the request, and returns status, headers and raw body together with the decoded response.
            pub fn send_with_response(
                self,
            ) -> $crate::CallFuture<::core::result::Result<$crate::Response<R::Response>, $crate::Error<R::Error>>> {
                $crate::codegen::send_with_response(&self.client, &self.request, &self.settings)
            }

            /// Sends the request, and returns the body of the response as a stream of bytes, whatever its media type.
            ///
            /// An error of the service is the same as without. The call's timeout holds until the response begins, and from then
            /// on for each wait for more. Its size has no limit.
            pub fn byte_stream(
                self,
            ) -> $crate::CallFuture<::core::result::Result<$crate::ByteStream<R::Error>, $crate::Error<R::Error>>> {
                $crate::codegen::byte_stream(&self.client, &self.request, &self.settings)
            }
        }

        $crate::call_event_stream!();

        impl<R: $crate::Paginated> Call<R> {
            /// The items of this page and all that follow; each page is read when it is needed.
            pub fn stream(self) -> $crate::Items<R> {
                $crate::codegen::items(self.client, self.request, self.settings)
            }

            /// This page and all that follow.
            pub fn pages(self) -> $crate::Pages<R> {
                $crate::codegen::pages(self.client, self.request, self.settings)
            }

            /// Reads all pages and collects their items.
            pub async fn collect_all(
                self,
            ) -> ::core::result::Result<::std::vec::Vec<R::Item>, $crate::Error<R::Error>> {
                self.collect_up_to(usize::MAX).await
            }

            /// Reads as many pages as it takes to collect this many items, or all there are.
            pub async fn collect_up_to(
                self,
                limit: usize,
            ) -> ::core::result::Result<::std::vec::Vec<R::Item>, $crate::Error<R::Error>> {
                $crate::codegen::collect(self.stream(), limit).await
            }
        }

        impl<R: $crate::Request> ::core::future::IntoFuture for Call<R> {
            type Output = ::core::result::Result<R::Response, $crate::Error<R::Error>>;
            type IntoFuture = $crate::CallFuture<Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }

        impl<R: ::core::fmt::Debug> ::core::fmt::Debug for Call<R> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct("Call")
                    .field("request", &self.request)
                    .field("settings", &self.settings)
                    .field("client", &self.client)
                    .finish()
            }
        }
    };
}

/// Defines `Call::event_stream`. It depends on the features of this crate, not on those of the one that it is used in.
#[cfg(feature = "streams")]
#[doc(hidden)]
#[macro_export]
macro_rules! call_event_stream {
    () => {
        impl<R: $crate::Request> Call<R> {
            /// Sends the request, and asks for server-sent events, even where the document names another media type. The data
            /// of each event is JSON of the type `T`, or any `Text`.
            pub fn event_stream<T: $crate::codegen::FromResponse>(
                self,
            ) -> $crate::CallFuture<
                ::core::result::Result<$crate::EventStream<T, R::Error>, $crate::Error<R::Error>>,
            > {
                $crate::codegen::event_stream(&self.client, &self.request, self.settings)
            }
        }
    };
}

/// Defines nothing.
#[cfg(not(feature = "streams"))]
#[doc(hidden)]
#[macro_export]
macro_rules! call_event_stream {
    () => {};
}

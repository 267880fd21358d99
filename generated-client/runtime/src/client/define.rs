//! [`client!`] defines the types that each client has of its own, because methods can only be added to local types.
//!
//! Every client compiles this code again, so its methods only forward to functions of this crate.

/// Defines `Client`, `ClientBuilder` and `Call`: `client!(API, path::of::by_name)`, with the [parts](crate::client_part) that the
/// document needs: `client!(API, path::of::by_name, tokens, streams)`. The module contains `OPERATIONS` and `SCHEMAS` if the
/// client has the feature `call-json`.
#[doc(hidden)]
#[macro_export]
macro_rules! client {
    ($api:ident, $($by_name:ident)::+ $(, $part:ident)*) => {
        /// A client of the API, with a method for each operation.
        ///
        /// It is made by `from_env`, or by [`builder`](Self::builder) for settings from elsewhere. A clone is cheap and
        /// uses the same connections: create one client when the program starts, and share it.
        #[cfg_attr(not(doctest), doc = "
```no_run
let patient = client
    .with_timeout(Duration::from_secs(300))
    .with_retry(RetryPolicy::default().max_retries(10));
```")]
        #[derive(Clone)]
        pub struct Client($crate::codegen::ClientCore);

        impl Client {
            /// Starts to configure a client.
            pub fn builder() -> ClientBuilder {
                let user_agent = ::core::concat!(
                    ::core::env!("CARGO_PKG_NAME"), "/", ::core::env!("CARGO_PKG_VERSION")
                );
                ClientBuilder($crate::codegen::BuilderCore::new(&$api, user_agent))
            }

            /// Creates a call of the operation that the request belongs to.
            pub fn call<R: $crate::Request>(&self, request: R) -> Call<R> {
                Call {
                    client: self.0.clone(),
                    request,
                    settings: ::core::default::Default::default(),
                }
            }

            $($crate::client_part!(Client, $part);)*

            /// Returns a client with another value of a header and the same connections. An empty value removes the
            /// header, or the token or key that is sent in it.
            ///
            /// A name or value that cannot be sent, and an empty value of a header with its own method, are a
            /// [`ConfigError`](openapi_client_runtime::ConfigError).
            pub fn with_header(
                &self,
                name: &str,
                value: impl ::core::fmt::Display,
            ) -> ::core::result::Result<Self, $crate::ConfigError> {
                self.0.with_header(name, &value).map(Self)
            }

            /// Returns a client with another timeout and the same connections.
            #[must_use]
            pub fn with_timeout(&self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.with_timeout(timeout))
            }

            /// Returns a client with another retry policy and the same connections.
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
            /// Calls an operation with its inputs as a JSON object, and returns the response as JSON. `operation` is the
            /// `operationId`, or the method and path as in the document: `GET /users/{id}`.
            ///
            /// All inputs are members of one object and have the names of the document. If a name is used twice, both are
            /// qualified: `path.id`, `body.id`. The headers of the client can be overridden. Inputs that the document does
            /// not declare need a qualified name: `query.pageSize`, `header.x-trace`, `body.note`.
            ///
            /// Bytes are Base64 text in the input, and `{"base64": …}` in the response. Streams are collected into an
            /// array until the service ends them, within the timeout and the size limit of one response.
            pub async fn call_json(
                &self,
                operation: &str,
                input: $crate::Value,
            ) -> ::core::result::Result<$crate::Value, $crate::JsonCallError> {
                let (operations, schemas) = ($($by_name)::+::OPERATIONS, &$($by_name)::+::SCHEMAS);
                let content_type = ::core::option::Option::None;
                $crate::codegen::call_json(&self.0, operations, schemas, operation, content_type, input).await
            }

            /// Calls an operation like [`call_json`](Self::call_json), and sends the body as this media type.
            ///
            /// It must be one of the operation's [`content_types`](openapi_client_runtime::NamedOperation::content_types).
            /// `call_json` uses JSON, otherwise the first of them. If the document gives no choice, the media type only
            /// replaces the value of the header `Content-Type`.
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

        /// Builds a [`Client`]. Missing and invalid settings are reported by [`build`](Self::build), not by the first
        /// call, unless [missing ones are allowed](Self::allow_missing_settings).
        ///
        /// An empty value counts as not set.
        #[cfg_attr(not(doctest), doc = "
```no_run
let client = Client::builder()
    .timeout(Duration::from_secs(30))
    .user_agent(\"my-program/1.0\")
    .build()?;
```")]
        #[derive(Clone)]
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct ClientBuilder($crate::codegen::BuilderCore);

        impl ClientBuilder {
            /// Lets [`build`](Self::build) succeed without settings that the API requires, for calls that do not need them,
            /// such as a login. A call that needs a missing setting fails before it is sent, and its error names the
            /// setting. `with_…` methods of the client and of the call can provide it. The base URL is always required.
            pub fn allow_missing_settings(self) -> Self {
                Self(self.0.allow_missing_settings())
            }

            /// Reads the settings that are not set otherwise from environment variables.
            pub fn with_env(self) -> Self {
                Self(self.0.with_env())
            }

            /// The base URL of the service: `http` or `https`, with or without a path.
            pub fn base_url(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.base_url(url.into()))
            }

            $($crate::client_part!(ClientBuilder, $part);)*

            /// The token or key of a security scheme, by the name of the scheme in the document.
            pub fn credential(
                self,
                scheme: &str,
                secret: impl ::core::convert::Into<::std::string::String>,
            ) -> Self {
                Self(self.0.credential(scheme, secret.into()))
            }

            /// The user name and password of a `basic` security scheme, by the name of the scheme in the document.
            pub fn basic_credential(self, scheme: &str, user: &str, password: &str) -> Self {
                Self(self.0.basic_credential(scheme, user, password))
            }

            /// A header of every request. A second value replaces the first.
            pub fn header(self, name: &str, value: impl ::core::fmt::Display) -> Self {
                Self(self.0.header(name, &value))
            }

            /// The value of the header `User-Agent`. Default: the name and version of this crate.
            pub fn user_agent(self, value: impl ::core::fmt::Display) -> Self {
                self.header("user-agent", value)
            }

            /// The timeout of a call, from its start to the last byte of the response, including retries. A response that
            /// is read as a stream must begin within this time. Default: 60 seconds.
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// When and how failed calls are retried.
            pub fn retry(self, policy: $crate::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// Checks the settings and creates the client.
            ///
            /// This takes milliseconds, and every client has its own connections: build one and clone it.
            pub fn build(self) -> ::core::result::Result<Client, $crate::ConfigError> {
                self.0.build().map(Client)
            }
        }

        $($crate::client_part!(Call, $part);)*
        $crate::client_hooks!();
        $crate::client_limits!();
        $crate::client_http!();
        $crate::client_blocking!();

        #[cfg(feature = "call-json")]
        impl ClientBuilder {
            /// Reads settings from JSON: `baseUrl`, `token`, `credentials` by the names of security schemes, `retry`, and
            /// the settings of headers, whose names are in camel case.
            ///
            /// `null` leaves a setting unchanged; `"retry": false` switches retries off.
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

        /// An operation with its inputs, ready to be sent with `.await`.
        ///
        /// A call is a value: its inputs can be read, and it can be cloned and sent again. Nothing happens until it is
        /// awaited. In addition to the setters of optional inputs, it has `with_…` methods with settings for this call
        /// only. Setters take values; if there may be none, [`when_some`](Self::when_some) calls the setter for an
        /// `Option`.
        #[cfg_attr(not(doctest), doc = "
```no_run
let response = call
    .with_timeout(Duration::from_secs(5))
    .with_header(\"x-trace\", \"on\")
    .send_with_response()
    .await?;
println!(\"{} {:?}\", response.status(), response.headers().get(\"x-request-id\"));
```")]
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

            /// Applies a setter if there is a value, and leaves the input out otherwise:
            /// `.when_some(name, |call, name| call.name(name))`. The value is an `Option` or a reference to one.
            pub fn when_some<O: $crate::IntoOption>(
                self,
                value: O,
                set: impl ::core::ops::FnOnce(Self, O::Value) -> Self,
            ) -> Self {
                $crate::WhenSome::when_some(self, value, set)
            }

            /// The timeout of this call, from its start to the last byte of the response. A response that is read as a
            /// stream must begin within this time.
            pub fn with_timeout(mut self, timeout: ::core::time::Duration) -> Self {
                self.settings.set_timeout(timeout);
                self
            }

            /// When and how this call is retried, in place of the client's policy.
            pub fn with_retry(mut self, policy: $crate::RetryPolicy) -> Self {
                self.settings.set_retry(policy);
                self
            }

            /// A header of this call, in place of the client's header of the same name; cookies are joined with those of
            /// the inputs. An empty value removes the client's header, cookies, token or key. For inputs of the call and
            /// required headers it is an error.
            pub fn with_header(mut self, name: &str, value: impl ::core::fmt::Display) -> Self {
                self.settings.add_header(name, &value);
                self
            }

            /// A query parameter that the document does not declare. One that is an input, too, is sent twice.
            pub fn with_query(mut self, name: &str, value: impl ::core::fmt::Display) -> Self {
                self.settings.add_query(name, &value);
                self
            }

            /// A member of the body that the document does not declare, or in place of an input of the same name.
            pub fn with_property(
                mut self,
                name: &str,
                value: impl $crate::codegen::serde_core::Serialize,
            ) -> Self {
                self.settings.add_property(name, &value);
                self
            }
        }

        impl<R: $crate::Request> Call<R> {
            /// Sends the request and decodes the response, as `.await` does. The future borrows nothing, so that it can be a
            /// task: `tokio::spawn(call.send())`.
            pub fn send(self) -> $crate::CallFuture<::core::result::Result<R::Response, $crate::Error<R::Error>>> {
                $crate::codegen::send(&self.client, &self.request, &self.settings)
            }

            /// Sends the request, and returns the decoded response with its status, headers and raw body.
            pub fn send_with_response(
                self,
            ) -> $crate::CallFuture<::core::result::Result<$crate::Response<R::Response>, $crate::Error<R::Error>>> {
                $crate::codegen::send_with_response(&self.client, &self.request, &self.settings)
            }

            /// Sends the request, and returns the body of the response as a stream of bytes, whatever its media type.
            ///
            /// Error responses are reported as usual. The response must begin within the call's timeout, which then
            /// applies to each wait for more bytes. The size is not limited.
            pub fn byte_stream(
                self,
            ) -> $crate::CallFuture<::core::result::Result<$crate::ByteStream<R::Error>, $crate::Error<R::Error>>> {
                $crate::codegen::byte_stream(&self.client, &self.request, &self.settings)
            }
        }

        /// Only for operations that return a list in pages.
        impl<R: $crate::Paginated> Call<R> {
            /// The items of this page and all following pages. Each page is read when it is needed.
            pub fn stream(self) -> $crate::Items<R> {
                $crate::codegen::items(self.client, self.request, self.settings)
            }

            /// This page and all following pages.
            pub fn pages(self) -> $crate::Pages<R> {
                $crate::codegen::pages(self.client, self.request, self.settings)
            }

            /// Reads all pages and collects their items. If a page fails, the error contains the items of those before it.
            pub async fn collect_all(
                self,
            ) -> ::core::result::Result<::std::vec::Vec<R::Item>, $crate::CollectError<R::Item, R::Error>> {
                self.collect_up_to(usize::MAX).await
            }

            /// Reads as many pages as needed to collect this many items, or all items if there are fewer.
            pub async fn collect_up_to(
                self,
                limit: usize,
            ) -> ::core::result::Result<::std::vec::Vec<R::Item>, $crate::CollectError<R::Item, R::Error>> {
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

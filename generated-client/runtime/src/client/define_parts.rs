//! [`client_part!`] defines methods that only some clients have. It is a part of [`client!`](crate::client).

/// Adds the methods of a type for a part of a document: `tokens` if it has a security scheme for bearer tokens, and `streams` if
/// it declares streams.
#[doc(hidden)]
#[macro_export]
macro_rules! client_part {
    (Client, tokens) => {
        /// Returns a client with another bearer token and the same connections.
        ///
        /// A token that is empty or cannot be sent in a header is a
        /// [`ConfigError`](openapi_client_runtime::ConfigError).
        pub fn with_token(
            &self,
            token: impl ::core::convert::Into<::std::string::String>,
        ) -> ::core::result::Result<Self, $crate::ConfigError> {
            self.0.with_token(token.into()).map(Self)
        }
    };
    (ClientBuilder, tokens) => {
        /// The bearer token, without the word `Bearer`.
        pub fn token(self, token: impl ::core::convert::Into<::std::string::String>) -> Self {
            Self(self.0.token(token.into()))
        }

        /// A function that returns the bearer token, in place of [`token`](Self::token): for tokens that expire.
        ///
        /// It is called when the first call needs a token, again when that expires, and again when the service rejects it
        /// with status 401; the call is then sent once more, also if it is not retried otherwise. All clones of the client
        /// share the token. The function runs once at a time, while other calls wait for its token. If it fails, they fail
        /// with [`ErrorKind::Hook`](openapi_client_runtime::ErrorKind::Hook), also those that wait for a limit of the client.
        /// The time that it takes counts against the timeout of the call, but it goes on in a task if the call ends before
        /// it, for up to the client's timeout, so task-local values are not there. It can make calls of this client that need
        /// no token.
        #[cfg_attr(
            not(doctest),
            doc = "
```no_run
Client::builder()
    .token_from(|| async {
        let (token, lifetime) = log_in().await?;
        Ok(Token::new(token).expires_in(lifetime))
    })
```"
        )]
        pub fn token_from<F>(
            self,
            function: impl ::core::ops::Fn() -> F
            + ::core::marker::Send
            + ::core::marker::Sync
            + 'static,
        ) -> Self
        where
            F: ::core::future::Future<Output = $crate::HookResult<$crate::Token>>
                + ::core::marker::Send
                + 'static,
        {
            Self(self.0.token_from(function))
        }
    };
    (Call, streams) => {
        impl<R: $crate::Request> Call<R> {
            /// Sends the request with `Accept: text/event-stream` and returns the events of the response, even if the
            /// document declares another media type. The data of each event is decoded as JSON of type `T`; if `T` is
            /// `Text`, it may be any text.
            pub fn event_stream<T: $crate::FromResponse>(
                self,
            ) -> $crate::CallFuture<
                ::core::result::Result<$crate::EventStream<T, R::Error>, $crate::Error<R::Error>>,
            > {
                $crate::codegen::event_stream(&self.client, &self.request, self.settings)
            }
        }
    };
    ($type:ident, $part:ident) => {};
}

//! [`client_hooks!`] defines the methods of a client's builder that take functions. It is a part of [`client!`](crate::client).

/// Adds the methods to `ClientBuilder`.
#[doc(hidden)]
#[macro_export]
macro_rules! client_hooks {
    () => {
        impl ClientBuilder {
            /// A function that is called after each attempt of a call, for logs and metrics. It must not block. A response
            /// that arrives with a status of success is a success here, even if the call then fails because it cannot be decoded.
            #[cfg_attr(
                not(doctest),
                doc = "
```no_run
Client::builder()
    .on_attempt(|attempt| {
        let (operation, duration) = (attempt.operation().id(), attempt.duration());
        match (attempt.status(), attempt.retry_in()) {
            (_, Some(wait)) => println!(\"{operation}: next attempt in {wait:?}\"),
            (Some(status), None) => println!(\"{operation}: {status}, {duration:?}\"),
            (None, None) => println!(\"{operation}: {:?}\", attempt.transport_error()),
        }
    })
```"
            )]
            pub fn on_attempt(
                self,
                hook: impl ::core::ops::Fn(&$crate::Attempt<'_>)
                + ::core::marker::Send
                + ::core::marker::Sync
                + 'static,
            ) -> Self {
                Self(self.0.on_attempt(::std::sync::Arc::new(hook)))
            }

            /// A function that runs before each attempt of a call. It can add headers and query parameters, such as a signature,
            /// or refuse the attempt with an error. Retries are other attempts, redirects are not.
            ///
            /// An attempt that is refused is not sent, and the call fails with
            /// [`ErrorKind::Hook`](openapi_client_runtime::ErrorKind::Hook) without further retries. The time that the function
            /// takes counts against the timeout of the call. If the number of concurrent calls is limited, it runs when the
            /// attempt has its turn, so it must not make calls of this client then.
            #[cfg_attr(
                not(doctest),
                doc = "
```no_run
Client::builder()
    .before_attempt(|mut attempt| async move {
        let signature = sign(attempt.method(), attempt.url()).await?;
        attempt.headers_mut().insert(\"x-signature\", signature.parse()?);
        attempt.add_query(\"attempt\", attempt.number());
        Ok(attempt)
    })
```"
            )]
            pub fn before_attempt<F>(
                self,
                function: impl ::core::ops::Fn($crate::NextAttempt) -> F
                + ::core::marker::Send
                + ::core::marker::Sync
                + 'static,
            ) -> Self
            where
                F: ::core::future::Future<Output = $crate::HookResult<$crate::NextAttempt>>
                    + ::core::marker::Send
                    + 'static,
            {
                Self(self.0.before_attempt(function))
            }

            /// A function that adds the headers of a trace, such as `traceparent`, to each attempt of a call. With the feature
            /// `tracing`, it is called inside of the span of the attempt.
            ///
            /// It gets no headers, and headers that the call has itself stay as they are. A header that belongs to the
            /// connection fails the call. The function must not block.
            #[cfg_attr(
                not(doctest),
                doc = "
```no_run
Client::builder()
    .trace_headers(|headers| {
        let context = Span::current().context(); // `tracing-opentelemetry`
        let mut injector = HeaderInjector(headers); // `opentelemetry-http`
        global::get_text_map_propagator(|propagator| {
            propagator.inject_context(&context, &mut injector);
        });
    })
```"
            )]
            pub fn trace_headers(
                self,
                function: impl ::core::ops::Fn(&mut $crate::http::HeaderMap)
                + ::core::marker::Send
                + ::core::marker::Sync
                + 'static,
            ) -> Self {
                Self(self.0.trace_headers(::std::sync::Arc::new(function)))
            }
        }
    };
}

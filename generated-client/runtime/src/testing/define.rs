//! The connection between a service and the client type of an API.

use super::sample::Schemas;
use crate::client::BuilderCore;
use crate::{ConfigError, Request};

/// The client of an API, which a [`Service`](super::Service) makes. Each client with the feature `testing` implements it.
pub trait ApiClient: Sized {
    /// The type that builds the client.
    type Builder;

    /// Starts to configure a client.
    #[doc(hidden)]
    fn builder_with(change: impl FnOnce(BuilderCore) -> BuilderCore) -> Self::Builder;

    /// Checks the settings and creates the client.
    #[doc(hidden)]
    fn build(builder: Self::Builder) -> Result<Self, ConfigError>;

    /// The JSON Schemas of the API.
    #[doc(hidden)]
    fn schemas() -> &'static Schemas;
}

/// The inputs of an operation, or a call with them, for [`Service::on_request`](super::Service::on_request).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a call nor the inputs of one",
    label = "not a call"
)]
pub trait IntoRequest {
    /// The inputs.
    type Request: Request;

    /// The inputs, without the settings of the call.
    fn into_request(self) -> Self::Request;
}

impl<R: Request> IntoRequest for R {
    type Request = R;

    fn into_request(self) -> R {
        self
    }
}

/// Implements [`ApiClient`] and [`IntoRequest`] for the types that `client!` defines.
#[doc(hidden)]
#[macro_export]
macro_rules! testable {
    ($client:ident, $builder:ident, $schemas:expr) => {
        impl $client {
            /// The same client, whose attempts a function receives: what was sent and received, byte by byte, with
            /// credentials. An attempt is over when its response has arrived, has failed or is no longer read.
            #[must_use]
            pub fn record_to(
                &self,
                sink: impl ::core::ops::Fn($crate::testing::Exchange)
                + ::core::marker::Send
                + ::core::marker::Sync
                + 'static,
            ) -> Self {
                Self($crate::testing::recorded(&self.0, sink))
            }
        }

        impl<R: $crate::Request> $crate::testing::IntoRequest for Call<R> {
            type Request = R;

            fn into_request(self) -> R {
                self.request
            }
        }

        impl $crate::testing::ApiClient for $client {
            type Builder = $builder;

            fn builder_with(
                change: impl ::core::ops::FnOnce(
                    $crate::codegen::BuilderCore,
                ) -> $crate::codegen::BuilderCore,
            ) -> $builder {
                $builder(change($client::builder().0))
            }

            fn build(builder: $builder) -> ::core::result::Result<$client, $crate::ConfigError> {
                builder.build()
            }

            fn schemas() -> &'static $crate::codegen::SampleSchemas {
                static SCHEMAS: ::std::sync::LazyLock<$crate::codegen::SampleSchemas> =
                    ::std::sync::LazyLock::new(|| $crate::codegen::SampleSchemas::new($schemas));
                &SCHEMAS
            }
        }
    };
}

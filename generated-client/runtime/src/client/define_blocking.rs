//! [`client_blocking!`] defines the methods of clients and calls for programs without `async`. It is a part of
//! [`client!`](crate::client).
//!
//! The feature is the one of this crate, so that crates that do not name it need not declare it.

/// Adds nothing without the feature `blocking`.
#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! client_blocking {
    () => {};
}

/// Adds the methods to `Client` and `Call`.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! client_blocking {
    () => {
        #[cfg(feature = "call-json")]
        impl Client {
            /// Makes a call like [`call_json`](Self::call_json), and waits for the response.
            pub fn call_json_blocking(
                &self,
                operation: &str,
                input: $crate::Value,
            ) -> ::core::result::Result<$crate::Value, $crate::JsonCallError> {
                $crate::codegen::wait_json(self.call_json(operation, input))
            }

            /// Makes a call like [`call_json_as`](Self::call_json_as), and waits for the response.
            pub fn call_json_as_blocking(
                &self,
                operation: &str,
                content_type: &str,
                input: $crate::Value,
            ) -> ::core::result::Result<$crate::Value, $crate::JsonCallError> {
                $crate::codegen::wait_json(self.call_json_as(operation, content_type, input))
            }
        }

        impl<R: $crate::Request> Call<R> {
            /// Sends the request like [`send`](Self::send), and waits for the decoded response.
            ///
            /// Inside of a tokio runtime, this is an error, because it would block it.
            pub fn send_blocking(
                self,
            ) -> ::core::result::Result<R::Response, $crate::Error<R::Error>> {
                self.send().wait()
            }

            /// Sends the request like [`send_with_response`](Self::send_with_response), and waits for the response.
            pub fn send_with_response_blocking(
                self,
            ) -> ::core::result::Result<$crate::Response<R::Response>, $crate::Error<R::Error>>
            {
                self.send_with_response().wait()
            }
        }
    };
}

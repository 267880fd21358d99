// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Generated from Limits 1.

#![allow(deprecated, reason = "deprecated members are still sent and read")]
#![allow(
    rustdoc::redundant_explicit_links,
    reason = "links are explicit, so that they also work where the docs are re-exported"
)]

#[cfg(feature = "call-json")]
mod by_name;
mod client;
pub mod operations;
pub mod types;

#[cfg(feature = "call-json")]
pub use by_name::operations;
pub use client::{Call, Client, ClientBuilder};

/// A failed call, with the error body of this API.
///
/// Its text is one line with the operation, the cause and its location.
#[cfg_attr(not(doctest), doc = "
```no_run
fn advice(error: &Error) -> String {
    if error.is_not_found() {
        \"check the id\".to_owned()
    } else if error.is_retryable() {
        format!(\"try again in {:?}\", error.retry_after().unwrap_or_default())
    } else if let (Some(status), Some(body)) = (error.status(), error.body()) {
        format!(\"the service responded with {status}: {body:?}\")
    } else {
        error.to_string()
    }
}
```")]
pub type Error<E = openapi_client_runtime::Value> = openapi_client_runtime::Error<E>;

/// A service in the same process, for tests of programs that use this client.
///
/// A rule answers calls: [`on`](testing::Service::on) with [`respond`](testing::Rule::respond) and JSON or a typed value,
/// [`respond_error`](testing::Rule::respond_error), or [`reply`](testing::Rule::reply) and any [`Reply`](testing::Reply).
/// [`sampled`](testing::Service::sampled) makes up the responses to all other calls, as the document describes them.
///
/// ```ignore
/// # async fn example() -> std::result::Result<(), Box<dyn std::error::Error>> {
/// use crate::{operations, testing};
///
/// let service = testing::Service::new().sampled(1);
/// service.on(|_: &operations::GetValue| true).reply(testing::Reply::new(404));
/// let client = service.client();
///
/// let error = client.get_value().await.unwrap_err();
/// assert!(error.is_not_found());
/// assert_eq!(service.calls::<operations::GetValue>().len(), 1);
/// # Ok(())
/// # }
/// ```
#[cfg(feature = "testing")]
pub mod testing {
    #[allow(unused_imports, reason = "a program may need only the service")]
    pub use openapi_client_runtime::testing::*;

    /// A service in the same process, for tests.
    pub type Service = openapi_client_runtime::testing::Service<super::Client>;

    /// Made-up values that match the document.
    pub type Samples = openapi_client_runtime::testing::Samples<super::Client>;
}

/// The version of the document that this module was generated from.
pub const API_VERSION: &str = "1";

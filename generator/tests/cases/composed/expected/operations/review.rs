// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! `POST /reviews`

use crate::Call;
use crate::types::Review;
use openapi_client_runtime::codegen::RequestParts;
#[cfg(feature = "call-json")]
use openapi_client_runtime::codegen::{FromInput, Input, InputError};
use openapi_client_runtime::{Operation, Request, Value};

/// Inputs of [`Client::review`](crate::Client::review).
///
/// A [`ReviewRequestCall`] sets the optional ones.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReviewRequest {
    /// The opinion of a customer.
    pub review: Option<Review>,
}

impl ReviewRequest {
    /// Creates an empty value; nothing is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Request for ReviewRequest {
    type Response = ();
    type Error = Value;

    const OPERATION: Operation = Operation::post("review", "/reviews");

    #[inline]
    fn encode(&self, parts: &mut RequestParts) {
        parts.optional_json(&self.review);
    }
}

#[cfg(feature = "call-json")]
impl FromInput for ReviewRequest {
    fn from_input(input: &mut Input) -> Result<Self, InputError> {
        Ok(Self {
            review: input.optional_object(&[])?,
        })
    }
}

/// A call of [`Client::review`](crate::Client::review).
///
/// Setters take values; [`when_some`](crate::Call::when_some) takes an `Option`.
pub type ReviewRequestCall = Call<ReviewRequest>;

impl Call<ReviewRequest> {
    /// The opinion of a customer.
    pub fn review(mut self, review: Review) -> Self {
        self.request.review = Some(review);
        self
    }
}

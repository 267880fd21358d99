// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::runtime::{Answer, ErrorBody, object};

/// `Problem`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub missing: Option<crate::money::Amount>,
}

object!(Problem {
    optional missing: "missing",
});

impl ErrorBody for Problem {
    fn from_answer(answer: &Answer) -> Option<Self> {
        answer.error_body()
    }
}

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use crate::api::types::Last;
use openapi_client_runtime::Nullable;
use openapi_client_runtime::codegen::object;
use std::collections::BTreeMap;

/// `Account`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub balance: crate::money::Amount,
    /// An amount of money. Matching `^-?\d+\.\d\d$`.
    pub limit: Option<Nullable<crate::money::Amount>>,
    /// `held`. Values: matching `^-?\d+\.\d\d$`.
    pub held: Option<BTreeMap<String, crate::money::Amount>>,
    /// `last`
    pub last: Option<Last>,
    /// `holder`
    pub holder: std::collections::HashMap<String, String>,
}

object!(Account {
    required balance: "balance",
    optional_nullable limit: "limit",
    optional held: "held",
    optional last: "last",
    required holder: "holder",
});

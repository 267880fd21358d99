// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

use openapi_client_runtime::UnknownValue;
use openapi_client_runtime::codegen::open_enum;

/// How often `register()` of the integration is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RegisterSchedule {
    /// `hourly`
    Hourly,
    /// `daily`
    Daily,
    /// `weekly`
    Weekly,
    /// `bi-weekly`
    BiWeekly,
    /// `monthly`
    Monthly,
    /// `bi-monthly`
    BiMonthly,
    /// `quarterly`
    Quarterly,
    /// `yearly`
    Yearly,
    /// A value that is not listed here; `from` creates it.
    Unlisted(UnknownValue),
}

open_enum!(RegisterSchedule {
    Hourly: "hourly",
    Daily: "daily",
    Weekly: "weekly",
    BiWeekly: "bi-weekly",
    Monthly: "monthly",
    BiMonthly: "bi-monthly",
    Quarterly: "quarterly",
    Yearly: "yearly",
    ..Unlisted
});

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

#[cfg(feature = "admin-tools2")]
mod audit;
#[cfg(feature = "admin-tools2")]
mod audit_kind;
mod detail;
mod level;
#[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
mod mood;
mod problem;
#[cfg(all(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
mod spare;
mod status;
mod tenant_id;
#[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
mod user;
#[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
mod user_id;

#[cfg(feature = "admin-tools2")]
pub use audit::Audit;
#[cfg(feature = "admin-tools2")]
pub use audit_kind::AuditKind;
pub use detail::Detail;
pub use level::Level;
#[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
pub use mood::Mood;
pub use problem::Problem;
#[cfg(all(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
pub use spare::Spare;
pub use status::Status;
pub use tenant_id::TenantId;
#[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
pub use user::User;
#[cfg(any(feature = "admin-tools", feature = "admin-tools2", feature = "users"))]
pub use user_id::UserId;

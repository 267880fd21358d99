// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod channel;
mod into_map;
mod m;
mod option2;
mod priority;
mod user_id;

pub use channel::Channel;
pub use into_map::IntoMap;
pub use m::M;
pub use option2::Option2;
pub use priority::Priority;
pub use user_id::UserId;

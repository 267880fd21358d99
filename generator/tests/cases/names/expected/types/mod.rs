// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API that more than one operation uses.

mod call;
mod option2;
mod parts;
mod request;
mod thing;

pub use call::Call;
pub use option2::Option2;
pub use parts::Parts;
pub use request::Request;
pub use thing::{Thing, ThingKind};

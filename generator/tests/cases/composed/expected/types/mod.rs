// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod car;
mod marked;
mod open_pull;
mod pull;
mod review;
mod shape;
mod stamp;
mod tree;
mod vehicle;

pub use car::Car;
pub use marked::Marked;
pub use open_pull::{OpenPull, OpenPullBy, OpenPullState};
pub use pull::{Pull, PullHead};
pub use review::Review;
pub use shape::Shape;
pub use stamp::Stamp;
pub use tree::{Tree, TreeGrafted};
pub use vehicle::Vehicle;

// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API that more than one operation uses.

mod car;
mod open_pull;
mod pull;
mod tree;
mod vehicle;

pub use car::Car;
pub use open_pull::{OpenPull, OpenPullBy, OpenPullBy2, OpenPullHead, OpenPullState};
pub use pull::{Pull, PullHead};
pub use tree::{Tree, TreeGrafted};
pub use vehicle::Vehicle;

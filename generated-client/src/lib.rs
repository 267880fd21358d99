//! x
mod generated;
pub mod runtime;
pub use generated::{API, Error, operations, types};
pub use runtime::{Call, Client, ClientBuilder, ConfigError, Nullable};

mod generated;
pub mod runtime;

pub use generated::types;
pub use runtime::{Date, JsonObject, Nullable, Timestamp, Value};

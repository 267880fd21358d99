#[rustfmt::skip] // it is laid out by the generator
mod generated;

pub use generated::types;
pub use openapi_client_runtime as runtime;
pub use runtime::{Date, JsonObject, Nullable, Timestamp, Value};

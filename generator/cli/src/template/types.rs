#[rustfmt::skip] // the generator formats it
mod generated;

pub use generated::{API_VERSION, types};
pub use openapi_client_runtime as runtime;
pub use runtime::{Date, JsonObject, Nullable, Timestamp, Value, WhenSome};

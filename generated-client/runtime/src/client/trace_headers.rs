//! Headers that connect a call with the trace of the program that makes it, such as `traceparent`.

use std::sync::Arc;

use http::HeaderMap;

use super::ConfigError;
use super::header::forbidden;

/// A function that adds these headers.
pub(super) type TraceHeaders = Arc<dyn Fn(&mut HeaderMap) + Send + Sync>;

/// Adds the headers of the function to those of a request, which stay as they are.
pub(super) fn add(function: &TraceHeaders, request: &mut HeaderMap) -> Result<(), ConfigError> {
    let mut added = HeaderMap::new();
    function(&mut added);
    for name in added.keys() {
        if let Some(problem) = forbidden(name.as_str()) {
            let problem = format!("returned the header `{name}`, which {problem}");
            return Err(ConfigError::new("trace_headers", problem));
        }
        if request.contains_key(name) {
            continue;
        }
        for value in added.get_all(name) {
            request.append(name, value.clone());
        }
    }
    Ok(())
}

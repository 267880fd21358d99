//! Names that generated code can't have, for the prelude or the runtime has them.

/// Types of the prelude that generated code uses by name.
pub(super) const PRELUDE: &[&str] = &[
    "BTreeMap",
    "Box",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
    "String",
    "Vec",
];

/// Methods that `Call` has of its own, beside an operation's setters.
pub(super) const CALL_METHODS: &[&str] = &[
    "byte_stream",
    "clone",
    "collect_all",
    "collect_up_to",
    "event_stream",
    "into_future",
    "into_request",
    "new",
    "pages",
    "request",
    "request_mut",
    "send",
    "start",
    "stream",
];

/// What `ClientBuilder` has of its own, beside the settings.
pub(super) const BUILDER_METHODS: &[&str] = &[
    "base_url",
    "basic_credential",
    "build",
    "checked_base_url",
    "checked_credentials",
    "checked_headers",
    "checked_http",
    "clone",
    "connect_timeout",
    "credential",
    "env",
    "header",
    "http_client",
    "insert",
    "max_request_body",
    "max_response_body",
    "new",
    "on_attempt",
    "retry",
    "timeout",
    "token",
    "user_agent",
    "with_credentials",
    "with_env",
    "with_settings",
    "wrong",
];

/// What `Client` and `Call` have of their own behind `with_`, beside the settings.
pub(super) const CHANGES: &[&str] = &["property", "query", "response"];

/// What `Client` has of its own, beside the operations.
pub(super) const CLIENT_METHODS: &[&str] = &[
    "base_url",
    "builder",
    "call",
    "call_json",
    "call_json_as",
    "clone",
    "from_env",
    "new",
    "operations",
    "settings",
    "with",
];

/// Functions that are called where fields and arguments are at hand.
pub(super) const FUNCTIONS: &[&str] = &["into_list", "into_map"];

/// Variants for values that an enum does not list, the first that is free.
pub(super) const CATCH_ALL: [&str; 3] = ["Other", "Unlisted", "Unrecognized"];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Names of the methods that the runtime defines in the `impl`s that begin like this.
    fn methods_of(header: &str) -> Vec<String> {
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated-client/src/runtime");
        let mut methods = Vec::new();
        let mut open = vec![runtime];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                let entries = fs::read_dir(path).unwrap();
                open.extend(entries.map(|entry| entry.unwrap().path()));
                continue;
            }
            let text = fs::read_to_string(path).unwrap();
            for block in text
                .split("\nimpl")
                .filter(|block| block.starts_with(header))
            {
                let block = block.split("\n}").next().unwrap_or_default();
                let functions = block
                    .lines()
                    .filter_map(|line| line.trim_start().split_once("fn "));
                let functions = functions.filter(|(before, _)| !before.contains('/'));
                methods.extend(
                    functions.map(|(_, after)| after.split(['(', '<']).next().unwrap().to_owned()),
                );
            }
        }
        methods
    }

    #[test]
    fn methods_of_the_runtime_are_not_given_to_anything_else() {
        for (headers, reserved) in [
            (
                &[
                    "<R> Call<R> {",
                    "<R: Request> Call<R> {",
                    "<R: Paginated> Call<R> {",
                ][..],
                CALL_METHODS,
            ),
            (&[" Client {"], CLIENT_METHODS),
            (&[" ClientBuilder {"], BUILDER_METHODS),
        ] {
            for header in headers {
                let methods = methods_of(header);
                assert!(!methods.is_empty(), "the runtime has no `impl{header}`");
                for method in methods {
                    let is_reserved = match method.strip_prefix("with_") {
                        Some(change) => {
                            reserved.contains(&method.as_str())
                                || BUILDER_METHODS.contains(&change)
                                || CHANGES.contains(&change)
                        }
                        None => reserved.contains(&method.as_str()),
                    };
                    assert!(is_reserved, "`{method}` of `impl{header}` is not reserved");
                }
            }
        }
    }
}

/// Features that every crate has.
pub(super) const FEATURES: &[&str] = &["default", "rustls", "call-json"];

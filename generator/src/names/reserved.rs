//! Names that generated code cannot use, because the prelude or the runtime has them.

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

/// Modules whose file is `mod.rs`, or cannot exist on Windows, where these are names of devices.
pub(super) const MODULES: &[&str] = &[
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con",
    "conin", "conout", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9", "mod_", "nul", "prn",
];

/// Methods of every `Call`, in addition to the setters of an operation.
pub(super) const CALL_METHODS: &[&str] = &[
    "byte_stream",
    "clone",
    "collect_all",
    "collect_up_to",
    "event_stream",
    "into_future",
    "pages",
    "request",
    "send",
    "send_blocking",
    "send_with_response",
    "send_with_response_blocking",
    "stream",
    "when_some",
];

/// Methods of every `ClientBuilder`, in addition to the settings.
pub(super) const BUILDER_METHODS: &[&str] = &[
    "allow_missing_settings",
    "base_url",
    "basic_credential",
    "before_attempt",
    "build",
    "clone",
    "connect_timeout",
    "credential",
    "header",
    "http_client",
    "max_concurrent_calls",
    "max_request_body",
    "max_response_body",
    "on_attempt",
    "pool_max_idle_per_host",
    "proxy",
    "retry",
    "root_certificate",
    "timeout",
    "token",
    "token_from",
    "trace_headers",
    "user_agent",
    "wait_for_rate_limit",
    "with_env",
    "with_settings",
];

/// Methods of every `Client` and `Call` that begin with `with_`, without that prefix, in addition to the settings.
pub(super) const CHANGES: &[&str] = &["property", "query"];

/// Methods of every `Client`, in addition to the operations.
pub(super) const CLIENT_METHODS: &[&str] = &[
    "base_url",
    "builder",
    "call",
    "call_json",
    "call_json_as",
    "call_json_as_blocking",
    "call_json_blocking",
    "clone",
    "from_env",
];

/// Names of the variant for values that an enum does not list; the first unused one is chosen.
pub(super) const CATCH_ALL: &str = "Unlisted";

/// Features of every crate.
pub(super) const FEATURES: &[&str] = &[
    "default",
    "rustls",
    "call-json",
    "blocking",
    "brotli",
    "gzip",
    "testing",
    "tracing",
    "zstd",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    /// Names of the methods of a type that the runtime defines for each client.
    fn methods_of(header: &str) -> BTreeSet<String> {
        let texts = [
            "define.rs",
            "define_blocking.rs",
            "define_hooks.rs",
            "define_http.rs",
            "define_limits.rs",
            "define_parts.rs",
        ];
        let texts = texts.map(|file| fs::read_to_string(runtime().join(file)).unwrap());
        let text = texts.concat();
        // Without the examples.
        let text: String = text.split("```").step_by(2).collect();
        let blocks = text.split("\n        impl");
        let blocks = blocks.filter(|block| block.starts_with(header));
        let blocks = blocks.map(|block| block.split("\n        }").next().unwrap());
        // What only some clients have: `(Client, tokens) => { … };`.
        let parts = text.split("\n    (").filter_map(|part| {
            let (ty, rest) = part.split_once(", ")?;
            let is_wanted = header == format!(" {ty} {{");
            is_wanted.then(|| rest.split("\n    };").next().unwrap())
        });
        let lines = blocks.chain(parts).flat_map(str::lines);
        let functions = lines.filter_map(|line| line.trim_start().split_once("fn "));
        let functions = functions.filter(|(before, _)| ["pub ", "pub async "].contains(before));
        let names = functions.map(|(_, after)| after.split(['(', '<']).next().unwrap().to_owned());
        names.collect()
    }

    /// The folder of the macros that define them.
    fn runtime() -> PathBuf {
        let path = "../generated-client/runtime/src/client";
        Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
    }

    #[test]
    fn methods_of_the_runtime_are_reserved() {
        // A published package of the generator comes without the runtime.
        if !runtime().exists() {
            return;
        }
        let of_builder: BTreeSet<_> = methods_of(" ClientBuilder {");
        let of_call = [
            "<R> Call<R> {",
            "<R: $crate::Request> Call<R> {",
            "<R: $crate::Paginated> Call<R> {",
        ];
        let of_call: BTreeSet<_> = of_call.into_iter().flat_map(methods_of).collect();
        let of_client = methods_of(" Client {");
        // Operations and inputs never get names that begin with `with_`.
        let is_change = |name: &&String| name.starts_with("with_");
        let changes = of_client.iter().chain(&of_call).filter(is_change);
        for change in changes {
            let setting = change.trim_start_matches("with_");
            assert!(
                BUILDER_METHODS.contains(&setting) || CHANGES.contains(&setting),
                "{change}"
            );
        }
        for (methods, others, reserved) in [
            (&of_call, &["clone", "into_future"][..], CALL_METHODS),
            (&of_client, &["clone", "from_env"], CLIENT_METHODS),
        ] {
            let methods = methods.iter().filter(|name| !is_change(name));
            let expected: BTreeSet<&str> = methods
                .map(String::as_str)
                .chain(others.iter().copied())
                .collect();
            assert_eq!(reserved.iter().copied().collect::<BTreeSet<_>>(), expected);
        }
        let expected: BTreeSet<&str> = of_builder
            .iter()
            .map(String::as_str)
            .chain(["clone"])
            .collect();
        assert_eq!(
            BUILDER_METHODS.iter().copied().collect::<BTreeSet<_>>(),
            expected
        );
    }
}

//! Generates a Rust client for an OpenAPI document: a module in a build script, or a crate with the command
//! `openapi-rust-client`.
//!
//! # From a build script
//!
//! ```toml
//! [build-dependencies]
//! openapi-rust-client = { version = "0.1", default-features = false }
//!
//! [dependencies]
//! openapi-client-runtime = { version = "0.1", features = ["client", "rustls"] }
//! ```
//!
//! Turning off the default features leaves out the command line. The feature `client` of the runtime sends calls, and
//! `rustls` adds `https://`. A document with forms or streams also needs `forms` or `streams`; the build script reports a
//! missing feature. In `build.rs`, with `api.yaml` next to it:
//!
//! ```no_run
//! use openapi_rust_client::{Build, BuildError};
//!
//! fn main() -> Result<(), BuildError> {
//!     Build::new("api.yaml").generate()
//! }
//! ```
//!
//! In `src/lib.rs` or `src/main.rs`:
//!
//! ```ignore
//! include!(concat!(env!("OUT_DIR"), "/api.rs"));
//!
//! use api::Client;
//! ```
//!
//! [`Build`] also takes overlays, options, and another path for the module. Two builds generate two clients. Cargo runs the
//! script again when one of the files changes. Warnings about the document appear as warnings of cargo. An error stops the
//! build and shows the line.
//!
//! A crate with the feature `call-json = ["openapi-client-runtime/call-json"]` has calls by name. One with the feature
//! `testing = ["openapi-client-runtime/testing"]` has a service for tests.
//!
//! # The command
//!
//! `openapi-rust-client generate --help` lists its options. The command needs the feature `cli`, which is on by default.

mod apply;
mod build_script;
mod document;
mod manifest;
mod plan;
mod ref_files;
mod render;
mod report;
mod run_options;
mod text;

#[cfg(feature = "cli")]
mod changes;
#[cfg(feature = "cli")]
mod crate_name;
#[cfg(feature = "cli")]
mod diff;
#[cfg(feature = "cli")]
mod embedded;
#[cfg(feature = "cli")]
mod generate;
#[cfg(feature = "cli")]
mod messages;
#[cfg(feature = "cli")]
mod next_version;
#[cfg(feature = "cli")]
mod paths;
#[cfg(feature = "cli")]
mod results;
#[cfg(feature = "cli")]
mod runtime;
mod shell;
#[cfg(feature = "cli")]
mod template;

pub use build_script::{Build, BuildError};

/// Parts for the commands in the repository of this crate. They may change in any release.
#[doc(hidden)]
pub mod internal {
    pub use crate::document::{Document, Sources};
    pub use crate::manifest::{Manifest, published_runtime};
    pub use crate::plan::Plan;
    pub use crate::render::{Extent, plain};
    pub use crate::run_options::RunOptions;
    pub use crate::text::{decoded, one_line};
    pub mod report {
        pub use crate::report::*;
    }

    #[cfg(feature = "cli")]
    pub use crate::{
        crate_name::CrateName,
        messages::{Format, Messages, read},
        next_version::{CrateVersion, next_version},
        template::{GENERATED, TESTS, Template, Workspace, is_dependency},
    };
    #[cfg(feature = "cli")]
    pub mod changes {
        pub use crate::changes::*;
    }
    #[cfg(feature = "cli")]
    pub mod diff {
        pub use crate::diff::*;
    }
    #[cfg(feature = "cli")]
    pub mod generate {
        pub use crate::generate::*;
    }
    #[cfg(feature = "cli")]
    pub mod results {
        pub use crate::results::*;
    }
    #[cfg(feature = "cli")]
    pub mod runtime {
        pub use crate::runtime::*;
    }
}

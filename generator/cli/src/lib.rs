//! Writes a Rust client for an OpenAPI document: the command `openapi-rust-client`, as a library, and a module in a build
//! script.
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
//! Without default features there is no command line to build. `client` sends calls, `rustls` is for `https://`; a document
//! with forms or streams needs `forms` or `streams` as well, and the build script says so. In `build.rs`, which is next to
//! `Cargo.toml` and `api.yaml`:
//!
//! ```no_run
//! use openapi_rust_client::{Build, BuildError};
//!
//! fn main() -> Result<(), BuildError> {
//!     Build::new("api.yaml").generate()
//! }
//! ```
//!
//! and in `src/lib.rs` or `src/main.rs`, where `crate::api` is to be:
//!
//! ```ignore
//! include!(concat!(env!("OUT_DIR"), "/api.rs"));
//!
//! use api::Client;
//! ```
//!
//! [`Build`] takes overlays, options, and another place for the module; two calls generate two clients. Cargo runs the
//! script again when a file that it read has changed. Warnings about the document appear as warnings of cargo, and an error
//! stops the build with the line that is wrong.
//!
//! Calls by name are there if the crate has the feature `call-json = ["openapi-client-runtime/call-json"]`.
//!
//! # As the command does it
//!
//! The modules follow a run: a [`Document`] is read with its overlays and options, `Messages` generates and reports
//! problems, a `Template` adds the files of a crate, and a [`Plan`] brings a folder up to date. What is about crates and
//! the terminal needs the feature `cli`, which is on by default.

mod apply;
mod build_script;
mod choices;
mod document;
mod manifest;
mod plan;
mod render;
pub mod report;

#[cfg(feature = "cli")]
mod crate_name;
#[cfg(feature = "cli")]
pub mod generate;
#[cfg(feature = "cli")]
mod messages;
#[cfg(feature = "cli")]
mod runtime;
#[cfg(feature = "cli")]
mod template;

pub use build_script::{Build, BuildError};
pub use choices::Choices;
pub use document::{Document, Sources};
pub use manifest::{Manifest, RUNTIME, package_name};
pub use plan::{Plan, is_generated};
pub use render::plain;

#[cfg(feature = "cli")]
pub use crate_name::CrateName;
#[cfg(feature = "cli")]
pub use messages::{Format, Messages};
#[cfg(feature = "cli")]
pub use runtime::{FOLDER as RUNTIME_FOLDER, Runtime, embedded as embedded_runtime};
#[cfg(feature = "cli")]
pub use template::{GENERATED, Home, Template, is_dependency};

pub use openapi_client_generator as generator;

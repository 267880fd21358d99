//! Writes a Rust client crate for an OpenAPI document: the command `openapi-rust-client`, as a library.
//!
//! The modules follow a run: a [`Document`] is read with its overlays and options, [`Messages`] generates and reports
//! problems, a [`Template`] adds the files of a crate, and a [`Plan`] brings a folder up to date.

mod apply;
mod choices;
mod crate_name;
mod document;
mod messages;
mod plan;
pub mod report;
mod runtime;
mod template;

#[cfg(feature = "cli")]
pub mod generate;

pub use choices::Choices;
pub use crate_name::CrateName;
pub use document::{Document, Sources};
pub use messages::{Format, Messages, plain};
pub use plan::{Plan, is_generated};
pub use runtime::{FOLDER as RUNTIME_FOLDER, RUNTIME, Runtime, embedded as embedded_runtime};
pub use template::{GENERATED, Home, Template, is_dependency, missing_lines, package_name};

pub use openapi_client_generator as generator;

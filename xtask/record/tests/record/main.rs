//! Recording a service that stands in for the real one.

mod command;
mod committed;
mod created;
mod harmless;
mod policies;
mod rehearsal;
mod scenarios;
mod secrets;
mod shape;
mod stand_in;

use std::path::Path;

use xtask_record::document::Document;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn document() -> Document {
    Document::read(root()).unwrap()
}

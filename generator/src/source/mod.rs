//! Texts and where things are in them. Nothing here knows OpenAPI.

mod lines;
mod origins;
mod parse;
mod pointer;
mod positions;
mod texts;
mod tree;

pub(crate) use lines::{Lines, nth};
pub(crate) use origins::{Below, Origins};
pub(crate) use parse::{ParseError, parse};
pub(crate) use pointer::{Pointer, percent_decoded};
pub(crate) use positions::{Position, Positions};
pub use texts::Source;
pub(crate) use texts::Sources;

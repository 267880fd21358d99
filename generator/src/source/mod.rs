//! Sources, their values, and positions in them. Nothing here knows about OpenAPI.

mod json;
mod lines;
mod number;
mod origins;
mod parse;
mod pointer;
mod positions;
mod sources;
mod tree;
mod yaml;

pub(crate) use lines::{Lines, nth};
pub(crate) use number::whole;
pub(crate) use origins::{Below, Origins};
use parse::Format;
pub(crate) use parse::{ParseError, parse};
pub use pointer::json_path_member;
pub(crate) use pointer::{Pointer, percent_decoded};
pub(crate) use positions::{NodeKind, Position, Positions};
pub use sources::Source;
pub(crate) use sources::Sources;

//! The commands, run as the user runs them, in small workspaces of their own.

mod corpus;
mod generate;
mod house;
mod messages;
mod options;
mod regen;

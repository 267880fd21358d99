// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod all_item;
mod alternatives_item;
mod base;
mod described;
mod extended_item;
mod holder;
mod list_or_object;
mod lists_item;
mod maps_value;
mod number_lists;
mod numbers;
mod tree;
mod values_value;
mod wide;
mod widened;
mod words_item;

pub use all_item::AllItem;
pub use alternatives_item::{AlternativesItem, AlternativesItemB};
pub use base::Base;
pub use described::Described;
pub use extended_item::ExtendedItem;
pub use holder::Holder;
pub use list_or_object::{ListOrObject, ListOrObjectListItem};
pub use lists_item::ListsItem;
pub use maps_value::MapsValue;
pub use number_lists::{NumberLists, NumberListsOpen};
pub use numbers::Numbers;
pub use tree::{Tree, TreeKidsItem};
pub use values_value::ValuesValue;
pub use wide::Wide;
pub use widened::Widened;
pub use words_item::WordsItem;

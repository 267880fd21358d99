// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! Types of the API.

mod block;
mod content;
mod event;
mod footer;
mod holder;
mod image;
mod join;
mod map;
mod message;
mod only;
mod or_inline;
mod or_list;
mod or_string;
mod part;
mod record;
mod text;
mod title;
mod unmapped_event;
mod versioned;
mod whole;
mod wrapped;

pub use block::Block;
pub use content::Content;
pub use event::Event;
pub use footer::Footer;
pub use holder::Holder;
pub use image::Image;
pub use join::Join;
pub use map::Map;
pub use message::Message;
pub use only::Only;
pub use or_inline::{OrInline, OrInlineInline};
pub use or_list::{OrList, OrListListed, OrListListedKind, OrListOther};
pub use or_string::OrString;
pub use part::Part;
pub use record::Record;
pub use text::Text;
pub use title::Title;
pub use unmapped_event::UnmappedEvent;
pub use versioned::Versioned;
pub use whole::Whole;
pub use wrapped::Wrapped;

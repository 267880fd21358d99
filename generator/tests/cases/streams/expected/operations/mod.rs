// @generated from the OpenAPI document by openapi-rust-client. Do not edit.

//! The operations, with their inputs and responses.

mod add_pictures;
mod chat;
mod export_ticks;
mod follow_log;
mod read_file;
mod watch_ticks;
mod write_file;

pub use add_pictures::{AddPictures, AddPicturesCall};
pub use chat::{Chat, ChatResponseEvent};
pub use export_ticks::{ExportTicks, ExportTicksError};
pub use follow_log::{FollowLog, FollowLogResponse};
pub use read_file::ReadFile;
pub use watch_ticks::WatchTicks;
pub use write_file::WriteFile;

//! The sources that new crates are made from. `build.rs` finds them.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

//! Recordings of HTTP exchanges in the format HAR 1.2, which browsers and proxies export, as a source of replies.

mod difference;
mod error;
mod exchange;
mod reader;
mod writer;

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::{Reply, SentRequest};
use crate::client::Snapshot;
pub use difference::json_differences;
pub use error::HarError;
use exchange::{Exchange, RequestKey};
use reader::At;
pub use writer::har;

/// The exchanges of a file, and which of them were used.
pub(super) struct Recordings {
    exchanges: Vec<Exchange>,
    progress: Mutex<Progress>,
}

#[derive(Default)]
struct Progress {
    /// The indices of exchanges that were used, each with the call that has used it.
    used: Vec<(usize, Option<Snapshot>)>,
    in_order: bool,
}

impl Recordings {
    pub(super) fn read(text: &str) -> Result<Self, HarError> {
        let text = text.trim_start_matches('\u{feff}');
        let har: Value =
            serde_json::from_str(text).map_err(|error| HarError::new(error.to_string()))?;
        let log = At::root(&har).member("log")?;
        let version = log.member("version")?;
        if !version.text()?.starts_with("1.") {
            return Err(version.error("is not a version of HAR that is known, such as `1.2`"));
        }
        let entries = log.member("entries")?.items()?;
        let exchanges = entries.iter().map(Exchange::read);
        Ok(Self {
            exchanges: exchanges.collect::<Result<_, _>>()?,
            progress: Mutex::default(),
        })
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn in_order(&self) {
        self.progress().in_order = true;
    }

    /// The recorded reply to an attempt of a call, from the first entry that matches and was not used. Without one, the last
    /// that an earlier attempt of the call has used. `Err` describes the nearest entry.
    pub(super) fn reply(
        &self,
        call: Option<&Snapshot>,
        sent: &SentRequest,
    ) -> Result<Reply, String> {
        let sent = RequestKey::of(sent);
        let Progress { used, in_order } = &mut *self.progress();
        let last = used.last().map(|(last, _)| *last).filter(|_| *in_order);
        let mut nearest = None;
        for (index, exchange) in self.exchanges.iter().enumerate() {
            let difference = exchange.request.difference(&sent);
            let (distance, problem) = match difference {
                Some((distance, difference)) => (distance, format!("has {difference}")),
                None if used.iter().any(|(used, _)| *used == index) => {
                    (0, "matches, but was already used".to_owned())
                }
                None if last.is_some_and(|last| index < last) => (
                    0,
                    "matches, but is before the last one that was used".to_owned(),
                ),
                None => match &exchange.reply {
                    Ok(reply) => {
                        used.push((index, call.cloned()));
                        return Ok(reply.clone());
                    }
                    Err(problem) => (0, format!("matches, but {problem}")),
                },
            };
            if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
                nearest = Some((distance, format!("{} {problem}", exchange.name)));
            }
        }
        // A recorded failure need not be there as often as the client makes attempts.
        let is_of_call = |user: &Option<Snapshot>| match (user, call) {
            (Some(user), Some(call)) => user.is_same_call(call),
            _ => false,
        };
        let earlier = used.iter().rev().filter(|(_, user)| is_of_call(user));
        let earlier = earlier.map(|(index, _)| &self.exchanges[*index]);
        let mut again = earlier.filter(|exchange| exchange.request.difference(&sent).is_none());
        if let Some(Ok(reply)) = again.next().map(|exchange| &exchange.reply) {
            return Ok(reply.clone());
        }
        Err(nearest.map_or_else(|| "there are no recordings".to_owned(), |(_, text)| text))
    }
}

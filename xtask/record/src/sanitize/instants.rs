//! Instants. All of them move by the same time, so that their order stays.

use jiff::{SignedDuration, Timestamp};

/// The time of the earliest instant.
const FIRST: &str = "2024-01-01T00:00:00Z";

/// The end of the time to which instants move.
const END: &str = "2035-01-01T00:00:00Z";

#[derive(Debug, Default)]
pub(super) struct Instants {
    earliest: Option<Timestamp>,
    offset: SignedDuration,
}

impl Instants {
    /// The instant after the move, with as many digits as before; `None` if it is not one.
    pub(super) fn moved(&mut self, text: &str) -> Option<String> {
        let instant: Timestamp = text.parse().ok()?;
        self.earliest = Some(
            self.earliest
                .map_or(instant, |earliest| earliest.min(instant)),
        );
        let digits = text.split_once('.').map_or(0, |(_, fraction)| {
            fraction.chars().take_while(char::is_ascii_digit).count()
        });
        let end: Timestamp = END.parse().unwrap_or(Timestamp::UNIX_EPOCH);
        let moved = instant.checked_add(self.offset).ok();
        // What is too late says nothing but that.
        let moved = moved
            .filter(|moved| *moved < end)
            .unwrap_or(Timestamp::UNIX_EPOCH);
        Some(format!("{moved:.digits$}"))
    }

    /// Ends the search for the earliest instant.
    pub(super) fn settle(&mut self) {
        let first: Timestamp = FIRST.parse().unwrap_or(Timestamp::UNIX_EPOCH);
        if let Some(earliest) = self.earliest {
            self.offset = first.duration_since(earliest);
        }
    }
}

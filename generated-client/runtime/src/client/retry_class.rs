//! Which failures are repeated, and why.

use super::TransportError;
use super::error::Failure;

/// The treatment of a kind of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RetryClass {
    pub(super) repeat: Repeat,
    /// The price of a retry, in tokens of the client's budget. A condition of the caller may allow any retry.
    pub(super) cost: usize,
    /// Why it is repeated or not.
    pub(super) reason: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeat {
    /// The service has not processed the request.
    Always,
    /// The service may have processed the request.
    IfIdempotent,
    Never,
}

/// The price of a retry. A success without retries gives back one token, so a fifth of the calls can be repeated in the long
/// run.
const COST: usize = 5;
/// The price of a retry after a wait in vain, which is more of a burden.
const COST_OF_WAIT: usize = 10;

impl RetryClass {
    const fn new(repeat: Repeat, cost: usize, reason: &'static str) -> Self {
        Self {
            repeat,
            cost,
            reason,
        }
    }

    /// Whether a request is repeated.
    pub(super) fn repeats(self, is_idempotent: bool) -> bool {
        match self.repeat {
            Repeat::Always => true,
            Repeat::IfIdempotent => is_idempotent,
            Repeat::Never => false,
        }
    }

    pub(super) fn of_status(status: u16) -> Self {
        let known = STATUSES.iter().find(|(known, _)| *known == status);
        known.map_or(OTHER_STATUS, |(_, class)| *class)
    }

    pub(super) fn of_transport(error: &TransportError) -> Self {
        match (error.may_pass(), error.is_connect(), error.is_timeout()) {
            (false, ..) => NO_HTTP,
            (_, true, true) => SLOW_CONNECT,
            (_, true, false) => NO_CONNECTION,
            (_, false, true) => SILENCE,
            (_, false, false) => LOST_CONNECTION,
        }
    }

    pub(super) fn of_failure(failure: &Failure) -> Self {
        match failure {
            Failure::Transport(error) => Self::of_transport(error),
            Failure::Stalled { .. } => SILENCE,
            Failure::Timeout { .. } | Failure::NotSent { .. } | Failure::RateLimited { .. } => {
                OUT_OF_TIME
            }
            Failure::Hook(error) if error.is_timeout() => OUT_OF_TIME,
            _ => SAME_AGAIN,
        }
    }
}

use Repeat::{Always, IfIdempotent, Never};

const NO_HTTP: RetryClass = RetryClass::new(
    Never,
    COST,
    "the address, the certificate or the protocol is wrong, which a repetition does not change",
);
const NO_CONNECTION: RetryClass = RetryClass::new(Always, COST, "nothing was sent");
const SLOW_CONNECT: RetryClass = RetryClass::new(Always, COST_OF_WAIT, "nothing was sent");
const LOST_CONNECTION: RetryClass = RetryClass::new(
    IfIdempotent,
    COST,
    "the connection was lost, so the service may have received the request",
);
const SILENCE: RetryClass = RetryClass::new(
    IfIdempotent,
    COST_OF_WAIT,
    "nothing arrived, although the service may have received the request",
);
const OUT_OF_TIME: RetryClass = RetryClass::new(Never, COST, "the time of the call is over");
const SAME_AGAIN: RetryClass = RetryClass::new(Never, COST, "it would fail in the same way again");
const OTHER_STATUS: RetryClass = RetryClass::new(Never, COST, "the status is not a temporary one");

/// The statuses that were looked at one by one. 520 to 527 come from Cloudflare, in front of a service.
const STATUSES: [(u16, RetryClass); 16] = {
    const fn class(repeat: Repeat, cost: usize, reason: &'static str) -> RetryClass {
        RetryClass::new(repeat, cost, reason)
    }
    const UNSTABLE: RetryClass = class(
        IfIdempotent,
        COST,
        "a server behind the gateway failed or was lost, perhaps after it received the request",
    );
    const SLOW: RetryClass = class(
        IfIdempotent,
        COST_OF_WAIT,
        "a server behind the gateway was silent, perhaps after it received the request",
    );
    const MISCONFIGURED: RetryClass = class(
        Never,
        COST,
        "the certificate behind the gateway is wrong, which a repetition does not change",
    );
    [
        (
            408,
            class(
                IfIdempotent,
                COST,
                "the service did not receive the whole request in time, or closes an idle connection",
            ),
        ),
        (
            425,
            class(
                Always,
                COST,
                "the service does not process a request that arrives before the TLS handshake ends",
            ),
        ),
        (
            429,
            class(
                Always,
                COST,
                "the service has counted too many calls, and does not process this one",
            ),
        ),
        (
            500,
            class(
                Never,
                COST,
                "the service failed on this request, and most likely fails on it again",
            ),
        ),
        (502, UNSTABLE),
        (
            503,
            class(
                IfIdempotent,
                COST,
                "the service is overloaded or restarts, perhaps while it processed the request",
            ),
        ),
        (504, SLOW),
        // The response of the server was empty or garbage.
        (520, UNSTABLE),
        // It refused the connection.
        (521, UNSTABLE),
        // It did not accept the connection, or not the request, in time.
        (522, SLOW),
        // It could not be reached.
        (523, UNSTABLE),
        // It accepted the request, and was silent for 100 seconds.
        (524, SLOW),
        // The TLS handshake failed.
        (525, MISCONFIGURED),
        // The certificate is not valid.
        (526, MISCONFIGURED),
        // Retired, and was about the connection to a server.
        (527, UNSTABLE),
        // Several services say with it that they are overloaded.
        (
            529,
            class(
                IfIdempotent,
                COST,
                "the service is overloaded, and may have begun to process the request",
            ),
        ),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::{Idempotency, Operation};

    #[test]
    fn each_status_is_repeated_if_that_is_safe_and_may_help() {
        let repeated = |operation: Operation| {
            let statuses = (100..600)
                .filter(|status| RetryClass::of_status(*status).repeats(operation.is_idempotent()));
            statuses.collect::<Vec<u16>>()
        };
        assert_eq!(
            repeated(Operation::get("a", "/")),
            [
                408, 425, 429, 502, 503, 504, 520, 521, 522, 523, 524, 527, 529
            ]
        );
        let get = repeated(Operation::get("a", "/"));
        let post = Operation::post("a", "/");
        assert_eq!(repeated(Operation::delete("a", "/")), get);
        assert_eq!(repeated(post), [425, 429]);
        assert_eq!(repeated(Operation::patch("a", "/")), [425, 429]);
        assert_eq!(repeated(post.with_idempotency(&Idempotency::Always)), get);
        assert_eq!(
            repeated(post.with_idempotency(&Idempotency::ByKey("x-key"))),
            get
        );
        let unsafe_get = Operation::get("a", "/").with_idempotency(&Idempotency::Never);
        assert_eq!(repeated(unsafe_get), [425, 429]);
    }
}

//! Spans and events of calls, with the names that OpenTelemetry has for HTTP clients. `untraced.rs` takes the place of this module
//! without the feature `tracing`.
//!
//! No value of a path, query, header or body is ever a part of them. That is why the path is the one of the document, with the
//! names of its parameters, and an error is the name of its kind, without a message.

use std::future::Future;
use std::time::Duration;

use http::StatusCode;
use tracing::field::{Empty, display};
use tracing::{Instrument as _, Level, Span, enabled, event, info, info_span};

use super::attempt::{Attempt, Decision};
use super::call_summary::Outcome;
use super::error::Failure;
use super::prepared_request::PreparedRequest;
use super::{ErrorKind, Operation, RawResponse};

/// The target of all spans and events, for filters.
const TARGET: &str = "openapi_client_runtime";

/// The span of a call. It is closed when this value and all others like it are dropped.
pub(super) struct CallSpan(Span);

impl CallSpan {
    /// The span of a call that was not sent.
    pub(super) fn none() -> Self {
        Self(Span::none())
    }

    /// Records the reason why the call failed.
    pub(super) fn failed<E>(self, operation: Operation, kind: &ErrorKind<E>) {
        match kind {
            ErrorKind::Api(error) => fail(&self.0, error.http_status().as_str()),
            other => fail(&self.0, other.name()),
        }
        // Its attempt has succeeded, so that has no event for it.
        if let ErrorKind::Decode { response, .. } = kind {
            // Without the span of the call, it belongs to the one of the caller.
            self.0.in_scope(|| {
                event!(
                    target: TARGET,
                    Level::WARN,
                    {
                        "openapi.operation_id" = operation.id(),
                        "http.response.status_code" = response.status().as_u16(),
                        "error.type" = kind.name(),
                    },
                    "the response cannot be decoded"
                );
            });
        }
    }
}

/// Makes a call in a span.
pub(super) async fn call(operation: Operation, call: impl Future<Output = Outcome>) -> Outcome {
    let span = info_span!(
        target: TARGET,
        "call",
        "otel.name" = operation.id(),
        "otel.kind" = "internal",
        "otel.status_code" = Empty,
        "openapi.operation_id" = operation.id(),
        "http.request.method" = operation.method().as_str(),
        "url.template" = operation.path(),
        "http.request.resend_count" = Empty,
        "http.response.status_code" = Empty,
        "error.type" = Empty,
    );
    let mut outcome = call.instrument(span.clone()).await;
    let resent = outcome.end.attempts.saturating_sub(1);
    if resent > 0 {
        span.record("http.request.resend_count", resent);
    }
    record_status(&span, &outcome.result);
    outcome.end.span = CallSpan(span);
    outcome
}

/// A future that belongs to the present span in another task, too.
pub(super) fn in_current_span<F: Future>(future: F) -> impl Future<Output = F::Output> {
    future.in_current_span()
}

/// The span of an attempt, inside the span of its call.
pub(super) struct AttemptSpan(Span);

impl AttemptSpan {
    pub(super) fn new(operation: Operation, request: &PreparedRequest, number: usize) -> Self {
        let (method, template) = (operation.method().as_str(), operation.path());
        let span = info_span!(
            target: TARGET,
            "attempt",
            "otel.name" = %format_args!("{method} {template}"),
            "otel.kind" = "client",
            "otel.status_code" = Empty,
            "http.request.method" = method,
            "url.template" = template,
            "server.address" = request.url.host_str(),
            "server.port" = request.url.port_or_known_default(),
            "http.request.resend_count" = Empty,
            "http.request.body.size" = request.body_size(),
            "http.response.status_code" = Empty,
            "http.response.body.size" = Empty,
            "error.type" = Empty,
        );
        if number > 1 {
            span.record("http.request.resend_count", number - 1);
        }
        Self(span)
    }

    /// Makes the attempt in the span.
    pub(super) fn run<F: Future>(&self, attempt: F) -> impl Future<Output = F::Output> {
        attempt.instrument(self.0.clone())
    }

    /// Whether somebody listens to the span, or at least to the events of failures.
    pub(super) fn is_recorded(&self) -> bool {
        !self.0.is_disabled() || enabled!(target: TARGET, Level::WARN)
    }

    /// Records the result, closes the span, and tells what follows.
    pub(super) fn ended(self, attempt: &Attempt<'_>) {
        record_status(&self.0, attempt.result);
        if let Some(size) = attempt.response_body_size() {
            self.0.record("http.response.body.size", size);
        }
        let status = attempt.response().map(RawResponse::status);
        let reason = match (attempt.result, &status) {
            (Err(failure), _) => failure.name(),
            (_, status) => status.as_ref().map_or("", StatusCode::as_str),
        };
        if status.is_none_or(|status| !attempt.operation.is_success(status)) {
            fail(&self.0, reason);
        }
        drop(self);
        let status = status.map(|status| status.as_u16());
        match attempt.decision {
            Some(Decision::RetryIn(wait)) => event!(
                target: TARGET,
                Level::INFO,
                {
                    "http.response.status_code" = status,
                    "error.type" = reason,
                    attempt = attempt.number,
                    wait_ms = milliseconds(wait),
                    reason = attempt.class().reason,
                },
                "waiting for the next attempt"
            ),
            Some(Decision::NotRetried(why)) => {
                /// Levels are constants. Without the span, the operation is only in the event.
                macro_rules! not_retried {
                    ($level:expr) => {
                        event!(
                            target: TARGET,
                            $level,
                            {
                                "openapi.operation_id" = attempt.operation.id(),
                                "http.response.status_code" = status,
                                "error.type" = reason,
                                attempt = attempt.number,
                                reason = %why,
                            },
                            "not retried"
                        )
                    };
                }
                if attempt.status.is_some_and(is_refusal) {
                    not_retried!(Level::INFO);
                } else {
                    not_retried!(Level::WARN);
                }
            }
            _ => {}
        }
    }
}

/// Tells that an attempt waited for a setting of the client: a limit or a token. A wait of less than a millisecond is none.
pub(super) fn waited(setting: &'static str, wait: Duration) {
    let wait_ms = milliseconds(wait);
    if wait_ms > 0 {
        info!(target: TARGET, setting, wait_ms, "waited before an attempt");
    }
}

fn milliseconds(wait: Duration) -> u64 {
    u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)
}

fn record_status(span: &Span, result: &Result<RawResponse, Failure>) {
    if let Ok(response) = result {
        span.record("http.response.status_code", response.status().as_u16());
    }
}

/// Whether the service has refused the call, such as with 404, which is normal for many programs.
fn is_refusal(status: u16) -> bool {
    (400..500).contains(&status) && status != 429
}

fn fail(span: &Span, reason: &str) {
    span.record("error.type", display(reason));
    span.record("otel.status_code", "ERROR");
}

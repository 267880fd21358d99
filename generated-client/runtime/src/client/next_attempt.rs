//! Attempts that are about to be sent, which functions of the caller can change.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue, Method};
use reqwest::Url;
use tokio::time::{Duration, Instant};

use super::Operation;
use super::deadline::before;
use super::error::Failure;
use super::header::forbidden;
use super::hook_error::{HookError, HookResult};
use super::percent::encode;
use super::prepared_request::{PreparedRequest, expect_short};
use super::settings::Settings;

/// An attempt of a call that is about to be sent. `before_attempt` of a client's builder can change its headers and its query.
///
/// Its `Debug` text is for logs: it has neither inputs nor headers.
pub struct NextAttempt {
    operation: Operation,
    number: usize,
    method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
}

impl NextAttempt {
    /// The operation of the call.
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// The number of the attempt, starting at 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The method of the request.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The URL of the request, with its query. It may contain a credential.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The headers of the request, with its credentials. Headers of the HTTP client, such as `Host`, are not there yet.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The same, to change them. Changing a header that belongs to the connection, such as `Content-Length`, fails the call.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// Adds a query parameter to the URL of this attempt.
    pub fn add_query(&mut self, name: &str, value: impl fmt::Display) {
        let pair = format!("{}={}", encode(name), encode(&value.to_string()));
        let query = match self.url.query().filter(|query| !query.is_empty()) {
            Some(query) => [query, "&", &pair].concat(),
            None => pair,
        };
        self.url.set_query(Some(&query));
    }
}

impl fmt::Debug for NextAttempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextAttempt")
            .field("operation", &format_args!("{}", self.operation.id()))
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

/// A function that changes or refuses an attempt.
pub(super) type BeforeAttempt = Arc<dyn Fn(NextAttempt) -> Changed + Send + Sync>;

type Changed = Pin<Box<dyn Future<Output = HookResult<NextAttempt>> + Send>>;

/// The part of the call that its functions run in.
pub(super) struct Moment {
    pub(super) operation: Operation,
    /// The number of the attempt.
    pub(super) number: usize,
    /// The timeout of the call, and when it is over.
    pub(super) timeout: Duration,
    pub(super) deadline: Option<Instant>,
}

impl Moment {
    /// Waits for a function of the caller, as long as the call may take.
    pub(super) async fn wait<T>(
        &self,
        setting: &'static str,
        function: impl Future<Output = Result<T, HookError>>,
    ) -> Result<T, HookError> {
        let result = before(self.deadline, function).await;
        result.unwrap_or_else(|| Err(HookError::timed_out(setting, self.timeout)))
    }
}

/// The attempt with its token, as the function of the caller changes it.
pub(super) async fn changed(
    settings: &Settings,
    request: &PreparedRequest,
    moment: Moment,
    token: Option<HeaderValue>,
) -> Result<NextAttempt, Failure> {
    let mut attempt = NextAttempt {
        operation: moment.operation,
        number: moment.number,
        method: request.method.clone(),
        url: request.url.clone(),
        headers: request.headers.clone(),
    };
    if let Some(token) = token {
        attempt.headers.insert(AUTHORIZATION, token);
    }
    match &settings.before_attempt {
        Some(function) => call(function, attempt, request, &moment).await,
        None => Ok(attempt),
    }
}

async fn call(
    function: &BeforeAttempt,
    attempt: NextAttempt,
    request: &PreparedRequest,
    moment: &Moment,
) -> Result<NextAttempt, Failure> {
    const SETTING: &str = "before_attempt";
    // It may be called only when the time of the call has begun.
    let changed = async { function(attempt).await };
    let changed = async {
        changed
            .await
            .map_err(|error| HookError::new(SETTING, error))
    };
    let changed = moment.wait(SETTING, changed).await.map_err(Failure::Hook)?;
    let request_key = moment.operation.idempotency_key();
    let (before, after) = (&request.headers, &changed.headers);
    for name in before.keys().chain(after.keys()) {
        let is_same = || before.get_all(name).iter().eq(after.get_all(name));
        let of_key = || {
            let key = request_key.filter(|key| name.as_str().eq_ignore_ascii_case(key));
            key.map(|_| "holds the key of the call; set it with `with_header`")
        };
        if let Some(problem) = forbidden(name.as_str()).or_else(of_key)
            && !is_same()
        {
            let problem = format!("it changed the header `{name}`, which {problem}");
            return Err(Failure::Hook(HookError::new(SETTING, problem.into())));
        }
    }
    expect_short(&changed.url, SETTING, "").map_err(Failure::Encode)?;
    Ok(changed)
}

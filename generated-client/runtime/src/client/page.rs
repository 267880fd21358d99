//! Lists that the service returns in pages.

use std::collections::HashSet;
use std::fmt;
use std::future::Future;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::call::CallResult;
use super::{CallFuture, CallSettings, ClientCore, Error, ErrorKind, Request, send};

/// The number of failures of a page, one after the other, after which a stream ends. Otherwise, a loop that ignores errors would
/// never end.
const MAX_FAILURES: usize = 10;

/// A request for one page of a list. The requests of operations that return pages implement it.
pub trait Paginated: Request {
    /// The type of the items.
    type Item: Send + 'static;

    /// The token of the page that this request asks for. It is absent or empty for the first page.
    fn token(&self) -> Option<&str>;

    /// Changes the request to ask for the page with this token.
    fn resume(&mut self, token: String);

    /// The token of the next page. It is absent or empty on the last page.
    fn next_token(page: &Self::Response) -> Option<&str>;

    /// The items of a page.
    fn into_items(page: Self::Response) -> Vec<Self::Item>;
}

/// The requested page and all following pages.
pub fn pages<R: Paginated>(client: ClientCore, request: R, settings: CallSettings) -> Pages<R> {
    Pages {
        client,
        seen: request.token().map(str::to_owned).into_iter().collect(),
        request,
        settings,
        has_next: true,
        failures: 0,
        pending: None,
        repeated: None,
    }
}

/// The pages of a list. It is a
/// [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html);
/// [`try_next`](Self::try_next) works without an extension trait.
///
/// After an error that [may pass](Error::is_retryable), it goes on: the same page is requested again when the stream is polled
/// again. It ends after any other error, and if the same page has failed ten times in a row.
#[must_use = "streams do nothing unless they are polled"]
pub struct Pages<R: Paginated> {
    client: ClientCore,
    /// The request for the next page.
    request: R,
    settings: CallSettings,
    /// Whether there is a page that was not read.
    has_next: bool,
    /// How often the next page has failed. A failure that cannot pass counts as all of them.
    failures: usize,
    pending: Option<CallFuture<CallResult<R::Response, R::Error>>>,
    seen: HashSet<String>,
    /// A repeated token. The error is returned after the page that contains it.
    repeated: Option<String>,
}

/// A page with its token.
pub(super) type Page<R> = (Option<String>, <R as Request>::Response);

// Nothing is pinned in it: the future inside is boxed.
impl<R: Paginated> Unpin for Pages<R> {}

impl<R: Paginated> Pages<R> {
    /// The next page, or `None` after the last one.
    pub async fn try_next(&mut self) -> Result<Option<R::Response>, Error<R::Error>> {
        next(self).await
    }

    /// The token of the next page, with which the same request continues later, or in another program. It is still there
    /// after an error. `None` is the first page, or the end after the last one.
    pub fn next_token(&self) -> Option<&str> {
        let token = self.request.token().filter(|_| self.has_next);
        token.filter(|token| !token.is_empty())
    }

    /// Whether a page is requested when the stream is polled again.
    pub(super) fn goes_on(&self) -> bool {
        self.has_next && self.failures < MAX_FAILURES
    }

    /// Requests the next page in a task of its own, so that it arrives although nobody polls the stream in the meantime.
    pub(super) fn request_ahead(&mut self) {
        if self.pending.is_none() && self.repeated.is_none() && self.goes_on() {
            let call = send(&self.client, &self.request, &self.settings);
            self.pending = Some(call.in_background());
        }
    }

    pub(super) fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<CallResult<Page<R>, R::Error>>> {
        if let Some(token) = self.repeated.take() {
            return Poll::Ready(Some(Err(Error::new(
                R::OPERATION,
                ErrorKind::RepeatedPage { token },
            ))));
        }
        if !self.goes_on() {
            return Poll::Ready(None);
        }
        let pending = self
            .pending
            .get_or_insert_with(|| send(&self.client, &self.request, &self.settings));
        let result = ready!(Pin::new(pending).poll(context));
        self.pending = None;
        let result = match result {
            Ok(page) => {
                let token = self.next_token().map(str::to_owned);
                self.advance(&page);
                Ok((token, page))
            }
            Err(error) => {
                self.failures = match error.kind() {
                    _ if error.is_retryable() => self.failures + 1,
                    // The page was requested ahead in a runtime that ended.
                    ErrorKind::Runtime(error) if error.is_ended() => self.failures + 1,
                    _ => MAX_FAILURES,
                };
                Err(error)
            }
        };
        Poll::Ready(Some(result))
    }

    /// Prepares for the page after this one.
    fn advance(&mut self, page: &R::Response) {
        self.failures = 0;
        let Some(token) = R::next_token(page).filter(|token| !token.is_empty()) else {
            self.has_next = false;
            return;
        };
        if self.seen.insert(token.to_owned()) {
            self.request.resume(token.to_owned());
        } else {
            self.has_next = false;
            self.repeated = Some(token.to_owned());
        }
    }
}

impl<R: Paginated> Stream for Pages<R> {
    type Item = CallResult<R::Response, R::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(self.poll_page(context));
        Poll::Ready(next.map(|next| next.map(|(_, page)| page)))
    }
}

/// The next item of a stream, without an extension trait.
pub(super) async fn next<T, E>(
    stream: &mut (impl Stream<Item = Result<T, E>> + Unpin),
) -> Result<Option<T>, E> {
    let next = poll_fn(|context| Pin::new(&mut *stream).poll_next(context));
    next.await.transpose()
}

impl<R: Paginated + fmt::Debug> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("request", &self.request)
            .field("has_next", &self.has_next)
            .finish_non_exhaustive()
    }
}

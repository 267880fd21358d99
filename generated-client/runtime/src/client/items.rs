//! The items of a list that the service returns in pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::call::CallResult;
use super::page::{Page, next, pages};
use super::{CallSettings, ClientCore, Error, Pages, Paginated};

/// The items of the requested page and all following pages.
pub fn items<R: Paginated>(client: ClientCore, request: R, settings: CallSettings) -> Items<R> {
    Items {
        pages: pages(client, request, settings),
        token: None,
        rest: Vec::new().into_iter(),
        reads_ahead: false,
        is_ahead: false,
    }
}

/// The items of a list. It is a
/// [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html);
/// [`try_next`](Self::try_next) works without an extension trait.
///
/// After an error that [may pass](Error::is_retryable), it goes on: the same page is requested again when the stream is polled
/// again, and no item is lost. It ends after any other error, and if the same page has failed ten times in a row.
#[must_use = "streams do nothing unless they are polled"]
pub struct Items<R: Paginated> {
    pages: Pages<R>,
    /// The token of the page that the rest is from.
    token: Option<String>,
    /// The items of the page that were not returned yet.
    rest: vec::IntoIter<R::Item>,
    reads_ahead: bool,
    /// Whether the next page was requested before it is needed.
    is_ahead: bool,
}

// Nothing is pinned in it: the future inside is boxed.
impl<R: Paginated> Unpin for Items<R> {}

impl<R: Paginated> Items<R> {
    /// The next item, or `None` after the last one.
    pub async fn try_next(&mut self) -> Result<Option<R::Item>, Error<R::Error>> {
        next(self).await
    }

    /// The token with which the same request continues later, or in another program, so that no item is lost. It is the token
    /// of the present page as long as that has more items, so those that were already returned come again; otherwise that of
    /// the next page. It is still there after an error. `None` is the first page, or the end after the last item.
    pub fn next_token(&self) -> Option<&str> {
        if self.rest.len() > 0 {
            self.token.as_deref()
        } else {
            self.pages.next_token()
        }
    }

    /// Requests the next page as soon as the first item of a page is returned, so that it arrives in the meantime.
    ///
    /// The request is made in a task of the tokio runtime, without the task-local values of the program. A stream that is dropped
    /// stops it, and has requested a page in vain. If it fails in a way that may pass, the page is requested again when it is
    /// needed.
    pub fn prefetch(mut self) -> Self {
        self.reads_ahead = true;
        self
    }

    fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<CallResult<Page<R>, R::Error>>> {
        let next = ready!(self.pages.poll_page(context));
        if std::mem::take(&mut self.is_ahead)
            && matches!(next, Some(Err(_)))
            && self.pages.goes_on()
        {
            return self.pages.poll_page(context);
        }
        Poll::Ready(next)
    }
}

impl<R: Paginated> Stream for Items<R> {
    type Item = CallResult<R::Item, R::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.rest.next() {
                if this.reads_ahead {
                    this.is_ahead = true;
                    this.pages.request_ahead();
                }
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(this.poll_page(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok((token, page))) => {
                    this.token = token;
                    this.rest = R::into_items(page).into_iter();
                }
            }
        }
    }
}

impl<R: Paginated + fmt::Debug> fmt::Debug for Items<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

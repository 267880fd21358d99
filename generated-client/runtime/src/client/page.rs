//! Lists that the service returns in pages.

use std::collections::HashSet;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::call::CallResult;
use super::{CallFuture, CallSettings, ClientCore, Error, ErrorKind, Request, send};

/// A request for one page of a list. The requests of operations that return pages implement it.
pub trait Paginated: Request {
    /// The type of the items.
    type Item: Send + 'static;

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
        request: Some(request),
        settings,
        pending: None,
        seen: HashSet::new(),
        repeated: None,
    }
}

/// The items of the requested page and all following pages.
pub fn items<R: Paginated>(client: ClientCore, request: R, settings: CallSettings) -> Items<R> {
    Items {
        pages: pages(client, request, settings),
        items: Vec::new().into_iter(),
    }
}

/// Collects up to this many items. No unneeded page is read.
pub async fn collect<R: Paginated>(
    mut items: Items<R>,
    limit: usize,
) -> CallResult<Vec<R::Item>, R::Error> {
    let mut collected = Vec::new();
    while collected.len() < limit
        && let Some(item) = items.try_next().await?
    {
        collected.push(item);
    }
    Ok(collected)
}

/// The items of a list. It is a
/// [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html);
/// [`try_next`](Self::try_next) works without an extension trait.
///
/// It ends after an error.
#[must_use = "streams do nothing unless they are polled"]
pub struct Items<R: Paginated> {
    pages: Pages<R>,
    items: std::vec::IntoIter<R::Item>,
}

/// The pages of a list. It is a
/// [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html);
/// [`try_next`](Self::try_next) works without an extension trait.
///
/// It ends after an error.
#[must_use = "streams do nothing unless they are polled"]
pub struct Pages<R: Paginated> {
    client: ClientCore,
    /// The request for the next page; `None` after the last one.
    request: Option<R>,
    settings: CallSettings,
    pending: Option<CallFuture<CallResult<R::Response, R::Error>>>,
    seen: HashSet<String>,
    /// A repeated token. The error is returned after the page that contains it.
    repeated: Option<String>,
}

// Nothing is pinned in them: the future inside is boxed.
impl<R: Paginated> Unpin for Items<R> {}
impl<R: Paginated> Unpin for Pages<R> {}

impl<R: Paginated> Pages<R> {
    /// The next page, or `None` after the last one.
    pub async fn try_next(&mut self) -> Result<Option<R::Response>, Error<R::Error>> {
        next(self).await
    }

    /// Prepares for the page after this one.
    fn advance(&mut self, page: &R::Response) {
        let Some(token) = R::next_token(page).filter(|token| !token.is_empty()) else {
            self.request = None;
            return;
        };
        if !self.seen.insert(token.to_owned()) {
            self.request = None;
            self.repeated = Some(token.to_owned());
        } else if let Some(request) = &mut self.request {
            request.resume(token.to_owned());
        }
    }
}

impl<R: Paginated> Stream for Pages<R> {
    type Item = CallResult<R::Response, R::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Some(token) = this.repeated.take() {
            return Poll::Ready(Some(Err(Error::new(
                R::OPERATION,
                ErrorKind::RepeatedPage { token },
            ))));
        }
        let Some(request) = &this.request else {
            return Poll::Ready(None);
        };
        let pending = this
            .pending
            .get_or_insert_with(|| send(&this.client, request, &this.settings));
        let result = ready!(Pin::new(pending).poll(context));
        this.pending = None;
        match &result {
            Ok(page) => this.advance(page),
            Err(_) => this.request = None,
        }
        Poll::Ready(Some(result))
    }
}

impl<R: Paginated> Items<R> {
    /// The next item, or `None` after the last one.
    pub async fn try_next(&mut self) -> Result<Option<R::Item>, Error<R::Error>> {
        next(self).await
    }
}

impl<R: Paginated> Stream for Items<R> {
    type Item = CallResult<R::Item, R::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => self.items = R::into_items(page).into_iter(),
            }
        }
    }
}

/// The next item of a stream, without an extension trait.
pub(super) async fn next<T, E>(
    stream: &mut (impl Stream<Item = Result<T, E>> + Unpin),
) -> Result<Option<T>, E> {
    let next = poll_fn(|context| Pin::new(&mut *stream).poll_next(context));
    next.await.transpose()
}

impl<R: Paginated + fmt::Debug> fmt::Debug for Items<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

impl<R: Paginated + fmt::Debug> fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

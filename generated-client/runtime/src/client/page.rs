//! Lists that the service gives page by page.

use std::collections::HashSet;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{CallFuture, CallResult, CallSettings, ClientCore, Error, ErrorKind, Request, send};

/// A request whose response is one page of a list. Generated code implements it.
pub trait Paginated: Request {
    /// What the list is of.
    type Item: Send + 'static;

    /// Makes the request ask for the page of this token.
    fn resume(&mut self, token: String);

    /// The token of the page after this one; absent or empty on the last page.
    fn next_token(page: &Self::Response) -> Option<&str>;

    /// The items of a page.
    fn into_items(page: Self::Response) -> Vec<Self::Item>;
}

/// The page that a request asks for, and all that follow.
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

/// The items of the page that a request asks for, and of all that follow.
pub fn items<R: Paginated>(client: ClientCore, request: R, settings: CallSettings) -> Items<R> {
    Items {
        pages: pages(client, request, settings),
        items: Vec::new().into_iter(),
    }
}

/// Collects items until there are as many as this.
pub fn collect<R: Paginated>(items: Items<R>, limit: usize) -> Collect<R> {
    Collect {
        stream: items,
        items: Vec::new(),
        limit,
    }
}

/// The items of a list: a [`Stream`], and [`try_next`](Self::try_next) where none is needed.
///
/// It ends after an error.
#[must_use = "streams do nothing unless they are polled"]
pub struct Items<R: Paginated> {
    pages: Pages<R>,
    items: std::vec::IntoIter<R::Item>,
}

/// The pages of a list: a [`Stream`], and [`try_next`](Self::try_next) where none is needed.
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
    /// A token that came a second time: an error, which is told after the page that it came with.
    repeated: Option<String>,
}

// Nothing is pinned in them: the one future within is boxed.
impl<R: Paginated> Unpin for Items<R> {}
impl<R: Paginated> Unpin for Pages<R> {}

impl<R: Paginated> Pages<R> {
    /// The next page, or `None` after the last one.
    pub fn try_next(&mut self) -> TryNext<'_, Self> {
        TryNext(self)
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
    pub fn try_next(&mut self) -> TryNext<'_, Self> {
        TryNext(self)
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

/// The future of what comes next in a stream.
#[derive(Debug)]
#[must_use = "futures do nothing unless they are awaited"]
pub struct TryNext<'a, S>(&'a mut S);

impl<'a, S> TryNext<'a, S> {
    pub(super) fn new(stream: &'a mut S) -> Self {
        Self(stream)
    }
}

impl<S: Stream<Item = Result<T, E>> + Unpin, T, E> Future for TryNext<'_, S> {
    type Output = Result<Option<T>, E>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut *self.0)
            .poll_next(context)
            .map(Option::transpose)
    }
}

/// The future of a list's items.
#[must_use = "futures do nothing unless they are awaited"]
pub struct Collect<R: Paginated> {
    stream: Items<R>,
    items: Vec<R::Item>,
    limit: usize,
}

impl<R: Paginated> Unpin for Collect<R> {}

impl<R: Paginated> Future for Collect<R> {
    type Output = CallResult<Vec<R::Item>, R::Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        while this.items.len() < this.limit {
            match ready!(Pin::new(&mut this.stream).poll_next(context)) {
                Some(Ok(item)) => this.items.push(item),
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => break,
            }
        }
        Poll::Ready(Ok(std::mem::take(&mut this.items)))
    }
}

impl<R: Paginated + fmt::Debug> fmt::Debug for Collect<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collect")
            .field("stream", &self.stream)
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
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

//! Collecting the items of a list.

use std::error::Error as StdError;
use std::fmt;

use serde_json::Value;

use super::{Error, Items, Paginated};

/// The items that were collected, or those until a page failed.
type Collected<T, E> = Result<Vec<T>, CollectError<T, E>>;

/// Collects up to this many items. No unneeded page is read.
pub async fn collect<R: Paginated>(
    mut items: Items<R>,
    limit: usize,
) -> Collected<R::Item, R::Error> {
    let mut collected = Vec::new();
    while collected.len() < limit {
        match items.try_next().await {
            Ok(Some(item)) => collected.push(item),
            Ok(None) => break,
            Err(error) => {
                return Err(CollectError {
                    error,
                    items: collected,
                    next_token: items.next_token().map(str::to_owned),
                });
            }
        }
    }
    Ok(collected)
}

/// The failure of a page while a list is collected, with the items of the pages before it.
///
/// `?` turns it into the [`Error`] of the page.
///
/// ```
/// # use openapi_client_runtime::CollectError;
/// fn users_so_far<T>(result: Result<Vec<T>, CollectError<T>>) -> Vec<T> {
///     result.unwrap_or_else(|failed| {
///         println!("{}", failed.error);
///         println!("the list continues with the token {:?}", failed.next_token);
///         failed.items
///     })
/// }
/// # drop(users_so_far::<u8>);
/// ```
#[non_exhaustive]
pub struct CollectError<T, E = Value> {
    /// The error of the page.
    pub error: Error<E>,
    /// The items of the pages before it.
    pub items: Vec<T>,
    /// The token of the page that failed, with which the same request continues. `None` is the first page, or a list whose
    /// pages refer to each other.
    pub next_token: Option<String>,
}

impl<T, E> From<CollectError<T, E>> for Error<E> {
    fn from(failed: CollectError<T, E>) -> Self {
        failed.error
    }
}

impl<T, E> fmt::Display for CollectError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)?;
        match self.items.len() {
            0 => Ok(()),
            1 => f.write_str("; 1 item was collected before"),
            count => write!(f, "; {count} items were collected before"),
        }
    }
}

/// Shows the text of the error, because programs that return it from `main` print it this way.
impl<T, E> fmt::Debug for CollectError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T, E> StdError for CollectError<T, E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

//! A count of values that enums do not list, for the choice of a union's variant.
//!
//! Decoding has no place to return such a count, so it is kept for the thread while a value is read.

use std::cell::Cell;
#[cfg(feature = "testing")]
use std::cell::RefCell;

#[cfg(feature = "testing")]
use serde_core::de::Error;

thread_local! {
    static COST: Cell<usize> = const { Cell::new(0) };
}

#[cfg(feature = "testing")]
thread_local! {
    static IS_REFUSED: Cell<bool> = const { Cell::new(false) };
    static WRITTEN: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// The cost of a value that differs from the only one that an enum lists. Such an enum identifies a type.
const OF_CONSTANT: usize = 1000;

/// The cost of a member that is dropped, which is worse than a value that is kept.
pub(crate) const OF_DROPPED: usize = 2;

/// Notes that an enum does not list a value.
pub(crate) fn note(listed: usize) {
    add(if listed == 1 { OF_CONSTANT } else { 1 });
}

pub(crate) fn add(cost: usize) {
    COST.set(COST.get().saturating_add(cost));
}

/// Returns the result with the cost of the unlisted values that were read.
pub(crate) fn counted<T>(read: impl FnOnce() -> T) -> (T, usize) {
    let outer = COST.replace(0);
    let result = read();
    (result, COST.replace(outer))
}

/// Reads a value, and fails at a string that an enum does not list.
#[cfg(feature = "testing")]
pub(crate) fn refused<T>(read: impl FnOnce() -> T) -> T {
    /// Ends it also if the code of a caller panics, which tests catch.
    struct Outer(bool);

    impl Drop for Outer {
        fn drop(&mut self) {
            IS_REFUSED.set(self.0);
        }
    }

    let _outer = Outer(IS_REFUSED.replace(true));
    read()
}

/// Fails if the type does not list the string while such strings are refused.
#[cfg(feature = "testing")]
pub(super) fn refuse<T: for<'a> From<&'a str>, E: Error>(value: &str) -> Result<(), E> {
    if IS_REFUSED.get() && counted(|| T::from(value)).1 > 0 {
        return Err(E::custom("the document does not list this value"));
    }
    Ok(())
}

/// Returns the values that enums do not list and that are written meanwhile.
#[cfg(feature = "testing")]
pub(crate) fn written(write: impl FnOnce()) -> Vec<String> {
    /// The same as in `refused`.
    struct Outer(Option<Vec<String>>);

    impl Drop for Outer {
        fn drop(&mut self) {
            WRITTEN.set(self.0.take());
        }
    }

    let _outer = Outer(WRITTEN.replace(Some(Vec::new())));
    write();
    WRITTEN.take().unwrap_or_default()
}

/// Notes that a value is written that an enum does not list.
#[cfg(feature = "testing")]
pub(super) fn note_written(value: &impl ToString) {
    WRITTEN.with_borrow_mut(|written| {
        if let Some(written) = written {
            written.push(value.to_string());
        }
    });
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    #[test]
    fn a_panic_ends_what_it_was_called_in() {
        let panicking = || panic!("in the code of a caller");
        let outer = written(|| {
            for _ in 0..2 {
                note_written(&"a");
                let call = AssertUnwindSafe(|| drop(written(panicking)));
                assert!(catch_unwind(call).is_err());
            }
        });
        assert_eq!(outer, ["a", "a"]);
        assert!(catch_unwind(|| refused(panicking)).is_err());
        assert!(!IS_REFUSED.get());
    }
}

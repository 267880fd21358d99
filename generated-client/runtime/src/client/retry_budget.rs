//! The retry budget of a client: if most calls fail, retries would only add to the load of the service.

use std::sync::atomic::{AtomicUsize, Ordering};

/// The number of tokens at the start, and the largest one. It pays for 100 retries.
const CAPACITY: usize = 500;

/// The tokens that pay for retries, shared by all clones of a client. Successes give tokens back.
#[derive(Debug)]
pub(super) struct RetryBudget(AtomicUsize);

impl Default for RetryBudget {
    fn default() -> Self {
        Self(AtomicUsize::new(CAPACITY))
    }
}

impl RetryBudget {
    /// Takes the tokens, or none if there are not enough.
    pub(super) fn withdraw(&self, tokens: usize) -> bool {
        self.update(|left| left.checked_sub(tokens))
    }

    /// Gives tokens back.
    pub(super) fn deposit(&self, tokens: usize) {
        self.update(|left| Some(left.saturating_add(tokens).min(CAPACITY)));
    }

    fn update(&self, change: impl Fn(usize) -> Option<usize>) -> bool {
        // Nothing else depends on the number.
        let order = Ordering::Relaxed;
        self.0.fetch_update(order, order, change).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_used_up_and_filled_again_but_not_beyond_its_capacity() {
        let budget = RetryBudget::default();
        budget.deposit(7);
        let withdrawn = (0..200).filter(|_| budget.withdraw(5)).count();
        assert_eq!(withdrawn, CAPACITY / 5);
        budget.deposit(4);
        assert!(!budget.withdraw(5));
        budget.deposit(1);
        assert!(budget.withdraw(5) && !budget.withdraw(1));
    }
}

//! [`WhenSome`]: inputs that may be absent.

/// A setter for a value that may be absent, on any type.
///
/// A `Call` has this method itself. For the types of the API and for builders, import the trait.
///
/// ```
/// # use openapi_client_runtime::WhenSome;
/// let suffix = Some("!");
/// let text = String::from("Hi").when_some(suffix, |text, suffix| text + suffix);
/// assert_eq!(text, "Hi!");
/// ```
pub trait WhenSome: Sized {
    /// Applies `set` if there is a value.
    #[must_use]
    fn when_some<T>(self, value: Option<T>, set: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => set(self, value),
            None => self,
        }
    }
}

impl<T> WhenSome for T {}

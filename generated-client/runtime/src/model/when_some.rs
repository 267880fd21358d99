//! [`WhenSome`]: inputs that may be absent.

/// A setter for a value that may be absent, on any type.
///
/// A `Call` has this method itself. For the types of the API and for builders, import the trait.
///
/// ```
/// # use openapi_client_runtime::WhenSome;
/// let suffix = Some("!".to_owned());
/// let text = String::from("Hi").when_some(&suffix, |text, suffix| text + suffix);
/// assert_eq!(text, "Hi!");
/// assert_eq!(text.when_some(suffix, |text, suffix| text + &suffix), "Hi!!");
/// ```
pub trait WhenSome: Sized {
    /// Applies `set` if there is a value, which can be passed in an `Option` or a reference to one.
    #[must_use]
    fn when_some<O: IntoOption>(self, value: O, set: impl FnOnce(Self, O::Value) -> Self) -> Self {
        match value.into_option() {
            Some(value) => set(self, value),
            None => self,
        }
    }
}

impl<T> WhenSome for T {}

/// A value that may be absent: an `Option`, or a reference to one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `Option`",
    label = "not an `Option`",
    note = "a value that is never absent can be passed to its setter directly"
)]
pub trait IntoOption {
    /// The type of the value.
    type Value;

    /// The value.
    fn into_option(self) -> Option<Self::Value>;
}

impl<T> IntoOption for Option<T> {
    type Value = T;

    fn into_option(self) -> Option<T> {
        self
    }
}

impl<'a, T> IntoOption for &'a Option<T> {
    type Value = &'a T;

    fn into_option(self) -> Option<&'a T> {
        self.as_ref()
    }
}

//! Numbers of JSON and YAML.

/// The integer that a number is equal to, even if it is written as `1.0`.
pub(crate) fn whole(number: f64) -> Option<i64> {
    // Beyond this, doubles have gaps.
    let is_exact = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is an exact integer")]
    is_exact.then_some(number as i64)
}

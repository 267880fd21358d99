//! The date of a release. It is given, so that the same command gives the same result on another day.

use std::env;

use anyhow::{Context, Result, ensure};

/// The beginning of the year 10000, in seconds.
const END: u64 = 253_402_300_800;

/// The date in an argument, or that of `SOURCE_DATE_EPOCH`. A run that writes nothing may have none.
pub(super) fn of_release(argument: Option<&str>, is_optional: bool) -> Result<String> {
    if let Some(date) = argument {
        ensure!(is_valid(date), "`{date}` is not a date such as 2026-01-31");
        return Ok(date.to_owned());
    }
    // Some tools export it empty.
    let seconds = env::var("SOURCE_DATE_EPOCH").unwrap_or_default();
    if seconds.is_empty() {
        ensure!(
            is_optional,
            "the date is missing; pass --date, or set SOURCE_DATE_EPOCH"
        );
        return Ok("YYYY-MM-DD".to_owned());
    }
    of_seconds(&seconds)
}

/// The date of a number of seconds since the beginning of 1970.
fn of_seconds(text: &str) -> Result<String> {
    let seconds = text.parse().ok().filter(|seconds| *seconds < END);
    let seconds: u64 = seconds.with_context(|| {
        format!("SOURCE_DATE_EPOCH is not a number of seconds before the year 10000: `{text}`; correct it, or pass --date")
    })?;
    Ok(of_day(seconds / 86_400))
}

fn is_valid(date: &str) -> bool {
    let parts: Vec<_> = date.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let number = |text: &str, length: usize| {
        let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u64>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    (1..=12).contains(&month) && (1..=length(year, month)).contains(&day)
}

/// The date of a day since the beginning of 1970.
fn of_day(mut days: u64) -> String {
    let (mut year, mut month) = (1970, 1);
    while days >= length(year, month) {
        days -= length(year, month);
        month += 1;
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}

/// The number of days of a month.
fn length(year: u64, month: u64) -> u64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (day, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (20_453, "2025-12-31"),
        ] {
            assert_eq!(of_day(day), date);
            assert!(is_valid(date));
        }
    }

    #[test]
    fn seconds_are_of_years_with_four_digits() {
        assert_eq!(of_seconds("253402300799").unwrap(), "9999-12-31");
        for text in ["253402300800", "18446744073709551615", "-1", "x"] {
            let problem = of_seconds(text).unwrap_err().to_string();
            let expected = format!(
                "SOURCE_DATE_EPOCH is not a number of seconds before the year 10000: `{text}`; correct it, or pass --date"
            );
            assert_eq!(problem, expected);
        }
    }

    #[test]
    fn other_texts_are_not_dates() {
        for date in [
            "2026-02-29",
            "2026-1-1",
            "2026-00-10",
            "+026-01-01",
            "31.01.2026",
            "",
        ] {
            assert!(!is_valid(date), "{date}");
        }
    }
}

//! Rate limits of the service: the number of calls left, and the wait before the next call.

use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, HeaderName, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;

const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// The state of a rate limit, from the headers `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RateLimit {
    /// The number of calls that a window allows.
    pub limit: Option<u64>,
    /// The number of calls left in this window.
    pub remaining: Option<u64>,
    /// The time until the next window, counted from the response.
    pub reset: Option<Duration>,
}

impl RateLimit {
    /// Reads the headers of a response; `None` if they do not declare a rate limit.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let number = |name| {
            // A policy may follow the number: `100, 100;w=60`.
            let text = text(headers, name)?;
            text.split([',', ';']).next()?.trim().parse().ok()
        };
        let window = Self {
            limit: number(LIMIT),
            remaining: number(REMAINING),
            reset: text(headers, RESET).and_then(|text| wait(text, headers)),
        };
        let says_nothing =
            window.limit.is_none() && window.remaining.is_none() && window.reset.is_none();
        (!says_nothing).then_some(window)
    }
}

/// The wait before the next call, if the headers ask for one.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    // If a proxy adds one of its own, both have to be respected.
    let values = headers.get_all(RETRY_AFTER).iter();
    let values = values.filter_map(|value| value.to_str().ok());
    let longest = values.filter_map(|text| wait(text.trim(), headers)).max();
    longest.or_else(|| RateLimit::of(headers)?.reset)
}

/// The time that a header states: in seconds, or until a Unix time in any unit, or until a date.
fn wait(text: &str, headers: &HeaderMap) -> Option<Duration> {
    // Parameters may follow the number: `30;w=60`.
    let number = text.split([',', ';']).next().unwrap_or_default().trim();
    let Some(wait) = seconds(number) else {
        return Some(until(http_date(text)?, headers));
    };
    // No wait takes 30 years. It is a Unix time in seconds, milliseconds, microseconds or nanoseconds.
    let unit = match wait.as_secs() {
        1_000_000_000..100_000_000_000 => 1,
        100_000_000_000..100_000_000_000_000 => 1_000,
        100_000_000_000_000..100_000_000_000_000_000 => 1_000_000,
        100_000_000_000_000_000..10_000_000_000_000_000_000 => 1_000_000_000,
        _ => return Some(wait),
    };
    let time = (wait / unit).as_millis().try_into().ok()?;
    Some(until(Timestamp::from_millisecond(time).ok()?, headers))
}

/// The time until a time, by the service's own clock if the headers contain it.
fn until(time: Timestamp, headers: &HeaderMap) -> Duration {
    let now = text(headers, DATE).and_then(http_date);
    let wait = time.duration_since(now.unwrap_or_else(Timestamp::now));
    wait.try_into().unwrap_or(Duration::ZERO)
}

/// Reads the three forms of dates in HTTP: the one of RFC 2822, and the older ones of RFC 850 and of `asctime`. The day of
/// the week may be wrong.
fn http_date(date: &str) -> Option<Timestamp> {
    const RFC_2822: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);
    let older = |format| {
        let (_, date) = date.split_once(' ')?;
        let date = strtime::parse(format, date.trim_start()).ok()?;
        TimeZone::UTC.to_timestamp(date.to_datetime().ok()?).ok()
    };
    let newest = RFC_2822.parse_timestamp(date).ok();
    newest
        .or_else(|| older("%d-%b-%y %H:%M:%S GMT"))
        .or_else(|| older("%b %e %H:%M:%S %Y"))
}

/// Reads a number of seconds. One that is too large is the longest wait.
fn seconds(text: &str) -> Option<Duration> {
    let is_number = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let seconds = text.parse().ok().filter(|_| is_number)?;
    Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pairs = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
        pairs.collect()
    }

    #[test]
    fn a_window_is_what_the_headers_say() {
        let window = RateLimit::of(&headers(&[
            ("ratelimit-limit", "100, 100;w=60"),
            ("ratelimit-remaining", "0"),
            ("ratelimit-reset", "1.5"),
        ]));
        let expected = RateLimit {
            limit: Some(100),
            remaining: Some(0),
            reset: Some(Duration::from_millis(1500)),
        };
        assert_eq!(window, Some(expected));
        assert_eq!(RateLimit::of(&headers(&[])), None);
        assert_eq!(
            RateLimit::of(&headers(&[("ratelimit-limit", "many")])),
            None
        );
    }

    #[test]
    fn a_window_may_end_at_a_unix_time() {
        let date = ("date", "Sun, 06 Nov 2022 08:49:37 GMT");
        let reset = |text: &str| RateLimit::of(&headers(&[("ratelimit-reset", text), date]));
        let seconds = |text| reset(text).unwrap().reset.unwrap().as_secs();
        assert_eq!(seconds("1667724607"), 30);
        assert_eq!(seconds("1667724607.5"), 30);
        assert_eq!(seconds("1667724607000"), 30);
        assert_eq!(seconds("1667724607000000"), 30);
        assert_eq!(seconds("1667724607000000000"), 30);
        assert_eq!(seconds("1667724607;w=60"), 30);
        assert_eq!(seconds("30;w=60"), 30);
        assert_eq!(seconds("30, 30;w=60"), 30);
        assert_eq!(seconds("1667724000"), 0);
        assert_eq!(seconds("86400"), 86400);
    }

    #[test]
    fn a_wait_is_in_seconds_or_until_a_date() {
        let wait = |pairs: &[(&'static str, &str)]| retry_after(&headers(pairs));
        let seconds = |number| Some(Duration::from_secs(number));
        assert_eq!(wait(&[("retry-after", "7")]), seconds(7));
        assert_eq!(
            wait(&[("retry-after", "7"), ("ratelimit-reset", "9")]),
            seconds(7)
        );
        assert_eq!(wait(&[("ratelimit-reset", "9")]), seconds(9));
        let mut two = headers(&[("retry-after", "5")]);
        two.append(RETRY_AFTER, "40".parse().unwrap());
        assert_eq!(retry_after(&two), seconds(40));
        let long = "99999999999999999999999";
        assert_eq!(wait(&[("retry-after", long)]), Some(Duration::MAX));
        let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(
            wait(&[("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT"), date]),
            seconds(30)
        );
        // A date in the past needs no wait.
        assert_eq!(
            wait(&[("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT")]),
            seconds(0)
        );
        for date in [
            "Sun, 06 Nov 1994 08:50:07 GMT",
            "Sunday, 06-Nov-94 08:50:07 GMT",
            "Sun Nov  6 08:50:07 1994",
        ] {
            for header in ["retry-after", "ratelimit-reset"] {
                let date = [(header, date), ("date", "Sunday, 06-Nov-94 08:49:37 GMT")];
                assert_eq!(wait(&date), seconds(30), "{date:?}");
            }
        }
        let now = ("date", "Sun, 06 Nov 2022 08:49:37 GMT");
        assert_eq!(wait(&[("retry-after", "1667724607"), now]), seconds(30));
        assert_eq!(wait(&[("retry-after", "1667724607000"), now]), seconds(30));
        for wrong_weekday in [
            "Mon, 06 Nov 1994 08:50:07 GMT",
            "Tuesday, 06-Nov-94 08:50:07 GMT",
            "Wed Nov  6 08:50:07 1994",
        ] {
            let date = [
                ("retry-after", wrong_weekday),
                ("date", "Mon, 06 Nov 1994 08:49:37 GMT"),
            ];
            assert_eq!(wait(&date), seconds(30), "{wrong_weekday}");
        }
        for nonsense in ["-1", ";w=60", "Tue", "soon", "NaN", "inf", "1e300", ""] {
            assert_eq!(wait(&[("retry-after", nonsense)]), None, "{nonsense}");
        }
    }
}

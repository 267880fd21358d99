//! Texts and numbers that match a schema. A `pattern` is only followed if there is an `example` or a `default`.

use serde_json::{Number, Value};

use super::random::Random;
use super::{LONGEST, count, text};

const WORDS: [&str; 16] = [
    "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heron", "islet", "jetty",
    "kelp", "larch", "maple", "north", "olive", "prairie",
];

/// The instant 2020-01-01T00:00:00Z in milliseconds, and the length of ten years.
const FIRST_INSTANT: i64 = 1_577_836_800_000;
const TEN_YEARS: u64 = 315_532_800_000;

/// The span of numbers whose schema sets no limits. Every integer type has them.
const SPAN: i64 = 100;

pub(super) fn word(random: &mut Random) -> &'static str {
    random.pick(&WORDS).copied().unwrap_or_default()
}

/// A text that matches the format and the lengths of a schema.
pub(super) fn string(schema: &Value, random: &mut Random) -> String {
    if schema.get("pattern").is_some()
        && let Some(known) = text(schema, "example").or_else(|| text(schema, "default"))
    {
        return known.to_owned();
    }
    match text(schema, "format") {
        Some("date-time") => instant(random),
        Some("date") => instant(random)[..10].to_owned(),
        Some("time") => instant(random)[11..].to_owned(),
        Some("duration") => format!("PT{}M", random.up_to(SPAN.unsigned_abs())),
        Some("uuid") => uuid(random),
        Some("email" | "idn-email") => format!("{}@example.com", word(random)),
        Some("uri" | "url" | "uri-reference" | "iri" | "iri-reference") => {
            format!("https://example.com/{}", word(random))
        }
        Some("hostname" | "idn-hostname") => format!("{}.example.com", word(random)),
        Some("ipv4") => format!("192.0.2.{}", random.up_to(255)),
        Some("ipv6") => format!("2001:db8::{:x}", random.up_to(0xffff)),
        Some("byte") => base64(random),
        _ if text(schema, "contentEncoding") == Some("base64") => base64(random),
        _ => words(schema, random),
    }
}

/// One to three words, extended or cut to a length that the schema allows.
fn words(schema: &Value, random: &mut Random) -> String {
    let least = count(schema, "minLength").unwrap_or(0).min(LONGEST);
    let most = count(schema, "maxLength").unwrap_or(u64::MAX);
    let mut made = word(random).to_owned();
    let others = random.up_to(2);
    for _ in 0..others {
        made = made + " " + word(random);
    }
    while u64::try_from(made.len()).is_ok_and(|length| length < least) {
        made = made + "-" + word(random);
    }
    // The words are ASCII.
    made.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    if made.ends_with(' ') {
        made.replace_range(made.len() - 1.., "s");
    }
    made
}

fn instant(random: &mut Random) -> String {
    let offset = i64::try_from(random.up_to(TEN_YEARS)).unwrap_or_default();
    let at = jiff::Timestamp::from_millisecond(FIRST_INSTANT + offset).unwrap_or_default();
    crate::Timestamp::from(at).to_string()
}

/// A random UUID as in RFC 9562: version 4, variant 2.
fn uuid(random: &mut Random) -> String {
    let (high, low) = (random.next(), random.next());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:x}{:03x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        8 | ((low >> 60) & 3),
        (low >> 48) & 0xfff,
        low & 0xffff_ffff_ffff,
    )
}

/// Four letters for three bytes, so that no padding is needed.
fn base64(random: &mut Random) -> String {
    let letters = b'a'..=b'z';
    let letters: Vec<char> = letters.map(char::from).collect();
    let groups = 1 + random.up_to(4);
    (0..4 * groups)
        .filter_map(|_| random.pick(&letters))
        .collect()
}

/// An integer within the limits of a schema.
pub(super) fn integer(schema: &Value, random: &mut Random) -> Value {
    let limit = |keyword: &str| schema.get(keyword).and_then(integral);
    let least = limit("minimum").or_else(|| Some(limit("exclusiveMinimum")?.saturating_add(1)));
    let most = limit("maximum").or_else(|| Some(limit("exclusiveMaximum")?.saturating_sub(1)));
    let least = least.unwrap_or_else(|| match most {
        Some(most) if most < 0 => most.saturating_sub(SPAN),
        _ => 0,
    });
    let otherwise = if least < SPAN {
        SPAN
    } else {
        least.saturating_add(SPAN)
    };
    let most = most.unwrap_or(otherwise);
    let step = limit("multipleOf").filter(|step| *step > 1).unwrap_or(1);
    let first = least.saturating_add((step - least.rem_euclid(step)) % step);
    let steps = most.saturating_sub(first).max(0) / step;
    let steps = random.up_to(steps.min(SPAN).unsigned_abs());
    let steps = i64::try_from(steps).unwrap_or_default();
    first.saturating_add(steps.saturating_mul(step)).into()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "larger limits become the largest integer"
)]
fn integral(limit: &Value) -> Option<i64> {
    limit
        .as_i64()
        .or_else(|| limit.as_u64().map(|_| i64::MAX))
        .or_else(|| limit.as_f64().map(|limit| limit as i64))
}

/// A number within the limits of a schema.
pub(super) fn number(schema: &Value, random: &mut Random) -> Value {
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
    let least = limit("minimum").or(limit("exclusiveMinimum"));
    let most = limit("maximum").or(limit("exclusiveMaximum"));
    let span = 100.0;
    let least = least.unwrap_or_else(|| most.map_or(0.0, |most| f64::min(0.0, most - span)));
    let most = most.unwrap_or(least.max(0.0) + span);
    // Neither of the limits, unless they are the same.
    let within = least + (most - least) * (0.25 + random.fraction() / 2.0);
    let rounded = (within * 100.0).round() / 100.0;
    let made = match limit("multipleOf") {
        Some(step) if step > 0.0 => (within / step).round() * step,
        _ if least < rounded && rounded < most => rounded,
        _ => within,
    };
    Number::from_f64(made).map_or(Value::Null, Value::Number)
}

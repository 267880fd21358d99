//! Bodies that the HTTP client does not decompress.

use super::DecodeError;

/// The error for a body that is compressed.
pub(super) fn compressed(encoding: &str) -> DecodeError {
    let feature = match encoding {
        "br" => Some(("brotli", cfg!(feature = "brotli"))),
        "gzip" => Some(("gzip", cfg!(feature = "gzip"))),
        "zstd" => Some(("zstd", cfg!(feature = "zstd"))),
        _ => None,
    };
    let advice = match feature {
        Some((feature, false)) => format!("the cargo feature `{feature}` makes it do so"),
        _ => "one that does can be set with `http_client`".to_owned(),
    };
    let message = format!(
        "the body is compressed as `{encoding}`, and the HTTP client does not decompress it; {advice}"
    );
    DecodeError::of_body(message, String::new())
}

//! Why there is no response.

use std::time::Duration;

use super::{ConfigError, EncodeError, TransportError, UploadError};

/// Why there is no response.
#[derive(Debug)]
pub(super) enum Failure {
    Config(ConfigError),
    Encode(EncodeError),
    Transport(TransportError),
    Upload(UploadError),
    Timeout(Duration),
    Stalled(Duration),
    TooLarge(u64),
}

impl From<EncodeError> for Failure {
    fn from(error: EncodeError) -> Self {
        Self::Encode(error)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        match UploadError::in_causes(&error) {
            Some(error) => Self::Upload(error.clone()),
            None => Self::Transport(TransportError::new(error)),
        }
    }
}

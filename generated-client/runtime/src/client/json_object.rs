//! Free-form objects as types of the caller.

use serde_core::de::DeserializeOwned;

use super::{DecodeError, JsonObject};
use crate::client::decode_error::decode_json;
use crate::model::json::to_text;

impl JsonObject {
    /// Reads the object as a type that implements `Deserialize`.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// # use openapi_client_runtime::json_object;
    /// let state = json_object!({"visits": 3});
    /// assert_eq!(state.decode::<BTreeMap<String, u8>>().unwrap()["visits"], 3);
    ///
    /// let error = state.decode::<BTreeMap<String, bool>>().unwrap_err();
    /// assert_eq!(error.path(), "$.visits");
    /// ```
    ///
    /// # Errors
    ///
    /// The object does not fit the type. The error has the path of the member.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        match to_text(self) {
            Ok(text) => decode_json(&text),
            Err(error) => Err(DecodeError::new(b"", &error)),
        }
    }
}

//! The path of generated code in its crate.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use syn::Path;
use syn::parse::Parser as _;

/// The path of a module in its own crate: `crate`, `crate::api`, ….
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ModulePath(String);

impl ModulePath {
    /// The path of a module inside this one.
    pub(crate) fn join(&self, module: &str) -> String {
        format!("{self}::{module}")
    }
}

impl Default for ModulePath {
    /// The root of the crate.
    fn default() -> Self {
        Self("crate".to_owned())
    }
}

impl FromStr for ModulePath {
    type Err = ModulePathError;

    fn from_str(text: &str) -> Result<Self, ModulePathError> {
        let error = || ModulePathError(text.to_owned());
        let path = Path::parse_mod_style.parse_str(text).map_err(|_| error())?;
        let mut segments = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        let is_in_crate =
            path.leading_colon.is_none() && segments.next().as_deref() == Some("crate");
        if !is_in_crate || segments.any(|name| ["crate", "self", "super"].contains(&&*name)) {
            return Err(error());
        }
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        Ok(Self(names.join("::")))
    }
}

impl TryFrom<String> for ModulePath {
    type Error = ModulePathError;

    fn try_from(text: String) -> Result<Self, ModulePathError> {
        text.parse()
    }
}

impl From<ModulePath> for String {
    fn from(path: ModulePath) -> Self {
        path.0
    }
}

impl fmt::Display for ModulePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A string that is not the path of a module in its own crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModulePathError(String);

impl fmt::Display for ModulePathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not the path of a module, such as `crate::api`",
            self.0
        )
    }
}

impl Error for ModulePathError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_begins_with_the_crate_and_goes_on_with_identifiers() {
        for (text, path) in [
            ("crate", "crate"),
            ("crate::api", "crate::api"),
            (" crate :: v1::r#mod ", "crate::v1::r#mod"),
        ] {
            assert_eq!(text.parse::<ModulePath>().unwrap().to_string(), path);
        }
        for text in [
            "",
            "api",
            "::crate",
            "crate::",
            "crate::fn",
            "crate::super::x",
            "crate::a<u8>",
            "self::api",
            "crate; x",
        ] {
            assert!(text.parse::<ModulePath>().is_err(), "{text}");
        }
    }
}

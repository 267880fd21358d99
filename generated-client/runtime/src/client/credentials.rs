//! The credentials of a client, by security scheme.

use super::security_scheme::Applied;

/// The credentials that are set, by name of the security scheme. There are few, and a map would take longer to compile.
#[derive(Clone, Default)]
pub(super) struct Credentials(Vec<(&'static str, Applied)>);

impl Credentials {
    pub(super) fn get(&self, scheme: &str) -> Option<&Applied> {
        let mut credentials = self.0.iter();
        let (_, credential) = credentials.find(|(name, _)| *name == scheme)?;
        Some(credential)
    }

    pub(super) fn set(&mut self, scheme: &'static str, credential: Applied) {
        self.0.retain(|(name, _)| *name != scheme);
        self.0.push((scheme, credential));
    }

    pub(super) fn remove(&mut self, is_removed: impl Fn(&Applied) -> bool) {
        self.0.retain(|(_, credential)| !is_removed(credential));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(&'static str, Applied)> {
        self.0.iter()
    }
}

//! Stand-in.
use crate::runtime::string_newtype;

/// Id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IntegrationId(String);

string_newtype!(IntegrationId);

//! Header parameters that are settings of the client.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Operation, Parameter, ParameterLocation, Property};
use crate::options::{KeptNames, Key, NameKind};

/// A header that most operations declare in the same way.
#[derive(Debug)]
pub(crate) struct ClientHeader {
    pub(crate) property: Property,
    pub(crate) environment: Option<String>,
}

impl ClientHeader {
    pub(crate) fn is(&self, parameter: &Parameter) -> bool {
        parameter.location == ParameterLocation::Header && self.is_same(&parameter.property)
    }

    /// Whether a header is this setting. A required setting always has a value, so operations may do without it.
    pub(crate) fn is_same(&self, declared: &Property) -> bool {
        let setting = &self.property;
        (&declared.name, &declared.ty, declared.nullable)
            == (&setting.name, &setting.ty, setting.nullable)
            && (setting.required || !declared.required)
    }

    /// The declaration of the header by an operation, as the setting or in another way.
    pub(crate) fn declared_by<'o>(&self, operation: &'o Operation) -> Option<&'o Parameter> {
        operation.parameters.iter().find(|parameter| {
            let name = &parameter.property.name;
            parameter.location == ParameterLocation::Header
                && name.eq_ignore_ascii_case(&self.property.name)
        })
    }
}

/// The part of the operations that have to declare a header in the same way: three quarters. With all of them, a new operation
/// without the header would take the setting away.
const SHARE: (usize, usize) = (3, 4);

/// A header of an earlier version stays a setting as long as an operation declares it, and an input of an operation stays one.
pub(super) fn find(api: &Api, kept: &KeptNames) -> Vec<ClientHeader> {
    let mut found: Vec<(ClientHeader, usize)> = Vec::new();
    // The indices of the headers with a name.
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    // Operations for other content types repeat the headers.
    let operations: Vec<&Operation> = api
        .operations
        .iter()
        .filter(|operation| operation.variant_of.is_none())
        .collect();
    for parameter in operations
        .iter()
        .flat_map(|operation| &operation.parameters)
    {
        // The client stores them as strings.
        if parameter.location != ParameterLocation::Header || !api.is_text(&parameter.property.ty) {
            continue;
        }
        let known = by_name.entry(&parameter.property.name).or_default();
        match known
            .iter()
            .find(|index| found[**index].0.property == parameter.property)
        {
            Some(index) => {
                let (header, uses) = &mut found[*index];
                *uses += 1;
                if header.environment.is_none() {
                    header.environment.clone_from(&parameter.environment);
                }
            }
            None => {
                known.push(found.len());
                let header = ClientHeader {
                    property: parameter.property.clone(),
                    environment: parameter.environment.clone(),
                };
                found.push((header, 1));
            }
        }
    }
    let is_setting = |name: &str| kept.get(&Key::of_client(NameKind::Header, name)).is_some();
    let was_input = |name: &str| {
        let input = format!("{}.{name}", ParameterLocation::Header.name());
        let key = |operation: &&Operation| {
            Key::of_operation(&operation.key, NameKind::Input).with_member(&input)
        };
        operations
            .iter()
            .map(key)
            .any(|key| kept.get(&key).is_some())
    };
    // A single operation does not show which headers are common.
    let is_common =
        |uses: usize| operations.len() > 1 && uses * SHARE.1 >= operations.len() * SHARE.0;
    let chosen = by_name.into_iter().filter_map(|(name, indices)| {
        let most = indices
            .into_iter()
            .rev()
            .max_by_key(|index| found[*index].1)?;
        let is_chosen = is_setting(name) || is_common(found[most].1) && !was_input(name);
        is_chosen.then_some(most)
    });
    let chosen: BTreeSet<usize> = chosen.collect();
    let found = found.into_iter().enumerate();
    let chosen = found.filter(|(index, _)| chosen.contains(index));
    chosen.map(|(_, (header, _))| header).collect()
}

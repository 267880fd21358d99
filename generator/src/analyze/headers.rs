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
        setting.name.eq_ignore_ascii_case(&declared.name)
            && (&declared.ty, declared.nullable) == (&setting.ty, setting.nullable)
            && (setting.required || !declared.required)
    }

    /// Whether the setting is required, as a word of the kept names.
    pub(crate) fn presence(&self) -> &'static str {
        if self.property.required {
            "required"
        } else {
            "optional"
        }
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

/// A form of a header, with the number of operations that declare it.
struct Form {
    header: ClientHeader,
    uses: usize,
    /// Those of them that the earlier version had.
    known: usize,
}

/// A header of an earlier version stays a setting as long as an operation declares it, and a required one as long as an operation
/// requires it. An input of an operation stays one. New operations do not decide about the form of a setting.
pub(super) fn find(api: &Api, kept: &KeptNames) -> Vec<ClientHeader> {
    let mut found: Vec<Form> = Vec::new();
    // The indices of the headers with a name.
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    // Operations for other content types repeat the headers.
    let operations: Vec<&Operation> = api
        .operations
        .iter()
        .filter(|operation| operation.variant_of.is_none())
        .collect();
    for operation in &operations {
        let key = Key::of_operation(&operation.key, NameKind::Method);
        let is_known = kept.get(&key).is_some();
        for parameter in &operation.parameters {
            let name = &parameter.property.name;
            // The client stores them as strings. A key is another one for each call.
            if parameter.location != ParameterLocation::Header
                || !api.is_text(&parameter.property.ty)
                || operation.has_key_in(name)
            {
                continue;
            }
            let mut property = parameter.property.clone();
            let forms = by_name
                .entry(property.name.to_ascii_lowercase())
                .or_default();
            if let Some(first) = forms.first() {
                property
                    .name
                    .clone_from(&found[*first].header.property.name);
            }
            let same = forms
                .iter()
                .find(|index| found[**index].header.property == property);
            let index = same.copied().unwrap_or_else(|| {
                forms.push(found.len());
                let header = ClientHeader {
                    property,
                    environment: None,
                };
                found.push(Form {
                    header,
                    uses: 0,
                    known: 0,
                });
                found.len() - 1
            });
            let form = &mut found[index];
            form.uses += 1;
            form.known += usize::from(is_known);
            if form.header.environment.is_none() {
                form.header.environment.clone_from(&parameter.environment);
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
        let is_setting = is_setting(&name);
        let presence = kept.get(&Key::of_client(NameKind::Presence, &name));
        let was_required = is_setting && presence == Some("required");
        let most = indices.into_iter().rev().max_by_key(|index| {
            let form = &found[*index];
            let stays = was_required && form.header.property.required;
            let known = if is_setting { form.known } else { 0 };
            (stays, known, form.uses)
        })?;
        let is_chosen = is_setting || is_common(found[most].uses) && !was_input(&name);
        is_chosen.then_some(most)
    });
    let chosen: BTreeSet<usize> = chosen.collect();
    let found = found.into_iter().enumerate();
    let chosen = found.filter(|(index, _)| chosen.contains(index));
    chosen.map(|(_, form)| form.header).collect()
}

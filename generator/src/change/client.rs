//! The client: its settings, its credentials and its base URL.

use std::collections::{BTreeMap, BTreeSet};

use super::equal::base_url;
use super::{Both, ChangeKind, Differences, Side, operations, words};
use crate::api::{Api, ParameterLocation, SecuritySchemeKind, Type};
use crate::source::Pointer;

/// A setting of the client.
struct Setting {
    name: String,
    /// Its header, or the name of its security scheme.
    source: String,
    /// How credentials are sent.
    scheme: String,
    environment: String,
    required: bool,
    docs: Option<String>,
    /// The arguments of its method.
    arguments: &'static str,
    at: Pointer,
}

impl Setting {
    fn is_token(&self) -> bool {
        self.scheme == words::scheme(&SecuritySchemeKind::Bearer)
    }

    fn all(side: &Side<'_>) -> Vec<Self> {
        let headers = side.analysis.client_headers.iter().enumerate();
        let headers = headers.map(|(index, header)| Self {
            name: side.names.of_header(index).to_owned(),
            source: header.property.name.to_lowercase(),
            scheme: String::new(),
            environment: header.environment.clone().unwrap_or_default(),
            required: header.property.required,
            docs: header.property.docs.clone(),
            arguments: "",
            at: side.header_at(&header.property.name),
        });
        let schemes = side
            .api
            .security_schemes
            .iter()
            .zip(side.names.credentials());
        let schemes = schemes.map(|(scheme, name)| Self {
            name: name.clone().unwrap_or_else(|| "token".to_owned()),
            source: scheme.name.clone(),
            scheme: words::scheme(&scheme.kind),
            environment: scheme.environment.clone().unwrap_or_default(),
            required: false,
            docs: None,
            arguments: match scheme.kind {
                SecuritySchemeKind::Basic => "user: &str, password: &str",
                _ => "key: impl Into<String>",
            },
            at: Pointer::root().extended(&["components", "securitySchemes", &scheme.name]),
        });
        headers.chain(schemes).collect()
    }
}

impl Differences<'_> {
    pub(super) fn client(&mut self) {
        if !self.old.api.has_client() || !self.new.api.has_client() {
            return;
        }
        let root = Both {
            old: Pointer::root(),
            new: Pointer::root(),
        };
        let info = root.join("info");
        let (old, new) = (self.old.api, self.new.api);
        let titles = [old, new].map(|api| format!("{} {}", api.title, api.version));
        let [before, after] = titles;
        self.compare(ChangeKind::Version, "API_VERSION", (before, after), &info);
        self.texts(&root);
        let servers = root.join("servers");
        let item = "ClientBuilder::base_url";
        let url = |side: &Side<'_>| {
            let url = side.api.server.url.as_deref().unwrap_or_default();
            base_url(url)
        };
        let urls = (url(self.old), url(self.new));
        let kind = match (urls.0.is_empty(), urls.1.is_empty()) {
            // A client without a base URL cannot be built.
            (true, _) => ChangeKind::SettingOptional,
            (_, true) => ChangeKind::SettingRequired,
            _ => ChangeKind::BaseUrl,
        };
        self.compare(kind, item, urls, &servers);
        let variable = |side: &Side<'_>| side.api.server.environment.clone().unwrap_or_default();
        let variables = (variable(self.old), variable(self.new));
        self.compare(ChangeKind::EnvironmentVariable, item, variables, &servers);
        let security = root.join("security");
        let requirements = (&old.security, &new.security);
        self.security(ChangeKind::Security, "Client", requirements, &security);
        let error = |side: &Side<'_>| {
            let error = side.analysis.error.as_ref();
            error.map_or_else(|| "serde_json::Value".to_owned(), |ty| side.spelled(ty))
        };
        let errors = (error(self.old), error(self.new));
        if !self.same_type(&errors.0, &errors.1) {
            let at = |side: &Side<'_>| {
                let ty = side.analysis.error.as_ref().and_then(Type::named);
                ty.map_or_else(Pointer::root, |id| side.api.type_def(id).at.clone())
            };
            let at = Both {
                old: at(self.old),
                new: at(self.new),
            };
            self.differs(ChangeKind::ErrorType, "Error", errors, &at);
        }
        self.settings();
        self.features();
    }

    /// Compares the texts about the API and its tags.
    fn texts(&mut self, root: &Both) {
        let (old, new) = (self.old.api, self.new.api);
        let descriptions = (Some(&*old.description), Some(&*new.description));
        self.annotations("Client", descriptions, (false, false), &root.join("info"));
        let more = |api: &Api| {
            let docs = api.external_docs.as_ref();
            docs.map(|docs| (docs.url.clone(), docs.description.clone()))
        };
        if more(old) != more(new) {
            let at = root.join("externalDocs");
            self.differs(ChangeKind::Description, "Client", ("", ""), &at);
        }
        let tags: BTreeSet<&String> = old.tags.keys().chain(new.tags.keys()).collect();
        for tag in tags {
            let docs = [old, new].map(|api| api.tags.get(tag).map(String::as_str));
            let item = format!("tag {tag}");
            self.annotations(
                &item,
                (docs[0], docs[1]),
                (false, false),
                &root.join("tags"),
            );
        }
    }

    /// Compares the Cargo features that parts of the crate are behind.
    fn features(&mut self) {
        let (old, new) = (self.old, self.new);
        let is_in = |side: &Side<'_>, feature: &String| side.names.features().contains(feature);
        for feature in old.names.features().iter().filter(|name| !is_in(new, name)) {
            let at = old.feature_at(feature);
            self.gone(ChangeKind::Feature, "Cargo.toml", feature, at);
        }
        for feature in new.names.features().iter().filter(|name| !is_in(old, name)) {
            let at = new.feature_at(feature);
            self.came(ChangeKind::FeatureAdded, "Cargo.toml", feature, at);
        }
    }

    fn settings(&mut self) {
        let (old, mut new) = (Setting::all(self.old), Setting::all(self.new));
        // All security schemes for bearer tokens have the setting `token`.
        let has_token = new.iter().any(Setting::is_token);
        for left in old {
            let stays = left.is_token() && has_token;
            let scheme = self.renamed_schemes.get(&left.source);
            let source = scheme.unwrap_or(&left.source);
            let by_source = new.iter().position(|right| right.source == *source);
            let index = by_source.or_else(|| new.iter().position(|right| right.name == left.name));
            if let Some(index) = index {
                let right = new.remove(index);
                self.setting(left, right, stays);
                continue;
            }
            let item = format!("ClientBuilder::{}", left.name);
            if stays {
                self.gone(ChangeKind::SecurityScheme, item, left.scheme, left.at);
            } else {
                self.gone(ChangeKind::SettingRemoved, item, left.source, left.at);
            }
        }
        for right in new {
            let item = format!("ClientBuilder::{}", right.name);
            let kind = if right.required {
                ChangeKind::SettingRequired
            } else {
                ChangeKind::SettingAdded
            };
            self.came(kind, item, right.source, right.at);
        }
    }

    /// Compares a setting, whose method stays if it has others, too.
    fn setting(&mut self, left: Setting, right: Setting, stays: bool) {
        let item = format!("ClientBuilder::{}", left.name);
        let at = Both {
            old: left.at,
            new: right.at,
        };
        if left.name != right.name && !stays {
            let names = (left.name, right.name);
            self.differs(ChangeKind::SettingRenamed, &item, names, &at);
        } else if left.arguments != right.arguments && !stays {
            let arguments = (left.arguments, right.arguments);
            self.differs(ChangeKind::SettingType, &item, arguments, &at);
        }
        if left.scheme.is_empty() {
            let names = (left.source, right.source);
            self.compare(ChangeKind::WireName, &item, names, &at);
        } else {
            let schemes = (left.scheme, right.scheme);
            self.compare(ChangeKind::SecurityScheme, &item, schemes, &at);
            // Credentials can be set by the name of the scheme.
            let names = (left.source, right.source);
            self.compare(ChangeKind::SecurityScheme, &item, names, &at);
        }
        let variables = (left.environment, right.environment);
        self.compare(ChangeKind::EnvironmentVariable, &item, variables, &at);
        match (left.required, right.required) {
            (false, true) => self.differs(ChangeKind::SettingRequired, &item, ("", ""), &at),
            (true, false) => self.differs(ChangeKind::SettingOptional, &item, ("", ""), &at),
            _ => {}
        }
        let docs = (left.docs.as_deref(), right.docs.as_deref());
        self.annotations(&item, docs, (false, false), &at);
    }
}

impl Side<'_> {
    /// The first parameter for a header of the client.
    fn header_at(&self, name: &str) -> Pointer {
        let operations = self.api.operations.iter();
        let mut parameters = operations.flat_map(|operation| &operation.parameters);
        let parameter = parameters.find(|parameter| {
            parameter.location == ParameterLocation::Header
                && parameter.property.name.eq_ignore_ascii_case(name)
        });
        parameter.map_or_else(Pointer::root, |parameter| parameter.at.clone())
    }

    /// The tags of the first operation with a feature.
    fn feature_at(&self, feature: &String) -> Pointer {
        let mut ids = self.api.operation_ids();
        let id = ids.find(|id| operations::features(self, *id).contains(feature));
        id.map_or_else(Pointer::root, |id| self.api.operation(id).at.join("tags"))
    }
}

/// The security schemes that have another name in the new version, with that name: those of the same kind.
pub(super) fn renamed_schemes(old: &Api, new_api: &Api) -> BTreeMap<String, String> {
    let only_in = |api: &Api, other: &Api| {
        let schemes = api.security_schemes.iter().filter(|scheme| {
            let mut others = other.security_schemes.iter();
            !others.any(|other| other.name == scheme.name)
        });
        let schemes = schemes.map(|scheme| (words::scheme(&scheme.kind), scheme.name.clone()));
        schemes.collect::<BTreeMap<String, String>>()
    };
    let new = only_in(new_api, old);
    let old = only_in(old, new_api);
    let renamed = old
        .into_iter()
        .filter_map(|(kind, name)| Some((name, new.get(&kind)?.clone())));
    renamed.collect()
}

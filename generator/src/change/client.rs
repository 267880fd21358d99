//! The client: its settings, its credentials and its base URL.

use super::operations::in_words;
use super::{Both, ChangeKind, Differences, Side};
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
}

impl Setting {
    fn all(side: &Side<'_>) -> Vec<Self> {
        let headers = side.analysis.client_headers.iter().enumerate();
        let headers = headers.map(|(index, header)| Self {
            name: side.names.of_header(index).to_owned(),
            source: header.property.name.to_lowercase(),
            scheme: String::new(),
            environment: header.environment.clone().unwrap_or_default(),
            required: header.property.required,
            docs: header.property.docs.clone(),
        });
        let schemes = side
            .api
            .security_schemes
            .iter()
            .zip(side.names.credentials());
        let schemes = schemes.map(|(scheme, name)| Self {
            name: name.clone().unwrap_or_else(|| "token".to_owned()),
            source: scheme.name.clone(),
            scheme: format!("{:?}", scheme.kind),
            environment: scheme.environment.clone().unwrap_or_default(),
            required: false,
            docs: None,
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
        let servers = root.join("servers");
        let item = "ClientBuilder::base_url";
        let url = |side: &Side<'_>| side.api.server.url.clone().unwrap_or_default();
        self.compare(
            ChangeKind::BaseUrl,
            item,
            (url(self.old), url(self.new)),
            &servers,
        );
        let variable = |side: &Side<'_>| side.api.server.environment.clone().unwrap_or_default();
        let variables = (variable(self.old), variable(self.new));
        self.compare(ChangeKind::EnvironmentVariable, item, variables, &servers);
        let security = root.join("security");
        let requirements = (in_words(&old.security), in_words(&new.security));
        self.compare(ChangeKind::Security, "Client", requirements, &security);
        let error = |side: &Side<'_>| {
            let error = side.analysis.error.as_ref();
            error.map_or_else(|| "Value".to_owned(), |ty| side.spelled(ty))
        };
        let errors = (error(self.old), error(self.new));
        if !self.same_type(&errors.0, &errors.1) {
            self.differs(ChangeKind::ErrorType, "Error", errors, &root);
        }
        self.settings(&root);
        self.features(&root);
    }

    /// Compares the Cargo features that parts of the crate are behind.
    fn features(&mut self, at: &Both) {
        let (old, new) = (self.old.names.features(), self.new.names.features());
        for feature in old.iter().filter(|feature| !new.contains(feature)) {
            self.gone(ChangeKind::Feature, "Cargo.toml", feature, at.old.clone());
        }
        for feature in new.iter().filter(|feature| !old.contains(feature)) {
            self.came(
                ChangeKind::FeatureAdded,
                "Cargo.toml",
                feature,
                at.new.clone(),
            );
        }
    }

    fn settings(&mut self, at: &Both) {
        let (old, mut new) = (Setting::all(self.old), Setting::all(self.new));
        for left in old {
            let item = format!("ClientBuilder::{}", left.name);
            let by_source = new.iter().position(|right| right.source == left.source);
            let index = by_source.or_else(|| new.iter().position(|right| right.name == left.name));
            let Some(index) = index else {
                self.gone(
                    ChangeKind::SettingRemoved,
                    item,
                    left.source,
                    at.old.clone(),
                );
                continue;
            };
            let right = new.remove(index);
            // Every client has the setting `token`.
            if left.name != "token" {
                let names = (left.name, right.name);
                self.compare(ChangeKind::SettingRenamed, &item, names, at);
            }
            if left.scheme.is_empty() {
                self.compare(ChangeKind::WireName, &item, (left.source, right.source), at);
            }
            self.compare(
                ChangeKind::SecurityScheme,
                &item,
                (left.scheme, right.scheme),
                at,
            );
            let variables = (left.environment, right.environment);
            self.compare(ChangeKind::EnvironmentVariable, &item, variables, at);
            match (left.required, right.required) {
                (false, true) => self.differs(ChangeKind::SettingRequired, &item, ("", ""), at),
                (true, false) => self.differs(ChangeKind::SettingOptional, &item, ("", ""), at),
                _ => {}
            }
            let docs = (left.docs.as_deref(), right.docs.as_deref());
            self.annotations(&item, docs, (false, false), at);
        }
        for right in new {
            let item = format!("ClientBuilder::{}", right.name);
            let kind = if right.required {
                ChangeKind::SettingRequired
            } else {
                ChangeKind::SettingAdded
            };
            self.came(kind, item, right.source, at.new.clone());
        }
    }
}

//! The `use` lines of a file.

use std::cell::RefCell;
use std::collections::BTreeSet;

/// Collects what a file uses; each item is noted where its name is written.
#[derive(Debug, Default)]
pub(crate) struct Uses(RefCell<BTreeSet<Use>>);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    module: &'static str,
    feature: Option<&'static str>,
    item: String,
}

impl Uses {
    pub(super) fn add(&self, module: &'static str, item: impl Into<String>) {
        self.0.borrow_mut().insert(Use {
            module,
            feature: None,
            item: item.into(),
        });
    }

    /// An item that is used with a feature of the crate only.
    pub(super) fn add_for_feature(&self, feature: &'static str, module: &'static str, item: &str) {
        self.0.borrow_mut().insert(Use {
            module,
            feature: Some(feature),
            item: item.to_owned(),
        });
    }

    /// The lines, in rustfmt's order.
    pub(crate) fn lines(&self) -> Vec<String> {
        let uses = self.0.borrow();
        let groups: BTreeSet<_> = uses
            .iter()
            .map(|item| (item.module, item.feature))
            .collect();
        let group = |(module, feature)| {
            let of_group = |item: &&Use| (item.module, item.feature) == (module, feature);
            let items = uses.iter().filter(of_group).map(|item| item.item.as_str());
            let items: Vec<&str> = items.collect();
            (module, items.len() > 1, items, feature)
        };
        // A single item goes before a list, and lists go by what is in them.
        let groups: BTreeSet<_> = groups.into_iter().map(group).collect();
        let line = |(module, _, items, feature): (&str, bool, Vec<&str>, Option<&str>)| {
            let line = match items.as_slice() {
                [item] => format!("use {module}::{item};"),
                items => format!("use {module}::{{{}}};", items.join(", ")),
            };
            match feature {
                None => line,
                Some(feature) => format!("#[cfg(feature = \"{feature}\")]\n{line}"),
            }
        };
        groups.into_iter().map(line).collect()
    }
}

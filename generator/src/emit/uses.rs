//! The `use` lines of a file.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::WIDTH;
use super::features::{self, Features};

/// Collects the items that a file uses, when their names are written.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    /// By module and item, with the features that enable the use.
    items: RefCell<BTreeMap<(String, String), Features>>,
    /// The features that enable the current item.
    current: RefCell<Features>,
}

impl Uses {
    pub(super) fn add(&self, module: impl Into<String>, item: impl Into<String>) {
        let features = self.current.borrow().clone();
        let mut items = self.items.borrow_mut();
        let known = items
            .entry((module.into(), item.into()))
            .or_insert_with(|| features.clone());
        match (&mut *known, features) {
            (Some(known), Some(more)) => known.extend(more),
            (known, _) => *known = None,
        }
    }

    /// Collects the items that are used in code that depends on features.
    pub(super) fn within<T>(&self, features: Features, write: impl FnOnce() -> T) -> T {
        let outer = self.current.replace(features);
        let written = write();
        self.current.replace(outer);
        written
    }

    /// The lines in the order of rustfmt.
    pub(crate) fn lines(&self) -> Vec<String> {
        let uses = self.items.borrow();
        let mut groups: BTreeMap<(&str, &Features), Vec<&str>> = BTreeMap::new();
        for ((module, item), features) in uses.iter() {
            groups.entry((module, features)).or_default().push(item);
        }
        let lines = groups.into_iter().map(|((module, features), items)| {
            let cfg = features::line(features);
            let line = format!("{cfg}{}", declaration("use", module, &items));
            (order(module, &items), line)
        });
        let lines: BTreeMap<_, String> = lines.collect();
        lines.into_values().collect()
    }
}

/// The key to sort by: the names of the path. A list comes after every name.
fn order<'a>(module: &'a str, items: &[&'a str]) -> Vec<(bool, &'a str)> {
    let modules = module.split("::").map(|name| (false, name));
    let is_list = items.len() > 1;
    modules
        .chain(items.iter().map(|item| (is_list, *item)))
        .collect()
}

/// `use module::item;` or `use module::{items};`, in as many lines as it needs.
pub(super) fn declaration(keyword: &str, module: &str, items: &[&str]) -> String {
    if let [item] = items {
        return format!("{keyword} {module}::{item};");
    }
    let line = format!("{keyword} {module}::{{{}}};", items.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    let mut lines = format!("{keyword} {module}::{{");
    let mut width = WIDTH;
    for item in items {
        // A comma, and a space before all but the first.
        if width + item.len() + 2 > WIDTH {
            lines.push_str("\n    ");
            width = 4 + item.len() + 1;
        } else {
            lines.push(' ');
            width += item.len() + 2;
        }
        lines.push_str(item);
        lines.push(',');
    }
    lines + "\n};"
}

//! A comparison of two versions, and the programs that prove it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Result, bail};
use openapi_rust_client::internal::report;
use openapi_rust_client_generator::{Change, ChangeKind, Verdict};

use crate::corpus::cargo::{Cargo, Message};

/// A comparison to prove.
pub(super) struct Proof {
    pub(super) name: String,
    /// The name of the old version.
    pub(super) base: String,
    pub(super) changes: Vec<Change>,
}

impl Proof {
    /// The worst verdict of the changes.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        self.changes.iter().map(|change| change.verdict).max()
    }

    /// The changes, in a line each.
    pub(super) fn lines(&self) -> String {
        let changes = self.changes.iter();
        changes.fold(String::new(), |lines, change| {
            let (verdict, kind, item) = (change.verdict, change.kind, &change.item);
            lines + &format!("  {verdict} {kind} {item}\n")
        })
    }
}

/// Compiles all programs. Returns whether the compiler agrees with all verdicts.
pub(super) fn compile(folder: &Path, proofs: &[Proof], offline: bool) -> Result<bool> {
    let mut compiled = BTreeSet::new();
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let cargo = Cargo {
        folder,
        offline,
        jobs: None,
    };
    let package = |manifest: &Path| {
        let name = manifest.parent().and_then(Path::file_name);
        name.map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    cargo.run(&["check"], &[], |message| match message {
        Message::Artifact { manifest_path, .. } => {
            compiled.insert(package(&manifest_path));
        }
        Message::Diagnostic {
            manifest_path,
            message,
        } if message.level == "error" => {
            let text = message.rendered.unwrap_or(message.message);
            errors
                .entry(package(&manifest_path))
                .or_default()
                .push(text);
        }
        _ => {}
    })?;
    if compiled.is_empty() {
        bail!(
            "nothing was compiled; see cargo.log in {}",
            folder.display()
        );
    }
    let own = errors.iter().find(|(name, _)| {
        let is_proof = proofs
            .iter()
            .any(|proof| **name == format!("use-{}", proof.name));
        !is_proof
    });
    if let Some((name, errors)) = own {
        bail!("{name} does not compile:\n{}", errors.join("\n"));
    }
    let mut wrong = 0;
    for proof in proofs {
        let is_accepted = compiled.contains(&format!("use-{}", proof.name));
        // The programs are compiled with all features, so they do not notice which one enables an operation.
        let breaks = |change: &Change| {
            change.verdict == Verdict::BreaksCallers && change.kind != ChangeKind::Feature
        };
        if is_accepted != proof.changes.iter().any(breaks) {
            continue;
        }
        wrong += 1;
        let errors = errors.get(&format!("use-{}", proof.name));
        report::line(format_args!(
            "{}: the program {}\n{}{}",
            proof.name,
            if is_accepted {
                "compiles"
            } else {
                "does not compile"
            },
            proof.lines(),
            errors.map(|errors| errors.join("\n")).unwrap_or_default()
        ));
    }
    let breaking = proofs
        .iter()
        .filter(|proof| proof.verdict() == Some(Verdict::BreaksCallers));
    report::line(format_args!(
        "{} of {} verdicts agree with the compiler; {} break callers",
        proofs.len() - wrong,
        proofs.len(),
        breaking.count()
    ));
    Ok(wrong == 0)
}

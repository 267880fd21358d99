//! The layers of each crate.

use std::collections::BTreeMap;
use std::path::Path;

use crate::imports::imports;

/// The modules of a crate in the order of their layers.
pub(crate) struct Layers {
    /// The folder of the sources.
    pub(crate) folder: &'static str,
    /// Each module with those above it in this table that it may import.
    pub(crate) modules: &'static [(&'static str, &'static str)],
}

/// A change of this table is a change of the architecture: see `ARCHITECTURE.md`.
pub(crate) const LAYERS: &[Layers] = &[
    Layers {
        folder: "generator/src",
        modules: &[
            ("method", ""),
            ("format", ""),
            ("source", ""),
            ("diagnostics", "source"),
            ("options", "method source diagnostics"),
            ("document", "method format source diagnostics options"),
            ("outline", "method source"),
            ("api", "method format source"),
            (
                "lower",
                "method format source diagnostics options document api",
            ),
            ("analyze", "source diagnostics options api"),
            ("names", "method diagnostics options api analyze"),
            ("emit", "format options api analyze names"),
            ("files", "emit"),
            (
                "change",
                "source diagnostics document lower api analyze names emit",
            ),
        ],
    },
    Layers {
        folder: "generator/cli/src",
        modules: &[
            ("crate_name", ""),
            ("manifest", ""),
            ("paths", ""),
            ("shell", ""),
            ("plan", ""),
            ("embedded", ""),
            ("runtime", "embedded manifest paths plan"),
            ("apply", "plan"),
            ("report", ""),
            ("text", ""),
            ("results", "manifest plan report text"),
            ("render", "text"),
            ("run_options", "shell"),
            ("ref_files", "shell text"),
            ("document", "run_options text ref_files"),
            ("messages", "report results render document"),
            ("next_version", ""),
            ("changes", "report text next_version"),
            (
                "diff",
                "report run_options document messages next_version changes",
            ),
            (
                "build_script",
                "manifest plan report render run_options document",
            ),
            (
                "template",
                "crate_name embedded manifest paths shell runtime document",
            ),
            (
                "generate",
                "crate_name manifest runtime plan report results run_options document messages template",
            ),
        ],
    },
    Layers {
        folder: "generated-client/runtime/src",
        modules: &[
            ("model", ""),
            ("client", "model"),
            ("testing", "model client"),
            ("codegen", "model client testing"),
        ],
    },
    Layers {
        folder: "xtask/src",
        modules: &[
            ("examples", ""),
            ("recordings", ""),
            ("programs", ""),
            ("spec", ""),
            ("actions", ""),
            ("changelog", ""),
            ("fit", "actions spec"),
            ("regen", "spec"),
            ("diff", "spec fit"),
            ("update", "actions changelog spec fit diff"),
            ("release", "changelog spec diff"),
        ],
    },
    Layers {
        folder: "xtask/qa/src",
        modules: &[
            ("exit_reason", ""),
            ("caller", ""),
            ("sample", ""),
            ("fidelity", "caller sample"),
            ("recordings", "caller sample"),
            ("corpus", "exit_reason fidelity"),
            ("fuzz", "exit_reason corpus"),
            ("changes", "corpus fuzz"),
            ("growth", ""),
        ],
    },
    Layers {
        folder: "xtask/record/src",
        modules: &[
            ("beginning", ""),
            ("document", ""),
            ("wire", ""),
            ("scenario", "document"),
            ("rehearsal", "document scenario"),
            ("run", "beginning document scenario"),
            ("sanitize", "document scenario wire"),
            ("shape", "document wire"),
            ("har", "scenario wire"),
            // Nothing of what takes private values out.
            ("guard", ""),
            ("accepted", "guard"),
        ],
    },
];

impl Layers {
    /// The modules that a module may import; `None` if it is not in the table.
    pub(crate) fn allowed(&self, module: &str) -> Option<Vec<&'static str>> {
        let (_, allowed) = self.modules.iter().find(|(name, _)| *name == module)?;
        Some(allowed.split_whitespace().collect())
    }

    /// The imports in a file that the table does not allow. `names` has the module of each name at the root of the crate.
    pub(crate) fn offences(
        &self,
        path: &Path,
        text: &str,
        names: &BTreeMap<String, String>,
    ) -> Vec<String> {
        let parts = path.iter().map(|part| part.to_str().unwrap());
        let module = parts.map(|part| part.trim_end_matches(".rs"));
        let module: Vec<_> = module.filter(|part| *part != "mod").collect();
        let from = module[0];
        // The root may import all, and tests see what they test.
        if ["lib", "main"].contains(&from) || module.contains(&"tests") {
            return Vec::new();
        }
        let place = format!("{}/{}", self.folder, path.display());
        let Some(allowed) = self.allowed(from) else {
            return vec![format!(
                "{place}: `{from}` is not in the table of `xtask/tests/tidy/layers.rs`"
            )];
        };
        let mut offences = Vec::new();
        for (name, line) in imports(text, module.len()) {
            let is_module = self.allowed(&name).is_some();
            let to = names.get(&name).filter(|_| !is_module).unwrap_or(&name);
            if self.allowed(to).is_some() && *to != from && !allowed.contains(&&**to) {
                let allowed = match &*allowed.join(", ") {
                    "" => "no other module".to_owned(),
                    some => some.to_owned(),
                };
                offences.push(format!(
                    "{place}:{line}: `{from}` imports `{to}`, and may import {allowed}"
                ));
            }
        }
        offences
    }
}

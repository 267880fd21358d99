//! Packages of the published crates: made, built and tested in a copy of the workspace, so that they contain nothing else.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{self, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use openapi_rust_client::internal::report;

/// A published crate.
pub(super) struct Package {
    pub(super) name: &'static str,
    folder: &'static str,
}

/// The published crates, each after those that it depends on.
pub(super) const PACKAGES: [Package; 4] = [
    Package {
        name: "openapi-client-runtime",
        folder: "generated-client/runtime",
    },
    Package {
        name: "openapi-rust-client-generator",
        folder: "generator",
    },
    Package {
        name: "openapi-rust-client",
        folder: "generator/cli",
    },
    Package {
        name: "botpress-runtime",
        folder: "generated-client",
    },
];

/// The files that each package has in addition to its code.
const NEEDED: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// The sources that the command embeds, and their copies in its package. Cargo leaves out folders with a `Cargo.toml`.
const EMBEDDED: [(&str, &str); 8] = [
    ("runtime/Cargo.toml", "runtime/manifest.toml"),
    ("runtime/LICENSE-APACHE", "runtime/LICENSE-APACHE"),
    ("runtime/LICENSE-MIT", "runtime/LICENSE-MIT"),
    ("runtime/src", "runtime/src"),
    ("src/lib.rs", "src/lib.rs"),
    ("src/production.md", "src/production.md"),
    ("src/testing.md", "src/testing.md"),
    ("examples/call.rs", "examples/call.rs"),
];

/// Copies the sources that the command embeds into its package, where git ignores them.
pub(super) fn embed(root: &Path) -> Result<()> {
    let to = root.join("generator/cli/embedded");
    remove(&to)?;
    for (source, copy) in EMBEDDED {
        copy_all(&root.join("generated-client").join(source), &to.join(copy))?;
    }
    Ok(())
}

/// A copy of the workspace.
pub(super) struct Stage {
    root: PathBuf,
    /// The copy.
    workspace: PathBuf,
    /// A workspace of the unpacked packages.
    unpacked: PathBuf,
    /// The target folder of the workspace, so that dependencies are not built again.
    target: PathBuf,
}

impl Stage {
    /// Copies the files that git does not ignore, with some of them changed.
    pub(super) fn new(root: &Path, changed: &BTreeMap<String, String>) -> Result<Self> {
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => path::absolute(folder).context("cannot find the target folder")?,
            None => root.join("target"),
        };
        let folder = target.join("packages");
        let stage = Self {
            root: root.to_owned(),
            workspace: folder.join("workspace"),
            unpacked: folder.join("unpacked"),
            target,
        };
        remove(&folder)?;
        for path in files(root)? {
            let from = root.join(&path);
            // A file that was deleted may still be in the index.
            if from.is_file() {
                copy_all(&from, &stage.workspace.join(&path))?;
            }
        }
        for (path, text) in changed {
            let path = stage.workspace.join(path);
            fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
        embed(&stage.workspace)?;
        Ok(stage)
    }

    /// The lock file, by path.
    pub(super) fn lock(&self) -> Result<BTreeMap<String, String>> {
        let lock = fs::read_to_string(self.workspace.join("Cargo.lock"));
        let lock = lock.context("cannot read the lock file of the copy")?;
        Ok(BTreeMap::from([("Cargo.lock".to_owned(), lock)]))
    }

    /// Makes the packages, and builds and tests what they contain.
    pub(super) fn package(&self) -> Result<()> {
        let mut package = self.cargo(&self.workspace);
        // The copy belongs to no revision. Cargo would build the packages with those that an earlier run has left in its cache,
        // because they have the same version; the tests build them, too.
        package.args(["package", "--allow-dirty", "--no-verify"]);
        for Package { name, .. } in PACKAGES {
            package.args(["--package", name]);
        }
        run(package)?;
        self.unpack()?;
        let mut test = self.cargo(&self.unpacked);
        test.args(["test", "--workspace", "--all-features", "--no-fail-fast"]);
        run(test)
    }

    /// Unpacks the packages into a workspace, in which they depend on each other.
    fn unpack(&self) -> Result<()> {
        fs::create_dir_all(&self.unpacked)
            .with_context(|| format!("cannot create {}", self.unpacked.display()))?;
        let mut members = Vec::new();
        let mut patches = Vec::new();
        for Package { name, folder } in PACKAGES {
            let version = self.version(folder)?;
            let folder = format!("{name}-{version}");
            let mut unpack = Command::new("tar");
            unpack.current_dir(self.target.join("package"));
            // With the times of today: those in a package are always the same, and cargo would see no change.
            unpack.args(["-xzmf", &format!("{folder}.crate"), "-C"]);
            unpack.arg(&self.unpacked);
            run(unpack)?;
            let unpacked = self.unpacked.join(folder);
            fs::rename(&unpacked, self.unpacked.join(name))
                .with_context(|| format!("cannot rename {}", unpacked.display()))?;
            check(&self.root, &self.unpacked.join(name), name)?;
            members.push(format!("{name:?}"));
            patches.push(format!("{name} = {{ path = {name:?} }}\n"));
        }
        let (members, patches) = (members.join(", "), patches.concat());
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{members}]\n\n[patch.crates-io]\n{patches}"
        );
        fs::write(self.unpacked.join("Cargo.toml"), manifest)?;
        copy_all(
            &self.workspace.join("Cargo.lock"),
            &self.unpacked.join("Cargo.lock"),
        )
    }

    /// The version of a package of the copy.
    fn version(&self, folder: &str) -> Result<String> {
        let mut command = self.cargo(&self.workspace.join(folder));
        let id = command.arg("pkgid").output().context("cannot run cargo")?;
        let id = String::from_utf8_lossy(&id.stdout).into_owned();
        let version = id.trim_end().rsplit(['#', '@']).next();
        Ok(version.unwrap_or_default().to_owned())
    }

    /// Cargo in a folder.
    fn cargo(&self, folder: &Path) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(folder);
        command.env("CARGO_TARGET_DIR", &self.target);
        // Cargo sets it for this program, and build scripts of others might read it.
        command.env_remove("CARGO_MANIFEST_DIR");
        command
    }
}

/// Checks that a package has what it needs, and nothing about the machine that made it.
fn check(root: &Path, folder: &Path, name: &str) -> Result<()> {
    for file in NEEDED {
        ensure!(
            folder.join(file).is_file(),
            "the package {name} has no {file}"
        );
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let is_same = fs::read(folder.join(licence))? == fs::read(root.join(licence))?;
        ensure!(
            is_same,
            "{licence} of the package {name} differs from the one in the root"
        );
    }
    let home = env::var("HOME").or_else(|_| env::var("USERPROFILE")).ok();
    // `/` or `/root` may be anywhere.
    let home = home.filter(|home| home.len() > "/home/".len());
    let places: Vec<String> = home
        .into_iter()
        .chain([root.display().to_string()])
        .collect();
    let mut size = 0;
    let all = list(folder)?;
    for path in &all {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        size += bytes.len();
        let text = String::from_utf8_lossy(&bytes);
        if let Some(place) = places.iter().find(|place| text.contains(*place)) {
            bail!("{} contains the path {place}", path.display());
        }
    }
    report::line(format_args!(
        "  {name}: {} files, {} KiB",
        all.len(),
        size / 1024
    ));
    Ok(())
}

/// Runs a command and prints it.
fn run(mut command: Command) -> Result<()> {
    let program = Path::new(command.get_program()).file_stem();
    let words: Vec<_> = program
        .into_iter()
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    let line = words.join(" ");
    report::line(format_args!("+ {line}"));
    let status = command
        .status()
        .with_context(|| format!("cannot run `{line}`"))?;
    ensure!(status.success(), "`{line}` failed; no file was changed");
    Ok(())
}

/// The files of a workspace that git does not ignore.
fn files(root: &Path) -> Result<Vec<String>> {
    let mut git = Command::new("git");
    git.current_dir(root);
    git.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]);
    let output = git.output().context("cannot run git")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = names.split('\0').filter(|name| !name.is_empty());
    Ok(names.map(str::to_owned).collect())
}

/// Copies a file or a folder.
fn copy_all(from: &Path, to: &Path) -> Result<()> {
    let failed = || format!("cannot copy {} to {}", from.display(), to.display());
    if !from.is_dir() {
        let folder = to.parent().unwrap_or(to);
        fs::create_dir_all(folder).with_context(failed)?;
        fs::copy(from, to).with_context(failed)?;
        return Ok(());
    }
    for path in list(from)? {
        copy_all(&path, &to.join(path.strip_prefix(from)?))?;
    }
    Ok(())
}

/// All files in a folder.
fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder);
    let entries = entries.with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(list(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))
}

//! Formats texts with rustfmt before anything is written.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{self, Path, PathBuf};
use std::process::{self, Command};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

/// Files a process: starting one costs as much as formatting about twenty files.
const SHARE: usize = 50;

const NOT_INSTALLED: &str = "is not installed";

/// Formats the texts by the rules that hold in the folder `place`. With an error they stay as they are.
///
/// Copies are formatted in the system's folder for temporary files, so that nothing is written near the place.
pub(crate) fn format<'a>(texts: impl Iterator<Item = &'a mut String>, place: &Path) -> Result<()> {
    let texts: Vec<_> = texts.collect();
    if texts.is_empty() {
        return Ok(());
    }
    let copies = Copies::write(&texts).context("cannot write copies for rustfmt")?;
    copies.format(configuration(place).as_deref())?;
    for (text, formatted) in texts.into_iter().zip(copies.read()?) {
        *text = formatted;
    }
    Ok(())
}

/// Copies of texts, each in a numbered folder of its own; gone when dropped.
struct Copies {
    folder: PathBuf,
    count: usize,
}

impl Copies {
    fn write(texts: &[&mut String]) -> std::io::Result<Self> {
        // Tests format in several threads of one process.
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("xtask-rustfmt-{}-{number}", process::id());
        let copies = Self {
            folder: env::temp_dir().join(name),
            count: texts.len(),
        };
        fs::create_dir(&copies.folder)?;
        for (index, text) in texts.iter().enumerate() {
            let folder = copies.folder.join(index.to_string());
            fs::create_dir(&folder)?;
            fs::write(folder.join("mod.rs"), text.as_str())?;
            // rustfmt follows `mod name;` to a file, which only has to be there.
            for module in text.lines().filter_map(module) {
                fs::write(folder.join(format!("{module}.rs")), "")?;
            }
        }
        Ok(copies)
    }

    /// One process a core, if there is enough to do.
    fn format(&self, configuration: Option<&Path>) -> Result<()> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let share = self.count.div_ceil(cores).max(SHARE);
        let paths: Vec<_> = (0..self.count)
            .map(|index| format!("{index}/mod.rs"))
            .collect();
        thread::scope(|scope| {
            let runs: Vec<_> = paths
                .chunks(share)
                .map(|paths| scope.spawn(|| self.rustfmt(paths, configuration)))
                .collect();
            for run in runs {
                run.join()
                    .map_err(|_| anyhow!("rustfmt could not be run"))??;
            }
            Ok(())
        })
    }

    fn rustfmt(&self, paths: &[String], configuration: Option<&Path>) -> Result<()> {
        // The same variable that `cargo fmt` knows.
        let program = env::var_os("RUSTFMT").unwrap_or_else(|| OsString::from("rustfmt"));
        let mut command = Command::new(program);
        if let Some(file) = configuration {
            command.arg("--config-path").arg(file);
        }
        let output = command
            .args(["--edition", "2024"])
            .args(paths)
            .current_dir(&self.folder)
            .output();
        let problem = match output {
            Ok(output) if output.status.success() => return Ok(()),
            Ok(output) => String::from_utf8_lossy(&output.stderr).trim().to_owned(),
            Err(error) if error.kind() == ErrorKind::NotFound => NOT_INSTALLED.to_owned(),
            Err(error) => return Err(error).context("cannot run rustfmt"),
        };
        // In the words of rustup, whose stand-in for rustfmt is always there.
        if problem.contains(NOT_INSTALLED) {
            bail!("rustfmt is not installed, `rustup component add rustfmt` brings it");
        }
        bail!("rustfmt: {problem}")
    }

    fn read(&self) -> Result<Vec<String>> {
        let path = |index: usize| self.folder.join(index.to_string()).join("mod.rs");
        let texts: std::io::Result<_> = (0..self.count)
            .map(|index| fs::read_to_string(path(index)))
            .collect();
        texts.context("cannot read what rustfmt wrote")
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        // Nothing to be done about it if this fails.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The configuration that rustfmt would find for a file in `place`.
fn configuration(place: &Path) -> Option<PathBuf> {
    let place = path::absolute(place).ok()?;
    place
        .ancestors()
        .flat_map(|folder| ["rustfmt.toml", ".rustfmt.toml"].map(|name| folder.join(name)))
        .find(|file| file.is_file())
}

/// The name in a line `pub mod name;`.
fn module(line: &str) -> Option<&str> {
    let (visibility, rest) = line
        .trim()
        .split_once("mod ")
        .filter(|_| !line.contains("//"))?;
    let is_item = visibility.is_empty() || visibility.starts_with("pub");
    rest.strip_suffix(';')
        .map(|name| name.trim().trim_start_matches("r#"))
        .filter(|_| is_item)
}

#[cfg(test)]
mod tests {
    use super::{format, module};

    #[test]
    fn formats_each_text_on_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let mut texts = [
            "pub mod a;\nmod  b;\nfn c( ){}".to_owned(),
            "fn   d(){}\n".to_owned(),
        ];
        format(texts.iter_mut(), &folder.path().join("not/there")).unwrap();
        assert_eq!(texts, ["pub mod a;\nmod b;\nfn c() {}\n", "fn d() {}\n"]);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_configuration_of_the_place_counts() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("rustfmt.toml"), "tab_spaces = 2").unwrap();
        let mut texts = ["fn a() { b(); c() }".to_owned()];
        format(texts.iter_mut(), folder.path()).unwrap();
        assert_eq!(texts, ["fn a() {\n  b();\n  c()\n}\n"]);
    }

    #[test]
    fn what_does_not_parse_stays() {
        let folder = tempfile::tempdir().unwrap();
        let mut texts = ["fn a( ){}".to_owned(), "fn".to_owned()];
        let error = format(texts.iter_mut(), folder.path()).unwrap_err();
        assert!(error.to_string().starts_with("rustfmt: error: "), "{error}");
        assert_eq!(texts, ["fn a( ){}", "fn"]);
    }

    #[test]
    fn modules_in_files_of_their_own() {
        assert_eq!(module("pub mod a;"), Some("a"));
        assert_eq!(module("    pub(crate) mod r#type;"), Some("type"));
        assert_eq!(module("mod a {"), None);
        assert_eq!(module("/// The mod a;"), None);
        assert_eq!(module("let a = \"mod b;\";"), None);
    }
}

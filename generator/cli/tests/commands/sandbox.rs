//! A small workspace in a temporary folder, in which tests run commands.

#![allow(dead_code, reason = "three crates share it, and none needs all of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use tempfile::TempDir;

pub(crate) const SPEC: &str = r##"openapi: 3.0.0
info:
  title: Things
  version: 1.2.3
  description: Keeps things.
servers:
  - url: https://things.example
paths:
  /things/{id}:
    get:
      operationId: getThing
      description: Finds a thing.
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: string
      responses:
        "200":
          description: The thing.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Thing"
components:
  schemas:
    Thing:
      description: A thing.
      type: object
      required: [name, labels_that_are_long_enough_to_need_a_line]
      properties:
        name:
          type: string
        labels_that_are_long_enough_to_need_a_line:
          type: array
          items:
            $ref: "#/components/schemas/Label"
    Label:
      description: A label.
      type: object
      properties:
        text:
          type: string
"##;

pub(crate) const OVERLAY: &str = "overlay: 1.0.0
info:
  title: Additions to the document
  version: 1.0.0
actions:
  - target: $.components.schemas.Thing.properties.name
    description: The document has no description of names.
    update:
      description: Name of the thing.
";

/// The result of a command.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The content and the modification time of each file.
pub(crate) type Files = BTreeMap<String, (String, SystemTime)>;

pub(crate) struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    pub(crate) fn new() -> Self {
        let sandbox = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let manifest = "[dependencies]\nopenapi-client-runtime = { path = \"runtime\", features = [\"client\"] }\n";
        sandbox.write("generated-client/Cargo.toml", manifest);
        sandbox.write("spec/runtime.yaml", SPEC);
        sandbox.write("spec/runtime.overlay.yaml", OVERLAY);
        sandbox
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The document with `from` replaced.
    pub(crate) fn edit_spec(&self, from: &str, to: &str) {
        assert!(SPEC.contains(from), "{from}");
        self.write("spec/runtime.yaml", &SPEC.replace(from, to));
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, |_| {})
    }

    pub(crate) fn run_with(&self, args: &[&str], prepare: impl FnOnce(&mut Command)) -> Run {
        let mut command = Command::new(crate::PROGRAM);
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("CLICOLOR_FORCE");
        prepare(&mut command);
        let output = command.output().unwrap();
        Run {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The time when an entry of the folder itself was last created or removed.
    pub(crate) fn modified(&self) -> SystemTime {
        self.folder.path().metadata().unwrap().modified().unwrap()
    }

    pub(crate) fn files(&self) -> Files {
        let mut files = Files::new();
        collect(self.folder.path(), self.folder.path(), &mut files);
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            let written = path.metadata().unwrap().modified().unwrap();
            files.insert(name, (fs::read_to_string(&path).unwrap(), written));
        }
    }
}

impl Run {
    #[track_caller]
    pub(crate) fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        self
    }

    /// The counts of files in the second line, without the duration.
    pub(crate) fn counts(&self) -> &str {
        self.stdout
            .lines()
            .nth(1)
            .and_then(|line| line.split_once(" in "))
            .unwrap()
            .0
    }

    /// The lines for single files.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.stdout
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .collect()
    }
}

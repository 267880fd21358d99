use std::fs;
use std::time::SystemTime;

use tempfile::TempDir;

use super::*;

const MANIFEST: &str = concat!(
    "[dependencies]\nopenapi-client-runtime = { version = \"",
    env!("CARGO_PKG_VERSION"),
    "\", features = [\"client\"] }\n"
);

const SPEC: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: The pets.
          content: {application/json: {schema: {$ref: 'pet.yaml'}}}
    delete:
      operationId: freePets
      responses: {'204': {description: They are free.}}
";

/// A package and its `OUT_DIR`.
struct Package {
    folder: TempDir,
}

impl Package {
    fn new() -> Self {
        let package = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        package.write("package/Cargo.toml", MANIFEST);
        package.write("package/api.yaml", SPEC);
        package.write("package/pet.yaml", "{type: object}");
        package
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn edit(&self, from: &str, to: &str) {
        assert!(SPEC.contains(from), "{from}");
        self.write("package/api.yaml", &SPEC.replace(from, to));
    }

    fn build(&self, build: &Build) -> (Vec<String>, Result<(), String>) {
        let (package, out) = (self.path("package"), self.path("out"));
        let mut instructions = Vec::new();
        let done = build.run(&package, &out, &mut instructions);
        (instructions, done.map_err(|error| format!("{error:#}")))
    }

    /// The instructions of a run that succeeds.
    fn built(&self) -> Vec<String> {
        let (instructions, done) = self.build(&Build::new("api.yaml"));
        done.unwrap();
        instructions
    }

    /// The error of a run, which wrote nothing.
    fn refused(&self, build: &Build) -> String {
        let before = self.written();
        let (_, done) = self.build(build);
        assert_eq!(self.written(), before);
        done.unwrap_err()
    }

    /// The files of `OUT_DIR`, with when they were written.
    fn written(&self) -> BTreeMap<String, SystemTime> {
        fn list(folder: &Path, files: &mut Vec<PathBuf>) {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    list(&path, files);
                } else {
                    files.push(path);
                }
            }
        }
        let out = self.path("out");
        let mut files = Vec::new();
        list(&out, &mut files);
        let files = files.iter().map(|path| {
            let name = path.strip_prefix(&out).unwrap().to_str().unwrap();
            let written = path.metadata().unwrap().modified().unwrap();
            (name.replace('\\', "/"), written)
        });
        files.collect()
    }
}

#[test]
fn a_reference_to_another_folder_needs_permission() {
    let package = Package::new();
    package.edit("'pet.yaml'", "'../common/pet.yaml'");
    package.write("common/pet.yaml", "{type: object}");
    let error = package.refused(&Build::new("api.yaml"));
    assert!(error.contains("outside of the folder"), "{error}");
    package
        .build(&Build::new("api.yaml").ref_folder("../common"))
        .1
        .unwrap();
}

#[test]
fn a_file_to_include_declares_the_module() {
    let package = Package::new();
    package.built();
    let files = package.written();
    assert!(
        files.contains_key("api/operations/free_pets.rs"),
        "{files:?}"
    );
    let declaration = fs::read_to_string(package.path("out/api.rs")).unwrap();
    assert!(
        declaration.ends_with("]\n#[path = \"api/mod.rs\"]\npub mod api;\n"),
        "{declaration}"
    );
    let operation = fs::read_to_string(package.path("out/api/operations/free_pets.rs")).unwrap();
    assert!(operation.contains("crate::api::"), "{operation}");
}

#[test]
fn a_module_may_be_in_another_module() {
    let package = Package::new();
    let build = Build::new("api.yaml").module("crate::clients::r#mod");
    package.build(&build).1.unwrap();
    let declaration = fs::read_to_string(package.path("out/clients/mod.rs")).unwrap();
    assert!(
        declaration.ends_with("]\n#[path = \"mod/mod.rs\"]\npub mod r#mod;\n"),
        "{declaration}"
    );
    assert!(package.written().contains_key("clients/mod/mod.rs"));

    for (module, error) in [
        (
            "crate",
            "`crate` is the crate itself; name a module in it, such as `crate::api`",
        ),
        (
            "../api",
            "`../api` is not the path of a module, such as `crate::api`",
        ),
    ] {
        assert_eq!(
            package.refused(&Build::new("api.yaml").module(module)),
            error
        );
    }
}

#[test]
fn options_can_say_where_the_module_is() {
    let package = Package::new();
    package.write("package/options.yaml", "root: crate::pets");
    let build = Build::new("api.yaml").options("options.yaml");
    package.build(&build).1.unwrap();
    assert!(package.written().contains_key("pets.rs"));
    package.build(&build.module("crate::more")).1.unwrap();
    assert!(package.written().contains_key("more.rs"));
}

#[test]
fn cargo_watches_all_files_that_were_read() {
    let package = Package::new();
    package.write("package/options.yaml", "exclude: [{operation: freePets}]");
    package.write(
        "package/overlay.yaml",
        "{overlay: 1.0.0, info: {title: x, version: '1'}, actions: [{target: $.info, update: {version: '2'}}]}",
    );
    let build = Build::new("api.yaml")
        .overlay("overlay.yaml")
        .options("options.yaml");
    let (instructions, done) = package.build(&build);
    done.unwrap();
    let watched = |name| {
        let path = package.path("package").join(name);
        format!("cargo::rerun-if-changed={}", path.display())
    };
    assert_eq!(
        instructions,
        [
            watched("api.yaml"),
            watched("pet.yaml"),
            watched("overlay.yaml"),
            watched("options.yaml"),
            watched("Cargo.toml"),
            "cargo::rustc-check-cfg=cfg(feature, values(\"call-json\", \"testing\"))".to_owned(),
        ]
    );
}

#[test]
fn only_what_changed_is_written() {
    let package = Package::new();
    package.built();
    let before = package.written();
    package.built();
    assert_eq!(package.written(), before);

    package.edit("freePets", "releasePets");
    package.built();
    let after = package.written();
    assert!(!after.contains_key("api/operations/free_pets.rs"));
    assert!(after.contains_key("api/operations/release_pets.rs"));
    assert_eq!(
        after["api/operations/list_pets.rs"],
        before["api/operations/list_pets.rs"]
    );
}

#[test]
fn warnings_are_a_line_each_whatever_they_quote() {
    let package = Package::new();
    package.write(
        "package/pet.yaml",
        "{type: object, \"x\\ncargo::rustc-env=A=B\\r\": 1}",
    );
    let instructions = package.built();
    let warning = instructions
        .iter()
        .find(|it| it.starts_with("cargo::warning="))
        .unwrap();
    assert!(
        warning.starts_with(
            "cargo::warning=pet.yaml:1:16: [unknown-keyword] unknown schema keyword `x cargo::rustc-env=A=B `"
        ),
        "{warning}"
    );
    assert!(
        warning.ends_with("; it has no effect: fix its spelling, or remove it"),
        "{warning}"
    );
    assert!(instructions.iter().all(|it| it.lines().count() == 1));

    let strict = Build::new("api.yaml").strict(true);
    let error = package.refused(&strict);
    assert!(
        error.starts_with("api.yaml: found 1 error, warnings included\n\nerror[unknown-keyword]: "),
        "{error}"
    );
}

#[test]
fn a_wrong_document_stops_the_build_and_leaves_the_module() {
    let package = Package::new();
    package.built();
    for (text, error) in [
        ("", "api.yaml: found 1 error\n\nerror["),
        (
            "openapi: [",
            "api.yaml: found 1 error\n\nerror[unreadable]: ",
        ),
        (
            &SPEC.replace("pet.yaml", "nowhere.yaml"),
            "api.yaml: found 1 error\n\nerror[",
        ),
        (
            "\u{0}",
            "cannot read api.yaml: the file is in UTF-16; save it in UTF-8",
        ),
    ] {
        package.write("package/api.yaml", text);
        let refused = package.refused(&Build::new("api.yaml"));
        assert!(refused.starts_with(error), "{refused}");
    }
    let missing = package.refused(&Build::new("other.yaml"));
    assert!(missing.starts_with("cannot read other.yaml: "), "{missing}");
}

#[test]
fn the_manifest_has_to_turn_on_what_the_document_needs() {
    let package = Package::new();
    package.edit("application/json", "text/event-stream");
    let error = package.refused(&Build::new("api.yaml"));
    let feature = "features = [\"streams\"] of openapi-client-runtime in [dependencies]";
    assert_eq!(
        error,
        format!("Cargo.toml lacks what the document needs:\n  {feature}")
    );

    package.write("package/Cargo.toml", "");
    let error = package.refused(&Build::new("api.yaml"));
    let line = format!(
        "openapi-client-runtime = {{ version = \"{}\", features = [\"client\", \"streams\"] }} in [dependencies]",
        env!("CARGO_PKG_VERSION")
    );
    assert!(error.ends_with(&line), "{error}");
}

#[test]
fn features_can_be_in_the_workspace_or_in_dependencies_of_a_target() {
    let package = Package::new();
    package.edit("application/json", "text/event-stream");
    package.write(
        "package/Cargo.toml",
        "[target.'cfg(unix)'.dependencies]\nopenapi-client-runtime = { workspace = true, features = [\"streams\"] }\n",
    );
    package.write(
        "Cargo.toml",
        &MANIFEST.replace("[dependencies]", "[workspace.dependencies]"),
    );
    let instructions = package.built();
    let watched = package.path("Cargo.toml");
    let watched = format!("cargo::rerun-if-changed={}", watched.display());
    assert!(instructions.contains(&watched), "{instructions:?}");
}

//! A document may come from a stranger: it must not read or show other files.

use std::fs;

use crate::sandbox::{Run, Sandbox};

/// A document in `api/` with a reference, next to files that are none of its business.
fn sandbox(reference: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(
        "api/openapi.yaml",
        &format!(
            "openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{Key: {{$ref: '{reference}'}}}}}}\n"
        ),
    );
    sandbox.write(
        "secret.yaml",
        "key: hunter2\nschema: {type: object, properties: {hunter2: {type: string}}}\n",
    );
    sandbox.write("api/.env", "PASSWORD=hunter2\n");
    sandbox.write("api/keys", "- hunter2\n");
    sandbox.write("api/broken", "hunter2: [\n");
    sandbox
}

fn generate(sandbox: &Sandbox, more: &[&str]) -> Run {
    let args = [
        "generate",
        "--spec",
        "api/openapi.yaml",
        "--types-only",
        "--out",
        "out",
        "--name",
        "things",
    ];
    sandbox.run(&[&args[..], more].concat())
}

/// The text of a run that refuses the document and does not show the secret.
#[track_caller]
fn refused(sandbox: &Sandbox, reason: &str) -> String {
    let run = generate(sandbox, &[]).ends_with(1);
    assert!(run.stderr.contains(reason), "{}", run.stderr);
    assert!(!run.stderr.contains("hunter2"), "{}", run.stderr);
    assert!(!sandbox.path("out").exists());
    run.stderr
}

const OUTSIDE: &str = "which is outside of the folder of the document";

#[test]
fn files_outside_of_the_folder_are_not_read() {
    for reference in [
        "../secret.yaml#/schema",
        "../secret.yaml#/key",
        "../secret.yaml",
        "%2e%2e/secret.yaml#/schema",
        "./x/../../secret.yaml#/schema",
        "..\\secret.yaml#/schema",
    ] {
        let text = refused(&sandbox(reference), OUTSIDE);
        assert!(text.contains("--> api/openapi.yaml:4:"), "{text}");
        assert!(text.contains("`--ref-folder .`"), "{text}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn files_of_the_system_are_not_read() {
    let up = "../".repeat(20);
    for path in ["proc/self/environ", "etc/passwd", "dev/zero"] {
        refused(&sandbox(&format!("{up}{path}")), OUTSIDE);
        refused(
            &sandbox(&format!("/{path}")),
            "not a path relative to this file",
        );
        refused(
            &sandbox(&format!("file:///{path}")),
            "which is not accessed",
        );
    }
}

#[test]
#[cfg(unix)]
fn symbolic_links_do_not_lead_outside() {
    use std::os::unix::fs::symlink;

    let linked = sandbox("link.yaml#/schema");
    symlink(linked.path("secret.yaml"), linked.path("api/link.yaml")).unwrap();
    refused(&linked, OUTSIDE);
    let linked = sandbox("up/secret.yaml#/schema");
    symlink(linked.path(""), linked.path("api/up")).unwrap();
    refused(&linked, OUTSIDE);
    let zero = sandbox("zero.yaml");
    symlink("/dev/zero", zero.path("api/zero.yaml")).unwrap();
    refused(&zero, OUTSIDE);

    // Build systems link each file of the sources.
    let farm = sandbox("part.yaml");
    farm.write(
        "api/part.yaml",
        "{type: object, properties: {a: {type: string}}}",
    );
    fs::create_dir(farm.path("farm")).unwrap();
    for file in ["openapi.yaml", "part.yaml"] {
        symlink(farm.path("api").join(file), farm.path("farm").join(file)).unwrap();
    }
    let args = [
        "--spec",
        "farm/openapi.yaml",
        "--out",
        "out",
        "--name",
        "things",
    ];
    let args = [&["generate", "--types-only"], &args[..]].concat();
    farm.run(&args).ends_with(0);
}

#[test]
#[cfg(unix)]
fn the_advice_for_a_symbolic_link_helps() {
    use std::os::unix::fs::symlink;

    // A link to a file, a link to a link, a link to a folder, and a folder whose name needs quotation marks.
    for (reference, links) in [
        ("link.yaml#/schema", &[("secret.yaml", "api/link.yaml")][..]),
        (
            "link.yaml#/schema",
            &[
                ("secret.yaml", "other/link.yaml"),
                ("other/link.yaml", "api/link.yaml"),
            ],
        ),
        ("up/secret.yaml#/schema", &[("", "api/up")]),
        (
            "parts/link.yaml#/schema",
            &[("a b/c.yaml", "api/parts/link.yaml")],
        ),
        (
            "../other/link.yaml#/schema",
            &[("a b/c.yaml", "other/link.yaml")],
        ),
    ] {
        let linked = sandbox(reference);
        linked.write("a b/c.yaml", &linked.read("secret.yaml"));
        for folder in ["other", "api/parts"] {
            fs::create_dir(linked.path(folder)).unwrap();
        }
        for (to, at) in links {
            symlink(linked.path(to), linked.path(at)).unwrap();
        }
        let text = refused(&linked, OUTSIDE);
        let advice = text.split_once("`--ref-folder ").unwrap().1;
        let folder = advice.split_once('`').unwrap().0.trim_matches('\'');
        generate(&linked, &["--ref-folder", folder]).ends_with(0);
    }
}

#[test]
fn the_caller_can_allow_more_folders() {
    let sandbox = sandbox("../secret.yaml#/schema");
    generate(&sandbox, &["--ref-folder", "."]).ends_with(0);
    assert!(sandbox.read("out/README.md").contains("--ref-folder .. "));
    let run = generate(&sandbox, &["--ref-folder", "no/where"]).ends_with(1);
    assert!(
        run.stderr.contains("cannot find the folder no/where"),
        "{}",
        run.stderr
    );
}

#[test]
fn files_that_are_not_part_of_an_api_are_not_shown() {
    refused(&sandbox(".env"), "`.env` is not an object");
    refused(&sandbox("keys"), "`keys` is not an object");
    refused(&sandbox("keys#/0"), "`keys#/0` is not an object");
    refused(&sandbox("broken"), "invalid YAML");
    refused(&sandbox(".env#/a"), "`.env#/a` does not exist");
    for (name, content, reason) in [
        (
            "z.json",
            "{\"password\": \"hunter2\", \"password\": \"x\"}",
            "password",
        ),
        ("x.json", "\"hunter2\" \"hunter2\"", "x.json"),
        ("c.json", "[{\"password\": \"hunter2\"},]", "c.json"),
        ("y.yaml", "password: *hunter2", "y.yaml"),
        (
            "account.json",
            "{\"type\": \"service_account\", \"private_key\": \"hunter2\"}",
            "service_account",
        ),
    ] {
        let sandbox = sandbox(name);
        sandbox.write(&format!("api/{name}"), content);
        refused(&sandbox, reason);
    }
    let sandbox = sandbox("credentials.yaml#/production");
    sandbox.write(
        "api/credentials.yaml",
        "production: {secret_key: hunter2}\n",
    );
    refused(&sandbox, "unknown schema keyword `secret_key`");
}

#[test]
fn files_that_are_part_of_an_api_are_shown() {
    let sandbox = sandbox("pets.yaml#/schemas/Pet");
    let pets = "schemas:\n  Pet: {type: object, properties: {name: {type: strin}}}\n";
    sandbox.write("api/pets.yaml", pets);
    let run = generate(&sandbox, &[]);
    assert!(run.stderr.contains("type: strin"), "{}", run.stderr);
}

#[test]
fn unusual_files_are_reported_at_the_reference() {
    let folder = sandbox("folder.yaml");
    fs::create_dir(folder.path("api/folder.yaml")).unwrap();
    refused(&folder, "which is not a file");

    let large = sandbox("large.yaml");
    let file = fs::File::create(large.path("api/large.yaml")).unwrap();
    file.set_len(65 << 20).unwrap();
    refused(&large, "larger than 64 MiB");

    let other = sandbox("other.yaml");
    fs::write(other.path("api/other.yaml"), [0xFF, 0xFE, b'a', 0]).unwrap();
    refused(&other, "which is not in UTF-8");
}

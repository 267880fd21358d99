//! Repositories of git in small workspaces.

use std::process::Command;

use crate::sandbox::Sandbox;

/// Runs git with these arguments, which contain no spaces.
pub(crate) fn git(sandbox: &Sandbox, arguments: &str) {
    let mut git = Command::new("git");
    git.current_dir(sandbox.path(""))
        .args(arguments.split_whitespace());
    assert!(git.output().unwrap().status.success(), "{arguments}");
}

/// Commits the workspace as it is.
pub(crate) fn commit(sandbox: &Sandbox) {
    git(sandbox, "init --quiet");
    git(sandbox, "add --all");
    git(
        sandbox,
        "-c user.name=a -c user.email=a commit --quiet --message=a",
    );
}

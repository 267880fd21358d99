//! `cargo xtask release` and `cargo xtask package`

mod changelog;
mod date;
mod packages;
mod versions;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use openapi_rust_client::internal::{Messages, Plan, report, results};
use xtask::workspace;

use packages::Stage;
use versions::Release;

/// A part of the URL of the repository that the maintainers have not set yet.
const PLACEHOLDER: &str = "OWNER/REPOSITORY";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The new version [default: the one in Cargo.toml, before its first release]
    version: Option<String>,
    /// The date for the changelog [default: SOURCE_DATE_EPOCH; a dry run needs none]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// Make and test the packages, and list the changes, but write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Sets the version, if packages with it can be built and pass their tests.
pub(crate) fn run(args: &Args, started: Instant) -> Result<ExitCode> {
    let root = workspace()?;
    let date = date::of_release(args.date.as_deref(), args.dry_run)?;
    let release = Release::new(&root, args.version.as_deref())?;
    let mut plan = Plan::new(&root, release.files(&root, &date)?, &[])?;
    let stage = Stage::new(&root, &plan.writes)?;
    stage.package()?;
    // Packaging brings the versions in it up to date.
    let lock = stage.lock()?;
    plan.writes.extend(Plan::new(&root, lock, &[])?.writes);

    let results = Messages::default().results();
    if args.dry_run {
        results.plan(&plan, &results::DRY_RUN, started);
        return Ok(ExitCode::SUCCESS);
    }
    plan.apply(&root)?;
    packages::embed(&root)?;
    results.plan(&plan, &results::DONE, started);
    report::line(format_args!(
        "\nReview and commit the changes, tag the commit v{}, and publish in this order:",
        release.version
    ));
    for package in packages::PACKAGES {
        report::line(format_args!("  cargo publish --package {}", package.name));
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes and tests the packages of the workspace as it is.
pub(crate) fn package() -> Result<ExitCode> {
    let root = workspace()?;
    Stage::new(&root, &std::collections::BTreeMap::new())?.package()?;
    Ok(ExitCode::SUCCESS)
}

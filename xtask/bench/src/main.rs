//! `cargo xtask bench`: the instructions and allocations of calls, compared with the same calls by hand, and the memory and
//! connections of many calls.
//!
//! Instructions and allocations are counted by valgrind, so that other programs on the machine make no difference. The service
//! is a process of its own. The count of one call is that of many calls without that of the first one, which also makes the
//! connection.

mod by_client;
mod by_hand;
mod count;
mod load;
mod payload;
mod service;

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::{Parser, ValueEnum};
use tokio::runtime::{Builder, Runtime};

use count::{Counts, count};
use service::Service;

/// What calls of the client cost, compared with the same calls by hand. Needs `valgrind`.
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
struct Cli {
    #[command(subcommand)]
    part: Part,
}

/// The command, and its parts that run as processes of their own.
#[derive(clap::Subcommand)]
enum Part {
    /// Print a table of calls
    Calls,
    /// Print the memory and connections of many calls
    Load,
    #[command(hide = true)]
    Serve,
    #[command(hide = true)]
    Call {
        #[arg(long)]
        way: Way,
        #[arg(long)]
        call: Call,
        #[arg(long)]
        times: usize,
        #[arg(long)]
        url: String,
    },
}

/// Who makes the calls.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Way {
    Client,
    Hand,
}

/// A call, and the size of its response.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Call {
    GetUser,
    CreateMessage,
    /// A list of 1 KB.
    ListSmall,
    /// A list of 100 KB.
    ListMedium,
    /// A list of 10 MB.
    ListLarge,
}

impl Call {
    fn name(self) -> &'static str {
        match self {
            Self::GetUser => "`get_user`",
            Self::CreateMessage => "`create_message`",
            Self::ListSmall => "`list_messages`, 1 KB",
            Self::ListMedium => "`list_messages`, 100 KB",
            Self::ListLarge => "`list_messages`, 10 MB",
        }
    }

    /// The number of calls that are counted.
    fn times(self) -> usize {
        if self == Self::ListLarge { 2 } else { 50 }
    }

    /// The conversation whose messages are listed, which tells the service how many to send.
    pub(crate) fn conversation(self) -> &'static str {
        match self {
            Self::ListMedium => "medium",
            Self::ListLarge => "large",
            _ => "small",
        }
    }
}

fn main() -> Result<ExitCode> {
    match Cli::parse().part {
        Part::Calls => compare()?,
        Part::Load => load()?,
        Part::Serve => service::serve(),
        Part::Call {
            way,
            call,
            times,
            url,
        } => {
            let runtime = runtime()?;
            runtime.block_on(async {
                match way {
                    Way::Client => by_client::run(call, times, &url).await,
                    Way::Hand => by_hand::run(call, times, &url).await,
                }
            })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn runtime() -> Result<Runtime> {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.context("cannot start a runtime")
}

fn load() -> Result<()> {
    let mut service = Service::start()?;
    runtime()?.block_on(load::run(&mut service))
}

/// Prints the table.
fn compare() -> Result<()> {
    let service = Service::start()?;
    println!(
        "| call | instructions | by hand | ratio | allocations | by hand | bytes allocated | by hand |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for call in Call::value_variants() {
        let of = |way| count(way, *call, call.times(), service.url());
        let (client, hand) = (of(Way::Client)?, of(Way::Hand)?);
        println!("{}", row(call.name(), client, hand));
    }
    Ok(())
}

fn row(name: &str, client: Counts, hand: Counts) -> String {
    // The counts are far below the limit of exact numbers.
    #[expect(clippy::cast_precision_loss)]
    let ratio = client.instructions as f64 / hand.instructions as f64;
    format!(
        "| {name} | {} | {} | {ratio:.2} | {} | {} | {} | {} |",
        client.instructions,
        hand.instructions,
        client.blocks,
        hand.blocks,
        client.bytes,
        hand.bytes
    )
}

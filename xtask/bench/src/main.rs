//! `cargo xtask bench`: the instructions and allocations of calls, compared with the same calls by hand.
//!
//! Both are counted by valgrind, so that other programs on the machine make no difference. The service is a process of its
//! own. The count of one call is that of many calls without that of the first one, which also makes the connection.

mod by_client;
mod by_hand;
mod count;
mod payload;

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};

use anyhow::{Context as _, Result};
use clap::{Parser, ValueEnum};
use test_server::{Reply, Server};

use count::{Counts, count};

/// What calls of the client cost, compared with the same calls by hand. Needs `valgrind`.
#[derive(Parser)]
#[command(name = "cargo xtask bench")]
struct Cli {
    #[command(subcommand)]
    part: Part,
}

/// The command, and its parts that run as processes of their own.
#[derive(clap::Subcommand)]
enum Part {
    /// Print a table of calls
    Calls,
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
        Part::Serve => serve(),
        Part::Call {
            way,
            call,
            times,
            url,
        } => {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .context("cannot start a runtime")?;
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

/// Prints the table.
fn compare() -> Result<()> {
    let service = Service::start()?;
    println!(
        "| call | instructions | by hand | ratio | allocations | by hand | bytes allocated | by hand |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for call in Call::value_variants() {
        let of = |way| count(way, *call, call.times(), &service.url);
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

/// Replies to all calls until the process is killed.
fn serve() {
    let lists = ["small", "medium", "large"].map(|size| (size, Reply::json(payload::list(size))));
    let server = Server::answering(move |_, request| match request.method.as_str() {
        "POST" => Reply::json(payload::created()),
        _ if request.target.contains("/users/") => Reply::json(payload::user()),
        _ => {
            let list = lists.iter().find(|(size, _)| request.target.contains(size));
            list.map_or_else(
                || Reply::new("404 Not Found", &[], ""),
                |(_, reply)| reply.clone(),
            )
        }
    });
    println!("{}", server.url());
    loop {
        std::thread::park();
    }
}

/// The service in a process of its own.
struct Service {
    process: Child,
    url: String,
}

impl Service {
    fn start() -> Result<Self> {
        let program = std::env::current_exe().context("cannot find this program")?;
        let mut process = Command::new(program)
            .arg("serve")
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start the service")?;
        let mut url = String::new();
        let output = process.stdout.take().context("the service has no output")?;
        BufReader::new(output)
            .read_line(&mut url)
            .context("the service does not say its URL")?;
        let url = url.trim().to_owned();
        Ok(Self { process, url })
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn both_ways_make_every_call() {
        let service = tokio::task::spawn_blocking(|| {
            Server::answering(|_, request| match request.method.as_str() {
                "POST" => Reply::json(payload::created()),
                _ if request.target.contains("/users/") => Reply::json(payload::user()),
                _ => Reply::json(payload::list("small")),
            })
        });
        let server = service.await.unwrap();
        for call in Call::value_variants() {
            by_client::run(*call, 1, &server.url()).await.unwrap();
            by_hand::run(*call, 1, &server.url()).await.unwrap();
        }
        let requests = server.received();
        assert_eq!(requests.len(), 10);
        for pair in requests.chunks(2) {
            assert_eq!(pair[0].method, pair[1].method);
            assert_eq!(pair[0].target, pair[1].target);
            assert_eq!(pair[0].body, pair[1].body);
        }
    }
}

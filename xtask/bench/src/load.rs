//! Many calls: their memory and connections.

use std::fs;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use botpress_runtime::Client;
use tokio::task::JoinSet;

use crate::service::Service;

/// The calls that are made one after the other.
const IN_SEQUENCE: usize = 100_000;
/// The calls after which memory is compared, because a program grows at its start.
const WARM: usize = 1_000;
/// The calls that are made at once.
const AT_ONCE: usize = 1_000;

/// Prints the memory and connections of many calls.
pub(crate) async fn run(service: &mut Service) -> Result<()> {
    let client = Client::builder()
        .base_url(service.url())
        .token("token-0001")
        .bot_id("bot-0001")
        .build()?;
    println!("| calls | seconds | connections | resident memory |");
    println!("|---|---|---|---|");
    let started = Instant::now();
    for number in 1..=IN_SEQUENCE {
        client.get_user("user_0001").await?;
        if number == WARM || number == IN_SEQUENCE {
            let calls = format!("{number} in sequence");
            print_row(&calls, started, service.connections()?);
        }
    }
    let before = service.connections()?;
    let started = Instant::now();
    let mut calls = JoinSet::new();
    for _ in 0..AT_ONCE {
        let call = client.get_user("user_0001");
        calls.spawn(async move { call.await.map(drop) });
    }
    let results = calls.join_all().await;
    ensure!(results.len() == AT_ONCE, "calls were lost");
    for result in results {
        result.context("one of the calls at once failed")?;
    }
    let opened = service.connections()? - before;
    print_row(&format!("{AT_ONCE} at once"), started, opened);
    Ok(())
}

fn print_row(calls: &str, started: Instant, connections: usize) {
    let seconds = started.elapsed().as_secs_f64();
    let memory = resident().unwrap_or_else(|| "unknown".to_owned());
    println!("| {calls} | {seconds:.1} | {connections} | {memory} |");
}

/// The resident memory of this process, as Linux reports it.
fn resident() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().to_owned())
}

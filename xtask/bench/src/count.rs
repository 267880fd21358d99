//! Counting with valgrind.

use std::env;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum as _;

use crate::{Call, Way};

/// The cost of one call.
#[derive(Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) instructions: u64,
    /// Blocks of memory, and their bytes.
    pub(crate) blocks: u64,
    pub(crate) bytes: u64,
}

/// The cost of one of several calls, on average. The first call is not counted.
pub(crate) fn count(way: Way, call: Call, times: usize, url: &str) -> Result<Counts> {
    let run = |tool: &str, times: usize| valgrind(tool, way, call, times, url);
    let per_call = |tool: &str, read: &dyn Fn(&str) -> Option<Vec<u64>>| -> Result<Vec<u64>> {
        let read = |times| -> Result<Vec<u64>> {
            let text = run(tool, times)?;
            read(&text).with_context(|| format!("cannot read the output of {tool}:\n{text}"))
        };
        let (one, all) = (read(1)?, read(times + 1)?);
        let counted = u64::try_from(times).unwrap_or(u64::MAX);
        let pairs = all.iter().zip(&one);
        Ok(pairs
            .map(|(all, one)| all.saturating_sub(*one) / counted)
            .collect())
    };
    let instructions = per_call("callgrind", &|text| {
        Some(vec![number_after(text, "Collected :")?])
    })?;
    let memory = per_call("dhat", &|text| {
        let total = text.split("Total:").nth(1)?;
        Some(vec![number_after(total, "in")?, number_after(total, "")?])
    })?;
    Ok(Counts {
        instructions: instructions[0],
        blocks: memory[0],
        bytes: memory[1],
    })
}

/// The messages of a tool of valgrind about this program.
fn valgrind(tool: &str, way: Way, call: Call, times: usize, url: &str) -> Result<String> {
    let program = env::current_exe().context("cannot find this program")?;
    let name = |value: Option<clap::builder::PossibleValue>| {
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    };
    let output = Command::new("valgrind")
        .arg(format!("--tool={tool}"))
        .args(
            [
                "--callgrind-out-file=/dev/null",
                "--dhat-out-file=/dev/null",
            ]
            .iter()
            .filter(|option| option.contains(tool)),
        )
        .arg(program)
        .args(["call", "--way", &name(way.to_possible_value())])
        .args(["--call", &name(call.to_possible_value())])
        .args(["--times", &times.to_string(), "--url", url])
        .output()
        .context("cannot run `valgrind`; install it, for example with `apt install valgrind`")?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        bail!("the calls failed:\n{text}");
    }
    Ok(text)
}

/// The first number after these words, without the commas in it.
fn number_after(text: &str, words: &str) -> Option<u64> {
    let (_, rest) = text.split_once(words)?;
    let digits = rest
        .trim_start()
        .chars()
        .take_while(|char| char.is_ascii_digit() || *char == ',');
    let digits: String = digits.filter(|char| *char != ',').collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number_after;

    #[test]
    fn numbers_of_valgrind_have_commas() {
        let text = "==1== Total:     1,234 bytes in 56 blocks\n==1== Collected : 98,765";
        let total = text.split("Total:").nth(1).unwrap();
        assert_eq!(number_after(total, ""), Some(1234));
        assert_eq!(number_after(total, "in"), Some(56));
        assert_eq!(number_after(text, "Collected :"), Some(98_765));
        assert_eq!(number_after(text, "missing"), None);
    }
}

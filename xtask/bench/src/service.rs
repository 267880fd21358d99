//! The service, in a process of its own.

use std::io::{BufRead as _, BufReader, Write as _, stdin};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result};
use test_server::{Reply, Server};

use crate::payload;

/// Replies to all calls until the process is killed. Prints its URL, and the number of connections for each line of input.
pub(crate) fn serve() {
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
    for _ in stdin().lines() {
        println!("{}", server.connections());
    }
    loop {
        std::thread::park();
    }
}

/// The process of the service.
pub(crate) struct Service {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    url: String,
}

impl Service {
    pub(crate) fn start() -> Result<Self> {
        let program = std::env::current_exe().context("cannot find this program")?;
        let mut process = Command::new(program)
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start the service")?;
        let input = process.stdin.take().context("the service has no input")?;
        let output = process.stdout.take().context("the service has no output")?;
        let mut service = Self {
            process,
            input,
            output: BufReader::new(output),
            url: String::new(),
        };
        service.url = service.line()?;
        Ok(service)
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The number of connections so far.
    pub(crate) fn connections(&mut self) -> Result<usize> {
        writeln!(self.input).context("cannot ask the service")?;
        let line = self.line()?;
        line.parse()
            .with_context(|| format!("`{line}` is not a number of connections"))
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.output
            .read_line(&mut line)
            .context("the service does not respond")?;
        Ok(line.trim().to_owned())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! Prism, a mock server that validates each request against the document.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The longest time that Prism may take to start.
const START: Duration = Duration::from_secs(120);

/// A server that runs until this is dropped.
pub(crate) struct Prism<'a> {
    program: &'a str,
    document: &'a Path,
    log: &'a Path,
    process: Child,
    pub(crate) url: String,
    /// The number of bytes of the log that have been read.
    read: usize,
}

impl<'a> Prism<'a> {
    /// Starts Prism on a free port and waits until it listens.
    pub(crate) fn start(program: &'a str, document: &'a Path, log: &'a Path) -> Result<Self> {
        let (process, url) = start(program, document, log)?;
        Ok(Self {
            program,
            document,
            log,
            process,
            url,
            read: 0,
        })
    }

    /// Starts Prism again after it crashed.
    pub(crate) fn restart(&mut self) -> Result<()> {
        (self.process, self.url) = start(self.program, self.document, self.log)?;
        self.read = 0;
        Ok(())
    }

    pub(crate) fn is_alive(&mut self) -> Result<bool> {
        Ok(self.process.try_wait()?.is_none())
    }

    /// The violations that Prism logged for requests and responses since the last call.
    pub(crate) fn violations(&mut self) -> Vec<String> {
        let log = fs::read(self.log).unwrap_or_default();
        let new = log.get(self.read..).unwrap_or_default();
        self.read = log.len();
        let new = String::from_utf8_lossy(new).into_owned();
        let violations = new
            .lines()
            .filter_map(|line| line.split_once("Violation: "));
        let violations = violations.map(|(_, text)| text.to_owned());
        violations
            .filter(|text| !text.ends_with("is deprecated"))
            .collect()
    }
}

fn start(program: &str, document: &Path, log: &Path) -> Result<(Child, String)> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let mut process = Command::new(program)
        .args(["mock", "-h", "127.0.0.1", "-p", &port.to_string()])
        .args(["--errors", "--ignoreExamples"])
        .arg(document)
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| {
            format!("cannot run `{program}`: install it with `npm install -g @stoplight/prism-cli`, or pass its path with --prism")
        })?;
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        let ended = process.try_wait()?;
        if ended.is_some() || started.elapsed() > START {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
            bail!("Prism does not listen; see {}", log.display());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok((process, format!("http://127.0.0.1:{port}")))
}

impl Drop for Prism<'_> {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

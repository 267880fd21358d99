//! Prism, a mock server that holds each request against the document.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const START: Duration = Duration::from_secs(60);

/// A server that runs until this is dropped.
pub(crate) struct Prism {
    process: Child,
    pub(crate) url: String,
}

impl Prism {
    /// Starts it on a free port, and waits until it listens. What it says goes to a file.
    pub(crate) fn start(program: &str, document: &Path, log: &Path) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        let process = Command::new(program)
            .args(["mock", "-h", "127.0.0.1", "-p", &port.to_string(), "--errors", "--ignoreExamples"])
            .arg(document)
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| {
                format!("cannot run `{program}`: install it with `npm install -g @stoplight/prism-cli`, or name it with --prism")
            })?;
        let mut prism = Self {
            process,
            url: format!("http://127.0.0.1:{port}"),
        };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = prism.process.try_wait()? {
                bail!("Prism ended with {status}; {} says why", log.display());
            }
            if started.elapsed() > START {
                bail!(
                    "Prism does not listen after {START:?}; {} may say why",
                    log.display()
                );
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(prism)
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

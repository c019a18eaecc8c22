//! A Redis of our own: on a free port, with nothing on disk, gone with the test that asked for it.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};

/// Ends the server when our end of the pipe closes, which it does however we die.
const SUPERVISOR: &str = r#"
redis-server --port "$1" --bind 127.0.0.1 --save "" --appendonly no --dir /tmp &
server=$!
cat >/dev/null
kill -9 $server 2>/dev/null
wait $server 2>/dev/null
"#;

/// A running server.
pub struct RedisServer {
    port: u16,
    supervisor: Option<Child>,
}

impl RedisServer {
    /// Starts a server and returns when it answers.
    ///
    /// # Panics
    /// When there is no Redis: a test that cannot run must not look as if it had.
    pub fn start() -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = free.local_addr().expect("it has an address").port();
        drop(free);
        let mut server = Self {
            port,
            supervisor: None,
        };
        server.start_again();
        server
    }

    /// Starts the server that was stopped, on the same port and empty.
    pub fn start_again(&mut self) {
        let mut supervisor = Command::new("bash")
            .args(["-c", SUPERVISOR, "redis", &self.port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell can be started");
        let output = supervisor.stdout.take().expect("its output is ours");
        // Held from the start, so that it is waited for whatever happens.
        self.supervisor = Some(supervisor);
        let mut said = String::new();
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if line.contains("Ready to accept connections") {
                return;
            }
            said.push_str(&line);
            said.push('\n');
        }
        panic!("redis-server did not start; run scripts/setup.sh if it is not installed\n{said}");
    }

    /// Stops the server as a crash would.
    pub fn stop(&mut self) {
        if let Some(mut supervisor) = self.supervisor.take() {
            drop(supervisor.stdin.take());
            supervisor.wait().expect("the supervisor ends");
        }
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/0", self.port)
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        self.stop();
    }
}

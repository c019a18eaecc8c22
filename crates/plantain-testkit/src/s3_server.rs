//! A real S3 server, which checks signatures and keeps its files in a temporary folder.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// Names the server's program; on the path when it is not set.
const PROGRAM_VARIABLE: &str = "PLANTAIN_S3_SERVER";
const PROGRAM: &str = "s3s-fs";
const BUCKET: &str = "pictures";
/// Looks at whether the server has come up, and the wait between two of them.
const LOOKS_MAX: u32 = 500;
const LOOK_WAIT: Duration = Duration::from_millis(20);

/// The server, with one bucket. It ends with this value.
#[derive(Debug)]
pub struct S3Server {
    folder: TempDir,
    address: SocketAddr,
    child: Option<Child>,
}

impl S3Server {
    /// What the server knows its one caller by.
    pub const ACCESS_KEY_ID: &str = "AKIDPLANTAINTEST";
    pub const SECRET_ACCESS_KEY: &str = "a secret that only this test knows";

    /// Starts the server on a free port.
    ///
    /// # Panics
    /// If its program is not installed or does not start: a test that cannot run has failed.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::create_dir(folder.path().join(BUCKET)).expect("a bucket is a folder");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = free.local_addr().expect("a listener has an address");
        let mut server = Self {
            folder,
            address,
            child: None,
        };
        drop(free);
        server.start_again();
        server
    }

    /// Returns `s3://…` for the bucket, with this prefix.
    pub fn url(&self, prefix: &str) -> String {
        let address = self.address;
        format!("s3://{BUCKET}/{prefix}?endpoint=http://{address}&region=eu-test-1")
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the environment variables that let a client in.
    pub fn environment() -> [(&'static str, &'static str); 2] {
        [
            ("AWS_ACCESS_KEY_ID", Self::ACCESS_KEY_ID),
            ("AWS_SECRET_ACCESS_KEY", Self::SECRET_ACCESS_KEY),
        ]
    }

    /// Returns a variable of [`S3Server::environment`].
    pub fn variable(name: &str) -> Option<String> {
        let found = Self::environment()
            .into_iter()
            .find(|(key, _)| *key == name);
        found.map(|(_, value)| value.to_owned())
    }

    /// Returns the folder whose files are the bucket's.
    pub fn bucket(&self) -> PathBuf {
        self.folder.path().join(BUCKET)
    }

    /// Takes the server away; its files stay.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // A process that has ended already is what is wanted.
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Brings the server back, at the same address.
    pub fn start_again(&mut self) {
        let program = std::env::var_os(PROGRAM_VARIABLE).unwrap_or_else(|| PROGRAM.into());
        let child = Command::new(&program)
            .args([
                "--host",
                "127.0.0.1",
                "--port",
                &self.address.port().to_string(),
            ])
            .args(["--access-key", Self::ACCESS_KEY_ID])
            .args(["--secret-key", Self::SECRET_ACCESS_KEY])
            .arg(self.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let child = child.unwrap_or_else(|error| {
            let program = Path::new(&program).display();
            panic!("the S3 server {program} cannot be started ({error}); `bash scripts/s3-server.sh` installs it")
        });
        self.child = Some(child);
        for _ in 0..LOOKS_MAX {
            if TcpStream::connect(self.address).is_ok() {
                return;
            }
            let ended = self.child.as_mut().map(|child| child.try_wait());
            assert!(
                matches!(ended, Some(Ok(None))),
                "the S3 server ended: {ended:?}"
            );
            std::thread::sleep(LOOK_WAIT);
        }
        panic!("the S3 server did not come up at {}", self.address);
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        self.stop();
    }
}

//! A PostgreSQL of our own: started on a free port in a temporary folder, and gone with the process that asked for it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Names a server that is there already ("postgres://user@host:5432/postgres"), for machines where none can be started.
const URL_VARIABLE: &str = "PLANTAIN_TEST_POSTGRES";

/// Starts the server, tells its port, and takes it down when its input ends, which it does however we die.
const SUPERVISOR: &str = r#"
set -e
bin=$1; dir=$(mktemp -d /tmp/plantain-postgres.XXXXXX)
trap 'rm -rf "$dir"' EXIT
"$bin/initdb" -D "$dir/data" -U postgres -A trust -N >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
for try in 1 2 3 4 5 6 7 8; do
    port=$(( 20000 + ($$ * 7 + try * 977 + $(date +%N | sed s/^0*//) / 1000) % 30000 ))
    "$bin/postgres" -D "$dir/data" -p $port -k "$dir" -c listen_addresses=127.0.0.1 -c fsync=off \
        -c max_connections=200 -c shared_buffers=32MB >>"$dir/log" 2>&1 &
    server=$!
    for wait in $(seq 100); do
        if "$bin/pg_isready" -q -h 127.0.0.1 -p $port; then
            kill -0 $server 2>/dev/null && { echo $port; cat >/dev/null || true; kill -INT $server; wait $server || true; exit 0; }
        fi
        kill -0 $server 2>/dev/null || break
        sleep 0.1
    done
    kill -9 $server 2>/dev/null || true
done
cat "$dir/log" >&2
exit 1
"#;

/// The server of this process.
struct Server {
    /// URL up to the database's name.
    base: String,
    bin: Option<PathBuf>,
    /// Its input is open as long as we live.
    _supervisor: Option<Child>,
}

/// Returns the URL of a new, empty database.
///
/// # Panics
/// When there is no PostgreSQL: a test that cannot run must not look as if it had.
pub fn database() -> String {
    static SERVER: OnceLock<Server> = OnceLock::new();
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let server = SERVER.get_or_init(Server::start);
    let name = format!(
        "plantain_{}_{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    let program = server
        .bin
        .as_ref()
        .map_or_else(|| PathBuf::from("psql"), |bin| bin.join("psql"));
    let created = Command::new(program)
        .args(["-q", "-c", &format!("CREATE DATABASE {name}")])
        .arg(format!("{}/postgres", server.base))
        .status()
        .expect("psql can be started");
    assert!(created.success(), "cannot create the database {name}");
    format!("{}/{name}", server.base)
}

impl Server {
    fn start() -> Self {
        if let Ok(url) = std::env::var(URL_VARIABLE) {
            let (base, _) = url
                .rsplit_once('/')
                .expect("the URL ends in a database's name");
            return Self {
                base: base.to_owned(),
                bin: None,
                _supervisor: None,
            };
        }
        let bin = installed().expect(
            "PostgreSQL is not installed; run scripts/setup.sh, or set PLANTAIN_TEST_POSTGRES to a server's URL",
        );
        // PostgreSQL refuses to run as root; its package made a user for it.
        let root = std::fs::metadata("/proc/self").is_ok_and(|own| {
            use std::os::unix::fs::MetadataExt;
            own.uid() == 0
        });
        let mut command = match root {
            true => {
                let mut command = Command::new("runuser");
                command.args(["-u", "postgres", "--", "bash"]);
                command
            }
            false => Command::new("bash"),
        };
        let mut child = command
            .args(["-c", SUPERVISOR, "postgres"])
            .arg(&bin)
            .current_dir("/tmp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell can be started");
        let mut port = String::new();
        let output = child.stdout.take().expect("its output is ours");
        BufReader::new(output)
            .read_line(&mut port)
            .expect("the server tells its port");
        let port: u16 = port
            .trim()
            .parse()
            .expect("PostgreSQL did not start; its words stand above");
        Self {
            base: format!("postgres://postgres@127.0.0.1:{port}"),
            bin: Some(bin),
            _supervisor: Some(child),
        }
    }
}

/// Returns the folder of the newest server that is installed.
fn installed() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<PathBuf> = versions
        .flatten()
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().or_else(|| {
        let local = Path::new("/usr/local/bin");
        local.join("initdb").exists().then(|| local.to_owned())
    })
}

//! Stored files: in a bucket that comes and goes, on a disk that is full, backed up and restored.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use plantain_testkit::S3Server;
use serde_json::Value;
use tempfile::TempDir;

use crate::{Served, plantain, run, serve, serve_with, start};

pub struct Reply {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

pub fn ask(server: &Served, method: &str, path: &str, body: &str) -> Reply {
    let address = &server.address;
    let mut stream = TcpStream::connect(address).unwrap();
    let size = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {size}\r\n\r\n{body}"
    )
    .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap();
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    Reply {
        status: head[9..12].parse().unwrap(),
        head: head.to_lowercase(),
        body: bytes.split_off(end + 4),
    }
}

fn draw(server: &Served, seed: u32) -> Reply {
    let body =
        format!(r#"{{"prompt":"a red apple","size":"128x128","output":"url","seed":{seed}}}"#);
    ask(server, "POST", "/plantain/v1/images/generate", &body)
}

/// Draws a picture and returns the path of its link.
fn link(server: &Served, seed: u32) -> String {
    let reply = draw(server, seed);
    assert_eq!(
        reply.status,
        200,
        "{}",
        String::from_utf8_lossy(&reply.body)
    );
    let json: Value = serde_json::from_slice(&reply.body).unwrap();
    let url = json["images"][0]["url"].as_str().unwrap();
    url[url.find("/o/").unwrap()..].to_owned()
}

fn succeeded(done: &Output) -> String {
    let message = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{message}");
    String::from_utf8(done.stdout.clone()).unwrap()
}

#[track_caller]
fn fails(folder: &Path, arguments: &[&str], says: &str) {
    let done = run(folder, arguments);
    let message = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(1), "{arguments:?}: {message}");
    assert!(message.contains(says), "{arguments:?}: {message}");
}

/// A server that drew two pictures, and what they look like behind their links.
fn house(folder: &Path) -> (Served, Vec<(String, Vec<u8>)>) {
    let server = serve(folder);
    let links = [1, 2].map(|seed| {
        let path = link(&server, seed);
        let picture = ask(&server, "GET", &path, "");
        assert_eq!(picture.status, 200);
        (path, picture.body)
    });
    (server, links.to_vec())
}

#[test]
fn a_backup_of_a_running_server_brings_everything_back() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    let (server, links) = house(here);
    succeeded(&run(here, &["keys", "create", "--name", "laptop"]));
    for file in ["b.tar", "b.tar.gz"] {
        let said = succeeded(&run(here, &["backup", file]));
        assert!(said.contains("2 files"), "{said}");
        fails(here, &["backup", file], "--force");
        succeeded(&run(here, &["backup", file, "--force"]));
    }
    drop(server);

    for file in ["b.tar", "b.tar.gz"] {
        let new = format!("restored from {file}");
        let said = succeeded(&run(here, &["restore", file, "--data-dir", &new, "--json"]));
        let json: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(json["objects"], 2, "{json}");
        assert_eq!(json["missing"], serde_json::json!([]));
        let keys = succeeded(&run(here, &["keys", "list", "--data-dir", &new]));
        assert!(keys.contains("laptop"), "{keys}");
        let again = serve_with(here, &["--data-dir", &new], &[]);
        for (path, bytes) in &links {
            let picture = ask(&again, "GET", path, "");
            assert_eq!((picture.status, &picture.body), (200, bytes), "{path}");
        }
        drop(again);
        fails(here, &["restore", file, "--data-dir", &new], "--force");
        succeeded(&run(
            here,
            &["restore", file, "--data-dir", &new, "--force"],
        ));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for secret in [
            "b.tar",
            "restored from b.tar/link.secret",
            "restored from b.tar/plantain.db",
        ] {
            let mode = fs::metadata(here.join(secret))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o077, 0, "{secret} is for its owner only");
        }
    }
}

#[test]
fn a_restore_tells_what_is_missing_and_takes_nothing_that_is_damaged() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    let (server, links) = house(here);
    drop(server);
    let name = links[0].0.rsplit('/').next().unwrap().to_owned();
    succeeded(&run(here, &["backup", "whole.tar"]));
    succeeded(&run(here, &["backup", "bare.tar", "--without-objects"]));
    fails(here, &["restore", "bare.tar", "--data-dir", "bare"], &name);
    assert!(
        here.join("bare/plantain.db").exists(),
        "what was there was restored"
    );

    let whole = fs::read(here.join("whole.tar")).unwrap();
    fs::write(here.join("cut.tar"), &whole[..whole.len() * 2 / 3]).unwrap();
    fails(
        here,
        &["restore", "cut.tar", "--data-dir", "cut"],
        "cannot read the backup",
    );
    assert!(!here.join("cut/plantain.db").exists());

    let picture = whole
        .windows(links[0].1.len())
        .position(|part| part == links[0].1)
        .unwrap();
    let mut flipped = whole.clone();
    flipped[picture + 50] ^= 1;
    fs::write(here.join("flipped.tar"), flipped).unwrap();
    fails(
        here,
        &["restore", "flipped.tar", "--data-dir", "flipped"],
        &name,
    );
    let mut flipped = whole.clone();
    flipped[512 + 5_000] ^= 1;
    fs::write(here.join("flipped.tar"), flipped).unwrap();
    fails(
        here,
        &["restore", "flipped.tar", "--data-dir", "twice"],
        "is damaged",
    );
    assert!(!here.join("twice/plantain.db").exists());

    fs::write(here.join("text.tar"), "not a backup").unwrap();
    fails(
        here,
        &["restore", "text.tar", "--data-dir", "text"],
        "backup",
    );
    fails(
        here,
        &["backup", "x.tar", "--data-dir", "nowhere"],
        "--data-dir",
    );
    let stored = stored_path(&here.join("plantain-data/outputs"), &name);
    fs::write(stored, vec![0; links[0].1.len()]).unwrap();
    fails(here, &["backup", "rotten.tar"], &name);
}

fn stored_path(root: &Path, name: &str) -> PathBuf {
    root.join(&name[..2]).join(&name[2..4]).join(name)
}

#[test]
fn files_of_a_key_are_forgotten() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    let (server, links) = house(here);
    // As if they had been stored an hour ago.
    for (path, _) in &links {
        let name = path.rsplit('/').next().unwrap();
        let file = fs::File::open(stored_path(&here.join("plantain-data/outputs"), name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(3_600))
            .unwrap();
    }
    let said = succeeded(&run(here, &["forget", "--key", "somebody", "--json"]));
    assert_eq!(serde_json::from_str::<Value>(&said).unwrap()["deleted"], 0);
    assert_eq!(ask(&server, "GET", &links[0].0, "").status, 200);
    let said = succeeded(&run(here, &["forget", "--key", "local", "--json"]));
    assert_eq!(serde_json::from_str::<Value>(&said).unwrap()["deleted"], 2);
    for (path, _) in &links {
        assert_eq!(ask(&server, "GET", path, "").status, 404);
    }
}

#[test]
fn a_bucket_that_is_away_is_said_to_be_and_taken_up_again() {
    let folder = TempDir::new().unwrap();
    let mut bucket = S3Server::start();
    let variables = S3Server::environment();
    let url = bucket.url("pictures");
    let server = serve_with(folder.path(), &["--objects", &url], &variables);
    let path = link(&server, 1);
    let picture = ask(&server, "GET", &path, "");
    assert!(picture.body.starts_with(b"\x89PNG"));
    assert_eq!(
        fs::read_dir(bucket.bucket().join("pictures"))
            .unwrap()
            .count(),
        1
    );
    let doctor = plantain(folder.path())
        .args(["doctor", "--listen", "127.0.0.1:0", "--objects", &url])
        .envs(variables)
        .output()
        .unwrap();
    assert!(succeeded(&doctor).contains("can be written and read"));

    bucket.stop();
    for reply in [draw(&server, 2), ask(&server, "GET", &path, "")] {
        assert_eq!(
            reply.status,
            503,
            "{}",
            String::from_utf8_lossy(&reply.body)
        );
        assert!(reply.head.contains("retry-after: 5"), "{}", reply.head);
        assert!(String::from_utf8_lossy(&reply.body).contains("storage_unavailable"));
    }
    bucket.start_again();
    assert_eq!(draw(&server, 2).status, 200);
    assert_eq!(ask(&server, "GET", &path, "").body, picture.body);
}

/// The disk is a small one in memory, which only the server sees.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_nothing_half_written_stays() {
    let folder = TempDir::new().unwrap();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = "mount -t tmpfs -o size=256k none disk && { head -c 300000 /dev/zero > disk/filler; exec \"$@\"; }";
    let program = plantain(folder.path());
    let mut command = Command::new("unshare");
    command
        .current_dir(folder.path())
        .args(["--map-root-user", "--mount", "sh", "-c", mount, "sh"])
        .arg(program.get_program())
        .args(["--listen", "127.0.0.1:0", "--objects", "disk"]);
    let server = start(command);
    let seen = PathBuf::from(format!("/proc/{}/root", server.child.id()));
    let disk = seen.join(disk.strip_prefix("/").unwrap());
    assert!(disk.join("filler").exists(), "the server has another disk");

    let reply = draw(&server, 1);
    assert_eq!(
        reply.status,
        503,
        "{}",
        String::from_utf8_lossy(&reply.body)
    );
    assert!(String::from_utf8_lossy(&reply.body).contains("storage_unavailable"));
    let parts = fs::read_dir(disk.join("parts")).map_or(0, Iterator::count);
    assert_eq!(parts, 0, "half a file was left");
    fs::remove_file(disk.join("filler")).unwrap();
    let path = link(&server, 1);
    assert!(ask(&server, "GET", &path, "").body.starts_with(b"\x89PNG"));
}

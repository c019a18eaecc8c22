//! The program as people start it: files, exit codes, and a server that comes and goes.

#[path = "program/odd_pictures.rs"]
mod odd_pictures;
#[path = "program/storage.rs"]
mod storage;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const PROMPT: &str = "A poster titled \"Hello\"";

fn plantain(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plantain"));
    command.current_dir(folder);
    for variable in [
        "PLANTAIN_LISTEN",
        "PLANTAIN_DATA",
        "PLANTAIN_ADMIN_KEY",
        "PLANTAIN_PUBLIC_URL",
        "PLANTAIN_OBJECTS",
        "PLANTAIN_RETENTION",
        "PLANTAIN_CONFIG",
        "PLANTAIN_REDIS",
    ] {
        command.env_remove(variable);
    }
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    plantain(folder).args(arguments).output().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn drawings_are_edited_by_their_scenes_and_others_are_refused() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    let words = "change \"Hello\" to \"Goodbye\"";
    for name in ["a.svg", "a.pdf"] {
        let drawn = run(
            folder.path(),
            &["generate", PROMPT, "-o", name, "--seed", "7"],
        );
        assert!(drawn.status.success(), "{name}");
        let told = run(folder.path(), &["inspect", name, "--scene"]);
        assert!(
            String::from_utf8_lossy(&told.stdout).contains("Hello"),
            "{name}"
        );
        for output in ["b.svg", "b.png"] {
            let edited = run(folder.path(), &["edit", name, words, "-o", output]);
            let said = String::from_utf8_lossy(&edited.stderr);
            assert!(edited.status.success(), "{name} {output}: {said}");
        }
        let told = run(folder.path(), &["inspect", "b.svg", "--scene"]);
        let told = String::from_utf8_lossy(&told.stdout);
        assert!(
            told.contains("Goodbye") && !told.contains("Hello"),
            "{name}"
        );
    }
    let drawn = fs::read_to_string(path("a.svg")).unwrap();
    let moved = drawn.replacen("<path", "<path opacity=\"0.5\"", 1);
    assert_ne!(moved, drawn);
    fs::write(path("moved.svg"), moved).unwrap();
    let mut longer = fs::read(path("a.pdf")).unwrap();
    longer.extend_from_slice(b"1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n");
    fs::write(path("longer.pdf"), longer).unwrap();
    fs::write(
        path("other.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    )
    .unwrap();
    for (name, why) in [
        ("moved.svg", "changed after Plantain drew it"),
        ("longer.pdf", "changed after Plantain drew it"),
        ("other.svg", "Plantain did not draw it"),
    ] {
        let refused = run(folder.path(), &["edit", name, words, "-o", "c.png"]);
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(
            !refused.status.success() && said.contains(why),
            "{name}: {said}"
        );
    }
}

#[test]
fn a_prompt_becomes_a_file_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    let arguments = [
        "generate", PROMPT, "-o", "a.png", "--size", "320x200", "--seed", "7",
    ];
    let first = run(folder.path(), &arguments);
    assert!(
        first.status.success(),
        "{}",
        String::from_utf8_lossy(&first.stderr)
    );
    let bytes = fs::read(folder.path().join("a.png")).unwrap();
    assert!(run(folder.path(), &arguments).status.success());
    assert_eq!(
        fs::read(folder.path().join("a.png")).unwrap(),
        bytes,
        "same seed, other bytes"
    );
    assert_eq!(names(folder.path()), ["a.png"], "something else was made");

    let inspected = run(folder.path(), &["inspect", "a.png", "--json"]);
    let json: Value = serde_json::from_slice(&inspected.stdout).unwrap();
    assert_eq!(
        (json["width"].as_u64(), json["height"].as_u64()),
        (Some(320), Some(200))
    );
    assert_eq!(json["fields"]["plantain:prompt"], PROMPT);
    assert_eq!(json["fields"]["plantain:seed"], "7");
    assert_eq!(json["scene"]["version"], 1);
}

#[test]
fn a_batch_is_numbered_and_the_scene_draws_the_picture_again() {
    let folder = TempDir::new().unwrap();
    let arguments = [
        "generate", PROMPT, "-o", "b.webp", "-n", "2", "--tier", "512", "--seed", "1", "--scene",
        "s.json", "--json",
    ];
    let done = run(folder.path(), &arguments);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let json: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(json["images"][1]["file"], "b-2.webp");
    assert_eq!(names(folder.path()), ["b-1.webp", "b-2.webp", "s.json"]);

    let render = run(folder.path(), &["render", "s.json", "-o", "r.webp"]);
    assert!(
        render.status.success(),
        "{}",
        String::from_utf8_lossy(&render.stderr)
    );
    let pixels = |name: &str| {
        let bytes = fs::read(folder.path().join(name)).unwrap();
        plantain_image::decode(&bytes, &plantain_image::Limits::default()).unwrap()
    };
    assert!(
        pixels("r.webp") == pixels("b-1.webp"),
        "the scene draws another picture"
    );
}

#[test]
fn standard_output_takes_the_picture() {
    let folder = TempDir::new().unwrap();
    let arguments = [
        "generate", PROMPT, "-o", "-", "--format", "jpeg", "--size", "64x64",
    ];
    let done = run(folder.path(), &arguments);
    assert!(done.stdout.starts_with(&[0xff, 0xd8, 0xff]));
}

#[test]
fn exit_codes_are_as_documented() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("broken.json"), "{}").unwrap();
    let cases: [(&[&str], i32, &str); 12] = [
        (&["--no-such-flag"], 2, "--no-such-flag"),
        (&["generate"], 2, "PROMPT"),
        (
            &["generate", "x", "-o", "a.png", "--size", "0x0"],
            3,
            "--size",
        ),
        (
            &["generate", "x", "-o", "a.png", "--count", "11"],
            3,
            "--count",
        ),
        (
            &["generate", "x", "-o", "a.bmp"],
            3,
            "png, jpeg, webp, svg, pdf",
        ),
        (&["generate", " ", "-o", "a.png"], 3, "empty"),
        (
            &["generate", "x", "-o", "a.png", "--model", "gpt-imag-1"],
            3,
            "gpt-image-1",
        ),
        (&["generate", "x", "-o", "-", "--json"], 3, "--json"),
        (
            &["generate", "x", "-o", "missing/a.png"],
            1,
            "missing/a.png",
        ),
        (&["render", "broken.json", "-o", "a.png"], 3, "scene"),
        (&["inspect", "broken.json"], 3, "not a picture"),
        (&["keys", "revoke", "key_nothing"], 3, "keys list"),
    ];
    for (arguments, code, part) in cases {
        let done = run(folder.path(), arguments);
        let message = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(code), "{arguments:?}: {message}");
        assert!(message.contains(part), "{arguments:?}: {message}");
    }
    assert_eq!(names(folder.path()), ["broken.json"]);
    let done = run(
        folder.path(),
        &["generate", "x", "-o", "a.png", "--size", "1x1", "--json"],
    );
    let json: Value = serde_json::from_slice(&done.stderr).unwrap();
    assert_eq!(json["error"]["field"], "--size");
}

#[test]
fn keys_are_printed_alone_listed_and_revoked() {
    let folder = TempDir::new().unwrap();
    let made = run(folder.path(), &["keys", "create", "--name", "laptop"]);
    let key = String::from_utf8(made.stdout).unwrap();
    assert!(key.starts_with("plt_") && key.trim().len() > 40, "{key}");
    let listed = run(folder.path(), &["keys", "list", "--json"]);
    let json: Value = serde_json::from_slice(&listed.stdout).unwrap();
    assert_eq!(json["keys"][0]["name"], "laptop");
    assert!(!String::from_utf8_lossy(&listed.stdout).contains(key.trim()));
    let prefix = json["keys"][0]["prefix"].as_str().unwrap();
    assert!(
        run(folder.path(), &["keys", "revoke", prefix])
            .status
            .success()
    );
    let listed = run(folder.path(), &["keys", "list"]);
    assert!(String::from_utf8_lossy(&listed.stdout).contains("revoked"));
}

#[test]
fn keys_have_tiers_of_the_file_are_rotated_and_leave_a_trail() {
    let folder = TempDir::new().unwrap();
    let file = "[serve]\ndata_dir = \"elsewhere\"\n[tiers.gold]\nrequests_per_minute = 5\n";
    fs::write(folder.path().join("plantain.toml"), file).unwrap();
    let with_file = |arguments: &[&str]| {
        let mut all = arguments.to_vec();
        all.extend(["--config", "plantain.toml"]);
        run(folder.path(), &all)
    };
    let text = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    let gold = ["keys", "create", "--name", "laptop", "--tier", "gold"];
    assert_eq!(run(folder.path(), &gold).status.code(), Some(3));
    let made = with_file(&gold);
    assert!(made.status.success(), "{made:?}");
    assert_eq!(names(folder.path()), ["elsewhere", "plantain.toml"]);
    let old = text(&made);
    let rotated = with_file(&["keys", "rotate", &old[..12], "--json"]);
    let rotated: Value = serde_json::from_slice(&rotated.stdout).unwrap();
    assert_eq!(rotated["tier"], "gold");
    assert_ne!(rotated["key"], old.trim());
    assert!(rotated["former_until_ms"].is_i64());
    let lost = with_file(&["keys", "rotate", "key_nothing"]);
    assert_eq!(lost.status.code(), Some(3));

    let trail = text(&with_file(&["audit"]));
    let lines: Vec<_> = trail.lines().collect();
    assert_eq!(lines.len(), 2, "{trail}");
    assert!(lines[0].contains("key.rotate") && lines[1].contains("key.create"));
    assert!(!trail.contains(old.trim()));
    let csv = text(&with_file(&["audit", "--format", "csv", "--limit", "1"]));
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let json = text(&with_file(&[
        "audit",
        "--format",
        "json",
        "--action",
        "key.create",
    ]));
    let event: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(event["actor"], "command");
}

#[test]
fn what_is_wrong_in_the_file_is_named_before_anything_starts() {
    let folder = TempDir::new().unwrap();
    for (text, part) in [
        ("[serve]\nlisten_to = \"x\"", "serve.listen_to"),
        ("[serve]\nqueue = \"many\"", "queue"),
        ("[tiers.free]\nrequests = 1", "requests"),
        ("[policy.block]\nminors = \"off\"", "policy.block.minors"),
        ("listen = 1", "listen"),
        ("[serve", "line 1"),
    ] {
        fs::write(folder.path().join("bad.toml"), text).unwrap();
        let done = run(folder.path(), &["serve", "--config", "bad.toml"]);
        let message = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success(), "{text:?}");
        assert!(message.contains(part), "{text:?}: {message}");
        assert_eq!(names(folder.path()), ["bad.toml"], "{text:?}");
    }
    let missing = run(folder.path(), &["serve", "--config", "missing.toml"]);
    assert!(String::from_utf8_lossy(&missing.stderr).contains("missing.toml"));
}

#[test]
fn the_doctor_finds_what_is_wrong() {
    let folder = TempDir::new().unwrap();
    let well = run(
        folder.path(),
        &["doctor", "--listen", "127.0.0.1:0", "--json"],
    );
    assert!(
        well.status.success(),
        "{}",
        String::from_utf8_lossy(&well.stdout)
    );
    assert_eq!(
        names(folder.path()),
        Vec::<String>::new(),
        "the doctor left something"
    );
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ill = run(folder.path(), &["doctor", "--listen", &address]);
    assert_eq!(ill.status.code(), Some(5));
    assert!(String::from_utf8_lossy(&ill.stdout).contains("--listen"));
}

struct Served {
    child: Child,
    out: BufReader<ChildStdout>,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        // A test that failed leaves no server behind; one that stopped it already has nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(folder: &Path) -> Served {
    serve_with(folder, &[], &[])
}

fn serve_with(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Served {
    let mut command = plantain(folder);
    command
        .args(["--listen", "127.0.0.1:0"])
        .args(arguments)
        .envs(variables.iter().copied());
    start(command)
}

/// Starts a server and waits until it says where it is.
fn start(mut command: Command) -> Served {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    let address = line
        .trim()
        .rsplit_once("http://")
        .expect("a greeting")
        .1
        .to_owned();
    Served {
        child,
        out,
        address,
    }
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

#[test]
fn the_server_starts_without_configuration_and_the_printed_call_works() {
    let folder = TempDir::new().unwrap();
    let mut served = serve(folder.path());
    assert!(get(&served.address, "/readyz").starts_with("HTTP/1.1 200 "));
    assert!(names(folder.path()).contains(&"plantain-data".to_owned()));
    let mut call = String::new();
    while !call.trim_start().starts_with("curl ") {
        call.clear();
        assert!(
            served.out.read_line(&mut call).unwrap() > 0,
            "no call was printed"
        );
    }
    let shell = Command::new("sh")
        .arg("-c")
        .arg(&call)
        .current_dir(folder.path())
        .status();
    assert!(shell.unwrap().success());
    let picture = fs::read(folder.path().join("hello.png")).unwrap();
    assert!(
        picture.starts_with(b"\x89PNG"),
        "{}",
        String::from_utf8_lossy(&picture)
    );
}

#[cfg(unix)]
#[test]
fn the_server_ends_well_when_it_is_told_to() {
    let folder = TempDir::new().unwrap();
    let mut served = serve(folder.path());
    let pid = served.child.id().to_string();
    let told = Command::new("kill").args(["-TERM", &pid]).status().unwrap();
    assert!(told.success());
    assert!(served.child.wait().unwrap().success());
    assert!(TcpStream::connect(&served.address).is_err());
}

//! What a client sees: time to a PNG over HTTP, pictures a minute, start, memory, size of the program.
//!
//! `cargo bench -p plantain --bench http` starts the release build on a free port and prints figures; it asserts nothing.
//! Every request has its own seed, so that no answer comes from the cache. Where `rsvg-convert` or `chromium` is installed,
//! they draw the same pictures from our SVG in the same run, for comparison; theirs is drawing alone, without reading,
//! planning or HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 60;
const CLIENTS: usize = 8;
const BURST: Duration = Duration::from_secs(10);
const SIZES: [(u32, u32); 4] = [(512, 512), (1024, 1024), (2048, 2048), (3840, 2160)];
const PROMPTS: [(&str, &str); 4] = [
    (
        "dashboard",
        "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, clean minimal design",
    ),
    (
        "app",
        "mobile app home screen showing a fitness dashboard with step count 8,432 and a weekly bar chart",
    ),
    (
        "poster",
        "concert poster, title \\\"Blue Hour\\\", Friday 14 June, doors 8 pm, The Velvet Room",
    ),
    (
        "scene",
        "three red apples and a green pear on a wooden table next to a blue vase",
    ),
];

fn main() {
    // `cargo test --benches` runs this too; only `cargo bench` asks for figures.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let start = Instant::now();
    let server = Server::start();
    let listening = start.elapsed();
    let first = Instant::now();
    let _ = post(
        &mut server.connect(),
        &body(PROMPTS[0].1, 1024, 1024, 1, "png"),
    );
    println!(
        "start to listening {:.1} ms, first picture {:.1} ms later, idle memory {:.1} MB, program {:.1} MB",
        ms(listening),
        ms(first.elapsed()),
        server.memory_mb(),
        server.program_mb()
    );

    println!("\nend to end over HTTP, PNG, one client (ms: min / p50 / p95)");
    for (w, h) in SIZES {
        for (name, prompt) in PROMPTS {
            let mut client = server.connect();
            let mut times: Vec<Duration> = (0..ROUNDS as u64)
                .map(|seed| {
                    let start = Instant::now();
                    let bytes = post(&mut client, &body(prompt, w, h, seed + 100, "png"));
                    assert!(bytes > 1000, "no picture");
                    start.elapsed()
                })
                .collect();
            times.sort();
            println!(
                "{w:>5}x{h:<5} {name:<10} {:>7.1} / {:>7.1} / {:>7.1}",
                ms(times[0]),
                ms(times[ROUNDS / 2]),
                ms(times[ROUNDS * 95 / 100])
            );
        }
    }
    peers(&server);
    burst(&server);
    println!("memory after all: {:.1} MB", server.memory_mb());
}

fn burst(server: &Server) {
    let start = Instant::now();
    let counts: Vec<u64> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS as u64)
            .map(|n| {
                scope.spawn(move || {
                    let mut client = server.connect();
                    let mut count = 0;
                    while start.elapsed() < BURST {
                        let prompt = PROMPTS[count as usize % PROMPTS.len()].1;
                        post(
                            &mut client,
                            &body(prompt, 512, 512, n * 1_000_000 + count, "png"),
                        );
                        count += 1;
                    }
                    count
                })
            })
            .collect();
        clients.into_iter().map(|c| c.join().unwrap_or(0)).collect()
    });
    let all: u64 = counts.iter().sum();
    println!(
        "\n512x512, {CLIENTS} clients, four kinds in turn: {:.0} pictures a minute",
        all as f64 / start.elapsed().as_secs_f64() * 60.0
    );
}

/// Draws the same picture from our SVG with what is installed.
fn peers(server: &Server) {
    let folder = std::env::temp_dir().join(format!("plantain-bench-{}", std::process::id()));
    if std::fs::create_dir_all(&folder).is_err() {
        return;
    }
    let svg = folder.join("dashboard.svg");
    let png = folder.join("dashboard.png");
    let mut client = server.connect();
    let (_, bytes) = exchange(&mut client, &body(PROMPTS[0].1, 1024, 1024, 1, "svg"));
    if std::fs::write(&svg, bytes).is_ok() {
        println!(
            "\nthe dashboard at 1024x1024 from our SVG, whole process (ms: min / median of 5)"
        );
        let svg_arg = svg.display().to_string();
        let png_arg = png.display().to_string();
        peer("rsvg-convert", &["-o", &png_arg, &svg_arg]);
        let shot = format!("--screenshot={png_arg}");
        peer(
            "chromium",
            &[
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--window-size=1024,1024",
                &shot,
                &svg_arg,
            ],
        );
    }
    let _ = std::fs::remove_dir_all(folder);
}

fn peer(program: &str, args: &[&str]) {
    let run = || {
        let start = Instant::now();
        let done = Command::new(program)
            .args(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        done.ok()
            .filter(|status| status.success())
            .map(|_| start.elapsed())
    };
    let mut times: Vec<Duration> = (0..5).filter_map(|_| run()).collect();
    times.sort();
    match times.get(times.len() / 2) {
        Some(median) => println!("{program:<14} {:>7.1} / {:>7.1}", ms(times[0]), ms(*median)),
        None => println!("{program:<14} is not installed"),
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn body(prompt: &str, width: u32, height: u32, seed: u64, format: &str) -> String {
    format!(
        r#"{{"prompt":"{prompt}","size":"{width}x{height}","seed":{seed},"format":"{format}","output":"binary"}}"#
    )
}

fn post(client: &mut BufReader<TcpStream>, body: &str) -> usize {
    let (length, _) = exchange(client, body);
    length
}

fn exchange(client: &mut BufReader<TcpStream>, body: &str) -> (usize, Vec<u8>) {
    let head = format!(
        "POST /plantain/v1/images/generate HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let stream = client.get_mut();
    stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(body.as_bytes()))
        .expect("the server takes requests");
    let (mut length, mut line) = (0, String::new());
    loop {
        line.clear();
        client.read_line(&mut line).expect("the server answers");
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut bytes = vec![0; length];
    client.read_exact(&mut bytes).expect("the whole answer");
    (length, bytes)
}

struct Server {
    child: Child,
    address: String,
    data: std::path::PathBuf,
}

impl Server {
    fn start() -> Self {
        let data = std::env::temp_dir().join(format!("plantain-bench-data-{}", std::process::id()));
        let mut child = Command::new(env!("CARGO_BIN_EXE_plantain"))
            .args(["--listen", "127.0.0.1:0", "--data-dir"])
            .arg(&data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut output = BufReader::new(child.stdout.take().expect("piped"));
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert!(
                output.read_line(&mut line).is_ok_and(|n| n > 0),
                "the program says where it listens"
            );
            if let Some((_, rest)) = line.split_once("http://") {
                break rest
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches(['/', '.'])
                    .to_owned();
            }
        };
        // Whatever else it prints must not fill the pipe.
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        Self {
            child,
            address,
            data,
        }
    }

    fn connect(&self) -> BufReader<TcpStream> {
        let stream = TcpStream::connect(&self.address).expect("the server listens");
        stream.set_nodelay(true).expect("a socket option");
        BufReader::with_capacity(1 << 20, stream)
    }

    fn memory_mb(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
            .unwrap_or_default();
        let line = status
            .lines()
            .find(|l| l.starts_with("VmRSS:"))
            .unwrap_or_default();
        line.split_whitespace()
            .nth(1)
            .and_then(|kb| kb.parse::<f64>().ok())
            .unwrap_or(f64::NAN)
            / 1024.0
    }

    fn program_mb(&self) -> f64 {
        std::fs::metadata(env!("CARGO_BIN_EXE_plantain")).map_or(f64::NAN, |m| m.len() as f64 / 1e6)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

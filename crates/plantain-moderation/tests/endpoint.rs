//! Against a real server, a process of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use plantain_core::Category;
use plantain_engine::Classifier;
use plantain_moderation::{Moderation, ModerationConfig};

/// Answers as OpenAI does, by what the text says; prints its port.
const STUB: &str = r#"
import http.server, json, time
class Stub(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        text = body["input"]
        if self.headers.get("authorization") != "Bearer secret" or body["model"] != "test-model":
            return self.send_error(401)
        if "slow" in text:
            time.sleep(30)
        if "broken" in text:
            return self.send_error(500)
        scores = {"violence": 0.9 if "fight" in text else 0.0, "sexual": 0.0}
        answer = "nonsense" if "garbage" in text else json.dumps({"results": [{"category_scores": scores}]})
        self.send_response(200)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer.encode())
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
server.daemon_threads = True
print(server.server_port, flush=True)
server.serve_forever()
"#;

struct Stub(Child, u16);

impl Stub {
    fn start() -> Self {
        let mut child = Command::new("python3")
            .args(["-c", STUB])
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 can be started; run scripts/setup.sh if it is not installed");
        let mut port = String::new();
        let output = child.stdout.take().expect("its output is ours");
        BufReader::new(output).read_line(&mut port).unwrap();
        Self(child, port.trim().parse().expect("it prints its port"))
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn client(port: u16, key: &str) -> Moderation {
    Moderation::new(ModerationConfig {
        url: format!("http://127.0.0.1:{port}/v1/moderations"),
        model: "test-model".into(),
        key: Some(key.into()),
        timeout: Duration::from_millis(1_500),
    })
    .unwrap()
}

#[tokio::test]
async fn a_server_is_asked_and_its_failures_are_told() {
    let stub = Stub::start();
    let moderation = client(stub.1, "secret");
    let score = |likelihoods: Vec<plantain_engine::Likelihood>| {
        let violence = likelihoods
            .iter()
            .find(|one| one.category == Category::Violence);
        violence.map(|one| one.score)
    };
    let calm = moderation.classify("a cat").await.unwrap();
    assert_eq!(score(calm), Some(0.0));
    let fight = moderation.classify("a fight").await.unwrap();
    assert_eq!(score(fight), Some(0.9));
    for text in ["slow", "broken", "garbage"] {
        assert!(moderation.classify(text).await.is_err(), "{text}");
    }
    let stranger = client(stub.1, "wrong");
    assert!(stranger.classify("a cat").await.is_err());
    let port = stub.1;
    drop(stub);
    let gone = client(port, "secret");
    assert!(gone.classify("a cat").await.is_err());
}

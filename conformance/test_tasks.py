"""Tasks as their clients see them: followed by id, told by webhooks, and still there after the server was killed."""

import http.server
import json
import random
import threading
import time

import pytest
import requests
from standardwebhooks.webhooks import Webhook

import kills
from server import Server

# A message that a killed server had taken is sent by the next one 20 s later.
WAIT_SECONDS = 45
# Enough to meet every kind of moment now and then.
KILLS = 15
LOCAL = ("--allow-fetch", "127.0.0.1")


class Receiver:
    """A web server that notes what is posted to it; the first posts to /flaky fail."""

    def __init__(self):
        self.posts, self.failures = [], 1
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                if self.path == "/flaky" and receiver.failures > 0:
                    receiver.failures -= 1
                    self.send_response(500)
                    self.end_headers()
                    return
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.posts.append((self.path, headers, body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()

    def wait_for(self, path, count=1):
        until(lambda: len(self.at(path)) >= count, f"{count} posts to {path}")
        return self.at(path)

    def at(self, path):
        return [(headers, body) for where, headers, body in self.posts if where == path]


def until(holds, what):
    deadline = time.monotonic() + WAIT_SECONDS
    while not (value := holds()):
        assert time.monotonic() < deadline, f"no {what} after {WAIT_SECONDS} s"
        time.sleep(0.02)
    return value


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture(scope="module")
def open_server(binary, tmp_path_factory):
    with Server(binary, tmp_path_factory.mktemp("tasks") / "data", arguments=LOCAL) as server:
        yield server


def test_evolink_task_with_callback(open_server, receiver, look):
    body = {
        "model": "gemini-3.1-flash-image-preview",
        "prompt": 'a banner titled "Hello"',
        "size": "16:9",
        "quality": "1K",
        "callback_url": receiver.url + "/flaky",
    }
    task = requests.post(open_server.url + "/v1/images/generations", json=body).json()
    assert task["status"] in ("pending", "processing") and task["id"].startswith("task-unified-")
    [(headers, sent)] = receiver.wait_for("/flaky")
    polled = requests.get(f"{open_server.url}/v1/tasks/{task['id']}").json()
    assert polled["status"] == "completed" and polled["progress"] == 100
    sent = json.loads(sent)
    assert {name: sent[name] for name in sent if name != "results"} == {
        name: polled[name] for name in polled if name != "results"
    }
    assert look(requests.get(sent["results"][0]).content) == ("PNG", 1376, 768)
    assert "webhook-signature" not in headers


def test_webhook_is_verified_by_the_official_library(open_server, receiver):
    tasks = open_server.url + "/plantain/v1/tasks"
    body = {"prompt": "a pear", "size": "256x256", "webhook": receiver.url + "/native", "tags": ["spring"]}
    task = requests.post(tasks, json=body)
    assert task.status_code == 202
    [(headers, sent)] = receiver.wait_for("/native")
    secret = requests.get(open_server.url + "/plantain/v1/webhooks/secret").json()["secret"]
    event = Webhook(secret).verify(sent.decode(), headers)
    assert event["type"] == "task.ended"
    assert event["data"]["id"] == task.json()["id"] and event["data"]["status"] == "succeeded"
    with pytest.raises(Exception, match="signature"):
        Webhook(secret).verify(sent.decode().replace("pear", "bear"), headers)


def test_same_key_same_task(open_server):
    tasks = open_server.url + "/plantain/v1/tasks"
    headers = {"Idempotency-Key": "order-7"}
    send = lambda prompt: requests.post(tasks, json={"prompt": prompt, "size": "256x256"}, headers=headers)
    first, again, other = send("a pear"), send("a pear"), send("a plum")
    assert first.json()["id"] == again.json()["id"]
    assert other.status_code == 409 and other.json()["error"]["code"] == "idempotency_conflict"


def test_events_end_with_the_task(open_server):
    tasks = open_server.url + "/plantain/v1/tasks"
    task = requests.post(tasks, json={"prompt": "a pear", "size": "256x256"}).json()
    events = requests.get(f"{tasks}/{task['id']}/events", stream=True, timeout=WAIT_SECONDS)
    lines = [line for line in events.iter_lines() if line.startswith(b"data: ")]
    assert json.loads(lines[-1][6:])["status"] == "succeeded"


@pytest.mark.parametrize("record", ["sqlite", "postgres"])
def test_nothing_is_lost_when_processes_are_killed(binary, tmp_path, record):
    """Servers and workers, killed at random moments under load; `load/kills.py` does it a thousand times."""
    seed = random.randrange(2**32)
    assert kills.run(str(binary), KILLS, record, seed, tmp_path) == []

"""What happens when something that the server stands on breaks: docs/reliability.md has a row for each of these."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import socket
import sqlite3
import subprocess

import pytest
import requests

from postgres import Postgres
from server import Server
from test_tasks import LOCAL, Receiver, until

def draw(url, prompt="a pear", headers=None, timeout=60):
    body = {"prompt": prompt, "size": "256x256"}
    return requests.post(url + "/plantain/v1/images/generate", json=body, headers=headers, timeout=timeout)


def order(url, **fields):
    body = {"prompt": "a pear", "size": "256x256", **fields}
    return requests.post(url + "/plantain/v1/tasks", json=body, timeout=60)


def status(url, task):
    return requests.get(f"{url}/plantain/v1/tasks/{task}", timeout=60).json().get("status")


def ready(url):
    return requests.get(url + "/readyz", timeout=30).json()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_sqlite_is_held_by_another(binary, tmp_path):
    with Server(binary, tmp_path / "data") as server:
        task = order(server.url).json()["id"]
        until(lambda: status(server.url, task) == "succeeded", "a task")
        other = sqlite3.connect(tmp_path / "data" / "plantain.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        # The writer waits for 5 s; then whoever asked is told to come again.
        refused = draw(server.url)
        assert refused.status_code == 503 and refused.headers["retry-after"], refused.text
        assert requests.get(f"{server.url}/plantain/v1/tasks/{task}").status_code == 200, "reading goes on"
        other.execute("ROLLBACK")
        until(lambda: draw(server.url).status_code == 200, "a picture")


@pytest.mark.parametrize(("choice", "code", "check"), [("open", 200, "limping"), ("local", 200, "limping"), ("closed", 503, "failing")])
def test_redis_is_down(binary, tmp_path, choice, code, check):
    settings = tmp_path / "plantain.toml"
    settings.write_text(f'[limits]\ndefault_tier = "free"\non_failure = "{choice}"\n')
    made = subprocess.run([binary, "keys", "create", "--name", "a", "--json", "--data-dir", tmp_path / "data"], capture_output=True, check=True)
    key = {"Authorization": "Bearer " + json.loads(made.stdout)["key"]}
    arguments = ("--config", str(settings), "--redis", f"redis://127.0.0.1:{free_port()}")
    with Server(binary, tmp_path / "data", None, arguments) as server:
        answer = draw(server.url, headers=key)
        assert answer.status_code == code, answer.text
        assert ready(server.url)["checks"]["limits"] == check
        if code == 503:
            assert answer.json()["error"]["code"] == "limits_unavailable" and answer.headers["retry-after"] == "1"


def test_the_bucket_is_down_and_the_task_waits_for_it(binary, tmp_path):
    program = os.environ.get("PLANTAIN_S3_SERVER") or shutil.which("s3s-fs")
    assert program, "no S3 server is installed; run scripts/setup.sh"
    (tmp_path / "files" / "pictures").mkdir(parents=True)
    port = free_port()
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret"}
    place = f"s3://pictures/x?endpoint=http://127.0.0.1:{port}&region=eu-test-1"
    with Server(binary, tmp_path / "data", environment, ("--objects", place)) as server:
        task = order(server.url).json()["id"]
        until(lambda: "tried again" in server.log(), "another attempt")
        assert status(server.url, task) in ("queued", "running")
        assert ready(server.url)["checks"]["storage"] == "failing"
        assert draw(server.url).status_code == 200, "pictures that nobody stores need no bucket"
        command = [program, "--host", "127.0.0.1", "--port", str(port), "--access-key", "id", "--secret-key", "secret", str(tmp_path / "files")]
        bucket = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until(lambda: status(server.url, task) == "succeeded", "the end of the task")
            described = requests.get(f"{server.url}/plantain/v1/tasks/{task}").json()
            assert described["attempt"] > 1
            assert requests.get(described["images"][0]["url"]).content.startswith(b"\x89PNG")
        finally:
            bucket.kill()
            bucket.wait()


def test_the_clock_jumps(binary, tmp_path):
    [library] = [*pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1")] or [None]
    assert library, "libfaketime is not installed; run scripts/setup.sh"
    offset = tmp_path / "offset"
    offset.write_text("+0")
    environment = {
        **os.environ,
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(offset),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    with Server(binary, tmp_path / "data", environment) as server:
        for jump in ("+7200", "-7200", "+0"):
            before = [order(server.url, prompt=f"{jump} {n}").json()["id"] for n in range(4)]
            offset.write_text(jump)
            after = [order(server.url, prompt=f"{jump} {n} after").json()["id"] for n in range(4)]
            for task in [*before, *after]:
                until(lambda: status(server.url, task) == "succeeded", f"the end of a task around a jump of {jump} s")
            assert ready(server.url)["status"] == "ready"
    doctor = subprocess.run([binary, "doctor", "--json", "--listen", "127.0.0.1:0", "--data-dir", tmp_path / "data"], capture_output=True)
    database = [check for check in json.loads(doctor.stdout)["checks"] if check["check"] == "database"]
    assert "set back" in database[0]["message"] or database[0]["ok"]


def test_a_body_that_stops_is_given_up_and_others_are_served(binary, tmp_path):
    with Server(binary, tmp_path / "data") as server:
        host, port = server.url.removeprefix("http://").split(":")
        slow = []
        for _ in range(50):
            client = socket.create_connection((host, int(port)))
            client.sendall(b"POST /plantain/v1/images/generate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
            slow.append(client)
        heads = [socket.create_connection((host, int(port))) for _ in range(50)]
        for client in heads:
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127")
        assert draw(server.url).status_code == 200
        for client in slow:
            client.settimeout(45)
            assert client.recv(4096).startswith(b"HTTP/1.1 4"), "a body that stops is answered after 30 s"
        for client in heads:
            client.settimeout(75)
            answer = client.recv(4096)
            assert answer == b"" or answer.startswith(b"HTTP/1.1 408"), "a head that stops is given up after 60 s"


def test_ten_thousand_idle_connections(binary, tmp_path):
    with Server(binary, tmp_path / "data", None, ("--ops-listen", "127.0.0.1:0")) as server:
        monitors = re.search(r"Monitors: (http://\S+)/metrics", server.greeting())[1]

        def memory():
            return int(re.search(r"^process_resident_memory_bytes (\d+)", requests.get(monitors + "/metrics").text, re.M)[1])

        draw(server.url)
        before = memory()
        host, port = server.url.removeprefix("http://").split(":")
        idle = []
        try:
            for _ in range(10_000):
                client = socket.create_connection((host, int(port)))
                client.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                assert client.recv(4096).startswith(b"HTTP/1.1 200")
                idle.append(client)
            grown = memory() - before
            print(f"10,000 idle connections: {grown / 1e6:.0f} MB, {grown / 1e4:.0f} bytes each")
            assert grown < 200e6
            assert draw(server.url, "among them").status_code == 200
        finally:
            for client in idle:
                client.close()


def test_a_receiver_that_hangs_holds_nobody_up(binary, tmp_path):
    good = Receiver()
    hanging = socket.create_server(("127.0.0.1", 0), backlog=100)
    with Server(binary, tmp_path / "data", None, LOCAL) as server:
        for _ in range(10):
            order(server.url, webhook=f"http://127.0.0.1:{hanging.getsockname()[1]}/never")
        task = order(server.url, webhook=good.url + "/good").json()["id"]
        good.wait_for("/good")
        [webhook] = requests.get(f"{server.url}/plantain/v1/webhooks?task={task}").json()["webhooks"]
        until(lambda: requests.get(f"{server.url}/plantain/v1/webhooks/{webhook['id']}").json()["status"] == "delivered", "a delivery")
        pending = requests.get(f"{server.url}/plantain/v1/webhooks?status=pending").json()["webhooks"]
        assert len(pending) == 10
    hanging.close()
def test_postgres_restarts(binary, tmp_path):
    with Postgres() as postgres, Server(binary, tmp_path / "data", None, ("--database", postgres.url)) as server:
        before = [order(server.url).json()["id"] for _ in range(5)]
        assert draw(server.url).status_code == 200
        postgres.stop()
        refused = draw(server.url)
        assert refused.status_code == 503 and refused.headers["retry-after"], refused.text
        assert ready(server.url)["checks"]["database"] == "failing"
        assert requests.get(server.url + "/healthz").status_code == 200
        postgres.start()
        until(lambda: ready(server.url)["status"] == "ready", "ready server")
        for task in before:
            until(lambda: status(server.url, task) == "succeeded", "end of a task from before")
        assert draw(server.url, "after").status_code == 200




@contextlib.contextmanager
def small_disk(folder, mib):
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mib}m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_the_disk_is_full(binary, tmp_path):
    with small_disk(tmp_path / "disk", 64) as disk, Server(binary, disk / "data", None, ("--disk-floor-mib", "16")) as server:
        done = order(server.url).json()["id"]
        until(lambda: status(server.url, done) == "succeeded", "a task")
        assert ready(server.url)["status"] == "ready"
        filler = disk / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        until(lambda: ready(server.url)["checks"]["disk"] == "failing", "readiness that tells of the disk")
        refused = [order(server.url, prompt=f"pear {n} " + "long " * 2000) for n in range(20)]
        assert {answer.status_code for answer in refused} <= {202, 503}
        assert any(answer.status_code == 503 and answer.headers["retry-after"] for answer in refused)
        assert status(server.url, done) == "succeeded", "what is there can be read"
        filler.unlink()
        accepted = [answer.json()["id"] for answer in refused if answer.status_code == 202]
        after = until(lambda: (answer := order(server.url)).status_code == 202 and answer.json()["id"], "room")
        for task in [*accepted, after]:
            until(lambda: status(server.url, task) == "succeeded", "the end of an accepted task")
        until(lambda: ready(server.url)["status"] == "ready", "ready server")

"""`examples/catalogue`: a folder of pictures edited in bulk, told of by signed webhooks, over stops and lost messages."""

import csv
import http.server
import os
import pathlib
import random
import subprocess
import threading

import pytest
import requests
from PIL import Image, ImageDraw

import environments
from program import Program
from server import Server

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "catalogue"
COUNT = 6


class Flaky:
    """Stands between the server and the example's receiver: each message fails once; forged ones are tried on the way."""

    def __init__(self, target):
        self.seen, self.forged, self.target = set(), [], target
        flaky = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                first = self.headers["webhook-id"] not in flaky.seen
                flaky.seen.add(self.headers["webhook-id"])
                status = 500 if first else flaky.deliver(self.headers, body)
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def deliver(self, headers, body):
        keep = {name: value for name, value in headers.items() if name.lower().startswith("webhook-")}
        forged = requests.post(self.target, body.replace(b"succeeded", b"cancelled"), headers=keep)
        self.forged.append(forged.status_code)
        return requests.post(self.target, body, headers=keep).status_code


@pytest.fixture
def server(binary, tmp_path):
    with Server(binary, tmp_path / "data", arguments=["--allow-fetch", "127.0.0.1"]) as server:
        yield server


@pytest.fixture
def products(tmp_path):
    """Things of several colours before walls of several colours."""
    folder = tmp_path / "products"
    folder.mkdir()
    for n in range(COUNT):
        picture = Image.new("RGB", (480, 360), (200 + 5 * n, 226, 232 - 5 * n))
        ImageDraw.Draw(picture).ellipse((160, 90, 320, 270), fill=(178 - 20 * n, 34 + 10 * n, 52))
        picture.save(folder / f"product-{n}.{'jpg' if n % 2 else 'png'}", quality=95)
    return folder


def command(products, out, port, hook):
    python = environments.python_for(EXAMPLE / "requirements.txt")
    instruction = "white background, add a drop shadow"
    arguments = ["--out", out, "--instruction", instruction, "--port", port, "--hook", hook]
    return [str(part) for part in [python, EXAMPLE / "catalogue.py", products, *arguments]]


def free_port():
    # Below those that the system gives to outgoing connections.
    return random.randrange(20_000, 30_000)


def report(out):
    with open(out / "report.csv") as file:
        return {row["picture"]: row for row in csv.DictReader(file)}


def check_results(out, look):
    assert len(report(out)) == COUNT
    for name, row in report(out).items():
        assert row["status"] == "succeeded" and not row["reason"], row
        assert look((out / row["result"]).read_bytes()) == ("PNG", 1200, 1200)
        picture = Image.open(out / row["result"]).convert("RGB")
        assert picture.getpixel((8, 8)) == (255, 255, 255), "the wall is white now"
        assert min(picture.getpixel((600, 600))) < 128, "the thing is still there"


def tasks(server):
    return len(requests.get(f"{server.url}/plantain/v1/tasks?limit=200").json()["tasks"])


def test_every_message_fails_once(server, products, look, tmp_path):
    port = free_port()
    flaky = Flaky(f"http://127.0.0.1:{port}")
    before = tasks(server)
    environment = dict(os.environ, PLANTAIN_URL=server.url)
    # It never asks by itself here: what it learns, it learns by webhooks.
    run = [*command(products, tmp_path / "out", port, flaky.url), "--patience", "60"]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stdout + done.stderr
    check_results(tmp_path / "out", look)
    assert flaky.forged and set(flaky.forged) == {401}
    # Once more: everything is done, nothing is drawn.
    assert subprocess.run(run, env=environment, capture_output=True, timeout=30).returncode == 0
    assert tasks(server) == before + COUNT
    # A new picture and one that cannot be edited: only they are sent, and the report says why.
    Image.new("RGB", (300, 300), "navy").save(products / "new.png")
    (products / "broken.png").write_bytes(b"no picture")
    done = subprocess.run(run, env=environment, capture_output=True, text=True, timeout=90)
    assert done.returncode == 1, "what was not done is told"


def test_it_goes_on_after_a_stop(server, products, look, tmp_path):
    """Killed as soon as the batch is on its way; the messages of that run never arrive."""
    before = tasks(server)
    environment = dict(os.environ, PLANTAIN_URL=server.url)
    out = tmp_path / "out"
    with Program(command(products, out, free_port(), "http://127.0.0.1:9/hook"), r"sent as", environment) as first:
        first.process.kill()
    assert not (out / "report.csv").exists()
    again = [*command(products, out, free_port(), "http://127.0.0.1:9/hook"), "--patience", "0.2"]
    done = subprocess.run(again, env=environment, timeout=90)
    assert done.returncode == 0
    check_results(out, look)
    assert tasks(server) == before + COUNT

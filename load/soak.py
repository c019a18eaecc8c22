"""Holds a mixed load for an hour and watches the server's memory: pictures nobody asked for before, pictures from the cache,
edits, tasks with webhooks, mistakes, and clients that hang up.

    cargo build --release -p plantain
    python3 load/soak.py target/release/plantain [--minutes 60] [--rate 12] [--postgres URL]

Prints a line a minute, and at the end how far the median of the last tenth lies from that of the tenth after the warm-up
(a fifth of the time: caches fill).
"""

import argparse
import base64
import collections
import http.client
import http.server
import itertools
import json
import os
import pathlib
import re
import socket
import statistics
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "conformance"))
from server import Server  # noqa: E402

CLIENTS = 6
SUBJECTS = ["a poster for a jazz night", "a login form", "a bar chart of sales", "two red apples on a table", "a city at night", "a menu of a cafe", "a flow chart of an order", "a phone with a music player"]


class Receiver(http.server.BaseHTTPRequestHandler):
    """Takes webhooks; every tenth only at the second try."""

    protocol_version = "HTTP/1.1"
    count = itertools.count()

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(500 if next(Receiver.count) % 10 == 0 else 204)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Client(threading.Thread):
    """Sends one kind of request after the other, at its share of the rate, until told to stop."""

    def __init__(self, number, server, hook, rate, stop, seen):
        super().__init__(daemon=True)
        self.number, self.hook, self.pause, self.stop, self.seen = number, hook, CLIENTS / rate, stop, seen
        self.host = urllib.parse.urlparse(server.url).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=120)
        self.picture = None

    def run(self):
        kinds = [self.fresh, self.known, self.gemini, self.edit, self.task, self.mistake, self.hang_up]
        for turn in itertools.count():
            begin = time.monotonic()
            kind = kinds[(turn + self.number) % len(kinds)]
            try:
                self.seen[f"{kind.__name__} {kind(turn)}"] += 1
            except OSError as error:
                self.seen[f"{kind.__name__} {type(error).__name__}"] += 1
                self.connection.close()
            if self.stop.wait(max(0, begin + self.pause - time.monotonic())):
                return

    def ask(self, path, body):
        self.connection.request("POST", path, json.dumps(body), {"content-type": "application/json"})
        reply = self.connection.getresponse()
        return reply.status, json.loads(reply.read() or b"null")

    def prompt(self, turn):
        return f'{SUBJECTS[turn % len(SUBJECTS)]} titled "Number {self.number} {turn}"'

    def fresh(self, turn):
        size = ["512x512", "1024x1024", "1024x768"][turn % 3]
        status, reply = self.ask("/v1/images/generations", {"model": "gpt-image-1", "prompt": self.prompt(turn), "size": size})
        if status == 200:
            self.picture = base64.b64decode(reply["data"][0]["b64_json"])
        return status

    def known(self, _turn):
        return self.ask("/plantain/v1/images/generate", {"prompt": "a red kite", "size": "512x512", "seed": 1})[0]

    def gemini(self, turn):
        body = {"contents": [{"parts": [{"text": self.prompt(turn)}]}]}
        return self.ask("/v1beta/models/gemini-3.1-flash-image:generateContent", body)[0]

    def edit(self, turn):
        if self.picture is None:
            return "no picture yet"
        image = "data:image/png;base64," + base64.b64encode(self.picture).decode()
        wish = ["make it black and white", f'change the title to "Edited {turn}"', "blur the background", "rotate it by 90 degrees"][turn % 4]
        return self.ask("/plantain/v1/images/edit", {"prompt": wish, "images": [image]})[0]

    def task(self, turn):
        return self.ask("/plantain/v1/tasks", {"prompt": self.prompt(turn), "size": "256x256", "webhook": self.hook})[0]

    def mistake(self, turn):
        return self.ask("/v1/images/generations", {"model": "gpt-image-1", "prompt": "", "size": f"{turn}x0"})[0]

    def hang_up(self, turn):
        """Sends half of what it announced, or all of it, and does not listen."""
        host, port = self.host.split(":")
        body = json.dumps({"model": "gpt-image-1", "prompt": self.prompt(turn)}).encode()
        with socket.create_connection((host, int(port)), timeout=30) as line:
            head = f"POST /v1/images/generations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
            line.sendall(head.encode() + (body if turn % 2 else body[: len(body) // 2]))
        return "gone"


def memory_mb(pid):
    """Resident memory of the process in MB, and the part of it that is no file."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return [int(re.search(rf"{name}:\s+(\d+)", text)[1]) / 1024 for name in ("VmRSS", "RssAnon")]


def watch(server, minutes, seen):
    samples = []
    for minute in range(1, minutes + 1):
        within = []
        for _ in range(12):
            time.sleep(5)
            within.append(memory_mb(server.process.pid))
        samples.append([statistics.median(column) for column in zip(*within)])
        files = len(os.listdir(f"/proc/{server.process.pid}/fd"))
        print(f"minute {minute:3}  resident {samples[-1][0]:7.1f} MB  anonymous {samples[-1][1]:7.1f} MB  open files {files}  requests {sum(seen.values()):,}", flush=True)
    return samples


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--rate", type=float, default=12, help="requests a second, all clients together")
    parser.add_argument("--postgres", help="this database instead of SQLite; it is filled")
    options = parser.parse_args()
    if options.minutes < 10:
        parser.error("--minutes: less than 10 say nothing")
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    arguments = ["--allow-fetch", "127.0.0.1", "--log-level", "error"]
    if options.postgres:
        arguments += ["--database", options.postgres]
    stop, seen = threading.Event(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder, Server(options.binary, folder, arguments=arguments) as server:
        hook = f"http://127.0.0.1:{receiver.server_port}/"
        clients = [Client(number, server, hook, options.rate, stop, seen) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        samples = watch(server, options.minutes, seen)
        stop.set()
        for client in clients:
            client.join(150)
    for what, count in sorted(seen.items()):
        print(f"{what:24} {count:,}")
    tenth, warm = len(samples) // 10, len(samples) // 5
    for name, column in zip(("resident", "anonymous"), zip(*samples)):
        first, last = statistics.median(column[warm : warm + tenth]), statistics.median(column[-tenth:])
        print(f"{name:10} {first:.1f} MB after the warm-up, {last:.1f} MB at the end: {last - first:+.1f} MB")


if __name__ == "__main__":
    main()

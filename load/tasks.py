"""Measures the task service: accepting, waiting for tiny pictures, claiming from a long queue, cold starts, webhooks.

    apt-get install wrk
    cargo build --release -p plantain
    python3 load/tasks.py target/release/plantain [--postgres URL] [--seconds 10] [--only accept,overhead,…]

Beside each figure stands what the machine itself can do (the disk's sync time), and the peer is the same program on the
cheapest route, in the same run. Prints a table; writes nothing but temporary folders.
"""

import argparse
import http.server
import json
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "conformance"))
from server import Server  # noqa: E402

# A picture that costs nothing to draw: the same each time, so that it comes from the cache.
TINY = {"prompt": "a dot", "size": "16x16", "seed": 1}
CLIENTS = 64


def sync_ms(folder, times=200):
    """Median of what one small write with its sync takes."""
    took = []
    with open(os.path.join(folder, "sync"), "wb") as file:
        for _ in range(times):
            file.write(b"x" * 4096)
            begin = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append((time.perf_counter() - begin) * 1000)
    return statistics.median(took)


def ask(url, path, body=None, headers=None, method=None):
    data = None if body is None else json.dumps(body).encode()
    headers = {"content-type": "application/json", **(headers or {})}
    request = urllib.request.Request(url + path, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.loads(reply.read() or b"null")


def wrk(url, path, body, headers, seconds, clients=CLIENTS, rate=None):
    """Sends as fast as `clients` can, or about `rate` times a second at random moments; returns requests a second and
    milliseconds at p50 and p99."""
    script = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
    lines = [] if body is None else ['wrk.method = "POST"', f"wrk.body = [==[{json.dumps(body)}]==]"]
    lines += [f'wrk.headers["{name}"] = "{value}"' for name, value in headers.items()]
    if rate:
        # Each client rests between two requests, as long as comes.
        lines.append(f"function delay() return math.random(0, {2000 * clients // rate}) end")
    script.write("\n".join(lines))
    script.close()
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}", "--latency", "-s", script.name, url + path]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    os.unlink(script.name)
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if bad:
        raise RuntimeError(f"{bad[1]} requests failed")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), milliseconds(text, "50%"), milliseconds(text, "99%")


def milliseconds(text, percentile):
    number, unit = re.search(rf"{percentile}\s+([\d.]+)(us|ms|s)\b", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


JSON = {"content-type": "application/json"}


def accept(binary, arguments, seconds):
    """Tasks that are on disk before the reply, with nobody drawing."""
    with tempfile.TemporaryDirectory() as folder, Server(binary, folder, arguments=[*arguments, "--no-worker"]) as server:
        rate, p50, p99 = wrk(server.url, "/plantain/v1/tasks", TINY, JSON, seconds)
        yield "durable accept, 64 clients", f"{rate:,.0f}/s", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, one sync {sync_ms(folder):.2f} ms"


def overhead(binary, arguments, seconds):
    """A picture from the cache with key, price, ledger and task row, against the route that only says it is alive."""
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder, "settings.toml")
        config.write_text('[[prices.lines]]\namount = "0.001"\n')
        data = os.path.join(folder, "data")
        made = subprocess.run([binary, "keys", "create", "--name", "load", "--data-dir", data, *arguments], capture_output=True, text=True, check=True)
        bearer = {"authorization": f"Bearer {made.stdout.strip()}", **JSON}
        with Server(binary, data, arguments=[*arguments, "--config", str(config), "--log-level", "warn"]) as server:
            ask(server.url, "/plantain/v1/images/generate", TINY, bearer)
            alive = wrk(server.url, "/healthz", None, {}, 3)
            steady, p50, p99 = wrk(server.url, "/plantain/v1/images/generate", TINY, bearer, seconds, rate=1000)
            _, base50, base99 = wrk(server.url, "/healthz", None, {}, seconds, rate=1000)
            rate, *_ = wrk(server.url, "/plantain/v1/images/generate", TINY, bearer, seconds)
            yield f"overhead at {steady:,.0f} req/s", f"p50 {p50:.2f} ms, p99 {p99:.2f} ms", f"/healthz p50 {base50:.2f} ms, p99 {base99:.2f} ms"
            yield "peak with key, ledger, task row", f"{rate:,.0f}/s", f"/healthz {alive[0]:,.0f}/s"


class Receiver(http.server.BaseHTTPRequestHandler):
    """Counts webhooks."""

    protocol_version = "HTTP/1.1"
    seen = set()

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        Receiver.seen.add(self.headers["webhook-id"])
        self.send_response(204)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def whole_way(binary, arguments, seconds):
    """Tasks accepted, drawn, and told of by webhook."""
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    Receiver.seen = set()
    body = {**TINY, "webhook": f"http://127.0.0.1:{receiver.server_port}/"}
    with tempfile.TemporaryDirectory() as folder, Server(binary, folder, arguments=[*arguments, "--allow-fetch", "127.0.0.1", "--log-level", "warn"]) as server:
        begin = time.monotonic()
        rate, *_ = wrk(server.url, "/plantain/v1/tasks", body, JSON, seconds)
        sent = rate * seconds
        while len(Receiver.seen) < sent * 0.999 and time.monotonic() - begin < seconds * 20:
            time.sleep(0.05)
        took = time.monotonic() - begin
        yield "accepted, drawn, told of", f"{len(Receiver.seen) / took:,.0f}/s", f"{len(Receiver.seen):,} webhooks in {took:.1f} s (accepted at {rate:,.0f}/s)"
    receiver.shutdown()


def fill(path, count):
    """Copies the one queued task of a SQLite file until there are `count`."""
    base = sqlite3.connect(path)
    columns = [row[1] for row in base.execute("PRAGMA table_info(tasks)") if row[1] not in ("seq", "id")]
    names = ", ".join(columns)
    base.execute(
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
        f"INSERT INTO tasks (id, {names}) SELECT 'task_fill' || i, {names} FROM n, (SELECT * FROM tasks LIMIT 1)"
    )
    base.commit()
    base.close()


def long_queue(binary, arguments, seconds, count=1_000_000):
    """Starts, and claims, with a million queued tasks (SQLite)."""
    if "--database" in arguments:
        return
    with tempfile.TemporaryDirectory() as folder:
        empty = []
        for _ in range(3):
            with tempfile.TemporaryDirectory() as fresh:
                begin = time.perf_counter()
                with Server(binary, fresh):
                    empty.append((time.perf_counter() - begin) * 1000)
        with Server(binary, folder, arguments=["--no-worker"]) as server:
            ask(server.url, "/plantain/v1/tasks", TINY)
        fill(os.path.join(folder, "plantain.db"), count)
        begin = time.perf_counter()
        with Server(binary, folder, arguments=["--no-worker"]) as server:
            full = (time.perf_counter() - begin) * 1000
            ask(server.url, "/plantain/v1/images/generate", TINY)
        yield "start, nothing stored", f"{statistics.median(empty):.0f} ms", "until it says that it listens, polled each 10 ms"
        yield f"start, {count:,} queued", f"{full:.0f} ms", ""
        with Server(binary, folder, arguments=["--log-level", "debug"]) as server:
            before = depth(folder)
            time.sleep(seconds)
            done = before - depth(folder)
            yield f"claimed and drawn from {count:,}", f"{done / seconds:,.0f}/s", f"{1000 * seconds / max(done, 1):.2f} ms each, all of it"


def depth(folder):
    base = sqlite3.connect(f"file:{folder}/plantain.db?mode=ro", uri=True)
    return base.execute("SELECT count(*) FROM tasks WHERE status = 'queued'").fetchone()[0]


# The one that makes keys comes last: a shared database that has any is open to nobody without.
KINDS = {"accept": accept, "whole": whole_way, "queue": long_queue, "overhead": overhead}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--postgres", help="measure on this database, too; it is filled")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--only", default=",".join(KINDS))
    options = parser.parse_args()
    records = [("SQLite", [])]
    if options.postgres:
        records.append(("PostgreSQL", ["--database", options.postgres]))
    for name, arguments in records:
        for kind in options.only.split(","):
            for what, figure, beside in KINDS[kind](options.binary, arguments, options.seconds):
                print(f"{name:10}  {what:34}  {figure:28}  {beside}", flush=True)


if __name__ == "__main__":
    main()

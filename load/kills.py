"""Kills servers and workers at random moments under load, and checks that nothing is lost, charged twice or untold.

    cargo build --release -p plantain
    python3 load/kills.py target/release/plantain --kills 1000 [--record sqlite|postgres] [--seed N]

Two servers and two workers share one record (with SQLite one server and one worker; PostgreSQL is started here). Clients
order pictures that cost, with webhooks, while one process after the other is killed with SIGKILL and started again. At the
end every task that was accepted must have succeeded once, be charged once and told of, and the books must agree.
"""

import argparse
import collections
import contextlib
import http.server
import json
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "conformance"))
from postgres import Postgres  # noqa: E402

PRICE = "0.25"
CLIENTS = 3
# So that the tasks of a long run can be drawn while it goes on.
PAUSE_SECONDS = 0.02
# A killed process holds its tasks for 15 s and its messages for 20 s.
SETTLE_SECONDS = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(url, body=None, timeout=10):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=timeout) as reply:
        return json.loads(reply.read())


class Hooks(http.server.ThreadingHTTPServer):
    """Notes which webhooks arrive, by the path that a task was given."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self):
        hooks = self
        self.seen = collections.defaultdict(set)

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["content-length"]))
                hooks.seen[self.path].add(self.headers["webhook-id"])
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"


class Process:
    """A server or a worker that comes back each time it is killed."""

    def __init__(self, binary, kind, arguments, log):
        self.port = free_port() if kind == "serve" else None
        self.command = [binary, kind, *arguments]
        if self.port:
            self.command += ["--listen", f"127.0.0.1:{self.port}"]
        self.log = log
        self.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.child = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=self.log)

    def kill(self):
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()
        self.start()

    def stop(self):
        self.child.terminate()
        self.child.wait(90)


class Client(threading.Thread):
    """Orders pictures without end and remembers which were accepted."""

    def __init__(self, name, servers, hooks, seed):
        super().__init__(daemon=True)
        self.label, self.servers, self.hooks = name, servers, hooks
        self.chance = random.Random(seed)
        self.accepted = {}
        self.done = threading.Event()

    def run(self):
        number = 0
        while not self.done.is_set():
            number += 1
            path = f"/{self.label}/{number}"
            body = {"prompt": f"a card that says {self.label}{number}", "size": "64x64", "webhook": self.hooks.url(path)}
            try:
                task = ask(f"{self.chance.choice(self.servers).url}/plantain/v1/tasks", body)
                self.accepted[task["id"]] = path
                time.sleep(PAUSE_SECONDS)
            except (OSError, urllib.error.URLError, ValueError):
                # Nothing was promised.
                time.sleep(0.01)


def settled(server, tasks):
    """Waits for as long as tasks go on ending; returns those that did not succeed."""
    left = dict.fromkeys(tasks)
    failed = {}
    ended = time.monotonic()
    while left and time.monotonic() < ended + SETTLE_SECONDS:
        for task in list(left):
            found = ask(f"{server.url}/plantain/v1/tasks/{task}")
            if found["status"] in ("queued", "running"):
                continue
            ended = time.monotonic()
            if found["status"] != "succeeded" or len(found["images"]) != 1:
                failed[task] = f"{found['status']}: {found.get('error')}"
            del left[task]
        time.sleep(0.2)
    return failed | {task: "not ended" for task in left}


def charges(binary, arguments):
    """Returns how often each task was charged, as the ledger says."""
    text = subprocess.run([binary, "ledger", "--format", "json", *arguments], capture_output=True, text=True, check=True).stdout
    lines = [json.loads(line) for line in text.splitlines()]
    return collections.Counter(line["task"] for line in lines if line["kind"] == "settle")


def run(binary, kills, record, seed, folder, out=print):
    """Returns what went wrong, a line each."""
    chance = random.Random(seed)
    hooks = Hooks()
    config = pathlib.Path(folder, "settings.toml")
    config.write_text(f'[[prices.lines]]\namount = "{PRICE}"\n')
    data = ["--data-dir", str(pathlib.Path(folder, "data"))]
    with contextlib.ExitStack() as stack:
        several = 1
        if record == "postgres":
            data += ["--database", stack.enter_context(Postgres()).url]
            several = 2
        arguments = [*data, "--config", str(config), "--allow-fetch", "127.0.0.1", "--log-level", "error"]
        log = stack.enter_context(open(pathlib.Path(folder, "log.txt"), "ab"))
        servers = [Process(binary, "serve", arguments, log) for _ in range(several)]
        workers = [Process(binary, "work", arguments, log) for _ in range(several)]
        clients = [Client(f"c{index}", servers, hooks, chance.random()) for index in range(CLIENTS)]
        time.sleep(1)
        for client in clients:
            client.start()
        begin = time.monotonic()
        for number in range(kills):
            time.sleep(chance.uniform(0.02, 0.3))
            chance.choice(servers + workers).kill()
            if number % 100 == 99:
                accepted = sum(len(client.accepted) for client in clients)
                out(f"{number + 1} kills in {time.monotonic() - begin:.0f} s, {accepted} tasks accepted")
        for client in clients:
            client.done.set()
        for client in clients:
            client.join()
        accepted = {task: path for client in clients for task, path in client.accepted.items()}
        time.sleep(1)
        wrong = [f"{task} {how}" for task, how in settled(servers[0], accepted).items()]
        untold, last = len(accepted) + 1, time.monotonic()
        while untold and time.monotonic() < last + SETTLE_SECONDS:
            now = sum(path not in hooks.seen for path in accepted.values())
            if now < untold:
                untold, last = now, time.monotonic()
            time.sleep(0.2)
        wrong += [f"{task} was not told of" for task, path in accepted.items() if path not in hooks.seen]
        wrong += [f"{task} was told of by {len(hooks.seen[path])} messages" for task, path in accepted.items() if len(hooks.seen[path]) > 1]
        for process in servers + workers:
            process.stop()
        charged = charges(binary, data)
        wrong += [f"{task} was charged {charged[task]} times" for task in accepted if charged[task] != 1]
        wrong += [f"{task} was charged {times} times" for task, times in charged.items() if times > 1 and task not in accepted]
        doctor = subprocess.run([binary, "doctor", *data], capture_output=True, text=True)
        books = [line for line in doctor.stdout.splitlines() if "books" in line.lower() or "ledger" in line.lower()]
        out(f"{record}: seed {seed}, {kills} kills, {len(accepted)} tasks accepted, {len(charged)} charged, {sum(map(len, hooks.seen.values()))} webhooks; {len(wrong)} faults")
        out("\n".join(books))
    hooks.shutdown()
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--record", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    options = parser.parse_args()
    print("seed", options.seed, flush=True)
    with tempfile.TemporaryDirectory(prefix="plantain-kills-") as folder:
        wrong = run(options.binary, options.kills, options.record, options.seed, folder, lambda text: print(text, flush=True))
        for line in wrong[:50]:
            print("FAULT", line)
        if wrong:
            print(pathlib.Path(folder, "log.txt").read_text()[-3000:])
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

"""Edits every picture of a folder in the same way: sent as batches, told of by signed webhooks, resumable, with a report.

    python catalogue.py products/ --out shop/ --instruction "white background, add a drop shadow" --size 1200x1200

Run it again after a stop, or with new pictures in the folder: what is done is not done again.
"""

import argparse
import base64
import contextlib
import csv
import hashlib
import http.server
import json
import os
import pathlib
import queue
import sys
import threading

import requests
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

KINDS = {".png", ".jpg", ".jpeg", ".webp"}
# How much goes into one batch; the server takes 256 MiB, a request 100.
BATCH_BYTES_MAX = 48 << 20
COLUMNS = ["picture", "status", "result", "width", "height", "price", "reason", "notes", "task"]
ENDED = ("succeeded", "failed", "cancelled")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="the pictures")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="where results, report.csv and the journal go")
    parser.add_argument("--instruction", required=True)
    parser.add_argument("--size", default="1200x1200")
    parser.add_argument("--port", type=int, default=8787, help="where webhooks come in")
    parser.add_argument("--hook", help="the same address as the server sees it; http://127.0.0.1:PORT when missing")
    parser.add_argument("--patience", type=float, default=30, help="seconds without a webhook until we ask by ourselves")
    arguments = parser.parse_args()

    server = Plantain(os.environ.get("PLANTAIN_URL", "http://127.0.0.1:8080"), os.environ.get("PLANTAIN_KEY", "any"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    journal = Journal(arguments.out / "journal.jsonl")
    pictures = sorted(path for path in arguments.folder.iterdir() if path.suffix.lower() in KINDS)
    wish = {"prompt": arguments.instruction, "size": arguments.size, "format": "png"}
    twins = {path.stem for path in pictures if [other.stem for other in pictures].count(path.stem) > 1}
    if twins:
        sys.exit(f"two pictures would have the same result: {', '.join(sorted(twins))}; rename one")
    marks = {path.name: fingerprint(path, wish) for path in pictures}

    with Receiver(arguments.port, server.hook_secret()) as receiver:
        run = Run(server, journal, receiver, arguments.out, arguments.patience)
        # Batches that a stop left open come first: their pictures are under way or done at the server.
        for batch, sent in journal.batches.items():
            if any(mark not in journal.done for mark in sent.values()):
                run.follow(batch, sent)
        hook = arguments.hook or f"http://127.0.0.1:{arguments.port}"
        for some in portions([path for path in pictures if marks[path.name] not in journal.done]):
            sent = {path.name: marks[path.name] for path in some}
            batch = server.send(some, wish, hook, once=hashlib.sha256(json.dumps(sent).encode()).hexdigest())
            journal.write({"batch": batch, "sent": sent})
            print(f"{len(sent)} pictures sent as {batch}", flush=True)
            run.follow(batch, sent)

    rows = [{"picture": name, **journal.done[mark]} for name, mark in marks.items()]
    with open(arguments.out / "report.csv", "w", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)
    good = sum(row["status"] == "succeeded" for row in rows)
    print(f"{good} of {len(rows)} pictures edited; {arguments.out / 'report.csv'} has the rest")
    sys.exit(0 if good == len(rows) else 1)


def fingerprint(path, wish):
    """What a result depends on: the picture's bytes and what is to be done."""
    return hashlib.sha256(path.read_bytes() + json.dumps(wish, sort_keys=True).encode()).hexdigest()[:32]


def portions(paths):
    """Parts the pictures so that each part fits into a batch."""
    portion, size = [], 0
    for path in paths:
        if portion and size + path.stat().st_size > BATCH_BYTES_MAX:
            yield portion
            portion, size = [], 0
        portion.append(path)
        size += path.stat().st_size
    if portion:
        yield portion


class Plantain:
    def __init__(self, url, key):
        self.base = url + "/plantain/v1"
        self.http = requests.Session()
        self.http.headers["authorization"] = f"Bearer {key}"

    def hook_secret(self):
        return self.ask("GET", "/webhooks/secret").json()["secret"]

    def send(self, paths, wish, hook, once):
        """Makes a batch and returns its id. Sent again after a stop, `once` leads to the batch that was made before."""
        encoded = {path.name: base64.b64encode(path.read_bytes()).decode() for path in paths}
        orders = [{"id": name, "image": image, **wish} for name, image in encoded.items()]
        body = {"name": "catalogue", "requests": orders, "webhook": hook}
        return self.ask("POST", "/batches", json=body, headers={"idempotency-key": once}).json()["id"]

    def results(self, batch):
        """Yields the name of each picture with its task."""
        for line in self.ask("GET", f"/batches/{batch}/results").text.splitlines():
            row = json.loads(line)
            yield row["id"], row["task"]

    def ask(self, method, path, **more):
        reply = self.http.request(method, self.base + path, timeout=120, **more)
        if not reply.ok:
            sys.exit(f"{method} {path}: {reply.status_code} {reply.text}")
        return reply


class Journal:
    """What was sent and what became of it, a line each, so that a stop at any moment loses nothing."""

    def __init__(self, path):
        self.batches, self.done = {}, {}
        self.file = open(path, "a+")
        self.file.seek(0)
        for line in self.file.read().split("\n"):
            # A stop while a line was written leaves half of it.
            with contextlib.suppress(ValueError):
                self.note(json.loads(line))
        self.file.write("\n")

    def note(self, entry):
        if "batch" in entry:
            self.batches[entry["batch"]] = entry["sent"]
        else:
            self.done[entry["mark"]] = entry["outcome"]

    def write(self, entry):
        self.file.write(json.dumps(entry) + "\n")
        self.file.flush()
        os.fsync(self.file.fileno())
        self.note(entry)


class Receiver:
    """Takes webhooks, verifies their signature, and puts the tasks they tell of into a queue."""

    def __init__(self, port, secret):
        receiver = self
        self.tasks = queue.Queue()
        verifier = Webhook(secret)

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                try:
                    headers = {name.lower(): value for name, value in self.headers.items()}
                    event = verifier.verify(body.decode(), headers)
                except (WebhookVerificationError, UnicodeDecodeError):
                    return self.answer(401)
                if event["type"] == "task.ended":
                    receiver.tasks.put(event["data"])
                self.answer(204)

            def answer(self, status):
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()


class Run:
    def __init__(self, server, journal, receiver, out, patience):
        self.server, self.journal, self.receiver, self.out, self.patience = server, journal, receiver, out, patience

    def follow(self, batch, sent):
        """Stores the results of a batch as webhooks tell of them, until all have ended."""
        names = {}
        # Who comes late asks first; whoever waits in vain asks again: a webhook is a hint, the results are what counts.
        self.catch_up(batch, sent, names)
        while any(mark not in self.journal.done for mark in sent.values()):
            try:
                task = self.receiver.tasks.get(timeout=self.patience)
            except queue.Empty:
                self.catch_up(batch, sent, names)
                continue
            # A message may come twice, and one of an earlier run may come now.
            if task["id"] in names:
                self.settle(names[task["id"]], sent[names[task["id"]]], task)

    def catch_up(self, batch, sent, names):
        for name, task in self.server.results(batch):
            names[task["id"]] = name
            if task["status"] in ENDED:
                self.settle(name, sent[name], task)

    def settle(self, name, mark, task):
        if mark in self.journal.done:
            return
        outcome = {"status": task["status"], "price": task["price"], "task": task["id"]}
        outcome["reason"] = (task.get("error") or {}).get("message", "")
        for image in task["images"]:
            result = self.out / (pathlib.Path(name).stem + ".png")
            part = result.with_suffix(".part")
            picture = requests.get(image["url"], timeout=60)
            picture.raise_for_status()
            part.write_bytes(picture.content)
            part.replace(result)
            outcome |= {"result": result.name, "width": image["width"], "height": image["height"]}
            outcome["notes"] = " ".join(note["message"] for note in image["notes"])
        self.journal.write({"mark": mark, "outcome": outcome})
        print(f"{name}: {task['status']}", flush=True)


if __name__ == "__main__":
    main()

"""Measures what each protocol costs the server, in CPU milliseconds a request, when the picture is already drawn.

    cargo build --release -p plantain
    python load/translation.py target/release/plantain [REQUESTS]

Every protocol asks for one and the same picture of about 1.4 MB, which the server has in its cache, so
that what is measured is the way in and out: reading the request, the task and its end, and the reply. The same without any
translation stands in the first line: the native API with the bytes of the file as the body. CPU time is that of the server's
process, from /proc, over REQUESTS requests on one connection; a protocol that answers with a link is charged for fetching it.
Prints one table.
"""

import http.client
import json
import os
import pathlib
import statistics
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "conformance"))

from server import Server  # noqa: E402

PROGRAM = sys.argv[1]
REQUESTS = int(sys.argv[2]) if len(sys.argv) > 2 else 100
# Runs of each protocol in turn; the median of them is what counts, since other programs disturb the caches of the CPU.
ROUNDS = 5
PROMPT = "a city street in the rain at night"
SEED = 7
MODEL = "gemini-3.1-flash-image-preview"
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")

NATIVE = "/plantain/v1/images/generate"
DRAWN = {"prompt": PROMPT, "seed": SEED, "size": "2048x2048"}
TURN = {
    "contents": [{"role": "user", "parts": [{"text": PROMPT}]}],
    "generationConfig": {"seed": SEED, "responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "1:1", "imageSize": "2K"}},
}
SQUARE = {"prompt": PROMPT, "seed": SEED, "aspect_ratio": "1:1", "resolution": "2K", "output_format": "png"}

# Name, path, body, and how to find the link in the reply (none: the picture is in the reply).
CALLS = [
    ("native, bytes", NATIVE, DRAWN | {"output": "binary"}, None),
    ("native, base64", NATIVE, DRAWN | {"output": "b64_json"}, None),
    ("native, link", NATIVE, DRAWN | {"output": "url"}, lambda reply: reply["images"][0]["url"]),
    ("Gemini", f"/v1beta/models/{MODEL}:generateContent", TURN, None),
    ("Vertex", f"/v1beta1/projects/p/locations/global/publishers/google/models/{MODEL}:generateContent", TURN, None),
    ("OpenAI, base64", "/openai/v1/images/generations", DRAWN | {"response_format": "b64_json"}, None),
    ("OpenAI, link", "/openai/v1/images/generations", DRAWN | {"response_format": "url"}, lambda reply: reply["data"][0]["url"]),
    ("fal, data URL", "/fal/fal-ai/nano-banana-2", SQUARE | {"sync_mode": True}, None),
    ("fal, link", "/fal/fal-ai/nano-banana-2", SQUARE, lambda reply: reply["images"][0]["url"]),
    ("Replicate, link", "/replicate/v1/models/google/nano-banana-2/predictions", {"input": SQUARE}, lambda reply: reply["output"]),
    ("Evolink, base64", "/v1/images/generate", DRAWN | {"response_format": "b64_json"}, None),
    ("Evolink, link", "/v1/images/generate", DRAWN | {"response_format": "url"}, lambda reply: reply["data"][0]["url"]),
]


class Client:
    def __init__(self, server):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.url).netloc)

    def post(self, path, body):
        headers = {"content-type": "application/json", "prefer": "wait"}
        self.connection.request("POST", path, json.dumps(body), headers)
        return self.read(path)

    def get(self, link):
        path = urllib.parse.urlsplit(link).path
        self.connection.request("GET", path)
        return self.read(path)

    def read(self, path):
        answer = self.connection.getresponse()
        data = answer.read()
        if answer.status not in (200, 201):
            sys.exit(f"{path}: {answer.status} {data[:500]}")
        return data


def cpu_ms(pid):
    """CPU time of a process so far, in user and kernel."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK_MS


def call(client, path, body, link):
    """Makes one call and returns the bytes that came: those of the reply, and of the picture behind its link."""
    reply = client.post(path, body)
    if link is None:
        return len(reply)
    return len(reply) + len(client.get(link(json.loads(reply))))


def main():
    took = {name: [] for name, *_ in CALLS}
    waited = {name: [] for name, *_ in CALLS}
    size = {}
    with tempfile.TemporaryDirectory(prefix="plantain-translation-") as folder:
        with Server(PROGRAM, pathlib.Path(folder) / "data", arguments=["--log-level", "error"]) as server:
            client = Client(server)
            for name, path, body, link in CALLS:
                size[name] = call(client, path, body, link)
            for _ in range(ROUNDS):
                for name, path, body, link in CALLS:
                    before, begun = cpu_ms(server.process.pid), time.perf_counter()
                    for _ in range(REQUESTS):
                        call(client, path, body, link)
                    took[name].append((cpu_ms(server.process.pid) - before) / REQUESTS)
                    waited[name].append((time.perf_counter() - begun) / REQUESTS * 1000)
    base = statistics.median(took["native, bytes"])
    print("| | bytes that came | CPU ms a request | more than native bytes | wall ms |")
    print("| --- | --- | --- | --- | --- |")
    for name in took:
        cpu, wall = statistics.median(took[name]), statistics.median(waited[name])
        print(f"| {name} | {size[name]:,} | {cpu:.2f} | {cpu - base:+.2f} | {wall:.2f} |")


main()

"""Compares what the service adds to a request with what LiteLLM's proxy adds, each before something that does nothing.

    apt-get install wrk
    pip install 'litellm[proxy]'
    cargo build --release -p plantain
    python3 load/litellm.py target/release/plantain [--litellm litellm] [--seconds 10] [--rate 50]

LiteLLM stands before an upstream that answers every request with the same tiny picture, with a master key and one model;
this program draws a tiny picture from its cache, with a key, a price, the ledger and a task's row on disk, which LiteLLM has
not got here. The upstream is asked directly, too. Prints milliseconds at a steady rate that both can hold, and the most of
each.
"""

import argparse
import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "conformance"))
from server import Server  # noqa: E402
from tasks import JSON, TINY, ask, wrk  # noqa: E402

MASTER_KEY = "sk-load"
START_SECONDS = 120
OPENAI = ("/v1/images/generations", {"model": "gpt-image-1", "prompt": "a dot", "size": "1024x1024"})
NATIVE = ("/plantain/v1/images/generate", TINY)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def upstream():
    """A running upstream; gives its URL."""
    port = free_port()
    process = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).with_name("nothing.py")), str(port)])
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


@contextlib.contextmanager
def litellm(program, upstream, folder):
    """A running proxy before `upstream`; gives its URL."""
    config = pathlib.Path(folder, "litellm.json")
    model = {"model": "openai/gpt-image-1", "api_base": f"{upstream}/v1", "api_key": "none"}
    config.write_text(json.dumps({"model_list": [{"model_name": "gpt-image-1", "litellm_params": model}]}))
    port = free_port()
    quiet = {**os.environ, "LITELLM_MASTER_KEY": MASTER_KEY, "LITELLM_LOG": "ERROR", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    command = [program, "--config", str(config), "--host", "127.0.0.1", "--port", str(port), "--telemetry", "False"]
    with open(os.path.join(folder, "litellm.log"), "w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=quiet)
        try:
            wait_for(f"http://127.0.0.1:{port}", process, log.name)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def wait_for(url, process, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{url}/health/liveliness", timeout=2).read()
            return
        time.sleep(0.2)
    raise RuntimeError(f"LiteLLM did not start:\n{pathlib.Path(log).read_text()[-3000:]}")


def measure(name, url, request, headers, seconds, rate):
    path, body = request
    ask(url, path, body, headers)
    _, p50, p99 = wrk(url, path, body, headers, seconds, rate=rate)
    most, *_ = wrk(url, path, body, headers, seconds, clients=32)
    print(f"{name:44}  p50 {p50:8.2f} ms  p99 {p99:8.2f} ms  at {rate}/s;  most {most:8,.0f}/s", flush=True)
    return p50, most


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--litellm", default="litellm", help="LiteLLM's program")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rate", type=int, default=50, help="requests a second at which latency is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with upstream() as null:
            alone = measure("the upstream alone", null, OPENAI, JSON, options.seconds, options.rate)
            with litellm(options.litellm, null, folder) as url:
                bearer = {"authorization": f"Bearer {MASTER_KEY}", **JSON}
                peer = measure("LiteLLM before it", url, OPENAI, bearer, options.seconds, options.rate)
        config = pathlib.Path(folder, "settings.toml")
        config.write_text('[[prices.lines]]\namount = "0.001"\n')
        data = os.path.join(folder, "data")
        made = subprocess.run([options.binary, "keys", "create", "--name", "load", "--data-dir", data], capture_output=True, text=True, check=True)
        bearer = {"authorization": f"Bearer {made.stdout.strip()}", **JSON}
        with Server(options.binary, data, arguments=["--log-level", "warn", "--config", str(config)]) as server:
            ours = measure("Plantain with key, price, ledger, task row", server.url, NATIVE, bearer, options.seconds, options.rate)
    print(f"at p50 LiteLLM adds {peer[0] - alone[0]:.2f} ms, and Plantain takes {ours[0]:.2f} ms in all; most: Plantain {ours[1] / peer[1]:.0f} times LiteLLM")


if __name__ == "__main__":
    main()

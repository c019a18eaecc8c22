"""Drives every client library through every operation that it has, and writes the table of outcomes."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import environments
from faults import Faults
from receiver import Receiver
from server import Server
from tls import Front

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "MATRIX.md"
README = HERE.parent / "README.md"
# Between these lines of README stands the short form of the table.
SHORT_BEGIN, SHORT_END = "<!-- clients -->\n", "<!-- end of clients -->\n"
# Columns of the short form, and the operations under each; the first that fits counts.
KINDS = [
    ("streams", "stream"),
    ("errors, retries", "^error|refusal|timeout"),
    ("mask", "mask|^Imagen, edits"),
    ("several pictures", "several pictures|14 pictures"),
    ("tasks, webhooks", "async|background|webhook|cancel|failed task"),
    ("turns", "turns|^chat|^responses|^interactions"),
    ("files", "^files"),
    ("batches", "^batch"),
    ("edit", "^edit|variation|enlarge"),
    ("draw", ""),
]
SHOWN = ["draw", "edit", "mask", "several pictures", "turns", "streams", "files", "batches", "tasks, webhooks", "errors, retries"]
CLIENT_SECONDS_MAX = 600

# Name in the table, script, packages. Python's packages are installed by pip, those of Node by npm.
PYTHON = [
    ("openai 3.52.0 (Python)", "openai_python.py", ["openai==3.52.0"]),
    ("openai 2.54.0 (Python)", "openai_python.py", ["openai==2.54.0"]),
    ("langchain-openai 1.7.3", "langchain_client.py", ["langchain-openai==1.7.3", "langchain-community==0.4.2", "openai==2.54.0"]),
    ("llama-index-llms-openai 0.8.3", "llama_index_client.py", ["llama-index-llms-openai==0.8.3", "openai==2.54.0"]),
    ("litellm 1.106.2", "litellm_client.py", ["litellm==1.106.2", "mcp"]),
    ("google-genai 3.4.0 (Python)", "google_genai.py", ["google-genai==3.4.0", "pillow==13.0.0"]),
    ("google-genai 1.75.0 (Python)", "google_genai.py", ["google-genai==1.75.0", "pillow==13.0.0"]),
    ("litellm 1.106.2, gemini", "litellm_gemini.py", ["litellm==1.106.2", "mcp"]),
    ("langchain-google-genai", "langchain_google.py", ["langchain-google-genai"]),
    ("fal-client 1.0.3 (Python)", "fal_python.py", ["fal-client==1.0.3", "pynacl==1.6.2"]),
    ("replicate 2.0.0b4 (Python)", "replicate_python.py", ["replicate==2.0.0b4", "standardwebhooks==1.1.0"]),
    ("replicate 1.0.7 (Python)", "replicate_python.py", ["replicate==1.0.7"]),
    ("replicate 0.34.2 (Python)", "replicate_python.py", ["replicate==0.34.2"]),
    ("fal-client 0.14.1 (Python)", "fal_python.py", ["fal-client==0.14.1", "pynacl==1.6.2"]),
    ("gateways, requests 2.34.2", "gateways.py", ["requests==2.34.2"]),
    ("gateways, curl", "gateways_curl.py", ["requests==2.34.2"]),
]
NODE_CLIENTS = [
    ("openai 7.55.0 (Node)", "openai_node.mjs", ["openai@7.55.0"]),
    ("openai 6.49.0 (Node)", "openai_node.mjs", ["openai@6.49.0"]),
    ("ai 7.0.173, @ai-sdk/openai 4.0.118", "ai_sdk.mjs", ["ai@7.0.173", "@ai-sdk/openai@4.0.118", "zod@4"]),
    ("ai 6.0.326, @ai-sdk/openai 3.0.141", "ai_sdk.mjs", ["ai@6.0.326", "@ai-sdk/openai@3.0.141", "zod@4"]),
    ("@google/genai 3.1.0", "google_genai.mjs", ["@google/genai@3.1.0"]),
    ("@google/genai 2.32.0", "google_genai.mjs", ["@google/genai@2.32.0"]),
    (
        "ai 7.0.173, @ai-sdk/google 4.0.121",
        "ai_google.mjs",
        ["ai@7.0.173", "@ai-sdk/google@4.0.121", "@ai-sdk/google-vertex@5.0.141", "zod@4"],
    ),
    ("replicate 1.4.0 (Node)", "replicate_node.mjs", ["replicate@1.4.0"]),
    ("replicate 0.34.1 (Node)", "replicate_node.mjs", ["replicate@0.34.1"]),
    ("@fal-ai/client 1.10.1", "fal_node.mjs", ["@fal-ai/client@1.10.1"]),
    ("gateways, fetch", "gateways.mjs", [f"node@{environments.NODE}"]),
    ("@fal-ai/serverless-client 0.15.0", "fal_node.mjs", ["@fal-ai/serverless-client@0.15.0"]),
    ("ai 6.0.326, @ai-sdk/google 3.0.141", "ai_google.mjs", ["ai@6.0.326", "@ai-sdk/google@3.0.141", "@ai-sdk/google-vertex@4", "zod@4"]),
]


def run(server, binary, only=None):
    """Returns whether every outcome is good, and writes the table. `only` is a word in the names of clients."""
    outcomes = {}
    with tempfile.TemporaryDirectory(prefix="plantain-matrix-") as folder, Faults(server.url) as faults:
        data = pathlib.Path(folder) / "keyed"
        key = keys(binary, data, "images")
        admin = keys(binary, data, "admin")
        guest = ["--allow-fetch", "127.0.0.1", "--public-url"]
        with (
            Server(binary, data) as keyed,
            Receiver() as hooks,
            Front(folder) as front,
            Front(folder, front.context) as keyed_front,
            Front(folder, front.context) as faults_front,
            Server(binary, pathlib.Path(folder) / "guest", arguments=[*guest, front.url]) as https,
        ):
            front.target, keyed_front.target, faults_front.target = https.url, keyed.url, faults.url
            environment = dict(
                os.environ,
                PLANTAIN_URL=server.url,
                PLANTAIN_KEYED_URL=keyed.url,
                PLANTAIN_KEY=key,
                PLANTAIN_ADMIN_ONLY_KEY=admin,
                PLANTAIN_FAULTS_URL=faults.url,
                PLANTAIN_TLS_URL=front.url,
                PLANTAIN_TLS_KEYED_URL=keyed_front.url,
                PLANTAIN_TLS_FAULTS_URL=faults_front.url,
                PLANTAIN_HOOK_URL=hooks.url,
                SSL_CERT_FILE=str(front.bundle),
                NODE_EXTRA_CA_CERTS=str(front.certificate),
            )
            clients = [(client, python) for client in PYTHON] + [(client, node) for client in NODE_CLIENTS]
            for (name, script, packages), prepare in clients:
                if only and only not in name:
                    continue
                command = prepare(script, packages)
                outcomes[name] = drive(name, command, environment)
    if not only:
        TABLE.write_text(table(outcomes))
        README.write_text(with_short_table(README.read_text(), outcomes))
    return report(outcomes)


def keys(binary, data, scopes):
    command = [binary, "keys", "create", "--name", scopes, "--scopes", scopes, "--data-dir", str(data)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def python(script, packages):
    """Returns the command that runs a script with these packages."""
    return [environments.python(packages), str(HERE / "clients" / script)]


def node(script, packages):
    """The same for Node."""
    folder = environments.npm(packages)
    # Modules are looked for beside the script.
    for name in ("judge.mjs", script):
        shutil.copy(HERE / "clients" / name, folder / name)
    return [environments.node(), str(folder / script)]


def drive(name, command, environment):
    """Runs a client and returns its outcomes by operation."""
    print("client:", name, flush=True)
    with tempfile.TemporaryDirectory(prefix="plantain-client-") as folder:
        done = subprocess.run(
            command, env=environment, cwd=folder, capture_output=True, text=True, timeout=CLIENT_SECONDS_MAX
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith("OUTCOME ")]
    found = [json.loads(line.removeprefix("OUTCOME ")) for line in lines]
    if done.returncode != 0 or not found:
        why = (done.stderr or done.stdout).strip()[-1500:]
        found.append({"operation": "the client itself", "ok": False, "why": f"exit {done.returncode}", "trace": why})
    return {outcome["operation"]: outcome for outcome in found}


def table(outcomes):
    operations = list(dict.fromkeys(operation for of in outcomes.values() for operation in of))
    names = list(outcomes)
    cells = [outcome for of in outcomes.values() for outcome in of.values()]
    good = sum(outcome["ok"] for outcome in cells)
    lines = [
        "# Clients and what they do",
        "",
        f"Unmodified client libraries against Plantain; only base URL and key are ours. {good} of {len(cells)} cells pass.",
        "An empty cell is an operation that the client does not have, or leaves to the library beneath it.",
        "Written by `conformance/run.py`.",
        "",
        "| | " + " | ".join(names) + " |",
        "| --- |" + " :---: |" * len(names),
    ]
    for operation in operations:
        row = [outcomes[name].get(operation) for name in names]
        marks = ["" if outcome is None else "✓" if outcome["ok"] else "✗" for outcome in row]
        lines.append(f"| {operation} | " + " | ".join(marks) + " |")
    failures = [
        f"- {name}, {outcome['operation']}: {outcome['why']}"
        for name, of in outcomes.items()
        for outcome in of.values()
        if not outcome["ok"]
    ]
    if failures:
        lines += ["", "## What does not pass", "", *failures]
    return "\n".join(lines) + "\n"


def with_short_table(text, outcomes):
    """Returns README with a line for each client: what it does of each kind of operation."""
    lines = ["| | " + " | ".join(SHOWN) + " |", "| --- |" + " :---: |" * len(SHOWN)]
    for name, of in outcomes.items():
        kinds = {kind: [] for kind in SHOWN}
        for operation, outcome in of.items():
            kinds[next(kind for kind, words in KINDS if re.search(words, operation))].append(outcome["ok"])
        lines.append(f"| {name} | " + " | ".join(mark(kinds[kind]) for kind in SHOWN) + " |")
    before, rest = text.split(SHORT_BEGIN)
    _, after = rest.split(SHORT_END)
    return before + SHORT_BEGIN + "\n".join(lines) + "\n" + SHORT_END + after


def mark(passed):
    if not passed:
        return ""
    return "✓" if all(passed) else f"{sum(passed)} of {len(passed)}"


def report(outcomes):
    good = True
    for name, of in outcomes.items():
        failed = [outcome for outcome in of.values() if not outcome["ok"]]
        good = good and not failed
        print(f"{name}: {len(of) - len(failed)} of {len(of)}")
        for outcome in failed:
            print(f"  {outcome['operation']}: {outcome['why']}\n    " + outcome.get("trace", "").replace("\n", "\n    "))
    return good

"""Gateways as their documents show them, with the commands that stand there."""

import subprocess

from judge import *

MODEL = "gemini-3.1-flash-image-preview"


def curl(path, *arguments):
    """Runs curl as a shell would, and returns what it prints."""
    command = ["curl", "--silent", "--show-error", "--fail-with-body", "--max-time", "60", "--location", URL + path, *arguments]
    done = subprocess.run(command, capture_output=True)
    assert done.returncode == 0, f"{done.returncode} {done.stderr[:200]} {done.stdout[:300]}"
    return done.stdout


def posted(path, body, *headers):
    more = [word for header in ("Content-Type: application/json", *headers) for word in ("--header", header)]
    return json.loads(curl(path, "--request", "POST", *more, "--data", json.dumps(body)))


BEARER = "Authorization: Bearer any-key"


@operation("Evolink: generate")
def evolink():
    task = posted("/v1/images/generations", {"model": MODEL, "prompt": POSTER, "size": "16:9", "quality": "0.5K"}, BEARER)
    while (task := json.loads(curl(f"/v1/tasks/{task['id']}", "--header", BEARER)))["status"] in ("pending", "processing"):
        pass
    assert task["status"] == "completed" and task["results"]


@operation("Evolink: files")
def files():
    import tempfile

    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(png((16, 16), (1, 2, 3, 255)))
        file.flush()
        reply = curl("/api/v1/files/upload/stream", "--header", BEARER, "--form", f"file=@{file.name}")
    assert json.loads(reply)["data"]["file_url"]


@operation("AtlasCloud: generate")
def atlas():
    body = {"model": "google/nano-banana-2/text-to-image", "prompt": POSTER, "enable_sync_mode": True}
    assert posted("/api/v1/model/generateImage", body, BEARER)["data"]["outputs"]


@operation("WisGate: generate")
def wisgate():
    body = {"contents": [{"parts": [{"text": POSTER}]}], "generationConfig": {"responseModalities": ["IMAGE"]}}
    reply = posted(f"/v1beta/models/{MODEL}:generateContent", body, "x-goog-api-key: any-key")
    is_png(reply["candidates"][0]["content"]["parts"][0]["inlineData"]["data"])


@operation("guides: both snippets")
def guides():
    body = {"model": MODEL, "prompt": POSTER, "size": "1024x1024", "response_format": "b64_json"}
    is_png(posted("/v1/images/generate", body, BEARER)["data"][0]["b64_json"], (1024, 1024))
    body = {"model": MODEL, "prompt": POSTER, "resolution": "640x360", "format": "png"}
    assert posted("/v1/images/generate", body, BEARER)["data"]["url"]


judge()

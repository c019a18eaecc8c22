"""`examples/avatar`: as an app on a phone calls, over a line that stalls, breaks and limits."""

import json
import os
import pathlib
import subprocess

import pytest
import requests
from PIL import Image

import environments
from faults import Faults

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "avatar"
NOWHERE = "http://127.0.0.1:9"
# Asks for an avatar again and again with one cache, behind one line after the other; prints what came each time.
APP = """
import { Avatars } from "%s";
import { createHash } from "node:crypto";
const cache = new Map();
for (const url of process.argv.slice(3)) {
  const calls = [];
  const plain = globalThis.fetch;
  globalThis.fetch = async (...given) => {
    try { const reply = await plain(...given); calls.push(reply.status); return reply; }
    catch (error) { calls.push(error.name); throw error; }
    finally { if (calls.length > 20) throw new Error("too many calls"); }
  };
  // Whoever has no line cannot reach where the picture lies either.
  if (url === "%s") for (const kept of cache.values()) kept.url = url;
  const avatars = new Avatars({ url, cache, patience: { timeoutMs: %d, pauseMs: 20 } });
  let outcome;
  try { outcome = { sha: createHash("sha256").update(await avatars.get(JSON.parse(process.argv[2]))).digest("hex") }; }
  catch (error) { outcome = { error: error.message, code: error.code }; }
  globalThis.fetch = plain;
  console.log(JSON.stringify({ ...outcome, calls }));
}
"""


@pytest.fixture
def faults(url):
    with Faults(url) as faults:
        yield faults.url


def app(wish, *urls, folder, timeout_ms=5000):
    script = folder / "app.mjs"
    script.write_text(APP % ((EXAMPLE / "avatar.mjs").as_uri(), NOWHERE, timeout_ms))
    command = [environments.node(), str(script), json.dumps(wish), *urls]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def avatars(url):
    return len(requests.get(f"{url}/plantain/v1/tasks?tag=avatar&limit=200").json()["tasks"])


def run(url, *arguments):
    environment = dict(os.environ, PLANTAIN_URL=url)
    command = [environments.node(), str(EXAMPLE / "cli.mjs"), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def test_words_a_photo_and_a_name(url, look, tmp_path):
    photo = tmp_path / "me.jpg"
    Image.effect_noise((640, 400), 80).convert("RGB").save(photo)
    for arguments in [
        ["Ada Lovelace", "smiling astronaut with glasses, navy background"],
        ["--photo", photo, "Ada Lovelace", "make it black and white"],
        ["--photo", photo, "Ada Lovelace"],
        ["Ada Lovelace"],
    ]:
        result = tmp_path / "avatar.png"
        done = run(url, *arguments, result)
        assert done.stdout == f"Saved {result}\n", done.stderr
        assert look(result.read_bytes()) == ("PNG", 512, 512)
    refused = run(url, "--photo", photo, "Ada", "put a wizard's hat on my head", tmp_path / "none.png")
    assert refused.returncode == 1 and "wizard" in refused.stderr


def test_the_line_breaks_and_it_is_drawn_once(url, faults, tmp_path):
    before = avatars(url)
    wish = {"user": os.urandom(4).hex(), "words": "owl, purple background"}
    limited, broken, offline = app(wish, f"{faults}/once/429", f"{faults}/once/500", NOWHERE, folder=tmp_path)
    assert limited["calls"] == [429, 200, 200] and limited["sha"] == broken["sha"]
    # The second time the phone has it: one question, nothing sent.
    assert broken["calls"] == [304]
    assert avatars(url) == before + 1
    # Without a line it shows what it has.
    assert offline["sha"] == limited["sha"] and offline["calls"] == ["TypeError"] * 4
    # Another phone of the same user, whose first try was answered into a dead line: the same task.
    (again,) = app(wish, f"{faults}/once/500", folder=tmp_path)
    assert again["sha"] == limited["sha"] and avatars(url) == before + 1


def test_silence_ends(url, faults, tmp_path):
    (silent,) = app({"user": "Alan"}, f"{faults}/hang/0", folder=tmp_path, timeout_ms=300)
    assert silent["code"] == "offline" and silent["calls"] == ["TimeoutError"] * 4

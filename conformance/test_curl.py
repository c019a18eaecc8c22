"""`examples/snippets/curl`: every protocol from the shell. Each script is run as it stands, and its pictures are looked at."""

import json
import os
import pathlib
import subprocess

import pytest

CURL = pathlib.Path(__file__).resolve().parent.parent / "examples" / "snippets" / "curl"
TALL = (1024, 1536)

# What each script says that it saved, with the size of the pictures. Those named -winter have another title.
SAVED = {
    "atlascloud": (848, 1264),
    "chat": (1024, 1024),
    "evolink": (848, 1264),
    "fal": (848, 1264),
    "gemini": (848, 1264),
    "mcp": TALL,
    "native": TALL,
    "openai": TALL,
    "replicate": (848, 1264),
    "responses": TALL,
    "sessions": TALL,
    "signed": (1200, 630),
    "tasks": TALL,
    "vertex": (896, 1200),
    "wisgate": (512, 512),
}


def texts(binary, path):
    """The texts that stand on a picture, by its scene."""
    told = subprocess.run([binary, "inspect", str(path), "--json"], capture_output=True, text=True, check=True)
    found, nodes = [], [json.loads(told.stdout)["scene"]["root"]]
    while nodes:
        node = nodes.pop()
        found += [node["content"]["text"]] if node.get("content", {}).get("kind") == "text" else []
        nodes += node.get("children", [])
    return found


def test_every_script_is_run():
    assert {path.stem for path in CURL.glob("*.sh")} == set(SAVED)


@pytest.mark.parametrize("name", SAVED)
def test_curl(url, binary, look, tmp_path, name):
    environment = dict(os.environ, PLANTAIN_URL=url)
    done = subprocess.run(
        ["bash", str(CURL / f"{name}.sh")], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    saved = [line.removeprefix("Saved ") for line in done.stdout.splitlines() if line.startswith("Saved ")]
    assert saved and saved[0].startswith(name)
    for file in saved:
        title = "Winter Fair" if "-winter" in file else "Harvest Fair"
        assert title in texts(binary, tmp_path / file), file
        if not file.endswith(".pdf"):
            assert look((tmp_path / file).read_bytes()) == ("PNG", *SAVED[name]), file

"""The snippets of the two published guides, run as printed but for base URL and key."""

import os
import pathlib
import subprocess
import sys

import pytest
import requests

SNIPPETS = pathlib.Path(__file__).resolve().parent.parent / "examples" / "snippets"
BASE_URL = "http://127.0.0.1:8080/v1"


@pytest.fixture
def run(url, tmp_path):
    """Runs a snippet in an empty folder and returns what it printed."""

    def run(name, prefix="/v1"):
        code = (SNIPPETS / name).read_text()
        assert code.count(BASE_URL) == 1
        script = tmp_path / name
        script.write_text(code.replace(BASE_URL, url + prefix))
        environment = dict(os.environ, EVOLINK_API_KEY="any key")
        done = subprocess.run(
            [sys.executable, str(script)], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("prefix", ["/v1", "/evolink/v1"])
def test_text_to_image(run, look, tmp_path, prefix):
    assert run("text_to_image.py", prefix) == "Saved output.png\n"
    assert look((tmp_path / "output.png").read_bytes()) == ("PNG", 1024, 1024)


@pytest.mark.parametrize("prefix", ["/v1", "/evolink/v1"])
def test_edit(run, look, prefix):
    printed = run("edit.py", prefix)
    link = printed.removeprefix("Image ready: ").strip()
    reply = requests.get(link)
    assert reply.headers["content-type"] == "image/png"
    assert look(reply.content) == ("PNG", 3840, 2160)

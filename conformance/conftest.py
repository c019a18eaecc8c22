"""What the tests share: where the server is, and how to look at a picture."""

import base64
import io
import os
import pathlib
import shutil
import sys

import pytest
from PIL import Image
from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
# What the load tools measure at length, tests try in short.
sys.path[:0] = [str(HERE), str(HERE.parent / "load")]

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def url():
    return os.environ["PLANTAIN_URL"]


@pytest.fixture(scope="session")
def binary():
    return os.environ["PLANTAIN_BINARY"]


@pytest.fixture(scope="session")
def look():
    """Decodes a picture, given as bytes or base64, and returns its format, width and height."""

    def look(picture):
        data = base64.b64decode(picture, validate=True) if isinstance(picture, str) else picture
        image = Image.open(io.BytesIO(data))
        image.load()
        return image.format, *image.size

    return look


# Not for the whole session: its event loop would be in the way of other tests.
@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium."""
    chromium = shutil.which("chromium")
    assert chromium, "chromium is missing; scripts/setup.sh installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield browser
        browser.close()

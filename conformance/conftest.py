"""What the tests share: where the server is, and how to look at a picture."""

import base64
import io
import os
import pathlib
import sys

import pytest
from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
# What the load tools measure at length, tests try in short.
sys.path[:0] = [str(HERE), str(HERE.parent / "load")]


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

"""What the Python clients share: cases under names of operations, pictures, and one line for each outcome."""

import base64
import io
import json
import os
import traceback

URL = os.environ["PLANTAIN_URL"]
KEYED_URL = os.environ["PLANTAIN_KEYED_URL"]
ADMIN_ONLY_KEY = os.environ["PLANTAIN_ADMIN_ONLY_KEY"]
FAULTS_URL = os.environ["PLANTAIN_FAULTS_URL"]
POSTER = 'poster "HELLO" with a tree'

cases = []


def operation(name):
    """Marks a function as the case of an operation."""

    def mark(function):
        cases.append((name, function))
        return function

    return mark


def judge():
    """Runs every case and prints its outcome."""
    for name, function in cases:
        try:
            function()
            outcome = {"operation": name, "ok": True}
        except Exception as error:
            why = f"{type(error).__name__}: {error}"[:300]
            outcome = {"operation": name, "ok": False, "why": why, "trace": traceback.format_exc()[-1500:]}
        print("OUTCOME " + json.dumps(outcome), flush=True)


def is_png(data, size=None):
    """Fails unless data, bytes or base64, is a PNG of this size."""
    data = base64.b64decode(data, validate=True) if isinstance(data, str) else data
    assert data.startswith(b"\x89PNG\r\n\x1a\n"), data[:20]
    found = tuple(int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert size is None or found == size, found
    return data


def of_data_url(url):
    head, data = url.split(";base64,")
    assert head == "data:image/png", head
    return is_png(data)


def data_url(data):
    return "data:image/png;base64," + base64.b64encode(data).decode()


def named(data, name="picture.png"):
    file = io.BytesIO(data)
    file.name = name
    return file


def png(size, pixel):
    """A PNG of one colour, RGBA."""
    import struct
    import zlib

    width, height = size
    row = b"\x00" + bytes(pixel) * width
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b"")


def raises(kind, call):
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__}")

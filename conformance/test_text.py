"""Tesseract reads what the program set, and the scene says what should be there.

The scene must hold every text exactly. OCR misses plainly legible words (white on colour, display faces, huge letters,
patterned grounds), so its bound is low and on the mean over all prompts, by the best-matching stretch of what it read.
"""

import base64
import concurrent.futures
import difflib
import io
import json
import pathlib
import re
import shutil
import subprocess
import unicodedata

import pytest
import requests
from PIL import Image, ImageOps

PROMPTS = [json.loads(line) for line in (pathlib.Path(__file__).parent / "prompts.jsonl").read_text().splitlines()]
LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "pt": "por"}
# Share of letters that OCR must find, mean over all prompts; chance level is about 0.3.
OCR_MEAN_MIN = 0.75


def draw(url, row, scale):
    body = {
        "prompt": row["prompt"],
        "size": f"{row['width'] * scale}x{row['height'] * scale}",
        "seed": 1,
        "include_scene": True,
    }
    reply = requests.post(f"{url}/plantain/v1/images/generate", json=body, timeout=60)
    reply.raise_for_status()
    return reply.json()["images"][0]


def texts_of(node):
    """Returns the texts of a scene in document order, those of charts too."""
    content = node.get("content", {})
    found = [content["text"]] if content.get("kind") == "text" else []
    if content.get("kind") == "chart":
        found += [str(value) for value in walk(content)]
    for child in node.get("children", []):
        found += texts_of(child)
    return found


def walk(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)
    elif isinstance(value, str):
        yield value


def fold(text):
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("−", "-").replace("–", "-")).strip()


@pytest.mark.parametrize("row", PROMPTS, ids=[row["id"] for row in PROMPTS])
def test_every_text_stands_in_the_scene(url, row):
    image = draw(url, row, 1)
    whole = fold(" ".join(texts_of(image["scene"]["root"])))
    for text in row["texts"]:
        # A label and its value may stand in two places; each word must be there.
        parts = [text] if fold(text) in whole else text.split()
        for part in parts:
            assert fold(part) in whole, f"{part!r} of {text!r} is not in the scene: {whole}"


def views(png):
    """Returns the picture and the page models under which OCR reads most of it."""
    grey = ImageOps.autocontrast(Image.open(io.BytesIO(png)).convert("L"))
    return [(grey, 6), (grey, 11)]


def read(png, language, folder):
    words = []
    for n, (view, mode) in enumerate(views(png)):
        path = folder / f"{n}.png"
        view.save(path)
        command = ["tesseract", str(path), "-", "--psm", str(mode), "-l", language, "--dpi", "150"]
        words.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return " \n ".join(words)


def likeness(text, read_words):
    """Returns how much of `text` stands in the best-matching stretch of what was read, 0 to 1."""
    wanted, got = fold(text), fold(read_words)
    if wanted in got:
        return 1.0
    matcher = difflib.SequenceMatcher(None, got, wanted, autojunk=False)
    block = max(matcher.get_matching_blocks(), key=lambda b: b.size)
    start = max(0, block.a - block.b - 3)
    stretch = got[start : start + len(wanted) + 6]
    return difflib.SequenceMatcher(None, stretch, wanted, autojunk=False).ratio()


def score(url, row, folder):
    png = base64.b64decode(draw(url, row, 2)["b64_json"])
    place = folder / row["id"]
    place.mkdir()
    words = read(png, LANGUAGES[row["lang"]], place)
    return sum(likeness(text, words) for text in row["texts"]) / len(row["texts"])


def test_ocr_reads_the_words(url, tmp_path):
    assert shutil.which("tesseract"), "tesseract is missing; scripts/setup.sh installs it"
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        scores = dict(zip([row["id"] for row in PROMPTS], pool.map(lambda row: score(url, row, tmp_path), PROMPTS)))
    mean = sum(scores.values()) / len(scores)
    worst = sorted(scores.items(), key=lambda item: item[1])[:6]
    print(f"OCR: mean {mean:.3f} over {len(scores)} prompts; worst {worst}")
    assert mean >= OCR_MEAN_MIN, f"mean {mean:.3f}; worst {worst}"

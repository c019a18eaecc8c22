"""Brand kits, kept looks and letters in documents, as files show them."""

import base64
import io
import subprocess

import pytest
import requests
from PIL import Image


def draw(url, **body):
    reply = requests.post(f"{url}/plantain/v1/images/generate", json=body, timeout=60)
    reply.raise_for_status()
    return reply.json()["images"]


def picture(image):
    return Image.open(io.BytesIO(base64.b64decode(image["b64_json"]))).convert("RGB")


def data_url(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def test_a_brand_is_obeyed(url):
    logo = data_url(Image.new("RGB", (120, 40), "#ff00ff"))
    brand = {
        "colors": {"primary": "#0f766e", "background": "#fffaf0"},
        "fonts": {"heading": "Playfair Display", "body": "Nowhere Sans"},
        "logo": logo,
    }
    (image,) = draw(url, prompt='poster "Harvest Fair", 4 October', size="600x800", seed=2, brand=brand, include_scene=True)
    assert image["scene"]["theme"]["palette"]["accent"] == "#0f766e"
    assert image["scene"]["theme"]["fonts"]["heading"]["family"] == "Playfair Display"
    assert "font_replaced" in {note["code"] for note in image["notes"]}
    colors = {color: count for count, color in picture(image).getcolors(600 * 800)}
    assert colors.get((255, 0, 255), 0) > 500, "the logo is on it"
    assert colors.get((255, 250, 240), 0) > 600 * 800 * 0.2, "the ground is the brand's"


def test_a_series_keeps_one_look(url):
    (first,) = draw(url, prompt='poster "Harvest Fair"', size="600x800", seed=5, include_scene=True)
    for style_of in [first["b64_json"], first["scene"]]:
        (next_one,) = draw(
            url, prompt='poster "Winter Market"', size="600x800", seed=9, style_of=style_of, include_scene=True
        )
        assert next_one["scene"]["theme"] == first["scene"]["theme"]


def test_another_picture_gives_its_colours(url):
    photo = Image.new("RGB", (300, 300), "#f4efe6")
    photo.paste("#b3202c", (0, 0, 300, 80))
    (image,) = draw(url, prompt='poster "Winter Market"', seed=1, style_of=data_url(photo), include_scene=True)
    accent = image["scene"]["theme"]["palette"]["accent"]
    red, green, blue = (int(accent[n : n + 2], 16) for n in (1, 3, 5))
    assert red > 140 and green < 70 and blue < 80


def test_four_pictures_are_four_designs(url):
    images = draw(url, prompt='poster "Harvest Fair" with a pumpkin, 4 October', seed=3, count=4, include_scene=True)
    shapes = set()
    for image in images:
        texts = []

        def walk(node):
            if node.get("content", {}).get("kind") == "text":
                texts.append(str(node.get("layout")))
            for child in node.get("children", []):
                walk(child)

        walk(image["scene"]["root"])
        shapes.add(str(texts))
    assert len(shapes) >= 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"brand": {"colors": {"primary": "teal"}}}, "brand.colors.primary"),
        ({"brand": {"logo": base64.b64encode(b"no picture").decode()}}, "brand.logo"),
        ({"style_of": base64.b64encode(b"no picture").decode()}, "style_of"),
        ({"style_of": {"version": 99}}, "style_of"),
        ({"style_of": {"version": 1}}, "style_of"),
        ({"letters": "curly"}, "letters"),
        ({"letters": "text"}, "letters"),
    ],
)
def test_what_is_wrong_is_named(url, wrong, field):
    reply = requests.post(f"{url}/plantain/v1/images/generate", json={"prompt": "a poster", **wrong}, timeout=60)
    assert reply.status_code == 400
    assert reply.json()["error"]["field"] == field


def test_documents_hold_the_words(url, tmp_path):
    prompt = 'poster "Harvest Fair" "Saturday 4 October" "3-DAY PASS €40"'
    (image,) = draw(url, prompt=prompt, seed=4, size="600x800", format="pdf")
    path = tmp_path / "poster.pdf"
    path.write_bytes(base64.b64decode(image["b64_json"]))
    words = " ".join(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split())
    for text in ["Harvest", "Saturday 4 October", "3-DAY PASS €40"]:
        assert text.casefold() in words.casefold(), words
    (image,) = draw(url, prompt=prompt, seed=4, size="600x800", format="svg", letters="text")
    svg = base64.b64decode(image["b64_json"]).decode()
    assert "<text" in svg and "@font-face" in svg


def test_pdf_looks_like_the_picture(url, tmp_path):
    prompt = 'poster "Harvest Fair" "Saturday 4 October" with a pumpkin'
    (png,) = draw(url, prompt=prompt, seed=4, size="600x800")
    (pdf,) = draw(url, prompt=prompt, seed=4, size="600x800", format="pdf")
    path = tmp_path / "poster.pdf"
    path.write_bytes(base64.b64decode(pdf["b64_json"]))
    subprocess.run(["pdftoppm", "-r", "96", "-png", "-singlefile", path, tmp_path / "page"], check=True)
    page = Image.open(tmp_path / "page.png").convert("L").resize((600, 800))
    ours = picture(png).convert("L")
    far = sum(abs(a - b) > 70 for a, b in zip(page.getdata(), ours.getdata()))
    assert far < 600 * 800 * 0.01, f"{far} pixels differ"

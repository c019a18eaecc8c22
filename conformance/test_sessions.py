"""The guides' story, step by step, through every way of holding a conversation, on a drawn picture and on one like a photograph."""

import base64
import io
import random
import statistics

import pytest
import requests
from google import genai
from google.genai import types
from openai import OpenAI
from PIL import Image, ImageDraw, ImageFilter

STORY = [
    "remove the background",
    "change the shirt color to navy",
    "add a drop shadow",
    "now change the background to night, keep the foreground",
]
SIDE = 480
MIDDLE = (SIDE // 2, SIDE // 2)
CORNER = (6, 6)


def opened(data):
    return Image.open(io.BytesIO(data)).convert("RGBA")


def photograph():
    """A red shirt before a softly lit wall, with the grain of a camera."""
    chance = random.Random(7)
    wall = Image.new("RGB", (SIDE, SIDE))
    for y in range(SIDE):
        for x in range(SIDE):
            light = 206 + (x - y) * 24 // SIDE + chance.randint(-3, 3)
            wall.putpixel((x, y), (light, light, light - 4))
    shape = Image.new("L", (SIDE * 2, SIDE * 2))
    outline = [(330, 250), (420, 220), (540, 220), (630, 250), (760, 380), (690, 460), (640, 420), (640, 760), (320, 760), (320, 420), (270, 460), (200, 380)]
    ImageDraw.Draw(shape).polygon(outline, fill=255)
    shape = shape.resize((SIDE, SIDE), Image.LANCZOS)
    cloth = Image.new("RGB", (SIDE, SIDE))
    for y in range(SIDE):
        for x in range(SIDE):
            fold = 18 * ((x // 26) % 2) + chance.randint(-4, 4)
            cloth.putpixel((x, y), (188 - fold, 34 + fold // 4, 44 + fold // 4))
    cloth = cloth.filter(ImageFilter.GaussianBlur(2))
    file = io.BytesIO()
    Image.composite(cloth, wall, shape).save(file, "JPEG", quality=92)
    return file.getvalue()


@pytest.fixture(scope="module", params=["drawn", "photograph"])
def shirt(request, url):
    if request.param == "photograph":
        return photograph()
    body = {"prompt": "product photo of a red t-shirt on a white background", "size": f"{SIDE}x{SIDE}", "seed": 3, "output": "binary"}
    reply = requests.post(f"{url}/plantain/v1/images/generate", json=body, timeout=60)
    reply.raise_for_status()
    return reply.content


def native(url, shirt):
    base = f"{url}/plantain/v1/sessions"
    session = requests.post(base, json={"title": "the story"}, timeout=20).json()["id"]
    turns = f"{base}/{session}/turns"
    first = requests.post(turns, files={"image": ("shirt", shirt)}, timeout=60)
    assert first.status_code == 201, first.text
    for words in STORY:
        reply = requests.post(turns, json={"prompt": words}, timeout=120)
        assert reply.status_code == 201, f"{words}: {reply.text}"
        yield requests.get(reply.json()["images"][0]["url"], timeout=20).content
    whole = requests.get(f"{base}/{session}", timeout=20).json()
    assert [turn.get("prompt") for turn in whole["history"]] == [None, *STORY]
    for turn in whole["history"]:
        small = requests.get(turn["images"][0]["thumbnail_url"], timeout=20)
        assert max(opened(small.content).size) == 320
    assert requests.delete(f"{base}/{session}", timeout=20).status_code == 204
    assert requests.get(f"{base}/{session}", timeout=20).status_code == 404


def gemini(url, shirt):
    client = genai.Client(api_key="any", http_options=types.HttpOptions(base_url=f"{url}/gemini"))
    chat = client.chats.create(model="gemini-3.1-flash-image-preview")
    kind = "image/png" if shirt.startswith(b"\x89PNG") else "image/jpeg"
    said = [types.Part.from_bytes(data=shirt, mime_type=kind)]
    for words in STORY:
        reply = chat.send_message([*said, words])
        said = []
        (picture,) = [part.inline_data.data for part in reply.candidates[0].content.parts if part.inline_data]
        yield picture


def openai(url, shirt):
    client = OpenAI(base_url=f"{url}/openai/v1", api_key="any")
    kind = "png" if shirt.startswith(b"\x89PNG") else "jpeg"
    picture = {"type": "input_image", "image_url": f"data:image/{kind};base64,{base64.b64encode(shirt).decode()}"}
    previous, said = None, [picture]
    for words in STORY:
        content = [*said, {"type": "input_text", "text": words}]
        reply = client.responses.create(
            model="gpt-5.2",
            input=[{"role": "user", "content": content}],
            tools=[{"type": "image_generation"}],
            previous_response_id=previous,
        )
        previous, said = reply.id, []
        (call,) = [item for item in reply.output if item.type == "image_generation_call"]
        yield base64.b64decode(call.result)


@pytest.mark.parametrize("talk", [native, gemini, openai])
def test_the_guides_story(url, shirt, talk):
    cut, navy, shadow, night = [opened(picture) for picture in talk(url, shirt)]
    assert {picture.size for picture in (cut, navy, shadow, night)} == {(SIDE, SIDE)}
    red, _, blue, alpha = cut.getpixel(MIDDLE)
    assert red > 2 * blue and alpha == 255 and cut.getpixel(CORNER)[3] == 0
    red, _, blue, alpha = navy.getpixel(MIDDLE)
    assert blue > red and blue < 170 and alpha == 255 and navy.getpixel(CORNER)[3] == 0
    # The shadow is soft, and falls beside the shirt: the shirt itself stays.
    fallen = sum(a != b for a, b in zip(navy.getchannel("A").tobytes(), shadow.getchannel("A").tobytes()))
    assert fallen > SIDE and shadow.getpixel(MIDDLE) == navy.getpixel(MIDDLE)
    # The ground is dark and filled, whatever clouds are in its sky; the shirt is as it was.
    sky = [night.getpixel((x, CORNER[1])) for x in range(0, SIDE, 8)]
    assert {alpha for *_, alpha in sky} == {255} and statistics.median(sum(pixel[:3]) for pixel in sky) < 250
    assert all(abs(a - b) <= 2 for a, b in zip(night.getpixel(MIDDLE), shadow.getpixel(MIDDLE)))

"""Edits, as the guides and the SDKs make them: by instruction, by mask, in conversation."""

import base64
import io

import pytest
import requests
from google import genai
from google.genai import types
from openai import BadRequestError, OpenAI, UnprocessableEntityError
from PIL import Image, ImageChops, ImageDraw


def pixels(data):
    data = base64.b64decode(data) if isinstance(data, str) else data
    return Image.open(io.BytesIO(data))


def png(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def drawn(url, prompt, size="512x512", seed=1, **more):
    body = {"prompt": prompt, "size": size, "seed": seed, **more}
    reply = requests.post(f"{url}/plantain/v1/images/generate", json=body, timeout=60)
    reply.raise_for_status()
    return base64.b64decode(reply.json()["images"][0]["b64_json"])


def edit(url, image, prompt, **more):
    body = {"image": base64.b64encode(image).decode(), "prompt": prompt, **more}
    return requests.post(f"{url}/plantain/v1/images/edit", json=body, timeout=120)


def edited(url, image, prompt, **more):
    reply = edit(url, image, prompt, **more)
    assert reply.status_code == 200, reply.text
    (picture,) = reply.json()["images"]
    return base64.b64decode(picture["b64_json"]), picture


def texts(scene):
    found, nodes = [], [scene["root"]]
    while nodes:
        node = nodes.pop()
        if node.get("content", {}).get("kind") == "text":
            found.append(node["content"]["text"])
        nodes.extend(node.get("children", []))
    return found


@pytest.fixture(scope="module")
def product():
    """A picture from elsewhere: a round thing before a plain wall, without a scene."""
    image = Image.new("RGB", (480, 360), (236, 236, 232))
    draw = ImageDraw.Draw(image)
    draw.ellipse((160, 90, 320, 270), fill=(178, 34, 52))
    return png(image)


@pytest.mark.parametrize("format", ["png", "jpeg", "webp"])
def test_a_picture_made_here_is_edited_by_its_scene(url, format):
    image = drawn(url, 'poster "SUMMER SALE" "50% OFF" "This weekend"', format=format)
    data, picture = edited(url, image, 'change "SUMMER SALE" to "AUTUMN SALE"', include_scene=True, seed=5)
    assert picture["edit"]["located_by"] == "scene"
    assert 0 < picture["edit"]["changed_fraction"] < 1
    shown = texts(picture["scene"])
    assert "AUTUMN SALE" in shown and "SUMMER SALE" not in shown
    assert {"50% OFF", "This weekend"} <= set(shown)
    again, _ = edited(url, image, 'change "SUMMER SALE" to "AUTUMN SALE"', include_scene=True, seed=5)
    assert again == data, "the same edit gives the same bytes"


def test_edits_follow_one_another(url):
    image = drawn(url, 'poster "OPEN DAY" "Saturday 10 am" with a tree')
    steps = ['change "OPEN DAY" to "OPEN HOUSE"', "make the background navy", "make the title bigger"]
    for step in steps:
        image, picture = edited(url, image, step, include_scene=True)
        assert picture["edit"]["located_by"] == "scene", step
    assert "OPEN HOUSE" in texts(picture["scene"])


def test_the_guides_story(url, product):
    cut, picture = edited(url, product, "remove the background")
    cut = pixels(cut)
    assert cut.mode == "RGBA" and cut.getpixel((5, 5))[3] == 0
    assert cut.getpixel((240, 180)) == (178, 34, 52, 255), "the subject is untouched"
    navy, _ = edited(url, product, "change the ball color to navy")
    r, g, b = pixels(navy).convert("RGB").getpixel((240, 180))
    assert b > r and b > g
    shadow, _ = edited(url, product, "add a drop shadow")
    assert ImageChops.difference(pixels(shadow).convert("RGB"), pixels(product)).getbbox()
    night, _ = edited(url, product, "now change the background to night, keep the foreground")
    night = pixels(night).convert("RGB")
    assert night.getpixel((240, 180)) == (178, 34, 52)
    assert sum(night.getpixel((5, 5))) < 3 * 128


@pytest.mark.parametrize(
    ("mode", "inside", "outside"),
    [("alpha", (0, 0, 0, 0), (0, 0, 0, 255)), ("white", (255,) * 3, (0,) * 3), ("black", (0,) * 3, (255,) * 3)],
)
def test_every_byte_outside_of_a_mask_is_kept(url, mode, inside, outside):
    image = Image.effect_noise((200, 150), 90).convert("RGB")
    mask = Image.new("RGBA" if mode == "alpha" else "RGB", image.size, outside)
    box = (40, 30, 120, 100)
    mask.paste(inside, box)
    data, picture = edited(
        url, png(image), "make it black and white and brighter",
        mask=base64.b64encode(png(mask)).decode(), mask_mode=mode,
    )
    assert picture["edit"]["located_by"] == "mask"
    after = pixels(data).convert("RGB")
    changed = ImageChops.difference(after, image).getbbox()
    assert changed and box[0] <= changed[0] and changed[2] <= box[2] and box[1] <= changed[1] and changed[3] <= box[3]


def test_masks_may_be_drawn_as_shapes(url, product):
    shapes = [{"box": [10, 10, 60, 40]}, {"polygon": [[400, 300], [470, 300], [435, 350]]}]
    data, picture = edited(url, product, "fill it with blue", mask_shapes=shapes)
    assert picture["edit"]["located_by"] == "mask"
    after = pixels(data).convert("RGB")
    r, g, b = after.getpixel((30, 30))
    assert b > r and after.getpixel((435, 310)) != (236, 236, 232)
    assert after.getpixel((200, 30)) == (236, 236, 232)


@pytest.mark.parametrize(
    ("prompt", "code"),
    [
        ("frobnicate the whatsit", "not_understood"),
        ("make the person smile", "needs_generative_engine"),
        ("change the zebra to green", "target_not_located"),
    ],
)
def test_nothing_is_guessed(url, product, prompt, code):
    reply = edit(url, product, prompt)
    assert reply.status_code == 422, reply.text
    assert reply.json()["error"]["code"] == code


def test_what_is_sent_is_checked(url, product):
    text = base64.b64encode(product).decode()
    wrong = base64.b64encode(png(Image.new("RGB", (10, 10), "white"))).decode()
    cases = [
        ({"prompt": "remove the background"}, 400, "image"),
        ({"image": text}, 400, "prompt"),
        ({"image": base64.b64encode(product[:200]).decode(), "prompt": "crop to 1:1"}, 400, "image"),
        ({"image": text, "prompt": "blur it", "mask": wrong}, 400, "mask"),
        ({"images": [text] * 17, "prompt": "put these side by side"}, 400, "image"),
        ({"image": "http://127.0.0.1:9/x.png", "prompt": "blur it"}, 400, "image"),
    ]
    for body, status, field in cases:
        reply = requests.post(f"{url}/plantain/v1/images/edit", json=body, timeout=60)
        assert (reply.status_code, reply.json()["error"]["field"]) == (status, field), reply.text
    reply = requests.post(
        f"{url}/plantain/v1/images/edit", data={"prompt": "remove the background", "seed": "3"}, files={"image": product}, timeout=60
    )
    assert reply.status_code == 200, reply.text


def test_openai_edits_one_several_and_by_mask(url, product):
    client = OpenAI(base_url=f"{url}/v1", api_key="k")
    reply = client.images.edit(model="gpt-image-1", image=io.BytesIO(product), prompt="make the background yellow")
    assert pixels(reply.data[0].b64_json).convert("RGB").getpixel((240, 180)) == (178, 34, 52)
    both = client.images.edit(model="gpt-image-1", image=[product, product], prompt="put these side by side")
    width, height = pixels(both.data[0].b64_json).size
    assert width > height * 2
    mask = Image.new("RGBA", (480, 360), (0, 0, 0, 255))
    mask.paste((0, 0, 0, 0), (0, 0, 100, 100))
    part = client.images.edit(model="gpt-image-1", image=product, mask=png(mask), prompt="fill it with green")
    part = pixels(part.data[0].b64_json).convert("RGB")
    assert part.getpixel((101, 50)) == (236, 236, 232) and part.getpixel((50, 50)) != (236, 236, 232)
    with pytest.raises(BadRequestError, match="see-through"):
        client.images.edit(model="gpt-image-1", image=product, mask=product, prompt="fill it with green")
    with pytest.raises(UnprocessableEntityError, match="generative"):
        client.images.edit(model="gpt-image-1", image=product, prompt="make the person smile")
    events = client.images.edit(model="gpt-image-1", image=product, prompt="make it sepia", stream=True)
    assert [event.type for event in events][-1] == "image_edit.completed"


@pytest.mark.parametrize("size", ["1024x1024", "300x200", "256x512", "16:9"])
def test_the_size_asked_for_is_the_size_of_the_edit(url, product, size):
    ours = drawn(url, 'poster "OPEN DAY" "Saturday 10 am" with a tree', size="640x480")
    for image, prompt in [(product, "make it sepia"), (ours, 'change "OPEN DAY" to "OPEN HOUSE"')]:
        data, picture = edited(url, image, prompt, size=size)
        width, height = pixels(data).size
        if "x" in size:
            assert f"{width}x{height}" == size
        else:
            assert abs(width / height - 16 / 9) < 0.02
        assert picture["edit"]["changed_fraction"] == 1
    client = OpenAI(base_url=f"{url}/v1", api_key="k")
    reply = client.images.edit(model="gpt-image-1", image=product, prompt="make it sepia", size="1024x1536")
    assert pixels(reply.data[0].b64_json).size == (1024, 1536)


def test_the_background_asked_for_is_that_of_the_edit(url, product):
    clear, _ = edited(url, product, "brighten it", background="transparent")
    assert pixels(clear).mode == "RGBA" and pixels(clear).getpixel((5, 5))[3] == 0
    white, _ = edited(url, product, "remove the background", background="opaque")
    assert pixels(white).mode == "RGB" and pixels(white).getpixel((5, 5)) == (255, 255, 255)
    reply = edit(url, product, "make it sepia", format="svg")
    assert (reply.status_code, reply.json()["error"]["code"]) == (422, "engine_cannot")


def test_openai_edits_in_json(url, product):
    data_url = "data:image/png;base64," + base64.b64encode(product).decode()
    body = {"prompt": "rotate 90 degrees", "images": [{"image_url": data_url}]}
    reply = requests.post(f"{url}/v1/images/edits", json=body, timeout=60)
    assert pixels(reply.json()["data"][0]["b64_json"]).size == (360, 480), reply.text


def picture_of(reply):
    parts = reply.candidates[0].content.parts
    (data,) = [part.inline_data.data for part in parts if part.inline_data]
    return pixels(data)


def test_gemini_edits_and_goes_on_in_a_chat(url, product):
    client = genai.Client(api_key="k", http_options=types.HttpOptions(base_url=url))
    model = "gemini-3.1-flash-image-preview"
    image = types.Part.from_bytes(data=product, mime_type="image/png")
    reply = client.models.generate_content(model=model, contents=["make the background light blue", image])
    assert picture_of(reply).size == (480, 360)
    chat = client.chats.create(model=model)
    first = chat.send_message('a poster "GARDEN PARTY" with a tree')
    second = chat.send_message('change "GARDEN PARTY" to "TEA PARTY"')
    third = chat.send_message("make the background light green")
    sizes = {picture_of(turn).size for turn in (first, second, third)}
    assert len(sizes) == 1
    assert picture_of(second).tobytes() != picture_of(third).tobytes()


def test_gemini_takes_a_mask_among_the_pictures(url, product):
    client = genai.Client(api_key="k", http_options=types.HttpOptions(base_url=url))
    mask = Image.new("L", (480, 360), 0)
    mask.paste(255, (0, 0, 100, 100))
    parts = [types.Part.from_bytes(data=data, mime_type="image/png") for data in (product, png(mask))]
    reply = client.models.generate_content(
        model="gemini-3.1-flash-image-preview", contents=[*parts, "Fill the masked area with green"]
    )
    after = picture_of(reply).convert("RGB")
    assert after.getpixel((150, 50)) == (236, 236, 232) and after.getpixel((50, 50)) != (236, 236, 232)


def test_evolink_edits_by_link(url, product):
    body = {"prompt": 'poster "NIGHT RUN"', "size": "512x512", "output": "url"}
    link = requests.post(f"{url}/plantain/v1/images/generate", json=body, timeout=60).json()["images"][0]["url"]
    body = {"prompt": 'change "NIGHT RUN" to "DAWN RUN"', "image_urls": [link], "response_format": "b64_json"}
    reply = requests.post(f"{url}/v1/images/generate", json=body, timeout=60)
    assert pixels(reply.json()["data"][0]["b64_json"]).size == (512, 512), reply.text
    body = {"prompt": "blur it", "image_urls": ["http://169.254.169.254/latest/meta-data"]}
    assert requests.post(f"{url}/v1/images/generate", json=body, timeout=60).status_code == 400

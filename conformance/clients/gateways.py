"""Gateways as their documents show them: Evolink, AtlasCloud, WisGate and the guides' route, driven by `requests`."""

import os
import time
import uuid

import requests

from judge import *

GUEST_URL = os.environ["PLANTAIN_TLS_URL"]
HOOK_URL = os.environ["PLANTAIN_HOOK_URL"]
MODEL = "gemini-3.1-flash-image-preview"
KEY = {"Authorization": "Bearer any-key"}
# `requests` brings certificates of its own, and has to be told of the suite's.
CERTIFICATES = os.environ["SSL_CERT_FILE"]
WAIT_SECONDS = 60
RED, BLUE = (200, 30, 30, 255), (20, 40, 200, 255)


def post(path, body, base=URL, headers=KEY, **more):
    return requests.post(base + path, headers=headers, json=body, timeout=WAIT_SECONDS, verify=CERTIFICATES, **more)


def good(reply):
    assert reply.status_code == 200, f"{reply.status_code} {reply.text[:300]}"
    return reply.json()


def fetched(link, size=None):
    return is_png(requests.get(link, timeout=WAIT_SECONDS).content, size)


# Evolink: everything is a task.


def evolink(**fields):
    return good(post("/v1/images/generations", {"model": MODEL, "prompt": POSTER, "size": "1:1", "quality": "0.5K", **fields}))


def evolink_ended(task):
    deadline = time.monotonic() + WAIT_SECONDS
    while (task := good(requests.get(f"{URL}/v1/tasks/{task['id']}", headers=KEY)))["status"] in ("pending", "processing"):
        assert time.monotonic() < deadline, task
        time.sleep(0.1)
    return task


@operation("Evolink: generate")
def evolink_generate():
    task = evolink()
    assert task["id"].startswith("task-unified-") and task["object"] == "image.generation.task"
    assert task["status"] in ("pending", "processing", "completed") and task["task_info"]["can_cancel"] in (True, False)
    done = evolink_ended(task)
    assert done["status"] == "completed" and done["progress"] == 100, done
    fetched(done["results"][0], (512, 512))


@operation("Evolink: edit")
def evolink_edit():
    upload = {"base64_data": data_url(png((96, 64), RED)), "file_name": "red.png"}
    link = good(post("/api/v1/files/upload/base64", upload))["data"]["file_url"]
    done = evolink_ended(evolink(prompt="make it black and white", image_urls=[link]))
    assert done["status"] == "completed", done
    fetched(done["results"][0])


@operation("Evolink: files")
def evolink_files():
    picture = png((96, 64), BLUE)
    form = {"file": ("blue.png", picture, "image/png")}
    kept = good(requests.post(URL + "/api/v1/files/upload/stream", headers=KEY, files=form, data={"fileName": "b.png"}))["data"]
    assert requests.get(kept["file_url"]).content == picture
    assert requests.get(kept["download_url"], headers=KEY).content == picture


@operation("Evolink: callback")
def evolink_callback():
    hook = f"{HOOK_URL}/{uuid.uuid4()}"
    body = {"model": MODEL, "prompt": POSTER, "size": "16:9", "quality": "0.5K", "callback_url": hook}
    task = good(post("/v1/images/generations", body, GUEST_URL))
    (told,) = requests.get(hook, timeout=WAIT_SECONDS).json()
    told = json.loads(base64.b64decode(told["body"]))
    assert (told["id"], told["status"]) == (task["id"], "completed")
    assert told["results"], told


@operation("Evolink: errors")
def evolink_errors():
    wrong = post("/v1/images/generations", {"model": MODEL, "prompt": POSTER, "size": "7:2", "quality": "2K"})
    assert wrong.status_code == 400 and wrong.json()["error"]["code"] and wrong.json()["error"]["message"]
    key = post("/evolink/v1/images/generations", {"model": MODEL, "prompt": POSTER}, KEYED_URL)
    assert key.status_code == 401 and key.json()["error"]["code"]
    assert requests.get(URL + "/v1/tasks/nonsense", headers=KEY).json()["error"]["code"] == "invalid_task_id"
    unknown = "task-unified-1757165031-00000000000000000000000000"
    assert requests.get(f"{URL}/v1/tasks/{unknown}", headers=KEY).status_code == 404


@operation("guides: both snippets")
def guides():
    body = {"model": MODEL, "prompt": POSTER, "size": "1024x1024", "response_format": "b64_json"}
    is_png(good(post("/v1/images/generate", body))["data"][0]["b64_json"], (1024, 1024))
    body = {"model": MODEL, "prompt": POSTER, "resolution": "640x360", "format": "png"}
    fetched(good(post("/v1/images/generate", body))["data"]["url"], (640, 360))


# AtlasCloud: predictions.


def atlas(model, **fields):
    reply = good(post("/api/v1/model/generateImage", {"model": model, **fields}))
    prediction = reply["data"]["id"]
    assert reply["id"] == prediction
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        state = good(requests.get(f"{URL}/api/v1/model/prediction/{prediction}", headers=KEY))["data"]
        if state["status"] in ("completed", "succeeded"):
            return state["outputs"]
        assert state["status"] == "processing" and time.monotonic() < deadline, state
        time.sleep(0.1)


@operation("AtlasCloud: generate")
def atlas_generate():
    fields = {"prompt": POSTER, "aspect_ratio": "16:9", "resolution": "1k", "output_format": "png"}
    for model in ("google/nano-banana-2/text-to-image", "google/nano-banana-2/text-to-image-developer"):
        (link,) = atlas(model, **fields)
        fetched(link, (1376, 768))
    (link,) = atlas("google/nano-banana-2/text-to-image", input=fields)
    fetched(link, (1376, 768))


@operation("AtlasCloud: edit")
def atlas_edit():
    form = {"file": ("red.png", png((96, 64), RED), "image/png")}
    uploaded = good(requests.post(URL + "/api/v1/model/uploadMedia", headers=KEY, files=form))
    link = uploaded.get("url") or uploaded["data"]["url"]
    (link,) = atlas("google/nano-banana-2/edit", prompt="make it black and white", images=[link], output_format="png")
    fetched(link)


@operation("AtlasCloud: errors")
def atlas_errors():
    wrong = post("/api/v1/model/generateImage", {"model": "google/nano-banana-2/text-to-image"})
    assert wrong.status_code == 400 and wrong.json()["code"] == 400 and wrong.json()["message"]
    assert post("/api/v1/model/generateImage", {"model": "no/such", "prompt": "a"}).status_code == 404
    assert requests.get(URL + "/api/v1/model/prediction/none", headers=KEY).status_code == 404


# WisGate and JuheAPI: Google's dialect, and a chat of OpenAI's shape.

GOOGLE = {"x-goog-api-key": "any-key"}
CONFIG = {"responseModalities": ["TEXT", "IMAGE"], "imageConfig": {"aspectRatio": "1:1", "imageSize": "0.5K"}}


def wisgate(parts, method="generateContent", headers=GOOGLE, base="", **more):
    body = {"contents": [{"role": "user", "parts": parts}], "tools": [{"google_search": {}}], "generationConfig": CONFIG}
    return post(f"{base}/v1beta/models/{MODEL}:{method}", body, headers=headers, **more)


def inline(reply):
    parts = reply["candidates"][0]["content"]["parts"]
    return next(part["inlineData"]["data"] for part in parts if "inlineData" in part)


@operation("WisGate: generate")
def wisgate_generate():
    for headers in (GOOGLE, KEY, {"Authorization": "any-key"}):
        for base in ("", "/wisgate"):
            is_png(inline(good(wisgate([{"text": POSTER}], headers=headers, base=base))), (512, 512))


@operation("WisGate: edit")
def wisgate_edit():
    picture = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(png((96, 64), RED)).decode()}}
    is_png(inline(good(wisgate([{"text": "make it black and white"}, picture]))))


@operation("WisGate: stream")
def wisgate_stream():
    with wisgate([{"text": POSTER}], "streamGenerateContent?alt=sse", stream=True) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        frames = [json.loads(line.removeprefix(b"data: ")) for line in reply.iter_lines() if line.startswith(b"data: ")]
    pictures = [frame for frame in frames if any("inlineData" in part for part in frame["candidates"][0]["content"]["parts"])]
    is_png(inline(pictures[-1]), (512, 512))


@operation("WisGate: chat")
def wisgate_chat():
    body = {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": POSTER}], "modalities": ["image", "text"]}
    message = good(post("/wisgate/v1/chat/completions", body))["choices"][0]["message"]
    of_data_url(message["images"][0]["image_url"]["url"])


@operation("WisGate: errors")
def wisgate_errors():
    wrong = post(f"/v1beta/models/{MODEL}:generateContent", {"contents": []}, headers=GOOGLE)
    assert wrong.status_code == 400 and wrong.json()["error"]["status"] == "INVALID_ARGUMENT"


judge()

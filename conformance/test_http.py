"""Plain HTTP, where no SDK goes: the native API, links, limits."""

import base64
import concurrent.futures
import pathlib
import re

import pytest
import requests

GENERATE = "/plantain/v1/images/generate"


@pytest.mark.parametrize(
    ("format", "kind"), [("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")]
)
def test_binary(url, look, format, kind):
    body = {"prompt": "a poster", "size": "640x360", "format": format, "output": "binary"}
    reply = requests.post(url + GENERATE, json=body)
    assert reply.headers["content-type"] == f"image/{format}"
    assert look(reply.content) == (kind, 640, 360)


def test_links(url):
    reply = requests.post(url + GENERATE, json={"prompt": "a poster", "size": "512", "output": "url"})
    link = reply.json()["images"][0]["url"]
    whole = requests.get(link)
    part = requests.get(link, headers={"Range": "bytes=0-7"})
    assert part.status_code == 206 and part.content == whole.content[:8]
    assert requests.get(link, headers={"If-None-Match": whole.headers["etag"]}).status_code == 304
    head = requests.head(link)
    assert int(head.headers["content-length"]) == len(whole.content)
    assert requests.get(link.replace("/o/", "/o/1")).status_code == 404


def test_a_scene_makes_the_round_trip(url):
    body = {"prompt": "a poster titled \"Hello\"", "size": "512x512", "seed": 3, "include_scene": True}
    first = requests.post(url + GENERATE, json=body).json()["images"][0]
    again = requests.post(url + "/plantain/v1/scenes/render", json={"scene": first["scene"], "include_scene": True})
    assert again.status_code == 200, again.text
    image = again.json()["images"][0]
    assert (image["width"], image["height"]) == (512, 512)
    plan = requests.post(url + "/plantain/v1/scenes/plan", json={k: body[k] for k in ("prompt", "size", "seed")})
    assert plan.json()["scene"] == first["scene"]


def test_schema_and_document(url):
    schema = requests.get(url + "/plantain/v1/scene.schema.json").json()
    assert schema["title"] == "Scene"
    assert requests.get(url + "/openapi.json").json()["openapi"].startswith("3.1")


def test_the_page_about_the_api_names_every_path(url):
    """Of `/openapi.json`, whole or without the base that its protocol has."""
    page = (pathlib.Path(__file__).parent.parent / "docs" / "api.md").read_text()
    named = set(re.findall(r"`([^`]+)`", page))
    bases = r"^/(plantain/v1|openai/v1|replicate/v1|evolink/v1|evolink/api/v1|atlascloud/api/v1|fal|v1beta|v1)/"
    paths = requests.get(url + "/openapi.json").json()["paths"]
    assert len(paths) > 80
    missing = [path for path in paths if not {path, re.sub(bases, "", path)} & named]
    assert missing == []


def test_a_body_over_the_limit_is_refused_in_words(url):
    reply = requests.post(url + "/v1/images/generations", data=b" " * (101 << 20))
    assert reply.status_code == 413
    assert reply.json()["error"]["code"] == "body_too_large"


def test_many_at_once_are_all_right(url, look):
    def draw(seed):
        body = {"prompt": "a poster titled \"Hello\"", "size": "256x256", "seed": seed % 4}
        return requests.post(url + GENERATE, json=body).json()["images"][0]["b64_json"]

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        drawn = list(pool.map(draw, range(64)))
    assert all(drawn[n] == drawn[n % 4] for n in range(64))
    assert look(base64.b64decode(drawn[0])) == ("PNG", 256, 256)


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"X-Forwarded-For": "10.0.0.1"}],
)
def test_an_open_server_answers_this_machine_only(url, headers):
    reply = requests.post(url + GENERATE, json={"prompt": "x"}, headers=headers)
    assert reply.status_code in (401, 403)

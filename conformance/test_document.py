"""The OpenAPI document: every example in it is executed and answered as documented; whatever else fits it, or does not, is
answered without a failure of the server and in the documented shape."""

import io
import os
import time
import urllib.parse

import pytest
import schemathesis
from schemathesis.specs.openapi import checks
from hypothesis import HealthCheck, Phase, settings
from PIL import Image

import document
from document import Document, Site, operations
from server import Server

KEY = "a long enough admin key"
WAIT_SECONDS = 30
# What is tried of each operation; the same each time.
TRIES = 10
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]

DOCUMENT = document.read()
EXAMPLES = [
    (name, media_type)
    for name, operation in operations(DOCUMENT)
    for media_type in operation.get("requestBody", {}).get("content", {"": {}})
]


@pytest.fixture(scope="module")
def site():
    picture = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(picture, "PNG")
    with Site(picture.getvalue()) as site:
        yield site


def serve(binary, folder, site, *arguments):
    environment = dict(os.environ, PLANTAIN_ADMIN_KEY=KEY)
    server = Server(binary, folder / "data", environment, ["--allow-fetch", "127.0.0.1", *arguments])
    with server:
        yield Document(server.url, KEY, site.url)


@pytest.fixture(scope="module")
def plantain(binary, tmp_path_factory, site):
    yield from serve(binary, tmp_path_factory.mktemp("document"), site)


@pytest.fixture(scope="module")
def asleep(binary, tmp_path_factory, site):
    """A server that draws nothing of what is queued: what is cancelled there has not ended."""
    yield from serve(binary, tmp_path_factory.mktemp("asleep"), site, "--no-worker")


@pytest.fixture(scope="module")
def fuzzed(binary, tmp_path_factory, site):
    yield from serve(binary, tmp_path_factory.mktemp("fuzzed"), site)


@pytest.mark.parametrize(("name", "media_type"), EXAMPLES)
def test_example(plantain, asleep, name, media_type):
    server = asleep if "cancel" in name or name == "POST /v1beta/batches/{name}" else plantain
    known = PREPARE[name](server) if name in PREPARE else {}
    answer = server.send(name, media_type, **known)
    documented = server.operation(name)["responses"]
    assert 200 <= answer.status_code < 300, f"{answer.status_code} {answer.text[:1000]}"
    assert str(answer.status_code) in documented
    method, path = name.split(" ", 1)
    operation = SCHEMA[path][method]
    path_parameters = {each.name: "-" for each in operation.path_parameters}
    operation.Case(path_parameters=path_parameters, media_type=media_type or None).validate_response(answer, checks=CHECKS)


def a_picture_link(server):
    answer = server.send("POST /plantain/v1/images/generate").json()
    return urllib.parse.urlsplit(answer["images"][0]["url"]).path.split("/")


def output(server):
    _, _, expires, signature, name = a_picture_link(server)
    return {"expires": expires, "signature": signature, "name": name}


def stored_file(server):
    a_picture_link(server)
    return {}


def upload(server):
    link = server.send("POST /evolink/api/v1/files/upload/base64").json()["data"]["file_url"]
    _, _, ticket, name = urllib.parse.urlsplit(link).path.split("/")
    return {"ticket": ticket, "name": name}


def render(server):
    address = urllib.parse.urlsplit(server.send("POST /plantain/v1/renders/sign").json()["url"])
    _, _, signature, name = address.path.split("/")
    return {"signature": signature, "name": urllib.parse.unquote(name)} | dict(urllib.parse.parse_qsl(address.query))


def stream(server):
    prediction = server.send("POST /replicate/v1/predictions").json()
    return {"ticket": prediction["urls"]["stream"].rsplit("/", 1)[1]}


def google_file(server):
    start = server.send("POST /upload/v1beta/files")
    headers = {"x-goog-upload-command": "upload, finalize", "x-goog-upload-offset": "0"}
    done = server.session.post(start.headers["x-goog-upload-url"], data=a_png(), headers=headers).json()
    return {"name": done["file"]["name"].removeprefix("files/")}


def google_batch(server):
    request = server.operation("POST /v1beta/models/{call}")["requestBody"]["content"]["application/json"]["example"]
    body = {"batch": {"displayName": "b", "inputConfig": {"requests": {"requests": [{"request": request}]}}}}
    path = "/v1beta/models/gemini-3.1-flash-image-preview:batchGenerateContent"
    return server.session.post(server.url + path, json=body).json()["name"].removeprefix("batches/")


def session_of_two(server):
    session = server.send("POST /plantain/v1/sessions").json()["id"]
    for prompt in ("a poster, title \"One\"", "make the title red"):
        turn = {"prompt": prompt, "size": "512x512"} if "poster" in prompt else {"prompt": prompt}
        answer = server.session.post(f"{server.url}/plantain/v1/sessions/{session}/turns", json=turn)
        assert answer.status_code == 201, answer.text
    return {"id": session}


def a_webhook(server):
    """Waits until the webhook of a task was delivered."""
    server.send("POST /plantain/v1/tasks")
    deadline = time.monotonic() + WAIT_SECONDS
    while not server.send("GET /plantain/v1/webhooks").json()["webhooks"]:
        assert time.monotonic() < deadline, "no webhook was delivered"
        time.sleep(0.05)
    return {}


def a_png():
    picture = io.BytesIO()
    Image.new("RGB", (16, 16)).save(picture, "PNG")
    return picture.getvalue()


# What no link of the document can say: parts of addresses, names with a prefix, what must have happened before.
PREPARE = {
    "GET /o/{expires}/{signature}/{name}": output,
    "GET /r/{signature}/{name}": render,
    "GET /u/{ticket}/{name}": upload,
    "GET /replicate/v1/streams/{ticket}": stream,
    "DELETE /plantain/v1/files/{name}": stored_file,
    "PUT /plantain/v1/files/{name}/pin": stored_file,
    "DELETE /plantain/v1/files/{name}/pin": stored_file,
    "POST /plantain/v1/sessions/{id}/undo": session_of_two,
    "GET /plantain/v1/webhooks/{id}": a_webhook,
    "POST /plantain/v1/webhooks/{id}/replay": a_webhook,
    "GET /v1beta/files/{name}": google_file,
    "DELETE /v1beta/files/{name}": google_file,
    "GET /v1beta/batches/{name}": lambda server: {"name": google_batch(server)},
    "DELETE /v1beta/batches/{name}": lambda server: {"name": google_batch(server)},
    "POST /v1beta/batches/{name}": lambda server: {"name": google_batch(server) + ":cancel"},
}

SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Whatever looks like an address leads to this machine."""
    case.body = at_home(case.body)


def at_home(value):
    if isinstance(value, str) and "://" in value:
        return "http://127.0.0.1:9/nothing"
    if isinstance(value, list):
        return [at_home(each) for each in value]
    if isinstance(value, dict):
        return {name: at_home(each) for name, each in value.items()}
    return value


@SCHEMA.parametrize()
@settings(
    max_examples=TRIES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_anything(case, fuzzed):
    headers = {"authorization": f"Bearer {KEY}"}
    answer = case.call(base_url=fuzzed.url, headers=headers, timeout=document.REQUEST_SECONDS)
    case.validate_response(answer, checks=CHECKS)

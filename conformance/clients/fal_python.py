"""The `fal-client` SDK of Python. It speaks https only, and reads where to from its environment."""

import base64
import json
import os
import subprocess
import sys
import tempfile
import uuid
from urllib.request import urlopen

GUEST_URL = os.environ["PLANTAIN_TLS_URL"]
HOST = GUEST_URL.removeprefix("https://")
os.environ |= {"FAL_KEY": "any:key", "FAL_RUN_HOST": HOST + "/fal", "FAL_QUEUE_RUN_HOST": HOST + "/fal/queue"}

import fal_client
import fal_client.client
from judge import *
from nacl.signing import VerifyKey

# Where files are sent is no setting of this SDK.
fal_client.client.REST_URL = GUEST_URL + "/fal/rest"
fal_client.client.CDN_URL = GUEST_URL + "/fal/cdn"

MODEL = "fal-ai/nano-banana-2"
HELLO = {"prompt": POSTER, "resolution": "0.5K"}
HTTPError = getattr(fal_client.client, "FalClientHTTPError")


def fetch(url):
    return urlopen(url).read()


def shown(reply, at=0):
    return is_png(fetch(reply["images"][at]["url"]))


def elsewhere(host, code):
    """Runs code in a process whose SDK talks to another server, and returns what it prints."""
    environment = dict(os.environ, FAL_RUN_HOST=host + "/fal", FAL_QUEUE_RUN_HOST=host + "/fal/queue")
    head = "import fal_client, json\nfrom fal_client.client import FalClientHTTPError\n"
    done = subprocess.run([sys.executable, "-c", head + code], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-800:]
    return done.stdout.strip()


def status_of(host, key="any"):
    code = f"""
try:
    fal_client.SyncClient(key={key!r}).run({MODEL!r}, arguments={HELLO!r})
    print(200)
except FalClientHTTPError as error:
    print(error.status_code)
"""
    return int(elsewhere(host, code))


@operation("generate")
def generate():
    reply = fal_client.run(MODEL, arguments={**HELLO, "num_images": 2, "aspect_ratio": "16:9", "seed": 7, "safety_tolerance": "4"})
    assert len(reply["images"]) == 2 and reply["seed"] == 7
    is_png(shown(reply, 1), (688, 384))
    inline = fal_client.run(MODEL, arguments={**HELLO, "sync_mode": True})
    of_data_url(inline["images"][0]["url"])


@operation("retired and other models")
def models():
    for model in ("fal-ai/gemini-flash-image", "fal-ai/gemini-25-flash-image", "fal-ai/nano-banana", "fal-ai/nano-banana-pro", "google/nano-banana-2.1"):
        shown(fal_client.run(model, arguments=HELLO))


@operation("generate, stream")
def stream():
    events = list(fal_client.stream(MODEL, arguments=HELLO))
    assert len(events) >= 1
    shown(events[-1])


@operation("edit")
def edit():
    before = shown(fal_client.run(MODEL, arguments=HELLO))
    arguments = {"prompt": 'change "HELLO" to "GOODBYE"', "image_urls": [fal_client.encode(before, "image/png")]}
    assert shown(fal_client.run(MODEL + "/edit", arguments=arguments)) != before


@operation("edit, mask")
def mask():
    picture, white = png((96, 64), (200, 30, 30, 255)), png((96, 64), (255, 255, 255, 255))
    arguments = {"prompt": "make it black and white", "image_urls": [data_url(picture)], "mask_url": data_url(white)}
    is_png(shown(fal_client.run(MODEL + "/edit", arguments=arguments)), (96, 64))


@operation("edit, several pictures")
def several():
    urls = [data_url(png((96, 64), (17 * n, 90, 200, 255))) for n in range(14)]
    shown(fal_client.subscribe(MODEL + "/edit", arguments={"prompt": "Put the images in a grid", "image_urls": urls}))


@operation("files")
def files():
    data = png((96, 64), (10, 200, 90, 255))
    url = fal_client.upload(data, "image/png", file_name="a b.png")
    assert fetch(url) == data
    arguments = {"prompt": "make it black and white", "image_urls": [url]}
    is_png(shown(fal_client.run(MODEL + "/edit", arguments=arguments)), (96, 64))


@operation("files, in parts")
def files_in_parts():
    with tempfile.NamedTemporaryFile(suffix=".bin") as file:
        file.write(os.urandom(1 << 20) * 102)
        file.flush()
        url = fal_client.upload_file(file.name)
        file.seek(0)
        assert fetch(url) == file.read()


@operation("async task")
def task():
    states = []
    reply = fal_client.subscribe(MODEL, arguments=HELLO, with_logs=True, on_queue_update=states.append)
    shown(reply)
    assert isinstance(states[-1], fal_client.Completed) and states[-1].logs, states
    handler = fal_client.submit(MODEL, arguments=HELLO, priority="low", hint="here")
    for state in handler.iter_events(with_logs=True):
        pass
    assert handler.get()["images"] and state.metrics["inference_time"] >= 0
    again = fal_client.result(MODEL, handler.request_id)
    assert again["seed"] == handler.get()["seed"]


@operation("webhook")
def webhook():
    place = f"{os.environ['PLANTAIN_HOOK_URL']}/{uuid.uuid4()}"
    handler = fal_client.submit(MODEL, arguments=HELLO, webhook_url=place)
    told = json.loads(fetch(place.replace("localhost", "127.0.0.1")))[0]
    headers, body = told["headers"], base64.b64decode(told["body"])
    keys = json.loads(fetch(GUEST_URL + "/.well-known/jwks.json"))["keys"]
    names = ["request-id", "user-id", "timestamp"]
    parts = [headers["x-fal-webhook-" + name] for name in names] + [__import__("hashlib").sha256(body).hexdigest()]
    public = base64.urlsafe_b64decode(keys[0]["x"] + "==")
    VerifyKey(public).verify("\n".join(parts).encode(), bytes.fromhex(headers["x-fal-webhook-signature"]))
    message = json.loads(body)
    assert (message["request_id"], message["status"]) == (handler.request_id, "OK")
    shown(message["payload"])


@operation("cancel")
def cancel():
    heavy = {"prompt": POSTER, "resolution": "4K", "num_images": 10}
    handlers = [fal_client.submit(MODEL, arguments={**heavy, "seed": seed}) for seed in range(4)]
    for handler in reversed(handlers):
        handler.cancel()
    assert isinstance(handlers[-1].status(), fal_client.Completed)
    error = raises(HTTPError, handlers[-1].get)
    assert error.status_code == 499, error


@operation("error 400")
def error_400():
    handler = fal_client.submit(MODEL, arguments=HELLO)
    handler.get()
    assert raises(HTTPError, handler.cancel).status_code == 400


@operation("error 401")
def error_401():
    assert status_of(os.environ["PLANTAIN_TLS_KEYED_URL"].removeprefix("https://"), "wrong") == 401


@operation("error 403")
def error_403():
    assert status_of(os.environ["PLANTAIN_TLS_KEYED_URL"].removeprefix("https://"), ADMIN_ONLY_KEY) == 403


@operation("error 404")
def error_404():
    assert raises(HTTPError, lambda: fal_client.run("fal-ai/no-such-model", arguments=HELLO)).status_code == 404
    assert raises(HTTPError, lambda: fal_client.result(MODEL, "nobody")).status_code == 404


@operation("error 413")
def error_413():
    assert raises(HTTPError, lambda: fal_client.run(MODEL, arguments={"prompt": "x" * (101 << 20)})).status_code == 413


@operation("error 422")
def error_422():
    error = raises(HTTPError, lambda: fal_client.run(MODEL, arguments={"prompt": POSTER, "aspect_ratio": "7:2"}))
    assert error.status_code == 422 and "aspect_ratio" in str(error), error


@operation("refusal")
def refusal():
    prompt = "Explicit pornographic photo of naked adults having sex"
    error = raises(HTTPError, lambda: fal_client.run(MODEL, arguments={"prompt": prompt}))
    assert error.status_code == 422 and "content_policy_violation" in str(error.response.json()), error


@operation("error 429, retried")
def error_429():
    host = os.environ["PLANTAIN_TLS_FAULTS_URL"].removeprefix("https://")
    assert status_of(host + "/once/429") == 200


@operation("error 500")
def error_500():
    host = os.environ["PLANTAIN_TLS_FAULTS_URL"].removeprefix("https://")
    assert status_of(host + "/always/500") == 500


@operation("timeout")
def timeout():
    # The SDK gives up by itself and cancels what it had begun.
    heavy = {"prompt": POSTER, "resolution": "4K", "num_images": 10}
    before = [fal_client.submit(MODEL, arguments={**heavy, "seed": seed}) for seed in range(50, 56)]
    kept = []
    wait = lambda: fal_client.subscribe(MODEL, arguments=heavy, client_timeout=1.1, on_enqueue=kept.append)
    # Which of the two runs out first, the client's time or the server's, is open.
    raises((fal_client.client.FalClientTimeoutError, HTTPError), wait)
    assert raises(HTTPError, lambda: settled(kept[0])).status_code in (499, 504)
    for handler in before:
        raises_or_not(handler.cancel)


def raises_or_not(call):
    try:
        call()
    except HTTPError:
        pass


def settled(request_id):
    handler = fal_client.SyncClient().get_handle(MODEL, request_id)
    for _ in handler.iter_events():
        pass
    return handler.get()


judge()

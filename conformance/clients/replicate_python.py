"""The `replicate` SDK of Python: the 1.x and 0.x line by its client, the 2.x line by its own calls."""

import base64
import io
import json
import os
import uuid
from urllib.request import urlopen

import replicate
import replicate.exceptions
from judge import *

GUEST_URL = os.environ["PLANTAIN_TLS_URL"]
MODEL = "google/nano-banana-2"
HELLO = {"prompt": POSTER, "resolution": "0.5K", "output_format": "png"}
LATER = replicate.__version__.startswith("2") if hasattr(replicate, "__version__") else False
MOUNT = "/v1" if LATER else ""


def make(base=GUEST_URL, key="any", **more):
    if LATER:
        return replicate.Replicate(base_url=base + "/v1", bearer_token=key, **more)
    return replicate.Client(base_url=base, api_token=key, **more)


client = make()


def read(output):
    """What a picture of an output holds."""
    output = output[0] if isinstance(output, list) else output
    return is_png(output.read() if hasattr(output, "read") else urlopen(output).read())


def run(ref=MODEL, inputs=HELLO, **more):
    return client.run(ref, input=inputs, **more)


def create(inputs=HELLO, **more):
    if LATER:
        owner, name = MODEL.split("/")
        return client.models.predictions.create(model_owner=owner, model_name=name, input=inputs, **more)
    return client.models.predictions.create(MODEL, inputs, **more)


def ended(prediction):
    if LATER:
        return client.predictions.wait(prediction.id)
    prediction.wait()
    return prediction


def status_of(error):
    return getattr(error, "status_code", None) or error.status


ApiError = replicate.exceptions.APIStatusError if LATER else replicate.exceptions.ReplicateError


@operation("generate")
def generate():
    is_png(read(run(inputs={**HELLO, "aspect_ratio": "16:9", "seed": 7})), (688, 384))
    outputs = run(inputs={**HELLO, "num_outputs": 2})
    assert len(outputs) == 2


@operation("retired and other models")
def models_run():
    for model in ("google/nano-banana", "google/nano-banana-pro", "google/nano-banana-2.1", "openai/gpt-image-1", "plantain/easel"):
        read(run(model))


@operation("generate, by version")
def version():
    model = client.models.get(model_owner="google", model_name="nano-banana-2") if LATER else client.models.get(MODEL)
    for version in (model.latest_version.id, "a" * 64):
        read(run(f"{MODEL}:{version}"))


@operation("generate, stream")
def stream():
    if LATER:
        url = create(stream=True).urls.stream
        events = urlopen(url).read().decode()
        assert "event: output" in events and events.endswith("data: {}\n\n"), events
        return
    events = list(client.stream(MODEL, input=HELLO))
    kinds = [event.event.value for event in events]
    assert kinds[-1] == "done" and "output" in kinds, kinds
    output = next(event.data for event in events if event.event.value == "output")
    read(output)


@operation("edit")
def edit():
    before = read(run())
    after = run(inputs={"prompt": 'change "HELLO" to "GOODBYE"', "image_input": [data_url(before)], "output_format": "png"})
    assert read(after) != before


@operation("edit, mask")
def mask():
    inputs = {"prompt": "make it black and white", "image": named(png((96, 64), (200, 30, 30, 255))), "output_format": "png"}
    inputs["mask"] = named(png((96, 64), (255, 255, 255, 255)), "mask.png")
    is_png(read(run(inputs=inputs)), (96, 64))


@operation("edit, several pictures")
def several():
    pictures = [named(png((96, 64), (17 * n, 90, 200, 255)), f"{n}.png") for n in range(14)]
    read(run(inputs={"prompt": "Put the images in a grid", "image_input": pictures, "output_format": "png"}))


@operation("files")
def files():
    data = png((96, 64), (10, 200, 90, 255))
    file = client.files.create(content=("a.png", data, "image/png")) if LATER else client.files.create(named(data))
    assert (file.size, file.content_type) == (len(data), "image/png")
    url = file.urls.get if LATER else file.urls["get"]
    again = client.files.get(file_id=file.id) if LATER else client.files.get(file.id)
    assert again.id == file.id
    assert file.id in [one.id for one in client.files.list()]
    is_png(read(run(inputs={"prompt": "make it black and white", "image_input": [url], "output_format": "png"})), (96, 64))
    client.files.delete(file_id=file.id) if LATER else client.files.delete(file.id)
    lost = (lambda: client.files.get(file_id=file.id)) if LATER else (lambda: client.files.get(file.id))
    assert status_of(raises(ApiError, lost)) == 404


@operation("models")
def models():
    names = [f"{model.owner}/{model.name}" for model in client.models.list()]
    assert MODEL in names, names
    account = client.account.get() if LATER else client.accounts.current()
    assert account.type == "user"


@operation("async task")
def task():
    prediction = create()
    assert prediction.status == "starting", prediction.status
    prediction = ended(prediction)
    assert prediction.status == "succeeded" and "drawn by" in prediction.logs
    read(prediction.output)
    listed = client.predictions.list()
    assert prediction.id in [one.id for one in (listed if LATER else listed.results)]
    blocking = create(prefer="wait=30") if LATER else create(wait=30)
    assert blocking.status == "succeeded"


@operation("webhook")
def webhook():
    place = f"{os.environ['PLANTAIN_HOOK_URL']}/{uuid.uuid4()}"
    prediction = create(webhook=place, webhook_events_filter=["completed"])
    told = json.loads(urlopen(place).read())[0]
    headers, body = told["headers"], base64.b64decode(told["body"]).decode()
    if LATER:
        from standardwebhooks import Webhook

        Webhook(client.webhooks.default.secret.get().key).verify(body, headers)
    else:
        secret = client.webhooks.default.secret()
        replicate.webhook.Webhooks.validate(headers=headers, body=body, secret=secret, tolerance=300)
    message = json.loads(body)
    assert (message["id"], message["status"]) == (prediction.id, "succeeded")
    read(message["output"])


@operation("cancel")
def cancel():
    heavy = {"prompt": POSTER, "resolution": "4K", "num_outputs": 10}
    made = [create({**heavy, "seed": seed}) for seed in range(20, 24)]
    for prediction in reversed(made):
        client.predictions.cancel(prediction_id=prediction.id) if LATER else client.predictions.cancel(prediction.id)
    last = client.predictions.get(prediction_id=made[-1].id) if LATER else client.predictions.get(made[-1].id)
    assert last.status == "canceled", last.status


@operation("error 400")
def error_400():
    import httpx

    reply = httpx.post(f"{GUEST_URL}/v1/predictions", content=b"{", headers={"user-agent": "replicate-python/1"})
    assert reply.status_code == 400 and reply.json()["status"] == 400


def refused(base, key):
    other = make(base, key)
    get = (lambda: other.predictions.get(prediction_id="x")) if LATER else (lambda: other.predictions.get("x"))
    return status_of(raises(ApiError, get))


@operation("error 401")
def error_401():
    assert refused(os.environ["PLANTAIN_TLS_KEYED_URL"], "wrong") == 401


@operation("error 403")
def error_403():
    assert refused(os.environ["PLANTAIN_TLS_KEYED_URL"], ADMIN_ONLY_KEY) == 403


@operation("error 404")
def error_404():
    assert status_of(raises(ApiError, lambda: run("nobody/nothing"))) == 404
    assert refused(GUEST_URL, "any") == 404


@operation("error 413")
def error_413():
    assert status_of(raises(ApiError, lambda: run(inputs={"prompt": "x" * (101 << 20)}))) == 413


@operation("error 422")
def error_422():
    error = raises(ApiError, lambda: run(inputs={**HELLO, "aspect_ratio": "7:2"}))
    assert status_of(error) == 422 and "aspect_ratio" in str(error), error


@operation("refusal")
def refusal():
    prompt = "Explicit pornographic photo of naked adults having sex"
    assert status_of(raises(ApiError, lambda: run(inputs={"prompt": prompt}))) == 422


@operation("failed task")
def failed():
    picture = data_url(png((96, 64), (200, 30, 30, 255)))
    inputs = {"prompt": "blorp the flurb", "image_input": [picture]}
    error = raises(replicate.exceptions.ModelError, lambda: run(inputs=inputs))
    assert error.prediction.status == "failed" and error.prediction.error


@operation("error 429, retried")
def error_429():
    flaky = make(os.environ["PLANTAIN_TLS_FAULTS_URL"] + "/once/429")
    get = (lambda: flaky.account.get()) if LATER else (lambda: flaky.accounts.current())
    assert get().type == "user"


@operation("error 500")
def error_500():
    broken = make(os.environ["PLANTAIN_TLS_FAULTS_URL"] + "/always/500", **({"max_retries": 0} if LATER else {}))
    call = lambda: broken.run(MODEL, input=HELLO)
    assert status_of(raises(ApiError, call)) == 500


@operation("timeout")
def timeout():
    import httpx

    slow = make(os.environ["PLANTAIN_TLS_FAULTS_URL"] + "/hang/0", timeout=0.5, **({"max_retries": 0} if LATER else {}))
    kind = replicate.exceptions.APITimeoutError if LATER else httpx.TimeoutException
    raises(kind, (lambda: slow.account.get()) if LATER else (lambda: slow.accounts.current()))


judge()

"""Drives `google-genai`, of whichever version is installed here."""

import asyncio
import base64
import io
import json
import os
import time

from google import genai
from google.genai import errors, types
from google.oauth2.credentials import Credentials
from PIL import Image

from judge import FAULTS_URL, KEYED_URL, URL, judge, operation

MODEL = "gemini-3.1-flash-image-preview"
POSTER = 'A poster titled "Hello"'
SMALL = types.GenerateContentConfig(image_config=types.ImageConfig(image_size="512"))


# A client closes its connections when nobody holds it any more, also in the middle of a call.
CLIENTS = []


def held(made):
    CLIENTS.append(made)
    return made


def client(url=URL, key="any key", **options):
    return held(genai.Client(api_key=key, http_options=types.HttpOptions(base_url=url, **options)))


def vertex(**more):
    options = types.HttpOptions(base_url=URL)
    return held(genai.Client(vertexai=True, http_options=options, **more))


def project():
    return vertex(project="p", location="us-central1", credentials=Credentials("token"))


def png(color, size=(96, 64)):
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, "PNG")
    return file.getvalue()


def pictures(reply, candidate=0):
    parts = reply.candidates[candidate].content.parts
    return [part.inline_data.data for part in parts if part.inline_data and not part.thought]


def look(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image.size


@operation("generate")
def generate():
    reply = client().models.generate_content(model=MODEL, contents=POSTER, config=SMALL)
    assert look(pictures(reply)[0]) == (512, 512)
    assert reply.usage_metadata.candidates_token_count == 747


@operation("generate, async")
def generate_async():
    async def draw():
        models = client().aio.models
        calls = [models.generate_content(model=MODEL, contents=f'A poster titled "{n}"', config=SMALL) for n in range(4)]
        return await asyncio.gather(*calls)

    assert all(look(pictures(reply)[0]) == (512, 512) for reply in asyncio.run(draw()))


@operation("several candidates")
def candidates():
    config = types.GenerateContentConfig(candidate_count=3, image_config=types.ImageConfig(image_size="512"))
    reply = client().models.generate_content(model=MODEL, contents=POSTER, config=config)
    assert len({pictures(reply, index)[0] for index in range(3)}) == 3


@operation("edit")
def edit():
    image = Image.new("RGB", (96, 64), (200, 30, 30))
    reply = client().models.generate_content(model=MODEL, contents=["make it black and white", image])
    got = Image.open(io.BytesIO(pictures(reply)[0])).convert("RGB")
    assert got.size == (96, 64) and len(set(got.getpixel((5, 5)))) == 1


@operation("edit, mask")
def mask():
    picture = Image.new("RGB", (96, 64), (200, 30, 30))
    hole = Image.new("L", (96, 64), 0)
    hole.paste(255, (0, 0, 48, 64))
    reply = client().models.generate_content(model=MODEL, contents=["make it blue, inside the mask only", picture, hole])
    got = Image.open(io.BytesIO(pictures(reply)[0])).convert("RGB")
    assert got.getpixel((90, 32)) == (200, 30, 30)
    assert got.getpixel((5, 32)) != (200, 30, 30)


@operation("edit, 14 pictures")
def fourteen_images():
    images = [types.Part.from_bytes(data=png((17 * n, 90, 200)), mime_type="image/png") for n in range(14)]
    reply = client().models.generate_content(model=MODEL, contents=["Put the images in a grid", *images])
    assert look(pictures(reply)[0])[0] > 96


@operation("several turns")
def chat():
    talk = client().chats.create(model=MODEL, config=SMALL)
    first, second = talk.send_message(POSTER), talk.send_message('add a subtitle "World"')
    assert pictures(first)[0] != pictures(second)[0]
    assert look(pictures(second)[0]) == (512, 512)


@operation("generate, stream")
def stream():
    config = types.GenerateContentConfig(
        thinking_config=types.ThinkingConfig(include_thoughts=True), image_config=types.ImageConfig(image_size="512")
    )
    frames = list(client().models.generate_content_stream(model=MODEL, contents=POSTER, config=config))
    assert frames[0].candidates[0].content.parts[0].thought
    assert look(pictures(frames[-1])[0]) == (512, 512)


@operation("files")
def files():
    api = client()
    data = png((10, 200, 90))
    file = api.files.upload(file=io.BytesIO(data), config={"mime_type": "image/png", "display_name": "ref.png"})
    assert file.state == types.FileState.ACTIVE and file.size_bytes == len(data)
    assert api.files.get(name=file.name).uri == file.uri
    assert file.name in [other.name for other in api.files.list(config={"page_size": 2})]
    assert api.files.download(file=file.name) == data
    reply = api.models.generate_content(model=MODEL, contents=["make it black and white", file])
    assert look(pictures(reply)[0]) == (96, 64)
    api.files.delete(name=file.name)
    assert failure(lambda: api.files.get(name=file.name)).code == 404


@operation("files, in chunks")
def files_in_chunks():
    data = os.urandom(9 << 20)
    file = client().files.upload(file=io.BytesIO(data), config={"mime_type": "application/octet-stream"})
    assert client().files.download(file=file.name) == data


@operation("batch, inline")
def batch_inline():
    api = client()
    job = api.batches.create(model=MODEL, src=[{"contents": [{"parts": [{"text": POSTER}], "role": "user"}]}] * 2)
    job = ended(api, job.name)
    assert all(look(pictures(answer.response)[0]) for answer in job.dest.inlined_responses)
    assert len(job.dest.inlined_responses) == 2
    assert job.name in [other.name for other in api.batches.list()]
    api.batches.cancel(name=job.name)
    api.batches.delete(name=job.name)


@operation("batch, by file")
def batch_file():
    api = client()
    line = {"key": "a", "request": {"contents": [{"parts": [{"text": POSTER}]}]}}
    data = io.BytesIO(json.dumps(line).encode())
    file = api.files.upload(file=data, config={"mime_type": "application/jsonl"})
    job = ended(api, api.batches.create(model=MODEL, src=file.name).name)
    (answer,) = api.files.download(file=job.dest.file_name).splitlines()
    answer = json.loads(answer)
    part = answer["response"]["candidates"][0]["content"]["parts"][0]
    assert answer["key"] == "a" and look(base64.b64decode(part["inlineData"]["data"]))


def ended(api, name):
    while not (job := api.batches.get(name=name)).state.name.endswith(("SUCCEEDED", "FAILED", "CANCELLED")):
        time.sleep(0.05)
    assert job.state == types.JobState.JOB_STATE_SUCCEEDED
    return job


@operation("count tokens")
def count_tokens():
    image = types.Part.from_bytes(data=png((1, 2, 3)), mime_type="image/png")
    assert client().models.count_tokens(model=MODEL, contents=["one two three", image]).total_tokens == 4 + 258


@operation("models")
def models():
    names = [model.name for model in client().models.list(config={"page_size": 7})]
    assert f"models/{MODEL}" in names and len(names) == len(set(names)) > 7
    assert client().models.get(model=MODEL).name == f"models/{MODEL}"


@operation("interactions")
def interactions():
    api = client().interactions
    first = api.create(model=MODEL, input=POSTER, response_modalities=["image"])
    second = api.create(model=MODEL, input='add a subtitle "World"', previous_interaction_id=first.id)
    assert first.status == second.status == "completed"
    assert shown(first) != shown(second) and look(shown(second))
    assert api.get(first.id).id == first.id
    api.delete(first.id)


def shown(interaction):
    # The previous major knows outputs, and keeps steps as plain dictionaries.
    contents = getattr(interaction, "outputs", None)
    if not contents:
        contents = [content for step in interaction.steps for content in getattr(step, "content", None) or []]
    (data,) = [content.data for content in contents if content.type == "image"]
    return base64.b64decode(data) if isinstance(data, str) else data


@operation("interactions, stream")
def interactions_stream():
    kinds = [event.event_type for event in client().interactions.create(model=MODEL, input=POSTER, stream=True)]
    assert kinds[0] == "interaction.created" and kinds[-1] == "interaction.completed", kinds


@operation("interactions, background")
def interactions_background():
    api = client().interactions
    begun = api.create(model=MODEL, input=POSTER, background=True)
    while (turn := api.get(begun.id)).status in ("queued", "in_progress"):
        time.sleep(0.05)
    assert turn.status == "completed" and look(shown(turn))


@operation("Imagen")
def imagen():
    api = client() if genai.__version__.startswith("1.") else project()
    config = types.GenerateImagesConfig(number_of_images=2, aspect_ratio="16:9")
    reply = api.models.generate_images(model="imagen-4.0-generate-001", prompt=POSTER, config=config)
    assert [look(image.image.image_bytes) for image in reply.generated_images] == [(1376, 768)] * 2


def product():
    """A round thing before a plain wall."""
    from PIL import ImageDraw

    image = Image.new("RGB", (240, 180), (236, 236, 232))
    ImageDraw.Draw(image).ellipse((80, 45, 160, 135), fill=(178, 34, 52))
    file = io.BytesIO()
    image.save(file, "PNG")
    return types.RawReferenceImage(reference_id=1, reference_image=types.Image(image_bytes=file.getvalue(), mime_type="image/png"))


def imagen_edit(mode, prompt, references):
    config = types.EditImageConfig(edit_mode=mode, number_of_images=1)
    reply = project().models.edit_image(
        model="imagen-3.0-capability-001", prompt=prompt, reference_images=[product(), *references], config=config
    )
    return Image.open(io.BytesIO(reply.generated_images[0].image.image_bytes)).convert("RGB")


@operation("Imagen, edits")
def imagen_edits():
    hole = Image.new("L", (240, 180), 0)
    hole.paste(255, (70, 35, 170, 145))
    file = io.BytesIO()
    hole.save(file, "PNG")
    own = types.MaskReferenceImage(
        reference_id=2,
        reference_image=types.Image(image_bytes=file.getvalue(), mime_type="image/png"),
        config=types.MaskReferenceConfig(mask_mode="MASK_MODE_USER_PROVIDED", mask_dilation=0.01),
    )
    cut = types.MaskReferenceImage(reference_id=2, config=types.MaskReferenceConfig(mask_mode="MASK_MODE_BACKGROUND"))
    removed = imagen_edit("EDIT_MODE_INPAINT_REMOVAL", "", [own])
    assert max(abs(a - b) for a, b in zip(removed.getpixel((120, 90)), (236, 236, 232))) < 12
    inserted = imagen_edit("EDIT_MODE_INPAINT_INSERTION", "a cat", [own])
    assert inserted.getpixel((5, 5)) == (236, 236, 232)
    swapped = imagen_edit("EDIT_MODE_BGSWAP", "a beach at sunset", [cut])
    assert swapped.getpixel((120, 90)) == (178, 34, 52) and swapped.getpixel((5, 5)) != (236, 236, 232)


@operation("Imagen, enlarge")
def imagen_upscale():
    image = types.Image(image_bytes=png((9, 90, 200)), mime_type="image/png")
    reply = project().models.upscale_image(model="imagen-4.0-upscale-preview", image=image, upscale_factor="x4")
    assert look(reply.generated_images[0].image.image_bytes) == (384, 256)


@operation("Vertex, project")
def vertex_project():
    reply = project().models.generate_content(model=MODEL, contents=POSTER, config=SMALL)
    assert look(pictures(reply)[0]) == (512, 512)
    assert project().models.count_tokens(model=MODEL, contents="one two three").total_tokens == 4
    names = [model.name for model in project().models.list()]
    assert f"publishers/google/models/{MODEL}" in names


@operation("Vertex, express")
def vertex_express():
    reply = vertex(api_key="any key").models.generate_content(model=MODEL, contents=POSTER, config=SMALL)
    assert look(pictures(reply)[0]) == (512, 512)


def failure(call):
    try:
        call()
    except errors.APIError as error:
        return error
    raise AssertionError("it went well")


def fails(url=URL, key="any key", **call):
    api = client(url, key)
    return failure(lambda: api.models.generate_content(**{"model": MODEL, "contents": POSTER, "config": SMALL, **call}))


@operation("error 400")
def error_400():
    bad = types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio="7:2"))
    error = fails(config=bad)
    assert (error.code, error.status) == (400, "INVALID_ARGUMENT")
    violation = error.details["error"]["details"][1]["fieldViolations"][0]
    assert violation["field"] == "generationConfig.imageConfig.aspectRatio"


@operation("error 401")
def error_401():
    error = fails(KEYED_URL, "plt_no_such_key")
    assert (error.code, error.details["error"]["details"][0]["reason"]) == (400, "API_KEY_INVALID")


@operation("error 404")
def error_404():
    error = fails(model="gemini-nothing")
    assert (error.code, error.status) == (404, "NOT_FOUND")


@operation("error 413")
def error_413():
    image = types.Part.from_bytes(data=bytes(80 << 20), mime_type="image/png")
    assert fails(contents=["make it blue", image]).code == 413


@operation("refusal 422")
def error_422():
    image = Image.new("RGB", (96, 64), (200, 30, 30))
    assert fails(contents=["xyzzy frobnicate the quux", image]).code == 400


@operation("refusal")
def refusal():
    reply = client().models.generate_content(model=MODEL, contents="Explicit pornographic photo of naked adults having sex")
    assert not reply.candidates or reply.candidates[0].finish_reason.name == "IMAGE_SAFETY"
    assert reply.prompt_feedback.block_reason.name == "SAFETY"


@operation("timeout")
def timeout():
    api = client(f"{FAULTS_URL}/hang/0", timeout=300)
    try:
        api.models.generate_content(model=MODEL, contents=POSTER)
    except Exception as error:
        assert "timeout" in type(error).__name__.lower() or "timed out" in str(error).lower(), repr(error)
        return
    raise AssertionError("it waited")


@operation("error 500, retried")
def retries():
    options = types.HttpRetryOptions(attempts=4, initial_delay=0.05, max_delay=0.2)
    api = client(f"{FAULTS_URL}/once/500", retry_options=options)
    reply = api.models.generate_content(model=MODEL, contents=POSTER, config=SMALL)
    assert look(pictures(reply)[0]) == (512, 512)


judge()

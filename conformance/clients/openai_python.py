"""The `openai` SDK of Python."""

import base64
import time
from urllib.request import urlopen

import openai
from judge import *

client = openai.OpenAI(base_url=URL + "/v1", api_key="any", max_retries=0)
TOOL = {"type": "image_generation", "size": "512x512"}


def drawn(prompt=POSTER, **more):
    reply = client.images.generate(model="gpt-image-1.5", prompt=prompt, size="512x512", **more)
    return is_png(reply.data[0].b64_json, (512, 512))


@operation("generate")
def generate():
    reply = client.images.generate(
        model="gpt-image-1.5", prompt=POSTER, n=2, size="1536x1024", quality="low", background="opaque",
        output_format="png", moderation="low", user="u",
    )
    assert len(reply.data) == 2 and reply.quality == "low" and reply.usage.total_tokens > 0
    is_png(reply.data[0].b64_json, (1536, 1024))


@operation("generate, link")
def link():
    reply = client.images.generate(model="dall-e-3", prompt=POSTER, response_format="url")
    is_png(urlopen(reply.data[0].url).read(), (1024, 1024))


@operation("generate, stream")
def stream():
    events = list(client.images.generate(prompt=POSTER, size="512x512", stream=True, partial_images=2, n=2))
    kinds = [event.type.removeprefix("image_generation.") for event in events]
    assert kinds == ["partial_image", "partial_image", "completed"] * 2, kinds
    is_png(events[-1].b64_json, (512, 512))


@operation("edit")
def edit():
    reply = client.images.edit(image=named(drawn()), prompt='change "HELLO" to "GOODBYE"')
    is_png(reply.data[0].b64_json, (512, 512))


@operation("edit, mask")
def mask():
    clear = png((512, 512), (0, 0, 0, 0))
    reply = client.images.edit(image=("a.png", drawn(), "image/png"), mask=("m.png", clear, "image/png"), prompt="make it black and white")
    is_png(reply.data[0].b64_json, (512, 512))


@operation("edit, several pictures")
def several():
    pictures = [named(drawn(), "a.png"), named(png((512, 512), (200, 30, 30, 255)), "b.png")]
    is_png(client.images.edit(image=pictures, prompt="put the two pictures side by side").data[0].b64_json)


@operation("edit, stream")
def edit_stream():
    events = list(client.images.edit(image=named(drawn()), prompt="make the background teal", stream=True, partial_images=1))
    assert events[-1].type == "image_edit.completed"
    is_png(events[-1].b64_json)


@operation("variation")
def variation():
    original = drawn()
    call = getattr(client.images, "create_variation")
    reply = call(image=named(original), n=2)
    assert len({image.b64_json for image in reply.data} | {base64.b64encode(original).decode()}) == 3


@operation("responses")
def responses():
    reply = client.responses.create(model="gpt-5.2", input=POSTER, tools=[TOOL], tool_choice={"type": "image_generation"})
    call, message = reply.output
    assert (call.type, call.status, message.type) == ("image_generation_call", "completed", "message")
    is_png(call.result, (512, 512))
    assert reply.output_text and reply.usage.total_tokens > 0


@operation("responses, several turns")
def turns():
    first = client.responses.create(model="gpt-5.2", input=POSTER, tools=[TOOL])
    second = client.responses.create(
        model="gpt-5.2", previous_response_id=first.id, input='change "HELLO" to "GOODBYE"', tools=[TOOL]
    )
    assert second.output[0].action == "edit" and "GOODBYE" in second.output_text, second.output_text
    item = {"type": "image_generation_call", "id": second.output[0].id}
    turn = {"role": "user", "content": "make the background teal"}
    third = client.responses.create(model="gpt-5.2", input=[item, turn], tools=[TOOL], store=False)
    assert third.output[0].action == "edit"
    assert client.responses.retrieve(second.id).output[0].result == second.output[0].result


@operation("responses, pictures and mask")
def responses_pictures():
    file = client.files.create(file=("a.png", drawn()), purpose="vision")
    clear = data_url(png((512, 512), (0, 0, 0, 0)))
    content = [{"type": "input_text", "text": "make it black and white"}, {"type": "input_image", "file_id": file.id, "detail": "auto"}]
    tool = {"type": "image_generation", "action": "edit", "input_image_mask": {"image_url": clear}}
    reply = client.responses.create(model="gpt-5.2", input=[{"role": "user", "content": content}], tools=[tool])
    is_png(reply.output[0].result, (512, 512))


@operation("responses, stream")
def responses_stream():
    tool = {**TOOL, "partial_images": 2}
    events = list(client.responses.create(model="gpt-5.2", input=POSTER, tools=[tool], stream=True))
    assert [event.sequence_number for event in events] == list(range(len(events)))
    partials = [event for event in events if event.type.endswith("partial_image")]
    assert [event.partial_image_index for event in partials] == [0, 1]
    assert events[-1].type == "response.completed"
    is_png(events[-1].response.output[0].result, (512, 512))


@operation("responses, background and cancel")
def background():
    reply = client.responses.create(model="gpt-5.2", input=POSTER, tools=[TOOL], background=True)
    assert reply.status == "queued"
    events = list(client.responses.retrieve(reply.id, stream=True))
    assert events[-1].type == "response.completed"
    assert client.responses.cancel(reply.id).status == "completed"
    client.responses.delete(reply.id)
    raises(openai.NotFoundError, lambda: client.responses.retrieve(reply.id))


@operation("chat completions")
def chat():
    messages = [{"role": "user", "content": POSTER}]
    reply = client.chat.completions.create(model="gpt-5.2", messages=messages, extra_body={"modalities": ["image", "text"]})
    message = reply.choices[0].message
    image = message.model_extra["images"][0]
    of_data_url(image["image_url"]["url"])
    messages += [{"role": "assistant", "content": message.content, "images": [image]}, {"role": "user", "content": "make the background teal"}]
    reply = client.chat.completions.create(model="easel", messages=messages)
    of_data_url(reply.choices[0].message.model_extra["images"][0]["image_url"]["url"])


@operation("chat completions, stream")
def chat_stream():
    messages = [{"role": "user", "content": POSTER}]
    chunks = list(client.chat.completions.create(model="easel", messages=messages, stream=True))
    images = [image for chunk in chunks for image in (chunk.choices[0].delta.model_extra or {}).get("images", [])]
    of_data_url(images[0]["image_url"]["url"])
    assert chunks[-1].choices[0].finish_reason == "stop"


@operation("files")
def files():
    data = png((64, 64), (1, 2, 3, 255))
    made = [client.files.create(file=("a.png", data), purpose="vision") for _ in range(3)]
    assert client.files.content(made[0].id).read() == data
    assert client.files.retrieve(made[0].id).bytes == len(data)
    listed = [file.id for file in client.files.list(limit=2)]
    assert {file.id for file in made} <= set(listed)
    assert client.files.delete(made[0].id).deleted
    raises(openai.NotFoundError, lambda: client.files.retrieve(made[0].id))


@operation("models")
def models():
    assert {"easel", "gpt-image-1"} <= {model.id for model in client.models.list()}
    assert client.models.retrieve("gpt-image-1").id == "gpt-image-1"


@operation("error 400")
def error_400():
    error = raises(openai.BadRequestError, lambda: client.images.generate(prompt=""))
    assert (error.param, error.code) == ("prompt", "empty_prompt")


@operation("error 401")
def error_401():
    keyed = openai.OpenAI(base_url=KEYED_URL + "/v1", api_key="wrong", max_retries=0)
    assert raises(openai.AuthenticationError, lambda: keyed.models.list()).code == "invalid_api_key"


@operation("error 403")
def error_403():
    keyed = openai.OpenAI(base_url=KEYED_URL + "/v1", api_key=ADMIN_ONLY_KEY, max_retries=0)
    assert raises(openai.PermissionDeniedError, lambda: keyed.images.generate(prompt=POSTER)).code == "missing_scope"


@operation("error 404")
def error_404():
    assert raises(openai.NotFoundError, lambda: client.images.generate(prompt=POSTER, model="gpt-image-9")).param == "model"
    raises(openai.NotFoundError, lambda: client.responses.retrieve("resp_unknown"))


@operation("error 413")
def error_413():
    large = b"\x89PNG\r\n\x1a\n" + b"x" * (51 << 20)
    error = raises(openai.APIStatusError, lambda: client.images.edit(image=named(large), prompt="bigger"))
    assert error.status_code == 413, error


@operation("refusal 422")
def refusal():
    error = raises(openai.UnprocessableEntityError, lambda: client.images.edit(image=named(drawn()), prompt="blorp the flurb"))
    assert error.code == "not_understood", error


@operation("error 429, retried")
def error_429():
    flaky = openai.OpenAI(base_url=f"{FAULTS_URL}/once/429/v1", api_key="any")
    is_png(flaky.images.generate(prompt=POSTER, size="512x512").data[0].b64_json)
    strict = openai.OpenAI(base_url=f"{FAULTS_URL}/always/429/v1", api_key="any", max_retries=1)
    assert raises(openai.RateLimitError, lambda: strict.images.generate(prompt=POSTER)).code == "rate_limit_exceeded"


@operation("error 500, retried")
def error_500():
    flaky = openai.OpenAI(base_url=f"{FAULTS_URL}/once/500/v1", api_key="any")
    is_png(flaky.images.generate(prompt=POSTER, size="512x512").data[0].b64_json)


@operation("timeout")
def timeout():
    slow = openai.OpenAI(base_url=f"{FAULTS_URL}/hang/0/v1", api_key="any", timeout=0.5, max_retries=0)
    begun = time.monotonic()
    raises(openai.APITimeoutError, lambda: slow.images.generate(prompt=POSTER))
    assert time.monotonic() - begun < 4


judge()

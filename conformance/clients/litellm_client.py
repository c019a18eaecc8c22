"""LiteLLM."""

import litellm
from judge import *

OPTIONS = {"api_base": URL + "/v1", "api_key": "any", "max_retries": 0}
MODEL = "openai/gpt-image-1"


def drawn():
    reply = litellm.image_generation(model=MODEL, prompt=POSTER, size="512x512", **OPTIONS)
    return is_png(reply.data[0].b64_json, (512, 512))


@operation("generate")
def generate():
    drawn()


@operation("edit")
def edit():
    reply = litellm.image_edit(model=MODEL, image=named(drawn()), prompt='change "HELLO" to "GOODBYE"', **OPTIONS)
    is_png(reply.data[0].b64_json, (512, 512))


@operation("edit, mask")
def mask():
    clear = named(png((512, 512), (0, 0, 0, 0)), "mask.png")
    reply = litellm.image_edit(model=MODEL, image=named(drawn()), mask=clear, prompt="make it black and white", **OPTIONS)
    is_png(reply.data[0].b64_json, (512, 512))


@operation("edit, several pictures")
def several():
    pictures = [named(drawn()), named(png((512, 512), (200, 30, 30, 255)), "b.png")]
    reply = litellm.image_edit(model=MODEL, image=pictures, prompt="put the two pictures side by side", **OPTIONS)
    is_png(reply.data[0].b64_json)


@operation("responses")
def responses():
    tool = {"type": "image_generation", "size": "512x512"}
    reply = litellm.responses(model="openai/gpt-5.2", input=POSTER, tools=[tool], **OPTIONS)
    results = [getattr(item, "result", None) or (item.get("result") if isinstance(item, dict) else None) for item in reply.output]
    is_png(next(result for result in results if result), (512, 512))


@operation("chat completions")
def chat():
    messages = [{"role": "user", "content": POSTER}]
    reply = litellm.completion(model="openai/easel", messages=messages, modalities=["image", "text"], **OPTIONS)
    of_data_url(reply.choices[0].message.images[0]["image_url"]["url"])


@operation("files")
def files():
    made = litellm.create_file(file=("a.png", png((8, 8), (1, 2, 3, 255))), purpose="user_data", custom_llm_provider="openai", **OPTIONS)
    assert made.id.startswith("file-")
    litellm.file_delete(file_id=made.id, custom_llm_provider="openai", **OPTIONS)


@operation("error 400")
def error_400():
    raises(litellm.BadRequestError, lambda: litellm.image_generation(model=MODEL, prompt="", **OPTIONS))


@operation("error 404")
def error_404():
    call = lambda: litellm.image_generation(model="openai/gpt-image-9", prompt=POSTER, **OPTIONS)
    raises(litellm.NotFoundError, call)


judge()

"""Drives LiteLLM's Gemini route."""

import base64

import litellm

from judge import URL, judge, operation

MODEL = "gemini/gemini-3.1-flash-image-preview"
POSTER = 'A poster titled "Hello"'


@operation("generate")
def generate():
    reply = litellm.completion(
        model=MODEL,
        messages=[{"role": "user", "content": POSTER}],
        modalities=["image", "text"],
        api_base=f"{URL}/v1beta/models/{MODEL.split('/')[1]}",
        api_key="any key",
    )
    url = reply.choices[0].message.images[0]["image_url"]["url"]
    assert base64.b64decode(url.split(",")[1]).startswith(b"\x89PNG")


@operation("generate image")
def generate_image():
    reply = litellm.image_generation(
        model=MODEL, prompt=POSTER, api_base=f"{URL}/v1beta/models/{MODEL.split('/')[1]}", api_key="any key"
    )
    assert base64.b64decode(reply.data[0].b64_json).startswith(b"\x89PNG")


judge()

"""LangChain: the image tool of its chat model, and its wrapper for DALL-E."""

import base64
from urllib.request import urlopen

from judge import *
from langchain_community.utilities.dalle_image_generator import DallEAPIWrapper
from langchain_openai import ChatOpenAI

TOOL = {"type": "image_generation", "size": "512x512"}


def model(**more):
    return ChatOpenAI(model="gpt-5.2", base_url=URL + "/v1", api_key="any", use_responses_api=True, max_retries=0, **more)


def pictures(message):
    # The name of the block's type differs between its formats.
    blocks = [block for block in message.content if isinstance(block, dict)]
    found = [block.get("result") or block.get("base64") for block in blocks]
    found += [call["result"] for call in message.additional_kwargs.get("tool_outputs", []) if call.get("result")]
    return [is_png(picture) for picture in found if picture]


@operation("responses")
def responses():
    assert pictures(model().bind_tools([TOOL]).invoke(POSTER))


@operation("responses, several turns")
def turns():
    bound = model().bind_tools([TOOL])
    first = bound.invoke(POSTER)
    second = bound.invoke([("user", 'change "HELLO" to "GOODBYE"')], previous_response_id=first.response_metadata["id"])
    assert pictures(second) and "GOODBYE" in second.text, second.text
    # With the whole conversation sent again.
    third = bound.invoke([("user", POSTER), first, ("user", 'change "HELLO" to "WELCOME"')])
    assert "WELCOME" in third.text, third.text


@operation("responses, pictures and mask")
def with_picture():
    data = base64.b64encode(png((512, 512), (200, 30, 30, 255))).decode()
    image = {"type": "image", "base64": data, "mime_type": "image/png"}
    message = {"role": "user", "content": [{"type": "text", "text": "make it black and white"}, image]}
    assert pictures(model().bind_tools([TOOL]).invoke([message]))


@operation("responses, stream")
def stream():
    whole = None
    for chunk in model().bind_tools([TOOL]).stream(POSTER):
        whole = chunk if whole is None else whole + chunk
    assert pictures(whole)


@operation("generate, link")
def link():
    wrapper = DallEAPIWrapper(api_key="any", base_url=URL + "/v1", model="dall-e-3")
    is_png(urlopen(wrapper.run(POSTER)).read())


judge()
